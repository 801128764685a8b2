"""Of equally good pairings one is taken by a stated rule, so that two offices agree: with quotas and demands too."""

from __future__ import annotations

import dataclasses
from itertools import chain, combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.pairing.cast import RULES, sides, worth

from concentric.core.pairing import CannotPair, Pairing, Quota, Recipients, Rules, Supporters, pair
from concentric.core.pairing import growing as growing_module

Named = set[tuple[str, str]]
EVEN = dataclasses.replace(RULES, weights=(1, 1, 0, 1, 0), near=0, same_county=1, same_prefecture=0, size_step=0)
"""Rules by which most pairs are worth the same."""
NESTED = (
    Quota("45", "supporters", at_most=60, place="45"),
    Quota("4502", "supporters", at_most=40, at_least=10, place="4502"),
    Quota("4301", "recipients", at_most=12, place="4301"),
)


def named(found: Pairing, one: Supporters, other: Recipients) -> Named:
    return {(one.ids[i], other.ids[j]) for i, j in found.pairs}


def shuffled(side, seed: int):  # type: ignore[no-untyped-def]
    """The same side with its rows in another order."""
    order = np.random.default_rng(seed).permutation(len(side))
    columns = {
        name: getattr(side, name)[order] for name in ("place", "categories", "latitude", "longitude", "size", "takes")
    }
    return type(side)(ids=[side.ids[n] for n in order], **columns)


@pytest.mark.parametrize("small", [True, False], ids=["whole table", "candidates"])
@pytest.mark.parametrize("wants", [1, 3])
@pytest.mark.parametrize("quotas", [(), NESTED], ids=["free", "quotas"])
def test_the_order_of_rows_and_the_number_of_threads_change_nothing(
    monkeypatch: pytest.MonkeyPatch, *, small: bool, wants: int, quotas: tuple[Quota, ...]
) -> None:
    one, other = sides(5, 150, 170, most=2, wants=wants)
    rules = dataclasses.replace(EVEN, quotas=quotas)
    if not small:
        monkeypatch.setattr(growing_module, "SMALL", 0)
    found = []
    for seed, threads in ((0, 1), (1, 2), (2, 4)):
        s, r = shuffled(one, seed), shuffled(other, seed + 10)
        turned = dataclasses.replace(rules, quotas=tuple(reversed(quotas)) if seed else quotas)
        found.append(named(pair(s, r, turned, threads=threads), s, r))
    assert found[0] == found[1] == found[2]


@st.composite
def cases(draw: st.DrawFn, most: int) -> tuple[Supporters, Recipients, Rules]:
    """Sides and rules that leave many pairings equally good."""
    seed = draw(st.integers(0, 2**32 - 1))
    rng = np.random.default_rng(seed)
    one, other = sides(seed, draw(st.integers(1, most)), draw(st.integers(1, most)), most=3, wants=2)
    quotas = []
    for side, place in product(("supporters", "recipients"), ("45", "4502", "450225")):
        if rng.random() < 0.4:
            low, high = sorted(rng.integers(0, 2 * most, 2).tolist())
            quotas.append(Quota(f"{side} {place}", side, high, low // 3, place))  # type: ignore[arg-type]
    forbidden = [each for each in product(one.ids, other.ids) if rng.random() < 0.2]
    return one, other, dataclasses.replace(EVEN, quotas=tuple(quotas), forbidden=forbidden)


@settings(max_examples=60, deadline=None)
@given(cases(12))
def test_another_way_to_the_best_pairing_ends_at_the_same_one(case) -> None:  # type: ignore[no-untyped-def]
    one, other, rules = case
    try:
        found = pair(one, other, rules)
    except CannotPair:
        return
    elsewhere = pair(one, other, dataclasses.replace(rules, weights=(3, 1, 4, 1, 5), quotas=(), forbidden=()))
    assert named(pair(one, other, rules, start=elsewhere), one, other) == named(found, one, other)
    small, growing_module.SMALL = growing_module.SMALL, 0
    try:
        assert named(pair(one, other, rules), one, other) == named(found, one, other)
    finally:
        growing_module.SMALL = small


def first_by_trying(one: Supporters, other: Recipients, rules: Rules) -> Named | None:
    """All pairings that keep the rules, the best of them, and of these the first as the rule says it."""
    recipients = sorted(range(len(other)), key=lambda j: (int(other.place[j]), other.ids[j]))
    supporters = sorted(range(len(one)), key=lambda i: (int(one.place[i]), one.ids[i]))
    allowed = [(i, j) for j in recipients for i in supporters if (one.ids[i], other.ids[j]) not in set(rules.forbidden)]
    kept = []
    for made in chain.from_iterable(combinations(allowed, n) for n in range(len(allowed) + 1)):
        counts = [np.bincount([each[side] for each in made], minlength=len(s)) for side, s in enumerate((one, other))]
        if (counts[0] > one.takes).any() or (counts[1] > other.takes).any():
            continue
        if any(_broken(quota, one, other, counts) for quota in rules.quotas):
            continue
        kept.append((int((counts[1] > 0).sum()), sum(worth(one, i, other, j, rules) for i, j in made), set(made)))
    if not kept:
        return None
    best = max(each[:2] for each in kept)
    equal = [each[2] for each in kept if each[:2] == best]
    for j in recipients:
        has = [sum(r == j for _, r in made) for made in equal]
        fewest = min((n for n in has if n), default=0)
        equal = [made for made, n in zip(equal, has, strict=True) if n == fewest]
        for i in supporters:
            equal = [made for made in equal if (i, j) in made] or equal
    return {(one.ids[i], other.ids[j]) for i, j in equal[0]}


def _broken(quota: Quota, one: Supporters, other: Recipients, counts: list[np.ndarray]) -> bool:
    side, count = (one, counts[0]) if quota.side == "supporters" else (other, counts[1])
    inside = sum(int(count[n]) for n in range(len(side)) if str(side.place[n]).startswith(quota.place))
    return not (quota.at_least or 0) <= inside <= (quota.at_most if quota.at_most is not None else inside)


@settings(max_examples=60, deadline=None)
@given(cases(3))
def test_the_pairing_taken_is_the_first_by_the_rule(case) -> None:  # type: ignore[no-untyped-def]
    one, other, rules = case
    try:
        found = named(pair(one, other, rules), one, other)
    except CannotPair:
        return
    assert found == first_by_trying(one, other, rules)


def test_of_equally_good_pairings_the_first_by_county_and_id_is_taken() -> None:
    count = 7
    one = Supporters([f"S{n}" for n in range(count)], [450203] * count, [[1]] * count)
    other = Recipients([f"V{n}" for n in range(count)], [450203] * count, [[1]] * count)
    rules = Rules(weights=(1,), near=0, same_county=0, same_prefecture=0, size_step=0)
    for seed in range(5):
        s, r = np.random.default_rng(seed).permutation(count), np.random.default_rng(seed + 9).permutation(count)
        found = pair(
            Supporters([one.ids[n] for n in s], one.place, one.categories),
            Recipients([other.ids[n] for n in r], other.place, other.categories),
            rules,
        )
        assert {(f"S{s[i]}", f"V{r[j]}") for i, j in found.pairs} == {(f"S{n}", f"V{n}") for n in range(count)}


def test_who_goes_without_is_the_last_and_a_partner_that_adds_nothing_is_not_taken() -> None:
    one = Supporters(["S1", "S2"], [450203] * 2, [[1], [1]], takes=[1, 1])
    other = Recipients(["V1", "V2", "V3"], [450203] * 3, [[1], [1], [1]])
    rules = Rules(weights=(1,), near=0, same_county=0, same_prefecture=0, size_step=0)
    assert named(pair(one, other, rules), one, other) == {("S1", "V1"), ("S2", "V2")}
    alone = Recipients(["V1"], [450203], [[0]], takes=[2])
    assert named(pair(one, alone, rules), one, alone) == {("S1", "V1")}
