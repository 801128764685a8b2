"""Case answers: a row is an answer: solved, under way, planned or explained. Answered is not solved."""

from __future__ import annotations

from concentric.exchange.rows.look import Look
from concentric.exchange.rows.steps import Answer
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import StepSheet, Values
from concentric.keep.models import OUTCOMES, Case, CaseStep


def build(values: Values, look: Look) -> Answer | None:
    own, case, what, on, until, note, _ = values
    matter = look.thing(Case, case, "case")
    look.not_yet(on, "on")
    return Answer(CaseStep, matter, "answered", on, None, None, own, note or "", until, what)


SHEET = StepSheet(
    "case-answers",
    (
        number("number"),
        Column("case", "reference", required=True),
        Column("what", "choice", required=True, words="answer", choices=OUTCOMES, terms="choice-answer", width=12),
        Column("on", "date", required=True, words="on", width=13),
        Column("until", "date", words="next-answer", width=13),
        Column("note", "text", words="answer-text", length=2000, width=36),
    ),
    writers=frozenset({"handler"}),
    models=(CaseStep,),
    names_of_steps=("answered",),
    build=build,
)
