"""Reversals: a row takes back a step that was entered by mistake. Steps are never deleted."""

from __future__ import annotations

from concentric.exchange.look import Look
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import StepSheet, Values
from concentric.exchange.steps import Answer
from concentric.keep.models import CommitmentStep
from concentric.ledger.models import Step
from concentric.match.models import PairingStep


def build(values: Values, look: Look) -> Answer | None:
    own, number_of_step, on, why, _ = values
    look.not_yet(on, "on")
    of_commitment = look.known_step(CommitmentStep, number_of_step)
    of_pairing = look.known_step(PairingStep, number_of_step)
    if of_commitment is not None and of_pairing is not None:
        look.wrong("reversal-two-steps", "step", number=number_of_step)
        return None
    model: type[Step] = PairingStep
    if of_pairing is not None:
        step = of_pairing
    else:
        found = look.step(CommitmentStep, number_of_step, "step", noun="step")
        if found is None:
            return None
        step, model = found, CommitmentStep
    # On the day of the step that it takes back, unless another is given: so the sum over any window is right.
    return Answer(model, step.matter, "reversed", on or step.on, None, step, own, why)


SHEET = StepSheet(
    "reversals",
    (
        number("number"),
        Column("step", "reference", required=True, words="reversed-step", width=18),
        Column("on", "date", words="reversed-on", width=13),
        Column("note", "text", required=True, words="reversal-reason", length=2000, width=32),
    ),
    writers=frozenset({"supporter", "recipient", "verifier"}),
    models=(CommitmentStep, PairingStep),
    names_of_steps=("reversed",),
    build=build,
)
