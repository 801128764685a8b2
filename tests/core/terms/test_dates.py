from datetime import UTC, date, datetime, timedelta

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from concentric.core.terms.dates import from_serial, read_date, show_date, show_month
from concentric.core.terms.findings import Unreadable
from concentric.core.terms.words import LANGS

DAY = date(2021, 3, 5)
days = st.dates(date(1949, 1, 1), date(2100, 12, 31))

SAME_DAY = """
2021-3-5 | 2021-03-05 | 2021/3/5 | 2021.3.5 | 2021.03.05 | 20210305 | 2021年3月5日 | 2021年03月05日
2021 年 3 月 5 日 | 2021年3月5号 | 2021年3月5
民国110年3月5日 | 民國 110 年 3 月 5 日
二〇二一年三月五日 | 二零二一年三月五日 | 二○二一年三月五号 | ２０２１－０３－０５ | ２０２１年３月５日
2021-03-05 00:00:00 | 2021-03-05T14:30:00 | 2021-03-05T14:30Z
2021/3/5 8:05 | 5 March 2021 | 5 Mar 2021 | 5th March, 2021 | March 5, 2021 | Mar. 5 2021
"""

REFUSED = """
date-missing: | - | / | 无 | 不详 | n/a | 长期
date-impossible: 2021-2-29 | 2021-13-1 | 2021-4-31 | 20211301 | 2021年2月30日 | 二〇二一年十三月一日 | 2021-0-1
date-impossible: 31 June 2021
date-short-year: 21-3-5 | 21/3/5 | 99年3月5日 | 21.3.5
date-order: 03/04/2021 | 3-4-2021 | 25/12/2021 | 3.4.2021
date-day-missing: 2021年3月 | 2021-03 | 202103 | 2021/3 | March 2021 | 二〇二一年三月
date-only-year: 2021 | 2021年
date-out-of-range: 1948-12-31 | 2101-1-1 | 1900年1月1日 | 9999-12-31
date-unreadable: abc | 2021-3/5 | 44260 | 三月五日 | 3月5日 | 2021年上半年 | 2021-3-5至2021-4-1 | 2021-3-5月
"""


def refused_cases() -> list[tuple[str, str]]:
    lines = (line.split(":", 1) for line in REFUSED.strip().splitlines())
    return [(typed.strip(), key) for key, row in lines for typed in row.split("|")]


@pytest.mark.parametrize("typed", [one.strip() for line in SAME_DAY.strip().splitlines() for one in line.split("|")])
def test_one_day_is_read_however_it_is_typed(typed: str) -> None:
    assert read_date(typed) == read_date(f"\u3000{typed} ") == DAY


@pytest.mark.parametrize(("typed", "key"), refused_cases())
def test_what_is_no_day_or_may_be_two_is_refused_with_its_reason(typed: str, key: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_date(typed)
    assert refused.value.key == key
    for lang in LANGS:
        assert refused.value.says(lang) and refused.value.remedy(lang)


@pytest.mark.parametrize(
    "cell",
    [
        DAY,
        datetime.fromisoformat("2021-03-05"),
        datetime.fromisoformat("2021-03-05T23:59"),
        datetime(2021, 3, 5, 23, tzinfo=UTC),
        44260,
        44260.0,
    ],
)
def test_a_cell_gives_its_own_day_and_drops_the_time(cell: date | float) -> None:
    day = read_date(cell)
    assert day == DAY and type(day) is date


def test_a_serial_keeps_its_day_until_midnight() -> None:
    assert read_date(44260.75) == DAY
    assert read_date(44259.999999999) == DAY  # noise of a binary fraction
    assert read_date(44259.9999) == DAY - timedelta(days=1)


def test_digits_typed_into_a_number_cell_are_a_date_and_not_a_serial() -> None:
    assert read_date(20210305) == DAY
    for number, key in ((2021, "date-only-year"), (202103, "date-day-missing"), (20211301, "date-impossible")):
        with pytest.raises(Unreadable) as refused:
            read_date(number)
        assert refused.value.key == key


@pytest.mark.parametrize(
    "cell", [None, True, 0, -1, 1, 60, 17898, 73416, float("nan"), float("inf"), 1e12, date(1900, 1, 1)]
)
def test_a_cell_without_a_sensible_day_is_refused(cell: object) -> None:
    with pytest.raises(Unreadable):
        read_date(cell)  # type: ignore[arg-type]


def test_the_leap_day_of_1900_that_never_was_shifts_the_days_before_it() -> None:
    assert from_serial(1) == date(1900, 1, 1)
    assert from_serial(59) == date(1900, 2, 28)
    assert from_serial(61) == date(1900, 3, 1)
    with pytest.raises(Unreadable):
        from_serial(60)


def test_a_month_is_enough_only_where_the_caller_says_so() -> None:
    assert read_date("2021年3月", precision="month") == date(2021, 3, 1)
    assert read_date("2021-03-05", precision="month") == DAY
    assert read_date("2021年", precision="year") == date(2021, 1, 1)
    with pytest.raises(Unreadable):
        read_date("2021年", precision="month")


def test_a_date_is_shown_as_people_write_it() -> None:
    assert [show_date(DAY, lang) for lang in LANGS] == ["2021年3月5日", "2021年3月5日", "5 March 2021"]
    assert [show_month(DAY, lang) for lang in LANGS] == ["2021年3月", "2021年3月", "March 2021"]


@given(days, st.sampled_from(LANGS))
def test_every_shown_date_reads_back(day: date, lang: str) -> None:
    assert read_date(show_date(day, lang)) == day


@given(days)
def test_every_day_is_read_from_its_serial_its_digits_and_its_han_numerals(day: date) -> None:
    assert read_date((day - date(1899, 12, 30)).days) == day
    assert read_date(f"{day:%Y%m%d}") == day
    year = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))
    assert read_date(f"{year}年{cn2an.an2cn(day.month)}月{cn2an.an2cn(day.day)}日") == day


@given(st.text(alphabet="0123456789-/.年月日号〇一二三十廿 :TMar", max_size=14))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        assert 1949 <= read_date(text).year <= 2100
    except Unreadable as refused:
        assert refused.says("zh-Hans")
