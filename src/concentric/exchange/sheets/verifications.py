"""Verifications: a row is an independent person's word on a delivery or a pairing."""

from __future__ import annotations

from concentric.exchange.look import Look
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import StepSheet, Values
from concentric.exchange.steps import Answer
from concentric.keep.models import CommitmentStep
from concentric.match.models import PairingStep


def build(values: Values, look: Look) -> Answer | None:
    own, subject, on, amount, note, _ = values
    look.not_yet(on, "on")
    delivery = look.known_step(CommitmentStep, subject)
    pairing = look.known_pairing(subject)
    if delivery is not None and pairing is not None:
        look.wrong("verification-two-subjects", "subject", number=subject)
        return None
    if pairing is not None:
        if amount is not None:
            look.wrong("verification-amount-of-pairing", "amount", number=subject)
        return Answer(PairingStep, pairing, "verified", on, None, None, own, note or "")
    step = look.step(CommitmentStep, subject, "subject", names=("delivered",), noun="subject")
    matter = None if step is None else step.matter
    if matter is not None:
        look.same_currency(matter, amount, "amount")
    return Answer(CommitmentStep, matter, "verified", on, amount, step, own, note or "")


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
    models=(CommitmentStep, PairingStep),
    names_of_steps=("verified",),
    build=build,
)
