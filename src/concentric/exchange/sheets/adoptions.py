"""Adoptions: a row says at which level an opinion, a proposal or a research topic was adopted.

Its points are the book's: what this level adds to those before it. A row that says another number is told. Where one is
corrected, the highest of the levels that don't cumulate is reckoned anew, so that the sum stays the book's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple
from uuid import UUID

from concentric.core.courses.base import Kept
from concentric.core.terms.words import say
from concentric.exchange.rows.book_words import folded
from concentric.exchange.rows.look import Look, Reckoned
from concentric.exchange.rows.steps import Answer
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import StepSheet, Values
from concentric.keep.cases import lacking, points
from concentric.keep.models import Case, CaseStep
from concentric.register.book.spec import Book


class Row(NamedTuple):
    """A row with a level that the book knows; `held` is the standing step that it was entered as."""

    number: str
    what: str
    typed: Decimal | None
    held: Kept | None

    @property
    def stays(self) -> bool:
        """Whether it says the level that was entered."""
        return self.held is not None and self.held.what == self.what


def prepare(rows: Sequence[Values], look: Look) -> None:
    """Reckon what each row counts: those of one case together."""
    book = look.book.whole
    if book is None:
        return
    levels, by_case = look.listed("adoption"), defaultdict(list)
    for own, case, level, _, typed, *_ in rows:
        root, what = look.roots[Case].get(case), levels.get(folded(level))
        if root is not None and what in book.lists["adoption"]:
            by_case[root].append(Row(own, str(what), typed, _held(look, root, own)))
    for root, some in by_case.items():
        _reckon(look, book, root, some)


def _adopted(look: Look, case: UUID) -> list[Kept]:
    return [kept for kept in look.live(Case, case).state.standing if kept.name == "adopted"]


def _held(look: Look, case: UUID, own: str) -> Kept | None:
    known = look.steps[CaseStep].get(own)
    return next((kept for kept in _adopted(look, case) if known is not None and kept.n == known.n), None)


def _reckon(look: Look, book: Book, case: UUID, rows: list[Row]) -> None:
    """New rows add to what stands; a row that keeps its level keeps its points, unless others of the case changed."""
    moved = {row.held.n: row.number for row in rows if row.held is not None and not row.stays}
    stays = {row.held.n: row for row in rows if row.held is not None and row.stays}
    counted = list(look.adopted[case])
    for kept in _adopted(look, case):
        typed = stays[kept.n].typed if kept.n in stays else None
        if kept.n not in moved:
            counted.append((kept.what, (kept.amount or Decimal(0)) if typed is None else typed))
    for row in rows:
        if not row.stays:
            given = points(book, [what for what, _ in counted], row.what)
            look.reckoned[row.number] = Reckoned(given)
            counted.append((row.what, given if row.typed is None else row.typed))
            look.adopted[case].append(counted[-1])
        elif row.held is not None:
            look.reckoned[row.number] = Reckoned(row.held.amount, row.held.amount)
    known = book.lists["adoption"]
    lack = lacking(book, counted)
    if lack == 0:
        for row in stays.values():
            if row.typed is not None and not known[row.what].cumulates:
                look.reckoned[row.number] = Reckoned(row.typed)  # as typed it adds up
        return
    top = max((what for what, _ in counted if not known[what].cumulates), key=lambda what: known[what].points)
    highest = next((row for row in stays.values() if row.what == top), None)
    if highest is not None and highest.held is not None and (highest.held.amount or 0) + lack >= 0:
        held = highest.held.amount or Decimal(0)
        look.reckoned[highest.number] = Reckoned(held + lack, held, tuple(moved.values()))
    elif moved:
        last = list(moved.values())[-1]
        look.reckoned[last] = look.reckoned[last]._replace(stale=1)


def build(values: Values, look: Look) -> Answer | None:
    own, case, level, on, typed, note, _ = values
    matter = look.thing(Case, case, "case")
    look.not_yet(on, "on")
    what = look.code("adoption", level, "what")
    if matter is None or look.problems:
        return None
    found = look.reckoned.get(own) or _without_book(look, matter, own, what)
    amount = found.given if typed is None else typed
    if amount is None:
        look.wrong("adoption-without-points", "amount", level=str(level))
    elif typed is not None and found.given is not None and typed != found.given:
        look.warn("adoption-points-differ", "amount", typed=typed, given=found.given)
    elif typed is None and found.kept is not None and found.kept != found.given and not found.because:
        # Nothing in this file says why: it is told, and stays.
        look.warn("adoption-reckoned-otherwise", "amount", held=found.kept, given=amount)
        amount = found.kept
    if found.stale:
        look.warn("adoption-others-differ", "what", case=str(case))
    numbers = say("sheets-joint", look.lang).join(found.because)
    because = say("adoption-because", look.lang, numbers=numbers) if found.because else ""
    return Answer(CaseStep, matter, "adopted", on, amount, None, own, note or "", what=what, because=because)


def _without_book(look: Look, case: UUID, own: str, what: str) -> Reckoned:
    """What was entered is kept while it keeps its level; what is new has no points."""
    held = _held(look, case, own)
    return Reckoned(held.amount) if held is not None and held.what == what else Reckoned(None)


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
    prepare=prepare,
    build=build,
)
