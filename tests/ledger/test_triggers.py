"""Neither Python nor SQL changes a record: the database itself refuses, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, models, transaction

from concentric.keep.models import Commitment, CommitmentStep
from concentric.ledger import checks, triggers
from concentric.ledger.actor import Actor
from concentric.ledger.models import Charter, Commit, Entry, Record, RecordsNeverChange, Void
from concentric.register.models import Organisation, Place

from .cast import build, enter, findings


def filled(office: Actor) -> list[type[models.Model]]:
    """Guarded models that have a row, after each verb was used once."""
    city = build(office)
    root = city.pledged()
    city.step(root, "delivered", amount=Decimal(1))
    city.paired()
    enter(office, lambda w: w.supersede(city.clinic, Organisation(number="V2", name="卫生室", kind="clinic"), "更名"))
    enter(office, lambda w: w.void(city.outsider, "organisation", "撤"))
    held = [model for model in triggers.guarded() if model._base_manager.exists()]
    assert {Entry, Commit, Charter, Void, Place, Organisation, Commitment, CommitmentStep} <= set(held)
    return held


@contextmanager
def refused() -> Iterator[None]:
    with pytest.raises(DatabaseError, match=triggers.MESSAGE), transaction.atomic():
        yield


def run(statement: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_no_row_of_any_record_of_the_log_or_of_the_commits_is_updated_or_deleted(office: Actor) -> None:
    for model in filled(office):
        table = model._meta.db_table
        column = "actor" if model is Commit else "kind" if model is Entry else "reason"
        with refused():
            run(f"UPDATE {table} SET {column} = 'x'")
        with refused():
            # Even a change that changes nothing.
            run(f"UPDATE {table} SET {column} = {column}")
        with refused():
            run(f"DELETE FROM {table}")
        with refused():
            models.QuerySet(model).update(**{column: "x"})
        with refused():
            models.QuerySet(model)._raw_delete("default")
    assert findings() == []


def test_replacing_a_row_is_refused_by_every_key_it_has(office: Actor) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("REPLACE is SQLite's")
    for model in filled(office):
        table, fields = model._meta.db_table, model._meta.concrete_fields
        columns = [field.column for field in fields]
        keys = [(field.column,) for field in fields if field.unique]
        if issubclass(model, Record):
            keys.append(("supersedes_id",))
        if model in (CommitmentStep,):
            keys.append(("matter_id", "n"))
        where = "supersedes_id IS NOT NULL" if model is Organisation else "1"
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT rowid, {', '.join(columns)} FROM {table} WHERE {where} ORDER BY rowid LIMIT 1")
            rowid, *old = cursor.fetchone()
        for key in [*keys, ("rowid",)]:
            # A row that is new in everything but this key.
            fresh = [
                value if column in key or not (field.unique or column == "n") else _another(field, value)
                for field, column, value in zip(fields, columns, old, strict=True)
            ]
            if any(value is None for column, value in zip(columns, fresh, strict=True) if column in key):
                continue
            names, values = list(columns), fresh
            if key == ("rowid",):
                names, values = [*columns, "rowid"], [*fresh, rowid]
            places = ", ".join(["%s"] * len(names))
            with refused():
                run(f"INSERT OR REPLACE INTO {table} ({', '.join(names)}) VALUES ({places})", *values)
            with refused():
                run(f"REPLACE INTO {table} ({', '.join(names)}) VALUES ({places})", *values)
        with refused():
            run(f"UPDATE OR REPLACE {table} SET {columns[0]} = {columns[0]}")
    assert findings() == []


def _another(field: models.Field[Any, Any], value: Any) -> Any:
    if isinstance(field, models.IntegerField):
        return 10_000_000 + (value or 0)
    return "f" * 32 if isinstance(field, models.UUIDField) else f"another {value}"


def test_the_table_is_not_truncated_and_a_replica_has_no_way_around(office: Actor) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("TRUNCATE and replicas are PostgreSQL's")
    for model in filled(office):
        table = model._meta.db_table
        with refused():
            run(f"TRUNCATE {table} CASCADE")
        with refused():
            run("SET LOCAL session_replication_role = replica")
            run(f"DELETE FROM {table}")
        with refused():
            run("SET LOCAL session_replication_role = replica")
            run(f"TRUNCATE {table} CASCADE")
        column = "actor" if model is Commit else "kind" if model is Entry else "reason"
        with refused():
            run("SET LOCAL session_replication_role = replica")
            run(f"UPDATE {table} SET {column} = 'x'")
    assert findings() == []


def test_every_guarded_table_has_its_triggers(ledger_db: str) -> None:
    assert triggers.missing() == [] == checks.guards(databases=["default"])


def test_triggers_come_back_after_a_migration_rebuilt_their_table(office: Actor) -> None:
    longer = models.CharField(max_length=201)
    longer.set_attributes_from_name("name")
    with connection.schema_editor() as editor:
        editor.alter_field(Place, Place._meta.get_field("name"), longer)
    lost = triggers.missing()
    if connection.vendor == "sqlite":
        assert lost == list(triggers.names("register_place"))  # which is the trap
        assert {error.id for error in checks.guards(databases=["default"])} == {"ledger.E003"}
    call_command("migrate", verbosity=0, interactive=False)
    assert triggers.missing() == []
    enter(office, lambda w: w.add(Place(code="1", name="甲", level="county")))
    with refused():
        run("DELETE FROM register_place")


def test_a_trigger_that_lets_everything_through_counts_as_missing(ledger_db: str) -> None:
    if connection.vendor == "sqlite":
        run("DROP TRIGGER ledger_entry_no_delete")
        run("CREATE TRIGGER ledger_entry_no_delete BEFORE DELETE ON ledger_entry BEGIN SELECT 1; END")
        assert triggers.missing() == ["ledger_entry_no_delete"]
    else:
        run("ALTER TABLE ledger_entry DISABLE TRIGGER ledger_entry_no_delete")
        assert triggers.missing() == ["ledger_entry_no_delete"]
        run("ALTER TABLE ledger_entry ENABLE TRIGGER ledger_entry_no_delete")
        assert triggers.missing() == ["ledger_entry_no_delete"], "enabled, but not for a replica"
        run("ALTER TABLE ledger_entry ENABLE ALWAYS TRIGGER ledger_entry_no_delete")
        assert triggers.missing() == []
        run(
            "CREATE OR REPLACE FUNCTION concentric_refuse() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RETURN NEW; END $$"
        )
        assert len(triggers.missing()) == 3 * len(list(triggers.guarded()))
    triggers.install()
    assert triggers.missing() == []


def test_python_refuses_before_the_database_does(office: Actor) -> None:
    held = Charter.objects.get()
    one = Place(code="1", name="甲", level="county")
    for change in (
        held.save,
        held.delete,
        Charter.objects.all().delete,
        one.save,
        lambda: Charter.objects.update(origin="x"),
        lambda: Place.objects.bulk_create([one]),
        lambda: Charter.objects.bulk_update([held], ["origin"]),
        lambda: Place.objects.create(code="1", name="甲", level="county"),
        lambda: Place.objects.get_or_create(code="1", defaults={"name": "甲", "level": "county"}),
        lambda: Charter.objects.update_or_create(origin=held.origin, defaults={"title": {}}),
    ):
        with pytest.raises(RecordsNeverChange):
            change()


def test_what_is_inserted_past_append_is_found(office: Actor) -> None:
    columns = ", ".join(field.column for field in Entry._meta.concrete_fields if field.name != "idx")
    run(f"INSERT INTO ledger_entry (idx, {columns}) SELECT 2, {columns} FROM ledger_entry WHERE idx = 1")
    assert findings() == ["verify-after-last-commit"]
