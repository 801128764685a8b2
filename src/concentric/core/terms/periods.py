"""Periods of a review: a year, a half, a quarter, a month, or two days with everything between."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from concentric.core.terms.codes import clean
from concentric.core.terms.dates import (
    FIRST_YEAR,
    LAST_YEAR,
    read_date,
    show_date,
    show_month,
)
from concentric.core.terms.findings import Unreadable
from concentric.core.terms.words import say

_CODE = re.compile(r"(?P<year>[0-9]{4})(?:-(?:H(?P<half>[12])|Q(?P<quarter>[1-4])|(?P<month>0[1-9]|1[0-2])))?")
_RANGE = re.compile(r"(?P<first>[0-9]{4}-[0-9]{2}-[0-9]{2})\.\.(?P<last>[0-9]{4}-[0-9]{2}-[0-9]{2})")


@dataclass(frozen=True, order=True)
class Period:
    """A span of days. `code` as read, `start` its first day, `end` the day *after* its last."""

    code: str
    start: date
    end: date

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end

    @property
    def last(self) -> date:
        """The last day that belongs to it."""
        return self.end - timedelta(days=1)


def read_period(text: str) -> Period:
    """The period of a code: 2021, 2021-H1, 2021-Q3, 2021-05, or 2021-01-01..2021-06-30 (both days belong to it).

    Raises `Unreadable` for anything else, for a range that ends before it starts, and outside 1949 to 2100.
    """
    code = clean(text).upper()
    if match := _RANGE.fullmatch(code):
        first, last = read_date(match["first"]), read_date(match["last"])
        if last < first:
            raise Unreadable("period-backwards", text=code)
        return Period(code, first, last + timedelta(days=1))
    match = _CODE.fullmatch(code)
    if match is None or not FIRST_YEAR <= int(match["year"]) <= LAST_YEAR:
        raise Unreadable("period-unreadable", text=" ".join(text.split())[:40])
    if match["half"]:
        length, number = 6, int(match["half"])
    elif match["quarter"]:
        length, number = 3, int(match["quarter"])
    elif match["month"]:
        length, number = 1, int(match["month"])
    else:
        length, number = 12, 1
    year, month = int(match["year"]), length * (number - 1) + 1
    after = month + length
    return Period(
        code,
        date(year, month, 1),
        date(year + (after > 12), 1 if after > 12 else after, 1),
    )


def show_period(period: Period, lang: str) -> str:
    """2021年, 2021年上半年, 2021年第三季度, 2021年5月, 2021年1月1日至2021年6月30日; likewise in English."""
    match = _CODE.fullmatch(period.code)
    if match is None:
        return say(
            "period-range",
            lang,
            first=show_date(period.start, lang),
            last=show_date(period.last, lang),
        )
    if match["month"]:
        return show_month(period.start, lang)
    for part in ("half", "quarter"):
        if match[part]:
            return say(f"period-{part}", lang, year=match["year"], number=int(match[part]))
    return say("period-year", lang, year=match["year"])
