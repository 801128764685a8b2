"""The guard at the door: column headings that ask for what is never recorded about a private person.

It reads headings, not values, and judges a whole heading, never a word inside one: 民族 alone asks for a person's
ethnicity, 三江侗族自治县, 民族团结 and 少数民族村 name a place, a programme and a kind of village. Counts pass as well
(少数民族人口, 残疾人数): people are counted here, never listed.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from concentric.core.terms.codes import clean

# Traditional characters of the words below, so that both scripts meet one list without loading a converter.
_SIMPLIFIED = str.maketrans(
    "狀況員證號屬黨殘歷徵籤碼護個戶責聯係體婦兒種類別檢療殯貧長輩親關報籍",
    "状况员证号属党残历征签码护个户责联系体妇儿种类别检疗殡贫长辈亲关报籍",
)

_SUBJECT = (
    "(?:本人|个人|人员|联系人|负责人|法定代表人|法人代表|法人|经办人|户主|受益人|帮扶对象|贫困户|特困户|低保户|脱贫户|监测户|农户|村民"
    "|学生|患者|病人|员工|职工|家长|成员|代表|会长|书记|村支书|专员|干部|申请人|受助人|配偶|子女|本户|所属|您的|你的)"
)
_TAIL = "(?:情况|状况|信息|类别|类型|种类|名称|代码|编码|说明|备注|登记)?"

# Reason -> what a heading asks for, by itself or with a person before it.
_ASKED = {
    "guard-ethnicity": "民族|族别|族籍|民族成[份分]|民族身份|是否(?:少数民族|汉族)|少数民族身份|何民族",
    "guard-religion": "宗教|宗教信仰|信仰|信教|信教与否|是否信教|教派|信仰宗教",
    "guard-politics": (
        "政治面貌|政治身份|政治倾向|政治观点|政治立场|党籍|党龄"
        "|是否(?:中共)?党员|(?:中共)?党员身份|入党(?:时间|日期|年月)|党员编号"
    ),
    "guard-health": (
        "健康(?:状况|情况|状态|程度|问题|史|档案号?)|身体(?:状况|情况)|身心状况|疾病|病史|病情|病种|既往病史|患病(?:情况|种类|名称)?"
        "|所患疾病|是否(?:患病|残疾|怀孕)|是否患有?重?大?疾?病|慢性病(?:情况)?|大病(?:情况)?|残疾|残疾(?:证号?|证号码|等级|类别|程度|状况)"
        "|血型|诊断|诊断结果|病历号?|体检结果|孕产情况|艾滋病|HIV|hiv|艾滋病感染(?:状况)?|(?:患者|病人|残疾人)(?:姓名|名单)"
    ),
    "guard-family": (
        "家庭(?:情况|状况|成员|成员姓名|成员情况|人口|人口数|背景|关系|出身|收入|年收入|人均收入|住址|地址|条件|经济状况)"
        "|婚姻|婚否|婚姻状况|婚育(?:状况|情况)?|配偶|配偶姓名|子女|子女姓名|子女(?:数|人数|情况)|父母|父亲|母亲|父亲姓名|母亲姓名|父母姓名"
        "|亲属(?:关系|姓名)?|与户主关系|社会关系|家属(?:姓名)?"
    ),
    "guard-identity": (
        "(?:居民)?身[份分]证(?:件)?(?:号|号码|编号|件号码?|字号|复印件)?|公民身份号码|(?:公民)?身[份分]证明?号码?|护照(?:号|号码)?|社保(?:卡)?号码?"
        "|户口簿?号码?|户口本|残疾证号码?"
    ),
}
# Only a person before them makes these personal.
_ASKED_OF_A_PERSON = {
    "guard-health": "健康|身体",
    "guard-family": "家庭",
    "guard-politics": "党派",
    "guard-identity": "证件号|证件号码|证号",
}
_COUNTED = re.compile(
    ".*(?:人数|户数|人口|人次|数量|总数|占比|比例|率|个数|人口数|合计)|"
    r"(?:number|count|no|total|share|percentage|proportion|rate) of .*|.* (?:count|total|rate|share|cases|headcount)"
)
_ALWAYS_PERSONAL = re.compile("家庭人口数?|子女人数")

_PERSON_EN = (
    "(?:(?:contact(?: person)?|person|personal|head of household|householder|household head|beneficiary|patient|student"
    "|villager|resident|employee|worker|member|applicant|owner|chair|legal representative|representative"
    "|officer)s?|staff|his|her|your)"
)
_ASKED_EN = {
    "guard-ethnicity": (
        "ethnicity|ethnic (?:group|origin|background|identity)|ethnic minority status|race|minority status"
    ),
    "guard-religion": "religion|religious (?:belief|beliefs|affiliation|faith)|faith|creed|denomination",
    "guard-politics": (
        "political (?:opinion|opinions|view|views|status|affiliation|leaning|beliefs?)"
        "|(?:is )?(?:a )?party member(?:ship)?"
    ),
    "guard-health": (
        "health (?:status|condition|conditions|state|history|record|problems?)"
        "|medical (?:history|condition|record|record number)"
        "|illness|illnesses|disease|diseases|diagnosis|disability|disability (?:status|type|level|grade)|disabled"
        "|(?:hiv|aids|hiv aids)(?: status)?|blood type|pregnan(?:t|cy)(?: status)?"
    ),
    "guard-family": (
        "family (?:members?|situation|status|size|background|income|address|circumstances|relations?)"
        "|marital status|marriage"
        "|marriage status|married|spouse|spouse name|(?:children|parents?|father|mother)s? names?"
        "|names? of (?:the )?(?:children|parents?|father|mother)|father|mother"
        "|next of kin"
        "|household (?:members|income)"
    ),
    "guard-identity": (
        "id (?:card|number|no|card (?:number|no))|identity (?:card|number|no|card (?:number|no))"
        "|national id(?: (?:number|no))?"
        "|citizen id(?: (?:number|no))?|passport(?: (?:number|no))?|social security (?:number|no)|ssn"
    ),
}
_ASKED_OF_A_PERSON_EN = {
    "guard-health": "health",
    "guard-family": "family",
    "guard-politics": "party|politics",
    "guard-identity": "id|document number",
}
# Said even inside brackets these leave no doubt; 卫生院（民族） does not ask for anybody's ethnicity.
_IN_BRACKETS = re.compile(
    r"政治面貌|宗教信仰|身[份分]证号码?|婚姻状况|健康状况|家庭成员|病史|hiv|marital status|religion|ethnicity|id number"
)


@lru_cache(maxsize=4096)
def person_level(heading: str) -> str | None:
    """Why a column heading is refused, as a word key, or None where it may pass.

    The words take `heading`: `Finding(key, {"heading": heading})`. Understands both scripts and English, remarks in
    brackets, stars and numbering, and several things asked in one heading (民族、政治面貌).
    """
    tidy = clean(heading).translate(_SIMPLIFIED).lower().replace("hiv/aids", "hiv aids")
    outside = re.sub(r"[(\[【〔].*?[)\]】〕]", " ", tidy)
    for bracketed in re.findall(r"[(\[【〔](.*?)[)\]】〕]", tidy):
        for part in _parts(bracketed):
            if _IN_BRACKETS.fullmatch(part):
                return _chinese(part) or _english(part)
    for part in _parts(outside):
        if reason := _chinese(re.sub(r"\s", "", part)) or _english(_words(part)):
            return reason
    return None


def _parts(text: str) -> Iterator[str]:
    for part in re.split(r"[、,;/|，；。]|(?<=.)[和与及]|\band\b", text):
        yield re.sub(r"^[\s*#0-9.]+|[\s*:?]+$", "", part)


def _words(part: str) -> str:
    return " ".join(re.findall("[a-z0-9]+", part.replace("'s", "").replace("’s", "")))


def _chinese(part: str) -> str | None:
    if _COUNTED.fullmatch(part) and not _ALWAYS_PERSONAL.fullmatch(part):
        return None
    return next(
        (reason for reason, pattern in _CHINESE.items() if pattern.fullmatch(part)),
        None,
    )


def _english(part: str) -> str | None:
    if _COUNTED.fullmatch(part):
        return None
    return next(
        (reason for reason, pattern in _ENGLISH.items() if pattern.fullmatch(part)),
        None,
    )


_CHINESE = {
    reason: re.compile(
        f"(?:{_SUBJECT}的?)?(?:{asked.lower()}){_TAIL}"
        f"|{_SUBJECT}的?(?:{_ASKED_OF_A_PERSON.get(reason, asked).lower()}){_TAIL}"
    )
    for reason, asked in _ASKED.items()
}
_ENGLISH = {
    reason: re.compile(
        rf"(?:{_PERSON_EN} )*(?:{asked})(?: of (?:the )?{_PERSON_EN})?"
        rf"|(?:{_PERSON_EN} )+(?:{_ASKED_OF_A_PERSON_EN.get(reason, asked)})"
        rf"|(?:{_ASKED_OF_A_PERSON_EN.get(reason, asked)}) of (?:the )?{_PERSON_EN}"
    )
    for reason, asked in _ASKED_EN.items()
}
