"""Other choices: never cheaper than the prices say, exactly what trying them shows, quotas and all."""

from __future__ import annotations

from dataclasses import replace

from tests.match.town import DAY, book, build

from concentric.ledger.actor import Actor
from concentric.match import choices, runs
from concentric.register.book import QuotaSpec


def test_what_a_choice_costs_is_at_least_what_the_prices_say(office: Actor) -> None:
    build(office)
    north = QuotaSpec("north", {}, "supporters", "450222", at_most=1)
    for quotas in ((), (north,)):
        asked = runs.ask(book(), office, "villages", DAY, changed={"quotas": quotas})
        found = runs.find(asked)
        for supporter, recipient, _ in found.pairs:
            for each in (*choices.for_recipient(found, recipient), *choices.for_supporter(found, supporter)):
                trial = each.trial
                if trial is None:
                    continue
                assert (each.supporter, each.recipient) in {(s, r) for s, r, _ in trial.found.pairs}
                total = trial.cost + trial.uncovered * found.pairing.certificate.miss
                assert 0 <= each.at_least <= total, each
                assert trial.cost == found.benefit - trial.found.benefit
        if quotas:
            assert sum(supporter == "S1" for supporter, _, _ in found.pairs) == 1
            assert runs.check(runs.keep(office, found)).says == "optimal"


def test_a_move_by_hand_is_undone_by_the_other_hand(office: Actor) -> None:
    build(office)
    found = runs.find(runs.ask(book(), office, "villages", DAY))
    moved = choices.tried(found, pinned=(("S2", "V1"),)).found
    back = choices.tried(moved, forbidden=(("S2", "V1"),)).found
    assert replace(back.asked, forbidden=()).pinned == () and back.pairs == found.pairs
