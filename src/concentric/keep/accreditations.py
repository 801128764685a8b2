"""The verbs of an accreditation."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from concentric.keep.models import Accreditation, AccreditationStep
from concentric.ledger.writer import Writer
from concentric.register import checks


def check(accreditation: Accreditation) -> None:
    """What must be true of an accreditation before it is entered."""
    checks.filled(accreditation, "scheme")
    checks.at_least(accreditation, "threshold", 0)


def apply(writer: Writer, accreditation: Accreditation) -> UUID:
    """Enter an application; its course opens as applied. Returns its root."""
    check(accreditation)
    return writer.add(accreditation)


def correct(writer: Writer, root: UUID, accreditation: Accreditation, reason: str) -> UUID:
    """Enter a corrected version. Refused when a step that was taken could not have been."""
    check(accreditation)
    return writer.supersede(root, accreditation, reason)


def take_step(
    writer: Writer,
    accreditation: UUID,
    name: str,
    *,
    on: date | None,
    amount: Decimal | None = None,
    of: int | None = None,
    until: date | None = None,
    what: str = "",
    number: str = "",
    note: str = "",
) -> UUID:
    """Take one step: assessed (`what` item, `amount` points), named and renewed (`until`), lapsed or reversed.

    Returns the step's id.
    """
    return writer.step(
        AccreditationStep.fresh(
            matter_id=accreditation,
            name=name,
            occurred_on=on,
            amount=amount,
            of=of,
            until=until,
            what=what,
            number=number,
            note=note,
        )
    )
