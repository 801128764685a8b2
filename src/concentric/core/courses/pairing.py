"""The course of a pairing: proposed, agreed by one side, active once both have, renewed, ended."""

from dataclasses import dataclass
from datetime import date

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
from concentric.core.courses.strength import CONFIRMED, PLEDGED, REPORTED, VERIFIED


@dataclass(frozen=True)
class PairingState(State):
    """A pairing has no amounts. `due` is the date until which it holds."""

    @property
    def agreed(self) -> tuple[str, ...]:
        """Who has agreed, by their part in the matter: supporter, recipient, office, other, "" for nobody known."""
        return tuple([kept.role for kept in self.standing if kept.name == "agreed"])


class PairingCourse(Course[PairingState]):
    """proposed -> agreed -> active (the recipient, and supporter or office) -> ended; or declined.

    The recipient's own agreement makes it confirmed; everybody else's leaves it reported.
    """

    kind = "pairing"
    steps = ("agreed", "declined", "verified", "renewed", "ended", "reversed")
    state_type = PairingState

    def derive(self, opening: Opening, n: int, standing: tuple[Kept, ...]) -> PairingState:
        agreed = {kept.role for kept in standing if kept.name == "agreed"}
        names = {kept.name for kept in standing}
        own, helper = "recipient" in agreed, "supporter" in agreed or "office" in agreed
        strength = CONFIRMED if own else REPORTED if agreed else PLEDGED
        if "verified" in names:  # which needs an agreement that then cannot be reversed
            strength = VERIFIED
        due = opening.due
        for kept in standing:
            if kept.name == "renewed":
                due = kept.on

        if "ended" in names:
            name, holder, due = "ended", "", None
        elif "declined" in names:
            name, holder, due, strength = "declined", "", None, PLEDGED
        elif own and helper:
            name, holder = "active", "" if strength == VERIFIED else "verifier"
        else:
            name, holder = "agreed" if agreed else "proposed", "recipient" if helper else "supporter"
        return PairingState(
            name=name, n=n, holder=holder, due=due, strength=strength, amounts={}, marks=(), standing=standing
        )

    def check(self, state: PairingState, opening: Opening, step: Step, role: str) -> None:
        name = step.name
        if step.amount is not None:
            raise refusals.AmountNotWanted()
        if name == "reversed":
            _check_reversed(state, step)
            return
        if state.name in ("declined", "ended"):
            raise refusals.MatterClosed()
        refuse_spoken_of(step)
        if name == "agreed":
            if role in state.agreed:
                raise refusals.AlreadyAgreed()
        elif name == "declined":
            if state.name == "active":
                raise refusals.AlreadyActive()
        elif name == "verified":
            if role != "other":
                raise refusals.NotIndependent()
            _require_agreed(state)
        elif name == "renewed":
            _require_agreed(state)
            if step.on is None:
                raise refusals.DateMissing()
            if state.due is not None and step.on <= state.due:
                raise refusals.RenewalNotLater(due=state.due.isoformat())
        else:
            require_note(step)

    def allowed(self, state: PairingState, opening: Opening) -> tuple[str, ...]:
        back = ("reversed",) if state.standing else ()
        if state.name in ("declined", "ended"):
            return back
        agree = ("agreed",) if any(side not in state.agreed for side in _open_sides(opening)) else ()
        decline = () if state.name == "active" else ("declined",)
        verify = ("verified",) if state.agreed else ()
        renew = ("renewed",) if state.agreed and state.due != date.max else ()
        return (*agree, *decline, *verify, *renew, "ended", *back)


def _open_sides(opening: Opening) -> tuple[str, ...]:
    """The parts somebody can play: one organisation in two of them plays only the first."""
    named = (opening.supporter, opening.recipient, opening.office)
    return (*{role_of(opening, by) for by in named}, "other", "")


def _require_agreed(state: PairingState) -> None:
    if not state.agreed:
        raise refusals.NotAgreed()


def _check_reversed(state: PairingState, step: Step) -> None:
    kept = spoken_of(state, step)
    if kept.name == "agreed":
        for other in state.standing:
            if other.name == "verified" and other.n > kept.n:
                raise refusals.AgreementStillVerified(of=kept.n, later=other.n)
