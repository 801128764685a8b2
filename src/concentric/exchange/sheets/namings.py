"""Namings: a row names a candidate until a day, renews the naming, or says that it lapsed."""

from __future__ import annotations

from concentric.exchange.rows.look import Look
from concentric.exchange.rows.steps import Answer
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import StepSheet, Values
from concentric.keep.models import Accreditation, AccreditationStep

STEPS = ("named", "renewed", "lapsed")


def build(values: Values, look: Look) -> Answer | None:
    own, accreditation, what, on, until, batch, note, _ = values
    matter = look.thing(Accreditation, accreditation, "accreditation")
    look.not_yet(on, "on")
    return Answer(AccreditationStep, matter, what, on, None, None, own, note or "", until, batch or "")


SHEET = StepSheet(
    "namings",
    (
        number("number"),
        Column("accreditation", "reference", required=True),
        Column("what", "choice", required=True, words="naming", choices=STEPS, terms="choice-naming", width=12),
        Column("on", "date", required=True, words="on", width=13),
        Column("until", "date", words="named-until", width=13),
        Column("batch", "text", words="naming-batch", length=32, width=12),
        Column("note", "text", length=2000, width=28),
    ),
    writers=frozenset({"verifier"}),
    models=(AccreditationStep,),
    names_of_steps=STEPS,
    said_in={"name": "what", "what": "batch"},
    build=build,
)
