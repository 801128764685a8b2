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
        header = headers.get(raw.name, -1)
        filled = _filled(raw, plan, file, header)
        _page(page, styles, raw, filled, at[raw.name], personal.get(raw.name, set()), header, lang)
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


def _filled(raw: RawSheet, plan: Plan, file: RawFile, header: int) -> dict[tuple[int, int], Any]:
    """What stands in cells that a merged one covers: in the headings, and as rows were read below them.

    The copy has no merged cells: with these it is read as the file was.
    """
    found: dict[tuple[int, int], Any] = {}
    width = max((len(row) for row in raw.rows), default=0)
    for (top, left), (bottom, right) in raw.merged:
        is_title = right - left + 1 >= width  # over the whole table: no heading of its columns
        if top <= header <= bottom + 1 and not is_title and left < len(raw.rows[top]):
            places = ((line, place) for line in range(top, bottom + 1) for place in range(left, right + 1))
            found |= dict.fromkeys(places, raw.rows[top][left])
    for parsed in plan.parsed if raw.merged else ():
        if parsed.raw.name != raw.name or parsed.raw.file != file.path:
            continue
        for row in parsed.rows:
            own = raw.rows[row.at - 1]
            for place, cell in enumerate(row.cells[: len(own)]):
                if own[place] in ("", None) and cell not in ("", None):
                    found[row.at - 1, place] = cell
    return found


def _page(
    page: Worksheet,
    styles: _Styles,
    raw: RawSheet,
    filled: dict[tuple[int, int], Any],
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
            value: Any = filled.get((line, column), row[column] if column < len(row) else None)
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
