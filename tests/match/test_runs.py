"""Runs: from needs and offers to proposals, proved, checked again from the ledger alone."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import product

import pytest
from tests.ledger.cast import enter, findings

from concentric.core.pairing import CannotPair
from concentric.core.terms.words import LANGS
from concentric.ledger.actor import Actor
from concentric.ledger.writer import Writer
from concentric.match import choices, needs, runs
from concentric.match.approving import NothingToApprove, approve, proposed_by
from concentric.match.continuity import kept_by, present, smallest_bonus
from concentric.match.loads import loads
from concentric.match.models import Assignment, AssignmentStep, Need, Pairing, Run
from concentric.match.runs import NoRules
from concentric.register.models import Appointment, Post, RosterEntry

from .town import DAY, Town, book, build


def asked(town: Town, programme: str = "villages", **how: object) -> runs.Asked:
    return runs.ask(book(), town.office, programme, DAY, **how)  # type: ignore[arg-type]


def pairs(found: runs.Found) -> set[tuple[str, str]]:
    return {(supporter, recipient) for supporter, recipient, _ in found.pairs}


def test_needs_meet_offers_near_by_and_everybody_is_covered(office: Actor) -> None:
    found = runs.find(asked(build(office)))
    assert pairs(found) >= {("S1", "V1"), ("S1", "V2")} and found.lone == () and found.pairing.gap == 0
    keys = {(each.key, each.args.get("side")) for each in found.findings}
    assert ("match-township-used", "recipients") in keys, "the township stood in for the village"
    assert ("pairing-centre-used", "supporters") in keys, "the county's centre stood in, and that is said"
    for each in found.findings:
        assert all(each.says(lang) and each.remedy(lang) for lang in LANGS)


def test_the_parts_of_a_pair_are_its_worth(office: Actor) -> None:
    town = build(office)
    town.paired("P1", "S2", "V1", "agreed")
    found = runs.find(asked(town))
    scores, every = found.scores, found.scores.all()
    assert every is not None
    for (i, s), (j, r) in product(scores.supporter.items(), scores.recipient.items()):
        assert scores.parts((i, j)).total == every[s, r]
    parts = scores.parts(("S1", "V1"))
    assert (parts.categories, parts.same_county, parts.continuity) == ((("industry", 300),), 80, 0)
    assert parts.halves == 22 and parts.near == 300 - 33, "eleven kilometres"
    assert scores.parts(("S2", "V1")).continuity == 50


def test_a_run_is_kept_with_all_that_it_takes_to_check_it(office: Actor) -> None:
    town = build(office)
    run = runs.keep(office, runs.find(asked(town)))
    assert (run.number, run.covered, run.wanting, run.gap) == ("villages-2021-1", 4, 4, 0)
    # What is entered later doesn't matter to what was found then.
    town.need("N9", "V3", "industry", 3)
    again = runs.run_of("villages-2021-1", office.office)
    assert (
        runs.check(again).says == "optimal"
        and runs.find(runs.asked_of(again)).pairs == runs.find(runs.asked_of(run)).pairs
    )
    assert runs.keep(office, runs.find(asked(town))).number == "villages-2021-2" and findings() == []
    result = json.loads(again.result)
    assert result["compared"]["greedy"]["benefit"] <= again.benefit and "present" not in result["compared"]


def test_a_run_whose_pairs_were_not_those_of_its_certificate_is_wrong(office: Actor) -> None:
    run = runs.keep(office, runs.find(asked(build(office))))
    result = json.loads(run.result)
    result["pairs"][0][0] = "S3"
    forged = Run.fresh(**{f.attname: getattr(run, f.attname) for f in Run._meta.concrete_fields})
    forged.result = json.dumps(result)
    assert runs.check(forged).wrong == "match-check-other-pairs"


def test_pairs_are_pinned_and_forbidden_by_hand_also_against_the_book(office: Actor) -> None:
    town = build(office)
    found = runs.find(asked(town, pinned=(("S2", "V1"),), forbidden=(("S1", "V2"),)))
    assert ("S2", "V1") in pairs(found) and ("S1", "V2") not in pairs(found)
    strict = runs.ask(book(), office, "villages", DAY, forbidden=(("S3", "V4"),), changed={"pinned": (("S3", "V4"),)})
    assert strict.instance().rules.pinned == () and ("S3", "V4") in strict.instance().rules.forbidden
    with pytest.raises(CannotPair) as refused:
        runs.find(asked(town, pinned=(("S2", "V99"),)))
    assert [each.key for each in refused.value.findings if each.severity == "error"] == ["pairing-unknown-pair"]


def test_what_cannot_be_computed_with_is_named_by_its_record(office: Actor) -> None:
    town = build(office)
    town.need("N7", "V1", "roads")
    lost = Need(number="N8", organisation_id=office.organisation, category="skills", since=DAY)
    enter(office, lambda w: needs.state(w, lost))
    with pytest.raises(CannotPair) as refused:
        runs.find(asked(town))
    assert {each.key for each in refused.value.findings} >= {"match-unknown-category", "match-no-place"}
    for each in refused.value.findings:
        assert all(each.says(lang) and each.remedy(lang) for lang in LANGS)
    with pytest.raises(NoRules):
        asked(town, "roads")
    empty = runs.ask(book(), office, "villages", DAY.replace(year=2020))
    with pytest.raises(CannotPair) as refused:
        runs.find(empty)
    assert {each.key for each in refused.value.findings} == {"pairing-empty-side"}


def test_an_approved_run_proposes_each_pair_once(office: Actor) -> None:
    town = build(office)
    town.paired("P1", "S1", "V1", "agreed")
    run = runs.keep(office, runs.find(asked(town)))
    done = approve(office, run, DAY)
    assert len(done.entered) == 3 and done.kept == 1 and done.entered[0].startswith("villages-2021-1-")
    made = proposed_by(run)
    assert {state for _, state in made} == {"proposed"} and {one.batch for one, _ in made} == {run.number}
    assert {one.help_types for one, _ in made} == {"industry", "skills"}
    with pytest.raises(NothingToApprove):
        approve(office, run, DAY)
    assert Pairing.objects.in_force().count() == 4 and findings() == []


def test_re_pairing_keeps_good_pairs_and_says_why_others_part(office: Actor) -> None:
    town = build(office)
    town.paired("P1", "S2", "V1", "agreed")  # far away, and needs something else
    town.paired("P2", "S2", "V3", "agreed")
    town.paired("P3", "S3", "V2", "agreed")
    town.paired("P4", "B1", "V4", "agreed")  # offers nothing any more
    town.paired("P5", "S1", "V4", "agreed", "ended")
    town.paired("P6", "S1", "V2", "agreed")  # beside P3: only one of the two can go on
    found = runs.find(asked(town))
    turn = found.turn()
    told = {(each.supporter, each.recipient): each.why for each in turn.parted}
    assert told[("B1", "V4")] == "supporter-left" and told[("S2", "V1")] == "better"
    assert told[("S3", "V2")] == "full"
    assert ("S1", "V4") not in told, "that had ended before"
    assert (turn.stood, turn.kept, len(turn.parted)) == (5, 5 - len(told), len(told)) and turn.kept == kept_by(found)
    worths = {(each.supporter, each.recipient): each.worth for each in turn.parted}
    assert worths["B1", "V4"] is None and worths["S2", "V1"] == found.scores.parts(("S2", "V1")).total
    few = smallest_bonus(asked(town), 2)
    assert few.kept >= 2 and few.of == 4
    if few.bonus:
        less = runs.find(replace(few.asked, spec=replace(few.asked.spec, continuity=few.bonus - 1)))
        assert kept_by(less) < 2, "it is the smallest"


def test_commissioners_are_sent_to_all_in_equal_loads_and_keep_whom_they_know(office: Actor) -> None:
    town = build(office)
    town.sent("A1", "AP1", "V3")
    town.sent("A2", "AP3", "V1")
    found = runs.find(asked(town, "commissioners"))
    loads = [post for post, _, _ in found.pairs]
    assert sorted(loads) == ["PO1", "PO1", "PO2", "PO2"] and found.lone == ()
    assert ("PO1", "V3") in pairs(found)
    run = runs.keep(office, found)
    assert runs.check(run).says == "optimal"
    done = approve(office, run, DAY)
    assert len(done.entered) == 3 and done.ended == ("A2",)
    assert Assignment.objects.in_force().count() == 5 and AssignmentStep.objects.get().name == "ended"
    assert findings() == []


def test_commissioners_are_pinned_and_kept_away_by_hand(office: Actor) -> None:
    build(office)
    found = runs.find(asked_commissioners(office, pinned=(("PO2", "V1"),), forbidden=(("PO2", "V2"),)))
    assert ("PO2", "V1") in pairs(found) and ("PO2", "V2") not in pairs(found)
    assert sorted(post for post, _ in pairs(found)) == ["PO1", "PO1", "PO2", "PO2"], "loads stay even"
    run = runs.keep(office, found)
    assert runs.check(run).says == "optimal" and runs.find(runs.asked_of(run)).pairs == found.pairs
    moved = choices.tried(found, pinned=(("PO1", "V1"),), freed=(("PO2", "V1"),))
    assert ("PO1", "V1") in pairs(moved.found) and moved.found.asked.pinned == (("PO1", "V1"),)
    assert moved.evened == (False, 2, 2) and moved.cost >= 0


def test_rules_that_leave_no_room_for_commissioners_are_told_in_words(office: Actor) -> None:
    town = build(office)
    alone = runs.find(asked_commissioners(office, forbidden=(("PO1", "V3"), ("PO2", "V3"))))
    assert alone.lone == ("V3",)
    told = {each.key: each.args for each in alone.findings}
    assert told["match-nobody-allowed"]["members"] == "V3"
    # Three may only be served by one post, which takes two.
    full = runs.find(asked_commissioners(office, forbidden=tuple(("PO2", each) for each in ("V1", "V2", "V3"))))
    words = {each.key: each.args for each in full.findings}["match-posts-full"]
    assert (words["posts"], words["room"], words["over"], words["members"]) == ("PO1", 2, 1, "V1, V2, V3")
    south = runs.find(asked_commissioners(office, changed={"within": "county", "least": 2}))
    assert south.lone == ("V3", "V4"), "both posts are in the north"
    wrong = {
        "pairing-pinned-over-capacity": {"pinned": (("PO1", "V1"), ("PO1", "V2"), ("PO1", "V3"))},
        "pairing-pinned-over-demand": {"pinned": (("PO1", "V1"), ("PO2", "V1"))},
        "pairing-unknown-pair": {"pinned": (("PO3", "V1"),)},
        "pairing-pinned-and-forbidden": {"pinned": (("PO1", "V1"),), "forbidden": (("PO1", "V1"),)},
        "match-no-commissioners": {"changed": {"posts": "省长"}},
    }
    for key, how in wrong.items():
        with pytest.raises(CannotPair) as refused:
            runs.find(asked_commissioners(office, **how))
        assert [each.key for each in refused.value.findings if each.severity == "error"] == [key]
        assert "#" not in "".join(str(each.args) for each in refused.value.findings), "slots are nobody"
    for each in (*alone.findings, *full.findings, *south.findings, *refused.value.findings):
        assert all(each.says(lang) and each.remedy(lang) for lang in LANGS)
    assert town.office is office


def test_where_loads_cannot_be_equal_they_are_as_even_as_can_be(office: Actor) -> None:
    """Three in the north and one in the south, each served from its own county: nobody is left out for evenness."""
    town = build(office)
    post = Post(number="PO9", organisation_id=town.roots["S2"], title="特派员")

    def change(writer: Writer) -> None:
        root = writer.add(post)
        writer.add(Appointment(number="AP9", post_id=root, since=DAY))
        writer.add(RosterEntry(number="K9", roster_id=town.roots["key"], member_id=town.roots["S1"], since=DAY))

    enter(office, change)
    found = runs.find(asked_commissioners(office, changed={"within": "county", "most": 3}))
    counts = {each.post: len(each.members) for each in loads(found.instance, pairs(found))}
    assert counts == {"PO1": 2, "PO2": 1, "PO9": 2} or counts == {"PO1": 1, "PO2": 2, "PO9": 2}
    town.sent("A1", "AP3", "V1")
    again = runs.find(asked_commissioners(office))
    turn = again.turn()
    assert "pairing-last-year-gone" not in {each.key for each in again.findings} and present(again.instance) == set()
    few = smallest_bonus(asked_commissioners(office), 1)
    assert (few.kept, few.of) == (0, 0), "a post that nobody holds can't go on"
    assert [(each.supporter, each.why) for each in turn.parted] == [("PO3", "post-vacant")]


def asked_commissioners(office: Actor, **how: object) -> runs.Asked:
    return runs.ask(book(), office, "commissioners", DAY, **how)  # type: ignore[arg-type]


def test_too_few_commissioners_are_said_and_as_many_as_can_be_are_served(office: Actor) -> None:
    build(office)
    found = runs.find(runs.ask(book(), office, "commissioners", DAY, changed={"most": 1}))
    assert len(found.pairs) == 2 and len(found.lone) == 2
    assert "match-too-few-commissioners" in {each.key for each in found.findings}
