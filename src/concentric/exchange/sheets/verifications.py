"""Verifications: a row is an independent person's word on a delivery, a pairing, a site ..."""

from __future__ import annotations

from concentric.exchange.rows.look import Look
from concentric.exchange.rows.nouns import BACKED, PARTS
from concentric.exchange.rows.steps import Answer
from concentric.exchange.rows.subjects import backed
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import StepSheet, Values
from concentric.ledger.models import Record
from concentric.match.models import Pairing, PairingStep

SUBJECTS: tuple[type[Record], ...] = (*PARTS, Pairing, *BACKED)


def build(values: Values, look: Look) -> Answer | None:
    own, text, on, amount, note, _ = values
    look.not_yet(on, "on")
    found = backed(look, text, "subject", SUBJECTS)
    if found is None:
        return None
    if found.counted:
        look.same_currency(found.matters, found.matter, amount, "amount")
    elif amount is not None:
        look.wrong("verification-amount-of-whole", "amount", number=str(text))
    return Answer(found.steps, found.matter, "verified", on, amount, found.step, own, note or "")


SHEET = StepSheet(
    "verifications",
    (
        number("number"),
        Column("subject", "reference", required=True, width=18),
        Column("on", "date", required=True, words="on", width=13),
        Column("amount", "amount", money=True, words="verified-amount", width=16),
        Column("note", "text", length=2000, width=28),
    ),
    writers=frozenset({"verifier"}),
    models=(*PARTS, PairingStep, *BACKED.values()),
    names_of_steps=("verified",),
    build=build,
)
