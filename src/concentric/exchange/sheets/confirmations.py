"""Confirmations: a row is the recipient's word on a delivery. What it counts for depends on whose account imports."""

from __future__ import annotations

from concentric.exchange.look import Look
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import StepSheet, Values
from concentric.exchange.steps import Answer
from concentric.keep.models import CommitmentStep

OUTCOMES = ("confirmed", "nothing-came", "disputed")


def build(values: Values, look: Look) -> Answer | None:
    own, delivery, outcome, on, amount, note, _ = values
    step = look.step(CommitmentStep, delivery, "delivery", names=("delivered",))
    look.not_yet(on, "on")
    if outcome == "confirmed":
        if amount is None and step is not None:
            amount = step.amount  # "received", and no more said: what the delivery says came
    elif amount == 0:
        amount = None
    elif amount is not None:
        look.wrong("confirmation-amount-not-wanted", "amount", amount=amount)
    matter = None if step is None else step.matter
    if matter is not None:
        look.same_currency(matter, amount, "amount")
    return Answer(CommitmentStep, matter, outcome, on, amount, step, own, note or "")


SHEET = StepSheet(
    "confirmations",
    (
        number("number"),
        Column("delivery", "reference", required=True, width=14),
        Column("outcome", "choice", required=True, choices=OUTCOMES, terms="choice-outcome", width=14),
        Column("on", "date", required=True, words="on", width=13),
        Column("amount", "amount", money=True, words="received-amount", width=16),
        Column("note", "text", length=2000, width=28),
    ),
    writers=frozenset({"recipient"}),
    models=(CommitmentStep,),
    names_of_steps=OUTCOMES,
    build=build,
)
