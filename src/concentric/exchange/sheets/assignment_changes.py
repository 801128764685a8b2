"""Assignment changes: a row renews an assignment, or ends it."""

from __future__ import annotations

from concentric.exchange.rows.look import Look
from concentric.exchange.rows.steps import Answer
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import StepSheet, Values
from concentric.match.models import Assignment, AssignmentStep

STEPS = ("renewed", "ended")


def build(values: Values, look: Look) -> Answer | None:
    own, assignment, what, on, until, note, _ = values
    matter = look.thing(Assignment, assignment, "assignment")
    look.not_yet(on, "on")
    return Answer(AssignmentStep, matter, what, on, None, None, own, note or "", until)


SHEET = StepSheet(
    "assignment-changes",
    (
        number("number"),
        Column("assignment", "reference", required=True),
        Column(
            "what",
            "choice",
            required=True,
            words="change",
            choices=STEPS,
            terms="choice-assignment-step",
            width=12,
        ),
        Column("on", "date", required=True, words="on", width=13),
        Column("until", "date", words="renewed-until", width=13),
        Column("note", "text", length=2000, width=28),
    ),
    writers=frozenset({"supporter"}),
    models=(AssignmentStep,),
    names_of_steps=STEPS,
    said_in={"name": "what"},
    build=build,
)
