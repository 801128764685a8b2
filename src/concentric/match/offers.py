"""The verbs of an offer."""

from __future__ import annotations

from uuid import UUID

from concentric.ledger.writer import Writer
from concentric.match.models import Offer
from concentric.register import checks


def check(offer: Offer) -> None:
    """What must be true of an offer before it is entered."""
    checks.filled(offer, "category")
    checks.together(offer, "quantity", "unit")
    checks.at_least(offer, "quantity", 0)
    checks.at_least(offer, "capacity", 1)
    checks.in_order(offer, "since", "until", may_be_equal=False)


def hold_out(writer: Writer, offer: Offer) -> UUID:
    """Enter an offer. Returns its root."""
    check(offer)
    return writer.add(offer)


def correct(writer: Writer, root: UUID, offer: Offer, reason: str) -> UUID:
    """Enter a corrected version, as when the offer is used up: `until` says from when on."""
    check(offer)
    return writer.supersede(root, offer, reason)
