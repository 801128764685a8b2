"""Lapses: a row says that a commitment lapsed, or that the office wrote it off. Both stay visible."""

from __future__ import annotations

from concentric.exchange.rows.look import Look
from concentric.exchange.rows.steps import Answer
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import StepSheet, Values
from concentric.keep.models import Commitment, CommitmentStep

STEPS = ("lapsed", "written-off")


def build(values: Values, look: Look) -> Answer | None:
    own, commitment, what, on, note, _ = values
    matter = look.thing(Commitment, commitment, "commitment")
    look.not_yet(on, "on")
    return Answer(CommitmentStep, matter, what, on, None, None, own, note or "")


SHEET = StepSheet(
    "lapses",
    (
        number("number"),
        Column("commitment", "reference", required=True),
        Column("what", "choice", required=True, words="lapse", choices=STEPS, terms="choice-lapse", width=12),
        Column("on", "date", required=True, words="on", width=13),
        Column("note", "text", length=2000, width=28),
    ),
    models=(CommitmentStep,),
    names_of_steps=STEPS,
    said_in={"name": "what"},
    build=build,
)
