"""Project progress: a row is a step of a project: signed, started, money arrived, producing ..."""

from __future__ import annotations

from concentric.exchange.rows.look import Look
from concentric.exchange.rows.steps import Answer
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import StepSheet, Values
from concentric.keep.models import Project, ProjectStep

STEPS = ("signed", "increased", "started", "arrived", "producing", "at-capacity", "ended")


def build(values: Values, look: Look) -> Answer | None:
    own, project, what, on, amount, note, _ = values
    matter = look.thing(Project, project, "project")
    look.not_yet(on, "on")
    if matter is not None:
        look.same_currency(Project, matter, amount, "amount")
    return Answer(ProjectStep, matter, what, on, amount, None, own, note or "")


SHEET = StepSheet(
    "project-progress",
    (
        number("number"),
        Column("project", "reference", required=True),
        Column("what", "choice", required=True, words="progress", choices=STEPS, terms="choice-project-step", width=12),
        Column("on", "date", required=True, words="on", width=13),
        Column("amount", "amount", money=True, words="project-amount", width=16),
        Column("note", "text", length=2000, width=28),
    ),
    writers=frozenset({"supporter"}),
    models=(ProjectStep,),
    names_of_steps=STEPS,
    said_in={"name": "what"},
    build=build,
)
