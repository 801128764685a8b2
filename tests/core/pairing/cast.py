"""Invented sides of a pairing, small enough to list every pair."""

from __future__ import annotations

from math import cos, isqrt, radians, sin

import numpy as np

from concentric.core.pairing import Recipients, Rules, Supporters

COUNTIES = (450203, 450204, 450225, 450226, 451102, 430102)
CATEGORIES = 5


def sides(
    seed: int, supporters: int, recipients: int, *, most: int = 2, wants: int = 1
) -> tuple[Supporters, Recipients]:
    """Supporters that take up to `most`, recipients that want up to `wants`, in a few counties."""
    rng = np.random.default_rng(seed)

    def side(kind: type, letter: str, count: int, takes: int):  # type: ignore[no-untyped-def]
        categories = rng.integers(0, 4, (count, CATEGORIES)) * (rng.random((count, CATEGORIES)) < 0.5)
        return kind(
            ids=[f"{letter}{n:03}" for n in range(count)],
            place=rng.choice(COUNTIES, count),
            categories=categories,
            latitude=rng.uniform(22, 27, count),
            longitude=rng.uniform(107, 112, count),
            size=rng.integers(0, 6, count),
            takes=rng.integers(1, takes + 1, count),
        )

    return side(Supporters, "S", supporters, most), side(Recipients, "V", recipients, wants)


RULES = Rules(weights=(12, 9, 7, 5, 4), near=600, per_km=2, same_county=80, same_prefecture=40, size_step=6)


def worth(one: Supporters, i: int, other: Recipients, j: int, rules: Rules) -> int:
    """What a pair is worth, word for word as the rules say it, in plain Python."""

    def point(side: Supporters | Recipients, n: int) -> list[int]:
        a, b = radians(float(side.latitude[n])), radians(float(side.longitude[n]))
        return [round(12742 * part) for part in (cos(a) * cos(b), cos(a) * sin(b), sin(a))]

    total = sum(
        weight * int(offer) * int(need)
        for weight, offer, need in zip(rules.weights, one.categories[i], other.categories[j], strict=True)
    )
    squared = sum((a - b) ** 2 for a, b in zip(point(one, i), point(other, j), strict=True))
    total += max(0, rules.near - isqrt(squared) * rules.per_km // 2)
    here, there = int(one.place[i]), int(other.place[j])
    total += rules.same_county * (here == there) + rules.same_prefecture * (here // 100 == there // 100)
    total -= rules.size_step * abs(int(one.size[i]) - int(other.size[j]))
    return total + rules.continuity * ((one.ids[i], other.ids[j]) in set(rules.last_year))
