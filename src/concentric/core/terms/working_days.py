"""Working days by a dated calendar: when an answer is due, and how many working days something took.

A calendar knows the years whose arrangement has been published. For any other year it goes by the week and the few
holidays of fixed date, and says of every day it gives that it is provisional.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from concentric.core.terms.findings import Refused
from concentric.core.terms.words import say

_DAY = timedelta(days=1)
LONGEST = 2_000
"""The most working days that a deadline counts: about eight years."""


class NoSuchCalendar(Refused):
    """No calendar of this code comes with the program."""


class NotADeadline(Refused):
    """A deadline is a whole number of working days from 0 to LONGEST."""


class Deadline(NamedTuple):
    """A day, and whether an arrangement that isn't published yet may still move it."""

    day: date
    provisional: bool


@dataclass(frozen=True)
class Calendar:
    """The working days of a country, with what a place adds (`with_local`)."""

    code: str
    names: Mapping[str, str]
    years: frozenset[int]
    off: frozenset[date]
    work: frozenset[date]
    fixed: frozenset[tuple[int, int]]

    def is_working(self, day: date) -> bool:
        """Whether people work on that day."""
        if day in self.work:
            return True
        if day in self.off or day.weekday() >= 5:
            return False
        return day.year in self.years or (day.month, day.day) not in self.fixed

    def add(self, start: date, days: int) -> Deadline:
        """The last of `days` working days after `start`. The day itself never counts; 0 is the same day if it is
        worked, else the next that is.

        It is provisional when any day that was stepped over is.
        """
        if not 0 <= days <= LONGEST:
            raise NotADeadline("working-days-not-a-deadline", days=days, longest=LONGEST)
        day, left = start, days
        while left > 0 or not self.is_working(day):
            day += _DAY
            left -= self.is_working(day)
        provisional = any(year not in self.years for year in range(start.year, day.year + 1))
        return Deadline(day, provisional)

    def between(self, start: date, end: date) -> int:
        """How many working days there are after `start`, up to and with `end`; negative when `end` is earlier."""
        if end < start:
            return -self.between(end, start)
        return sum(self.is_working(start + _DAY * n) for n in range(1, (end - start).days + 1))

    def with_local(self, off: Iterable[date] = (), work: Iterable[date] = ()) -> "Calendar":
        """This calendar with a place's own days, which go before the country's."""
        off, work = frozenset(off), frozenset(work)
        return replace(self, off=(self.off | off) - work, work=(self.work - off) | work)

    def says(self, deadline: Deadline, lang: str) -> str:
        """The day as text, with a word where it is provisional."""
        # ISO, so that it reads the same in every table.
        key = "working-days-provisional" if deadline.provisional else "working-days-day"
        return say(key, lang, day=deadline.day.isoformat(), year=str(deadline.day.year))


@cache
def calendar(code: str = "cn") -> Calendar:
    """A calendar that comes with the program. NoSuchCalendar for an unknown code."""
    path = files("concentric.core.terms").joinpath("calendars", f"{code}.toml")
    if not code.isalnum() or not path.is_file():
        raise NoSuchCalendar("working-days-no-such-calendar", code=code, codes=", ".join(codes()))
    return read(code, tomllib.loads(path.read_text(encoding="utf-8")))


def codes() -> list[str]:
    """The codes of the calendars that come with the program."""
    names = [entry.name for entry in files("concentric.core.terms").joinpath("calendars").iterdir()]
    return sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml"))


def read(code: str, held: Mapping[str, Any]) -> Calendar:
    """A calendar from the tables of its file: one for each year, headed by the year."""
    years = {int(year): table for year, table in held.items() if year.isdigit()}
    off: set[date] = set()
    work: set[date] = set()
    for table in years.values():
        for first, last in table["off"]:
            day = date.fromisoformat(first)
            while day <= date.fromisoformat(last):
                off.add(day)
                day += _DAY
        work |= {date.fromisoformat(day) for day in table["work"]}
    fixed = frozenset((int(day[:2]), int(day[3:])) for day in held["fixed"])
    return Calendar(code, held["name"], frozenset(years), frozenset(off), frozenset(work), fixed)
