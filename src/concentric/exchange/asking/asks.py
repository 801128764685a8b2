"""What an organisation is asked: for each matter that waits for its word, a row with what is known of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from uuid import UUID

from concentric.core.courses.commitment import CommitmentState
from concentric.core.terms.english import counted
from concentric.core.terms.money import CURRENCIES, show_money
from concentric.core.terms.numbers import show_number
from concentric.core.terms.words import say
from concentric.exchange.rows.held import heads_of
from concentric.exchange.sheets.registry import BY_STEM
from concentric.exchange.sheets.sheet import Sheet
from concentric.keep.models import Case, CaseStep, Commitment, CommitmentStep, FollowUp, FollowUpStep
from concentric.ledger.matters import load
from concentric.ledger.models import Head, Matter
from concentric.match.models import Assignment, Pairing
from concentric.register.models import Organisation, Programme

LONGEST = 64
"""Characters of a number."""


@dataclass(frozen=True)
class AskedRow:
    """One row: `known` columns are filled in; `context` says, under headings of its own, what the row is about."""

    known: dict[str, Any]
    context: dict[str, str]


@dataclass(frozen=True)
class Ask:
    """What is asked on one sheet. A row counts as answered once one of the columns `fill` holds something."""

    stem: str
    fill: tuple[str, ...]
    rows: list[AskedRow] = field(default_factory=list)

    @property
    def sheet(self) -> Sheet:
        """The sheet of ours."""
        return BY_STEM[self.stem]


class Names:
    """Names of the organisations that rows speak of, read once."""

    def __init__(self, office: UUID | None, lang: str) -> None:
        self.office = office
        self.lang = lang
        self._names: dict[UUID, str] = {}
        self._programmes = dict(Programme.objects.in_force().values_list("root", "code"))

    def know(self, roots: Iterable[UUID | None]) -> None:
        """Read the names of these organisations. One query for those that are new."""
        new = {root for root in roots if root is not None} - self._names.keys()
        if new:
            self._names |= dict(Organisation.objects.in_force().filter(root__in=new).values_list("root", "name"))

    def of(self, root: UUID | None) -> str:
        """A name; empty for nobody."""
        return self._names.get(root, "") if root else ""

    def programme(self, root: UUID) -> str:
        """The code of a programme."""
        return str(self._programmes.get(root, ""))

    def quantity(self, amount: Decimal | None, unit: str) -> str:
        """An amount as people write it."""
        if amount is None:
            return ""
        if unit in CURRENCIES:
            return show_money(amount, unit, self.lang)
        shown = show_number(amount, self.lang)
        return say("pages-quantity", self.lang, value=shown, unit=counted(unit, shown, self.lang)) if unit else shown


Asking = Callable[[UUID, Names], Iterator[tuple[str, AskedRow]]]
FILL = {
    "deliveries": ("on", "amount"),
    "confirmations": ("outcome", "on", "amount"),
    "agreements": ("on", "what"),
    "case-answers": ("what", "on", "until"),
    "case-words": ("what", "on"),
    "activities": ("held_on", "title", "people", "person_times"),
    "follow-up-results": ("what", "on"),
}
"""The sheets on which something is asked, in their order, and the columns that are left to fill in."""


def asks_of(organisation: UUID, office: UUID | None, lang: str) -> list[Ask]:
    """Everything that waits for an organisation. A dozen queries; a sheet on which nothing is asked is left out."""
    names = Names(office, lang)
    asks = {stem: Ask(stem, fill) for stem, fill in FILL.items()}
    for asking in (_commitments, _pairings, _cases, _visits, _follow_ups):
        for stem, row in asking(organisation, names):
            asks[stem].rows.append(row)
    return [ask for ask in asks.values() if ask.rows]


def _waiting(model: type[Matter], holder: str, **filters: Any) -> list[tuple[Any, Head]]:
    """Matters of the organisation that wait for it, by their number."""
    held = list(model.objects.in_force().filter(**filters).order_by("number"))
    heads = heads_of(matter.root for matter in held)
    return [(one, heads[one.root]) for one in held if one.root in heads and heads[one.root].holder == holder]


def _commitments(organisation: UUID, names: Names) -> Iterator[tuple[str, AskedRow]]:
    mine = _waiting(Commitment, "supporter", supporter_id=organisation)
    names.know(one.recipient_id for one, _ in mine)
    for one, head in mine:
        whole, unit = one.amount if one.amount is not None else one.quantity, one.currency or one.unit
        reported = Decimal(head.amounts.get("reported", "0"))
        context = {
            "to": names.of(one.recipient_id),
            "what": one.what,
            "whole": names.quantity(whole, unit),
            "so-far": names.quantity(reported, unit),
            "due": one.due.isoformat() if one.due else "",
        }
        yield "deliveries", AskedRow({"number": numbered(one.number, "D", head.n), "commitment": one.number}, context)
    for one, head in _waiting(Commitment, "recipient", recipient_id=organisation):
        names.know([one.supporter_id])
        yield from _confirmations(one, head, names)


def _confirmations(one: Commitment, head: Head, names: Names) -> Iterator[tuple[str, AskedRow]]:
    state = load(head).state
    assert isinstance(state, CommitmentState)
    open_ = {part.n: part for part in state.parts if part.answer in ("", "noted")}
    steps = CommitmentStep.objects.filter(matter_id=one.root, n__in=list(open_)).order_by("n")
    for step in steps:
        unit = one.currency or one.unit
        context = {
            "from": names.of(one.supporter_id),
            "what": one.what,
            "said": names.quantity(open_[step.n].delivered, unit),
            "said-on": step.occurred_on.isoformat() if step.occurred_on else "",
        }
        yield "confirmations", AskedRow({"number": numbered(step.number, "R"), "subject": step.number}, context)


def _pairings(organisation: UUID, names: Names) -> Iterator[tuple[str, AskedRow]]:
    for holder, other in (("supporter", "recipient_id"), ("recipient", "supporter_id")):
        mine = _waiting(Pairing, holder, **{f"{holder}_id": organisation})
        names.know(getattr(one, other) for one, _ in mine)
        for one, _ in mine:
            key = "to" if holder == "supporter" else "from"
            context = {key: names.of(getattr(one, other)), "said-on": one.proposed_on.isoformat()}
            known = {"number": numbered(one.number, holder[0].upper()), "pairing": one.number}
            yield "agreements", AskedRow(known, context)


def _cases(organisation: UUID, names: Names) -> Iterator[tuple[str, AskedRow]]:
    routed = CaseStep.objects.filter(party_id=organisation, name="routed").values("matter_id")
    given = Case.objects.in_force().filter(handler_id=organisation).values("root")
    handled = _waiting(Case, "handler", root__in=routed) + _waiting(Case, "handler", root__in=given)
    seen: set[UUID] = set()
    for one, head in handled:
        # A case that was routed on is somebody else's to answer.
        if one.root in seen or _handler(head) != str(organisation):
            continue
        seen.add(one.root)
        context = {
            "what": one.subject,
            "said-on": one.received_on.isoformat(),
            "due": head.due.isoformat() if head.due else "",
        }
        yield "case-answers", AskedRow({"number": numbered(one.number, "A", head.n), "case": one.number}, context)
    for one, head in _waiting(Case, "recipient", raiser_id=organisation):
        context = {"what": one.subject, "said-on": one.received_on.isoformat()}
        yield "case-words", AskedRow({"number": numbered(one.number, "W", head.n), "case": one.number}, context)


def _handler(head: Head) -> str:
    """Who handles a case now: whom it was last routed to, unless that was taken back; else whom it opened with."""
    live = load(head)
    routed = [kept.to for kept in live.state.standing if kept.name == "routed" and kept.to]
    return routed[-1] if routed else live.opening.handler


def _visits(organisation: UUID, names: Names) -> Iterator[tuple[str, AskedRow]]:
    held = Assignment.objects.in_force().filter(supporter_id=organisation).order_by("number")
    heads = heads_of(one.root for one in held)
    mine = [one for one in held if one.root in heads and heads[one.root].state == "in-force"]
    numbers = dict(
        Organisation.objects.in_force()
        .filter(root__in=[one.recipient_id for one in mine])
        .values_list("root", "number")
    )
    own = Organisation.objects.in_force().filter(root=organisation).values_list("number", flat=True).first() or ""
    names.know(one.recipient_id for one in mine)
    for one in mine:
        known = {
            "number": numbered(one.number, "V"),
            "programme": names.programme(one.programme_id),
            "kind": "visit",
            "organiser": own,
            "host": numbers.get(one.recipient_id, ""),
        }
        yield "activities", AskedRow(known, {"to": names.of(one.recipient_id)})


def _follow_ups(organisation: UUID, names: Names) -> Iterator[tuple[str, AskedRow]]:
    asked = FollowUpStep.objects.filter(party_id=organisation, name="asked").values("matter_id")
    for one, head in _waiting(FollowUp, "verifier", root__in=asked):
        context = {
            "said-on": one.planned_on.isoformat(),
            "due": one.due.isoformat() if one.due else "",
        }
        known = {"number": numbered(one.number, "F", head.n), "follow_up": one.number}
        yield "follow-up-results", AskedRow(known, context)


def numbered(number: str, letter: str, n: int | None = None) -> str:
    """A number for what is said of another: the same whenever it is asked again before anything was said."""
    tail = f"-{letter}" if n is None else f"-{letter}{n + 1}"
    return f"{number[: LONGEST - len(tail)]}{tail}"
