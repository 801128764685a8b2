"""What every course shares: openings, steps, states, and the fold from one to the next.

A state is a pure function of the opening and the *standing* steps (those no reversal took back). So a reversal gives
exactly the state that would be there without the reversed step, and replaying a matter always ends at the same state.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Generic, NamedTuple, TypeVar

from concentric.core.courses import refusals

ZERO = Decimal(0)
LARGEST = Decimal(900_000_000_000_000)
"""Amounts are stored as 64-bit integers of 1/10000; sums of matters must fit as well."""


@dataclass(frozen=True)
class Opening:
    """What a matter opens with. Organisations are root ids as text; `amount` is None where nothing is counted."""

    supporter: str
    recipient: str
    office: str
    on: date | None
    amount: Decimal | None = None
    due: date | None = None
    firmness: str = ""
    kind: str = ""
    handler: str = ""


@dataclass(frozen=True)
class Step:
    """Step `n` (1, 2, ...) of a matter: what happened `on` a day, as said `by` an organisation (its root id, or "").

    `of` is the number of the step it speaks of. Some courses know more: `until` when something holds or is due, `what`
    was found or decided (a code), `to` whom it goes (a root id).
    """

    n: int
    name: str
    on: date | None
    by: str
    amount: Decimal | None = None
    of: int | None = None
    note: str = ""
    until: date | None = None
    what: str = ""
    to: str = ""


class Kept(NamedTuple):
    """What a state remembers of a standing step. `role` is the part its author plays in the matter."""

    n: int
    name: str
    role: str
    of: int | None
    amount: Decimal | None
    on: date | None
    until: date | None = None
    what: str = ""
    to: str = ""

    def again(self) -> Step:
        """The step as it was taken, but for who took it (its role says enough) and for its note."""
        name, of = self.name, self.of
        return Step(self.n, name, self.on, "", self.amount, of, "…", self.until, self.what, self.to)


class Effect(NamedTuple):
    """What step `n` (0 is the opening) adds to each of the state's amounts, dated on that step's own day.

    Reversals add negative amounts, so the sum over any window of days is right. `part` is the number of the delivery
    that the step concerns, None where it concerns none.
    """

    n: int
    part: int | None
    on: date | None
    amounts: dict[str, Decimal]


@dataclass(frozen=True)
class State:
    """Where a matter stands after step `n`. `holder` must act next ("" when nobody must)."""

    name: str
    n: int
    holder: str
    due: date | None
    strength: int
    amounts: dict[str, Decimal]
    marks: tuple[str, ...]
    standing: tuple[Kept, ...]


S = TypeVar("S", bound=State)


class Course(ABC, Generic[S]):
    """The rules of one kind of matter."""

    kind: ClassVar[str]
    steps: ClassVar[tuple[str, ...]]
    part_step: ClassVar[str] = ""
    """The step that opens a part of the matter, as a delivery does."""
    state_type: type[S]

    @abstractmethod
    def derive(self, opening: Opening, n: int, standing: tuple[Kept, ...]) -> S:
        """The state after step `n` when these steps stand."""

    @abstractmethod
    def check(self, state: S, opening: Opening, step: Step, role: str) -> None:
        """Raises the refusal if the step (of a known name, in turn, with a sound amount) breaks a rule."""

    @abstractmethod
    def allowed(self, state: S, opening: Opening) -> tuple[str, ...]:
        """The names of the steps that can be taken now, by somebody and with some arguments."""

    def role(self, state: S, opening: Opening, by: str) -> str:
        """The part that the organisation `by` plays in the matter as it stands; "" for nobody known."""
        return role_of(opening, by)

    def check_unneeded(self, state: S, opening: Opening, step: Step) -> Kept:
        """For a reversal: the step that it takes back.

        Refuses it while a later step stands that could not have been taken without this one. One derivation for each
        later step.
        """
        back = spoken_of(state, step)
        held: list[Kept] = []
        for kept in state.standing:
            if kept.n > back.n:
                before = self.derive(opening, kept.n - 1, tuple(held))
                try:
                    self.check(before, opening, kept.again(), kept.role)
                except refusals.StepRefused:
                    raise refusals.StepStillNeeded(of=back.n, later=kept.n) from None
            if kept.n != back.n:
                held.append(kept)
        return back

    def open(self, opening: Opening) -> S:
        """The state of a matter that opens. Refuses an amount that is negative, too fine or too large."""
        check_amount(opening.amount)
        return self.derive(opening, 0, ())

    def apply(self, state: S, opening: Opening, step: Step) -> S:
        """The state after one more step; raises a StepRefused that says which rule it breaks."""
        if step.n != state.n + 1:
            raise refusals.StepOutOfTurn(n=step.n, next=state.n + 1)
        if step.name not in self.steps:
            raise refusals.StepUnknown(step=step.name)
        check_amount(step.amount)
        role = self.role(state, opening, step.by)
        self.check(state, opening, step, role)
        if step.name == "reversed":
            standing = tuple([kept for kept in state.standing if kept.n != step.of])
        else:
            kept = Kept(step.n, step.name, role, step.of, step.amount, step.on, step.until, step.what, step.to)
            standing = (*state.standing, kept)
        return self.derive(opening, step.n, standing)

    def fold(self, opening: Opening, steps: Iterable[Step]) -> S:
        """The state after all the steps, in their order."""
        state = self.open(opening)
        for step in steps:
            state = self.apply(state, opening, step)
        return state

    def effects(self, opening: Opening, steps: Iterable[Step]) -> list[Effect]:
        """One effect for the opening and one for each step. Their sum is the amounts of the last state."""
        state = self.open(opening)
        found = [Effect(0, None, opening.on, dict(state.amounts))]
        parts: dict[int | None, int | None] = {}
        for step in steps:
            before, state = state, self.apply(state, opening, step)
            parts[step.n] = step.n if step.name == self.part_step else parts.get(step.of)
            delta = {name: amount - before.amounts[name] for name, amount in state.amounts.items()}
            found.append(Effect(step.n, parts[step.n], step.on, delta))
        return found

    def dump(self, state: S) -> dict[str, object]:
        """The state as canonical JSON can hold it: amounts and dates as text, standing steps by their number."""
        return {
            "name": state.name,
            "n": state.n,
            "holder": state.holder,
            "due": _dump_date(state.due),
            "strength": state.strength,
            "amounts": {name: plain(amount) for name, amount in state.amounts.items()},
            "marks": list(state.marks),
            "standing": {
                str(kept.n): {
                    "name": kept.name,
                    "role": kept.role,
                    "of": kept.of,
                    "amount": None if kept.amount is None else plain(kept.amount),
                    "on": _dump_date(kept.on),
                    "until": _dump_date(kept.until),
                    "what": kept.what,
                    "to": kept.to,
                }
                for kept in state.standing
            },
        }

    def load(self, dumped: Mapping[str, Any]) -> S:
        """The state that `dump` wrote."""
        return self.state_type(
            name=dumped["name"],
            n=dumped["n"],
            holder=dumped["holder"],
            due=_load_date(dumped["due"]),
            strength=dumped["strength"],
            amounts={name: Decimal(amount) for name, amount in dumped["amounts"].items()},
            marks=tuple(dumped["marks"]),
            standing=tuple(
                Kept(
                    int(n),
                    kept["name"],
                    kept["role"],
                    kept["of"],
                    None if kept["amount"] is None else Decimal(kept["amount"]),
                    _load_date(kept["on"]),
                    _load_date(kept["until"]),
                    kept["what"],
                    kept["to"],
                )
                # Canonical JSON sorts "10" before "2".
                for n, kept in sorted(dumped["standing"].items(), key=lambda item: int(item[0]))
            ),
        )


def role_of(opening: Opening, by: str) -> str:
    """The part an organisation plays: office, supporter, recipient, other, or "" for nobody known.

    One that plays several counts as the first of these, so nobody can confirm what it keeps or supports itself.
    """
    if by == "":
        return ""
    if by == opening.office:
        return "office"
    if by == opening.supporter:
        return "supporter"
    return "recipient" if by == opening.recipient else "other"


def check_amount(amount: Decimal | None) -> None:
    """Refuses what is no exact amount: negative, with more than four decimals, or past the largest."""
    if amount is None:
        return
    if not amount.is_finite():
        raise refusals.AmountTooFine(amount=str(amount))
    if amount < 0:
        raise refusals.AmountNegative(amount=amount)
    if amount > LARGEST:
        raise refusals.AmountTooLarge(largest=LARGEST)
    if amount.as_tuple().exponent < -4 and amount != round(amount, 4):  # type: ignore[operator]
        raise refusals.AmountTooFine(amount=str(amount))


def spoken_of(state: State, step: Step) -> Kept:
    """The standing step that this one speaks of. Refuses a missing number, an unknown one, and one taken back."""
    if step.of is None:
        raise refusals.SpokenOfMissing()
    for kept in state.standing:
        if kept.n == step.of:
            return kept
    if 1 <= step.of <= state.n:
        raise refusals.StepNotStanding(of=step.of)
    raise refusals.NoSuchStep(of=step.of)


def refuse_spoken_of(step: Step) -> None:
    """Refuses the number of another step where none is spoken of."""
    if step.of is not None:
        raise refusals.SpokenOfNotWanted()


def refuse_more(step: Step, *wanted: str) -> None:
    """Refuses what this step doesn't say: anything but `wanted`, of amount, of, until, what and to."""
    if step.amount is not None and "amount" not in wanted:
        raise refusals.AmountNotWanted()
    if step.of is not None and "of" not in wanted:
        raise refusals.SpokenOfNotWanted()
    if step.until is not None and "until" not in wanted:
        raise refusals.UntilNotWanted()
    if step.what and "what" not in wanted:
        raise refusals.WhatNotWanted(what=step.what)
    if step.to and "to" not in wanted:
        raise refusals.PartyNotWanted()


def require_date(step: Step) -> date:
    """The day on which it happened. Refuses a step without one."""
    if step.on is None:
        raise refusals.DateMissing()
    return step.on


def require_note(step: Step) -> None:
    """Refuses a step without a reason."""
    if not step.note.strip():
        raise refusals.NoteMissing()


def plain(amount: Decimal) -> str:
    """An amount as the ledger writes it: no exponent, no trailing zeros, at most four decimals ("52000", "0.5")."""
    text = format(amount, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _dump_date(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _load_date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
