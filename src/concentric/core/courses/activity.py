"""The course of an activity: reported by who held it, confirmed by its host, verified by somebody independent."""

from dataclasses import dataclass

from concentric.core.courses import refusals
from concentric.core.courses.base import Course, Kept, Opening, State, Step, refuse_more, require_note
from concentric.core.courses.said import heard
from concentric.core.courses.strength import CONFIRMED, VERIFIED


@dataclass(frozen=True)
class ActivityState(State):
    """An activity has no amounts: how many people came is a field of the record. Marks: noted, disputed."""


class ActivityCourse(Course[ActivityState]):
    """reported -> confirmed -> verified; or disputed. What was held stays held: it never ends.

    The host is the recipient. Where nobody is host, only a verifier can raise it above reported.
    """

    kind = "activity"
    steps = ("confirmed", "disputed", "verified", "reversed")
    state_type = ActivityState

    def derive(self, opening: Opening, n: int, standing: tuple[Kept, ...]) -> ActivityState:
        said = heard(standing)
        strength, marks = said.strength(), said.marks()
        if "disputed" in marks:
            name, holder = "disputed", "office"
        elif strength == VERIFIED:
            name, holder = "verified", ""
        elif strength == CONFIRMED:
            name, holder = "confirmed", "verifier"
        else:
            name, holder = "reported", "recipient" if opening.recipient else "verifier"
        return ActivityState(
            name=name, n=n, holder=holder, due=None, strength=strength, amounts={}, marks=marks, standing=standing
        )

    def check(self, state: ActivityState, opening: Opening, step: Step, role: str) -> None:
        if step.name == "reversed":
            refuse_more(step, "of")
            self.check_unneeded(state, opening, step)
            return
        refuse_more(step)
        if step.name == "disputed":
            require_note(step)
        elif step.name == "verified" and role != "other":
            raise refusals.NotIndependent()

    def allowed(self, state: ActivityState, opening: Opening) -> tuple[str, ...]:
        return ("confirmed", "disputed", "verified", *(("reversed",) if state.standing else ()))
