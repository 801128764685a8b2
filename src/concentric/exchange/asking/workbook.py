"""The workbook that goes to one organisation: what is known is grey, what is asked is left open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from concentric.core.terms.words import say
from concentric.exchange.asking.asks import Ask
from concentric.exchange.planning.headings import ASKED
from concentric.exchange.rows.book_words import BookWords
from concentric.exchange.sheets.column import REASON, Column
from concentric.exchange.template import Lists, Styles, rules, wide
from concentric.exchange.workbook.writing import EXAMPLE, FONT, PALE, close, for_paper, new_workbook, put

CONTEXT = ("from", "to", "what", "state", "whole", "so-far", "said", "said-on", "due")
OPEN = "#fff8df"


@dataclass(frozen=True)
class Letter:
    """To whom a workbook goes: the number of the request, the organisation's name, by when an answer is asked for."""

    origin: str
    request: str
    office: str
    organisation: str
    due: str = ""


def write_asked(path: Path, letter: Letter, asks: Sequence[Ask], words: BookWords, lang: str) -> Path:
    """Write the workbook. FileNotWritten when it can't be."""
    book = new_workbook(path)
    styles, lists = Styles(book), Lists(lang, words)
    known = book.add_format({"font_name": FONT, "font_size": 11, "font_color": EXAMPLE, "bg_color": PALE})
    open_ = book.add_format(
        {"font_name": FONT, "font_size": 11, "bg_color": OPEN, "border": 1, "border_color": "#d8c98f"}
    )
    day = book.add_format(
        {"font_name": FONT, "font_size": 11, "bg_color": OPEN, "border": 1, "border_color": "#d8c98f"}
        | {"num_format": "yyyy-mm-dd", "align": "left"}
    )
    _cover(book, styles, letter, asks, lang)
    for ask in asks:
        _sheet(book, styles, lists, ask, (known, open_, day), lang)
    lists.write(book)
    _mark(book, letter, asks)
    close(book, path)
    return path


def _cover(book: Workbook, styles: Styles, letter: Letter, asks: Sequence[Ask], lang: str) -> None:
    page = book.add_worksheet(say("sheet-guide", lang))
    page.hide_gridlines(2)
    for_paper(page)
    page.set_column(0, 0, 4, styles.base)
    page.set_column(1, 1, 24, styles.base)
    page.set_column(2, 2, 70, styles.base)
    page.set_row(0, 34)
    put(page, 0, 1, say("asked-title", lang, organisation=letter.organisation), styles.title)
    lines = [say("asked-intro", lang, office=letter.office)]
    if letter.due:
        lines.append(say("asked-due", lang, due=letter.due))
    lines += [say(f"asked-guide-{n}", lang) for n in (1, 2, 3)]
    for line, text in enumerate(lines, start=2):
        page.merge_range(line, 1, line, 2, text, styles.wrapped)
        page.set_row(line, 34)
    line = len(lines) + 3
    for ask in asks:
        name = ask.sheet.name(lang)
        page.write_url(line, 1, f"internal:'{name}'!A1", styles.link, name)
        put(page, line, 2, say("asked-count", lang, count=len(ask.rows)), styles.base)
        line += 1
    page.activate()


def _sheet(
    book: Workbook, styles: Styles, lists: Lists, ask: Ask, formats: tuple[Format, Format, Format], lang: str
) -> None:
    page = book.add_worksheet(ask.sheet.name(lang))
    page.set_row(0, 32)
    for_paper(page, 0)
    about = [key for key in CONTEXT if any(row.context.get(key) for row in ask.rows)]
    columns = [column for column in ask.sheet.columns if column is not REASON]
    # What it is about comes first, so that nobody has to know a number by heart.
    page.freeze_panes(1, len(about))
    for at, key in enumerate(about):
        heading = heading_of(key, lang)
        put(page, 0, at, heading, styles.head)
        longest = max((wide(row.context.get(key, "")) for row in ask.rows), default=0)
        page.set_column(at, at, min(40, max(wide(heading) + 2, longest + 2)))
    for n, column in enumerate(columns):
        at = len(about) + n
        asked = column.name in ask.fill
        heading = column.heading(lang)
        put(page, 0, at, f"* {heading}" if column.required else heading, styles.needed if asked else styles.head)
        page.write_comment(0, at, column.note(lang), {"x_scale": 1.6, "font_size": 10})
        page.set_column(at, at, max(column.width, wide(heading) + 4))
        rules(page, at, column, lists, lang)
    for line, row in enumerate(ask.rows, start=1):
        for at, key in enumerate(about):
            put(page, line, at, row.context.get(key, ""), formats[0])
        for n, column in enumerate(columns):
            _cell(page, line, len(about) + n, column, row.known.get(column.name), formats, ask, lists)


def _cell(
    page: Worksheet,
    line: int,
    at: int,
    column: Column,
    value: Any,
    formats: tuple[Format, Format, Format],
    ask: Ask,
    lists: Lists,
) -> None:
    known, open_, day = formats
    if value is not None:
        put(page, line, at, float(value) if isinstance(value, Decimal) else lists.shown(column, value), known)
    else:
        put(page, line, at, None, (day if column.kind == "date" else open_) if column.name in ask.fill else None)


def heading_of(key: str, lang: str) -> str:
    """The heading of a column that only says what a row is about."""
    return say("asked-context", lang, what=say(f"asked-context-{key}", lang))


def _mark(book: Workbook, letter: Letter, asks: Sequence[Ask]) -> None:
    page = book.add_worksheet(ASKED)
    for line, (name, value) in enumerate((("origin", letter.origin), ("request", letter.request))):
        put(page, line, 0, name)
        put(page, line, 1, value)
    line = 2
    for ask in asks:
        for row in ask.rows:
            for at, value in enumerate((ask.stem, row.known["number"], ",".join(ask.fill))):
                put(page, line, at, value)
            line += 1
    page.very_hidden()
