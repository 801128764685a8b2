"""Tables in running text: a number belongs to the heading of its row and to that of its column."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from concentric.core.claims.reading import Reading

Span = tuple[int, int]
_GAP = re.compile(r"\t+|[ ]*[|｜│┃║]+[ ]*| {2,}")
_UNIT_CELL = re.compile(r"(?:[十百千万亿]*[\u4e00-\u9fff]{1,3}|[%‰$£€¥a-zA-Z³²]{1,4})")
_NUMERIC = re.compile(r"[^\w%]*(?:[A-Z]{3}|[¥$€£])?\s?\d")
_YEAR = re.compile(r"\W*(?:19|20)\d\d年?度?\W*")


@dataclass(frozen=True)
class Row:
    """The cells of a line, and those of the headings above it, counted from the right; none without."""

    cells: tuple[Span, ...]
    header: tuple[Span, ...]

    def heading(self, n: int) -> Span | None:
        """Where the heading of column `n` stands."""
        at = n + len(self.header) - len(self.cells)
        return self.header[at] if self.header and 0 < at < len(self.header) else None


@dataclass(frozen=True)
class Cell:
    """Where the heading of a claim's row stands, that of its column, and what its row's group is called before it."""

    row: Span
    column: Span | None
    group: Span | None = None


def rows_of(text: str) -> list[Row]:
    """Every line of a table below its headings. A line without a number, save years, is headings to what follows it."""
    if "\n" not in text or not _GAP.search(text):
        return []
    found: list[Row] = []
    header: tuple[Span, ...] = ()
    at = 0
    for line in text.splitlines(keepends=True):
        cells = tuple(cells_in(line.rstrip("\n"), at))
        if len(cells) >= 2:
            if any(_is_number(text[slice(*cell)]) for cell in cells[1:]):
                found.append(Row(cells, header))
            else:
                header = cells
        elif line.strip():
            header = ()
        at += len(line)
    return found


def cells_of(text: str, readings: Sequence[Reading], rows: Sequence[Row]) -> dict[int, Cell]:
    """For each claim that stands in a table, by its place in the list."""
    found: dict[int, Cell] = {}
    starts = [one.start for one in readings]
    for row in rows:
        for k, (start, end) in enumerate(row.cells):
            for n in range(bisect_left(starts, start), bisect_left(starts, end)):
                if k and readings[n].end <= end:
                    named, group = _headings(text, row.cells[:k])
                    found[n] = Cell(named, row.heading(k), group)
    return found


def _is_number(cell: str) -> bool:
    return bool(_NUMERIC.match(cell)) and not _YEAR.fullmatch(cell)


def _headings(text: str, before: Sequence[Span]) -> tuple[Span, Span | None]:
    """The cell that names a row: the last in words before its first number, no unit; what stands before it is its group."""
    named: list[Span] = []
    for n, cell in enumerate(before):
        shown = text[slice(*cell)].strip()
        if n and named and re.match(r"[^\w\s]{0,3}\s?\d", shown):
            break
        if re.search(r"\d", shown) and not re.search(r"[^\W\d]", shown):
            continue
        if not n or not named or not _UNIT_CELL.fullmatch(shown):
            named.append(cell)
    if not named:
        return before[0], None
    return named[-1], (named[0][0], named[-2][1]) if len(named) > 1 else None


def cells_in(line: str, at: int) -> list[Span]:
    """The stretches of a line between wide gaps or bars."""
    cells = []
    start = 0
    for gap in [*_GAP.finditer(line), None]:
        end = gap.start() if gap else len(line)
        if line[start:end].strip():
            cells.append((at + start, at + end))
        start = gap.end() if gap else end
    return cells
