"""What an organisation is asked: for each matter that waits for its word, a row with what is known of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID

from concentric.core.courses.commitment import CommitmentState
from concentric.exchange.asking import works
from concentric.exchange.asking.rows import AskedRow, Names, numbered, steps_of, waiting_for
from concentric.exchange.rows.held import heads_of
from concentric.exchange.sheets.registry import BY_STEM
from concentric.exchange.sheets.sheet import Sheet
from concentric.keep.cases import handler_of
from concentric.keep.models import Case, CaseStep, Commitment, CommitmentStep, FollowUp, FollowUpStep
from concentric.ledger.matters import load
from concentric.ledger.models import Head
from concentric.match.models import Assignment, Pairing
from concentric.register.models import Organisation


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


Asking = Callable[[UUID, Names], Iterator[tuple[str, AskedRow]]]
FILL = {
    "deliveries": ("on", "amount"),
    "confirmations": ("outcome", "on", "amount"),
    "agreements": ("on", "what"),
    "project-progress": ("what", "on", "amount"),
    "site-progress": ("what", "on"),
    "case-answers": ("what", "on", "until"),
    "case-words": ("what", "on"),
    "activities": ("held_on", "title", "people", "person_times"),
    "follow-up-results": ("what", "on"),
}
"""The sheets on which something is asked, in their order, and the columns that are left to fill in."""


def asks_of(organisation: UUID, office: UUID | None, lang: str) -> list[Ask]:
    """Everything that waits for an organisation. Some twenty queries; a sheet on which nothing is asked is left out."""
    names = Names(office, lang)
    asks = {stem: Ask(stem, fill) for stem, fill in FILL.items()}
    for asking in ASKINGS:
        for stem, row in asking(organisation, names):
            asks[stem].rows.append(row)
    return [ask for ask in asks.values() if ask.rows]


def _commitments(organisation: UUID, names: Names) -> Iterator[tuple[str, AskedRow]]:
    mine = waiting_for(Commitment, "supporter", supporter_id=organisation)
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
    theirs = waiting_for(Commitment, "recipient", recipient_id=organisation)
    names.know(one.supporter_id for one, _ in theirs)
    open_ = {one.root: _open_parts(head) for one, head in theirs}
    steps = steps_of(CommitmentStep, open_)
    for one, _ in theirs:
        unit = one.currency or one.unit
        for step in steps[one.root]:
            context = {
                "from": names.of(one.supporter_id),
                "what": one.what,
                "said": names.quantity(open_[one.root][step.n], unit),
                "said-on": step.occurred_on.isoformat() if step.occurred_on else "",
            }
            yield "confirmations", AskedRow({"number": numbered(step.number, "R"), "subject": step.number}, context)


def _open_parts(head: Head) -> dict[int, Decimal | None]:
    """The parts that the recipient has not answered, by the number of their step, with what was delivered."""
    state = load(head).state
    assert isinstance(state, CommitmentState)
    return {part.n: part.delivered for part in state.parts if part.answer in ("", "noted")}


def _pairings(organisation: UUID, names: Names) -> Iterator[tuple[str, AskedRow]]:
    for holder, other in (("supporter", "recipient_id"), ("recipient", "supporter_id")):
        mine = waiting_for(Pairing, holder, **{f"{holder}_id": organisation})
        names.know(getattr(one, other) for one, _ in mine)
        for one, _ in mine:
            key = "to" if holder == "supporter" else "from"
            context = {key: names.of(getattr(one, other)), "said-on": one.proposed_on.isoformat()}
            known = {"number": numbered(one.number, holder[0].upper()), "pairing": one.number}
            yield "agreements", AskedRow(known, context)


def _cases(organisation: UUID, names: Names) -> Iterator[tuple[str, AskedRow]]:
    routed = CaseStep.objects.filter(party_id=organisation, name="routed").values("matter_id")
    handled = waiting_for(Case, "handler", root__in=routed) + waiting_for(Case, "handler", handler_id=organisation)
    seen: set[UUID] = set()
    for one, head in handled:
        # A case that was routed on is somebody else's to answer.
        if one.root in seen or handler_of(load(head)) != str(organisation):
            continue
        seen.add(one.root)
        context = {
            "what": one.subject,
            "said-on": one.received_on.isoformat(),
            "due": head.due.isoformat() if head.due else "",
        }
        yield "case-answers", AskedRow({"number": numbered(one.number, "A", head.n), "case": one.number}, context)
    for one, head in waiting_for(Case, "recipient", raiser_id=organisation):
        context = {"what": one.subject, "said-on": one.received_on.isoformat()}
        yield "case-words", AskedRow({"number": numbered(one.number, "W", head.n), "case": one.number}, context)


def _visits(organisation: UUID, names: Names) -> Iterator[tuple[str, AskedRow]]:
    held = list(Assignment.objects.in_force().filter(supporter_id=organisation).order_by("number"))
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
    for one, head in waiting_for(FollowUp, "verifier", root__in=asked):
        context = {
            "said-on": one.planned_on.isoformat(),
            "due": one.due.isoformat() if one.due else "",
        }
        known = {"number": numbered(one.number, "F", head.n), "follow_up": one.number}
        yield "follow-up-results", AskedRow(known, context)


ASKINGS: tuple[Asking, ...] = (
    *(_commitments, works.projects, works.sites, works.activities, works.assignments),
    *(_pairings, _cases, _visits, _follow_ups),
)
