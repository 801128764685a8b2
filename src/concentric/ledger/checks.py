"""System checks: each noun says how far each of its fields may be shown, and the database guards its records."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.core import checks
from django.db import connection

from concentric.ledger import triggers
from concentric.ledger.models import Record
from concentric.ledger.payload import SAID, columns

SAFE_SQLITE = (3, 51, 3)
_CLASSES = {"public", "office", "sealed"}


def register() -> None:
    """Make the checks known to Django."""
    checks.register(disclosure)
    checks.register(guards, checks.Tags.database)
    checks.register(sqlite_version, checks.Tags.database)


def disclosure(**_: Any) -> list[checks.CheckMessage]:
    """Every field of every noun has a disclosure class; sealed ones have no column."""
    found: list[checks.CheckMessage] = []
    for model in apps.get_models():
        if not issubclass(model, Record):
            continue
        fields = {column.name for column in columns(model)} - {"reason", "occurred_on", *SAID}
        given = set(model.DISCLOSURE)
        for name in sorted(fields ^ given):
            found.append(checks.Error(f"{model.KIND}.{name} has no disclosure class or no column", id="ledger.E001"))
        for name, level in model.DISCLOSURE.items():
            if level not in _CLASSES or level == "sealed":
                found.append(checks.Error(f"{model.KIND}.{name}: {level} is no class of a column", id="ledger.E002"))
    return found


def guards(databases: Iterable[str] | None = None, **_: Any) -> list[checks.CheckMessage]:
    """No record table is without its triggers."""
    if not databases:
        return []
    return [
        checks.Error(
            f"trigger {name} is missing", hint="run `concentric upgrade`, which makes it again", id="ledger.E003"
        )
        for name in triggers.missing()
    ]


def sqlite_version(databases: Iterable[str] | None = None, **_: Any) -> list[checks.CheckMessage]:
    """SQLite before 3.51.3 can lose a reset WAL; this program serialises writers and checkpoints to be safe."""
    if not databases or connection.vendor != "sqlite":
        return []
    version: tuple[int, ...] = connection.Database.sqlite_version_info  # type: ignore[attr-defined]
    if version >= SAFE_SQLITE:
        return []
    return [
        checks.Warning(
            f"SQLite {'.'.join(map(str, version))} has the WAL-reset bug",
            hint="let no other program write to this database; `concentric` itself takes a lock for it",
            id="ledger.W001",
        )
    ]
