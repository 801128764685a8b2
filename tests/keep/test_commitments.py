"""The verbs of a commitment and of a statistic, through the ledger."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.ledger.cast import DAY, build, enter, entered, findings

from concentric.core.courses.refusals import NotIndependent, OnlyOfficeWritesOff
from concentric.keep import commitments, statistics
from concentric.keep.commitments import NothingCommitted, SupporterIsRecipient
from concentric.keep.models import Commitment, Statistic
from concentric.keep.statistics import NoSource
from concentric.ledger.actor import Actor
from concentric.ledger.models import Entry, Head

NOT_ONE = [
    {"amount": None, "currency": ""},
    {"currency": ""},
    {"amount": None},
    {"quantity": Decimal(1), "unit": "件"},
    {"unit": "件"},
    {"amount": None, "currency": "", "quantity": Decimal(1)},
    {"amount": None, "currency": "", "unit": "件"},
]


@pytest.mark.parametrize("values", NOT_ONE)
def test_a_commitment_is_of_money_or_of_a_quantity(office: Actor, values: dict[str, Any]) -> None:
    city = build(office)
    size = Entry.objects.count()
    with pytest.raises(NothingCommitted) as refused:
        city.pledged("C1", **values)
    assert "C1" in refused.value.says("en") and refused.value.remedy("zh-Hans")
    assert Entry.objects.count() == size
    root = city.pledged()
    with pytest.raises(NothingCommitted):
        enter(office, lambda w: commitments.correct(w, root, city.pledge("C1", **values), "更正"))


def test_nothing_is_not_the_same_as_unknown(office: Actor) -> None:
    """An amount of zero is an amount, and is kept as one."""
    city = build(office)
    root = city.pledged(amount=Decimal(0))
    assert Commitment.objects.get(root=root).amount == Decimal(0) and findings() == []


def test_nobody_commits_to_themselves(office: Actor) -> None:
    city = build(office)
    with pytest.raises(SupporterIsRecipient):
        city.pledged(recipient_id=city.enterprise)


def test_a_commitment_climbs_the_ladder_as_others_speak_for_themselves(office: Actor) -> None:
    city = build(office)
    root = city.pledged(amount=Decimal("100.5"))
    seen = [Head.objects.get(matter=root).state]
    for name, by, how in (
        ("delivered", None, {"amount": Decimal("100.5")}),
        ("confirmed", None, {"amount": Decimal("100.5"), "of": 1}),
        ("confirmed", city.village, {"amount": Decimal("100.5"), "of": 1}),
        ("verified", city.outsider, {"amount": Decimal("100.5"), "of": 1}),
    ):
        city.step(root, name, by=by, **how)
        head = Head.objects.get(matter=root)
        seen.append((head.state, head.strength))
    assert seen == ["pledged", ("delivered", 2), ("delivered", 2), ("confirmed", 3), ("verified", 4)]
    assert Head.objects.get(matter=root).amounts == dict.fromkeys(
        ("pledged", "delivered", "reported", "confirmed", "verified"), "100.5"
    )
    assert findings() == []


def test_refusals_of_the_course_reach_the_caller_and_enter_nothing(office: Actor) -> None:
    city = build(office)
    root = city.pledged()
    city.step(root, "delivered", amount=Decimal(50))
    city.step(root, "confirmed", by=city.village, amount=Decimal(50), of=1)
    size = Entry.objects.count()
    with pytest.raises(NotIndependent):
        city.step(root, "verified", by=city.enterprise, amount=Decimal(50), of=1)
    with pytest.raises(OnlyOfficeWritesOff):
        city.step(root, "written-off", by=city.village, note="停产")
    assert Entry.objects.count() == size and findings() == []


def test_a_quantity_runs_the_same_course(office: Actor) -> None:
    city = build(office)
    root = city.pledged(amount=None, currency="", quantity=Decimal(12), unit="台", kind="goods")
    city.step(root, "delivered", amount=Decimal(12))
    assert Head.objects.get(matter=root).state == "delivered" and findings() == []


def statistic(**values: Any) -> Statistic:
    given: dict[str, Any] = {
        "number": "T1",
        "indicator": "incomes",
        "value": Decimal("1.25"),
        "unit": "万元",
        "period": "2021",
        "source": "统计公报",
        "published_on": date(2022, 3, 1),
    }
    return Statistic(**given | values)


@pytest.mark.parametrize("source", ["", "  ", "\u3000"])
def test_a_statistic_without_its_source_is_hearsay(office: Actor, source: str) -> None:
    with pytest.raises(NoSource):
        enter(office, lambda w: statistics.publish(w, statistic(source=source)))


def test_a_statistic_is_published_and_corrected(office: Actor) -> None:
    root = entered(office, lambda w: statistics.publish(w, statistic()))
    enter(office, lambda w: statistics.correct(w, root, statistic(value=Decimal("1.3")), "公报更正"))
    assert Statistic.objects.in_force().get().value == Decimal("1.3")
    assert Statistic.objects.as_of(3).get().value == Decimal("1.25") and findings() == []
    assert Statistic.objects.get(idx=2).recorded_at.date() >= DAY
