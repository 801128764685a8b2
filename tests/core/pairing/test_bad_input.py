"""Whatever is wrong with sides or rules is a finding with words and a remedy; nothing is guessed in silence."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
import pytest
from tests.core.pairing.cast import RULES, sides

from concentric.core.pairing import CannotPair, Recipients, Supporters, pair
from concentric.core.terms.words import LANGS


def keys(one: Any, other: Any, rules: Any, **more: Any) -> set[str]:
    """The keys of all errors; each has words and a remedy in every language."""
    with pytest.raises(CannotPair) as refused:
        pair(one, other, rules, **more)
    for finding in refused.value.findings:
        assert all(finding.says(lang) and finding.remedy(lang) for lang in LANGS)
    assert refused.value.says("en")
    return {each.key for each in refused.value.findings if each.severity == "error"}


ONE, OTHER = sides(1, 6, 5)


def changed(side: Any, **columns: Any) -> Any:
    return dataclasses.replace(side, **columns)


def at(values: Any, n: int, value: Any) -> Any:
    """The same column with one value changed."""
    copy = np.array(values, dtype=float if isinstance(value, float) else None)
    copy[n] = value
    return copy


@pytest.mark.parametrize(
    ("key", "columns"),
    [
        ("pairing-duplicate-id", {"ids": ["S000"] * 6}),
        ("pairing-bad-code", {"place": at(ONE.place, 2, 45)}),
        ("pairing-column-size", {"place": [450203]}),
        ("pairing-column-size", {"categories": np.ones((6, 2), int)}),
        ("pairing-column-not-finite", {"size": at(ONE.size, 1, float("nan"))}),
        ("pairing-column-not-finite", {"categories": at(ONE.categories, 1, float("inf"))}),
        ("pairing-column-not-whole", {"size": at(ONE.size, 1, 0.5)}),
        ("pairing-column-not-numbers", {"size": ["large"] * 6}),
        ("pairing-points-overflow", {"size": at(ONE.size, 1, 1 << 40)}),
        ("pairing-too-wide", {"size": at(ONE.size, 1, 1 << 16)}),
        ("pairing-too-wide", {"categories": at(ONE.categories, 1, 1 << 16)}),
        ("pairing-negative-category", {"categories": at(ONE.categories, 1, -1)}),
        ("pairing-negative-amount", {"takes": at(ONE.takes, 1, -1)}),
        ("pairing-bad-coordinate", {"latitude": at(ONE.latitude, 1, 109.4)}),
        ("pairing-no-coordinates", {"latitude": at(ONE.latitude, 1, float("nan"))}),
        ("pairing-column-size", {"latitude": [1.0]}),
    ],
)
def test_a_bad_column_is_named(key: str, columns: dict[str, Any]) -> None:
    assert key in keys(changed(ONE, **columns), OTHER, RULES)


def test_an_empty_side_is_said() -> None:
    nobody = Supporters([], [], np.zeros((0, 5), int))
    assert "pairing-empty-side" in keys(nobody, OTHER, RULES)
    assert "pairing-empty-side" in keys(ONE, Recipients([], [], np.zeros((0, 5), int)), RULES)


@pytest.mark.parametrize(
    ("key", "rules"),
    [
        ("pairing-negative-points", {"near": -1}),
        ("pairing-too-far", {"near": 30000, "per_km": 1}),
        ("pairing-unknown-region", {"within": "street"}),
        ("pairing-points-overflow", {"weights": (1 << 28, 0, 0, 0, 0)}),
        ("pairing-points-overflow", {"same_county": 1 << 28}),
        ("pairing-unknown-pair", {"forbidden": [("S000", "nobody")]}),
        ("pairing-unknown-pair", {"pinned": [("nobody", "V000")]}),
        ("pairing-pinned-and-forbidden", {"pinned": [("S000", "V000")], "forbidden": [("S000", "V000")]}),
        ("pairing-pinned-over-demand", {"pinned": [("S000", "V000"), ("S001", "V000")]}),
        ("pairing-pinned-over-capacity", {"pinned": [("S000", f"V00{n}") for n in range(4)]}),
    ],
)
def test_a_bad_rule_is_named(key: str, rules: dict[str, Any]) -> None:
    assert key in keys(ONE, OTHER, dataclasses.replace(RULES, **rules))


def test_all_errors_are_told_at_once() -> None:
    bad = changed(ONE, takes=at(ONE.takes, 1, -1), place=at(ONE.place, 2, 45))
    assert keys(bad, OTHER, dataclasses.replace(RULES, near=-1)) == {
        "pairing-negative-amount",
        "pairing-bad-code",
        "pairing-negative-points",
    }


def test_a_county_s_centre_stands_in_for_missing_coordinates_and_is_said() -> None:
    lost = changed(ONE, latitude=at(ONE.latitude, 1, float("nan")))
    centres = {int(code): (24.0, 109.0) for code in ONE.place}
    found = pair(lost, OTHER, RULES, centres=centres)
    assert [each.key for each in found.findings if each.severity == "notice"].count("pairing-centre-used") == 1
    there = changed(lost, latitude=at(lost.latitude, 1, 24.0), longitude=at(lost.longitude, 1, 109.0))
    assert pair(there, OTHER, RULES).benefit == found.benefit


def test_who_offers_or_needs_nothing_and_whom_last_year_knew_are_noted() -> None:
    bare = changed(ONE, categories=at(ONE.categories, 1, 0))
    found = pair(bare, OTHER, dataclasses.replace(RULES, last_year=[("gone", "V000")], continuity=10))
    assert {"pairing-no-categories", "pairing-last-year-gone"} <= {each.key for each in found.findings}


def test_nobody_is_paired_with_whoever_takes_nobody() -> None:
    found = pair(changed(ONE, takes=[0, 0, 0, 0, 0, 1]), changed(OTHER, takes=[0, 1, 1, 1, 1]), RULES)
    assert found.covered == len(found.pairs) == 1 and found.gap == 0
    assert found.pairs[0, 0] == 5 and found.pairs[0, 1] != 0


@pytest.mark.parametrize(
    ("key", "rules"),
    [
        ("pairing-points-not-whole", {"near": 2.5}),
        ("pairing-points-not-whole", {"weights": (1.5, 2, 3, 4, 5)}),
        ("pairing-points-not-whole", {"minimum": "3"}),
        ("pairing-points-overflow", {"minimum": 1 << 40}),
        ("pairing-points-overflow", {"per_km": 1 << 31}),
    ],
)
def test_points_are_never_cut_off(key: str, rules: dict[str, Any]) -> None:
    assert key in keys(ONE, OTHER, dataclasses.replace(RULES, **rules))


@pytest.mark.parametrize(
    ("key", "column"),
    [
        ("pairing-column-not-numbers", {"place": ["x"] * 6}),
        ("pairing-column-not-finite", {"place": [float("nan")] * 6}),
        ("pairing-column-size", {"categories": [[1], [1, 2], [1], [1], [1], [1]]}),
        ("pairing-column-not-numbers", {"latitude": ["north"] * 6}),
    ],
)
def test_a_column_of_the_wrong_kind_is_a_finding(key: str, column: dict[str, Any]) -> None:
    assert key in keys(changed(ONE, **column), OTHER, RULES)
