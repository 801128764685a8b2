import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concentric.core.terms.findings import Unreadable
from concentric.core.terms.periods import Period, read_period, show_period


@pytest.mark.parametrize(
    ("code", "start", "end"),
    [
        ("2021", (2021, 1, 1), (2022, 1, 1)),
        ("2021-H1", (2021, 1, 1), (2021, 7, 1)),
        ("2021-H2", (2021, 7, 1), (2022, 1, 1)),
        ("2021-Q1", (2021, 1, 1), (2021, 4, 1)),
        ("2021-Q3", (2021, 7, 1), (2021, 10, 1)),
        ("2021-Q4", (2021, 10, 1), (2022, 1, 1)),
        ("2021-05", (2021, 5, 1), (2021, 6, 1)),
        ("2021-12", (2021, 12, 1), (2022, 1, 1)),
        ("2021-01-01..2021-06-30", (2021, 1, 1), (2021, 7, 1)),
        ("2021-03-05..2021-03-05", (2021, 3, 5), (2021, 3, 6)),
    ],
)
def test_a_code_names_its_days_and_ends_the_day_after(
    code: str, start: tuple[int, int, int], end: tuple[int, int, int]
) -> None:
    assert read_period(code) == Period(code, date(*start), date(*end))


def test_small_letters_and_full_width_are_the_same_code() -> None:
    assert read_period(" 2021-h1 ") == read_period("２０２１－Ｈ１") == read_period("2021-H1")


@pytest.mark.parametrize(
    "text", ["", "21", "2021-5", "2021-13", "2021-00", "2021-Q5", "2021-H3", "1948", "2101", "2021年"]
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_period(text)
    assert refused.value.key == "period-unreadable" and refused.value.remedy("en")


def test_a_range_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(Unreadable) as refused:
        read_period("2021-06-30..2021-01-01")
    assert refused.value.key == "period-backwards"


def test_a_range_with_an_impossible_day_is_refused_for_that_day() -> None:
    with pytest.raises(Unreadable) as refused:
        read_period("2021-01-01..2021-02-30")
    assert refused.value.key == "date-impossible"


def test_the_last_day_belongs_to_a_period_and_its_end_does_not() -> None:
    half = read_period("2021-H1")
    assert half.last == date(2021, 6, 30)
    assert half.start in half and half.last in half and half.end not in half


@given(st.integers(1949, 2100))
def test_halves_quarters_and_months_tile_the_year(year: int) -> None:
    whole = read_period(str(year))
    for parts in (["H1", "H2"], ["Q1", "Q2", "Q3", "Q4"], [f"{month:02}" for month in range(1, 13)]):
        periods = [read_period(f"{year}-{part}") for part in parts]
        assert periods[0].start == whole.start and periods[-1].end == whole.end
        assert all(before.end == after.start for before, after in itertools.pairwise(periods))


@pytest.mark.parametrize(
    ("code", "chinese", "english"),
    [
        ("2021", "2021年", "2021"),
        ("2021-H1", "2021年上半年", "first half of 2021"),
        ("2021-Q3", "2021年第三季度", "third quarter of 2021"),
        ("2021-05", "2021年5月", "May 2021"),
        ("2021-01-01..2021-06-30", "2021年1月1日至2021年6月30日", "1 January 2021 to 30 June 2021"),
    ],
)
def test_a_period_is_shown_in_words(code: str, chinese: str, english: str) -> None:
    assert show_period(read_period(code), "zh-Hans") == chinese
    assert show_period(read_period(code), "en") == english
