"""Follow-up results: a row is what somebody independent found when they looked back."""

from __future__ import annotations

from concentric.exchange.rows.look import Look
from concentric.exchange.rows.steps import Answer
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import StepSheet, Values
from concentric.keep.models import FOLLOW_UP_RESULTS, FollowUp, FollowUpStep


def build(values: Values, look: Look) -> Answer | None:
    own, follow_up, what, on, note, _ = values
    matter = look.thing(FollowUp, follow_up, "follow_up")
    look.not_yet(on, "on")
    return Answer(FollowUpStep, matter, "result", on, None, None, own, note or "", what=what)


SHEET = StepSheet(
    "follow-up-results",
    (
        number("number"),
        Column("follow_up", "reference", required=True, words="follow-up"),
        Column(
            "what", "choice", required=True, words="found", choices=FOLLOW_UP_RESULTS, terms="choice-found", width=12
        ),
        Column("on", "date", required=True, words="on", width=13),
        Column("note", "text", length=2000, width=28),
    ),
    writers=frozenset({"verifier"}),
    models=(FollowUpStep,),
    names_of_steps=("result",),
    build=build,
)
