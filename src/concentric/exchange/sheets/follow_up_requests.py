"""Follow-up requests: a row asks somebody independent to look back, or withdraws a look-back with its reason."""

from __future__ import annotations

from concentric.exchange.rows.look import Look
from concentric.exchange.rows.steps import Answer
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import StepSheet, Values
from concentric.keep.models import FollowUp, FollowUpStep

STEPS = ("asked", "withdrawn")


def build(values: Values, look: Look) -> Answer | None:
    own, follow_up, what, on, party, note, _ = values
    matter = look.thing(FollowUp, follow_up, "follow_up")
    to = look.organisation(party, "party")
    look.not_yet(on, "on")
    return Answer(FollowUpStep, matter, what, on, None, None, own, note or "", to=to)


SHEET = StepSheet(
    "follow-up-requests",
    (
        number("number"),
        Column("follow_up", "reference", required=True, words="follow-up"),
        Column("what", "choice", required=True, words="request", choices=STEPS, terms="choice-request", width=12),
        Column("on", "date", required=True, words="on", width=13),
        Column("party", "reference", words="asked-party"),
        Column("note", "text", length=2000, width=28),
    ),
    models=(FollowUpStep,),
    names_of_steps=STEPS,
    said_in={"name": "what"},
    build=build,
)
