"""The verbs of a pairing. Each is called with the `Writer` of an `append`, by pages and workbooks alike."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from concentric.core.terms.findings import Refused
from concentric.ledger.writer import Writer
from concentric.match.models import Pairing, PairingStep


class PairedWithItself(Refused):
    """Supporter and recipient are one organisation."""


def check(pairing: Pairing) -> None:
    """What must be true of a pairing before it is entered."""
    if pairing.supporter_id == pairing.recipient_id:
        raise PairedWithItself("match-paired-with-itself", number=pairing.number)


def propose(writer: Writer, pairing: Pairing) -> UUID:
    """Enter a pairing; its course opens as proposed. Returns its root."""
    check(pairing)
    return writer.add(pairing)


def correct(writer: Writer, root: UUID, pairing: Pairing, reason: str) -> UUID:
    """Enter a corrected version. Refused when a step that was taken could not have been."""
    check(pairing)
    return writer.supersede(root, pairing, reason)


def take_step(
    writer: Writer,
    pairing: UUID,
    name: str,
    *,
    on: date | None,
    of: int | None = None,
    number: str = "",
    note: str = "",
) -> UUID:
    """Take one step: agreed, declined, verified, renewed, ended or reversed. Returns the step's id."""
    return writer.step(PairingStep.fresh(matter_id=pairing, name=name, occurred_on=on, of=of, number=number, note=note))
