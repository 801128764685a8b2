"""Many rows of one table at once: `executemany` on SQLite, COPY on PostgreSQL. Only `ledger` writes through this."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from django.db import connection, models
from psycopg.types.json import Jsonb

from concentric.ledger.fields import ExactField, to_units

Convert = Callable[[Any], Any]


def _sqlite_time(value: datetime) -> str:
    return value.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")


def _json_text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


@cache
def _plan(model: type[models.Model], vendor: str) -> tuple[str, tuple[tuple[str, Convert | None], ...]]:
    """The statement and, for each column, the attribute and what makes it a database value."""
    plan: list[tuple[str, Convert | None]] = []
    names = []
    for field in model._meta.concrete_fields:
        if isinstance(field, models.AutoField):
            continue
        names.append(connection.ops.quote_name(field.column))
        plan.append((field.attname, _converter(field, vendor)))
    table = connection.ops.quote_name(model._meta.db_table)
    if vendor == "sqlite":
        marks = ", ".join("?" * len(names))
        return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", tuple(plan)
    return f"COPY {table} ({', '.join(names)}) FROM STDIN", tuple(plan)


def _converter(field: models.Field[Any, Any], vendor: str) -> Convert | None:
    target: Any = field
    while isinstance(target, models.ForeignKey):
        target = target.target_field
    if isinstance(target, ExactField):
        return to_units
    if isinstance(target, models.JSONField):
        return _json_text if vendor == "sqlite" else Jsonb
    if vendor == "sqlite":
        if isinstance(target, models.UUIDField):
            return lambda value: value.hex
        if isinstance(target, models.DateTimeField):
            return _sqlite_time
        if isinstance(target, models.DateField):
            return date.isoformat
    return None


def insert(rows: Sequence[models.Model]) -> None:
    """Insert `rows`, all of one model, in their order. The caller holds the transaction. One statement in all."""
    if not rows:
        return
    statement, plan = _plan(type(rows[0]), connection.vendor)
    values = (_values(row, plan) for row in rows)
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        with connection.wrap_database_errors:
            # The driver's own connection: Django's cursor would translate %s placeholders for each call.
            connection.connection.executemany(statement, values)
        return
    with connection.cursor() as cursor, connection.wrap_database_errors, cursor.cursor.copy(statement) as copy:
        for row in values:
            copy.write_row(row)


def update(rows: Sequence[models.Model], names: Sequence[str]) -> None:
    """Write the fields `names` of projection rows that are there already, found by their primary key."""
    if not rows:
        return
    model = type(rows[0])
    mark = "?" if connection.vendor == "sqlite" else "%s"
    quote = connection.ops.quote_name
    fields = [model._meta.get_field(name) for name in (*names, model._meta.pk.attname)]  # type: ignore[union-attr]
    plan = tuple((field.attname, _converter(field, connection.vendor)) for field in fields)  # type: ignore[union-attr, arg-type]
    sets = ", ".join(f"{quote(field.column)} = {mark}" for field in fields[:-1])  # type: ignore[union-attr]
    statement = f"UPDATE {quote(model._meta.db_table)} SET {sets} WHERE {quote(fields[-1].column)} = {mark}"  # type: ignore[union-attr]
    values = (_values(row, plan) for row in rows)
    connection.ensure_connection()
    with connection.wrap_database_errors:
        if connection.vendor == "sqlite":
            connection.connection.executemany(statement, values)
        else:
            with connection.cursor() as cursor:
                cursor.executemany(statement, list(values))


def _values(row: models.Model, plan: tuple[tuple[str, Convert | None], ...]) -> tuple[Any, ...]:
    held = row.__dict__
    found = []
    for attname, convert in plan:
        value = held[attname]
        found.append(value if value is None or convert is None else convert(value))
    return tuple(found)
