"""What two reporters both entered is proposed, joined by a person, and counts once."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from tests.ledger.cast import City, build, enter, entered, findings

from concentric.keep import activities, cases, commitments, honours, projects, same_as, sites
from concentric.keep.models import SameAs
from concentric.ledger.actor import Actor

from . import cast

NOUNS: dict[str, Any] = {
    "case": (cases.receive, cast.case),
    "project": (projects.open_lead, cast.project),
    "activity": (activities.report, cast.activity),
    "site": (sites.plan, cast.site),
    "honour": (honours.record, cast.honour),
}


def pledged(city: City, number: str, by: UUID | None = None, **values: Any) -> UUID:
    actor = city.acting(by) if by else city.office
    return entered(actor, lambda w: commitments.pledge(w, city.pledge(number, **values)))


def numbers(city: City, kind: str = "commitment") -> list[tuple[int, list[str]]]:
    groups = same_as.suspected(kind, city.office.office)
    return [(group.reporters, [one.number for one in group.ones]) for group in groups]


def test_the_same_gift_from_two_reporters_is_proposed_first(office: Actor) -> None:
    city = build(office)
    pledged(city, "C1", amount=Decimal(7))
    pledged(city, "C2", amount=Decimal(7))
    pledged(city, "C3")
    pledged(city, "C4", by=city.chamber)
    for number, other in (
        ("C5", {"amount": Decimal("100.0001")}),
        ("C6", {"committed_on": date(2021, 3, 2)}),
        ("C7", {"recipient_id": city.clinic}),
        ("C8", {"currency": "USD"}),
    ):
        pledged(city, number, **other)
    assert numbers(city) == [(2, ["C3", "C4"]), (1, ["C1", "C2"])]
    stranger = replace(office, office=uuid4())
    assert list(same_as.suspected("commitment", stranger.office)) == []


@pytest.mark.parametrize("kind", NOUNS)
def test_every_noun_that_is_counted_can_be_entered_twice(office: Actor, kind: str) -> None:
    city = build(office)
    verb, make = NOUNS[kind]
    for number in ("B1", "B2"):
        entered(office, lambda w, number=number: verb(w, make(city, number=number)))
    assert numbers(city, kind) == [(1, ["B1", "B2"])]


def test_what_nobody_raised_doesnt_all_look_alike(office: Actor) -> None:
    city = build(office)
    for number in ("B1", "B2"):
        entered(office, lambda w, number=number: cases.receive(w, cast.case(city, number=number, raiser_id=None)))
    assert numbers(city, "case") == []


def test_joined_ones_are_proposed_no_more_until_they_are_parted(office: Actor) -> None:
    city = build(office)
    one, two, three = (pledged(city, number) for number in ("C1", "C2", "C3"))
    arm = entered(office, lambda w: same_as.join(w, "commitment", two, one, note="同一张收据"))
    assert numbers(city) == [(1, ["C1", "C3"])]
    entered(office, lambda w: same_as.join(w, "commitment", three, one))
    assert numbers(city) == []
    enter(office, lambda w: same_as.part(w, arm, "两笔汇款"))
    assert numbers(city) == [(1, ["C1", "C2"])]
    assert [held.thing for held in SameAs.objects.in_force()] == [three] and findings() == []


def test_a_star_has_no_chains_and_one_arm_a_thing(office: Actor) -> None:
    city = build(office)
    one, two, three = (pledged(city, number) for number in ("C1", "C2", "C3"))
    paired = city.paired()
    entered(office, lambda w: same_as.join(w, "commitment", two, one))
    gone = pledged(city, "C4")
    enter(office, lambda w: w.void(gone, "commitment", "录错"))
    for thing, representative, refusal in (
        (one, one, same_as.SameThing),
        (one, paired, same_as.NotOfOneKind),
        (one, gone, same_as.NotOfOneKind),
        (three, two, same_as.RepresentativeIsJoined),
        (one, three, same_as.ThingRepresents),
        (two, three, same_as.ThingIsJoined),
    ):
        with pytest.raises(refusal) as refused:
            enter(office, lambda w, t=thing, r=representative: same_as.join(w, "commitment", t, r))
        assert refused.value.says("en") and refused.value.remedy("zh-Hant")
    with pytest.raises(same_as.NotOfOneKind):
        enter(office, lambda w: same_as.join(w, "pairing", paired, one))
    assert findings() == []


def test_the_command_lists_joins_and_parts(office: Actor, run: Any) -> None:
    city = build(office)
    for number in ("C1", "C2"):
        pledged(city, number)
    code, out, _ = run("doubles", "list", "--json")
    assert code == 1 and [one["number"] for one in json.loads(out)[0]["records"]] == ["C1", "C2"]
    assert run("doubles", "join", "commitment", "C2", "C9", "--lang", "en")[0] == 2
    assert run("doubles", "part", "commitment", "C2", "--reason", "x", "--lang", "en")[0] == 2
    assert run("doubles", "join", "commitment", "C2", "C1", "--lang", "en")[0] == 0
    assert run("doubles", "list", "--lang", "en")[:2] == (0, "Nothing looks as if it had been entered twice.\n")
    assert run("doubles", "part", "commitment", "C2", "--reason", "两笔", "--lang", "en")[0] == 0
    assert run("doubles", "list", "--kind", "commitment", "--lang", "en")[0] == 1 and findings() == []
