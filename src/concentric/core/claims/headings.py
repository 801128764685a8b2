"""Cells of which the headings say what they are: a row is called as a figure is, its column a rung, a year, the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from concentric.core.claims.catalogue import Figure
from concentric.core.claims.cleaning import folded
from concentric.core.claims.ladder import base
from concentric.core.claims.rungs import strengths_in
from concentric.core.claims.tables import Row, Span

SHORT, LONG = 12, 60
"""A rung stands alone in its heading, or with hardly anything beside it; a number has some words with it at most."""
_VALUE = re.compile(
    r"所印|数值|数量|数据|完成|实绩|合计|本期|本年|今年|值$|^数$|value|figure|number|total|printed|this year", re.I
)
_WHOLE = re.compile(r"^\W*(?:分母|denominator|out of|whole)\W*$", re.IGNORECASE)
_YEAR = re.compile(r"^\W*((?:19|20)\d\d)年?度?\W*$")
_CHANGE = re.compile(r"比上年|同比|增长|(?<![a-z])(?:up|down) \d", re.IGNORECASE)
_MEANING = re.compile(r"[：:]")


class Meant(NamedTuple):
    """The id of the figure that a number is, and whether it is its change; `dated` where that says of which year, too."""

    figure: str
    change: bool
    dated: bool = False


class Headings:
    """The names of a catalogue's figures, asked for what the cells of a table are. `rows` are further names."""

    def __init__(self, figures: Sequence[Figure], rows: Mapping[str, str]) -> None:
        self.figures = {one.id: one for one in figures}
        self.latest = max((one.years[1] for one in figures), default=0)
        found: dict[str, set[str]] = {}
        for one in figures:
            if not (one.place or one.aside or one.silent) and one.years[1] == self.latest:
                for name in one.names:
                    found.setdefault(_bare(name), set()).add(one.id)
        self.named = {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}
        self.named |= {_bare(name): id_ for name, id_ in rows.items() if id_ in self.figures}
        self.places = {folded(one.place): one.place for one in figures if one.place}
        self.by_place = {(base(one).partition("@")[0], one.place): one.id for one in figures if one.place}
        self.by_year = {(one.id.partition("@")[0], one.years[1]): one.id for one in figures if not one.place}

    def of(self, text: str, rows: Sequence[Row]) -> Iterator[tuple[Span, Meant]]:
        """Each cell of which it is known what its number is: where it stands, and what that is.

        No id where the number says something about the figure of the row that is no figure: how many records, how late.
        Rows in which no number could be told are left to the words around.
        """
        for row in rows:
            said = [text[slice(*cell)].strip() for cell in row.cells]
            dated = any(_YEAR.match(text[slice(*cell)]) for cell in row.header)
            figure = next((found for one in said if (found := self.named.get(_bare(_MEANING.split(one)[0])))), "")
            cells: list[tuple[Span, Meant]] = []
            for n, cell in enumerate(row.cells):
                heading = row.heading(n)
                column = text[slice(*heading)].strip() if heading else ""
                if not any(char.isdigit() for char in said[n]) or said[n] == column or len(said[n]) > LONG:
                    continue
                if figure and _CHANGE.search(said[n]):
                    cells.append((cell, Meant(figure, True, dated)))
                elif figure:
                    id_ = self._beside(figure, column, said, headed=bool(row.header))
                    if id_ or not self.named.get(_bare(column)):
                        cells.append((cell, Meant(id_, False, dated)))
                elif id_ := self._under(self.named.get(_bare(column), ""), said[0]):
                    cells.append((cell, Meant(id_, False, dated)))
            if any(meant.figure for _, meant in cells):
                yield from cells
            elif figure and len(cells) == 1:
                yield (
                    cells[0][0],
                    Meant(figure, False, dated),
                )  # a row's only number is its figure's, however its column is called

    def _beside(self, figure: str, column: str, said: Sequence[str], *, headed: bool) -> str:
        """What a cell is in the row of a figure."""
        if found := _YEAR.match(column):
            return self.by_year.get((figure, int(found[1])), "")
        if _WHOLE.match(column):
            parts = self.figures[figure].parts
            return parts[1] if parts else self._known(f"{figure}/")
        if rung := _rung(column):
            return self._at(figure, rung)
        if not headed or _VALUE.search(column):
            own = next((rung for one in said if (rung := _rung(one))), "")
            return self._at(figure, own) if own else figure
        return ""

    def _under(self, figure: str, row: str) -> str:
        """What a cell is in the column of a figure: at a rung, or in a place."""
        if not figure:
            return ""
        if rung := _rung(row):
            return self._at(figure, rung)
        return self.by_place.get((figure, self.places.get(folded(row), "-")), "")

    def _at(self, figure: str, rung: str) -> str:
        """The figure at a rung; itself where it has no other, or prints just that."""
        return figure if self.figures[figure].strength == rung else self._known(f"{figure}:{rung}")

    def _known(self, id_: str) -> str:
        return id_ if id_ in self.figures else ""


def told_in(cells: Iterator[tuple[Span, Meant]], starts: Sequence[int]) -> Mapping[int, Meant]:
    """What is known of each number, by where it stands: a cell with two numbers says nothing of them."""
    found: dict[int, Meant] = {}
    for (low, high), meant in cells:
        inside = [start for start in starts if low <= start < high]
        if len(inside) == 1:
            found[inside[0]] = meant
    return found


def _rung(heading: str) -> str:
    rungs = strengths_in(heading) if 0 < len(heading) <= SHORT else frozenset()
    return next(iter(rungs)) if len(rungs) == 1 else ""


def _bare(name: str) -> str:
    return re.sub(r"\s+", " ", folded(name)).strip().lower()
