"""Heads: where a matter stands, folded by its course. Used alike by the writer and by `verify`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from concentric.core.courses import COURSES, Opening
from concentric.core.terms.findings import Refused
from concentric.ledger.fields import plain
from concentric.ledger.models import Head, Matter, Step
from concentric.ledger.refusals import CorrectionContradictsSteps, NotInForce

VOIDED = "voided"


@cache
def step_model(matter: type[Matter]) -> type[Step]:
    """The steps' model of a matter: the one whose `matter` points at it."""
    for relation in matter._meta.related_objects:
        if relation.field.name == "matter" and issubclass(relation.related_model, Step):
            return relation.related_model
    raise TypeError(f"{matter.__name__} has no steps")


@cache
def matter_of(step: type[Step]) -> type[Matter]:
    """The matter's model of a step."""
    model: type[Matter] = step._meta.get_field("matter").related_model  # type: ignore[assignment]
    return model


def dump_opening(opening: Opening) -> dict[str, str]:
    """An opening as JSON; empty facts are left out."""
    found = {
        "supporter": opening.supporter,
        "recipient": opening.recipient,
        "office": opening.office,
        "firmness": opening.firmness,
        "on": opening.on.isoformat() if opening.on else "",
        "due": opening.due.isoformat() if opening.due else "",
        "amount": plain(opening.amount) if opening.amount is not None else "",
    }
    return {name: value for name, value in found.items() if value != ""}


def load_opening(held: dict[str, str]) -> Opening:
    """The opening that `dump_opening` wrote."""
    return Opening(
        supporter=held.get("supporter", ""),
        recipient=held.get("recipient", ""),
        office=held.get("office", ""),
        firmness=held.get("firmness", ""),
        on=date.fromisoformat(held["on"]) if "on" in held else None,
        due=date.fromisoformat(held["due"]) if "due" in held else None,
        amount=Decimal(held["amount"]) if "amount" in held else None,
    )


def _head(matter: UUID, kind: str, opening: Opening, state: Any) -> Head:
    return Head(
        matter=matter,
        kind=kind,
        state=state.name,
        n=state.n,
        holder=state.holder,
        due=state.due,
        strength=state.strength,
        amounts={name: plain(amount) for name, amount in state.amounts.items()},
        detail={"opening": dump_opening(opening), "state": COURSES[kind].dump(state)},
    )


def opened(matter: Matter) -> Head:
    """The head of a matter that opens."""
    opening = matter.opening()
    return _head(matter.id, matter.COURSE, opening, COURSES[matter.COURSE].open(opening))


def stepped(head: Head, step: Step) -> Head:
    """The head after one more step. The course's refusal is passed on; a voided matter takes no steps."""
    if head.state == VOIDED:
        raise NotInForce("ledger-not-in-force", what=str(head.matter))
    course = COURSES[head.kind]
    opening = load_opening(head.detail["opening"])
    state = course.apply(course.load(head.detail["state"]), opening, step.as_course_step())
    return _head(head.matter, head.kind, opening, state)


def reopened(matter: Matter, head: Head, steps: Iterable[Step]) -> Head:
    """The head of a corrected matter: the same steps on the new opening. CorrectionContradictsSteps if one can't be."""
    opening = matter.opening()
    try:
        state = COURSES[head.kind].fold(opening, [step.as_course_step() for step in steps])
    except Refused as refused:
        raise CorrectionContradictsSteps("ledger-correction-contradicts", why=refused.says("zh-Hans")) from refused
    return _head(head.matter, head.kind, opening, state)


def voided(head: Head) -> Head:
    """The head of a matter taken out of force: it counts nowhere, and takes no step."""
    head.state, head.holder, head.due, head.strength, head.amounts = VOIDED, "", None, 0, {}
    return head


def standing(steps: Iterable[Step]) -> list[Step]:
    """The steps that no counter-step took back, counter-steps left out."""
    taken = list(steps)
    back = {step.of for step in taken if step.name == "reversed"}
    return [step for step in taken if step.name != "reversed" and step.n not in back]
