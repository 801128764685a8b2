from datetime import date, datetime, time
from decimal import Decimal

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from concentric.core.terms.findings import Refused
from concentric.core.terms.numbers import (
    LIMIT,
    Unreadable,
    from_cell,
    number_published,
    plain,
    read_number,
    show_number,
)
from concentric.core.terms.words import LANGS

READ = """
0            0          |  52000        52000       |  52,000       52000     |  52000.00     52000
１２         12         |  ５２，０００ 52000       |  1，200       1200      |  １，２００．５０ 1200.5
1,200.50     1200.5     |  -5           -5          |  −5           -5        |  －５         -5
+5           5          |  .5           0.5         |  0.5          0.5       |  0.0001       0.0001
1.50000      1.5        |  007          7           |  0.00         0         |  -0           0
1,234,567    1234567    |  5.2万        52000       |  ５．２万     52000     |  5.2萬       52000
5.2_万       52000      |  3亿          300000000   |  3億          300000000 |  1.43万亿    1430000000000
3千万        30000000   |  5百          500         |  2十万        200000    |  百_          !number-unreadable
1亿2000万    120000000  |  3万5千       35000       |  -5.2万       -52000    |  1,200万     12000000
5.23456789万 52345.6789 |  0.00001万    0.1         |  十二         12        |  十           10
一百二十     120        |  两千         2000        |  兩萬         20000     |  零           0
〇           0          |  负五         -5          |  壹万贰仟     12000     |  壹拾贰       12
一万零五百   10500      |  一万五百     10500       |  一千零五    1005      |  一万零五     10005
五百二十万   5200000    |  一亿零二     100000002   |  一百零五    105
922337203685477.5807 922337203685477.5807
"""

REFUSED = """
number-missing: | - | — | －－ | / | 无 | 無 | N/A | n/a | 暂无 | 待定 | unknown | .
number-estimate: 约5万 | 約5万 | 大约100 | 近200 | 超5万 | 逾1000 | 不足10 | 5万左右 | 5万多 | 1000余 | 1000余万
number-estimate: 100+ | ~5 | ≈5 | 十几 | 几十 | 数百 | 上百 | 若干 | 100以上 | >5 | about 50 | over 300
number-range: 5-6万 | 5-6 | 5~6 | ５～６ | 5—6 | 5至6万 | 5到6 | 1,000-2,000 | 三五万 | 5 to 6
number-percent: 50% | ５０％ | 3‰ | 百分之五
number-scientific: 1.2e3 | 1E+11 | 4.5E-3 | -1e5
number-word: 5万元 | 5家 | 120人 | ¥500 | USD 5 | 500 yuan | 5k | 5w | 3 个
number-separators: 1,2 | 1,20,000 | 1.200,50 | 1 200 | 1、200 | 1.2.3 | 5. | 1，20
number-precise: 1.23456 | 0.00001 | 5.234567891万 | -1.00001
number-large: 999999999999999 | 922337203685477.5808 | 1000万亿 | 10,000,000,000,000,000
number-date: 2021-3-5 | 2021/03/05 | 2021.3.5
number-unreadable: 一亿一
number-unreadable: abc | 一万五 | 三五 | 一百二 | 二〇二一 | 3万5 | 5.2万3千 | 1万2亿 | 1万2万 | 百 | 万 | 廿 | --5
number-unreadable: ٣ | (5) | 12345678901234567890123456789 | 十十
"""


def read_cases() -> list[tuple[str, Decimal]]:
    cells = [cell.split() for line in READ.strip().splitlines() for cell in line.split("|")]
    return [(typed.replace("_", " "), Decimal(value)) for typed, value in cells if not value.startswith("!")]


def refused_cases() -> list[tuple[str, str]]:
    lines = (line.split(":", 1) for line in REFUSED.strip().splitlines())
    return [(typed.strip(), key) for key, row in lines for typed in row.split("|")]


@pytest.mark.parametrize(("typed", "value"), read_cases())
def test_what_people_type_is_read_exactly(typed: str, value: Decimal) -> None:
    for around in (typed, f" {typed} ", f"\u3000{typed}\u00a0", f"\ufeff{typed}\n"):
        assert read_number(around) == value
    assert plain(read_number(typed)) == plain(value)


@pytest.mark.parametrize(("typed", "key"), refused_cases())
def test_what_has_no_single_exact_meaning_is_refused_with_its_reason(typed: str, key: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_number(typed)
    assert refused.value.key == key
    assert isinstance(refused.value, Refused)
    for lang in LANGS:
        assert refused.value.says(lang) and refused.value.remedy(lang)


@pytest.mark.parametrize("part", ["一", "万", "5", "一百", ",", "5,"])
def test_a_text_that_nobody_types_is_refused_before_it_is_looked_at(part: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_number(part * 30_000)
    assert refused.value.key == "number-unreadable"


def test_a_long_text_is_shortened_in_the_reason() -> None:
    with pytest.raises(Unreadable) as refused:
        read_number("捐赠" * 100)
    assert len(refused.value.says("en")) < 120


amounts = st.decimals(-LIMIT, LIMIT, places=4, allow_nan=False, allow_infinity=False)


@given(amounts)
def test_every_amount_survives_being_shown_and_read_again(value: Decimal) -> None:
    assert read_number(plain(value)) == value
    for lang in LANGS:
        assert read_number(show_number(value, lang)) == value
        assert read_number(number_published(value, lang)) == value


@given(st.integers(0, 10**15))
def test_every_whole_han_numeral_is_read_as_it_is_spelt(value: int) -> None:
    if value <= LIMIT:
        assert read_number(cn2an.an2cn(value, "low")) == value
        assert read_number(cn2an.an2cn(value, "up")) == value


@given(st.text(alphabet="0123456789.,-+万亿千百十一二三五零两约 多%eE元", max_size=12))
def test_any_text_is_read_or_refused_and_never_more_precise_than_four_decimals(text: str) -> None:
    try:
        value = read_number(text)
    except Unreadable:
        return
    assert value == value.quantize(Decimal("0.0001")) and abs(value) <= LIMIT


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (52000.0, "52000"),
        (52000, "52000"),
        (0.1 + 0.2, "0.3"),
        (1.1 * 3, "3.3"),
        (655.2000000001, "655.2"),
        (655.2000000000001, "655.2"),
        (sum([0.1] * 1000), "100"),
        (1234567.8901, "1234567.8901"),
        (99999999999.12, "99999999999.12"),
        (-0.0, "0"),
        (0, "0"),
        (Decimal("0.5"), "0.5"),
        ("5.2万", "52000"),
    ],
)
def test_a_cell_loses_its_float_noise_and_nothing_else(cell: object, value: str) -> None:
    assert plain(from_cell(cell)) == value


@pytest.mark.parametrize(
    ("cell", "key"),
    [
        (None, "number-missing"),
        ("", "number-missing"),
        (True, "number-truth"),
        (False, "number-truth"),
        (date(2021, 3, 5), "number-date"),
        (datetime.fromisoformat("2021-03-05T10:00"), "number-date"),
        (time(10), "number-date"),
        (float("nan"), "number-unreadable"),
        (float("inf"), "number-unreadable"),
        (1e20, "number-large"),
        (10**20, "number-large"),
        (123456789.12345, "number-precise"),
        (12.34560001, "number-precise"),
        (0.00001, "number-precise"),
        (Decimal("0.00001"), "number-precise"),
    ],
)
def test_a_cell_that_holds_no_exact_number_is_refused(cell: object, key: str) -> None:
    with pytest.raises(Unreadable) as refused:
        from_cell(cell)
    assert refused.value.key == key


@given(st.decimals(Decimal(-9999999999), Decimal(9999999999), places=4))
def test_an_amount_written_by_a_spreadsheet_comes_back_as_the_same_decimal(value: Decimal) -> None:
    assert from_cell(float(value)) == value


@pytest.mark.parametrize(
    ("value", "chinese", "english"),
    [
        ("52000", "5.2 万", "52,000"),
        ("18402", "18,402", "18,402"),
        ("9999", "9,999", "9,999"),
        ("10000", "1 万", "10,000"),
        ("300000000", "3 亿", "300,000,000"),
        ("76000", "7.6 万", "76,000"),
        ("1430000000000", "1.43 万亿", "1,430,000,000,000"),
        ("-52000", "-5.2 万", "-52,000"),
        ("0", "0", "0"),
        ("-0.5", "-0.5", "-0.5"),
    ],
)
def test_a_published_number_counts_in_wan_only_where_that_is_exact(value: str, chinese: str, english: str) -> None:
    assert number_published(Decimal(value), "zh-Hans") == chinese
    assert number_published(Decimal(value), "en") == english


def test_a_plain_number_is_the_same_in_every_language() -> None:
    assert {show_number(Decimal("52000.50"), lang) for lang in LANGS} == {"52,000.5"}
    assert number_published(Decimal(52000), "zh-Hant") == "5.2 萬"
