"""Many rows of one table at once: `executemany` on SQLite, COPY on PostgreSQL. Only `ledger` writes through this."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any
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


@cache
def _statement(model: type[models.Model], vendor: str) -> str:
    quote = connection.ops.quote_name
    columns = [quote(_column(model, name)) for name in _names(model)]
    table = quote(model._meta.db_table)
    if vendor == "sqlite":
        # OR FAIL spares the statement journal (see triggers): each row is a statement of its own, the error is raised
        # all the same, and the caller's transaction is rolled back.
        return f"INSERT OR FAIL INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
    return f"COPY {table} ({', '.join(columns)}) FROM STDIN"


def insert(model: type[models.Model], rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows of one model, in their order: mappings from attribute to plain value, such as a record's `__dict__`.

    The caller holds the transaction. One statement in all.
    """
    if not rows:
        return
    vendor = connection.vendor
    statement = _statement(model, vendor)
    values = map(_row_maker(model, _names(model), vendor), rows)
    connection.ensure_connection()
    if vendor == "sqlite":
        with connection.wrap_database_errors:
            # The driver's own connection: Django's cursor would translate %s placeholders for each call.
            connection.connection.executemany(statement, values)
        return
    with connection.cursor() as cursor, connection.wrap_database_errors, cursor.cursor.copy(statement) as copy:
        for row in values:
            copy.write_row(row)


def insert_rows(model: type[models.Model], rows: Sequence[Row]) -> None:
    """Insert finished rows: values in the order of the model's columns, ids through `id_form`. For narrow tables."""
    if not rows:
        return
    connection.ensure_connection()
    statement = _statement(model, connection.vendor)
    if connection.vendor == "sqlite":
        with connection.wrap_database_errors:
            connection.connection.executemany(statement, rows)
        return
    with connection.cursor() as cursor, connection.wrap_database_errors, cursor.cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


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
