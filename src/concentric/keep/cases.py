"""The verbs of a case. Each is called with the `Writer` of an `append`, by pages and workbooks alike."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from uuid import UUID

from concentric.core.terms.findings import Refused
from concentric.core.terms.working_days import Calendar, Deadline
from concentric.keep.models import CASE_KINDS, ORIGINS, URGENCIES, Case, CaseStep
from concentric.ledger.writer import Writer
from concentric.register import checks


class NobodyRaised(Refused):
    """A case that isn't anonymous on purpose names its raiser; a look-back or a visit has no other source."""


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


def due(calendar: Calendar, received_on: date, days: int) -> Deadline:
    """The day by which a case is to be answered within so many working days, and whether it may still move."""
    return calendar.add(received_on, days)


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
