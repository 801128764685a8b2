"""Tables in running text: a number belongs to the heading of its row and to that of its column."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from concentric.core.claims.reading import Reading

_GAP = re.compile(r"\t+|[ ]*[|｜]+[ ]*| {2,}")


@dataclass(frozen=True)
class Cell:
    """Where the heading of a claim's row stands, and that of its column."""

    row: tuple[int, int]
    column: tuple[int, int] | None


def cells_of(text: str, readings: Sequence[Reading]) -> dict[int, Cell]:
    """For each claim that stands in a table, by its place in the list."""
    if "\n" not in text or not _GAP.search(text):
        return {}
    found: dict[int, Cell] = {}
    starts = [one.start for one in readings]
    header: list[tuple[int, int]] = []
    at = 0
    for line in text.splitlines(keepends=True):
        cells = _cells(line.rstrip("\n"), at)
        first = bisect_right(starts, at - 1)
        last = bisect_right(starts, at + len(line) - 1)
        mine = range(first, last)
        if len(cells) >= 2:
            in_cells = [n for n in mine if any(a <= readings[n].start and readings[n].end <= b for a, b in cells[1:])]
            if not in_cells:
                header = cells
            for n in in_cells:
                place = next(k for k, (a, b) in enumerate(cells) if a <= readings[n].start < b)
                row = cells[1] if place > 1 and re.fullmatch(r"\W*\d*\W*", text[slice(*cells[0])]) else cells[0]
                shift = len(header) - len(cells)
                column = header[place + shift] if header and 0 < place + shift < len(header) else None
                found[n] = Cell(row, column)
        elif line.strip():
            header = []
        at += len(line)
    return found


def _cells(line: str, at: int) -> list[tuple[int, int]]:
    """The stretches of a line between wide gaps."""
    cells = []
    start = 0
    for gap in [*_GAP.finditer(line), None]:
        end = gap.start() if gap else len(line)
        if line[start:end].strip():
            cells.append((at + start, at + end))
        start = gap.end() if gap else end
    return cells
