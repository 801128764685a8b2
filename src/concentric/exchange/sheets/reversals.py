"""Reversals: a row takes back a step that was entered by mistake. Steps are never deleted."""

from __future__ import annotations

from decimal import Decimal

from concentric.exchange.rows.look import Look
from concentric.exchange.rows.nouns import REVERSIBLE
from concentric.exchange.rows.steps import Answer
from concentric.exchange.rows.subjects import Subject, subject
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import StepSheet, Values
from concentric.keep.cases import lacking


def build(values: Values, look: Look) -> Answer | None:
    own, text, on, why, _ = values
    look.not_yet(on, "on")
    found = subject(look, text, "step", REVERSIBLE, "reference-step", "reversal-two-steps")
    if found is None or found.step is None:
        return None
    if found.step.name == "adopted":
        _tell_of_others(found, look)
    # On the day of the step that it takes back, unless another is given: so the sum over any window is right.
    return Answer(found.steps, found.matter, "reversed", on or found.step.on, None, found.step, own, why)


def _tell_of_others(found: Subject, look: Look) -> None:
    """Without this adoption the highest of the others may count too little."""
    book, step = look.book.whole, found.step
    standing = look.live(found.matters, found.matter).state.standing
    if book is None or step is None or all(kept.n != step.n for kept in standing):
        return
    others = [kept for kept in standing if kept.name == "adopted" and kept.n != step.n]
    if lacking(book, [(kept.what, kept.amount or Decimal(0)) for kept in others]) != 0:
        look.warn("adoption-reversed", "step", number=step.number)


SHEET = StepSheet(
    "reversals",
    (
        number("number"),
        Column("step", "reference", required=True, words="reversed-step", width=18),
        Column("on", "date", words="reversed-on", width=13),
        Column("note", "text", required=True, words="reversal-reason", length=2000, width=32),
    ),
    writers=frozenset({"supporter", "recipient", "verifier"}),
    models=REVERSIBLE,
    names_of_steps=("reversed",),
    build=build,
)
