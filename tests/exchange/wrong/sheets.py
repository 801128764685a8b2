"""What is wrong with a sheet as a whole, or between its rows: generated for every sheet, and read without a ledger."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from concentric.exchange.planning.headings import layout_of
from concentric.exchange.planning.parse import parse
from concentric.exchange.sheets.column import Column
from concentric.exchange.sheets.sheet import Sheet
from concentric.exchange.workbook.guards import Deadline
from concentric.exchange.workbook.raw import RawSheet

LANG = "zh-Hans"
FILE = Path("交回.xlsx")


class Wrong(NamedTuple):
    """A sheet that is wrong, and the key of what is said of it."""

    raw: RawSheet
    key: str


def said(wrong: Wrong, sheet: Sheet) -> list[Any]:
    """What is found when the sheet is read."""
    layout = layout_of(wrong.raw, sheet, LANG)
    return parse(wrong.raw, layout, LANG, Deadline()).findings


def wrong_sheets(sheet: Sheet, good: dict[str, Any]) -> Iterator[Wrong]:
    """Every kind of wrong sheet, made from a good row."""
    columns = list(sheet.columns)
    row = [good.get(column.name, "") for column in columns]
    row[0] = str(row[0]).format(7)

    def made(rows: list[list[Any]], heads: list[Column] = columns, **how: Any) -> RawSheet:
        return RawSheet(FILE, sheet.name(LANG), [[head.heading(LANG) for head in heads], *rows], **how)

    for column in columns:
        if column.required:
            rest = [one for one in columns if one is not column]
            yield Wrong(made([row], rest), "sheet-column-missing")
    twice = made([[*row, row[0]]])
    twice.rows[0].append(columns[0].heading(LANG))
    yield Wrong(twice, "sheet-column-twice")
    personal = made([[*row, "某"]])
    personal.rows[0].append("政治面貌")
    yield Wrong(personal, "guard-politics")
    unknown = made([[*row, "某"]])
    unknown.rows[0].append("心情")
    yield Wrong(unknown, "sheet-column-unknown")
    yield Wrong(RawSheet(FILE, sheet.name(LANG), [["随便"], ["写写"]]), "sheet-no-headings")
    other = [*row[:-1], "另一行"]
    yield Wrong(made([row, other]), "row-number-twice")
    yield Wrong(made([row, list(row)]), "row-repeated")
    yield Wrong(made([row, ["", *row[1:]]], merged=[((1, 0), (2, 0))]), "cell-merged-number")
    yield Wrong(made([["合计", *row[1:]]]), "row-total")
    yield Wrong(made([row, [head.heading(LANG) for head in columns]]), "row-headings-again")
    yield Wrong(made([row], strange={(1, 0): "#REF!"}), "cell-formula-error")
    yield Wrong(made([row], strange={(1, 0): ""}), "cell-formula-without-value")
    yield from (Wrong(raw, "cell-merged-amount") for raw in _merged_amounts(made, columns, row))


def _merged_amounts(made: Any, columns: list[Column], row: list[Any]) -> Iterator[RawSheet]:
    for at, column in enumerate(columns):
        if column.kind in ("amount", "count"):
            first, second = list(row), list(row)
            first[at], second[at], second[0] = 5, "", f"{row[0]}9"
            yield made([first, second], merged=[((1, at), (2, at))])
