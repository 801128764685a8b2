"""Case extensions: a row asks for more time before it has run out, or says what the office thinks of it."""

from __future__ import annotations

from concentric.exchange.rows.look import Look
from concentric.exchange.rows.steps import Answer
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import StepSheet, Values
from concentric.keep.models import Case, CaseStep

STEPS = ("extension-asked", "extension-approved", "extension-refused")


def build(values: Values, look: Look) -> Answer | None:
    own, case, what, on, until, note, _ = values
    matter = look.thing(Case, case, "case")
    look.not_yet(on, "on")
    return Answer(CaseStep, matter, what, on, None, None, own, note or "", until)


SHEET = StepSheet(
    "case-extensions",
    (
        number("number"),
        Column("case", "reference", required=True),
        Column("what", "choice", required=True, words="extension", choices=STEPS, terms="choice-extension", width=14),
        Column("on", "date", required=True, words="on", width=13),
        Column("until", "date", words="extended-until", width=13),
        Column("note", "text", length=2000, width=28),
    ),
    writers=frozenset({"handler"}),
    models=(CaseStep,),
    names_of_steps=STEPS,
    said_in={"name": "what"},
    build=build,
)
