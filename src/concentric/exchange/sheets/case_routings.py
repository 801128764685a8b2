"""Case routings: a row accepts a case, declines it, routes it to who can answer, or hands it back."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from concentric.exchange.rows.look import Look
from concentric.exchange.rows.steps import Answer
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import StepSheet, Values
from concentric.keep.models import Case, CaseStep

STEPS = ("accepted", "declined", "routed", "returned")


def build(values: Values, look: Look) -> Answer | None:
    own, case, what, on, party, until, note, _ = values
    matter = look.thing(Case, case, "case")
    to = look.organisation(party, "party")
    look.not_yet(on, "on")
    look.in_order(on, until, "until")
    if what == "routed" and matter is not None and to is not None and not look.problems:
        look.routed[matter] = to
    if what == "returned" and matter is not None and on is not None:
        _judge_return(matter, on, look)
    return Answer(CaseStep, matter, what, on, None, None, own, note or "", until, to=to)


def _judge_return(case: UUID, on: date, look: Look) -> None:
    """What was wrongly routed goes back within the book's working days; later it is told, and entered."""
    facts, book = look.facts(Case, case), look.book.whole
    most = None if book is None else book.working_days("returned", facts["kind"], facts["urgency"])
    routed = [kept.on for kept in look.live(Case, case).state.standing if kept.name == "routed" and kept.on is not None]
    if book is None or most is None or not routed or routed[-1] > on:
        return
    days = book.calendar.made().between(routed[-1], on)
    if days > most:
        look.warn("case-returned-late", "on", days=days, most=most)


SHEET = StepSheet(
    "case-routings",
    (
        number("number"),
        Column("case", "reference", required=True),
        Column("what", "choice", required=True, words="routing", choices=STEPS, terms="choice-routing", width=12),
        Column("on", "date", required=True, words="on", width=13),
        Column("party", "reference", words="routed-to"),
        Column("until", "date", words="answer-until", width=13),
        Column("note", "text", length=2000, width=28),
    ),
    writers=frozenset({"handler"}),
    models=(CaseStep,),
    names_of_steps=STEPS,
    said_in={"name": "what"},
    build=build,
)
