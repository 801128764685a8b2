"""Guessing how a foreign sheet is to be read: which sheet of ours it is, and which column is which.

A guess is only ever proposed: a person looks at it before anything is entered by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from concentric.core.terms.codes import clean
from concentric.core.terms.guards import person_level
from concentric.core.terms.words import LANGS, has_words, say
from concentric.exchange.mapping.looks import Looks
from concentric.exchange.mapping.mapping import SheetMapping, Source, headings_at, shape_of
from concentric.exchange.mapping.similar import alike
from concentric.exchange.planning.headings import BRACKET, SEARCHED, folded, sheet_names
from concentric.exchange.rows.look import Look
from concentric.exchange.sheets.column import REASON, Column
from concentric.exchange.sheets.registry import SHEETS
from concentric.exchange.sheets.sheet import Sheet
from concentric.exchange.workbook.raw import RawSheet

Why = Literal["name", "alike", "values"]

ENOUGH = 0.5
"""The least score at which a column is proposed."""
BY_VALUES = 0.9
"""The least share of values that read well where the heading says nothing."""
GIVEN = 0.2
"""What a missing column costs that can be given once for all rows: a programme, a kind."""
COLUMNS_TO_SEE = 2
"""A row with fewer headings that mean something is none."""


@dataclass(frozen=True)
class Guessed:
    """One column of ours: from which place, how sure (0 to 1), and why."""

    column: str
    place: int
    score: float
    why: Why


@dataclass(frozen=True)
class Guess:
    """A proposal for one foreign sheet. `score` compares proposals for the same sheet, and nothing else."""

    raw: RawSheet
    sheet: Sheet
    header: int
    depth: int
    headings: tuple[str, ...]
    columns: tuple[Guessed, ...]
    score: float

    def mapping(self) -> SheetMapping:
        """The proposal as a mapping."""
        columns = {one.column: Source((one.place,)) for one in self.columns}
        return SheetMapping(
            self.sheet.stem, self.header, self.depth, columns, shape_of(self.headings), name=self.raw.name
        )


def guess(raw: RawSheet, look: Look | None = None, *, sheet: Sheet | None = None) -> Guess | None:
    """The best proposal for a sheet, of one kind if `sheet` is given. None where nothing fits.

    Reads the first rows only: a few milliseconds for each kind of sheet that is at all like it.
    """
    found: Guess | None = None
    for header, depth, headings in _candidates(raw):
        looks = Looks(raw.rows[header + depth : header + depth + 1000], look)
        for one in [sheet] if sheet is not None else SHEETS:
            guessed = _columns(one, headings, looks)
            score = _score(raw, one, guessed, headings)
            if len(guessed) >= COLUMNS_TO_SEE and (found is None or score > found.score):
                found = Guess(raw, one, header, depth, tuple(headings), tuple(guessed), score)
    return found


def _candidates(raw: RawSheet) -> Iterable[tuple[int, int, list[str]]]:
    """Rows that may be headings: mostly text, more than one cell of it. Two are tried where the upper one spans."""
    for at in range(min(SEARCHED, len(raw.rows))):
        one = headings_at(raw, at, 1)
        texts = sum(isinstance(cell, str) and cell.strip() != "" for cell in raw.rows[at])
        if texts < COLUMNS_TO_SEE or texts < sum(heading != "" for heading in one) * 0.8:
            continue
        yield at, 1, one
        if at + 1 >= len(raw.rows):
            continue
        two = headings_at(raw, at, 2) if any(top == at for (top, _), _ in raw.merged) else _spread(raw, at)
        there = sum(heading != "" for heading in two)
        # A line of remarks above the headings has text over few of them.
        if two != one and sum(heading != "" for heading in one) >= there / 2:
            yield at, 2, two


def _spread(raw: RawSheet, at: int) -> list[str]:
    """Two rows of headings, the upper one not merged but left blank to the right, as exports write it."""
    upper, lower = headings_at(raw, at, 1), headings_at(raw, at + 1, 1)
    found, last = [], ""
    for place in range(max(len(upper), len(lower))):
        above = upper[place] if place < len(upper) else ""
        below = lower[place] if place < len(lower) else ""
        last = above or (last if below else "")
        found.append(" ".join(part for part in (last, below) if part))
    return found


def _columns(sheet: Sheet, headings: Sequence[str], looks: Looks) -> list[Guessed]:
    """The best assignment, column by column from the surest: each place and each column once."""
    offers: list[Guessed] = []
    for place, heading in enumerate(headings):
        if heading == "" or person_level(heading) is not None:
            continue
        for column in sheet.columns:
            if (one := _offer(column, place, heading, looks)) is not None:
                offers.append(one)
    offers.sort(key=lambda one: (-one.score, one.place))
    taken: dict[str, Guessed] = {}
    places: set[int] = set()
    for one in offers:
        if one.column not in taken and one.place not in places:
            taken[one.column] = one
            places.add(one.place)
    order = {column.name: at for at, column in enumerate(sheet.columns)}
    return sorted(taken.values(), key=lambda one: order[one.column])


def _offer(column: Column, place: int, heading: str, looks: Looks) -> Guessed | None:
    name = _name_score(column, heading)
    if name < 0.25 and column.kind not in ("date", "choice", "reference"):
        return None
    share = looks.share(place, column) if name >= 0.25 or column.kind in ("date", "choice", "reference") else None
    if name >= 0.999:
        return Guessed(column.name, place, 1.0 if share is None else 0.9 + 0.1 * share, "name")
    if share is None:
        return Guessed(column.name, place, name, "alike") if name >= ENOUGH else None
    score = 0.7 * name + 0.3 * share
    if name >= 0.35 and score >= ENOUGH:
        return Guessed(column.name, place, score, "alike")
    if share >= BY_VALUES and column.kind in ("date", "choice", "reference") and column is not REASON:
        return Guessed(column.name, place, ENOUGH + 0.1 * (share - BY_VALUES) + 0.05 * name, "values")
    return None


def _name_score(column: Column, heading: str) -> float:
    bare = BRACKET.sub("", clean(heading))
    parts = {heading, bare, *heading.split(" ")[1:]}  # of two rows the lower one may say it alone
    best = 0.0
    for name in _names(column):
        for part in parts:
            best = max(best, alike(name, part))
            if best >= 1.0:
                return best
    return best


@cache
def _names(column: Column) -> tuple[str, ...]:
    """What a column is called, by us and by others."""
    found = [*column.own_headings(), *column.aliases()]
    for lang in LANGS:
        key = f"guess-{column.words or column.name}"
        if has_words(key, lang):
            found += say(key, lang).split("|")
    return tuple(dict.fromkeys(found))


def _score(raw: RawSheet, sheet: Sheet, guessed: Sequence[Guessed], headings: Sequence[str]) -> float:
    """How well a sheet fits: what was found, less what is needed and missing, less what it leaves unread.

    What can be given once for the whole sheet is missed less. The sheet's own name counts for two columns.
    """
    there = {one.column for one in guessed}
    found = sum(one.score for one in guessed)
    missing = sum(
        GIVEN if column.kind == "choice" or column.name == "programme" else 0.8
        for column in sheet.columns
        if column.required and column.name not in there
    )
    unread = sum(heading != "" for heading in headings) - len(guessed)
    named = sheet_names().get(folded(raw.name)) is sheet
    close = max((alike(name, raw.name) for name in sheet.names()), default=0.0)
    return found - missing - 0.4 * unread + (2.0 if named else close)
