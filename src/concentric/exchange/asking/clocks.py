"""Whose cases are due, in words: lines, a table, and for each handler a text to paste into a message."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from concentric.core.terms.dates import show_date
from concentric.core.terms.words import say
from concentric.keep.clocks import OWED, Running, running
from concentric.ledger.actor import Actor
from concentric.prove.book import BookUnreadable, NoBook, current_book
from concentric.prove.listing import disarmed
from concentric.register.models import Organisation

SOON = 3
"""Working days within which something is due soon."""
HEADS = ("case", "step", "holder", "due", "left")


@dataclass(frozen=True)
class Due:
    """One clock with the name of who holds it; `number` is empty for the office itself."""

    clock: Running
    name: str
    number: str = ""


def due(actor: Actor, today: date, *, within: int = SOON, handler: UUID | None = None) -> list[Due]:
    """What is past its day or due within so many working days, of one `handler` if any."""
    try:
        book = current_book()[0]
    except (NoBook, BookUnreadable):
        book = None
    clocks = [one for one in running(book, actor.office, today) if one.left <= within]
    if handler is not None:
        clocks = [one for one in clocks if one.by == handler]
    wanted = {root for one in clocks if (root := one.by or actor.office) is not None}
    held = Organisation.objects.in_force().filter(root__in=wanted)
    named: Mapping[UUID, tuple[str, str]] = {one.root: (one.name, one.number) for one in held}
    found = []
    for one in clocks:
        name, number = named.get(one.by or actor.office or UUID(int=0), ("", ""))
        found.append(Due(one, name, number if one.by is not None else ""))
    return found


def left(one: Running, lang: str) -> str:
    """How many working days are left, or past."""
    if one.left == 0:
        return say("due-today", lang)
    return say("due-past" if one.left < 0 else "due-left", lang, days=abs(one.left))


def step(one: Running, lang: str) -> str:
    """What is awaited."""
    return say(f"due-step-{one.step}", lang)


def messages(found: Sequence[Due], lang: str) -> list[tuple[str, str]]:
    """For each who holds something, the name and a text to paste; the longest past first."""
    by_name: dict[tuple[str, bool], list[Due]] = {}
    for one in found:
        by_name.setdefault((one.name, one.clock.step in OWED), []).append(one)
    told = []
    for (name, owed), some in by_name.items():
        lines = [
            say(
                "due-message-line",
                lang,
                case=one.clock.case.number,
                step=step(one.clock, lang),
                due=show_date(one.clock.due, lang),
                left=left(one.clock, lang),
            )
            for one in some
        ]
        # Whoever raised something owes nothing: they are asked for their word.
        head, end = ("due-message", "due-message-end") if owed else ("due-message-word", "due-message-word-end")
        told.append((name, "\n".join([say(head, lang, name=name, count=len(some)), *lines, say(end, lang)])))
    return told


def table(found: Sequence[Due], lang: str) -> list[list[str]]:
    """The clocks as rows of text with their headings. Text that a spreadsheet would run is disarmed."""
    rows = [[say(f"due-head-{head}", lang) for head in HEADS]]
    for one in found:
        clock = one.clock
        rows.append(
            [
                disarmed(clock.case.number),
                step(clock, lang),
                disarmed(one.name),
                clock.due.isoformat(),
                str(clock.left),
            ]
        )
    return rows
