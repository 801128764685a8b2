"""Which true values a wording allows: the table of hedges, and nothing else.

| wording | interval |
|---|---|
| over, 超 逾 余 多 以上 | [v, v + one unit of v's last non-zero place); a percentage ends at 100 |
| near, 近 不足; nearly, under | [0.9 v, v) |
| about, 约 左右; fractions and multiples in words | v +- max(5 %, half a unit of the last non-zero place) |
| decimals, or a scale word (万, million) | printed precision, rounded or cut: [v - p/2, v + p) |
| percent, points, multiples | the same, p = 1 for integers, 10 for whole 成; all of it is exactly 100 |
| otherwise | exact |
| A to B | [A, B] |
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from concentric.core.claims.numerals import Numeral

Hedge = Literal["", "over", "near", "about", "range", "all"]
_FIVE_PERCENT = Decimal("0.05")


@dataclass(frozen=True)
class Interval:
    """Values from `low` to `high`; `open_high` leaves `high` itself out."""

    low: Decimal
    high: Decimal
    open_high: bool = False

    def holds(self, value: Decimal) -> bool:
        """Whether `value` lies inside."""
        return self.low <= value and (value < self.high or (value == self.high and not self.open_high))

    def scaled(self, factor: Decimal) -> Interval:
        """The same in a unit `factor` times as small; a negative factor turns it round."""
        ends = sorted((self.low * factor, self.high * factor))
        return Interval(ends[0], ends[1], self.open_high and factor > 0)


def last_place(value: Decimal) -> Decimal:
    """One unit of the place of the last digit that is not zero: 100 for 1200, 0.1 for 18.2."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def interval(numeral: Numeral, hedge: Hedge, unit_class: str, *, step: Decimal | None = None) -> Interval:
    """What a number says under a hedge. `step` is the printed precision where the unit sets it (成: 10 %)."""
    value = numeral.value
    size = abs(value)
    if hedge == "over":
        high = value + last_place(value) if value else value
        if unit_class == "percent" and value <= 100 <= high:
            return Interval(value, Decimal(100))
        return Interval(value, high, open_high=high > value)
    if hedge == "near":
        return Interval(value * Decimal("0.9"), value, open_high=True)
    if hedge == "about":
        around = max(size * _FIVE_PERCENT, last_place(value) / 2) if value else Decimal(0)
        return Interval(value - around, value + around)
    if hedge == "all" or (unit_class == "percent" and value == 100 and not numeral.decimals):
        return Interval(value, value)
    precision = step or _precision(numeral, unit_class)
    if precision is None:
        return Interval(value, value)
    return Interval(value - precision / 2, value + precision, open_high=True)


def _precision(numeral: Numeral, unit_class: str) -> Decimal | None:
    """The place that was printed last, where that says less than the whole value; None for an exact count."""
    if numeral.mixed:
        return None
    if numeral.decimals:
        return Decimal(numeral.scale).scaleb(-numeral.decimals)
    if numeral.scale > 1:
        return min(Decimal(numeral.scale), abs(numeral.value) * _FIVE_PERCENT) or None
    return Decimal(1) if unit_class in ("percent", "points", "multiple") else None


def fraction(value: Decimal, unit_class: str) -> Interval:
    """half, a third, 翻番, tripled: words for a share or a multiple are about right, never exact."""
    if value != value.quantize(Decimal("0.01")):
        around = abs(value) * _FIVE_PERCENT
        return Interval(value - around, value + around)
    return interval(Numeral(value), "about", unit_class)
