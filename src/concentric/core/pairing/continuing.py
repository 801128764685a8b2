"""Re-pairing year after year: the smallest bonus for last year's partners with which enough of them stay together.

A hard limit on how many pairs may change would leave the network, and with it whole pairs and exact prices. A bonus
stays in it, and says openly what keeping the pairs is worth.
"""

from __future__ import annotations

from dataclasses import replace

from concentric.core.pairing.certificate import Pairing
from concentric.core.pairing.pairing import pair
from concentric.core.pairing.preparing import Centres
from concentric.core.pairing.rules import Rules
from concentric.core.pairing.sides import Recipients, Supporters


def kept(result: Pairing, supporters: Supporters, recipients: Recipients, rules: Rules) -> int:
    """How many of last year's pairs a pairing keeps."""
    last = set(map(tuple, rules.last_year))
    return sum((supporters.ids[i], recipients.ids[j]) in last for i, j in result.pairs)


def smallest_continuity(
    supporters: Supporters,
    recipients: Recipients,
    rules: Rules,
    keep: int,
    *,
    centres: Centres | None = None,
    most: int = 10_000,
) -> tuple[int, Pairing]:
    """See `concentric.core.pairing.smallest_continuity`. A larger bonus keeps no fewer pairs, so halving finds it."""

    def with_bonus(bonus: int, start: Pairing | None) -> Pairing:
        changed = replace(rules, continuity=bonus)
        return pair(supporters, recipients, changed, centres=centres, start=start)

    def enough(result: Pairing) -> bool:
        return kept(result, supporters, recipients, rules) >= keep

    low, best = -1, with_bonus(0, None)
    if enough(best):
        return 0, best
    high, best = most, with_bonus(most, best)
    if not enough(best):
        return most, best
    low = 0
    while high - low > 1:
        middle = (low + high) // 2
        tried = with_bonus(middle, best)
        if enough(tried):
            high, best = middle, tried
        else:
            low = middle
    return high, best
