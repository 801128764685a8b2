"""Confirmations: a row is the recipient's word on a delivery, on money that arrived, on an activity, a site ...

What it counts for depends on whose account imports.
"""

from __future__ import annotations

from decimal import Decimal

from concentric.exchange.rows.look import Look
from concentric.exchange.rows.nouns import BACKED, PARTS
from concentric.exchange.rows.steps import Answer
from concentric.exchange.rows.subjects import Subject, backed
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import StepSheet, Values
from concentric.keep.models import CommitmentStep, ProjectStep
from concentric.ledger.models import Record
from concentric.match.models import AssignmentStep

SUBJECTS: tuple[type[Record], ...] = (*PARTS, *BACKED)
OUTCOMES = ("confirmed", "nothing-came", "disputed")


def build(values: Values, look: Look) -> Answer | None:
    own, text, outcome, on, amount, note, _ = values
    found = backed(look, text, "subject", SUBJECTS)
    look.not_yet(on, "on")
    if found is None:
        return None
    if found.counted:
        amount = _received(found, outcome, amount, look)
    elif amount is not None:
        look.wrong("confirmation-amount-of-whole", "amount", number=str(text))
    if outcome != "confirmed" and found.steps is not CommitmentStep:
        outcome = _denied(found, outcome, look)
    return Answer(found.steps, found.matter, outcome, on, amount, found.step, own, note or "")


def _received(found: Subject, outcome: str, amount: Decimal | None, look: Look) -> Decimal | None:
    """What came, of what was delivered: all of it where no more is said."""
    assert found.step is not None
    if outcome == "confirmed":
        amount = found.step.amount if amount is None else amount
    elif amount == 0:
        amount = None
    elif amount is not None:
        look.wrong("confirmation-amount-not-wanted", "amount", amount=amount)
    look.same_currency(found.matters, found.matter, amount, "amount")
    if outcome == "nothing-came" and found.steps is ProjectStep:
        return Decimal(0)
    return amount


def _denied(found: Subject, outcome: str, look: Look) -> str:
    """A "no" in the words of its course: nothing arrived, it did not take place, it is not there."""
    if found.steps is ProjectStep:
        if not found.counted or outcome == "disputed":
            look.wrong("confirmation-of-project", "outcome")
        return "confirmed"
    if found.steps is AssignmentStep:
        look.wrong("confirmation-of-assignment", "outcome")
    return "disputed"


SHEET = StepSheet(
    "confirmations",
    (
        number("number"),
        Column("subject", "reference", required=True, words="confirmed-subject", width=14),
        Column("outcome", "choice", required=True, choices=OUTCOMES, terms="choice-outcome", width=14),
        Column("on", "date", required=True, words="on", width=13),
        Column("amount", "amount", money=True, words="received-amount", width=16),
        Column("note", "text", length=2000, width=28),
    ),
    writers=frozenset({"recipient"}),
    models=(*PARTS, *BACKED.values()),
    names_of_steps=OUTCOMES,
    said_in={"name": "outcome"},
    build=build,
)
