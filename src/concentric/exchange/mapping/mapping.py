"""What a mapping is: a sheet of ours, where its headings stand in a foreign sheet, and where each value comes from."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from concentric.core.terms.codes import clean
from concentric.core.terms.findings import Refused
from concentric.exchange.planning.headings import SEARCHED, folded
from concentric.exchange.sheets.cells import is_blank, shown
from concentric.exchange.sheets.registry import BY_STEM
from concentric.exchange.sheets.sheet import Sheet
from concentric.exchange.workbook.raw import RawSheet, column_index, column_letter

JOINT = "/"
"""Between the parts of a number that is put together of several cells."""


class SourceUnreadable(Refused):
    """What was written says of no column and no text."""


@dataclass(frozen=True)
class Source:
    """Where a value comes from: one place in a row; or `text` and several places, joined; or `text` in every row.

    Written for people as B, 'LC'+A or 'LC': columns by their letters, text in quotes.
    """

    places: tuple[int, ...] = ()
    text: str = ""

    def __str__(self) -> str:
        parts = [f"'{self.text}'"] if self.text else []
        return "+".join([*parts, *map(column_letter, self.places)])

    @property
    def made(self) -> bool:
        """Whether the value stands in no single cell."""
        return bool(self.text) or len(self.places) != 1


_PART = re.compile(r"'(?P<text>[^'+]{1,60})'|(?P<letters>[A-Z]{1,2})")


def read_source(written: str) -> Source:
    """The source that `str` writes. SourceUnreadable for anything else."""
    text = ""
    places: list[int] = []
    for part in re.sub('[‘’“”"]', "'", clean(written)).split("+"):
        match = _PART.fullmatch(part.strip() if "'" in part else part.strip().upper())
        if match is None or (match["text"] and (text or places)):
            raise SourceUnreadable("mapping-source", text=written[:40])
        if match["text"]:
            text = match["text"].strip()
        else:
            places.append(column_index(match["letters"]))
    return Source(tuple(places), text)


@dataclass(frozen=True)
class SheetMapping:
    """How one foreign sheet is read as the sheet `stem`. Its headings are rows `header` to `header + depth - 1`.

    `columns` names, for columns of ours, where their values come from. `shape` is a digest of the headings: a file
    of the same shape can be read alike, wherever in it the headings stand.
    """

    stem: str
    header: int
    depth: int
    columns: Mapping[str, Source]
    shape: str = ""
    name: str = field(default="", compare=False)

    @property
    def sheet(self) -> Sheet:
        """The sheet of ours."""
        return BY_STEM[self.stem]

    @property
    def missing(self) -> list[str]:
        """The required columns that nothing is mapped to."""
        return [column.name for column in self.sheet.columns if column.required and column.name not in self.columns]


def headings_at(raw: RawSheet, header: int, depth: int) -> list[str]:
    """The headings of a row, or of two rows read together: a merged heading counts for all the columns below it."""
    rows = [_filled(raw, header + at) for at in range(depth)]
    width = max((len(row) for row in rows), default=0)
    found = []
    for place in range(width):
        parts: list[str] = []
        for row in rows:
            text = row[place] if place < len(row) else ""
            if text and text not in parts:
                parts.append(text)
        found.append(" ".join(parts))
    return found


def _filled(raw: RawSheet, at: int) -> list[str]:
    cells = raw.rows[at] if at < len(raw.rows) else []
    texts = [shown(cell).strip() if not is_blank(cell) else "" for cell in cells]
    for (top, left), (bottom, right) in raw.merged:
        if top <= at <= bottom and left < len(texts):
            above = raw.rows[top][left] if left < len(raw.rows[top]) else ""
            for place in range(left, min(right, len(texts) - 1) + 1):
                texts[place] = texts[place] or shown(above).strip()
    return texts


def shape_of(headings: Sequence[str]) -> str:
    """A digest of headings, 32 hex digits; their width, case and blanks don't matter."""
    return hashlib.sha256("\n".join(map(folded, headings)).rstrip("\n").encode()).hexdigest()[:32]


def shapes(raw: RawSheet) -> Iterator[tuple[str, int, int]]:
    """Each row, and each two rows, that may be headings: shape, row and depth. Two rows come first."""
    rows = min(SEARCHED, len(raw.rows))
    for depth in (2, 1):
        for at in range(rows - depth + 1):
            headings = headings_at(raw, at, depth)
            if sum(heading != "" for heading in headings) >= 2:
                yield shape_of(headings), at, depth
