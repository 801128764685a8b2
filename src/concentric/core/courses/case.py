"""The course of a case: received, routed to who can answer, answered, and then the raiser's own word.

Answered is not solved: the answer is only reported until the raiser says so. A lawful extension moves the day by which
an answer is due; only an answer after that day is late.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from concentric.core.courses import refusals
from concentric.core.courses.base import (
    Course,
    Kept,
    Opening,
    State,
    Step,
    refuse_more,
    require_date,
    require_note,
    role_of,
)
from concentric.core.courses.case_reading import FINAL, OVER, Reading
from concentric.core.courses.strength import CONFIRMED, PLEDGED, REPORTED

OUTCOMES = ("solved", "under-way", "planned", "explained")
WORDS = ("satisfied", "not-satisfied", "no-answer")
ADOPTABLE = ("proposal", "opinion", "research")

_OFFICE = ("declined", "routed", "extension-approved", "extension-refused", "adopted")
_HANDLERS = ("accepted", "returned", "extension-asked", "answered", "closed")
_TAKES = {
    "routed": ("to", "until"),
    "extension-asked": ("until",),
    "extension-approved": ("until",),
    "answered": ("what", "until"),
    "word": ("what", "until"),
    "reopened": ("until",),
    "adopted": ("what", "amount"),
    "reversed": ("of",),
}
"""What each step says beside its day and its note."""
_NOTED = ("declined", "returned", "extension-asked", "extension-refused", "reopened", "withdrawn")


@dataclass(frozen=True)
class CaseState(State):
    """Amounts: points of its adoptions. Marks: noted, disputed, extended, late, overdue (by its own steps' days)."""


class CaseCourse(Course[CaseState]):
    """received -> accepted | declined -> routed -> answered -> closed; reopened, withdrawn.

    A raiser who is not satisfied puts the matter back: it is reopened, and its handler holds it. Nobody else's word
    lifts that. Under way and planned are answers with a next date, and can't be closed.
    """

    kind = "case"
    steps = (
        "accepted",
        "declined",
        "routed",
        "returned",
        "extension-asked",
        "extension-approved",
        "extension-refused",
        "answered",
        "word",
        "closed",
        "reopened",
        "withdrawn",
        "adopted",
        "reversed",
    )
    state_type = CaseState

    def role(self, state: CaseState, opening: Opening, by: str) -> str:
        found = role_of(opening, by)
        # One that handles what it raised counts as the handler: nobody is satisfied with their own answer.
        is_handler = by != "" and by == Reading(state.standing, opening).handler
        return "handler" if is_handler and found != "office" else found

    def derive(self, opening: Opening, n: int, standing: tuple[Kept, ...]) -> CaseState:
        read = Reading(standing, opening)
        satisfied = read.own is not None and not read.disputed
        marks = (
            ("noted", not satisfied and read.other is not None and read.other.what == "satisfied"),
            ("disputed", read.disputed),
            ("extended", read.extended),
            ("late", read.late),
            ("overdue", read.overdue),
        )
        return CaseState(
            name=read.name,
            n=n,
            holder=_holder(read, opening, satisfied),
            due=read.clock.due if read.waits else None,
            strength=PLEDGED if not read.outcome else CONFIRMED if satisfied else REPORTED,
            amounts={"points": read.points},
            marks=tuple([mark for mark, is_so in marks if is_so]),
            standing=standing,
        )

    def check(self, state: CaseState, opening: Opening, step: Step, role: str) -> None:
        refuse_more(step, *_TAKES.get(step.name, ()))
        if step.name == "reversed":
            self._check_reversed(state, opening, step)
            return
        _check_who(step.name, role)
        _CHECKS[step.name](Reading(state.standing, opening), opening, step)
        if step.name in _NOTED:
            require_note(step)

    def _check_reversed(self, state: CaseState, opening: Opening, step: Step) -> None:
        back = self.check_unneeded(state, opening, step)
        if back.name != "routed":
            return
        for kept in state.standing:
            if kept.n > back.n and kept.name == "routed":
                return
            if kept.n > back.n and kept.role == "handler":
                raise refusals.StepStillNeeded(of=back.n, later=kept.n)

    def allowed(self, state: CaseState, opening: Opening) -> tuple[str, ...]:
        read, name = Reading(state.standing, opening), state.name
        office = opening.office != ""
        handled = office or read.handler != ""
        parties = office or self.role(state, opening, opening.recipient) == "recipient"
        stretches = read.clock.due is not None and read.clock.due < date.max
        can = {
            "accepted": handled and name == "received",
            "declined": office and name in ("received", "accepted"),
            "routed": office and read.waits,
            "returned": read.waits and read.handler != "",
            "extension-asked": handled and read.waits and stretches and read.asked is None,
            "extension-approved": office and read.waits and stretches and read.asked is not None,
            "extension-refused": office and read.waits and read.asked is not None,
            "answered": handled and (read.waits or name == "answered"),
            "word": read.outcome != "" and name not in ("declined", "withdrawn"),
            "closed": handled and name == "answered" and read.outcome in FINAL,
            "reopened": parties and name in OVER,
            "withdrawn": parties and name not in OVER,
            "adopted": office and opening.kind in ADOPTABLE and name not in ("declined", "withdrawn"),
            "reversed": bool(state.standing),
        }
        return tuple([step for step in self.steps if can[step]])


def _holder(read: Reading, opening: Opening, satisfied: bool) -> str:
    if read.name in OVER:
        return ""
    if not read.waits:
        return "recipient" if opening.recipient and not satisfied and read.other is None else "office"
    handled = read.name != "received" and read.handler not in ("", opening.office)
    return "handler" if handled else "office"


def _check_who(name: str, role: str) -> None:
    if name in _OFFICE and role != "office":
        raise refusals.OnlyOfficeDecides()
    if name in _HANDLERS and role not in ("office", "handler"):
        raise refusals.OnlyHandlerAnswers()
    if name in ("reopened", "withdrawn") and role not in ("office", "recipient"):
        raise refusals.OnlyRaiserWithdraws()
    if name == "word" and role == "handler":
        raise refusals.HandlerSpeaksForRaiser()


def _accepted(read: Reading, opening: Opening, step: Step) -> None:
    _refuse_over(read)
    if read.name != "received":
        raise refusals.AlreadyAccepted()


def _declined(read: Reading, opening: Opening, step: Step) -> None:
    _refuse_over(read)
    if read.name not in ("received", "accepted"):
        raise refusals.TooLateToDecline()


def _routed(read: Reading, opening: Opening, step: Step) -> None:
    _require_waiting(read)
    if step.to == "":
        raise refusals.PartyMissing()


def _returned(read: Reading, opening: Opening, step: Step) -> None:
    _require_waiting(read)
    if read.handler == "":
        raise refusals.NotRouted()


def _extension_asked(read: Reading, opening: Opening, step: Step) -> None:
    due = _stretching(read, step.until)
    if read.asked is not None:
        raise refusals.ExtensionPending()
    if require_date(step) > due:
        raise refusals.ExtensionTooLate(due=due.isoformat())


def _extension_approved(read: Reading, opening: Opening, step: Step) -> None:
    if read.asked is None:
        raise refusals.NoExtensionAsked()
    _stretching(read, step.until or read.asked)


def _extension_refused(read: Reading, opening: Opening, step: Step) -> None:
    _require_waiting(read)
    if read.asked is None:
        raise refusals.NoExtensionAsked()


def _answered(read: Reading, opening: Opening, step: Step) -> None:
    _refuse_over(read)
    if step.what not in OUTCOMES:
        raise refusals.OutcomeMissing()
    on = require_date(step)
    if step.what in FINAL:
        if step.until is not None:
            raise refusals.UntilNotWanted()
    elif step.until is None:
        raise refusals.NextDateMissing()
    elif step.until <= on:
        raise refusals.NextDateNotLater(on=on.isoformat())


def _word(read: Reading, opening: Opening, step: Step) -> None:
    if read.name in ("declined", "withdrawn"):
        raise refusals.MatterClosed()
    if read.outcome == "":
        raise refusals.NotAnswered()
    if step.what not in WORDS:
        raise refusals.WordMissing()
    if step.until is not None and step.what != "not-satisfied":
        raise refusals.UntilNotWanted()


def _closed(read: Reading, opening: Opening, step: Step) -> None:
    _refuse_over(read)
    if read.disputed:
        raise refusals.RaiserNotSatisfied()
    if read.name != "answered":
        raise refusals.NotAnswered()
    if read.outcome not in FINAL:
        raise refusals.StillUnderWay()


def _reopened(read: Reading, opening: Opening, step: Step) -> None:
    if read.name not in OVER:
        raise refusals.NothingToReopen()


def _withdrawn(read: Reading, opening: Opening, step: Step) -> None:
    _refuse_over(read)


def _adopted(read: Reading, opening: Opening, step: Step) -> None:
    if opening.kind not in ADOPTABLE:
        raise refusals.NothingToAdopt()
    if read.name in ("declined", "withdrawn"):
        raise refusals.MatterClosed()
    if not step.what:
        raise refusals.LevelMissing()
    if step.amount is None:
        raise refusals.AmountMissing()


_CHECKS: Mapping[str, Callable[[Reading, Opening, Step], None]] = {
    "accepted": _accepted,
    "declined": _declined,
    "routed": _routed,
    "returned": _returned,
    "extension-asked": _extension_asked,
    "extension-approved": _extension_approved,
    "extension-refused": _extension_refused,
    "answered": _answered,
    "word": _word,
    "closed": _closed,
    "reopened": _reopened,
    "withdrawn": _withdrawn,
    "adopted": _adopted,
}


def _refuse_over(read: Reading) -> None:
    if read.name in OVER:
        raise refusals.MatterClosed()


def _require_waiting(read: Reading) -> None:
    _refuse_over(read)
    if not read.waits:
        raise refusals.AnsweredAlready()


def _stretching(read: Reading, until: date | None) -> date:
    """The day that is due now. Refuses an extension of nothing, and one that doesn't reach past it."""
    _require_waiting(read)
    if read.clock.due is None:
        raise refusals.NoDeadline()
    if until is None:
        raise refusals.UntilMissing()
    if until <= read.clock.due:
        raise refusals.ExtensionNotLater(due=read.clock.due.isoformat())
    return read.clock.due
