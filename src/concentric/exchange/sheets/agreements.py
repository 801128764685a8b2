"""Agreements: a row is a step of a pairing: agreed, declined, renewed, ended."""

from __future__ import annotations

from concentric.exchange.rows.look import Look
from concentric.exchange.rows.steps import Answer
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import StepSheet, Values
from concentric.match.models import Pairing, PairingStep

STEPS = ("agreed", "declined", "renewed", "ended")


def build(values: Values, look: Look) -> Answer | None:
    own, pairing, on, what, note, _ = values
    matter = look.thing(Pairing, pairing, "pairing")
    if what != "renewed":
        look.not_yet(on, "on")
    return Answer(PairingStep, matter, what, on, None, None, own, note or "")


SHEET = StepSheet(
    "agreements",
    (
        number("number"),
        Column("pairing", "reference", required=True, width=14),
        Column("on", "date", required=True, words="on", width=13),
        Column("what", "choice", required=True, words="agreement", choices=STEPS, terms="choice-agreement", width=12),
        Column("note", "text", length=2000, width=28),
    ),
    writers=frozenset({"supporter", "recipient"}),
    models=(PairingStep,),
    names_of_steps=STEPS,
    said_in={"name": "what"},
    build=build,
)
