"""Other choices: never cheaper than the prices say, exactly what trying them shows, quotas and all."""

from __future__ import annotations

from dataclasses import replace

from tests.match.town import DAY, book, build

from concentric.ledger.actor import Actor
from concentric.match import choices, runs
from concentric.match.telling import told_choice, told_moved, told_trial
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
                assert each.at_least is not None and 0 <= each.at_least <= total, each
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


def test_what_a_choice_costs_is_told_in_whole_sentences_with_more_and_fewer_apart(office: Actor) -> None:
    build(office)
    found = runs.find(runs.ask(book(), office, "villages", DAY))
    same = choices.Trial(found, cost=0, uncovered=0, gone=(), new=())
    for cost, uncovered, says in (
        (0, 0, ["This costs the whole nothing."]),
        (30, 0, ["This costs the whole 30 points."]),
        (30, 1, ["One more would have nobody.", "This costs the whole 30 points."]),
        (-30, 2, ["2 more would have nobody.", "This brings 30 points more, as other rules go before points."]),
        (30, -1, ["One more would have somebody.", "This costs the whole 30 points."]),
        (-1, -1, ["One more would have somebody.", "And 1 point more."]),
        (0, 1, ["One more would have nobody."]),
    ):
        assert told_trial(replace(same, cost=cost, uncovered=uncovered), "en") == says
    untried = choices.Choice("S1", "V1", 10, 5)
    assert told_choice(untried, "zh-Hans") == ["整体至少要少 5 分。"]
    assert told_choice(replace(untried, at_least=None), "en") == []
    assert told_choice(replace(untried, trial=replace(same, evened=(True, 1, 3))), "en")[1].endswith("1 to 3 each.")


def test_whom_a_choice_touches_is_told_once_each(office: Actor) -> None:
    build(office)
    found = runs.find(runs.ask(book(), office, "villages", DAY))
    gone = (("S1", "V2"), ("S2", "V1"), ("S3", "V3"), ("S9", "V8"))
    each = choices.Choice("S1", "V1", 10, 5, choices.Trial(found, 3, 0, gone, new=()))
    assert each.given_up == gone[:2] and each.trial is not None and each.trial.losers == ("V8",)
    told = told_moved(each, {"V3": "三村"}, "en")
    assert told == [
        ("given-up", "These two would give up: V2 — S1, V1 — S2"),
        ("moved", "Would get another partner: V2, 三村"),
        ("losers", "Would have nobody: V8"),
    ]
