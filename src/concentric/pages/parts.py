"""The parts that organisations play in a matter, as far as the public may know who they are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from concentric.core.courses.base import role_of
from concentric.keep.models import Case, CaseStep, Evidence
from concentric.ledger.models import Matter, Record, Step

SIDES = (("supporter", "owner", "organiser"), ("recipient", "host", "keeper", "candidate"))
"""Who gives and who receives, as the nouns call them."""
DAYS = (
    "committed_on",
    "proposed_on",
    "received_on",
    "held_on",
    "signed_on",
    "awarded_on",
    "applied_on",
    "lead_on",
    "planned_on",
    "since",
)
"""The day of a record, where it has one of its own."""


def sides(thing: Record) -> list[UUID]:
    """Supporter and recipient of a matter: both, or none where one is unknown or not for the public."""
    if not isinstance(thing, Matter):
        return []
    found = [_side(thing, names) for names in SIDES]
    return [root for root in found if root is not None] if None not in found else []


def _side(thing: Matter, names: Iterable[str]) -> UUID | None:
    for name in names:
        if thing.DISCLOSURE.get(name) == "public":
            root: UUID | None = getattr(thing, f"{name}_id")
            return root
    return None


def hidden(thing: Record) -> str:
    """A recipient whose name is for the office only (a case's raiser), as the course writes it; "" if there is none."""
    if isinstance(thing, Evidence):
        thing = _behind(thing) or thing
    if not isinstance(thing, Matter):
        return ""
    recipient = thing.opening().recipient
    shown = [str(getattr(thing, f"{name}_id", "")) for name, held in thing.DISCLOSURE.items() if held == "public"]
    return "" if recipient in shown else recipient


def _behind(evidence: Evidence) -> Matter | None:
    """The case that a piece of evidence is about, itself or by one of its steps. At most two queries."""
    step = CaseStep.objects.filter(root=evidence.about).values_list("matter", flat=True).first()
    return Case.objects.in_force().filter(root=step or evidence.about).first()


def roles(thing: Record, steps: Iterable[Step]) -> dict[int, str]:
    """Which part of the matter took each step: supporter, recipient, handler, office, independent, "" for nobody known.

    The handler is whom a case had been routed to by then.
    """
    if not isinstance(thing, Matter):
        return {}
    opening = thing.opening()
    handler = opening.handler
    found: dict[int, str] = {}
    for step in sorted(steps, key=lambda step: step.n):
        by = str(step.attested_by or "")
        role = role_of(opening, by)
        if by and by == handler and role != "office":
            role = "handler"
        found[step.n] = "independent" if role == "other" else role
        party: Any = getattr(step, "party_id", None)
        if step.name == "routed":
            handler = str(party or "")
        elif step.name == "returned":
            handler = ""
    return found


def day_of(record: Record) -> date | None:
    """The day on which it happened, as the record itself says it."""
    days = (record.occurred_on, *(getattr(record, name, None) for name in DAYS))
    return next((day for day in days if day is not None), None)
