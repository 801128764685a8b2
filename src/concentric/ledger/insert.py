"""Many rows of one table at once: `executemany` on SQLite, COPY on PostgreSQL. Only `ledger` writes through this."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection, models
from psycopg.types.json import Jsonb

from concentric.ledger.fields import ExactField, to_units

Row = tuple[Any, ...]


@lru_cache(maxsize=64)
def _sqlite_time(value: datetime) -> str:
    # As Django writes it, without a fraction on the whole second: else no query for an equal time finds it.
    return str(value.astimezone(UTC).replace(tzinfo=None))


_json_text = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _expression(field: models.Field[Any, Any], vendor: str) -> str:
    """Python text that makes a database value of `v`, or "v" where nothing is to be done."""
    target: Any = field
    while isinstance(target, models.ForeignKey):
        target = target.target_field
    if isinstance(target, ExactField):
        return "to_units(v)"
    if isinstance(target, models.JSONField):
        return "json_text(v)" if vendor == "sqlite" else "Jsonb(v)"
    if vendor == "sqlite":
        if isinstance(target, models.UUIDField):
            return "v.hex"
        if isinstance(target, models.DateTimeField):
            return "sqlite_time(v)"
        if isinstance(target, models.DateField):
            return "v.isoformat()"
    return "v"


@cache
def _row_maker(model: type[models.Model], names: tuple[str, ...], vendor: str) -> Callable[[dict[str, Any]], Row]:
    """What makes a database row of a record's `__dict__`, in the order of `names`.

    Compiled from text, as namedtuple is: a loop over fields costs five times as much, and this runs for every record.
    """
    parts = []
    for name in names:
        field: Any = model._meta.get_field(name)
        made = _expression(field, vendor)
        held = f"d[{field.attname!r}]"
        if made == "v":
            parts.append(held)
        elif field.null:
            parts.append(f"None if (v := {held}) is None else {made}")
        else:
            parts.append(made.replace("(v)", f"({held})").replace("v.", f"{held}."))
    scope = {"to_units": to_units, "json_text": _json_text, "Jsonb": Jsonb, "sqlite_time": _sqlite_time}
    maker: Callable[[dict[str, Any]], Row] = eval(f"lambda d: ({', '.join(parts)},)", scope)  # noqa: S307
    return maker


@cache
def _names(model: type[models.Model]) -> tuple[str, ...]:
    return tuple(field.name for field in model._meta.concrete_fields if not isinstance(field, models.AutoField))


def _column(model: type[models.Model], name: str) -> str:
    field: Any = model._meta.get_field(name)
    return str(field.column)


class Statement(NamedTuple):
    """How rows of `width` values go into a table of SQLite: before and after them."""

    head: str
    width: int
    tail: str = ""


@cache
def _into(model: type[models.Model], quote: Callable[[str], str]) -> str:
    columns = ", ".join([quote(_column(model, name)) for name in _names(model)])
    return f"{quote(model._meta.db_table)} ({columns})"


@cache
def insertion(model: type[models.Model]) -> Statement:
    """What inserts rows."""
    # OR FAIL spares the statement journal (see triggers): the error is raised all the same, and the caller's
    # transaction is rolled back.
    return Statement(f"INSERT OR FAIL INTO {_into(model, connection.ops.quote_name)}", len(_names(model)))


@cache
def putting(model: type[models.Model]) -> Statement:
    """What inserts rows, each in the place of the one that has its primary key."""
    quote = connection.ops.quote_name
    key = _column(model, model._meta.pk.name)
    columns = [quote(_column(model, name)) for name in _names(model)]
    sets = ", ".join([f"{column} = excluded.{column}" for column in columns if column != quote(key)])
    head = f"INSERT INTO {_into(model, quote)}"
    return Statement(head, len(columns), f"ON CONFLICT ({quote(key)}) DO UPDATE SET {sets}")


def rows_of(model: type[models.Model], held: Iterable[dict[str, Any]]) -> list[Row]:
    """Finished rows of mappings from attribute to plain value, such as a record's `__dict__`."""
    return list(map(_row_maker(model, _names(model), connection.vendor), held))


def insert(model: type[models.Model], held: Sequence[dict[str, Any]]) -> None:
    """Insert `rows_of` these, in their order. The caller holds the transaction. One statement in all."""
    insert_rows(model, rows_of(model, held))


def insert_rows(model: type[models.Model], rows: Sequence[Row]) -> None:
    """Insert finished rows: values in the order of the model's columns, ids through `id_form`."""
    if not rows:
        return
    if connection.vendor == "sqlite":
        _each(insertion(model), rows)
        return
    connection.ensure_connection()
    statement = f"COPY {_into(model, connection.ops.quote_name)} FROM STDIN"
    with connection.cursor() as cursor, connection.wrap_database_errors, cursor.cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


def put_rows(model: type[models.Model], rows: Sequence[Row]) -> None:
    """Insert finished rows, each in the place of the one that has its primary key. For projections only."""
    if rows:
        _each(putting(model), rows)


def _each(statement: Statement, rows: Sequence[Row]) -> None:
    sqlite = connection.vendor == "sqlite"
    marks = ", ".join(["?" if sqlite else "%s"] * statement.width)
    text = f"{statement.head} VALUES ({marks}) {statement.tail}"
    connection.ensure_connection()
    with connection.wrap_database_errors:
        if sqlite:
            # The driver's own connection: Django's cursor would translate %s placeholders for each call.
            connection.connection.executemany(text, rows)
        else:
            with connection.cursor() as cursor:
                cursor.executemany(text, rows)


def id_form() -> Callable[[UUID], Any]:
    """What makes of an id the value that this database keeps."""
    return attrgetter("hex") if connection.vendor == "sqlite" else _as_is


def _as_is(value: UUID) -> UUID:
    return value


def update(model: type[models.Model], rows: Sequence[dict[str, Any]], names: tuple[str, ...]) -> None:
    """Write the fields `names` of projection rows that are there already, found by their primary key."""
    if not rows:
        return
    vendor = connection.vendor
    mark = "?" if vendor == "sqlite" else "%s"
    quote = connection.ops.quote_name
    key: str = model._meta.pk.name
    sets = ", ".join(f"{quote(_column(model, name))} = {mark}" for name in names)
    statement = f"UPDATE {quote(model._meta.db_table)} SET {sets} WHERE {quote(key)} = {mark}"
    values = map(_row_maker(model, (*names, key), vendor), rows)
    connection.ensure_connection()
    with connection.wrap_database_errors:
        if vendor == "sqlite":
            connection.connection.executemany(statement, values)
        else:
            with connection.cursor() as cursor:
                cursor.executemany(statement, list(values))
