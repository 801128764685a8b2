"""A small invented example for an indicator that counts: rows of its view, and what they come to.

The rows are made from the definition: one that counts, and one for each reason not to. The number comes from the
plain specification, which the engines must agree with.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from concentric.core.courses import RUNGS
from concentric.core.courses.strength import strength_of
from concentric.core.terms.periods import Period
from concentric.prove.indicators import Count, Indicator
from concentric.prove.plain import PlainBook
from concentric.prove.view import Column
from concentric.prove.where import Both, Compare, Condition, Either, In, IsNull, Literal, Name, Not

Row = dict[str, Any]


@dataclass(frozen=True)
class Example:
    """Rows by their letter, with why each counts or not (a word key); the columns worth showing; the value."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, Row, str], ...]
    value: Decimal


def example(indicator: Indicator, count: Count, period: Period) -> Example:
    """The example of an indicator that counts."""
    good = _good(count, period)
    rows = [("counted", good)]
    if count.distinct:
        rows.append(("again", {**good, "idx": 2}))
    elif count.sum:
        rows.append(("counted", {**good, **_measured(count, 2)}))
    lower = strength_of(count.headline) - 1 if count.view.ladder else 0
    if count.view.ladder and lower >= strength_of(count.view.ladder[0]):
        rows.append(("too-weak", {**good, **_thing(count, 2), "strength": lower}))
    rows.append(("other-time", {**good, **_thing(count, 3), **_elsewhen(count, period)}))
    if count.where is not None:
        rows.append(("other-rows", {**good, **_thing(count, 4), **_failing(count.where, good)}))
    made = [{**row, "idx": n, "record": str(n), "path": None} for n, (_, row) in enumerate(rows)]
    book = PlainBook({indicator.code: indicator}, {}, 0, period, None)
    book.rows[count.view.name] = made
    reasons = [reason for reason, _ in rows]
    letters = "ABCDEFG"
    named = tuple((letters[n], row, reason) for n, (row, reason) in enumerate(zip(made, reasons, strict=True)))
    value = book.count(count).value
    assert value is not None
    return Example(_shown(count), named, value)


def _good(count: Count, period: Period) -> Row:
    row: Row = {column.name: _sample(column) for column in count.view.columns}
    row |= _dates(count, period) | _measured(count, 1) | _thing(count, 1)
    if count.view.ladder:
        row["strength"] = strength_of(count.headline)
    if count.where is not None:
        row |= _satisfying(count.where, row)
    if count.currency:
        row["currency"] = count.currency
    return row


def _sample(column: Column) -> Any:
    samples: Mapping[str, Any] = {"text": "…", "integer": 1, "decimal": Decimal(1), "date": date(2021, 5, 17)}
    return samples.get(column.type)


def _dates(count: Count, period: Period) -> Row:
    inside = period.start + (period.last - period.start) // 3
    when = count.when
    row: Row = {}
    if when.during:
        row[when.during] = inside
    if when.since:
        row[when.since] = inside
    if when.until:
        row[when.until] = None
    return row


def _elsewhen(count: Count, period: Period) -> Row:
    when = count.when
    if when.during:
        return {when.during: period.start - timedelta(days=40)}
    if when.until:
        return {when.until: period.last - timedelta(days=30)}
    return {when.since: period.last + timedelta(days=40)}


def _measured(count: Count, times: int) -> Row:
    if not count.sum:
        return {}
    amount = Decimal(30 * times) * (10_000 if count.currency else 1)
    columns = {column: amount for column in count.columns().values() if column}
    return {**columns, count.sum: amount}


def _thing(count: Count, n: int) -> Row:
    return {count.distinct: f"{n:02d}…"} if count.distinct else {}


def _satisfying(condition: Condition, row: Row) -> Row:
    """Values under which the condition holds, as far as they can be read off it."""
    if isinstance(condition, Both):
        found: Row = {}
        for part in condition.parts:
            found |= _satisfying(part, row)
        return found
    if isinstance(condition, Either):
        return _satisfying(condition.parts[0], row)
    if isinstance(condition, In):
        return {condition.column.column.name: condition.values[0].value}
    if isinstance(condition, IsNull):
        return {condition.column.column.name: None}
    if isinstance(condition, Compare) and isinstance(condition.left, Name) and isinstance(condition.right, Literal):
        return {condition.left.column.name: _beside(condition.op, condition.right.value)}
    return {}


def _beside(op: str, value: Any) -> Any:
    if op in ("=", "<=", ">="):
        return value
    if isinstance(value, str):
        return f"{value}-…"
    step = timedelta(days=1) if isinstance(value, date) else 1
    return value - step if op == "<" else value + step


def _failing(condition: Condition, row: Row) -> Row:
    """A change to a row that meets the condition, after which it doesn't."""
    part = condition.parts[-1] if isinstance(condition, Both) else condition
    if isinstance(part, Not) and isinstance(part.part, IsNull):
        return {part.part.column.column.name: None}
    if isinstance(part, In):
        return {part.column.column.name: "…"}
    if isinstance(part, Compare) and isinstance(part.left, Name) and isinstance(part.right, Literal):
        value = part.right.value
        if isinstance(value, str):
            return {part.left.column.name: _OTHER.get(value, "…")}
        return {part.left.column.name: value}
    return {}


_OTHER = {"yes": "no", "no": "yes"}


def _shown(count: Count) -> tuple[Column, ...]:
    names = [name for name in (count.distinct, count.when.during, count.when.since, count.when.until) if name]
    names += _named(count.where) if count.where is not None else []
    names += [count.sum] if count.sum else []
    if count.view.ladder:
        names.append("strength")
    found = (count.view.column(name) for name in dict.fromkeys(names))
    return tuple(column for column in found if column is not None)


def _named(condition: Condition) -> list[str]:
    if isinstance(condition, Both | Either):
        return [name for part in condition.parts for name in _named(part)]
    if isinstance(condition, Not):
        return _named(condition.part)
    if isinstance(condition, Compare):
        return [side.column.name for side in (condition.left, condition.right) if isinstance(side, Name)]
    return [condition.column.column.name]


def rung_names(count: Count) -> tuple[str, ...]:
    """The rungs that the view's rows can stand on."""
    return tuple(rung for rung in RUNGS if rung in count.view.ladder)
