"""The role that the settings document for PostgreSQL can do the office's work, and can't change a record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.db import ProgrammingError, connection, transaction
from tests.ledger.cast import build

import concentric
from concentric.access.accounts import close_account, open_account
from concentric.ledger import triggers
from concentric.ledger.actor import Actor
from concentric.ledger.erase import erase
from concentric.ledger.models import SealedValue
from concentric.ledger.verify import verify

SETTINGS = Path(concentric.__file__).parents[2] / "docs" / "settings.md"


@pytest.fixture
def as_app(office: Actor) -> Iterator[Actor]:
    if connection.vendor != "postgresql":
        pytest.skip("about PostgreSQL")
    found = re.search(r"```sql\n(.*?)```", SETTINGS.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    with connection.cursor() as cursor:
        cursor.execute(found[1])
        cursor.execute("SET SESSION AUTHORIZATION concentric_app")
    yield office
    with connection.cursor() as cursor:
        cursor.execute("RESET SESSION AUTHORIZATION")
        cursor.execute("DROP OWNED BY concentric_app")
        cursor.execute("DROP ROLE concentric_app")


def test_the_role_does_the_daily_work(as_app: Actor) -> None:
    city = build(as_app)
    root = city.pledged()
    city.step(root, "lapsed", on=date(2022, 2, 1))
    city.step(root, "reversed", of=1)
    open_account("village", "recipient", city.village, as_app.office)
    close_account("village")
    held = SealedValue.objects.first()
    assert held is not None and erase(held.record, held.field, because="本人要求")
    assert verify().findings == [] and triggers.missing() == []


def test_the_role_changes_no_record_and_drops_no_guard(as_app: Actor) -> None:
    build(as_app)
    for model in triggers.guarded():
        table = model._meta.db_table
        for statement in (
            f"DELETE FROM {table}",
            f"UPDATE {table} SET {model._meta.pk.column} = NULL",  # type: ignore[union-attr]
            f"TRUNCATE {table}",
            f"ALTER TABLE {table} DISABLE TRIGGER ALL",
            f"DROP TABLE {table}",
            f"DROP TRIGGER {triggers.names(table)[0]} ON {table}",
            "SET session_replication_role = replica",
        ):
            denied = pytest.raises(ProgrammingError, match=r"permission denied|must be owner")
            with denied, transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement)
    assert verify().findings == []
