"""Writing cells so that nothing is ever a formula, and the look that all our workbooks share."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from concentric.core.terms.findings import Refused

FONT = "Microsoft YaHei"
INK, PALE, LINE, EXAMPLE, NEEDED = "#1f3a4d", "#eef3f6", "#b9c7d1", "#7d8b95", "#9c2f2f"
LONGEST = 32_767  # characters a cell can hold


class FileNotWritten(Refused):
    """The file could not be written."""


def new_workbook(path: Path, *, constant_memory: bool = False) -> Workbook:
    """A workbook to write. Text that looks like a formula, number or link stays text."""
    return xlsxwriter.Workbook(
        str(path),
        {
            "constant_memory": constant_memory,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
            "default_date_format": "yyyy-mm-dd",
            "nan_inf_to_errors": True,
        },
    )


def close(book: Workbook, path: Path) -> None:
    """Finish the file. FileNotWritten, and nothing half-written is left."""
    try:
        book.close()
    except (OSError, xlsxwriter.exceptions.XlsxWriterException) as wrong:
        path.unlink(missing_ok=True)
        raise FileNotWritten("file-not-written", name=path.name) from wrong


def for_paper(page: Worksheet, heading: int | None = None) -> None:
    """Print on A4, landscape, one page wide, the row of headings on each."""
    page.set_paper(9)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.set_margins(0.4, 0.4, 0.5, 0.5)
    if heading is not None and heading >= 0:
        page.repeat_rows(heading)


def put(page: Worksheet, row: int, column: int, value: Any, style: Format | None = None) -> None:
    """Write a value as what it is: text as text, also where it begins with an equals sign."""
    if value is None or value == "":
        if style is not None:
            page.write_blank(row, column, None, style)
    elif isinstance(value, bool):
        page.write_boolean(row, column, value, style)
    elif isinstance(value, int | float | Decimal):
        page.write_number(row, column, float(value), style)
    elif isinstance(value, datetime | date | time | timedelta):
        page.write_datetime(row, column, value, style)
    else:
        page.write_string(row, column, str(value)[:LONGEST], style)


def sheet_name(name: str, used: set[str]) -> str:
    """A name that Excel takes: at most 31 characters, none of []:*?/\\, once in the workbook."""
    plain = "".join("_" if sign in "[]:*?/\\" else sign for sign in name).strip("'")[:31] or "_"
    found, count = plain, 1
    while found.casefold() in used:
        count += 1
        found = f"{plain[:27]}({count})"
    used.add(found.casefold())
    return found
