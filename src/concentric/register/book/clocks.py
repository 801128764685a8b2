"""The clocks of a book: its calendar, the deadlines of cases, and when what was done is looked back on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from concentric.core.terms.working_days import LONGEST, Calendar, calendar, codes
from concentric.register.book.checking import Checking
from concentric.register.book.lines import Path

Names = Mapping[str, str]

CASE_KINDS = ("consultation", "problem", "proposal", "opinion", "research")
URGENCIES = ("normal", "urgent", "complaint")
STEPS = ("accepted", "answered", "returned", "word")
"""Steps of a case that can have a deadline."""
TARGETS: Mapping[str, tuple[str, ...]] = {
    "case": ("answered", "closed"),
    "commitment": ("confirmed", "verified"),
    "site": ("opened", "confirmed"),
    "project": ("started", "producing", "at-capacity"),
    "pairing": ("agreed",),
}
"""What can be looked back on, and since which of its steps."""
OUTCOMES = ("solved", "under-way", "planned", "explained")
LONG = 3_650  # days


@dataclass(frozen=True)
class CalendarSpec:
    """The calendar that working days are counted by, with the place's own days off and days worked."""

    code: str = "cn"
    off: tuple[date, ...] = ()
    work: tuple[date, ...] = ()

    def made(self) -> Calendar:
        """The calendar itself."""
        return calendar(self.code).with_local(self.off, self.work)


@dataclass(frozen=True)
class DeadlineSpec:
    """Cases of this `kind` (of one `urgency`, or of any: "") take this `step` within so many working days."""

    code: str
    names: Names
    kind: str
    step: str
    working_days: int
    urgency: str = ""


@dataclass(frozen=True)
class PlanSpec:
    """When matters of a kind are looked back on.

    `after` days from their last `step` (one of `outcomes`, where they name some), and `again` days after each finding
    that it holds (0: never). There are `window` days to do it.
    """

    code: str
    names: Names
    kind: str = "case"
    step: str = "answered"
    outcomes: tuple[str, ...] = ()
    after: tuple[int, ...] = (30, 180)
    again: int = 180
    window: int = 30


def check_calendar(check: Checking, parsed: Mapping[str, Any]) -> CalendarSpec:
    """The book's calendar; the official one of China where it names none."""
    path: Path = ("calendar",)
    table = check.table(parsed.get("calendar", {}), path)
    check.keys(table, path, ("code", "off", "work"))
    code = check.text(table, "code", path, required=False) or "cn"
    if code not in codes():
        check.near("book-calendar", (*path, "code"), code, codes())
        code = "cn"
    off, work = (_days(check, table, key, path) for key in ("off", "work"))
    for day in sorted(set(off) & set(work)):
        check.add("book-day-twice", path, value=day.isoformat())
    return CalendarSpec(code, off, work)


def _days(check: Checking, table: Mapping[str, Any], key: str, path: Path) -> tuple[date, ...]:
    value = table.get(key, [])
    # A time is a date to Python as well; here it is a slip.
    if not isinstance(value, list) or not all(type(day) is date for day in value):
        check.add("book-not-days", (*path, key))
        return ()
    return tuple(sorted(value))


def check_deadlines(check: Checking, tables: Mapping[str, Any]) -> dict[str, DeadlineSpec]:
    """Every deadline of the book, in its order."""
    found: dict[str, DeadlineSpec] = {}
    taken: dict[tuple[str, str, str], str] = {}
    for code, value in tables.items():
        path: Path = ("deadline", code)
        check.code(code, path)
        table = check.table(value, path)
        check.keys(table, path, ("names", "kind", "urgency", "step", "working_days"))
        kind = _one_of(check, table, "kind", path, CASE_KINDS)
        urgency = _one_of(check, table, "urgency", path, URGENCIES, required=False)
        step = _one_of(check, table, "step", path, STEPS)
        names = check.names(table, "names", path)
        days = check.whole(table, "working_days", path, least=0, most=LONGEST, default=-1)
        if taken.setdefault((kind, urgency, step), code) != code:
            check.add("book-deadline-taken", path, other=taken[kind, urgency, step])
        found[code] = DeadlineSpec(code, names, kind, step, days, urgency)
    return found


def check_plans(check: Checking, tables: Mapping[str, Any]) -> dict[str, PlanSpec]:
    """Every plan of looking back, in its order."""
    found: dict[str, PlanSpec] = {}
    for code, value in tables.items():
        path: Path = ("follow-up", code)
        check.code(code, path)
        table = check.table(value, path)
        check.keys(table, path, ("names", "kind", "step", "outcomes", "after", "again", "window"))
        kind = _one_of(check, table, "kind", path, TARGETS)
        step = _one_of(check, table, "step", path, TARGETS.get(kind, ()))
        found[code] = PlanSpec(
            code,
            check.names(table, "names", path),
            kind,
            step,
            _outcomes(check, table, path, step),
            _after(check, table, path),
            check.whole(table, "again", path, least=0, most=LONG, default=180),
            check.whole(table, "window", path, least=1, most=LONG, default=30),
        )
    return found


def _one_of(
    check: Checking, table: Mapping[str, Any], key: str, path: Path, known: Mapping[str, Any] | tuple[str, ...],
    *, required: bool = True,
) -> str:  # fmt: skip
    value = check.text(table, key, path, required=required)
    if value.strip() and known and value not in known:
        check.near("book-not-among", (*path, key), value, known)
    return value


def _outcomes(check: Checking, table: Mapping[str, Any], path: Path, step: str) -> tuple[str, ...]:
    if "outcomes" not in table:
        return ()
    here = (*path, "outcomes")
    value = table["outcomes"]
    if step != "answered":
        check.add("book-outcomes-unwanted", here)
    if not isinstance(value, list) or not value or not all(isinstance(one, str) for one in value):
        check.add("book-not-a-list", here)
        return ()
    for n, one in enumerate(value):
        if one not in OUTCOMES:
            check.near("book-not-among", (*here, n), one, OUTCOMES)
    return tuple(value)


def _after(check: Checking, table: Mapping[str, Any], path: Path) -> tuple[int, ...]:
    value = table.get("after", [30, 180])
    good = isinstance(value, list) and value and all(type(days) is int and 1 <= days <= LONG for days in value)
    if not good or list(value) != sorted(set(value)):
        check.add("book-after", (*path, "after"), most=LONG)
        return (30, 180)
    return tuple(value)
