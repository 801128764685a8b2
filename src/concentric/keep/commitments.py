"""The verbs of a commitment. Each is called with the `Writer` of an `append`, by pages and workbooks alike."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from concentric.core.terms.findings import Refused
from concentric.keep.models import Commitment, CommitmentStep
from concentric.ledger.writer import Writer


class NothingCommitted(Refused):
    """A commitment needs an amount with its currency, or a quantity with its unit; not both."""


class SupporterIsRecipient(Refused):
    """Somebody commits something to themselves."""


def check(commitment: Commitment) -> None:
    """What must be true of a commitment before it is entered. Refusals name what is missing."""
    money = commitment.amount is not None
    if money == (commitment.quantity is not None):
        raise NothingCommitted("keep-nothing-committed", number=commitment.number)
    if money != (commitment.currency != "") or money == (commitment.unit != ""):
        raise NothingCommitted("keep-nothing-committed", number=commitment.number)
    if commitment.supporter_id == commitment.recipient_id:
        raise SupporterIsRecipient("keep-supporter-is-recipient", number=commitment.number)


def pledge(writer: Writer, commitment: Commitment) -> UUID:
    """Enter a commitment; its course opens as pledged. Returns its root."""
    check(commitment)
    return writer.add(commitment)


def correct(writer: Writer, root: UUID, commitment: Commitment, reason: str) -> UUID:
    """Enter a corrected version. Refused when a step that was taken could not have been."""
    check(commitment)
    return writer.supersede(root, commitment, reason)


def take_step(
    writer: Writer,
    commitment: UUID,
    name: str,
    *,
    on: date | None,
    amount: Decimal | None = None,
    of: int | None = None,
    number: str = "",
    note: str = "",
) -> UUID:
    """Take one step: delivered, confirmed, disputed, nothing-came, verified, lapsed, written-off or reversed.

    `of` is the number of the step it speaks of (a confirmation speaks of a delivery). Returns the step's id; the
    course's refusal is passed on.
    """
    return writer.step(
        CommitmentStep.fresh(
            matter_id=commitment, name=name, occurred_on=on, amount=amount, of=of, number=number, note=note
        )
    )
