"""From cells to values, row by row: what needs no ledger is checked here, each cell of each row."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from concentric.core.terms.findings import Finding, Refused, Severity
from concentric.core.terms.words import LANGS, Word, say
from concentric.exchange.planning.around import is_remark, merged_across, take_unit_above
from concentric.exchange.planning.headings import Layout, folded
from concentric.exchange.sheets.cells import Read, compiled, is_blank, shown
from concentric.exchange.sheets.column import Column
from concentric.exchange.sheets.sheet import Sheet
from concentric.exchange.workbook.guards import Deadline
from concentric.exchange.workbook.raw import RawSheet, column_letter

EVERY = 2_000
NAMED = 12
"""Hidden rows that are named."""


class Row:
    """A row on its way: `at` as Excel counts, `cells` as they stand in the file, `values` by the sheet's columns."""

    __slots__ = ("at", "bad", "cells", "status", "values")

    def __init__(self, at: int, values: list[Any], cells: list[Any]) -> None:
        self.at = at
        self.values = values
        self.cells = cells
        self.bad = False
        self.status: Literal["", "new", "unchanged", "changed"] = ""

    @property
    def number(self) -> str:
        """The office's own number; empty where it could not be read."""
        return self.values[0] or ""


@dataclass
class Parsed:
    """A sheet whose cells were read. Rows that are `bad` have errors among `findings`.

    `partial`: it holds what somebody was asked, so that what it doesn't hold means nothing.
    """

    raw: RawSheet
    sheet: Sheet
    layout: Layout
    rows: list[Row] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    skipped: int = 0
    absent: frozenset[str] = frozenset()
    partial: bool = False

    def finding(
        self, key: str, column: str, row: int, words: Mapping[str, Word], severity: Severity = "error"
    ) -> Finding:
        """A finding at a cell of this sheet."""
        place = self.layout.places.get(column)
        return Finding(
            key,
            words,
            severity,
            file=self.raw.file.name,
            sheet=self.raw.name,
            row=row,
            column="" if place is None else self.layout.headings[place],
            cell="" if place is None or place in self.layout.made else f"{column_letter(place)}{row}",
        )

    def wrong(self, row: Row, key: str, column: str, words: Mapping[str, Word]) -> None:
        """The row is bad, because of this cell."""
        row.bad = True
        self.findings.append(self.finding(key, column, row.at, words))


@cache
def _examples() -> re.Pattern[str]:
    words = {re.escape(folded(say("sheets-example", lang))) for lang in LANGS}
    return re.compile(rf"(?:{'|'.join(sorted(words))})[0-9]*")


@cache
def totals() -> frozenset[str]:
    """Words at the head of a row that sums up others."""
    return frozenset(folded(word) for lang in LANGS for word in say("sheets-totals", lang).split("|"))


def parse(raw: RawSheet, layout: Layout, lang: str, deadline: Deadline) -> Parsed:
    """Read every cell of every row below the headings."""
    sheet = layout.sheet
    parsed = Parsed(raw, sheet, layout, findings=list(layout.findings))
    parsed.absent = frozenset(column.name for column in sheet.columns if column.name not in layout.places)
    if not layout.usable:
        return parsed
    if any(column.money for column in sheet.columns):
        take_unit_above(layout, raw)
        parsed.findings = list(layout.findings)
    plan = _plan(sheet, layout, lang)
    across = merged_across(raw)
    merged = _merged(raw, layout)
    strange = raw.strange
    width = max(layout.places.values()) + 1
    count = len(sheet.columns)
    number_at = layout.places["number"]
    for at in range(layout.header + 1, len(raw.rows)):
        if at % EVERY == 0:
            deadline.check()
        cells = raw.rows[at]
        if len(cells) < width:
            cells = [*cells, *[""] * (width - len(cells))]
        if merged is not None and at in merged:
            cells = merged[at].filled(cells)
        if strange and at in raw.strange_rows:
            cells = ["" if (at, place) in strange else cell for place, cell in enumerate(cells)]
        elif not any(cells) and all(is_blank(cell) for cell in cells):
            continue
        if not _is_row(parsed, cells, at, number_at, alone=at in across):
            continue
        values: list[Any] = [None] * count
        row = Row(at + 1, values, cells)
        for slot, place, read, column in plan:
            cell = cells[place]
            if cell == "" or cell is None:
                if column.required:
                    _missing(parsed, row, column, at, place)
                elif strange and (at, place) in strange:
                    _strange(parsed, row, column, strange[at, place])
                continue
            try:
                value = read(cell)
            except Refused as refused:
                parsed.wrong(row, refused.key, column.name, refused.words)
                continue
            if value is None or value == "":
                if column.required:
                    _missing(parsed, row, column, at, place)
                continue
            values[slot] = value
        if merged is not None and at in merged:
            merged[at].judge(parsed, row)
        parsed.rows.append(row)
    _duplicates(parsed)
    _tell_hidden(parsed)
    return parsed


def _plan(sheet: Sheet, layout: Layout, lang: str) -> list[tuple[int, int, Read, Column]]:
    found = []
    for slot, column in enumerate(sheet.columns):
        place = layout.places.get(column.name)
        if place is None:
            continue
        options: dict[str, Any] = {"lang": lang}
        if column.name in layout.factors:
            options["factor"] = layout.factors[column.name]
        if column.name in layout.currencies:
            options["currency"] = layout.currencies[column.name]
        found.append((slot, place, compiled(column, **options), column))
    return found


def _missing(parsed: Parsed, row: Row, column: Column, at: int, place: int) -> None:
    held = parsed.raw.strange.get((at, place))
    if held is not None:
        _strange(parsed, row, column, held)
        return
    key = "cell-no-number" if column.name == "number" else "cell-missing"
    parsed.wrong(row, key, column.name, {"heading": parsed.layout.headings[place]})


def _strange(parsed: Parsed, row: Row, column: Column, held: str) -> None:
    if held:
        parsed.wrong(row, "cell-formula-error", column.name, {"text": held})
    else:
        parsed.wrong(row, "cell-formula-without-value", column.name, {})


def _tell_hidden(parsed: Parsed) -> None:
    """Rows that a filter or a hand hid are rows like others: said, because nobody saw them."""
    hidden = [row.at for row in parsed.rows if row.at - 1 in parsed.raw.folded_away]
    if hidden:
        rows = ", ".join(map(str, hidden[:NAMED])) + ("…" if len(hidden) > NAMED else "")
        words: dict[str, Word] = {"count": len(hidden), "rows": rows}
        told = Finding("sheet-rows-hidden", words, "warning", file=parsed.raw.file.name, sheet=parsed.raw.name)
        parsed.findings.append(told)


def _is_row(parsed: Parsed, cells: list[Any], at: int, number_at: int, *, alone: bool) -> bool:
    """Whether a row is one to enter: not blank, no example, no total, no remark. `alone`: its cells are one."""
    number = cells[number_at]
    if alone and sum(not is_blank(cell) for cell in parsed.raw.rows[at]) == 1:
        return _skip(parsed, "row-remark", at)
    if isinstance(number, str):
        # Nearly every row: E001. Neither totals nor headings end in a digit, and "Example-1" begins with an e.
        if number.isascii() and number[-1:].isdigit() and number[0] not in "eE":
            return True
        text = folded(number)
        if text == "":
            first = next((folded(cell) for cell in cells if isinstance(cell, str) and cell.strip()), None)
            if first is None and all(is_blank(cell) for cell in cells):
                return at in parsed.raw.strange_rows  # formulas without results are not nothing
            if first in totals():
                return _skip(parsed, "row-total", at)
            return not is_remark(cells) or _skip(parsed, "row-remark", at)
        if text in totals():
            return _skip(parsed, "row-total", at)
        if not text[0].isascii() or text[0] == "e":
            if _examples().fullmatch(text):
                return _skip(parsed, "row-example", at)
            if _is_headings_again(parsed.layout, cells):
                return _skip(parsed, "row-headings-again", at)
        if is_remark(cells):
            return _skip(parsed, "row-remark", at)
    return True


def _skip(parsed: Parsed, key: str, at: int) -> bool:
    parsed.skipped += 1
    parsed.findings.append(Finding(key, {}, "notice", file=parsed.raw.file.name, sheet=parsed.raw.name, row=at + 1))
    return False


def _is_headings_again(layout: Layout, cells: list[Any]) -> bool:
    return all(shown(cells[place]).strip() == layout.headings[place] for place in layout.places.values())


class _Merge:
    """Cells of one row that belong to ranges merged downwards: which take the upper cell's value, and which can't."""

    def __init__(self) -> None:
        self.fill: dict[int, Any] = {}
        self.amounts: list[str] = []
        self.numbers: list[str] = []

    def filled(self, cells: list[Any]) -> list[Any]:
        found = list(cells)
        for place, value in self.fill.items():
            found[place] = value
        return found

    def judge(self, parsed: Parsed, row: Row) -> None:
        for name in self.amounts:
            parsed.wrong(row, "cell-merged-amount", name, {})
        for name in self.numbers:
            parsed.wrong(row, "cell-merged-number", name, {})


def _merged(raw: RawSheet, layout: Layout) -> dict[int, _Merge] | None:
    """Words, dates and references merged over several rows count for each; an amount can't be shared out."""
    columns = {layout.places[column.name]: column for column in layout.sheet.columns if column.name in layout.places}
    found: dict[int, _Merge] = {}
    for (top, left), (bottom, right) in raw.merged:
        if top <= layout.header or bottom == top:
            continue
        column = columns.get(left)
        if column is None or left != right or top >= len(raw.rows) or left >= len(raw.rows[top]):
            continue
        value = raw.rows[top][left]
        if is_blank(value):
            continue
        for at in range(top, min(bottom, len(raw.rows) - 1) + 1):
            merge = found.setdefault(at, _Merge())
            if column.kind in ("amount", "count"):
                merge.amounts.append(column.name)
            elif column.name == "number":
                merge.numbers.append(column.name)
            elif at > top:
                merge.fill[left] = value
    return found or None


def _duplicates(parsed: Parsed) -> None:
    """A number twice on a sheet: the same row again is passed over, two different rows are both in doubt."""
    seen: dict[str, Row] = {}
    repeated: set[int] = set()
    for row in parsed.rows:
        number = row.values[0]
        if number is None:
            continue
        first = seen.setdefault(number, row)
        if first is row:
            continue
        if first.values == row.values:
            repeated.add(row.at)
            parsed.skipped += 1
            words = {"number": number, "first": str(first.at)}
            parsed.findings.append(parsed.finding("row-repeated", "number", row.at, words, "notice"))
            continue
        parsed.wrong(row, "row-number-twice", "number", {"number": number, "other": str(first.at)})
        if not first.bad:
            parsed.wrong(first, "row-number-twice", "number", {"number": number, "other": str(row.at)})
    if repeated:
        parsed.rows = [row for row in parsed.rows if row.at not in repeated]
