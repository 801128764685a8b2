"""The database's own refusal to change what is recorded.

Django's SQLite migrations rebuild tables and silently drop their triggers, so they are made again after every migrate;
`checks.py` says when one is missing all the same. INSERT OR REPLACE deletes without firing a DELETE trigger on SQLite:
it is stopped before the insert. On PostgreSQL TRUNCATE is refused too, and the triggers fire always, also for a session
that claims to be a replica.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connection, models

from concentric.ledger.models import Commit, Entry, Record

MESSAGE = "records never change"


def guarded() -> Iterator[type[models.Model]]:
    """Every table that only grows: the nouns, the entries and the commits."""
    yield Entry
    yield Commit
    for model in apps.get_models():
        if issubclass(model, Record):
            yield model


def names(table: str) -> tuple[str, ...]:
    """The triggers that `table` must have in this database."""
    last = "replace" if connection.vendor == "sqlite" else "truncate"
    return tuple(f"{table}_no_{what}" for what in ("update", "delete", last))


def present() -> set[str]:
    """The names of all triggers in the database that can fire."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        else:
            cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'A'")
        return {name for (name,) in cursor.fetchall()}


def missing() -> list[str]:
    """Triggers that should be there and are not. Tables not yet migrated are passed over."""
    there = set(connection.introspection.table_names())
    tables = [model._meta.db_table for model in guarded() if model._meta.db_table in there]
    found = present()
    return [name for table in tables for name in names(table) if name not in found]


def install(**_: Any) -> None:
    """Make the triggers of every guarded table that has none. Runs after each migrate; harmless when repeated."""
    absent = set(missing())
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql" and absent:
            cursor.execute(
                "CREATE OR REPLACE FUNCTION concentric_refuse() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN RAISE EXCEPTION '{MESSAGE}: %', TG_TABLE_NAME; END $$"
            )
        for model in guarded():
            table = model._meta.db_table
            if absent.isdisjoint(names(table)):
                continue
            statements = _sqlite(model) if connection.vendor == "sqlite" else _postgresql(table)
            for statement in statements:
                cursor.execute(statement)


def _sqlite(model: type[models.Model]) -> Iterator[str]:
    table = model._meta.db_table
    update, delete, replace = names(table)
    refuse = f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}: {table}'); END"
    # One EXISTS for each key: an OR inside one would keep SQLite from using its partial indexes.
    clash = " OR ".join(
        f"EXISTS (SELECT 1 FROM {table} WHERE " + " AND ".join(f'"{c}" = NEW."{c}"' for c in columns) + ")"
        for columns in _unique(model)
    )
    for name in (update, delete, replace):
        yield f"DROP TRIGGER IF EXISTS {name}"
    yield f"CREATE TRIGGER {update} BEFORE UPDATE ON {table} {refuse}"
    yield f"CREATE TRIGGER {delete} BEFORE DELETE ON {table} {refuse}"
    yield f"CREATE TRIGGER {replace} BEFORE INSERT ON {table} WHEN {clash} {refuse}"


def _unique(model: type[models.Model]) -> Iterator[tuple[str, ...]]:
    columns: dict[str, str] = {field.name: str(field.column) for field in model._meta.concrete_fields}
    for field in model._meta.concrete_fields:
        if field.unique:
            yield (columns[field.name],)
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint):
            yield tuple(columns[name] for name in constraint.fields)


def _postgresql(table: str) -> Iterator[str]:
    update, delete, truncate = names(table)
    for name, event, each in (
        (update, "UPDATE", "ROW"),
        (delete, "DELETE", "ROW"),
        (truncate, "TRUNCATE", "STATEMENT"),
    ):
        yield f"DROP TRIGGER IF EXISTS {name} ON {table}"
        yield (f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH {each} EXECUTE FUNCTION concentric_refuse()")
        yield f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}"
