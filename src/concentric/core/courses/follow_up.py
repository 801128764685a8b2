"""The course of a follow-up: planned, asked of somebody independent, and what they find when they look back."""

from dataclasses import dataclass

from concentric.core.courses import refusals
from concentric.core.courses.base import (
    Course,
    Kept,
    Opening,
    State,
    Step,
    refuse_spoken_of,
    require_note,
    role_of,
    spoken_of,
)
from concentric.core.courses.strength import PLEDGED, VERIFIED

FINDINGS = ("holds", "partly", "relapsed")
"""Results that settle it."""
RESULTS = (*FINDINGS, "unclear", "no-answer")
_PARTIES = ("supporter", "recipient", "handler")


@dataclass(frozen=True)
class FollowUpState(State):
    """A follow-up has no amounts. Its name is its last result, once it has one."""


class FollowUpCourse(Course[FollowUpState]):
    """planned -> asked -> holds, partly, relapsed; or unclear, no-answer (both may be asked again); or withdrawn.

    Whoever has a part in the target neither looks back, nor chooses who does, nor withdraws it. What has a result can't
    be withdrawn, so nobody drops an answer that is not liked.
    """

    kind = "follow-up"
    steps = ("asked", "result", "withdrawn", "reversed")
    state_type = FollowUpState

    def role(self, state: FollowUpState, opening: Opening, by: str) -> str:
        return _part(opening, by)

    def derive(self, opening: Opening, n: int, standing: tuple[Kept, ...]) -> FollowUpState:
        results = [kept.what for kept in standing if kept.name == "result"]
        names = {kept.name for kept in standing}
        if "withdrawn" in names:
            name, holder = "withdrawn", ""
        elif results:
            name, holder = results[-1], ""
        elif "asked" in names:
            name, holder = "asked", "verifier"
        else:
            name, holder = "planned", "office"
        return FollowUpState(
            name=name,
            n=n,
            holder=holder,
            due=opening.due if holder else None,
            strength=VERIFIED if name in FINDINGS else PLEDGED,
            amounts={},
            marks=(),
            standing=standing,
        )

    def check(self, state: FollowUpState, opening: Opening, step: Step, role: str) -> None:
        if step.amount is not None:
            raise refusals.AmountNotWanted()
        if step.until is not None:
            raise refusals.UntilNotWanted()
        if step.name == "reversed":
            spoken_of(state, step)
            return
        if state.name == "withdrawn" or state.name in FINDINGS:
            raise refusals.MatterClosed()
        refuse_spoken_of(step)
        if step.name == "result":
            _check_result(step, role)
            return
        if role in _PARTIES:
            raise refusals.PartyCannotChoose()
        if step.name == "asked":
            if step.to == "":
                raise refusals.PartyMissing()
            if _part(opening, step.to) != "other":
                raise refusals.AskedNotIndependent()
        else:
            if state.name in RESULTS:
                raise refusals.ResultStays()
            require_note(step)

    def allowed(self, state: FollowUpState, opening: Opening) -> tuple[str, ...]:
        back = ("reversed",) if state.standing else ()
        if state.name == "withdrawn" or state.name in FINDINGS:
            return back
        withdraw = () if state.name in RESULTS else ("withdrawn",)
        return ("asked", "result", *withdraw, *back)


def _part(opening: Opening, by: str) -> str:
    """Like `role_of`, and the handler of the target is known as well."""
    found = role_of(opening, by)
    return "handler" if found == "other" and by == opening.handler else found


def _check_result(step: Step, role: str) -> None:
    if role != "other":
        raise refusals.NotIndependent()
    if step.what not in RESULTS:
        raise refusals.ResultMissing()
    if step.on is None:
        raise refusals.DateMissing()
