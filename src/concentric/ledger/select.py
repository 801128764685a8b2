"""The few queries that every append makes, without the ORM: it costs more than the rest of a small append."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import connection


def select(statement: str, *values: Any) -> list[tuple[Any, ...]]:
    """The rows of a statement; ids in `values` may be UUIDs."""
    if connection.vendor == "sqlite":
        values = tuple([value.hex if isinstance(value, UUID) else value for value in values])
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


def places(values: list[Any]) -> str:
    """Placeholders for a list."""
    return ", ".join(["%s"] * len(values))


def id_of(held: UUID | str) -> UUID:
    """An id as it was read: SQLite keeps its 32 digits."""
    return held if isinstance(held, UUID) else UUID(held)


def time_of(held: datetime) -> datetime:
    """A time as it was read: SQLite keeps it in UTC without saying so."""
    return held if held.tzinfo is not None else held.replace(tzinfo=UTC)
