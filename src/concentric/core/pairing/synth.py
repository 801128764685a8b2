"""Invented sides of a pairing at any scale, the same for the same seed. Places, organisations and codes are made up.

Supporters crowd in some prefectures and into their first county, recipients live everywhere; each offers or needs a few
categories of help. Province codes begin with 9, which no real one does.
"""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import numpy as np

from concentric.core.pairing.rules import Rules
from concentric.core.pairing.sides import Recipients, Side, Supporters

SCALES = {"city": (120, 126), "province": (18_402, 10_607), "nation": (127_000, 139_100)}
LOOSE, TIGHT = 1.5, 1.02
"""Places for each recipient."""
CATEGORIES = 16
COUNTIES = 8
"""Of a prefecture."""


def instance(
    supporters: int, recipients: int, seed: int, *, places: float = LOOSE
) -> tuple[Supporters, Recipients, Rules]:
    """Both sides and rules with last year's pairs. `places` is the whole capacity, in times the recipients."""
    rng = np.random.default_rng(seed)
    prefectures = max(3, min(333, (supporters + recipients) // 800))
    longitude, latitude = rng.uniform(98, 122, prefectures), rng.uniform(22, 42, prefectures)
    centre = (
        np.repeat(longitude, COUNTIES) + rng.normal(0, 0.7, prefectures * COUNTIES),
        np.repeat(latitude, COUNTIES) + rng.normal(0, 0.6, prefectures * COUNTIES),
    )
    number = np.arange(prefectures * COUNTIES)
    codes = 900_000 + number // COUNTIES // 90 * 10_000 + (number // COUNTIES % 90 + 10) * 100 + number % COUNTIES + 1
    east = (longitude - 98) / 24

    def side(kind: type[Side], letter: str, count: int, crowd: np.ndarray, spread: float, few: int) -> Side:
        county = rng.choice(number.size, count, p=crowd / crowd.sum())
        help_ = np.zeros((count, CATEGORIES), np.int64)
        order = np.argsort(-(rng.random((count, CATEGORIES)) ** np.sqrt(np.arange(1, CATEGORIES + 1))), axis=1)
        for k in range(few + 3):
            some = rng.integers(few, few + 4, count) > k
            help_[np.flatnonzero(some), order[some, k]] = rng.integers(1, 9, int(some.sum()))
        return kind(
            ids=[f"{letter}{n:06}" for n in range(count)],
            place=codes[county],
            categories=help_,
            latitude=np.round(centre[1][county] + rng.normal(0, spread, count), 4),
            longitude=np.round(centre[0][county] + rng.normal(0, spread, count), 4),
            size=np.clip(rng.lognormal(1, 0.6, count), 0, 20).astype(np.int64),
        )

    urban = np.tile([8.0] + [1.0] * (COUNTIES - 1), prefectures)
    crowd = np.repeat(rng.lognormal(0, 1, prefectures) * (0.3 + east), COUNTIES) * urban
    spare = np.repeat(rng.lognormal(0, 0.6, prefectures) * (1.3 - east), COUNTIES)
    one, other = side(Supporters, "S", supporters, crowd, 0.08, 1), side(Recipients, "V", recipients, spare, 0.25, 2)
    takes = np.ones(supporters, np.int64)
    more = max(0, int(recipients * places) - supporters)
    weight = (one.size + 1.0) ** 1.5
    np.add.at(takes, rng.choice(supporters, more, p=weight / weight.sum()), 1)
    kept = min(supporters, recipients) // 2
    former = (np.argsort(one.place, kind="stable"), np.argsort(other.place, kind="stable"))
    some = [np.sort(rng.choice(side.size, kept, replace=False)) for side in former]
    last = [(one.ids[former[0][i]], other.ids[former[1][j]]) for i, j in zip(*some, strict=True)]
    rules = Rules(weights=tuple(rng.integers(4, 13, CATEGORIES).tolist()), last_year=last, continuity=1500)
    return replace(one, takes=takes), other, rules  # type: ignore[return-value]


def write_instance(folder: Path, scale: str, seed: int, *, tight: bool = False) -> int:
    """Write an instance as two lists and rules; returns how many organisations it has."""
    one, other, rules = instance(*SCALES[scale], seed, places=TIGHT if tight else LOOSE)
    folder.mkdir(parents=True, exist_ok=True)
    for name, side in (("supporters", one), ("recipients", other)):
        with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            help_ = [f"category-{n}" for n in range(CATEGORIES)]
            writer.writerow(["number", "place", "latitude", "longitude", "size", "takes", *help_])
            takes = np.ones(len(side), np.int64) if side.takes is None else side.takes
            columns = (side.ids, side.place, side.latitude, side.longitude, side.size, takes)
            writer.writerows([*row, *each] for *row, each in zip(*columns, side.categories.tolist(), strict=True))
    (folder / "rules.json").write_text(json.dumps(rules.as_json(), ensure_ascii=False), encoding="utf-8")
    return len(one) + len(other)
