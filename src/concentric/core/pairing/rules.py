"""What makes a pair good, and what is not allowed. Points are whole numbers; each rule reads as a sentence."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

Pair = tuple[str, str]
"""The ids of a supporter and of a recipient."""
Within = Literal["", "county", "prefecture", "province"]
WITHIN: dict[str, int] = {"county": 1, "prefecture": 100, "province": 10_000}
"""By what a county's code is divided to get the region's."""


@dataclass(frozen=True)
class Quota:
    """How many pairs a group may have or must have. The group: a place with all below it, or members by their ids."""

    name: str
    side: Literal["supporters", "recipients"]
    at_most: int | None = None
    at_least: int | None = None
    place: str = ""
    members: Collection[str] = ()


@dataclass(frozen=True)
class Rules:
    """Points: a category brings its weight times what is offered times what is needed.

    Being near brings `near`, less `per_km` for each kilometre of the straight line (half ones count), never below 0.
    The same county brings `same_county` and `same_prefecture`, the same prefecture only the second. Each step of
    difference in size costs `size_step`. Last year's partners bring `continuity`. Pairs under `minimum` are not made,
    nor pairs of different regions where `within` names one; a pinned pair is made whatever it brings.
    """

    weights: tuple[int, ...]
    near: int = 3000
    per_km: int = 6
    same_county: int = 800
    same_prefecture: int = 400
    size_step: int = 60
    continuity: int = 0
    last_year: Collection[Pair] = ()
    forbidden: Collection[Pair] = ()
    pinned: Collection[Pair] = ()
    within: Within = ""
    minimum: int | None = None
    quotas: tuple[Quota, ...] = ()

    def digest(self) -> str:
        """SHA-256 of all rules, whatever order pairs, members and quotas came in."""
        return sha256(json.dumps(self.as_json(), sort_keys=True, ensure_ascii=False).encode()).hexdigest()

    def as_json(self) -> dict[str, object]:
        """All rules as plain values, in one order."""
        quotas = [
            {
                "name": quota.name,
                "side": quota.side,
                "at_most": quota.at_most,
                "at_least": quota.at_least,
                "place": quota.place,
                "members": sorted(quota.members),
            }
            for quota in self.quotas
        ]
        return {
            "weights": list(self.weights),
            "near": self.near,
            "per_km": self.per_km,
            "same_county": self.same_county,
            "same_prefecture": self.same_prefecture,
            "size_step": self.size_step,
            "continuity": self.continuity,
            "last_year": sorted(map(list, self.last_year)),
            "forbidden": sorted(map(list, self.forbidden)),
            "pinned": sorted(map(list, self.pinned)),
            "within": self.within,
            "minimum": self.minimum,
            "quotas": sorted(quotas, key=lambda each: json.dumps(each, sort_keys=True)),
        }
