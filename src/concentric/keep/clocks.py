"""The clocks of open cases: what somebody has to do next, and how many working days are left for it.

An answer's day is the case's own (as promised, routed or lawfully extended). That it is accepted in time, and that the
raiser speaks, has the deadlines of the programme book.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from concentric.core.courses.case_reading import OVER
from concentric.core.terms.working_days import Calendar, calendar
from concentric.keep.cases import handler_of
from concentric.keep.models import Case
from concentric.ledger.matters import Live, load
from concentric.ledger.models import Head
from concentric.register.book import Book

AT_ONCE = 500
OWED = ("accepted", "answered")
"""Steps that the office or a handler owes; the raiser is free to say nothing."""


@dataclass(frozen=True)
class Running:
    """One case, the `step` that is awaited by `due`, and from whom; None is the office.

    `left` counts working days: 0 is today, less than zero are days past.
    """

    case: Case
    step: str
    due: date
    by: UUID | None
    left: int

    @property
    def late(self) -> bool:
        """Whether somebody owes it and its day is past."""
        return self.left < 0 and self.step in OWED


def running(book: Book | None, office: UUID | None, today: date) -> list[Running]:
    """The clocks of an office's open cases, the nearest first. A few queries for each 500 open cases.

    Without a book only answers have days, and China's calendar counts.
    """
    held: Any = Case.objects.in_force().of_office(office)
    roots = list(Head.objects.filter(kind="case").exclude(state__in=OVER).values_list("matter", flat=True))
    found: list[tuple[Case, str, date, UUID | None]] = []
    days = book.calendar.made() if book is not None else calendar()
    for at in range(0, len(roots), AT_ONCE):
        part = roots[at : at + AT_ONCE]
        heads = {head.matter: head for head in Head.objects.filter(matter__in=part)}
        for case in held.filter(root__in=part):
            clock = _clock(case, load(heads[case.root]), book, days)
            if clock is not None:
                found.append((case, *clock))
    count = _Count(days, [today, *(due for _, _, due, _ in found)])
    clocks = [Running(case, step, due, by, count.between(today, due)) for case, step, due, by in found]
    return sorted(clocks, key=lambda one: (one.due, one.case.number))


def _clock(case: Case, live: Live, book: Book | None, known: Calendar) -> tuple[str, date, UUID | None] | None:
    """The step that is due first, by when, and from whom."""
    state = live.state

    def most(step: str) -> int | None:
        return None if book is None else book.working_days(step, case.kind, case.urgency)

    clocks: list[tuple[date, str, UUID | None]] = []
    if state.due is not None and state.due < date.max:
        handler = handler_of(live)
        clocks.append((state.due, "answered", UUID(handler) if state.holder == "handler" and handler else None))
    if state.name == "received":
        days = most("accepted")
        if days is not None:
            clocks.append((known.add(case.received_on, days).day, "accepted", None))
    if state.holder == "recipient":
        days = most("word")
        said = [kept.on for kept in state.standing if kept.name == "answered" and kept.on is not None]
        if days is not None and said:
            clocks.append((known.add(said[-1], days).day, "word", case.raiser_id))
    if not clocks:
        return None
    due, step, by = min(clocks, key=lambda one: (one[0], one[1]))
    return step, due, by


class _Count:
    """Working days between many days: each day of the span is asked for once."""

    def __init__(self, working: Calendar, days: Iterable[date]) -> None:
        known = list(days)
        self.first = min(known)
        span = (max(known) - self.first).days
        self.sums = [0]
        for n in range(1, span + 1):
            self.sums.append(self.sums[-1] + working.is_working(self.first + timedelta(days=n)))

    def between(self, start: date, end: date) -> int:
        """As `Calendar.between`."""
        return self.sums[(end - self.first).days] - self.sums[(start - self.first).days]
