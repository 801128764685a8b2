"""Adoptions: a row says at which level an opinion, a proposal or a research topic was adopted.

Its points are the book's: what this level adds to those before it. A row that says another number is told.
"""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from concentric.exchange.rows.look import Look
from concentric.exchange.rows.steps import Answer
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import StepSheet, Values
from concentric.keep.cases import points
from concentric.keep.models import Case, CaseStep


def build(values: Values, look: Look) -> Answer | None:
    own, case, level, on, typed, note, _ = values
    matter = look.thing(Case, case, "case")
    look.not_yet(on, "on")
    what = look.code("adoption", level, "what")
    if matter is None or look.problems:
        return None
    given = _points(own, matter, what, look)
    if typed is None and given is None:
        look.wrong("adoption-without-points", "amount", level=str(level))
    elif typed is not None and given is not None and typed != given:
        look.warn("adoption-points-differ", "amount", typed=typed, given=given)
    return Answer(CaseStep, matter, "adopted", on, given if typed is None else typed, None, own, note or "", what=what)


def _points(own: str, case: UUID, level: str, look: Look) -> Decimal | None:
    """What the book gives, or None. A row that was entered keeps its points while it keeps its level."""
    book, known = look.book.whole, look.steps[CaseStep].get(own)
    adopted = [kept for kept in look.live(Case, case).state.standing if kept.name == "adopted"]
    mine = next((kept for kept in adopted if known is not None and kept.n == known.n), None)
    if mine is not None and mine.what == level:
        return mine.amount
    if book is None or level not in book.lists["adoption"]:
        return None
    rows = look.adopted.setdefault(case, [])
    found = points(book, [*(kept.what for kept in adopted if kept is not mine), *rows], level)
    rows.append(level)
    return found


SHEET = StepSheet(
    "adoptions",
    (
        number("number"),
        Column("case", "reference", required=True),
        Column("what", "reference", required=True, words="adoption-level", length=32, table="adoption"),
        Column("on", "date", required=True, words="on", width=13),
        Column("amount", "amount", words="adoption-points", width=10),
        Column("note", "text", length=2000, width=28),
    ),
    models=(CaseStep,),
    names_of_steps=("adopted",),
    build=build,
)
