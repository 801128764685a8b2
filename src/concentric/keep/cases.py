"""The verbs of a case. Each is called with the `Writer` of an `append`, by pages and workbooks alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from uuid import UUID

from concentric.core.terms.findings import Refused
from concentric.core.terms.working_days import Deadline
from concentric.keep.models import CASE_KINDS, ORIGINS, URGENCIES, Case, CaseStep
from concentric.ledger.matters import Live
from concentric.ledger.writer import Writer
from concentric.register import checks
from concentric.register.book import Book


class NobodyRaised(Refused):
    """A case that isn't anonymous on purpose names its raiser; a look-back or a visit has no other source."""


class NoSuchLevel(Refused):
    """The programme book doesn't know this level of adoption."""


def check(case: Case) -> None:
    """What must be true of a case before it is entered."""
    checks.one_of(case, "kind", CASE_KINDS)
    checks.one_of(case, "urgency", URGENCIES)
    checks.one_of(case, "origin", ORIGINS)
    checks.in_order(case, "received_on", "due")
    if case.raiser_id is None and case.origin in ("look-back", "visit"):
        raise NobodyRaised("keep-nobody-raised", number=case.number)


def receive(writer: Writer, case: Case, sealed: Mapping[str, str] | None = None) -> UUID:
    """Enter a case; its course opens as received. The raiser's words and contacts are sealed. Returns its root."""
    check(case)
    return writer.add(case, sealed)


def correct(writer: Writer, root: UUID, case: Case, reason: str, sealed: Mapping[str, str] | None = None) -> UUID:
    """Enter a corrected version. Refused when a step that was taken could not have been.

    `sealed` holds every sealed value that is still true.
    """
    check(case)
    return writer.supersede(root, case, reason, sealed)


def handler_of(live: Live) -> str:
    """Who handles a case now: whom it was last routed to, unless that was taken back; else whom it opened with."""
    routed = [kept.to for kept in live.state.standing if kept.name == "routed" and kept.to]
    return routed[-1] if routed else live.opening.handler


def due(book: Book, kind: str, urgency: str, received_on: date) -> Deadline | None:
    """The day by which such a case is to be answered by the book's deadlines and calendar; None where it sets none.

    It is provisional when the arrangement of that year's working days isn't published yet.
    """
    days = book.working_days("answered", kind, urgency)
    return None if days is None else book.calendar.made().add(received_on, days)


def points(book: Book, levels: Iterable[str], level: str) -> Decimal:
    """What one more adoption, at `level`, adds to those before it (`levels`), by the book's rule.

    Levels that cumulate add their points each time; of the others only the highest counts, so a higher one adds the
    difference and a lower one nothing. NoSuchLevel when the book doesn't know it.
    """
    known = book.lists["adoption"]
    if level not in known:
        raise NoSuchLevel("keep-no-such-level", level=level, known=", ".join(known))
    one = known[level]
    if one.cumulates:
        return Decimal(one.points)
    before = [known[each].points for each in levels if each in known and not known[each].cumulates]
    return Decimal(max(one.points - max(before, default=0), 0))


def lacking(book: Book, counted: Iterable[tuple[str, Decimal]]) -> Decimal:
    """What adoptions (`counted`: level, points) at levels that don't cumulate lack to add up to the highest's points.

    Less than zero where they count too much; zero where they are right, in whatever order they were entered.
    """
    known = book.lists["adoption"]
    some = [(known[level].points, given) for level, given in counted if level in known and not known[level].cumulates]
    return max((points for points, _ in some), default=0) - sum((given for _, given in some), Decimal(0))


def adopt(
    writer: Writer, book: Book, case: UUID, level: str, *, on: date | None, number: str = "", note: str = ""
) -> UUID:
    """Enter that a case was adopted at a level, with the points that the book gives it now. Returns the step's id."""
    before = [kept.what for kept in writer.matter(case).state.standing if kept.name == "adopted"]
    amount = points(book, before, level)
    return take_step(writer, case, "adopted", on=on, what=level, amount=amount, number=number, note=note)


def take_step(
    writer: Writer,
    case: UUID,
    name: str,
    *,
    on: date | None,
    amount: Decimal | None = None,
    of: int | None = None,
    until: date | None = None,
    what: str = "",
    to: UUID | None = None,
    number: str = "",
    note: str = "",
) -> UUID:
    """Take one step of the course of a case. Returns the step's id; the course's refusal is passed on.

    `to` is whom it is routed to; `what` an outcome, the raiser's word or a level of adoption; `until` the day that a
    routing, an extension or an answer with more to come sets.
    """
    return writer.step(
        CaseStep.fresh(
            matter_id=case,
            name=name,
            occurred_on=on,
            amount=amount,
            of=of,
            until=until,
            what=what,
            party_id=to,
            number=number,
            note=note,
        )
    )
