"""What claims something and what doesn't: each line a text, its claims, and its other numerals."""

import pytest

from concentric.core.claims.cleaning import clean
from concentric.core.claims.found import find
from concentric.core.terms.numbers import plain

CLAIMS = """
总产值1.43万亿元                                  | 1.43万亿元 = 1430000000000 money CNY
共53万3660票                                      | 53万3660票 = 533660 count 票
募得2千多万元                                     | 2千多万元 = 20000000 money CNY
近八成群众满意                                    | 八成 = 80 percent %
捐款过亿元                                        | 亿元 = 100000000 money CNY
新建500多平方                                     | 500多平方 = 500 measure 平方
nine hundred people came                          | nine hundred = 900 people people
spent Rs 4,825 crore in all                       | Rs 4,825 crore = 48250000000 money INR
reached 3.28 lakh families                        | 3.28 lakh = 328000 count families
built 2,94,700 houses                             | 2,94,700 = 294700 count houses
fourteen organizations joined                     | fourteen = 14 count organizations
raised (£43m) in all                              | £43m = 43000000 money GBP
growth was -9.6% in the year                      | -9.6% = -9.6 percent %
服务群众超过5000人次                              | 5000人次 = 5000 person_times 人次
占三分之一                                        | 三分之一 = 33.33333333333333333333333333 percent %
合格率百分之八十五                                | 百分之八十五 = 85 percent %
硬化村道四十二点三公里                            | 四十二点三公里 = 42.3 measure 公里
帮扶三四十家企业                                  | 三四十家 = 30 count 家
平均办结时间3.6天                                 | 3.6天 = 3.6 time 天
重点产业链九大产业                                | 九大 = 9 count 大
投入1200万用于修路                                | 1200万 = 12000000 money CNY
一个研究基地、四个教育基地                        | 一个 = 1 count 个 ; 四个 = 4 count 个
共发电1865亿千瓦时                                | 1865亿千瓦时 = 186500000000 measure 千瓦时
儿童失学为零。                                    | 零 = 0 count
深訪120萬餘戶                                     | 120萬餘戶 = 1200000 count 户
two-thirds of the clinics opened                  | two-thirds = 66.66666666666666666666666667 percent %
one in five farmers joined                        | one in five = 20 percent %
rose from 71% to 84% in a year                    | 71% = 71 percent % ; 84% = 84 percent %
Potholes filled: 9,600. Trees planted: 8,200.     | 9,600 = 9600 count ; 8,200 = 8200 count
10 million yuan was pledged                       | 10 million yuan = 10000000 money CNY
the index rose 1.2 percentage points              | 1.2 percentage points = 1.2 points pp
420-plus villages took part                       | 420-plus = 420 count villages
12.3 cents in the dollar went on costs            | 12.3 cents in the dollar = 12.3 percent %
they settled in eight jointly built parks         | eight = 8 count parks
farms and shops number 84 and 31, respectively    | 84 = 84 count ; 31 = 31 count
each gave 75 hours apiece                         | 75 hours = 75 time hours
the list has 118.                                 | 118 = 118 count
Three quarters of our staff came                  | Three quarters = 75 percent %
thirty-one of the 38 schools are good             | thirty-one = 31 count ; 38 = 38 count schools
0.4 accidents per million hours                   | 0.4 = 0.4 count accidents
a budget of 1 250 000 EUR                         | 1 250 000 EUR = 1250000 money EUR
每10万人口有医生28名                              | 28名 = 28 people 名
half a dozen firms signed up                      | half a dozen = 6 count firms
it stands at 4.6 out of 5                         | 4.6 = 4.6 count
19 of 20 targets met (95%)                        | 19 = 19 count ; 20 = 20 count targets ; 95% = 95 percent %
a scheme helped 4-5,000 people                    | 4-5,000 = 4000 people people
coverage was 93.5%, 1.5 points below the goal     | 93.5% = 93.5 percent % ; 1.5 points = 1.5 points pp
满意度99.2分                                      | 99.2分 = 99.2 count 分
为企业减负2.1个亿                                 | 2.1个亿 = 210000000 money CNY
总投资11亿，其中一期4亿                           | 11亿 = 1100000000 money CNY ; 4亿 = 400000000 money CNY
捐款合计壹佰贰拾万元整                            | 壹佰贰拾万元 = 1200000 money CNY
已有1/3的村完成改造                               | 1/3 = 33.33333333333333333333333333 percent %
参与率提高了一倍                                  | 提高了一倍 = 2 multiple x
全年服务3.1万小时                                 | 3.1万小时 = 31000 time 小时
"""
NOTHING = """
前10名选手                       | ordinal
第九批示范市                     | ordinal
目前推进“三进”活动               | slogan
2021年10月18日上午               | date
民國110年度預算                  | date
二〇二一年以来                   | date
连续3年                          | duration
澜政发〔2021〕12号               | document-number
电话：0772-3105566               | phone
拨打12345政务服务便民热线        | phone
（三）环境治理                   | enumerator
五台山                           | name
一户一策                         | idiom
《二十条措施》                   | name
全国500强                        | ordinal
in the 1920s                     | date
he moved to District 28          | name
on May 5, 2021                   | date
a five-year plan                 | duration
it lasted three years            | duration
Scope 1 and 2 emissions fell     | name
the bill passed 310-112          | code
3分之999999999999999999999999999 | code
ISBN 978-1-4028-9462-6           | code
our twenty-third conference      | ordinal
平均每3天一次                    | idiom
call 13 22 10 at night           | phone
ABN 51 824 753 556               | phone
the top 10                       | ordinal
see Document No. 12              | document-number
call (555) 010-4477              | phone
at 12 Mill Street, Ellery        | address
one of the villages              | idiom
the number 42 bus                | name
"""
LISTED = """
户均增收数十万元                             | vague
hundreds of people came                      | vague
年营业收入2000万元以上的工业企业             | threshold
力争明年提高到65%以上                        | target
老人今年82岁                                 | age
九十五岁的阿嬷                               | age
The city aims to reach 65% by 2030           | target
Ana Prieto, 51, said so                      | age
投入专项经费　　万元，                       | unreadable
we help families earning under £20,000       | threshold
places are limited to 40                     | threshold
50万以下的小额贷款                           | threshold
were under 18.                               | age
vaccinated many children under five          | age
A couple of hundred homes were checked       | vague
"""


def lines(table: str) -> list[tuple[str, str]]:
    found = []
    for line in table.strip().splitlines():
        text, _, wanted = line.partition("|")
        found.append((text.strip(), wanted.strip()))
    return found


@pytest.mark.parametrize(("text", "wanted"), lines(CLAIMS))
def test_a_claim_is_read_with_value_and_unit(text: str, wanted: str) -> None:
    cleaned = clean(text)
    shown = []
    for one in find(cleaned).readings:
        start, end = cleaned.span(one.start, one.end)
        value = plain(one.value) if one.value is not None else ""
        shown.append(f"{text[start:end]} = {value} {one.unit_class} {one.unit}".strip())
    assert " ; ".join(shown) == wanted


@pytest.mark.parametrize(("text", "reason"), lines(NOTHING))
def test_a_numeral_that_counts_nothing_is_no_claim(text: str, reason: str) -> None:
    found = find(clean(text))
    assert not found.readings
    assert reason in {one.reason for one in found.others}


@pytest.mark.parametrize(("text", "why"), lines(LISTED))
def test_what_is_listed_is_never_judged(text: str, why: str) -> None:
    assert [one.listed for one in find(clean(text)).readings] == [why]


def test_people_and_person_times_are_told_apart() -> None:
    people, times = find(clean("服务5230人，服务5230人次")).readings
    assert (people.unit_class, times.unit_class) == ("people", "person_times")


def test_a_rise_and_a_fall_are_noticed() -> None:
    text = "民间投资增长9.6%，出口下降4.2%，占比达58.3%。\nExports fell 4.2 percent."
    assert [one.change for one in find(clean(text)).readings] == ["up", "down", "", "down"]


def test_words_that_contain_a_hedge_are_none() -> None:
    text = "签约122个项目，节约20万元，通过63件提案，附近12个村"
    assert [one.hedge for one in find(clean(text)).readings] == ["", "", "", ""]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("参与民企\t家\t164\n定向采购\t万元\t1,248", "164 家 count; 12480000 CNY money"),
        ("项目　　单位　　数值\n合同引资　　亿美元　　1.86", "186000000 USD money"),
        ("指标│2023年│增速（%）\n营业收入（亿元）│38.6│-2.4", "3860000000 CNY money; -2.4 % percent"),
        ("KPI\t2023\t2022\nRevenue, € million\t2,140\t2,040", "2140000000 EUR money; 2040000000 EUR money"),
        ("Item\tResult\nWaste, tonnes\t318\nRecycling rate\t68", "318 tonnes measure; 68 % percent"),
        ("（单位：万元）\n助学\t320\n助老\t75", "3200000 CNY money; 750000 CNY money"),
        ("序号\t名称\t户数\n1\t石村\t42", "42  count"),
        ("No.\tYear\tSites\n1\tUpper Lane\t12", "12  count"),
    ],
)
def test_a_bare_number_in_a_table_has_the_unit_of_its_headings(table: str, said: str) -> None:
    found = find(clean(table)).readings
    assert "; ".join(f"{plain(one.value or 0)} {one.unit} {one.unit_class}" for one in found) == said


def test_a_line_of_numbers_alone_is_no_table() -> None:
    assert find(clean("12\t15\t18\n1  2  3")).readings == []
