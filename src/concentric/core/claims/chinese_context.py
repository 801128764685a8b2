"""What stands around a Chinese number decides what it is: an age, a threshold, a target, a growth, money or people."""

from __future__ import annotations

import re

from concentric.core.claims.reading import Change, Listed
from concentric.core.claims.units import NOUNS_PEOPLE, UnitClass

_AGE = re.compile(r"\s?周?岁")
_PEOPLE = re.compile(
    rf"\s?(?:多|余)?(?:名|位)?(?:[\u4e00-\u9fff]{{0,4}}?)(?:{'|'.join(sorted(NOUNS_PEOPLE, key=len, reverse=True))})"
)
_MEASURED = re.compile(
    r"平均|人均|均|天数|用时|耗时|时长|缩短|压缩|压减|缩减|减少|减至|降至|降到|办理时间|办结时间|时间|时限|周期|提速|提前|提至|压到|压至|学时|课时|服务时间|累计"
)
_CLAUSE = re.compile(r"[，。；！？\n,;!?（）()]")
_UP = re.compile(
    r"增长|增加|增|提高|提升|上升|上涨|扩大|攀升|多出|回升|上浮|按年升|升|涨|净增|增幅|增速|涨幅|高于|新增"
)
_DOWN = re.compile(r"下降|减少|降低|下滑|回落|缩减|缩短|压缩|减|降|下跌|跌|收窄|负增长|降幅|压减|萎缩")
_SINCE = re.compile(r"同比|环比|比上年|较上年|比去年|较去年|比20\d\d年|较20\d\d年|同期|比年初|较年初|上年|去年")
_TARGET = re.compile(
    r"力争|争取|目标(?!任务(?:的)?(?:完成|超额))|(?:(?<=[，。；、年还原并均正内])|^)计划(?!投资|总投资|的|完成)|计划(?=到|在|于|新|再|实施|组织|安排|招|引|建|改|发放|选派|投入|用)|规划(?=建|新|到)|预计|预期|有望|确保|拟(?![定合])|明年|来年|下一步|下一阶段|下一年|(?<![增加长升高展大少降截])[到至]20\d\d"
    r"|(?:^|[，。；、])(?:[^，。；、]{0,12})将(?!近)(?=[^，。；]{0,12}$)|今后|未来|“?十五五|要(?:在|把|力|确|实现|达到|完成|新增|建成)"
)
_DONE = re.compile(r"已|完成了|实现了|达到了|累计|超额|兑现|截至")
_THRESHOLD = re.compile(
    r"标准|门槛|限额|上限|下限|最高|最低|封顶|起征|满分|不得|额度|单笔|凡|对|符合|年(?:主营)?(?:业务|营业)收入|产值[^，。]{0,3}$|面积[^，。]{0,3}$|规模[^，。]{0,3}$"
)
_NOUN_AFTER = re.compile(r"\s?(?:的|（含[^）]*）|\(含[^)]*\)|[\u4e00-\u9fff])")
_VERB_AFTER = re.compile(
    r"\s?(?:，|。|；|、|$|\n|[,.;!?！？]|的?(?:资金|款|成|支持|和|与|及|用于|投|已|均|都|来自|是|为|在|对|了|以)|的目标)"
)
_MONEY = re.compile(
    r"资|款|金|投入|收入|产值|税|贷|营收|利润|销售额|交易额|总额|成交|捐|补贴|费|消费|订单|出口额|进口额|GDP|增加值|经费|融资|授信|减负|让利|节约|节省|清欠"
)


def age(after: str) -> bool:
    """Whether what follows makes a number an age."""
    return bool(_AGE.match(after))


def time_is_measured(text: str, start: int, end: int, unit: str) -> bool:
    """Whether a length of time is itself the figure (an average, a saving), not when something happened."""
    if unit in ("学时", "课时", "个学时", "个课时"):
        return True
    if unit in ("秒", "秒钟") and "平均" in text[max(0, start - 8) : start]:
        return True
    if unit in ("年", "月", "个月", "个多月", "个季度", "季度", "个年头", "个学期", "周", "日", "秒") and unit not in (
        "个月",
        "日",
    ):
        return False
    if "小时" in unit and re.search(r"[万千]|\d{4}|\d,\d{3}", text[start:end]):
        return True  # so many hours nobody waits
    before = _CLAUSE.split(text[max(0, start - 14) : start])[-1]
    if before.endswith("每"):
        return False
    if text[end : end + 1] in ("内", "前", "后", "来", "间"):
        return bool(re.search(r"压缩|缩短|平均|压减", before))
    return bool(_MEASURED.search(before))


def noun_class(unit: str, unit_class: UnitClass, after: str) -> tuple[UnitClass, bool]:
    """个 counts people when a word for people follows; whether the class stays a guess."""
    if unit in ("个", "批", "支", "组", "对", "代"):
        if unit == "个" and re.match(
            r"(?:贫困|农村|困难|优秀|乡村)?(?:"
            + "|".join(NOUNS_PEOPLE)
            + ")(?!之家|大会|服务|培训班|中心|基地|工作|活动)",
            after,
        ):
            return "people", True
        return unit_class, True
    if unit == "位" and re.match("数", after):
        return "count", True
    return unit_class, False


def change_of(text: str, start: int, unit_class: UnitClass) -> tuple[Change, bool]:
    """Whether the number is how much something rose or fell, and whether that is against an earlier period."""
    before = _CLAUSE.split(text[max(0, start - 16) : start])[-1]
    near = before[-7:]
    since = bool(_SINCE.search(_last_clauses(text, start)))
    if unit_class not in ("percent", "points", "multiple", "time") and not re.search(
        r"(?:增长|增加|净增|(?<!新)增|减少|下降|上升|提高|缩短|压缩|多|少)了?$", near
    ):
        return "", since
    if re.search(r"(?:至|到|为|占|达|率|达到|[^增涨降]幅)$", before):
        if re.search(r"(?:增长率|增速|增幅|涨幅)(?:为|达到?|至|到)?$", before):
            return "up", since
        if re.search(r"降幅(?:为|达到?)?$", before):
            return "down", since
        return "", since
    ups = [match.end() for match in _UP.finditer(near)]
    downs = [match.end() for match in _DOWN.finditer(near)]
    if downs and (not ups or downs[-1] >= ups[-1]):
        return "down", since
    return ("up" if ups else ""), since


def _last_clauses(text: str, start: int) -> str:
    return re.split(r"[。；\n]", text[max(0, start - 24) : start])[-1]


def money_is_meant(text: str, start: int, after: str = "") -> bool:
    """Whether a number with a scale but no unit (投入1200万) is money."""
    clauses = _CLAUSE.split(text[max(0, start - 24) : start])
    before = clauses[-1][-10:]
    if len(clauses) > 1 and re.match("其中|含|包括", before):
        before = clauses[-2][-10:] + before  # 总投资11亿，其中一期4亿
    if re.match(r"(?:以[上下内])?的?[\u4e00-\u9fff]{0,3}(?:贷款|资金|投资|授信|借款|补助|合同)", after):
        return True
    return bool(_MONEY.search(before)) and not re.search(
        r"(?:人|户|件|家|个|次|笔|台|份)(?:数|次)[^，。]{0,4}$", before
    )


def listed_of(text: str, start: int, end: int, post: str, pre: str, unit: str, unit_class: UnitClass) -> Listed:
    """threshold, target, or nothing: what is aimed at or asked for is no claim about what happened."""
    after = text[end + len(post) : end + len(post) + 8]
    sentence = re.split(r"[。！？\n]", text[max(0, start - 60) : start])[-1]
    clause = re.split(r"[，。；！？\n,;]", sentence)[-1]
    bound = post in ("以上", "及以上", "或以上", "以下", "及以下", "以内") or pre in (
        "不低于",
        "不少于",
        "不超过",
        "至少",
        "最多",
        "低于",
        "高于",
    )
    if (
        post
        and unit_class in ("money", "measure", "time")
        and not _VERB_AFTER.match(after)
        and _NOUN_AFTER.match(after)
    ):
        return "threshold"
    if (
        unit_class == "money"
        and (post or pre)
        and re.match(r"的?(?:项目|企业|单位|工程|大户|村|镇|订单|合同)\s?\d", after)
    ):
        return "threshold"
    if bound and post.startswith(("及", "或")) and not _VERB_AFTER.match(after):
        return "threshold"
    if bound and re.search(
        r"年(?:主营)?(?:业务|营业)收入[^，。]{0,4}$|满分|标准|门槛|限额|上限|下限|额度|单笔|凡|不得|(?:规模|产值|面积)$",
        clause,
    ):
        return "threshold"
    if re.search(r"(?:最高|上限|下限|门槛|起征点|封顶|标准|限额)(?:为|是|不超过|达)?$", clause):
        return "threshold"
    if re.match(r"(?:左右)?的(?:预期|年度|既定|总)?(?:目标|指标)(?!任务完成)", after):
        return "target"
    goal = _TARGET.search(clause) or re.search(
        r"明年|来年|下一步|下一阶段|力争|(?<![增加长升高展大少降])到20\d\d年|未来|今后|“?十五五", sentence
    )
    if goal and not _DONE.search(clause):
        return "target"
    return ""
