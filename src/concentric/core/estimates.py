"""What a draw says of the whole: an exact interval for each stratum, and an overall that is only an estimate."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from math import comb
from typing import NamedTuple

CONFIDENCE = Fraction(95, 100)
_PLACES = 10_000
"""Bounds are given in ten thousandths, rounded outward, so that rounding never makes an interval too narrow."""


class Counted(NamedTuple):
    """One stratum: how many it holds, how many were drawn, and of how many it was found that it holds."""

    stratum: str
    size: int
    drawn: int
    holds: int


class Interval(NamedTuple):
    """A share with its bounds, as decimals from 0 to 1 with four places."""

    share: Decimal
    low: Decimal
    high: Decimal


def interval(counted: Counted, confidence: Fraction = CONFIDENCE) -> Interval | None:
    """The exact interval of Clopper and Pearson for the share that holds. None where nothing was drawn.

    Whoever didn't answer, or was withdrawn, is among the drawn and not among those that hold. Where all were drawn
    there is nothing to estimate, and the bounds are the share itself.
    """
    n, k = counted.drawn, counted.holds
    if n == 0:
        return None
    share = rounded(Fraction(k, n))
    if n >= counted.size:
        return Interval(share, share, share)
    tail = (1 - confidence) / 2
    # Of all shares in ten thousandths: the last below which k or more would be too rare, the first above which k or
    # fewer would be. Both chances are monotone in the share, so halving finds it.
    low = 0 if k == 0 else _last(lambda p: _chance(n, range(k, n + 1), p, tail) <= 0)
    high = _PLACES if k == n else _last(lambda p: _chance(n, range(k + 1), p, tail) > 0) + 1
    return Interval(share, Decimal(low) / _PLACES, Decimal(min(high, _PLACES)) / _PLACES)


def overall(strata: Sequence[Counted]) -> Decimal | None:
    """The share of the whole, each stratum by its size: an estimate. None where some stratum was not drawn from.

    A stratum of which nothing was drawn could hold anything, so without it there is no overall.
    """
    size = sum(one.size for one in strata)
    if size == 0 or any(one.drawn == 0 and one.size > 0 for one in strata):
        return None
    return rounded(sum(Fraction(one.size, size) * Fraction(one.holds, one.drawn) for one in strata if one.size))


def rounded(share: Fraction | int) -> Decimal:
    """A share with four places, halves up."""
    return Decimal((Fraction(share) * _PLACES + Fraction(1, 2)).__floor__()) / _PLACES


def _chance(n: int, counts: range, p: int, tail: Fraction) -> int:
    """Whether so many of n are likelier than `tail` at a share of p ten thousandths: above 0, 0 or below. Exact."""
    q = _PLACES - p
    whole: int = _PLACES**n
    few: Sequence[int] = counts if 2 * len(counts) <= n else [i for i in range(n + 1) if i not in counts]
    chance: int = sum(comb(n, i) * p**i * q ** (n - i) for i in few)
    if few is not counts:
        chance = whole - chance
    # Integers only: a Fraction of such numbers would spend its time reducing them.
    difference: int = chance * tail.denominator - tail.numerator * whole
    return difference


def _last(holds: Callable[[int], bool]) -> int:
    """The last share for which it holds, when it holds from 0 up to some share and for none after."""
    low, high = 0, _PLACES
    while low < high:
        middle = (low + high + 1) // 2
        if holds(middle):
            low = middle
        else:
            high = middle - 1
    return low
