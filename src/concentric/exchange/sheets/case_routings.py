"""Case routings: a row accepts a case, declines it, routes it to who can answer, or hands it back."""

from __future__ import annotations

from concentric.exchange.rows.look import Look
from concentric.exchange.rows.steps import Answer
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import StepSheet, Values
from concentric.keep.models import Case, CaseStep

STEPS = ("accepted", "declined", "routed", "returned")


def build(values: Values, look: Look) -> Answer | None:
    own, case, what, on, party, until, note, _ = values
    matter = look.thing(Case, case, "case")
    to = look.organisation(party, "party")
    look.not_yet(on, "on")
    look.in_order(on, until, "until")
    if what == "routed" and matter is not None and to is not None and not look.problems:
        look.routed[matter] = to
    return Answer(CaseStep, matter, what, on, None, None, own, note or "", until, to=to)


SHEET = StepSheet(
    "case-routings",
    (
        number("number"),
        Column("case", "reference", required=True),
        Column("what", "choice", required=True, words="routing", choices=STEPS, terms="choice-routing", width=12),
        Column("on", "date", required=True, words="on", width=13),
        Column("party", "reference", words="routed-to"),
        Column("until", "date", words="answer-until", width=13),
        Column("note", "text", length=2000, width=28),
    ),
    writers=frozenset({"handler"}),
    models=(CaseStep,),
    names_of_steps=STEPS,
    said_in={"name": "what"},
    build=build,
)
