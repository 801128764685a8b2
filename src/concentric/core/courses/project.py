"""The course of a project: lead, signed, started, producing, at capacity; with the money that really arrived.

A project is signed once, however often it is shown at a ceremony; a larger contract adds its increment only. Each
arrival is a *part* with three amounts that never overclaim: verified <= confirmed <= arrived.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from concentric.core.courses import refusals
from concentric.core.courses.base import (
    ZERO,
    Course,
    Kept,
    Opening,
    State,
    Step,
    refuse_more,
    require_note,
    spoken_of,
)
from concentric.core.courses.said import Said
from concentric.core.courses.strength import CONFIRMED, PLEDGED, REPORTED, VERIFIED

STAGES = ("lead", "signed", "started", "producing", "at-capacity")
_LOOKED_AT = ("signed", "started", "producing", "at-capacity", "arrived")
"""Steps that the host can confirm and somebody independent can verify."""


class Arrival(NamedTuple):
    """One standing arrival of money. `answer`: "", noted or confirmed, as the host or somebody else has spoken."""

    n: int
    arrived: Decimal
    confirmed: Decimal
    verified: Decimal
    strength: int
    answer: str


@dataclass(frozen=True)
class ProjectState(State):
    """Amounts: contract, arrived, confirmed, verified. Marks: noted, disputed (the host saw less than was reported)."""

    @property
    def parts(self) -> tuple[Arrival, ...]:
        """The standing arrivals, in the order in which they were entered."""
        return tuple([_arrival(said) for said in _said(self.standing) if said.of.name == "arrived"])


class ProjectCourse(Course[ProjectState]):
    """lead -> signed -> started -> producing -> at-capacity, or ended from anywhere. A stage may be passed over.

    Its strength is that of the best backed of its stages and arrivals.
    """

    kind = "project"
    steps = (
        "signed",
        "increased",
        "started",
        "arrived",
        "confirmed",
        "producing",
        "at-capacity",
        "verified",
        "ended",
        "reversed",
    )
    part_step = "arrived"
    state_type = ProjectState

    def derive(self, opening: Opening, n: int, standing: tuple[Kept, ...]) -> ProjectState:
        contract, stage, ended = ZERO, "lead", False
        for kept in standing:
            if kept.name in STAGES:
                stage = kept.name
            if kept.name in ("signed", "increased"):
                contract += kept.amount or ZERO
            ended = ended or kept.name == "ended"
        said = _said(standing)
        parts = [_arrival(one) for one in said if one.of.name == "arrived"]
        strengths = [part.strength for part in parts]
        strengths += [one.strength() for one in said if one.of.name != "arrived"]
        strength = max(strengths, default=PLEDGED)
        answers = {part.answer for part in parts}
        disputed = any(part.answer == "confirmed" and part.confirmed < part.arrived for part in parts)

        if ended:
            holder = ""
        elif "" in answers or "noted" in answers:
            holder = "recipient" if opening.recipient else "office"
        elif stage != STAGES[-1]:
            holder = "supporter"
        else:
            holder = "" if min(strengths) == VERIFIED else "verifier"
        marks = (("noted", "noted" in answers), ("disputed", disputed))
        return ProjectState(
            name="ended" if ended else stage,
            n=n,
            holder=holder,
            due=None if ended or stage in ("producing", "at-capacity") else opening.due,
            strength=strength,
            amounts={
                "contract": contract,
                "arrived": sum([part.arrived for part in parts], ZERO),
                "confirmed": sum([part.confirmed for part in parts], ZERO),
                "verified": sum([part.verified for part in parts], ZERO),
            },
            marks=tuple([mark for mark, is_so in marks if is_so]),
            standing=standing,
        )

    def check(self, state: ProjectState, opening: Opening, step: Step, role: str) -> None:
        name = step.name
        if name == "reversed":
            refuse_more(step, "of")
            self.check_unneeded(state, opening, step)
            return
        if state.name == "ended":
            raise refusals.MatterClosed()
        if name in ("confirmed", "verified"):
            refuse_more(step, "of", "amount")
            _check_word(state, step, role)
        elif name == "ended":
            refuse_more(step)
            require_note(step)
        elif name in STAGES:
            refuse_more(step, "amount" if name == "signed" else "")
            _check_stage(state, step)
        else:
            refuse_more(step, "amount")
            if state.name == "lead":
                raise refusals.NotSigned()
            if step.amount is None:
                raise refusals.AmountMissing()
        if step.amount == 0 and name not in ("confirmed", "verified"):
            raise refusals.AmountZero()

    def allowed(self, state: ProjectState, opening: Opening) -> tuple[str, ...]:
        back = ("reversed",) if state.standing else ()
        if state.name == "ended":
            return back
        if state.name == "lead":
            return ("signed", "ended", *back)
        later = STAGES[STAGES.index(state.name) + 1 :]
        can = {"increased", "arrived", "confirmed", "verified", "ended", *later, *back}
        return tuple([name for name in self.steps if name in can])


class _Said(Said):
    """The latest standing words on one stage or arrival."""

    __slots__ = ("of",)

    def __init__(self, of: Kept) -> None:
        super().__init__()
        self.of = of


def _said(standing: tuple[Kept, ...]) -> list[_Said]:
    said: dict[int, _Said] = {}
    for kept in standing:
        if kept.name in _LOOKED_AT:
            said[kept.n] = _Said(kept)
        elif kept.of is not None:
            said[kept.of].hear(kept)
    return list(said.values())


def _arrival(said: _Said) -> Arrival:
    arrived, own, check = said.of.amount or ZERO, said.own, said.check
    verified = ZERO if check is None else _amount(check)
    confirmed = verified if own is None else max(_amount(own), verified)
    strength = VERIFIED if verified > 0 else CONFIRMED if confirmed > 0 else REPORTED
    answer = "confirmed" if own is not None else "" if said.other is None else "noted"
    return Arrival(said.of.n, arrived, confirmed, verified, strength, answer)


def _amount(kept: Kept) -> Decimal:
    return ZERO if kept.amount is None else kept.amount


def _check_stage(state: ProjectState, step: Step) -> None:
    if step.name == "signed":
        if state.name != "lead":
            raise refusals.AlreadySigned()
    elif state.name == "lead":
        raise refusals.NotSigned()
    elif STAGES.index(step.name) <= STAGES.index(state.name):
        raise refusals.StageNotLater()


def _check_word(state: ProjectState, step: Step, role: str) -> None:
    """The host's word, or a verifier's, on a stage (which has no amount) or on an arrival (which has)."""
    kept = spoken_of(state, step)
    if kept.name not in _LOOKED_AT:
        raise refusals.StepIsNoStage(of=kept.n)
    if step.name == "verified" and role != "other":
        raise refusals.NotIndependent()
    if kept.name != "arrived":
        refuse_more(step, "of")
        return
    if step.amount is None:
        raise refusals.AmountMissing()
    if step.name == "confirmed":
        if step.amount > _amount(kept):
            raise refusals.ConfirmedAboveArrived(of=kept.n, confirmed=step.amount, arrived=_amount(kept))
        return
    said = next(one for one in _said(state.standing) if one.of.n == kept.n)
    claim = said.own or said.other
    if claim is None:
        raise refusals.ArrivalNotConfirmed(of=kept.n)
    if step.amount > _amount(claim):
        raise refusals.VerifiedAboveConfirmed(of=kept.n, verified=step.amount, confirmed=_amount(claim))
