"""The verbs of a need."""

from __future__ import annotations

from uuid import UUID

from concentric.core.terms.findings import Refused
from concentric.ledger.writer import Writer
from concentric.match.models import Need
from concentric.register import checks

MOST_URGENT = 3


class UrgencyUnknown(Refused):
    """Urgency goes from 0 to MOST_URGENT."""


def check(need: Need) -> None:
    """What must be true of a need before it is entered."""
    checks.filled(need, "category")
    checks.together(need, "quantity", "unit")
    checks.at_least(need, "quantity", 0)
    checks.in_order(need, "since", "until", may_be_equal=False)
    if not 0 <= need.urgency <= MOST_URGENT:
        raise UrgencyUnknown("match-urgency-unknown", number=need.number, urgency=need.urgency, most=MOST_URGENT)


def state(writer: Writer, need: Need) -> UUID:
    """Enter a need. Returns its root."""
    check(need)
    return writer.add(need)


def correct(writer: Writer, root: UUID, need: Need, reason: str) -> UUID:
    """Enter a corrected version, as when the need is met: `until` says from when on."""
    check(need)
    return writer.supersede(root, need, reason)
