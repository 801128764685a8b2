"""How well a supporter and a village fit by the book's own rules, reckoned as an office does that pairs by hand."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Mapping
from math import asin, cos, hypot, radians, sin

from concentric.exchange.synth.cast import Cast, Party
from concentric.exchange.synth.places import ABOVE, COUNTIES, townships
from concentric.exchange.synth.wishes import needs_of, offers_of
from concentric.register.book.shipped import shipped
from concentric.register.models import ORGANISATION_SIZES

Edge = tuple[str, str]
"""The numbers of a supporter and of a village."""
EARTH = 6371.0


class Fits:
    """Points of every pair, and how many villages each supporter takes."""

    def __init__(self, seed: int, everybody: Cast) -> None:
        book = tomllib.loads(shipped("city"))
        rules = book["pairing"]["villages"]
        weights = {code: rules["points"] * one["weight"] for code, one in book["category"].items()}
        self.needs = _amounts(needs_of(seed, everybody))
        offers = offers_of(seed, everybody)
        self.offers = _amounts(offers)
        self.takes = {str(row["organisation"]): 1 for row in offers}
        for row in offers:
            number = str(row["organisation"])
            self.takes[number] = max(self.takes[number], int(str(row["capacity"])))
        spots = {spot.code: (float(spot.latitude), float(spot.longitude)) for spot in (*ABOVE, *COUNTIES, *townships())
                 if spot.latitude is not None and spot.longitude is not None}  # fmt: skip
        self.points = {
            (one.number, other.number): self._points(one, other, rules, weights, spots)
            for one in everybody.supporters
            for other in everybody.villages
        }

    def _points(
        self,
        one: Party,
        other: Party,
        rules: Mapping[str, int],
        weights: Mapping[str, int],
        spots: Mapping[str, tuple[float, float]],
    ) -> int:
        offered, needed = self.offers.get(one.number, {}), self.needs.get(other.number, {})
        helped = sum(weights[code] * amount for code, amount in needed.items() if code in offered)
        near = max(0, rules["near"] - round(rules["per_km"] * _apart(spots[one.place], spots[other.place])))
        same = rules["same_prefecture"] + (rules["same_county"] if one.place == other.place[:6] else 0)
        steps = [ORGANISATION_SIZES.index(party.size or "small") for party in (one, other)]
        return helped + near + same - rules["size"] * abs(steps[0] - steps[1])

    def met(self, edge: Edge) -> list[str]:
        """Categories in which the supporter offers what the village needs."""
        return [code for code in self.needs.get(edge[1], {}) if code in self.offers.get(edge[0], {})]

    def best(self, edges: Iterable[Edge]) -> list[Edge]:
        """Pairs by their points, the best first."""
        return sorted(edges, key=lambda edge: (-self.points[edge], edge))

    def by_hand(
        self,
        villages: Collection[str],
        known: Iterable[Edge],
        room: Mapping[str, int],
        each: int,
        most: int,
        never: Collection[Edge] = (),
    ) -> list[Edge]:
        """The best pair first: villages up to `each` partners with those `known`, supporters up to their `room`.

        `most` in all, and none of those that are known or `never` wanted.
        """
        taken, got = dict(room), dict.fromkeys(villages, 0)
        for _, village in known:
            if village in got:
                got[village] += 1
        found: list[Edge] = []
        before = {*known, *never}
        for edge in self.best((s, v) for s in taken for v in got):
            supporter, village = edge
            if len(found) < most and taken[supporter] > 0 and got[village] < each and edge not in before:
                taken[supporter] -= 1
                got[village] += 1
                found.append(edge)
        return found


def _amounts(rows: Iterable[Mapping[str, object]]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for row in rows:
        urgency = str(row.get("urgency", "") or 0)
        found.setdefault(str(row["organisation"]), {})[str(row["category"])] = 1 + int(urgency)
    return found


def _apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres between two spots."""
    up, along = radians(other[0] - one[0]), radians(other[1] - one[1])
    wide = cos(radians(one[0])) * cos(radians(other[0]))
    return 2 * EARTH * asin(min(1.0, hypot(sin(up / 2), sin(along / 2) * wide**0.5)))
