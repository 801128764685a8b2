import pytest

from concentric.core.terms.guards import person_level
from concentric.core.terms.words import LANGS, say

REFUSED = """
ethnicity: 民族 | 民 族 | 民族成份 | 民族（汉族/壮族/侗族） | *民族 | 3.民族： | 联系人民族 | 户主民族
ethnicity: 是否少数民族 | 姓名、民族 | 民族類別
ethnicity: Ethnicity | ethnic group | Ethnic_Group | Nationality / ethnic group | Contact person's ethnicity
ethnicity: Ethnicity of the householder | race
religion: 宗教信仰 | 宗教 | 负责人宗教信仰 | 是否信教 | Religion | Residents' religion | religious belief
religion: Member religion
politics: 政治面貌 | 政治面貌（必填） | 法定代表人政治面貌 | 是否党员 | 入党时间 | political views
politics: Party membership | Political status | Is party member
health: 健康状况 | 健康狀況 | 户主健康状况 | 联系人健康 | 疾病 | 患病情况 | 残疾等级 | 殘疾證號 | 患者姓名 | 艾滋病
health: HIV | HIV status | blood type
health: Health status | Health status of villagers | HIV/AIDS status | patient's health | medical history
health: Disability | 病史 | 血型
family: 家庭成员 | 家庭成員 | 家庭情况 | 家庭人口数 | 婚姻 | 婚姻状况 | 配偶姓名 | 子女情况 | 家庭年收入
family: 与户主关系 | Marital status | family members | Spouse | Father's name | Names of children | 特困户家庭情况
identity: 身份证号 | 身份证号码 | 身份證號 | 身分證號碼 | 居民身份证号 | 联系人身份证号 | 法人身份证
identity: 负责人证件号码 | 护照号 | ID number | ID card no. | Passport
politics: 备注（政治面貌）
"""

PASSED = """
三江侗族自治县 | 融水苗族自治县 | 广西壮族自治区 | 民族团结 | 民族团结进步示范 | 民族团结进步示范市命名批次 | 民族乡
是否民族乡 | 少数民族村
主体民族村 | 民族工作 | 民族宗教事务局 | 民宗局 | 民族学校 | 民族中学 | 少数民族人口 | 少数民族人口占比
少数民族人数 | 民族医院
卫生院 | 凤山镇卫生院 | 乡镇卫生院（民族） | 村卫生室 | 健康扶贫项目 | 健康 | 健康乡村 | 健康帮扶 | 医疗帮扶基地
义诊人次 | 残疾人数 | 残疾人就业人数
残疾人联合会 | 家庭农场 | 家庭医生签约数 | 家庭作坊 | 宗教场所数 | 民主党派 | 党派 | 党支部 | 党员人数 | 党建引领
政治协商 | 政协提案号
统一社会信用代码 | 编号 | 项目编号 | 联系人 | 联系电话 | 联系人姓名 | 承诺金额（万元） | 证件号码 | 代表 | 负责人
备注 | 妇女儿童之家 | 户数 | 受益人数 | 患者人次
health | Health programme | Health clinic | Clinics upgraded | Number of patients | Family farm | party | ID
Project ID | Project number | Ethnic unity
Sanjiang Dong Autonomous County | Ethnic minority village | Ethnic minority population share | Contact
Contact phone | Village | Religious sites count
| Amount (CNY) | Rural health stations | Race track | Representative | Number of people with a disability
Faith in the project | HIV/AIDS clinics | Children | Children's clinic | Parents | Disability services | 母亲水窖
残疾人 | 民族宗教
"""


def headings(table: str) -> list[str]:
    return [heading.strip() for line in table.strip().splitlines() for heading in line.split("|")]


def refusals() -> list[tuple[str, str]]:
    lines = (line.split(":", 1) for line in REFUSED.strip().splitlines())
    return [(heading.strip(), f"guard-{reason}") for reason, row in lines for heading in row.split("|")]


@pytest.mark.parametrize(("heading", "reason"), refusals())
def test_a_heading_that_asks_about_a_person_is_refused_with_its_reason(heading: str, reason: str) -> None:
    assert person_level(heading) == reason


@pytest.mark.parametrize("heading", headings(PASSED))
def test_a_heading_about_places_programmes_or_counts_passes(heading: str) -> None:
    assert person_level(heading) is None


@pytest.mark.parametrize("lang", LANGS)
def test_every_reason_can_be_said_with_the_heading_as_it_was_typed(lang: str) -> None:
    for heading, reason in refusals():
        assert heading in say(reason, lang, heading=heading)
        assert say(f"{reason}-remedy", lang)
