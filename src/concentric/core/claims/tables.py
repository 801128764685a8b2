"""Tables in running text: a number belongs to the heading of its row and to that of its column."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from concentric.core.claims.reading import Reading

_GAP = re.compile(r"\t+|[ ]*[|｜│┃║]+[ ]*| {2,}")
_UNIT_CELL = re.compile(r"(?:[十百千万亿]*[\u4e00-\u9fff]{1,3}|[%‰$£€¥a-zA-Z³²]{1,4})")


@dataclass(frozen=True)
class Cell:
    """Where the heading of a claim's row stands, that of its column, and what its row's group is called before it."""

    row: tuple[int, int]
    column: tuple[int, int] | None
    group: tuple[int, int] | None = None


def cells_of(text: str, readings: Sequence[Reading]) -> dict[int, Cell]:
    """For each claim that stands in a table, by its place in the list."""
    if "\n" not in text or not _GAP.search(text):
        return {}
    found: dict[int, Cell] = {}
    starts = [one.start for one in readings]
    header: list[tuple[int, int]] = []
    at = 0
    for line in text.splitlines(keepends=True):
        cells = cells_in(line.rstrip("\n"), at)
        first = bisect_right(starts, at - 1)
        last = bisect_right(starts, at + len(line) - 1)
        mine = range(first, last)
        if len(cells) >= 2:
            in_cells = [n for n in mine if any(a <= readings[n].start and readings[n].end <= b for a, b in cells[1:])]
            if not in_cells:
                header = cells
            for n in in_cells:
                place = next(k for k, (a, b) in enumerate(cells) if a <= readings[n].start < b)
                row, group = _headings(text, cells[:place])
                shift = len(header) - len(cells)
                column = header[place + shift] if header and 0 < place + shift < len(header) else None
                found[n] = Cell(row, column, group)
        elif line.strip():
            header = []
        at += len(line)
    return found


def _headings(text: str, before: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], tuple[int, int] | None]:
    """The cell that names a row: the last in words before its first number, no unit; what stands before it is its group."""
    named: list[tuple[int, int]] = []
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


def cells_in(line: str, at: int) -> list[tuple[int, int]]:
    """The stretches of a line between wide gaps or bars."""
    cells = []
    start = 0
    for gap in [*_GAP.finditer(line), None]:
        end = gap.start() if gap else len(line)
        if line[start:end].strip():
            cells.append((at + start, at + end))
        start = gap.end() if gap else end
    return cells
