"""Working days are those that were really worked: make-up Sundays count, bridged Mondays don't."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concentric.core.terms.working_days import LONGEST, Deadline, NoSuchCalendar, NotADeadline, calendar, codes

CHINA = calendar("cn")
WEEKDAYS = {2020: 262, 2021: 261, 2022: 260, 2023: 260, 2024: 262, 2025: 261, 2026: 261}
days = st.dates(date(2019, 6, 1), date(2028, 6, 1))


@pytest.mark.parametrize(
    ("year", "working"), [(2020, 249), (2021, 250), (2022, 249), (2023, 249), (2024, 251), (2025, 248), (2026, 248)]
)
def test_each_year_has_as_many_working_days_as_its_arrangement_leaves(year: int, working: int) -> None:
    counted = CHINA.between(date(year - 1, 12, 31), date(year, 12, 31))
    off = sum(1 for day in CHINA.off if day.year == year and day.weekday() < 5)
    made_up = sum(1 for day in CHINA.work if day.year == year)
    assert counted == working == WEEKDAYS[year] - off + made_up


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2020-01-31", False),  # the lengthened Spring Festival
        ("2020-02-03", True),
        ("2021-02-07", True),  # a Sunday before the Spring Festival
        ("2021-02-17", False),
        ("2021-04-25", True),
        ("2021-05-08", True),
        ("2021-09-18", True),
        ("2021-09-20", False),
        ("2021-10-09", True),
        ("2022-12-31", False),
        ("2023-06-25", True),
        ("2024-02-09", True),  # New Year's Eve was no holiday that year
        ("2025-10-08", False),
        ("2026-02-28", True),
        ("2026-09-20", True),
        ("2021-03-06", False),
        ("2021-03-08", True),
        ("2027-05-03", True),
        ("2027-10-01", False),
    ],
)
def test_a_day_is_worked_or_not(day: str, works: bool) -> None:
    assert CHINA.is_working(date.fromisoformat(day)) is works


def test_days_worked_instead_are_saturdays_and_sundays_and_none_is_off_as_well() -> None:
    assert {day.weekday() for day in CHINA.work} <= {5, 6} and not CHINA.work & CHINA.off
    assert {day.year for day in CHINA.work | CHINA.off} == set(range(2020, 2027)) == CHINA.years


@pytest.mark.parametrize(
    ("start", "count", "day", "provisional"),
    [
        ("2021-03-01", 5, "2021-03-08", False),
        ("2021-02-05", 3, "2021-02-09", False),  # Friday; Sunday the 7th is worked
        ("2021-09-30", 1, "2021-10-08", False),
        ("2021-03-06", 0, "2021-03-08", False),
        ("2021-03-08", 0, "2021-03-08", False),
        ("2021-03-06", 1, "2021-03-08", False),
        ("2026-12-30", 5, "2027-01-07", True),
    ],
)
def test_a_deadline_counts_working_days_after_the_day(start: str, count: int, day: str, provisional: bool) -> None:
    assert CHINA.add(date.fromisoformat(start), count) == Deadline(date.fromisoformat(day), provisional)


@given(days, st.integers(1, 120))
def test_the_working_days_up_to_a_deadline_are_as_many_as_were_given(start: date, count: int) -> None:
    due = CHINA.add(start, count).day
    assert CHINA.is_working(due) and CHINA.between(start, due) == count == -CHINA.between(due, start)


@given(days, days, days)
def test_stretches_add_up(first: date, second: date, third: date) -> None:
    first, second, third = sorted((first, second, third))
    assert CHINA.between(first, third) == CHINA.between(first, second) + CHINA.between(second, third)


def test_a_provisional_day_says_so() -> None:
    near, far = CHINA.add(date(2021, 3, 1), 5), CHINA.add(date(2027, 3, 1), 5)
    assert CHINA.says(near, "en") == "2021-03-08" and "provisional" in CHINA.says(far, "en")
    assert "暂定" in CHINA.says(far, "zh-Hans") and "暫定" in CHINA.says(far, "zh-Hant")


def test_a_place_adds_holidays_of_its_own() -> None:
    third_of_third = [date(2021, 4, 14), date(2021, 4, 15)]
    local = CHINA.with_local(off=third_of_third, work=[date(2021, 4, 17)])
    assert not local.is_working(date(2021, 4, 14)) and local.is_working(date(2021, 4, 17))
    assert CHINA.is_working(date(2021, 4, 14)) and local.add(date(2021, 4, 13), 1).day == date(2021, 4, 16)


def test_an_unknown_calendar_and_an_impossible_deadline_are_refused() -> None:
    for code in ("atlantis", "../cn", ""):
        with pytest.raises(NoSuchCalendar) as unknown:
            calendar(code)
        assert unknown.value.says("en") and "cn" in unknown.value.remedy("zh-Hans")
    for count in (-1, LONGEST + 1):
        with pytest.raises(NotADeadline) as refused:
            CHINA.add(date(2021, 3, 1), count)
        assert refused.value.says("en") and refused.value.remedy("zh-Hant")
    assert codes() == ["cn"]
    assert CHINA.add(date(2021, 3, 1), LONGEST).day - date(2021, 3, 1) > timedelta(days=2_700)
