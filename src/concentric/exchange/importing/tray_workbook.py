"""The tray as a workbook: every waiting row as it was typed, with what is wrong beside it, to correct and import."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from concentric.core.terms.words import say
from concentric.exchange.importing.tray import by_sheet, findings_of
from concentric.exchange.models import TrayRow
from concentric.exchange.sheets.registry import BY_STEM
from concentric.exchange.workbook.writing import FONT, INK, PALE, close, for_paper, new_workbook, put, sheet_name


def write_tray(rows: Sequence[TrayRow], path: Path, lang: str) -> None:
    """Write the waiting rows sheet by sheet. Everything is text, also what looks like a formula.

    FileNotWritten when the file can't be written.
    """
    book = new_workbook(path)
    text = book.add_format({"font_name": FONT, "num_format": "@"})
    head = book.add_format({"font_name": FONT, "bold": True, "bg_color": PALE, "font_color": INK})
    marked = book.add_format({"font_name": FONT, "bg_color": "#f6c9c4", "num_format": "@"})
    wrapped = book.add_format({"font_name": FONT, "text_wrap": True, "font_color": "#9c2f2f"})
    used: set[str] = set()
    for stem, held in by_sheet(rows).items():
        # Rows with other headings go on a page of their own: 金额 and 金额（万元） can't share a column.
        layouts: dict[tuple[str, ...], list[TrayRow]] = {}
        for row in held:
            layouts.setdefault(tuple(heading for heading, _ in row.cells), []).append(row)
        for headings, some in layouts.items():
            page = book.add_worksheet(sheet_name(BY_STEM[stem].name(lang), used))
            page.freeze_panes(1, 1)
            for_paper(page, 0)
            page.set_column(0, max(0, len(headings) - 1), 16, text)
            page.set_column(len(headings), len(headings), 90)
            for at, heading in enumerate((*headings, say("column-findings", lang))):
                put(page, 0, at, heading, head)
            for line, row in enumerate(some, start=1):
                findings = findings_of(row)
                wrong = {finding.column for finding in findings}
                for at, (heading, cell) in enumerate(row.cells):
                    put(page, line, at, cell, marked if heading in wrong else text)
                says = [f"{one.column}: {one.says(lang)} {one.remedy(lang)}".lstrip(": ") for one in findings]
                put(page, line, len(headings), "\n".join(says), wrapped)
    close(book, path)
