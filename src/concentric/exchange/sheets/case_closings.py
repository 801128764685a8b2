"""Case closings: a row closes a case, opens it again, or says that the raiser took it back."""

from __future__ import annotations

from concentric.exchange.rows.look import Look
from concentric.exchange.rows.steps import Answer
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import StepSheet, Values
from concentric.keep.models import Case, CaseStep

STEPS = ("closed", "reopened", "withdrawn")


def build(values: Values, look: Look) -> Answer | None:
    own, case, what, on, until, note, _ = values
    matter = look.thing(Case, case, "case")
    look.not_yet(on, "on")
    return Answer(CaseStep, matter, what, on, None, None, own, note or "", until)


SHEET = StepSheet(
    "case-closings",
    (
        number("number"),
        Column("case", "reference", required=True),
        Column("what", "choice", required=True, words="closing", choices=STEPS, terms="choice-closing", width=12),
        Column("on", "date", required=True, words="on", width=13),
        Column("until", "date", words="answer-again", width=13),
        Column("note", "text", length=2000, width=28),
    ),
    writers=frozenset({"handler", "recipient"}),
    models=(CaseStep,),
    names_of_steps=STEPS,
    said_in={"name": "what"},
    build=build,
)
