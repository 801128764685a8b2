"""The course of a commitment: pledged, delivered in parts, confirmed by the recipient, verified by an independent.

Each delivery is a *part* with four amounts that never overclaim: verified <= confirmed <= reported.
"""

from dataclasses import dataclass
from datetime import date
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
    refuse_spoken_of,
    require_note,
    spoken_of,
)
from concentric.core.courses.said import Said
from concentric.core.courses.strength import CONFIRMED, PLEDGED, REPORTED, VERIFIED

_WORDS = ("confirmed", "nothing-came", "disputed")
_WITH_AMOUNT = ("delivered", "confirmed", "verified")


class Part(NamedTuple):
    """One standing delivery, as far as it is backed. `answer`: "", noted, confirmed, disputed or nothing-came.

    `noted` is a confirmation that somebody other than the recipient entered: it is remembered, and backs nothing.
    `came` is what is taken to have arrived; `checked` whether a verification counts.
    """

    n: int
    delivered: Decimal
    reported: Decimal
    confirmed: Decimal
    verified: Decimal
    came: Decimal
    strength: int
    answer: str
    checked: bool


@dataclass(frozen=True)
class CommitmentState(State):
    """Amounts: pledged, delivered, reported, confirmed, verified. Marks: noted, disputed, lapsed."""

    @property
    def parts(self) -> tuple[Part, ...]:
        """The standing deliveries, in the order in which they were entered."""
        return tuple(_parts(self.standing))


class CommitmentCourse(Course[CommitmentState]):
    """pledged -> part-delivered, delivered -> part-confirmed, confirmed -> part-verified, verified.

    Also disputed, lapsed (a later delivery revives it) and written-off. Firmness changes the label, not the strength.
    """

    kind = "commitment"
    steps = ("delivered", "confirmed", "nothing-came", "disputed", "verified", "lapsed", "written-off", "reversed")
    part_step = "delivered"
    state_type = CommitmentState

    def derive(self, opening: Opening, n: int, standing: tuple[Kept, ...]) -> CommitmentState:
        parts = _parts(standing)
        pledged = ZERO if opening.amount is None else opening.amount
        delivered = reported = confirmed = verified = came = ZERO
        strength, weakest, answers, unchecked = PLEDGED, VERIFIED, set(), False
        for part in parts:
            delivered += part.delivered
            reported += part.reported
            confirmed += part.confirmed
            verified += part.verified
            came += part.came
            strength = max(strength, part.strength)
            weakest = min(weakest, part.strength)
            answers.add(part.answer)
            unchecked = unchecked or not part.checked
        full = _is_full(parts, came, pledged)
        disputed = "disputed" in answers or "nothing-came" in answers
        lapsed, written_off = _ends(standing)

        if written_off:
            name, holder = "written-off", ""
        elif disputed:
            name, holder = "disputed", "office"
        elif lapsed:
            name, holder = "lapsed", "office"
        else:
            whole = full and weakest == strength and (confirmed, verified)[strength == VERIFIED] >= pledged
            name = _ladder(strength, full if strength <= REPORTED else whole)
            if any(part.strength == REPORTED and not part.checked for part in parts):
                holder = "recipient"
            elif not full:
                holder = "supporter"
            else:
                holder = "verifier" if unchecked else ""

        marks = [mark for mark, is_so in (("noted", "noted" in answers), ("disputed", disputed)) if is_so]
        return CommitmentState(
            name=name,
            n=n,
            holder=holder,
            due=None if full or written_off else opening.due,
            strength=strength,
            amounts={
                "pledged": pledged,
                "delivered": delivered,
                "reported": reported,
                "confirmed": confirmed,
                "verified": verified,
            },
            marks=(*marks, "lapsed") if lapsed else tuple(marks),
            standing=standing,
        )

    def check(self, state: CommitmentState, opening: Opening, step: Step, role: str) -> None:
        name = step.name
        if state.name == "written-off" and name != "reversed":
            raise refusals.MatterClosed()
        if name in _WITH_AMOUNT:
            # Where nothing was counted at the opening, steps may count nothing either.
            if step.amount is None and opening.amount is not None:
                raise refusals.AmountMissing()
            if step.amount == 0 and name != "verified":
                raise refusals.AmountZero()
        elif step.amount is not None:
            raise refusals.AmountNotWanted()
        if name == "delivered":
            refuse_spoken_of(step)
        elif name in _WORDS:
            _delivery(state, step)
            if name == "disputed":
                require_note(step)
        elif name == "verified":
            _check_verified(state, step, role)
        elif name == "lapsed":
            refuse_spoken_of(step)
            _check_lapsed(state, opening, step)
        elif name == "written-off":
            refuse_spoken_of(step)
            if role != "office":
                raise refusals.OnlyOfficeWritesOff()
            require_note(step)
        else:
            _check_reversed(state, step)

    def allowed(self, state: CommitmentState, opening: Opening) -> tuple[str, ...]:
        back = ("reversed",) if state.standing else ()
        if state.name == "written-off":
            return back
        parts = state.parts
        answer = _WORDS if parts else ()
        verify = ("verified",) if any(_claim(state.standing, part.n) for part in parts) else ()
        can_lapse = (
            opening.due is not None
            and opening.due < date.max
            and "lapsed" not in state.marks
            and not _is_full_state(state, parts)
        )
        lapse = ("lapsed",) if can_lapse else ()
        write_off = ("written-off",) if opening.office else ()
        return ("delivered", *answer, *verify, *lapse, *write_off, *back)


def _ladder(strength: int, whole: bool) -> str:
    if strength == PLEDGED:
        return "pledged"
    name = ("delivered", "confirmed", "verified")[strength - REPORTED]
    return name if whole else f"part-{name}"


def _ends(standing: tuple[Kept, ...]) -> tuple[bool, bool]:
    """Whether the matter has lapsed (and nothing was delivered since), and whether it is written off."""
    lapsed = written_off = False
    for kept in standing:
        if kept.name == "lapsed":
            lapsed = True
        elif kept.name == "delivered":
            lapsed = False
        elif kept.name == "written-off":
            written_off = True
    return lapsed, written_off


def _is_full(parts: list[Part] | tuple[Part, ...], came: Decimal, pledged: Decimal) -> bool:
    """Whether as much came as was pledged; what the recipient says of a part goes before what its supporter says."""
    return came >= pledged and any(part.answer != "nothing-came" or part.strength > REPORTED for part in parts)


def _is_full_state(state: CommitmentState, parts: tuple[Part, ...]) -> bool:
    return _is_full(parts, sum((part.came for part in parts), ZERO), state.amounts["pledged"])


class _Said(Said):
    """The latest standing words on one delivery."""

    __slots__ = ("delivery",)

    def __init__(self, delivery: Kept) -> None:
        super().__init__()
        self.delivery = delivery


def _said(standing: tuple[Kept, ...]) -> dict[int, _Said]:
    said: dict[int, _Said] = {}
    for kept in standing:
        if kept.name == "delivered":
            said[kept.n] = _Said(kept)
        # A word on a delivery that was reversed since speaks of nothing.
        elif kept.of is not None and (on := said.get(kept.of)) is not None:
            on.hear(kept)
    return said


def _parts(standing: tuple[Kept, ...]) -> list[Part]:
    return [_part(said) for said in _said(standing).values()]


def _part(said: _Said) -> Part:
    delivered = _amount(said.delivery)
    own, denial, check = said.own, said.denial(), said.check
    if check is not None and denial is not None and denial.n > check.n:
        check = None  # what is doubted after it was verified has to be verified again
    verified = ZERO if check is None else _amount(check)
    confirms = own is not None and denial is None
    confirmed = max(_amount(own), verified) if own is not None and confirms else verified
    if check is not None and (check.amount is None or check.amount > 0):
        strength = VERIFIED
    else:
        strength = CONFIRMED if confirms else REPORTED
    if denial is not None:
        answer = denial.name
    elif confirms:
        answer = "confirmed"
    else:
        answer = "" if said.other is None else "noted"
    came = ZERO if answer == "nothing-came" else delivered
    if confirms or check is not None:
        came = confirmed
    reported = max(delivered, confirmed)
    return Part(said.delivery.n, delivered, reported, confirmed, verified, came, strength, answer, check is not None)


def _amount(kept: Kept) -> Decimal:
    return ZERO if kept.amount is None else kept.amount


def _claim(standing: tuple[Kept, ...], delivery: int) -> Kept | None:
    """The confirmation that a verification is held against: the recipient's own, else anybody's."""
    found: Kept | None = None
    said = _said(standing)[delivery]
    for word in (said.other, said.own):
        if word is not None and word.name == "confirmed":
            found = word
    return found


def _delivery(state: CommitmentState, step: Step) -> Kept:
    kept = spoken_of(state, step)
    if kept.name != "delivered":
        raise refusals.StepIsNoDelivery(of=kept.n)
    return kept


def _check_verified(state: CommitmentState, step: Step, role: str) -> None:
    delivery = _delivery(state, step)
    if role != "other":
        raise refusals.NotIndependent()
    claim = _claim(state.standing, delivery.n)
    if claim is None:
        raise refusals.DeliveryNotConfirmed(of=delivery.n)
    if step.amount is not None and step.amount > _amount(claim):
        raise refusals.VerifiedAboveConfirmed(of=delivery.n, verified=step.amount, confirmed=_amount(claim))


def _check_lapsed(state: CommitmentState, opening: Opening, step: Step) -> None:
    if opening.due is None:
        raise refusals.NoDueDate()
    if step.on is None:
        raise refusals.DateMissing()
    if step.on <= opening.due:
        raise refusals.NotYetDue(due=opening.due.isoformat())
    if _is_full_state(state, state.parts):
        raise refusals.FullyDelivered()
    if "lapsed" in state.marks:
        raise refusals.AlreadyLapsed()


def _check_reversed(state: CommitmentState, step: Step) -> None:
    kept = spoken_of(state, step)
    if kept.name == "delivered":
        for other in state.standing:
            if other.of == kept.n and other.name in ("confirmed", "verified"):
                raise refusals.DeliveryStillConfirmed(of=kept.n, later=other.n)
    elif kept.name == "confirmed":
        for other in state.standing:
            # A verification rests on the confirmations entered before it.
            if other.of == kept.of and other.name == "verified" and other.n > kept.n:
                raise refusals.ConfirmationStillVerified(of=kept.n, later=other.n)
