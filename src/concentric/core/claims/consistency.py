"""Whether a text agrees with itself: one figure has one value, and a part is no larger than its whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import Literal

from concentric.core.claims.judging import Claim

MOST_VALUES = 12


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
    """其中: what follows is part of what came before in the sentence, in the same unit."""
    found = []
    for n, part in enumerate(claims):
        if not part.around.part or part.reading.interval is None or part.reading.change:
            continue
        whole = _whole(claims, n)
        if (
            whole is not None
            and whole.reading.interval is not None
            and part.reading.interval.low > whole.reading.interval.high
        ):
            found.append(Conflict("part-larger", part, whole))
    return found


def _whole(claims: Sequence[Claim], n: int) -> Claim | None:
    part = claims[n].reading
    if part.unit_class in ("percent", "points", "multiple", "time"):
        return None
    for k in range(n - 1, -1, -1):
        other = claims[k]
        if other.around.sentence != claims[n].around.sentence:
            return None
        if (
            not other.around.part
            and not other.reading.change
            and (other.reading.unit_class, other.reading.unit) == (part.unit_class, part.unit)
        ):
            return other
    return None
