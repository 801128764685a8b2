"""Confirmations: a row is the recipient's word on a delivery, on money that arrived, on an activity, a site ...

What it counts for depends on whose account imports.
"""

from __future__ import annotations

from concentric.exchange.look import Look
from concentric.exchange.nouns import BACKED, PARTS
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import StepSheet, Values
from concentric.exchange.steps import Answer
from concentric.exchange.subjects import backed

OUTCOMES = ("confirmed", "nothing-came", "disputed")


def build(values: Values, look: Look) -> Answer | None:
    own, text, outcome, on, amount, note, _ = values
    found = backed(look, text, "subject", (*PARTS, *BACKED))
    look.not_yet(on, "on")
    if found is not None and found.step is None and amount is not None:
        look.wrong("confirmation-amount-of-whole", "amount", number=str(text))
    elif outcome == "confirmed":
        if amount is None and found is not None and found.step is not None:
            amount = found.step.amount  # "received", and no more said: what the delivery says came
    elif amount == 0:
        amount = None
    elif amount is not None:
        look.wrong("confirmation-amount-not-wanted", "amount", amount=amount)
    if found is None:
        return None
    if found.step is not None:
        look.same_currency(found.matters, found.matter, amount, "amount")
    elif outcome == "nothing-came":
        outcome = "disputed"  # of what is confirmed as a whole: it did not take place, it is not there
    return Answer(found.steps, found.matter, outcome, on, amount, found.step, own, note or "")


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
