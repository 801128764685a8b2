"""Figures that belong together: the same in another year, and the shares that two of them make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from concentric.core.claims.catalogue import Figure
from concentric.core.claims.cleaning import folded
from concentric.core.claims.intervals import Interval
from concentric.core.claims.link import Index

_YEAR_IN_NAME = re.compile(r"(?:19|20)\d\d年?(?:末|底|度)?|去年|上年|last year|previous year|\(\s*\)", re.IGNORECASE)
MOST_PARTS = 14
_RATES = ("percent", "points", "multiple", "time")


class Kin:
    """Finds a figure's own values in other years, by its names."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self.by_name: dict[tuple[str, str, str], dict[int, Figure]] = {}
        for figure in figures:
            year = figure.years[1]
            if year:
                for name in figure.names:
                    self.by_name.setdefault((_bare(name), figure.unit, figure.place), {}).setdefault(year, figure)

    def earlier(self, figure: Figure) -> Figure | None:
        """The same figure a year before."""
        return self._other(figure, figure.years[1] - 1)

    def later(self, figure: Figure) -> Figure | None:
        """The same figure a year after."""
        return self._other(figure, figure.years[1] + 1)

    def _other(self, figure: Figure, year: int) -> Figure | None:
        for name in figure.names:
            found = self.by_name.get((_bare(name), figure.unit, figure.place), {}).get(year)
            if found is not None and found.id != figure.id:
                return found
        return None


def _bare(name: str) -> str:
    return re.sub(r"\s+", " ", _YEAR_IN_NAME.sub("", folded(name))).strip().lower()


def other_denominator(
    rate: Figure, span: Interval, near: Iterable[Figure], index: Index
) -> tuple[Figure, Figure] | None:
    """Two figures whose quotient is what the text says, where the rate itself is the quotient of one of them.

    Tries the numerator of the rate over the neighbouring denominators, and the neighbours over its denominator. The
    neighbours are the figures of the claims around and those whose names share words with the rate's.
    """
    if rate.value is None:
        return None
    pool = _neighbours(rate, near, index)
    pairs = [(a, b) for a in pool for b in pool if a is not b and _alike(a, b) and 0 < _value(a) <= _value(b)]
    quotients = {(a.id, b.id): _value(a) * 100 / _value(b) for a, b in pairs}
    slack = Decimal("0.051") if rate.value != rate.value.to_integral_value() else Decimal("0.51")
    if rate.parts:
        true = [rate.parts]
    else:
        true = [key for key, quotient in quotients.items() if abs(quotient - rate.value) <= slack]
        if not true:
            true = [(a.id, "") for a in near]
    known = {figure.id: figure for figure in pool}
    for a, b in true:
        for key, quotient in quotients.items():
            if span.holds(quotient) and key != (a, b) and (key[0] == a or key[1] == b):
                return known[key[0]], known[key[1]]
    return None


def _value(figure: Figure) -> Decimal:
    return figure.value if figure.value is not None else Decimal(0)


def _alike(a: Figure, b: Figure) -> bool:
    if a.id.partition(":")[0] == b.id.partition(":")[0]:
        return False  # a rung of a figure is no whole of another
    return a.unit_class == b.unit_class and (a.unit == b.unit or a.unit_class not in ("money", "measure"))


def _neighbours(rate: Figure, near: Iterable[Figure], index: Index) -> list[Figure]:
    """Those of the claims around first, then those that share most words with the rate's names."""
    found = {figure.id: figure for figure in near if figure.unit_class not in _RATES}
    for part in rate.parts:
        if part in index.numbers:
            found[part] = index.figures[index.numbers[part]]
    for figure in index.alike(rate):
        if len(found) >= MOST_PARTS:
            break
        if figure.unit_class not in _RATES and figure.value is not None:
            found.setdefault(figure.id, figure)
    return [figure for figure in found.values() if figure.value is not None]
