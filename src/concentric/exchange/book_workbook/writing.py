"""A programme book written as a workbook."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from concentric.core.terms.words import has_words, say
from concentric.exchange.book_workbook.shape import (
    ENTRY,
    KEY,
    LINE,
    SINGLE,
    TEXTS,
    VALUE,
    cell,
    flat,
    marked,
)
from concentric.exchange.workbook.writing import FONT, INK, PALE, close, for_paper, new_workbook, put

GUIDE = 5


def write_book(path: Path, toml: str, lang: str) -> Path:
    """Write a book's tables as sheets. Comments of the TOML are not kept. FileNotWritten when it can't be written."""
    parsed = tomllib.loads(toml)
    book = new_workbook(path)
    base = {"font_name": FONT, "font_size": 11, "valign": "top"}
    head = book.add_format(base | {"bold": True, "bg_color": PALE, "font_color": INK, "text_wrap": True})
    plain = book.add_format(base | {"num_format": "@", "text_wrap": True})
    number = book.add_format(base)
    day = book.add_format(base | {"num_format": "yyyy-mm-dd", "align": "left"})
    formats = (plain, number, day)
    _guide(book, base, parsed, lang)
    for name, held in parsed.items():
        if name in SINGLE:
            _single(book, name, held, head, formats)
        elif name in TEXTS:
            _texts(book, name, held, head, formats)
        else:
            _entries(book, name, held, head, formats)
    close(book, path)
    return path


def _guide(book: Workbook, base: Mapping[str, Any], parsed: Mapping[str, Any], lang: str) -> None:
    page = book.add_worksheet(say("sheet-guide", lang))
    page.hide_gridlines(2)
    page.set_column(0, 0, 16)
    page.set_column(1, 1, 90)
    wrapped = book.add_format({**base, "text_wrap": True})
    strong = book.add_format({**base, "bold": True, "font_color": INK})
    put(page, 0, 0, say("bookwork-title", lang), book.add_format({**base, "bold": True, "font_size": 18}))
    for n in range(1, GUIDE + 1):
        page.merge_range(n + 1, 0, n + 1, 1, say(f"bookwork-guide-{n}", lang), wrapped)
        page.set_row(n + 1, 32)
    for line, name in enumerate(parsed, start=GUIDE + 4):
        page.write_url(line, 0, f"internal:'{name}'!A1", strong, name)
        key = f"bookwork-sheet-{name}"
        put(page, line, 1, say(key, lang) if has_words(key, lang) else "", wrapped)
    page.activate()


def _style(value: Any, formats: tuple[Format, Format, Format]) -> Format:
    plain, number, day = formats
    if isinstance(value, bool | int | float):
        return number
    return day if isinstance(value, date) else plain


def _single(
    book: Workbook, name: str, held: Mapping[str, Any], head: Format, formats: tuple[Format, Format, Format]
) -> None:
    page = book.add_worksheet(name)
    page.freeze_panes(1, 1)
    for_paper(page, 0)
    page.set_column(0, 0, 28, formats[0])
    page.set_column(1, 1, 90, formats[0])
    put(page, 0, 0, KEY, head)
    put(page, 0, 1, VALUE, head)
    for line, (key, value) in enumerate(flat(held), start=1):
        put(page, line, 0, marked(key, value), formats[0])
        put(page, line, 1, cell(value), _style(value, formats))


def _texts(
    book: Workbook, name: str, held: Mapping[str, Any], head: Format, formats: tuple[Format, Format, Format]
) -> None:
    page = book.add_worksheet(name)
    page.freeze_panes(1, 2)
    for_paper(page, 0)
    page.set_column(0, 1, 12, formats[0])
    page.set_column(2, 2, 110, formats[0])
    for at, heading in enumerate((ENTRY, KEY, LINE)):
        put(page, 0, at, heading, head)
    line = 1
    for code, entry in held.items():
        for key, value in flat(entry):
            for part in str(value).split("\n"):
                put(page, line, 0, code, formats[0])
                put(page, line, 1, key, formats[0])
                put(page, line, 2, part, formats[0])
                line += 1


def _entries(
    book: Workbook, name: str, held: Mapping[str, Any], head: Format, formats: tuple[Format, Format, Format]
) -> None:
    page = book.add_worksheet(name)
    page.freeze_panes(1, 1)
    for_paper(page, 0)
    rows = {code: [(marked(key, value), value) for key, value in flat(entry)] for code, entry in held.items()}
    columns = list(dict.fromkeys(heading for row in rows.values() for heading, _ in row))
    put(page, 0, 0, ENTRY, head)
    page.set_column(0, 0, 26, formats[0])
    for at, heading in enumerate(columns, start=1):
        put(page, 0, at, heading, head)
        longest = max(
            (len(str(cell(value))) for row in rows.values() for one, value in row if one == heading), default=0
        )
        page.set_column(at, at, min(60, max(12, len(heading) + 2, longest)), formats[0])
    for line, (code, row) in enumerate(rows.items(), start=1):
        put(page, line, 0, code, formats[0])
        for heading, value in row:
            shown = cell(value)
            # An empty text is a value: a blank cell would be none.
            put(page, line, 1 + columns.index(heading), "''" if shown == "" else shown, _style(value, formats))
    page.autofilter(0, 0, max(1, len(rows)), len(columns))
