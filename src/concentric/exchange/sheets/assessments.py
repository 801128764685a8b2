"""Assessments: a row gives an accreditation points for one item."""

from __future__ import annotations

from concentric.exchange.rows.look import Look
from concentric.exchange.rows.steps import Answer
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import StepSheet, Values
from concentric.keep.models import Accreditation, AccreditationStep


def build(values: Values, look: Look) -> Answer | None:
    own, accreditation, item, on, points, note, _ = values
    matter = look.thing(Accreditation, accreditation, "accreditation")
    look.not_yet(on, "on")
    return Answer(AccreditationStep, matter, "assessed", on, points, None, own, note or "", what=item)


SHEET = StepSheet(
    "assessments",
    (
        number("number"),
        Column("accreditation", "reference", required=True),
        Column("what", "text", required=True, words="assessed-item", length=32, width=20),
        Column("on", "date", required=True, words="on", width=13),
        Column("amount", "amount", required=True, words="points", width=10),
        Column("note", "text", length=2000, width=28),
    ),
    writers=frozenset({"verifier"}),
    models=(AccreditationStep,),
    names_of_steps=("assessed",),
    build=build,
)
