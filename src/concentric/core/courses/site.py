"""The course of a site: planned, building, open, confirmed by who keeps it, verified, closed."""

from dataclasses import dataclass

from concentric.core.courses import refusals
from concentric.core.courses.base import Course, Kept, Opening, State, Step, refuse_more, require_note
from concentric.core.courses.said import heard
from concentric.core.courses.strength import CONFIRMED, PLEDGED, REPORTED, VERIFIED

_WORDS = ("confirmed", "disputed", "verified")


@dataclass(frozen=True)
class SiteState(State):
    """A site has no amounts. `due` is the day by which it should open. Marks: noted, disputed."""


class SiteCourse(Course[SiteState]):
    """planned -> building -> opened -> confirmed -> verified; or disputed; closed ends it.

    What stands already may be opened without having been built. The keeper says that it is in use.
    """

    kind = "site"
    steps = ("started", "opened", "confirmed", "disputed", "verified", "closed", "reversed")
    state_type = SiteState

    def derive(self, opening: Opening, n: int, standing: tuple[Kept, ...]) -> SiteState:
        names = {kept.name for kept in standing}
        said = heard(standing)
        is_open = "opened" in names
        marks = said.marks() if is_open else ()
        strength = said.strength() if is_open else REPORTED if "started" in names else PLEDGED
        if "closed" in names:
            name, holder = "closed", ""
        elif "disputed" in marks:
            name, holder = "disputed", "office"
        elif is_open:
            name, holder = {VERIFIED: ("verified", ""), CONFIRMED: ("confirmed", "verifier")}.get(
                strength, ("opened", "recipient")
            )
        else:
            name = "building" if "started" in names else "planned"
            holder = "supporter" if opening.supporter else "recipient"
        return SiteState(
            name=name,
            n=n,
            holder=holder,
            due=None if is_open or name == "closed" else opening.due,
            strength=strength,
            amounts={},
            marks=marks,
            standing=standing,
        )

    def check(self, state: SiteState, opening: Opening, step: Step, role: str) -> None:
        if step.name == "reversed":
            refuse_more(step, "of")
            self.check_unneeded(state, opening, step)
            return
        if state.name == "closed":
            raise refusals.MatterClosed()
        refuse_more(step)
        is_open = any(kept.name == "opened" for kept in state.standing)
        if step.name == "started":
            if is_open:
                raise refusals.AlreadyOpened()
            if state.name == "building":
                raise refusals.AlreadyStarted()
        elif step.name == "opened":
            if is_open:
                raise refusals.AlreadyOpened()
        elif step.name in _WORDS and not is_open:
            raise refusals.NotOpened()
        if step.name == "verified" and role != "other":
            raise refusals.NotIndependent()
        if step.name in ("disputed", "closed"):
            require_note(step)

    def allowed(self, state: SiteState, opening: Opening) -> tuple[str, ...]:
        back = ("reversed",) if state.standing else ()
        if state.name == "closed":
            return back
        start = ("started",) if state.name == "planned" else ()
        forward = (*start, "opened") if state.name in ("planned", "building") else _WORDS
        return (*forward, "closed", *back)
