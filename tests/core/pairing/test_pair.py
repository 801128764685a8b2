"""Pairing under rules gives what the table of all pairs would give, for any order of rows and any number of threads."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.pairing.cast import RULES, sides, worth
from tests.core.pairing.flows import best

from concentric.core.pairing import Pairing, Progress, Recipients, Rules, Supporters, check_pairing, pair
from concentric.core.pairing import growing as growing_module

WITHIN = {"": 0, "county": 1, "prefecture": 100, "province": 10_000}


def by_table(one: Supporters, other: Recipients, rules: Rules) -> tuple[int, int]:
    """Coverage and benefit by listing every allowed pair. Pinned pairs are made beforehand."""
    names = (list(one.ids), list(other.ids))
    pinned = {(names[0].index(a), names[1].index(b)) for a, b in rules.pinned}
    room, want = np.array(one.takes), np.array(other.takes)
    total = 0
    for i, j in pinned:
        room[i] -= 1
        want[j] -= 1
        total += worth(one, i, other, j, rules)
    rows, columns, values = [], [], []
    for i in range(len(one)):
        for j in range(len(other)):
            value = worth(one, i, other, j, rules)
            divide = WITHIN[rules.within]
            apart = divide and int(one.place[i]) // divide != int(other.place[j]) // divide
            short = rules.minimum is not None and value < rules.minimum
            if apart or short or (i, j) in pinned or (one.ids[i], other.ids[j]) in set(rules.forbidden):
                continue
            rows.append(i)
            columns.append(j)
            values.append(value)
    return best(rows, columns, values, room, want, {j for _, j in pinned}, 1 << 20, total)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Supporters, Recipients, Rules]:
    """Sides and rules of every kind that needs no quota."""
    seed = draw(st.integers(0, 2**32 - 1))
    rng = np.random.default_rng(seed)
    one, other = sides(
        seed,
        draw(st.integers(1, 12)),
        draw(st.integers(1, 12)),
        most=draw(st.sampled_from([1, 3])),
        wants=draw(st.sampled_from([1, 3])),
    )

    def some(share: float) -> list[tuple[str, str]]:
        return [(a, b) for a in one.ids for b in other.ids if rng.random() < share]

    pinned: list[tuple[str, str]] = []
    if draw(st.booleans()):
        pinned = [(one.ids[n], other.ids[n]) for n in range(min(2, len(one), len(other)))]
    forbidden = [each for each in some(draw(st.sampled_from([0, 0.3]))) if each not in pinned]
    rules = dataclasses.replace(
        RULES,
        last_year=some(0.1),
        continuity=draw(st.sampled_from([0, 150])),
        forbidden=forbidden,
        pinned=pinned,
        within=draw(st.sampled_from(["", "prefecture", "province"])) if not pinned else "",
        minimum=draw(st.sampled_from([None, 120])) if not pinned else None,
    )
    return one, other, rules


@settings(max_examples=200, deadline=None)
@given(cases())
def test_every_small_case_is_as_good_as_its_table(case) -> None:  # type: ignore[no-untyped-def]
    one, other, rules = case
    found = pair(one, other, rules)
    assert (found.covered, found.benefit, found.gap) == (*by_table(one, other, rules), 0)
    assert [worth(one, i, other, j, rules) for i, j in found.pairs] == found.worth.tolist()
    verdict = check_pairing(found.certificate, one, other, rules)
    assert (verdict.says, verdict.covered, verdict.benefit) == ("optimal", found.covered, found.benefit)


def grown(monkeypatch: pytest.MonkeyPatch, one: Supporters, other: Recipients, rules: Rules, **more) -> Pairing:  # type: ignore[no-untyped-def]
    """The pairing by the search that larger instances take."""
    monkeypatch.setattr(growing_module, "SMALL", 0)
    return pair(one, other, rules, **more)


@pytest.mark.parametrize("seed", range(12))
def test_the_search_over_candidates_finds_what_the_whole_table_gives(
    monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    one, other = sides(seed, 300, 340 if seed % 2 else 420, most=2, wants=1 + seed % 3)
    rules = dataclasses.replace(
        RULES,
        last_year=[(one.ids[n], other.ids[-n]) for n in range(1, 60)],
        continuity=90,
        within=("", "prefecture", "")[seed % 3],
        minimum=(None, None, None, 400)[seed % 4],
    )
    whole = pair(one, other, rules)
    found = grown(monkeypatch, one, other, rules)
    assert found.rounds > 1 and found.edges < whole.edges
    assert (found.covered, found.benefit, found.gap) == (whole.covered, whole.benefit, 0)
    assert check_pairing(found.certificate, one, other, rules).says == "optimal"


def test_a_search_can_be_stopped_and_says_how_far_it_is_from_the_best(monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = sides(3, 400, 420, most=2)
    told: list[Progress] = []

    def enough(progress: Progress) -> bool:
        told.append(progress)
        return len(told) == 2

    found = grown(monkeypatch, one, other, RULES, progress=enough)
    best = pair(one, other, RULES)
    assert found.stopped and len(told) == 2 and found.gap > 0
    verdict = check_pairing(found.certificate, one, other, RULES)
    assert verdict.says == "gap" and verdict.gap == found.gap
    assert best.benefit - found.benefit <= found.gap


def test_a_false_certificate_is_found_out() -> None:
    one, other = sides(1, 30, 34, most=2)
    found = pair(one, other, RULES)

    def says(**changed) -> tuple[str, str]:  # type: ignore[no-untyped-def]
        verdict = check_pairing(dataclasses.replace(found.certificate, **changed), one, other, RULES)
        return verdict.says, verdict.wrong

    pairs, price = found.certificate.pairs, found.certificate.price
    assert says() == ("optimal", "")
    assert says(price=price + 1)[0] == "gap"
    assert says(price=price - 1) == ("wrong", "pairing-check-price")
    assert says(pairs=pairs[:-1])[0] == "gap"
    assert says(pairs=np.concatenate([pairs, pairs[:1]])) == ("wrong", "pairing-check-twice")
    assert says(price=price[:-1]) == ("wrong", "pairing-check-size")
    other_way = pairs.copy()
    other_way[:, 0] = 0
    assert says(pairs=other_way) == ("wrong", "pairing-check-supporter-full")
