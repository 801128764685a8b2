"""The workbook that people fill in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from concentric.core.terms.money import CURRENCIES
from concentric.core.terms.words import say
from concentric.exchange.rows.book_words import BookWords
from concentric.exchange.sheets.column import Column
from concentric.exchange.sheets.registry import GROUPS, SHEETS
from concentric.exchange.sheets.sheet import Sheet
from concentric.exchange.workbook.raw import column_letter
from concentric.exchange.workbook.writing import (
    EXAMPLE,
    FONT,
    INK,
    LINE,
    NEEDED,
    PALE,
    close,
    for_paper,
    new_workbook,
    put,
)

GUIDE_LINES = 10
LAST = 20_000  # rows that drop-downs and date checks reach
_TEXT = ("number", "reference", "phone", "period", "currency", "text", "choice", "choices", "references")


def write_template(path: Path, lang: str, *, words: BookWords | None = None, sheets: Sequence[Sheet] = SHEETS) -> None:
    """Write the template in `lang`, with the lists of the programme book whose `words` are given.

    FileNotWritten when the file can't be written.
    """
    book = new_workbook(path)
    styles = Styles(book)
    lists = Lists(lang, words)
    _guide(book, styles, lang, sheets)
    for sheet in sheets:
        _sheet(book, styles, sheet, lang, lists)
    lists.write(book)
    close(book, path)


class Styles:
    """The formats of a workbook that people fill in."""

    def __init__(self, book: Workbook) -> None:
        base = {"font_name": FONT, "font_size": 11, "valign": "vcenter"}
        head = base | {"bold": True, "bg_color": PALE, "font_color": INK, "bottom": 1, "bottom_color": LINE}
        self.base = book.add_format(base)
        self.title = book.add_format(base | {"bold": True, "font_size": 18, "font_color": INK})
        self.wrapped = book.add_format(base | {"text_wrap": True, "valign": "top"})
        self.strong = book.add_format(base | {"bold": True, "font_color": INK})
        self.group = book.add_format(base | {"font_color": EXAMPLE, "bottom": 1, "bottom_color": LINE})
        self.count = book.add_format(base | {"bold": True, "font_color": INK, "valign": "top", "align": "right"})
        self.link = book.add_format(base | {"font_color": INK, "underline": 1})
        self.head = book.add_format(head | {"text_wrap": True})
        self.needed = book.add_format(head | {"text_wrap": True, "font_color": NEEDED})
        self.columns = {
            "text": book.add_format(base | {"num_format": "@"}),
            "date": book.add_format(base | {"num_format": "yyyy-mm-dd", "align": "left"}),
            "amount": book.add_format(base | {"num_format": "#,##0.00##"}),
            "count": book.add_format(base | {"num_format": "#,##0"}),
        }
        pale = base | {"italic": True, "font_color": EXAMPLE}
        self.examples = {
            "text": book.add_format(pale | {"num_format": "@"}),
            "date": book.add_format(pale | {"num_format": "yyyy-mm-dd", "align": "left"}),
            "amount": book.add_format(pale | {"num_format": "#,##0.00##"}),
            "count": book.add_format(pale | {"num_format": "#,##0"}),
        }

    @staticmethod
    def kind(column: Column) -> str:
        return "text" if column.kind in _TEXT else column.kind


class Lists:
    """The hidden sheet with the words of drop-downs: a list inside the rule itself may have 255 characters only."""

    def __init__(self, lang: str, words: BookWords | None) -> None:
        self.lang = lang
        self.words = words
        self.name = say("sheet-lists", lang)
        self.columns: dict[str, list[str]] = {}

    def source(self, column: Column) -> str | None:
        """Where the words of a column stand, or None where it has no closed list."""
        key = column.terms or column.table or column.kind
        if key not in self.columns:
            found = self._found(column)
            if not found:
                return None
            self.columns[key] = found
        letter = column_letter(list(self.columns).index(key))
        return f"='{self.name}'!${letter}$1:${letter}${len(self.columns[key])}"

    def shown(self, column: Column, value: Any) -> Any:
        """A value as people pick it: a choice or a code of the book by its name."""
        if column.kind == "choice":
            return column.term(value, self.lang)
        return self._offered(column).get(value, value)

    def _offered(self, column: Column) -> Mapping[str, str]:
        return self.words.offered(column.table, self.lang) if column.table and self.words is not None else {}

    def _found(self, column: Column) -> list[str]:
        if column.choices:
            return [column.term(one, self.lang) for one in column.choices]
        if column.kind == "currency":
            return list(CURRENCIES)
        return list(self._offered(column).values())

    def write(self, book: Workbook) -> None:
        page = book.add_worksheet(self.name)
        for at, words in enumerate(self.columns.values()):
            for line, word in enumerate(words):
                put(page, line, at, word)
        page.hide()


def _guide(book: Workbook, styles: Styles, lang: str, sheets: Sequence[Sheet]) -> None:
    page = book.add_worksheet(say("sheet-guide", lang))
    page.hide_gridlines(2)
    for_paper(page)
    page.set_column(0, 0, 4, styles.base)
    page.set_column(1, 1, 16, styles.base)
    page.set_column(2, 2, 78, styles.base)
    page.set_row(0, 34)
    put(page, 0, 1, say("template-title", lang), styles.title)
    line = 2
    for n in range(1, GUIDE_LINES + 1):
        put(page, line, 0, str(n), styles.count)
        page.merge_range(line, 1, line, 2, say(f"template-guide-{n}", lang), styles.wrapped)
        page.set_row(line, 34)
        line += 1
    put(page, line + 1, 1, say("template-sheet-list", lang), styles.strong)
    line += 2
    for group, some in GROUPS:
        held = [sheet for sheet in some if sheet in sheets]
        if not held:
            continue
        put(page, line, 1, say(f"sheets-group-{group}", lang), styles.group)
        put(page, line, 2, "", styles.group)
        for line, sheet in enumerate(held, line + 1):  # noqa: B020
            name = sheet.name(lang)
            page.write_url(line, 1, f"internal:'{name}'!A1", styles.link, name)
            put(page, line, 2, say(f"template-about-{sheet.stem}", lang), styles.base)
        line += 1
    page.activate()


def _sheet(book: Workbook, styles: Styles, sheet: Sheet, lang: str, lists: Lists) -> None:
    page = book.add_worksheet(sheet.name(lang))
    page.freeze_panes(1, 1)
    page.set_row(0, 32)
    for_paper(page, 0)
    examples = sheet.examples(lang)
    for at, column in enumerate(sheet.columns):
        kind = styles.kind(column)
        heading = column.heading(lang)
        shown = f"* {heading}" if column.required else heading
        put(page, 0, at, shown, styles.needed if column.required else styles.head)
        note = column.note(lang)
        if column.required:
            note = say("template-required-note", lang, note=note)
        page.write_comment(0, at, note, {"x_scale": 1.6, "font_size": 10})
        rules(page, at, column, lists, lang)
        for line, example in enumerate(examples, start=1):
            text = example[at] if at < len(example) else ""
            put(page, line, at, _example(column, text), styles.examples[kind])
    for at, column in enumerate(sheet.columns):
        width = max(column.width, wide(column.heading(lang)) + 4)
        page.set_column(at, at, width, styles.columns[styles.kind(column)])
    page.write_comment(1, 0, say("template-example-note", lang), {"x_scale": 1.3, "font_size": 10})
    page.ignore_errors({"number_stored_as_text": f"A1:{column_letter(len(sheet.columns) - 1)}{LAST}"})


def wide(text: str) -> int:
    """How wide a text is in a sheet, in Latin letters: a Han character counts for two."""
    return sum(2 if ord(sign) > 0x2E80 else 1 for sign in text)


def _example(column: Column, text: str) -> Any:
    if column.kind in ("amount", "count") and text:
        return float(text)
    return text


def rules(page: Worksheet, at: int, column: Column, lists: Lists, lang: str) -> None:
    """The drop-down of a column that has a closed list of words."""
    source = lists.source(column)
    if source is None:
        return
    page.data_validation(
        1,
        at,
        LAST,
        at,
        {
            "validate": "list",
            "source": source,
            # Other words of the same meaning are understood as well, so a slip is only warned of.
            "error_type": "warning",
            "error_message": say("template-choice-error", lang),
            # Where several go into one cell, only the first can be picked.
            "show_error": column.kind not in ("choices", "references"),
        },
    )
