"""Re-pairing year after year: the smallest bonus for last year's partners with which enough of them stay together.

A hard limit on how many pairs may change would leave the network, and with it whole pairs and exact prices. A bonus
stays in it, and says openly what keeping the pairs is worth.
"""

from __future__ import annotations

from dataclasses import replace

from concentric.core.pairing.certificate import Pairing
from concentric.core.pairing.keeping import kept
from concentric.core.pairing.pairing import pair
from concentric.core.pairing.preparing import Centres
from concentric.core.pairing.rules import Rules
from concentric.core.pairing.sides import Recipients, Supporters


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

    def count(result: Pairing) -> int:
        return kept(result, supporters, recipients, rules)

    plain = best = with_bonus(0, None)
    if count(plain) < keep:
        best = with_bonus(most, plain)
        keep = min(keep, count(best))
    if count(plain) >= keep:
        return 0, plain
    low, high = 0, most
    while high - low > 1:
        middle = (low + high) // 2
        tried = with_bonus(middle, best)
        if count(tried) >= keep:
            high, best = middle, tried
        else:
            low = middle
    return high, best
