"""What people type and nobody can take, by the kind of a column: generated for every column of every sheet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from concentric.exchange.rows.nouns import NOUN_OF_COLUMN, UNKNOWN
from concentric.exchange.sheets.column import Column
from concentric.exchange.sheets.sheet import Sheet

NOTHING = ""
LONG = "长" * 5_100
FUTURE = "2099-01-01"

Spoilt = list[tuple[str, Any, str]]

# What is wrong with any office's number, any date, any amount, any reference.
NUMBER = [
    ("number", NOTHING, "cell-no-number"),
    ("number", "=A1", "cell-like-formula"),
    ("number", "@sum", "cell-like-formula"),
    ("number", 1.5, "cell-id-fraction"),
    ("number", 1.2345678901234567e17, "cell-digits-lost"),
    ("number", "1.23457E+17", "cell-digits-lost"),
    ("number", True, "cell-truth"),
    ("number", date(2021, 3, 1), "cell-id-date"),
    ("number", "九" * 65, "cell-too-long"),
]


def dates(column: str) -> list[tuple[str, Any, str]]:
    """Dates that people type and nobody can read."""
    return [
        (column, "2021-02-30", "date-impossible"),
        (column, "03/04/2021", "date-order"),
        (column, "21-3-5", "date-short-year"),
        (column, "2021年3月", "date-day-missing"),
        (column, "2021", "date-only-year"),
        (column, "去年夏天", "date-unreadable"),
        (column, "1821-03-05", "date-out-of-range"),
    ]


def amounts(column: str) -> list[tuple[str, Any, str]]:
    """Amounts that are no exact amount."""
    return [
        (column, "约5万", "number-estimate"),
        (column, "5-6万", "number-range"),
        (column, "-5", "cell-negative"),
        (column, -5.0, "cell-negative"),
        (column, "10%", "number-percent"),
        (column, "1.23456", "number-precise"),
        (column, True, "number-truth"),
        (column, date(2021, 3, 1), "number-date"),
        (column, 1e300, "number-large"),
        (column, "一万五", "number-unreadable"),
    ]


SAID = {
    "subject": "reference-subject",
    "step": "reference-step",
    "target": "reference-target",
    "about": "reference-about",
    "thing": "reference-joined",
    "representative": "reference-joined",
}
"""What is said where a number is sought among several nouns and nothing bears it."""


def _references(column: Column) -> Iterator[tuple[Any, str]]:
    yield "=B2", "cell-like-formula"
    yield 1.5, "cell-id-fraction"
    yield True, "cell-truth"
    yield date(2021, 3, 1), "cell-id-date"
    yield "1.23457E+17", "cell-digits-lost"
    yield "九" * (column.length + 1), "cell-too-long"
    nouns = NOUN_OF_COLUMN.get(column.name, ())
    if column.name == "programme":
        yield "没有这个", "reference-programme"
    elif len(nouns) == 1:
        yield "没有这个", UNKNOWN[nouns[0]]
    elif column.table and column.table != "statistic":
        yield "没有这个", "reference-code"
    elif column.name in SAID:
        yield "没有这个", SAID[column.name]


def _texts(column: Column) -> Iterator[tuple[Any, str]]:
    yield "=1+1", "cell-like-formula"
    yield "@x", "cell-like-formula"
    yield True, "cell-truth"
    yield "长" * (column.length + 1), "cell-too-long"


def _counts(column: Column) -> Iterator[tuple[Any, str]]:
    yield "1.5", "cell-not-whole"
    yield 2.5, "cell-not-whole"
    yield str(column.most + 1), "cell-count-large"
    yield "-1", "cell-negative"


def spoilt(column: Column) -> Iterator[tuple[Any, str]]:
    """Wrong cells for a column of this kind, each with the key of what is said of it."""
    if column.kind == "number":
        yield from ((value, key) for _, value, key in NUMBER)
        return
    if column.required:
        yield NOTHING, "cell-missing"
    if column.kind == "reference":
        yield from _references(column)
    elif column.kind == "text":
        yield from _texts(column)
    elif column.kind in ("choice", "choices"):
        yield "都不是", "cell-not-a-choice"
        yield "=1", "cell-not-a-choice"
    elif column.kind == "date":
        yield from ((value, key) for _, value, key in dates(""))
    elif column.kind == "amount":
        found = [(value, key) for _, value, key in amounts("")]
        yield from (one for one in found if not (column.signed and one[1] == "cell-negative"))
    elif column.kind == "count":
        yield from _counts(column)
    elif column.kind == "phone":
        yield "见附件", "cell-phone"
        yield 3.5, "cell-id-fraction"
    elif column.kind == "period":
        yield "上半年", "period-unreadable"
        yield date(2021, 1, 1), "cell-period-date"
    elif column.kind == "currency":
        yield "金条", "cell-currency-unknown"


def generated(sheet: Sheet) -> Spoilt:
    """Everything that can be wrong in one cell of this sheet."""
    return [(column.name, value, key) for column in sheet.columns for value, key in spoilt(column)]
