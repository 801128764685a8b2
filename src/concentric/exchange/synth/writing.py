"""Rows as .xlsx files: the headings and words that people see, and in a chamber's own style where that is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter

from concentric.core.terms.words import say
from concentric.exchange.sheets.column import Column
from concentric.exchange.sheets.registry import BY_STEM
from concentric.exchange.synth.rows import Cell, Row, Workbook

# A fixed day of creation: the same rows give the same bytes.
CREATED = datetime(2021, 3, 1)  # noqa: DTZ001 - a property of the file, without a zone


def write(held: Workbook, path: Path, lang: str = "zh-Hans") -> Path:
    """Write one workbook of the story, its headings in `lang`. Returns the path."""
    write_sheets(path, held.sheets, lang, own_style=held.own_style)
    return path


def write_sheets(
    path: Path, sheets: Sequence[tuple[str, Iterable[Row]]], lang: str = "zh-Hans", *, own_style: bool = False
) -> int:
    """Write sheets by their stems, row by row, in memory that doesn't grow. Returns the number of rows."""
    path.parent.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "strings_to_formulas": False})
    book.set_properties({"created": CREATED, "title": say("synth-invented", lang)})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    bold = book.add_format({"bold": True, "bottom": 1})
    count = 0
    for stem, rows in sheets:
        sheet = BY_STEM[stem]
        page = book.add_worksheet(sheet.name(lang))
        page.write_string(0, 0, say("synth-invented", lang))
        for at, column in enumerate(sheet.columns):
            page.set_column(at, at, column.width)
            page.write_string(1, at, column.heading(lang), bold)
        page.freeze_panes(2, 1)
        places = {column.name: (at, column) for at, column in enumerate(sheet.columns)}
        for line, row in enumerate(rows, start=2):
            # Memory that doesn't grow asks for cells from left to right.
            for name, (at, column) in places.items():
                if name in row:
                    _put(page, line, at, column, row[name], lang, day, own_style)
            count += 1
    book.close()
    return count


def _put(page: Any, line: int, at: int, column: Column, cell: Cell, lang: str, day: Any, own_style: bool) -> None:
    if isinstance(cell, date):
        if own_style:
            page.write_string(line, at, f"{cell.year}年{cell.month}月{cell.day}日")
        else:
            page.write_datetime(line, at, datetime(cell.year, cell.month, cell.day), day)  # noqa: DTZ001 - a cell has none
    elif isinstance(cell, str):
        page.write_string(line, at, _word(column, cell, lang))
    elif own_style:
        page.write_string(line, at, _typed(Decimal(cell)))
    else:
        page.write_number(line, at, cell)


def _word(column: Column, cell: str, lang: str) -> str:
    if column.kind == "choice":
        return column.term(cell, lang)
    if column.kind == "choices":
        return "、".join(column.term(choice, lang) for choice in cell.split(","))
    return cell


def _typed(amount: Decimal) -> str:
    """An amount as a person types it: 5.2万, or full-width digits."""
    if amount >= 10_000:
        return f"{(amount / 10_000).normalize():f}万"
    return "".join(chr(ord(sign) + 0xFEE0) if sign.isdigit() else sign for sign in f"{amount:f}")
