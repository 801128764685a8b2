"""A copy of a workbook in which every finding stands where it belongs: the cell coloured, a comment, and a list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from concentric.core.terms.findings import Finding
from concentric.core.terms.words import say
from concentric.exchange.planning.headings import folded, passed_over
from concentric.exchange.planning.plan import Plan
from concentric.exchange.workbook.raw import RawFile, RawSheet, column_index
from concentric.exchange.workbook.writing import FONT, INK, PALE, close, for_paper, new_workbook, put, sheet_name

MOST_LISTED = 200_000
MOST_LINKS = 65_000  # Excel keeps 65,530 on a sheet
MOST_COMMENTS = 20_000  # on a sheet; more makes Excel slow to open it
_COLOURS = {"error": "#f6c9c4", "warning": "#fbe5b0", "notice": "#dfe9f0"}
_RANK = {"error": 0, "warning": 1, "notice": 2}
_HEADS = ("severity", "sheet", "where", "row", "column", "says", "todo")
_WIDTHS = (8, 16, 10, 8, 20, 60, 60)


def copy_path(path: Path) -> Path:
    """Where the copy of a file goes: beside it, `<name>-findings.xlsx`; for such a copy `<name>-findings-2.xlsx`, never
    over the file itself."""
    name, mark, count = path.stem.partition("-findings")
    if not mark:
        return path.with_name(f"{path.stem}-findings.xlsx")
    number = int(count[1:]) if count[1:].isdecimal() else 1
    return path.with_name(f"{name}-findings-{number + 1}.xlsx")


def write_copy(file: RawFile, plan: Plan, findings: Sequence[Finding], path: Path, lang: str) -> Path:
    """Write the copy. Values are written as they were read, formulas as their results, text always as text.

    Columns about private persons are left out: this program writes them nowhere. FileNotWritten when it can't be.
    """
    mine = [finding for finding in findings if finding.file == file.path.name]
    at: dict[str, dict[tuple[int, int], list[Finding]]] = defaultdict(lambda: defaultdict(list))
    for finding in mine:
        if finding.row is not None:
            column = column_index(finding.cell.rstrip("0123456789")) if finding.cell else 0
            at[finding.sheet][finding.row - 1, column].append(finding)
    personal = {parsed.raw.name: parsed.layout.personal for parsed in plan.parsed if parsed.raw.file == file.path}
    headers = {parsed.raw.name: parsed.layout.header for parsed in plan.parsed if parsed.raw.file == file.path}
    book = new_workbook(path, constant_memory=True)
    styles = _Styles(book)
    used = {say("sheet-findings", lang).casefold()}
    names: dict[str, str] = {}
    kept = [raw for raw in file.sheets if folded(raw.name) not in passed_over()]
    for raw in kept:
        names[raw.name] = sheet_name(raw.name, used)
    _list(book, styles, mine, names, lang)
    for raw in kept:
        page = book.add_worksheet(names[raw.name])
        _page(page, styles, raw, at[raw.name], personal.get(raw.name, set()), headers.get(raw.name, -1), lang)
        if raw.hidden:
            page.hide()
    close(book, path)
    return path


class _Styles:
    def __init__(self, book: Workbook) -> None:
        base = {"font_name": FONT, "font_size": 11}
        self.plain = book.add_format(base)
        self.day = book.add_format(base | {"num_format": "yyyy-mm-dd", "align": "left"})
        self.head = book.add_format(base | {"bold": True, "bg_color": PALE, "font_color": INK})
        self.wrapped = book.add_format(base | {"text_wrap": True, "valign": "top"})
        self.link = book.add_format(base | {"font_color": INK, "underline": 1, "valign": "top"})
        self.marked = {
            name: book.add_format(base | {"bg_color": colour, "valign": "top"}) for name, colour in _COLOURS.items()
        }
        self.marked_day = {
            name: book.add_format(base | {"bg_color": colour, "num_format": "yyyy-mm-dd", "align": "left"})
            for name, colour in _COLOURS.items()
        }


def _list(book: Workbook, styles: _Styles, findings: Sequence[Finding], names: dict[str, str], lang: str) -> None:
    page = book.add_worksheet(say("sheet-findings", lang))
    for at, width in enumerate(_WIDTHS):
        page.set_column(at, at, width)
    page.freeze_panes(2, 0)
    for_paper(page, 1)
    put(page, 0, 0, say("findings-intro", lang, count=len(findings)), styles.plain)
    for at, name in enumerate(_HEADS):
        put(page, 1, at, say(f"findings-head-{name}", lang), styles.head)
    line = 2
    ordered = sorted(findings, key=lambda one: (_RANK[one.severity], one.sheet, one.row or 0))
    for finding in ordered[:MOST_LISTED]:
        put(page, line, 0, say(f"findings-{finding.severity}", lang), styles.marked[finding.severity])
        put(page, line, 1, finding.sheet, styles.wrapped)
        where = finding.cell or (f"A{finding.row}" if finding.row is not None else "")
        if where and finding.sheet in names and line < MOST_LINKS:
            target = names[finding.sheet].replace("'", "''")
            page.write_url(line, 2, f"internal:'{target}'!{where}", styles.link, where)
        else:
            put(page, line, 2, where, styles.wrapped)
        put(page, line, 3, "" if finding.row is None else str(finding.row), styles.wrapped)
        put(page, line, 4, finding.column, styles.wrapped)
        put(page, line, 5, finding.says(lang), styles.wrapped)
        put(page, line, 6, finding.remedy(lang), styles.wrapped)
        line += 1
    if len(ordered) > MOST_LISTED:
        put(page, line, 5, say("findings-not-all", lang, count=len(ordered) - MOST_LISTED), styles.wrapped)
    page.activate()


def _page(
    page: Worksheet,
    styles: _Styles,
    raw: RawSheet,
    at: dict[tuple[int, int], list[Finding]],
    personal: set[int],
    header: int,
    lang: str,
) -> None:
    for_paper(page, header)
    width = max((len(row) for row in raw.rows), default=0)
    if width:
        page.set_column(0, width - 1, 15)
    if header >= 0:
        page.freeze_panes(header + 1, 1)
    by_row: dict[int, dict[int, list[Finding]]] = defaultdict(dict)
    for (line, column), here in at.items():
        by_row[line][column] = here
    comments = 0
    for line, row in enumerate(raw.rows):
        marks = by_row.get(line, {})
        for column in range(max(len(row), max(marks, default=-1) + 1)):
            value: Any = row[column] if column < len(row) else None
            if column in personal and line > header:
                value = None
            found = marks.get(column)
            if found is None:
                if value != "" and value is not None:
                    put(page, line, column, value, styles.day if hasattr(value, "year") else styles.plain)
                continue
            worst = min(found, key=lambda one: _RANK[one.severity]).severity
            put(page, line, column, value, (styles.marked_day if hasattr(value, "year") else styles.marked)[worst])
            if comments < MOST_COMMENTS:
                text = "\n".join(f"{one.says(lang)}\n{one.remedy(lang)}" for one in found)
                page.write_comment(line, column, text[:2_000], {"x_scale": 2, "y_scale": 1.2, "font_size": 10})
                comments += 1
