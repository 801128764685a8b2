"""What a pair scores is told by part; what another choice costs is told at once as "at least", exactly on request."""

from __future__ import annotations

import dataclasses

import pytest
from tests.core.pairing.cast import RULES, sides, worth

from concentric.core.pairing import Quota, cost_of_forcing, explain, kept, pair, smallest_continuity


@pytest.mark.parametrize("seed", range(4))
def test_parts_add_up_and_the_next_best_is_the_best_that_is_no_partner(seed: int) -> None:
    one, other = sides(seed, 15, 17, most=2, wants=1 + seed % 2)
    rules = dataclasses.replace(RULES, last_year=[(one.ids[n], other.ids[n]) for n in range(9)], continuity=70)
    result = pair(one, other, rules)
    held = {(int(i), int(j)) for i, j in result.pairs}
    told = explain(result, one, other, rules)
    assert [each.worth for each in told] == result.worth.tolist()
    for each in told:
        assert sum(each.parts.values()) == worth(one, each.supporter, other, each.recipient, rules)
        assert sum(each.categories.values()) == each.parts["help"]
        others = [worth(one, i, other, each.recipient, rules) for i in range(15) if (i, each.recipient) not in held]
        assert each.next_supporter is not None and each.next_supporter[1] == max(others)
        others = [worth(one, each.supporter, other, j, rules) for j in range(17) if (each.supporter, j) not in held]
        assert each.next_recipient is not None and each.next_recipient[1] == max(others)


@pytest.mark.parametrize("seed", range(6))
def test_forcing_a_pair_costs_what_pinning_it_costs_and_at_least_what_prices_say(seed: int) -> None:
    one, other = sides(seed, 8, 9, most=2 if seed % 2 else 1, wants=1 + seed % 2)
    quotas = (Quota("q", "supporters", at_most=4, place="4502"),) if seed > 3 else ()
    rules = dataclasses.replace(RULES, quotas=quotas)
    result = pair(one, other, rules)
    for i in range(0, 8, 2):
        for j in range(9):
            forced = cost_of_forcing(result, one, other, rules, (i, j))
            again = pair(one, other, dataclasses.replace(rules, pinned=[(one.ids[i], other.ids[j])]))
            less = result.covered - again.covered
            assert forced.exactly == result.benefit - again.benefit + less * result.certificate.miss
            assert 0 <= forced.at_least <= forced.exactly and forced.covered_less == less
            assert cost_of_forcing(result, one, other, rules, (i, j), exactly=False).at_least == forced.at_least
            if [i, j] in result.pairs.tolist():
                assert forced.exactly == 0 and forced.moved == ()
            else:
                assert any(i in after and i not in before for r, before, after in forced.moved if r == j)


def test_who_would_lose_their_partner_is_named() -> None:
    one, other = sides(2, 6, 6, most=1)
    result = pair(one, dataclasses.replace(other, takes=[1] * 6), RULES)
    one = dataclasses.replace(one, takes=[1] * 6)
    j = int(result.pairs[0, 1])
    forced = cost_of_forcing(result, one, other, dataclasses.replace(RULES), (int(result.pairs[1, 0]), j))
    assert {r for r, _, _ in forced.moved} >= {j, int(result.pairs[1, 1])} and forced.lost == ()


def test_the_smallest_bonus_keeps_enough_and_one_less_does_not() -> None:
    one, other = sides(6, 40, 44, most=2)
    rules = dataclasses.replace(RULES, last_year=[(one.ids[n], other.ids[n]) for n in range(40)])
    bonus, result = smallest_continuity(one, other, rules, 15)
    assert kept(result, one, other, rules) >= 15 and 0 < bonus < 10_000
    fewer = pair(one, other, dataclasses.replace(rules, continuity=bonus - 1))
    assert kept(fewer, one, other, rules) < 15
    assert smallest_continuity(one, other, rules, 0)[0] == 0
    most, result = smallest_continuity(one, other, rules, 41, most=500)
    assert most <= 500 and kept(result, one, other, rules) < 41
    greatest = pair(one, other, dataclasses.replace(rules, continuity=500))
    fewer = pair(one, other, dataclasses.replace(rules, continuity=most - 1))
    assert kept(fewer, one, other, rules) < kept(result, one, other, rules) == kept(greatest, one, other, rules)


def test_a_start_from_an_earlier_pairing_changes_nothing_but_the_time() -> None:
    one, other = sides(9, 60, 64, most=2)
    result = pair(one, other, RULES)
    changed = dataclasses.replace(RULES, same_county=140, forbidden=[(one.ids[0], other.ids[n]) for n in range(64)])
    fresh, warm = pair(one, other, changed), pair(one, other, changed, start=result)
    assert (warm.covered, warm.benefit, warm.gap) == (fresh.covered, fresh.benefit, 0)
    assert warm.pairs.tolist() == fresh.pairs.tolist()
