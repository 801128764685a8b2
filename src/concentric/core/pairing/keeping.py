"""Which of last year's pairs go on."""

from __future__ import annotations

from concentric.core.pairing.certificate import Pairing
from concentric.core.pairing.rules import Rules
from concentric.core.pairing.sides import Recipients, Supporters


def kept(result: Pairing, supporters: Supporters, recipients: Recipients, rules: Rules) -> int:
    """How many of last year's pairs a pairing keeps."""
    last = set(map(tuple, rules.last_year))
    return sum((supporters.ids[i], recipients.ids[j]) in last for i, j in result.pairs.tolist())
