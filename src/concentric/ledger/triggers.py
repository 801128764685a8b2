"""The database's own refusal to change what is recorded.

Django's SQLite migrations rebuild tables and silently drop their triggers, so they are made again after every migrate;
`checks.py` says when one is missing all the same. INSERT OR REPLACE deletes without firing a DELETE trigger on SQLite:
it is stopped before the insert, on every unique key and on the hidden row number. On PostgreSQL TRUNCATE is refused
too, and the triggers fire always, also for a session that claims to be a replica.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connection, models

from concentric.ledger.models import Commit, Entry, Record

MESSAGE = "records never change"
_FUNCTION = "concentric_refuse"
_BODY = f" BEGIN RAISE EXCEPTION '{MESSAGE}: %', TG_TABLE_NAME; END "


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


def missing() -> list[str]:
    """Triggers that should be there as `install` makes them, and are not. Tables not yet migrated are passed over."""
    there = set(connection.introspection.table_names())
    tables = [model for model in guarded() if model._meta.db_table in there]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            found = dict(cursor.fetchall())
            wanted = {name: text for model in tables for name, text in _sqlite(model).items()}
            return [name for name, text in wanted.items() if found.get(name) != text]
        cursor.execute(
            "SELECT tgname FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid "
            "WHERE NOT tgisinternal AND tgenabled = 'A' AND p.proname = %s AND p.prosrc = %s",
            [_FUNCTION, _BODY],
        )
        fires = {name for (name,) in cursor.fetchall()}
    return [name for model in tables for name in names(model._meta.db_table) if name not in fires]


def install(**_: Any) -> None:
    """Make the triggers of every guarded table that has none. Runs after each migrate; harmless when repeated."""
    absent = set(missing())
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql" and absent:
            cursor.execute(f"CREATE OR REPLACE FUNCTION {_FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $${_BODY}$$")
        for model in guarded():
            table = model._meta.db_table
            if absent.isdisjoint(names(table)):
                continue
            if connection.vendor == "sqlite":
                for name, text in _sqlite(model).items():
                    cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
                    cursor.execute(text)
            else:
                for statement in _postgresql(table):
                    cursor.execute(statement)


def _sqlite(model: type[models.Model]) -> dict[str, str]:
    """The text of each trigger by its name, as the database keeps it."""
    table = model._meta.db_table
    update, delete, replace = names(table)
    refuse = f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}: {table}'); END"
    # FAIL, not ABORT: a trigger that may abort makes SQLite copy every page of every insert into a statement journal.
    # Nothing of the refused row is written yet, and `insert` leaves the transaction to be rolled back.
    stop = f"BEGIN SELECT RAISE(FAIL, '{MESSAGE}: {table}'); END"
    # One EXISTS for each key: an OR inside one would keep SQLite from using its partial indexes.
    clash = " OR ".join(
        f"EXISTS (SELECT 1 FROM {table} WHERE " + " AND ".join(f'"{c}" = NEW."{c}"' for c in columns) + ")"
        for columns in _unique(model)
    )
    return {
        update: f"CREATE TRIGGER {update} BEFORE UPDATE ON {table} {refuse}",
        delete: f"CREATE TRIGGER {delete} BEFORE DELETE ON {table} {refuse}",
        replace: f"CREATE TRIGGER {replace} BEFORE INSERT ON {table} WHEN {clash} {stop}",
    }


def _unique(model: type[models.Model]) -> Iterator[tuple[str, ...]]:
    columns: dict[str, str] = {field.name: str(field.column) for field in model._meta.concrete_fields}
    # The row number is no column of these tables, but it can be given, and REPLACE then replaces by it.
    yield ("rowid",)
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
        yield f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH {each} EXECUTE FUNCTION {_FUNCTION}()"
        yield f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}"
