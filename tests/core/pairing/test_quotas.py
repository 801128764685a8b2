"""Quotas on nested groups are kept exactly and proved; others are refused, and what cannot be is named."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp
from tests.core.pairing.cast import RULES, sides, worth

from concentric.core.pairing import CannotPair, Quota, Recipients, Rules, Supporters, check_pairing, pair
from concentric.core.pairing import growing as growing_module


def by_milp(one: Supporters, other: Recipients, rules: Rules) -> tuple[int, int] | None:
    """Coverage and benefit by HiGHS; None where the rules can't be kept."""
    ns, nr = len(one), len(other)
    value = np.array([[worth(one, i, other, j, rules) for j in range(nr)] for i in range(ns)])
    heavy = 1 << 17
    take = np.eye(ns * nr).reshape(ns, nr, -1)
    lines, low, high = [], [], []

    def line(row: np.ndarray, least: float, most: float) -> None:
        lines.append(row)
        low.append(least)
        high.append(most)

    pad = np.zeros((ns, nr, nr))
    full = np.concatenate([take, pad], axis=2)
    for i in range(ns):
        line(full[i].sum(0), 0, one.takes[i])
    for j in range(nr):
        line(full[:, j].sum(0), 0, other.takes[j])
        covered = np.zeros(ns * nr + nr)
        covered[ns * nr + j] = 1
        line(full[:, j].sum(0) - covered, 0, np.inf)
    for quota in rules.quotas:
        side = one if quota.side == "supporters" else other
        inside = [
            n
            for n, id_ in enumerate(side.ids)
            if (str(side.place[n]).startswith(quota.place) if quota.place else id_ in quota.members)
        ]
        part = full[inside] if quota.side == "supporters" else full[:, inside]
        line(part.sum((0, 1)), quota.at_least or 0, np.inf if quota.at_most is None else quota.at_most)
    cost = -np.concatenate([value.ravel(), np.full(nr, heavy)]).astype(float)
    done = milp(
        cost,
        constraints=LinearConstraint(np.array(lines), low, high),
        integrality=np.ones(cost.size),
        bounds=Bounds(0, 1),
        options={"mip_rel_gap": 0},
    )
    if done.x is None:
        return None
    x = np.rint(done.x[: ns * nr]).reshape(ns, nr)
    return int((x.sum(0) > 0).sum()), int((x * value).sum())


@st.composite
def cases(draw: st.DrawFn) -> tuple[Supporters, Recipients, Rules]:
    seed = draw(st.integers(0, 2**32 - 1))
    rng = np.random.default_rng(seed)
    one, other = sides(seed, draw(st.integers(2, 7)), draw(st.integers(2, 7)), most=3, wants=2)
    quotas = []
    for side, who in (("supporters", one), ("recipients", other)):
        for place in ("45", "4502", "450225"):
            if rng.random() < 0.5:
                low, high = sorted(rng.integers(0, 7, 2).tolist())
                kind = rng.integers(0, 3)
                quotas.append(
                    Quota(f"{side} {place}", side, high if kind != 1 else None, low // 2 if kind != 0 else None, place)
                )
        del who
    return one, other, dataclasses.replace(RULES, quotas=tuple(quotas))


@settings(max_examples=120, deadline=None)
@given(cases())
def test_every_small_case_with_quotas_is_as_good_as_integer_programming(case) -> None:  # type: ignore[no-untyped-def]
    one, other, rules = case
    wanted = by_milp(one, other, rules)
    try:
        found = pair(one, other, rules)
    except CannotPair as refused:
        errors = {each.key for each in refused.findings if each.severity == "error"}
        assert wanted is None and ("pairing-conflict" in errors or "pairing-quota-empty" in errors)
        return
    assert (found.covered, found.benefit, found.gap) == (*(wanted or (-1, -1)), 0)
    verdict = check_pairing(found.certificate, one, other, rules)
    assert (verdict.says, verdict.benefit) == ("optimal", found.benefit)


@pytest.mark.parametrize("seed", range(4))
def test_the_search_over_candidates_keeps_quotas_too(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    one, other = sides(seed, 260, 280, most=2, wants=1 + seed % 2)
    quotas = (
        Quota("45", "supporters", at_most=150, place="45"),
        Quota("4502", "supporters", at_most=70, place="4502"),
        Quota("4301", "recipients", at_least=20, at_most=30, place="4301"),
    )
    rules = dataclasses.replace(RULES, quotas=quotas)
    whole = pair(one, other, rules)
    monkeypatch.setattr(growing_module, "SMALL", 0)
    found = pair(one, other, rules)
    assert (found.covered, found.benefit, found.gap) == (whole.covered, whole.benefit, 0)
    assert check_pairing(found.certificate, one, other, rules).says == "optimal"


def refusal(rules: dict[str, Any], seed: int = 1) -> list[str]:
    one, other = sides(seed, 6, 5)
    with pytest.raises(CannotPair) as refused:
        pair(one, other, dataclasses.replace(RULES, **rules))
    assert all(each.says(lang) and each.remedy(lang) for each in refused.value.findings for lang in ("zh-Hans", "en"))
    return [each.key for each in refused.value.findings if each.severity == "error"]


def test_quotas_that_overlap_in_part_are_refused_with_both_names() -> None:
    quotas = (
        Quota("a", "supporters", at_most=2, members=("S000", "S001")),
        Quota("b", "supporters", at_most=2, members=("S001", "S002")),
    )
    assert refusal({"quotas": quotas}) == ["pairing-quotas-overlap"]


@pytest.mark.parametrize(
    ("key", "quota"),
    [
        ("pairing-quota-bounds", Quota("q", "supporters", members=("S000",))),
        ("pairing-quota-bounds", Quota("q", "supporters", at_most=-1, members=("S000",))),
        ("pairing-quota-crossed", Quota("q", "supporters", at_most=1, at_least=2, members=("S000",))),
        ("pairing-quota-stranger", Quota("q", "supporters", at_most=1, members=("nobody",))),
        ("pairing-quota-empty", Quota("q", "supporters", at_least=1, place="99")),
        ("pairing-quota-side", Quota("q", "both", at_most=1)),  # type: ignore[arg-type]
    ],
)
def test_a_bad_quota_is_named(key: str, quota: Quota) -> None:
    assert key in refusal({"quotas": (quota,)})


def test_more_pinned_pairs_than_a_quota_allows_are_named() -> None:
    quota = Quota("q", "recipients", at_most=1, members=("V000", "V001"))
    assert refusal({"quotas": (quota,), "pinned": [("S001", "V000"), ("S003", "V001")]}) == [
        "pairing-pinned-over-quota"
    ]


def test_rules_that_can_t_be_kept_together_are_named_and_none_too_many() -> None:
    quotas = (
        Quota("all", "supporters", at_most=2, members=tuple(f"S00{n}" for n in range(6))),
        Quota("some", "recipients", at_least=3, members=("V000", "V001", "V002", "V003")),
        Quota("idle", "recipients", at_most=1, members=("V004",)),
    )
    keys = refusal({"quotas": quotas, "within": "", "minimum": -10_000})
    assert sorted(keys) == ["pairing-conflict", "pairing-conflict-at-least", "pairing-conflict-at-most"]
