"""Where a matter stands, folded by its course. Used alike by the writer and by `verify`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from json.encoder import encode_basestring as quoted
from typing import Any
from uuid import UUID

from django.apps import apps

from concentric.core.courses import COURSES, Opening, State
from concentric.core.courses import Step as CourseStep
from concentric.core.courses.base import Kept
from concentric.core.terms.findings import Refused
from concentric.ledger.fields import plain
from concentric.ledger.models import Head, Matter, Step
from concentric.ledger.refusals import CorrectionContradictsSteps, NotInForce

VOIDED = "voided"


@dataclass(slots=True)
class Live:
    """A matter at work: its opening and its course's state. `voided` ones count nowhere and take no step."""

    matter: UUID
    kind: str
    opening: Opening
    state: State
    voided: bool = False

    def row(self) -> dict[str, Any]:
        """The row of the projection `Head`."""
        state = self.state
        row: dict[str, Any] = {"matter": self.matter, "kind": self.kind, "n": state.n, "detail": self._detail()}
        if self.voided:
            return row | {"state": VOIDED, "holder": "", "due": None, "strength": 0, "amounts": "{}"}
        amounts = ",".join([f'"{name}":"{plain(amount)}"' for name, amount in state.amounts.items()])
        row["state"] = state.name
        row["holder"] = state.holder
        row["due"] = state.due
        row["strength"] = state.strength
        row["amounts"] = f"{{{amounts}}}"
        return row

    def _detail(self) -> str:
        # Written piece by piece, as payloads are: a hundred thousand heads in an import, and all of them in `verify`.
        opening = ",".join([f'"{name}":{quoted(value)}' for name, value in _dump_opening(self.opening) if value])
        standing = ",".join([_dump_kept(kept) for kept in self.state.standing])
        return f'{{"opening":{{{opening}}},"standing":[{standing}]}}'


@cache
def step_model(matter: type[Matter]) -> type[Step]:
    """The steps' model of a matter: the one whose `matter` points at it."""
    # Not by the relations of the matter: they are hidden, as a step is never reached through them.
    for model in apps.get_models():
        if issubclass(model, Step):
            field: Any = model._meta.get_field("matter")  # type: ignore[misc]
            if field.related_model is matter:
                return model
    raise TypeError(f"{matter.__name__} has no steps")


@cache
def matter_model(steps: Any) -> type[Matter]:
    """The noun whose steps these are."""
    field = steps._meta.get_field("matter")  # every concrete step has one
    found: type[Matter] = field.related_model
    return found


def course_of(step: Step) -> str:
    """The course on which a step was taken."""
    field: Any = type(step)._meta.get_field("matter")  # type: ignore[misc]
    course: str = field.related_model.COURSE
    return course


def steps_of(matter: type[Matter], root: UUID) -> Iterable[Step]:
    """The steps of one matter, in their order."""
    steps: Any = step_model(matter).objects
    found: Iterable[Step] = steps.filter(matter_id=root).order_by("n")
    return found


def opened(matter: Matter) -> Live:
    """A matter that opens."""
    opening = matter.opening()
    return Live(matter.root, matter.COURSE, opening, COURSES[matter.COURSE].open(opening))


def stepped(live: Live, step: Step) -> Live:
    """The matter after one more step. The course's refusal is passed on; a voided matter takes no steps."""
    return moved(live, step.as_course_step())


def given(live: Live, after: State, n: int) -> Live:
    """The matter in a state that its course gave already. ValueError when that is the state after another step."""
    if live.voided or after.n != n:
        raise ValueError(f"the state after step {after.n} is not the one after step {n}")
    return Live(live.matter, live.kind, live.opening, after)


def moved(live: Live, step: CourseStep) -> Live:
    """`stepped`, for a step as its course reads it."""
    if live.voided:
        raise NotInForce("ledger-not-in-force", what=str(live.matter))
    state = COURSES[live.kind].apply(live.state, live.opening, step)
    return Live(live.matter, live.kind, live.opening, state)


def reopened(matter: Matter, live: Live, steps: Iterable[Step]) -> Live:
    """A corrected matter: the same steps on the new opening. CorrectionContradictsSteps if one that stands can't be.

    A step that was taken back may be impossible now: it is passed over together with its counter-step.
    """
    return refolded(live, matter.opening(), [step.as_course_step() for step in steps])


def refolded(live: Live, opening: Opening, taken: list[CourseStep]) -> Live:
    """`reopened`, for steps as their course reads them."""
    back = {step.of for step in taken if step.name == "reversed"}
    course = COURSES[live.kind]
    state = course.open(opening)
    passed: set[int] = set()
    for step in taken:
        try:
            state = course.apply(state, opening, step)
        except Refused as refused:
            if step.n not in back and not (step.name == "reversed" and step.of in passed):
                raise CorrectionContradictsSteps(refused) from refused
            passed.add(step.n)
            state = course.derive(opening, step.n, state.standing)
    return Live(live.matter, live.kind, opening, state)


def voided(live: Live) -> Live:
    """The matter, taken out of force."""
    return Live(live.matter, live.kind, live.opening, live.state, voided=True)


def load(head: Head) -> Live:
    """The matter that a stored head speaks of."""
    return loaded(head.matter, head.kind, head.state, head.n, head.detail)


def loaded(matter: UUID, kind: str, state: str, n: int, detail: dict[str, Any]) -> Live:
    """`load`, for the columns of a head."""
    opening = _load_opening(detail["opening"])
    standing = tuple(_load_kept(held) for held in detail["standing"])
    return Live(matter, kind, opening, COURSES[kind].derive(opening, n, standing), voided=state == VOIDED)


def standing(steps: Iterable[Step]) -> list[Step]:
    """The steps that no counter-step took back, counter-steps left out."""
    taken = list(steps)
    back = {step.of for step in taken if step.name == "reversed"}
    return [step for step in taken if step.name != "reversed" and step.n not in back]


def _dump_opening(opening: Opening) -> tuple[tuple[str, str], ...]:
    return (
        ("supporter", opening.supporter),
        ("recipient", opening.recipient),
        ("office", opening.office),
        ("firmness", opening.firmness),
        ("kind", opening.kind),
        ("handler", opening.handler),
        ("on", opening.on.isoformat() if opening.on else ""),
        ("due", opening.due.isoformat() if opening.due else ""),
        ("amount", plain(opening.amount) if opening.amount is not None else ""),
    )


def _load_opening(held: dict[str, str]) -> Opening:
    return Opening(
        supporter=held.get("supporter", ""),
        recipient=held.get("recipient", ""),
        office=held.get("office", ""),
        firmness=held.get("firmness", ""),
        kind=held.get("kind", ""),
        handler=held.get("handler", ""),
        on=date.fromisoformat(held["on"]) if "on" in held else None,
        due=date.fromisoformat(held["due"]) if "due" in held else None,
        amount=Decimal(held["amount"]) if "amount" in held else None,
    )


def _dump_kept(kept: Kept) -> str:
    n, name, role, of, amount, on, until, what, to = kept
    held = (
        f"{n},{quoted(name)},{quoted(role)},{'null' if of is None else of},"
        f"{'null' if amount is None else quoted(plain(amount))},{_dump_day(on)}"
    )
    if until is not None or what or to:
        held += f",{_dump_day(until)},{quoted(what)},{quoted(to)}"
    return f"[{held}]"


def _dump_day(day: date | None) -> str:
    return "null" if day is None else f'"{day.isoformat()}"'


def _load_kept(held: list[Any]) -> Kept:
    n, name, role, of, amount, on, *more = held
    until, what, to = more or (None, "", "")
    exact = None if amount is None else Decimal(amount)
    return Kept(n, name, role, of, exact, _day(on), _day(until), what, to)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
