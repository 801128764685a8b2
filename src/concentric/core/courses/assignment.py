"""The course of an assignment: in force as soon as it is made, confirmed by who is served, renewed, ended."""

from dataclasses import dataclass
from datetime import date

from concentric.core.courses import refusals
from concentric.core.courses.base import Course, Kept, Opening, State, Step, refuse_more, require_date, require_note
from concentric.core.courses.said import heard
from concentric.core.courses.strength import CONFIRMED, VERIFIED


@dataclass(frozen=True)
class AssignmentState(State):
    """An assignment has no amounts. `due` is the day until which it holds, None where it is open-ended. Mark: noted."""


class AssignmentCourse(Course[AssignmentState]):
    """in-force (reported, confirmed or verified by its strength) -> ended.

    One-sided: nobody has to agree. That somebody is really served is for the recipient to say.
    """

    kind = "assignment"
    steps = ("confirmed", "verified", "renewed", "ended", "reversed")
    state_type = AssignmentState

    def derive(self, opening: Opening, n: int, standing: tuple[Kept, ...]) -> AssignmentState:
        said = heard(standing)
        strength, due, ended = said.strength(), opening.due, False
        for kept in standing:
            if kept.name == "renewed":
                due = kept.until
            elif kept.name == "ended":
                ended = True
        if ended:
            name, holder, due = "ended", "", None
        else:
            name, holder = "in-force", {VERIFIED: "", CONFIRMED: "verifier"}.get(strength, "recipient")
        return AssignmentState(
            name=name,
            n=n,
            holder=holder,
            due=due,
            strength=strength,
            amounts={},
            marks=said.marks(),
            standing=standing,
        )

    def check(self, state: AssignmentState, opening: Opening, step: Step, role: str) -> None:
        if step.name == "reversed":
            refuse_more(step, "of")
            self.check_unneeded(state, opening, step)
            return
        if state.name == "ended":
            raise refusals.MatterClosed()
        refuse_more(step, "until" if step.name == "renewed" else "")
        if step.name == "verified":
            if role != "other":
                raise refusals.NotIndependent()
        elif step.name == "renewed":
            if state.due is None:
                raise refusals.NothingToRenew()
            if step.until is None:
                raise refusals.UntilMissing()
            if step.until <= state.due:
                raise refusals.RenewalNotLater(due=state.due.isoformat())
        elif step.name == "ended":
            require_date(step)
            require_note(step)

    def allowed(self, state: AssignmentState, opening: Opening) -> tuple[str, ...]:
        back = ("reversed",) if state.standing else ()
        if state.name == "ended":
            return back
        renew = ("renewed",) if state.due is not None and state.due < date.max else ()
        return ("confirmed", "verified", *renew, "ended", *back)
