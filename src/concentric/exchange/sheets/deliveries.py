"""Deliveries: a row says that part of a commitment, or all of it, was delivered."""

from __future__ import annotations

from concentric.exchange.rows.look import Look
from concentric.exchange.rows.steps import Answer
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import StepSheet, Values
from concentric.keep.models import Commitment, CommitmentStep


def build(values: Values, look: Look) -> Answer | None:
    own, commitment, on, amount, note, _ = values
    look.not_yet(on, "on")
    matter = look.thing(Commitment, commitment, "commitment")
    if matter is not None:
        look.same_currency(Commitment, matter, amount, "amount")
    return Answer(CommitmentStep, matter, "delivered", on, amount, None, own, note or "")


SHEET = StepSheet(
    "deliveries",
    (
        number("number"),
        Column("commitment", "reference", required=True, width=14),
        Column("on", "date", required=True, words="on", width=13),
        Column("amount", "amount", required=True, money=True, words="delivered-amount", width=16),
        Column("note", "text", length=2000, width=28),
    ),
    writers=frozenset({"supporter"}),
    models=(CommitmentStep,),
    names_of_steps=("delivered",),
    build=build,
)
