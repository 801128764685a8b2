"""Whether a text agrees with itself: one figure has one value, and a part is no larger than its whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import Literal

from concentric.core.claims.judging import Claim

MOST_VALUES = 12
_NO_PARTS = ("percent", "points", "multiple", "time")


@dataclass(frozen=True)
class Conflict:
    """Two claims of one text that can't both be true."""

    kind: Literal["said-twice", "part-larger"]
    one: Claim
    other: Claim


def conflicts(claims: Sequence[Claim]) -> list[Conflict]:
    """Every pair that can't both hold. The same value in two roundings is no conflict."""
    return [*_said_twice(claims), *_parts(claims)]


def _said_twice(claims: Sequence[Claim]) -> list[Conflict]:
    found = []
    by_figure: dict[str, dict[tuple[Decimal, Decimal], Claim]] = {}
    for claim in claims:
        span = claim.reading.interval
        if claim.figure is not None and span is not None and not claim.derived and not claim.reading.listed:
            # One claim for each interval: a long report repeats its figures a thousand times.
            by_figure.setdefault(claim.figure.id, {}).setdefault((span.low, span.high), claim)
    for different in by_figure.values():
        for one, other in combinations(list(different.values())[:MOST_VALUES], 2):
            if not _may_agree(one, other):
                found.append(Conflict("said-twice", one, other))
    return found


def _may_agree(one: Claim, other: Claim) -> bool:
    a, b = one.reading.interval, other.reading.interval
    if a is None or b is None or one.reading.unit_class != other.reading.unit_class:
        return True
    return a.low <= b.high and b.low <= a.high


def _parts(claims: Sequence[Claim]) -> list[Conflict]:
    """其中: what follows is part of what came before in the sentence, in the same unit. Each claim is looked at once."""
    found = []
    wholes: dict[tuple[str, str], Claim] = {}
    sentence = None
    for claim in claims:
        reading = claim.reading
        if claim.around.sentence != sentence:
            sentence, wholes = claim.around.sentence, {}
        unit = (reading.unit_class, reading.unit)
        if reading.change:
            continue
        if not claim.around.part:
            wholes[unit] = claim
            continue
        whole = wholes.get(unit) if reading.unit_class not in _NO_PARTS else None
        over = whole.reading.interval if whole is not None else None
        if whole is not None and over is not None and reading.interval is not None and reading.interval.low > over.high:
            found.append(Conflict("part-larger", claim, whole))
    return found
