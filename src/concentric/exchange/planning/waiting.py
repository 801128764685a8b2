"""A row that waits, as it can be mended and imported by itself: under headings that mean what they meant there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from concentric.core.terms.codes import clean
from concentric.core.terms.words import say
from concentric.exchange.planning.headings import Layout, column_of
from concentric.exchange.planning.parse import Parsed, Row
from concentric.exchange.sheets.cells import shown
from concentric.exchange.sheets.column import Column


class Kept(NamedTuple):
    """One column of a row that waits: its heading in the file, the one it is kept under, and which of ours it is."""

    place: int
    typed: str
    heading: str
    column: Column | None


def kept(layout: Layout) -> list[Kept]:
    """The columns of a sheet, those about persons left out.

    A column that a mapping, or a line above the table, gave its meaning gets a heading that says it by itself.
    """
    mine: dict[int, list[Column]] = {}
    for column in layout.sheet.columns:
        if column.name in layout.places:
            mine.setdefault(layout.places[column.name], []).append(column)
    found = []
    for place, typed in sorted(layout.headings.items()):
        if place in layout.personal:
            continue
        for column in mine.get(place, ()):
            found.append(Kept(place, typed, _heading(layout, typed, column), column))
        if place not in mine:
            # What was not read must not be taken for one of ours when the row comes back.
            is_ours = column_of(layout.sheet, typed)[0] is not None
            heading = say("tray-unread", layout.lang, heading=typed) if is_ours else typed
            found.append(Kept(place, typed, heading, None))
    return found


def _heading(layout: Layout, typed: str, column: Column) -> str:
    heading = typed if column_of(layout.sheet, typed)[0] is column else column.heading(layout.lang)
    unit = layout.units.get(column.name, "")
    return heading if unit in clean(heading) else f"{heading}（{unit}）"


def cells_of(parsed: Parsed, row: Row) -> Iterator[tuple[str, str]]:
    """The row as the person typed it, for the tray: every heading with its text."""
    slots = {column.name: slot for slot, column in enumerate(parsed.sheet.columns)}
    for one in kept(parsed.layout):
        if one.place < len(row.cells):
            value = row.values[slots[one.column.name]] if one.column is not None else None
            # A serial number that was read as a day is no day any more once it stands as text.
            yield one.heading, value.isoformat() if isinstance(value, date) else shown(row.cells[one.place])
