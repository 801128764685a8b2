"""Case words: a row is what the raiser says of an answer. What it counts for depends on whose account imports."""

from __future__ import annotations

from concentric.exchange.rows.look import Look
from concentric.exchange.rows.steps import Answer
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import StepSheet, Values
from concentric.keep.models import RAISER_WORDS, Case, CaseStep


def build(values: Values, look: Look) -> Answer | None:
    own, case, what, on, until, note, _ = values
    matter = look.thing(Case, case, "case")
    look.not_yet(on, "on")
    return Answer(CaseStep, matter, "word", on, None, None, own, note or "", until, what)


SHEET = StepSheet(
    "case-words",
    (
        number("number"),
        Column("case", "reference", required=True),
        Column("what", "choice", required=True, words="word", choices=RAISER_WORDS, terms="choice-word", width=12),
        Column("on", "date", required=True, words="on", width=13),
        Column("until", "date", words="answer-again", width=13),
        Column("note", "text", length=2000, width=28),
    ),
    writers=frozenset({"recipient"}),
    models=(CaseStep,),
    names_of_steps=("word",),
    build=build,
)
