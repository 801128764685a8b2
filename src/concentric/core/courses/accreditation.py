"""The course of an accreditation: applied for, assessed item by item, named until a day, renewed or lapsed."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from concentric.core.courses import refusals
from concentric.core.courses.base import ZERO, Course, Kept, Opening, State, Step, refuse_more, require_date
from concentric.core.courses.strength import PLEDGED, REPORTED, VERIFIED


@dataclass(frozen=True)
class AccreditationState(State):
    """Amounts: points, the sum over the assessed items. `due` is the day until which the naming holds."""


class AccreditationCourse(Course[AccreditationState]):
    """applied -> assessed -> named -> lapsed; a renewal keeps it named.

    The opening's amount is the threshold of points, None where the scheme has none. The candidate judges nothing about
    itself. A naming entered by the office is reported; by a body that is neither office nor candidate, verified.
    """

    kind = "accreditation"
    steps = ("assessed", "named", "renewed", "lapsed", "reversed")
    state_type = AccreditationState

    def derive(self, opening: Opening, n: int, standing: tuple[Kept, ...]) -> AccreditationState:
        name, holder, strength, points = "applied", "office", PLEDGED, ZERO
        due: date | None = None
        for kept in standing:
            if kept.name == "assessed":
                name, strength, points = "assessed", REPORTED, points + (kept.amount or ZERO)
            elif kept.name == "named":
                strength = VERIFIED if kept.role == "other" else REPORTED
                name, holder, due = "named", "", kept.until
            elif kept.name == "renewed":
                due = kept.until
            else:
                name, due = "lapsed", None
        return AccreditationState(
            name=name,
            n=n,
            holder=holder,
            due=due,
            strength=strength,
            amounts={"points": points},
            marks=(),
            standing=standing,
        )

    def check(self, state: AccreditationState, opening: Opening, step: Step, role: str) -> None:
        name = step.name
        if name == "reversed":
            refuse_more(step, "of")
            self.check_unneeded(state, opening, step)
            return
        if state.name == "lapsed":
            raise refusals.MatterClosed()
        if role == "recipient" and name != "lapsed":
            raise refusals.CandidateCannotJudge()
        if name == "assessed":
            _check_assessed(state, step)
        elif name == "named":
            _check_named(state, opening, step)
        elif state.name != "named":
            raise refusals.NotNamed()
        elif name == "renewed":
            refuse_more(step, "until")
            _check_until(step, state.due or date.min)
        else:
            refuse_more(step)
            until = state.due or date.min
            if require_date(step) <= until:
                raise refusals.NotYetDue(due=until.isoformat())

    def allowed(self, state: AccreditationState, opening: Opening) -> tuple[str, ...]:
        back = ("reversed",) if state.standing else ()
        if state.name == "lapsed":
            return back
        if state.name == "named":
            return (*(("renewed", "lapsed") if state.due != date.max else ()), *back)
        reached = opening.amount is None or state.amounts["points"] >= opening.amount
        return ("assessed", *(("named",) if reached else ()), *back)


def _check_assessed(state: AccreditationState, step: Step) -> None:
    refuse_more(step, "what", "amount")
    if state.name == "named":
        raise refusals.AlreadyNamed()
    if not step.what:
        raise refusals.ItemMissing()
    if step.amount is None:
        raise refusals.AmountMissing()
    if any(kept.name == "assessed" and kept.what == step.what for kept in state.standing):
        raise refusals.AlreadyAssessed(item=step.what)


def _check_named(state: AccreditationState, opening: Opening, step: Step) -> None:
    refuse_more(step, "until", "what")
    if state.name == "named":
        raise refusals.AlreadyNamed()
    points: Decimal = state.amounts["points"]
    if opening.amount is not None and points < opening.amount:
        raise refusals.BelowThreshold(points=points, threshold=opening.amount)
    _check_until(step, require_date(step))


def _check_until(step: Step, before: date) -> None:
    """It holds until a day past `before`."""
    if step.until is None:
        raise refusals.UntilMissing()
    if step.until <= before:
        raise refusals.RenewalNotLater(due=before.isoformat())
