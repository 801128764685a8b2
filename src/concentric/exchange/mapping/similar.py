"""How alike two headings are, by their characters."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from concentric.core.terms.scripts import to_simplified
from concentric.exchange.planning.headings import folded


@lru_cache(maxsize=65_536)
def alike(one: str, other: str) -> float:
    """0 to 1. Dice's coefficient over characters and pairs of neighbours; 1 only where both fold to the same.

    Traditional and simplified characters count as one. A heading that holds the other whole is more alike than its
    length says: 到账金额合计 is an 金额.
    """
    first, second = _plain(one), _plain(other)
    if not first or not second:
        return 0.0
    if first == second:
        return 1.0
    a, b = _grams(first), _grams(second)
    dice = 2 * sum((a & b).values()) / (a.total() + b.total())
    short, long = sorted((first, second), key=len)
    if len(short) > 1 and short in long:
        dice = max(dice, 0.55 + 0.35 * len(short) / len(long))
    return min(dice, 0.97)


@lru_cache(maxsize=16_384)
def _plain(text: str) -> str:
    return folded(to_simplified(text))


def _grams(text: str) -> Counter[str]:
    return Counter([*text, *(text[at : at + 2] for at in range(len(text) - 1))])
