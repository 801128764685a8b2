"""Adoptions: a row says at which level an opinion, a proposal or a research topic was adopted, with its points."""

from __future__ import annotations

from concentric.exchange.look import Look
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import StepSheet, Values
from concentric.exchange.steps import Answer
from concentric.keep.models import Case, CaseStep


def build(values: Values, look: Look) -> Answer | None:
    own, case, level, on, points, note, _ = values
    matter = look.thing(Case, case, "case")
    look.not_yet(on, "on")
    what = look.code("adoption", level, "what")
    return Answer(CaseStep, matter, "adopted", on, points, None, own, note or "", what=what)


SHEET = StepSheet(
    "adoptions",
    (
        number("number"),
        Column("case", "reference", required=True),
        Column("what", "reference", required=True, words="adoption-level", length=32, table="adoption"),
        Column("on", "date", required=True, words="on", width=13),
        Column("amount", "amount", required=True, words="points", width=10),
        Column("note", "text", length=2000, width=28),
    ),
    models=(CaseStep,),
    names_of_steps=("adopted",),
    build=build,
)
