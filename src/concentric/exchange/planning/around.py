"""What stands around a table: above it the unit of its amounts, below it remarks and signatures that are no rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from concentric.core.terms.codes import clean
from concentric.core.terms.findings import Finding, Refused
from concentric.core.terms.money import unit_factor
from concentric.core.terms.words import LANGS, say
from concentric.exchange.planning.headings import Layout
from concentric.exchange.sheets.cells import is_blank, shown
from concentric.exchange.workbook.raw import RawSheet, column_letter

MOST_SIGNED = 6
"""Cells that a line of signatures fills. A row of a table that begins like one fills more."""
WIDE = 3
"""Columns over which a remark is merged."""


def take_unit_above(layout: Layout, raw: RawSheet) -> None:
    """Amounts of money whose headings name no unit have the one that stands above the table: 单位：万元.

    It is told, because it makes ten thousand times as much of a number.
    """
    wanted = [
        column.name
        for column in layout.sheet.columns
        if column.money and column.name in layout.places and column.name not in layout.factors
    ]
    found = next(_units(raw, layout.header), None) if wanted else None
    if found is None:
        return
    row, place, unit = found
    for name in wanted:
        layout.factors[name], layout.currencies[name] = unit_factor(unit)
        layout.units[name] = unit
    # What stands in a heading's brackets was no unit, but the amounts have one all the same.
    layout.findings = [one for one in layout.findings if one.key != "sheet-unit-unknown"]
    where = {"sheet": raw.name, "row": row + 1, "cell": f"{column_letter(place)}{row + 1}"}
    layout.findings.append(Finding("sheet-unit-above", {"unit": unit}, "notice", file=raw.file.name, **where))  # type: ignore[arg-type]


def _units(raw: RawSheet, header: int) -> Iterator[tuple[int, int, str]]:
    """Units of money above the headings, the nearest line first: row, column and unit."""
    for row in range(min(header, len(raw.rows)) - 1, -1, -1):
        for place, cell in enumerate(raw.rows[row]):
            if not isinstance(cell, str):
                continue
            for unit in _said().findall(clean(cell)):
                try:
                    unit_factor(unit)
                except Refused:
                    continue  # 填报单位：柳城县 is an organisation, 单位：人 counts people
                yield row, place, unit


@cache
def _said() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for lang in LANGS for word in say("sheets-unit", lang).split("|"))
    return re.compile(rf"(?:{words})\s*[:：]\s*([^\s,，;；、()（）]+(?: million| billion| thousand)?)", re.IGNORECASE)


def is_remark(cells: Sequence[Any]) -> bool:
    """Whether a row below the headings only says who filled it in, or remarks on the table: 填表人：…, 注：…"""
    first, filled = "", 0
    for cell in cells:
        if is_blank(cell):
            continue
        filled += 1
        first = first or shown(cell)
        if filled > MOST_SIGNED:
            return False
    return bool(first) and _remark().match(clean(first)) is not None


@cache
def _remark() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for lang in LANGS for word in say("sheets-remark", lang).split("|"))
    return re.compile(rf"\s*(?:{words})\s*[0-9一二三四五六七八九十]*\s*(?:\([^)]*\))?\s*[:：]", re.IGNORECASE)


def merged_across(raw: RawSheet) -> frozenset[int]:
    """Rows of which several cells, beginning with the first, are one: such a row holds a remark and no values."""
    return frozenset(top for (top, left), (bottom, right) in raw.merged if left == 0 and right - left + 1 >= WIDE)
