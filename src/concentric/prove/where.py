"""Conditions on the columns of a view: a tiny part of SQL that means the same on every engine.

Allowed are the view's columns, literals, = <> < <= > >=, IN, BETWEEN, AND, OR, NOT, IS NULL and brackets. Everything
else is refused by name. A condition is parsed once into the nodes below; each of them knows what it is to Ibis, and
what it says of one row in plain Python: true, false, or None where a null leaves it open, as in SQL.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from functools import lru_cache, reduce
from typing import TYPE_CHECKING, Any, NoReturn

import sqlglot
from sqlglot import expressions as sql
from sqlglot.errors import SqlglotError

from concentric.core.terms.findings import Refused
from concentric.prove.view import Column, Type, View

if TYPE_CHECKING:
    import ibis.expr.types as ir

Value = str | int | Decimal | date
Row = Mapping[str, Any]
LONGEST = 4_000  # characters of a condition; more is no condition a person wrote
_LARGEST = Decimal(10) ** 18


class NoCondition(Refused):
    """The text is no condition on this view; the words say which piece, and what to write instead."""


@dataclass(frozen=True)
class Name:
    """A column of the view."""

    column: Column

    def ibis(self, table: ir.Table) -> Any:
        return table[self.column.name]

    def of(self, row: Row) -> Any:
        return row[self.column.name]


@dataclass(frozen=True)
class Literal:
    """A constant of the type of the column it is compared with."""

    value: Value
    type: Type

    def ibis(self, table: ir.Table) -> Any:
        import ibis  # 0.7 seconds: only processes that compute figures pay them

        return ibis.literal(self.value, type=_IBIS[self.type])

    def of(self, row: Row) -> Any:
        return self.value


_IBIS = {"text": "string", "integer": "int64", "decimal": "decimal(22, 4)", "date": "date"}
Side = Name | Literal
_COMPARE: dict[str, Callable[[Any, Any], Any]] = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


@dataclass(frozen=True)
class Compare:
    """left op right."""

    op: str
    left: Side
    right: Side

    def ibis(self, table: ir.Table) -> Any:
        return _COMPARE[self.op](self.left.ibis(table), self.right.ibis(table))

    def says(self, row: Row) -> bool | None:
        left, right = self.left.of(row), self.right.of(row)
        return None if left is None or right is None else bool(_COMPARE[self.op](left, right))


@dataclass(frozen=True)
class In:
    """A column whose value is one of some literals."""

    column: Name
    values: tuple[Literal, ...]

    def ibis(self, table: ir.Table) -> Any:
        return self.column.ibis(table).isin([value.ibis(table) for value in self.values])

    def says(self, row: Row) -> bool | None:
        held = self.column.of(row)
        return None if held is None else any(held == value.value for value in self.values)


@dataclass(frozen=True)
class IsNull:
    """A column without a value. Never open."""

    column: Name

    def ibis(self, table: ir.Table) -> Any:
        return self.column.ibis(table).isnull()

    def says(self, row: Row) -> bool | None:
        return self.column.of(row) is None


@dataclass(frozen=True)
class Not:
    """The opposite; what is open stays open."""

    part: Condition

    def ibis(self, table: ir.Table) -> Any:
        return ~self.part.ibis(table)

    def says(self, row: Row) -> bool | None:
        said = self.part.says(row)
        return None if said is None else not said


@dataclass(frozen=True)
class Both:
    """All parts hold; false where one is false, else open where one is open."""

    parts: tuple[Condition, ...]

    def ibis(self, table: ir.Table) -> Any:
        return reduce(operator.and_, (part.ibis(table) for part in self.parts))

    def says(self, row: Row) -> bool | None:
        said = [part.says(row) for part in self.parts]
        return False if False in said else None if None in said else True


@dataclass(frozen=True)
class Either:
    """One of the parts holds; true where one is true, else open where one is open."""

    parts: tuple[Condition, ...]

    def ibis(self, table: ir.Table) -> Any:
        return reduce(operator.or_, (part.ibis(table) for part in self.parts))

    def says(self, row: Row) -> bool | None:
        said = [part.says(row) for part in self.parts]
        return True if True in said else None if None in said else False


Condition = Compare | In | IsNull | Not | Both | Either


def names_in(condition: Condition) -> frozenset[str]:
    """The columns that a condition reads."""
    match condition:
        case Compare(_, left, right):
            return frozenset(side.column.name for side in (left, right) if isinstance(side, Name))
        case In(column, _) | IsNull(column):
            return frozenset({column.column.name})
        case Not(part):
            return names_in(part)
        case Both(parts) | Either(parts):
            return frozenset().union(*map(names_in, parts))


@lru_cache(maxsize=1024)
def parse_where(text: str, view: View) -> Condition:
    """The condition that `text` is on `view`. NoCondition names the piece that isn't allowed and what to write."""
    if len(text) > LONGEST:
        raise NoCondition("where-too-long", most=LONGEST)
    try:
        found = sqlglot.parse(text, read="duckdb")
    except (SqlglotError, RecursionError, ValueError):
        raise NoCondition("where-unreadable", text=_cut(text)) from None
    if len(found) != 1 or found[0] is None:
        raise NoCondition("where-unreadable", text=_cut(text))
    try:
        return _condition(found[0], view)
    except RecursionError:
        raise NoCondition("where-unreadable", text=_cut(text)) from None


_OPS: dict[type[sql.Expression], str] = {
    sql.EQ: "=",
    sql.NEQ: "<>",
    sql.LT: "<",
    sql.LTE: "<=",
    sql.GT: ">",
    sql.GTE: ">=",
}


def _condition(node: Any, view: View) -> Condition:
    kind = type(node)
    if kind is sql.Paren:
        return _condition(node.this, view)
    if kind in (sql.And, sql.Or):
        parts = tuple(_condition(part, view) for part in _flat(node, kind))
        return Both(parts) if kind is sql.And else Either(parts)
    if kind is sql.Not:
        return Not(_condition(node.this, view))
    if kind in _OPS:
        return _compare(node, _OPS[kind], view)
    if kind is sql.In and node.args.get("expressions") and not _extra(node, "this", "expressions"):
        column = _column(node.this, view)
        return In(column, tuple(_literal(value, column.column) for value in node.expressions))
    if kind is sql.Between and not _extra(node, "this", "low", "high"):
        column = _column(node.this, view)
        low, high = (_literal(node.args[end], column.column) for end in ("low", "high"))
        return Both((Compare(">=", column, low), Compare("<=", column, high)))
    if kind is sql.Is and type(node.expression) is sql.Null:
        return IsNull(_column(node.this, view))
    return _refuse(node)


def _extra(node: Any, *known: str) -> bool:
    return any(value for name, value in node.args.items() if name not in known)


def _flat(node: Any, kind: type[sql.Expression]) -> list[Any]:
    """a AND b AND c as three parts: a long chain would otherwise nest as deep as it is long."""
    parts: list[Any] = []
    rest = node
    while type(rest) is kind:
        parts.append(rest.args["expression"])
        rest = rest.args["this"]
    return [rest, *reversed(parts)]


def _compare(node: Any, op: str, view: View) -> Compare:
    left, right = _bare(node.this), _bare(node.expression)
    for side in (left, right):
        if type(side) is sql.Null:
            raise NoCondition("where-equals-null", piece=_said(node))
        if type(side) not in (sql.Column, sql.Literal, sql.Neg):
            _refuse(side)
    if type(left) is sql.Column and type(right) is sql.Column:
        one, two = _column(left, view), _column(right, view)
        if one.column.type != two.column.type:
            raise NoCondition("where-other-types", piece=_said(node))
        return Compare(op, one, two)
    if type(left) is sql.Column:
        one = _column(left, view)
        return Compare(op, one, _literal(right, one.column))
    if type(right) is sql.Column:
        two = _column(right, view)
        return Compare(op, _literal(left, two.column), two)
    raise NoCondition("where-no-column", piece=_said(node))


def _bare(node: Any) -> Any:
    while type(node) is sql.Paren:
        node = node.this
    return node


def _column(node: Any, view: View) -> Name:
    node = _bare(node)
    if type(node) is not sql.Column or _extra(node, "this") or type(node.this) is not sql.Identifier:
        _refuse(node)
    name = node.name
    column = view.column(name)
    if column is None or not _may_stand(column):
        known = [column.name for column in view.columns if _may_stand(column)]
        near = get_close_matches(name, known, n=1, cutoff=0.7)
        if near:
            raise NoCondition("where-unknown-column-near", column=_cut(name), view=view.name, near=near[0])
        raise NoCondition("where-unknown-column", column=_cut(name), view=view.name, known=", ".join(known))
    return Name(column)


def _may_stand(column: Column) -> bool:
    """Public columns only: a condition is part of a published definition, and its rows must show that it holds."""
    return column.type != "time" and column.disclosure == "public"


def _literal(node: Any, column: Column) -> Literal:
    node = _bare(node)
    sign = 1
    if type(node) is sql.Neg:
        node, sign = _bare(node.this), -1
    if type(node) is not sql.Literal:
        _refuse(node)
    text: str = node.this
    if column.type in ("text", "date"):
        if not node.is_string or sign < 0:
            raise NoCondition(f"where-wants-{column.type}", column=column.name, piece=_said(node))
        return Literal(_date(text, column) if column.type == "date" else text, column.type)
    if node.is_string:
        raise NoCondition("where-wants-number", column=column.name, piece=_said(node))
    return Literal(_number(text, column) * sign, column.type)


def _date(text: str, column: Column) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.isoformat() != text:
        raise NoCondition("where-wants-date", column=column.name, piece=_cut(text))
    return found


def _number(text: str, column: Column) -> int | Decimal:
    number = Decimal(text)
    # Size first: rounding a number with more digits than the context has would raise.
    if number >= _LARGEST or number != round(number, 4) or (column.type == "integer" and number % 1 != 0):
        raise NoCondition("where-wants-exact", column=column.name, piece=_cut(text))
    return int(number) if column.type == "integer" else number


def _refuse(node: Any) -> NoReturn:
    raise NoCondition("where-not-allowed", piece=_said(node))


def _said(node: Any) -> str:
    return _cut(node.sql(dialect="duckdb") if isinstance(node, sql.Expression) else str(node))


def _cut(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."
