"""Corrections, reversals and voids: what was entered stays, and what is in force follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from concentric.core.courses.refusals import AmountZero
from concentric.keep import commitments
from concentric.keep.models import Commitment, CommitmentStep
from concentric.ledger.actor import Actor
from concentric.ledger.models import Charter, Head, InForce, Void
from concentric.ledger.refusals import AlreadyKept, CorrectionContradictsSteps, NotInForce
from concentric.register.models import Organisation, Place

from .cast import DAY, build, enter, findings


def test_a_correction_replaces_what_is_in_force_and_leaves_the_first_version(office: Actor) -> None:
    city = build(office)
    enter(
        office,
        lambda w: w.supersede(
            city.village,
            Organisation(number="V9", name="石桥村委会", kind="village"),
            "名称写错",
            {"contact_name": "乙"},
        ),
    )
    assert [(o.number, o.reason) for o in Organisation.objects.filter(root=city.village).order_by("idx")] == [
        ("V1", ""),
        ("V9", "名称写错"),
    ]
    assert Organisation.objects.in_force().get(root=city.village).number == "V9"
    # The old number is free again, the new one is taken.
    with pytest.raises(AlreadyKept):
        enter(office, lambda w: w.add(Organisation(number="V9", name="某", kind="village")))
    enter(office, lambda w: w.add(Organisation(number="V1", name="某", kind="village")))
    assert findings() == []


def test_a_correction_may_clear_an_optional_number(office: Actor) -> None:
    city = build(office)
    enter(office, lambda w: w.supersede(city.village, Organisation(number="", name="某", kind="village"), "编号有误"))
    assert InForce.objects.get(root=city.village).key is None and findings() == []


def test_only_what_is_in_force_can_be_corrected_or_voided(office: Actor) -> None:
    city = build(office)
    enter(office, lambda w: w.void(city.clinic, "organisation", "撤并"))
    new = Organisation(number="V2", name="某", kind="clinic")
    for refused in (
        lambda w: w.void(city.clinic, "organisation", "再撤"),
        lambda w: w.supersede(city.clinic, new, "更正"),
        lambda w: w.supersede(uuid4(), new, "更正"),
        lambda w: w.void(city.village, "place", "类别不对"),
    ):
        with pytest.raises(NotInForce):
            enter(office, refused)
    enter(office, lambda w: w.add(Organisation(number="V2", name="新卫生室", kind="clinic")))
    assert Organisation.objects.filter(root=city.clinic).exists() and findings() == []


def test_a_record_of_another_office_is_not_found(office: Actor) -> None:
    city = build(office)
    root = city.pledged()
    stranger = replace(office, key="stranger", office=uuid4())
    for refused in (
        lambda w: w.void(city.clinic, "organisation", "撤"),
        lambda w: w.supersede(city.clinic, Organisation(number="V2", name="某", kind="clinic"), "更正"),
        lambda w: commitments.take_step(w, root, "delivered", on=DAY, amount=Decimal(1)),
        lambda w: commitments.correct(w, root, city.pledge(), "更正"),
        lambda w: w.void(root, "commitment", "撤"),
    ):
        with pytest.raises(NotInForce):
            enter(stranger, refused)
    assert findings() == []


def test_steps_marks_and_the_charter_are_never_voided_replaced_or_added_past_their_course(office: Actor) -> None:
    city = build(office)
    root = city.pledged()
    city.step(root, "delivered", amount=Decimal(10), number="D1")
    step = CommitmentStep.objects.get(number="D1")
    enter(office, lambda w: w.void(city.clinic, "organisation", "撤"))
    other = CommitmentStep(matter_id=root, n=9, name="delivered", amount=Decimal(1), state="delivered")
    for wrong in (
        lambda w: w.void(step.root, "commitment-step", "撤"),
        lambda w: w.void(Void.objects.get().root, "void", "撤"),
        lambda w: w.void(Charter.objects.get().root, "charter", "撤"),
        lambda w: w.supersede(step.root, other, "更正"),
        lambda w: w.add(other),
    ):
        with pytest.raises(TypeError):
            enter(office, wrong)
    assert findings() == []


def test_a_correction_of_a_matter_folds_its_steps_again(office: Actor) -> None:
    city = build(office)
    root = city.pledged()
    city.step(root, "delivered", amount=Decimal(60))
    city.step(root, "confirmed", by=city.village, amount=Decimal(60), of=1)
    assert Head.objects.get(matter=root).state == "part-confirmed"
    enter(office, lambda w: commitments.correct(w, root, city.pledge(amount=Decimal(60)), "数目写错"))
    head = Head.objects.get(matter=root)
    assert (head.state, head.n, head.amounts["pledged"], head.amounts["confirmed"]) == ("confirmed", 2, "60", "60")
    assert findings() == []


def test_a_correction_that_contradicts_a_step_is_refused_until_the_step_is_taken_back(office: Actor) -> None:
    city = build(office)
    root = city.pledged()
    city.step(root, "lapsed", on=date(2022, 1, 5))
    later = city.pledge(due=date(2022, 6, 30))
    with pytest.raises(CorrectionContradictsSteps) as refused:
        enter(office, lambda w: commitments.correct(w, root, later, "延期"))
    assert "2022-06-30" in refused.value.says("en")
    assert refused.value.says("en") != refused.value.says("zh-Hans") and not any(
        "\u4e00" <= char <= "\u9fff" for char in refused.value.says("en")
    )
    city.step(root, "reversed", of=1)
    enter(office, lambda w: commitments.correct(w, root, city.pledge(due=date(2022, 6, 30)), "延期"))
    head = Head.objects.get(matter=root)
    assert (head.state, head.n, head.due) == ("pledged", 2, date(2022, 6, 30)) and findings() == []
    city.step(root, "delivered", amount=Decimal(100))
    assert Head.objects.get(matter=root).state == "delivered" and findings() == []


def test_a_reversal_frees_the_number_of_its_step(office: Actor) -> None:
    city = build(office)
    root = city.pledged()
    city.step(root, "delivered", amount=Decimal(10), number="D1")
    with pytest.raises(AlreadyKept):
        city.step(root, "delivered", amount=Decimal(10), number="D1")
    city.step(root, "reversed", of=1, number="R1")
    city.step(root, "delivered", amount=Decimal(12), number="D1")
    held = [(step.n, step.name) for step in CommitmentStep.objects.in_force().order_by("n")]
    assert held == [(2, "reversed"), (3, "delivered")]
    assert Head.objects.get(matter=root).amounts["delivered"] == "12" and findings() == []


def test_a_matter_is_voided_only_when_no_step_stands(office: Actor) -> None:
    city = build(office)
    root = city.pledged()
    city.step(root, "delivered", amount=Decimal(10))
    with pytest.raises(NotInForce) as refused:
        enter(office, lambda w: w.void(root, "commitment", "重复"))
    assert refused.value.key == "ledger-steps-stand"
    city.step(root, "reversed", of=1)
    enter(office, lambda w: w.void(root, "commitment", "重复"))
    head = Head.objects.get(matter=root)
    assert (head.state, head.strength, head.amounts) == ("voided", 0, {})
    for refuse in (
        lambda: city.step(root, "delivered", amount=Decimal(10)),
        lambda: enter(office, lambda w: commitments.correct(w, root, city.pledge(), "更正")),
    ):
        with pytest.raises(NotInForce):
            refuse()
    assert city.pledged() != root and findings() == []


def test_a_step_of_an_unknown_matter_is_refused(office: Actor) -> None:
    city = build(office)
    with pytest.raises(NotInForce):
        city.step(uuid4(), "delivered", amount=Decimal(1))
    with pytest.raises(NotInForce):
        city.step(city.village, "delivered", amount=Decimal(1))


def test_what_a_step_says_comes_from_the_account_alone(office: Actor) -> None:
    city = build(office)
    root = city.pledged()
    city.step(root, "delivered", amount=Decimal(100))
    forged = CommitmentStep(
        matter_id=root, name="confirmed", of=1, amount=Decimal(100), attested_by=city.village, n=7, state="verified"
    )
    enter(office, lambda w: w.step(forged))
    step = CommitmentStep.objects.get(name="confirmed")
    assert (step.attested_by, step.n) == (office.organisation, 2)
    assert Head.objects.get(matter=root).strength == 2 and findings() == []


def test_steps_in_one_append_follow_one_another(office: Actor) -> None:
    city = build(office)
    root = city.pledged()

    def write(writer):  # type: ignore[no-untyped-def]
        for at in range(5):
            commitments.take_step(writer, root, "delivered", on=DAY, amount=Decimal(1), number=f"D{at}")
        with pytest.raises(AmountZero):
            commitments.take_step(writer, root, "delivered", on=DAY, amount=Decimal(0))
        commitments.take_step(writer, root, "reversed", on=DAY, of=3)

    enter(office, write)
    assert [step.n for step in CommitmentStep.objects.order_by("n")] == [1, 2, 3, 4, 5, 6]
    assert Head.objects.get(matter=root).amounts["delivered"] == "4" and findings() == []


def test_every_version_of_a_record_can_be_seen_as_of_the_position_where_it_was_in_force(office: Actor) -> None:
    from random import Random

    from concentric.match.models import Pairing, PairingStep

    from .cast import history

    city = build(office)
    seen: list[tuple[int, dict[str, set[object]]]] = []
    models = (Commitment, CommitmentStep, Pairing, PairingStep, Organisation, Place)
    for seed in range(12):
        history(city, Random(seed), 6)
        position = enter(office, lambda w, seed=seed: w.add(Place(code=f"mark-{seed}", name="界", level="county"))).size
        seen.append((position, {m.KIND: set(m.objects.in_force().values_list("id", flat=True)) for m in models}))
    for position, held in seen:
        for model in models:
            assert set(model.objects.as_of(position).values_list("id", flat=True)) == held[model.KIND], model.KIND
