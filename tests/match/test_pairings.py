"""The verbs of a pairing, through the ledger."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from tests.ledger.cast import DAY, City, build, enter, findings

from concentric.core.courses.refusals import AlreadyAgreed, MatterClosed
from concentric.ledger.actor import Actor
from concentric.ledger.models import Head
from concentric.ledger.refusals import AlreadyKept
from concentric.match import pairings
from concentric.match.models import Pairing, PairingStep
from concentric.match.pairings import PairedWithItself


def step(city: City, root: UUID, name: str, by: UUID | None = None, **how: object) -> Head:
    actor = city.acting(by) if by else city.office
    enter(actor, lambda w: pairings.take_step(w, root, name, **{"on": DAY} | how))  # type: ignore[arg-type]
    return Head.objects.get(matter=root)


def test_a_pairing_is_active_once_both_sides_have_agreed_for_themselves(office: Actor) -> None:
    city = build(office)
    root = city.paired()
    seen = [
        (head.state, head.strength)
        for head in (
            Head.objects.get(matter=root),
            step(city, root, "agreed", city.enterprise),
            step(city, root, "agreed", city.village),
            step(city, root, "verified", city.outsider),
        )
    ]
    assert seen == [("proposed", 1), ("agreed", 2), ("active", 3), ("active", 4)] and findings() == []


def test_a_pairing_agreed_by_the_office_alone_is_not_the_recipients_word(office: Actor) -> None:
    city = build(office)
    root = city.paired()
    head = step(city, root, "agreed")
    assert (head.state, head.strength, head.holder) == ("agreed", 2, "recipient")
    with pytest.raises(AlreadyAgreed):
        step(city, root, "agreed")


def test_a_pairing_is_renewed_ended_and_opened_again_by_a_reversal(office: Actor) -> None:
    city = build(office)
    root = city.paired()
    step(city, root, "agreed", city.enterprise)
    step(city, root, "agreed", city.village)
    assert step(city, root, "renewed", on=date(2024, 1, 1)).due == date(2024, 1, 1)
    assert step(city, root, "ended", note="期满").state == "ended"
    with pytest.raises(MatterClosed):
        step(city, root, "renewed", on=date(2025, 1, 1))
    assert step(city, root, "reversed", of=4).state == "active"
    assert [each.n for each in PairingStep.objects.in_force().order_by("n")] == [1, 2, 3, 5] and findings() == []


def test_nobody_is_paired_with_themselves(office: Actor) -> None:
    city = build(office)
    with pytest.raises(PairedWithItself) as refused:
        city.paired(recipient_id=city.enterprise)
    assert refused.value.says("zh-Hant")
    root = city.paired()
    with pytest.raises(PairedWithItself):
        enter(office, lambda w: pairings.correct(w, root, city.pairing(recipient_id=city.enterprise), "更正"))


def test_each_may_stand_in_several_pairings_of_different_numbers(office: Actor) -> None:
    city = build(office)
    city.paired("P1")
    city.paired("P2", recipient_id=city.clinic)
    city.paired("P3", supporter_id=city.chamber)
    with pytest.raises(AlreadyKept):
        city.paired("P1", supporter_id=city.chamber)
    assert Pairing.objects.in_force().count() == 3 and findings() == []


def test_a_correction_of_the_sides_asks_again_who_has_agreed(office: Actor) -> None:
    """The village had agreed, and is found not to be the recipient: its word is nobody's agreement now."""
    city = build(office)
    root = city.paired()
    step(city, root, "agreed", city.enterprise)
    assert step(city, root, "agreed", city.village).state == "active"
    enter(office, lambda w: pairings.correct(w, root, city.pairing(recipient_id=city.clinic), "受方写错"))
    head = Head.objects.get(matter=root)
    assert (head.state, head.n) == ("agreed", 2) and findings() == []
    assert step(city, root, "agreed", city.clinic).state == "active"
