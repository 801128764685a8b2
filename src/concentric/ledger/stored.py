"""Rows as the database holds them, and the same rows as the log says they must be: tuples that `verify` compares.

No model is made and no value converted on the way in; what the payload holds as text is brought into the database's own
form instead. The functions that do it are compiled from text, one for each noun, as `insert.py` does.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from itertools import count
from typing import Any

from django.db import connection, models

from concentric.ledger.fields import ExactField, to_units
from concentric.ledger.models import Record
from concentric.ledger.payload import columns

Row = tuple[Any, ...]
Header = Mapping[str, str]
Fields = Mapping[str, Any]

HEADED = ("id", "root", "supersedes", "office", "recorded_at", "channel")
"""The columns of a record that stand in its header, in the order in which rows are read; `idx` goes before them."""
ID, ROOT, SUPERSEDES, OFFICE = 1, 2, 3, 4
_BATCH = 5_000  # rows that a server-side cursor fetches at once
_names = count()


def rows(table: str, expressions: list[str], order: str) -> Iterator[Row]:
    """The rows of a table in an order, as plain tuples. A transaction must be open."""
    statement = f'SELECT {", ".join(expressions)} FROM "{table}" ORDER BY {order}'
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        # The driver's own cursor: Django's looks at every value.
        found: Iterator[Row] = connection.connection.execute(statement)
        return found
    return _fetched(statement)


def _fetched(statement: str) -> Iterator[Row]:
    with connection.connection.cursor(name=f"verify_{next(_names)}") as cursor:
        cursor.itersize = _BATCH
        cursor.execute(statement)
        yield from cursor


def id_column(name: str) -> str:
    """The expression that reads an id."""
    return f'"{name}"' if connection.vendor == "sqlite" else f'"{name}"::text'


def time_column(name: str) -> str:
    """The expression that reads a time."""
    if connection.vendor == "sqlite":
        return f"\"{name}\"||''"  # an expression has no declared type, so that nothing converts it
    return f'to_char("{name}" AT TIME ZONE \'UTC\', \'YYYY-MM-DD"T"HH24:MI:SS.US"Z"\')'


def date_column(name: str) -> str:
    """The expression that reads a date."""
    return f"\"{name}\"||''" if connection.vendor == "sqlite" else f"to_char(\"{name}\", 'YYYY-MM-DD')"


def id_form() -> Callable[[str], str]:
    """What brings a payload's id into the form in which `id_column` reads it."""
    return (lambda text: text.replace("-", "")) if connection.vendor == "sqlite" else str


@lru_cache(maxsize=64)
def _sqlite_time(text: str) -> str:
    return f"{text[:10]} {text[11:26].removesuffix('.000000')}"


def time_form() -> Callable[[str], str]:
    """What brings a payload's time into the form in which `time_column` reads it."""
    return _sqlite_time if connection.vendor == "sqlite" else str


@lru_cache(maxsize=20_000)
def _units(text: str) -> int:
    return to_units(Decimal(text))


_day = lru_cache(maxsize=4_096)(date.fromisoformat)


def _target(field: Any) -> Any:
    while isinstance(field, models.ForeignKey):
        field = field.target_field
    return field


def _read(field: Any) -> str:
    """The expression that reads a field."""
    target = _target(field)
    if isinstance(target, models.UUIDField):
        return id_column(field.column)
    if isinstance(target, models.DateTimeField):
        return time_column(field.column)
    if isinstance(target, models.DateField):
        return date_column(field.column)
    if isinstance(target, models.BooleanField) and connection.vendor == "sqlite":
        return f'+"{field.column}"'
    return f'"{field.column}"'


def _wanted(field: Any) -> str:
    """Python text that brings a payload's `v` into the form in which `_read` finds it."""
    target = _target(field)
    if isinstance(target, models.UUIDField):
        return 'v.replace("-", "")' if connection.vendor == "sqlite" else "v"
    if isinstance(target, models.DateTimeField):
        return "as_time(v)" if connection.vendor == "sqlite" else "v"
    if isinstance(target, ExactField):
        return "units(v)"
    return "int(v)" if isinstance(target, models.IntegerField) else "v"


def _value(field: Any) -> str:
    """Python text that makes of a payload's `v` what a course needs. Ids stay text, as courses know them."""
    target = _target(field)
    if isinstance(target, models.DateField) and not isinstance(target, models.DateTimeField):
        return "day(v)"
    if isinstance(target, ExactField):
        return "Decimal(v)"
    return "int(v)" if isinstance(target, models.IntegerField) else "v"


def _made(field: Any, source: str, made: str) -> str:
    """Python text for one value: an empty one, which payloads leave out, is None or "" as the column has it."""
    if field.null:
        return f"None if (v := {source}.get({field.name!r})) is None else {made}"
    if isinstance(field, models.CharField | models.TextField):
        return f"{source}.get({field.name!r}, '')"
    return made.replace("v", f"{source}[{field.name!r}]")


_SCOPE = {"as_time": _sqlite_time, "units": _units, "day": _day, "Decimal": Decimal, "int": int}


@dataclass(frozen=True)
class Shape:
    """How one noun is read and compared. `names` are those of the columns, in the order of the tuples."""

    model: type[Record]
    names: tuple[str, ...]
    expressions: list[str]
    wanted: Callable[[int, Header, Fields], Row]
    values: Callable[[Header, Fields], dict[str, Any]]
    structured: tuple[int, ...]

    def stored(self) -> Iterator[Row]:
        """The rows of this noun in the order of the log."""
        found = rows(self.model._meta.db_table, self.expressions, "idx")
        return map(self._parsed, found) if self.structured else found

    def _parsed(self, row: Row) -> Row:
        parsed = list(row)
        for at in self.structured:
            # Two texts of one value are one value: PostgreSQL keeps no other order of keys than its own.
            try:
                parsed[at] = json.loads(row[at])
            except (ValueError, TypeError):
                parsed[at] = ValueError(row[at])
        return tuple(parsed)


@cache
def shape(model: type[Record], vendor: str) -> Shape:
    """The shape of a noun in databases of this vendor."""
    headed: list[Any] = [model._meta.get_field(name) for name in HEADED]
    own: list[Any] = [model._meta.get_field(column.name) for column in columns(model)]
    wanted = [_made(field, "h", _wanted(field)) for field in headed] + [_made(f, "f", _wanted(f)) for f in own]
    values = [f"{field.attname!r}: {_made(field, 'h', _value(field))}" for field in headed]
    values += [f"{field.attname!r}: {_made(field, 'f', _value(field))}" for field in own]
    return Shape(
        model,
        ("idx", *(field.name for field in (*headed, *own))),
        ["idx", *(_read(field) for field in (*headed, *own))],
        eval(f"lambda idx, h, f: (idx, {', '.join(wanted)})", _SCOPE),  # noqa: S307
        eval(f"lambda h, f: {{{', '.join(values)}}}", _SCOPE),  # noqa: S307
        tuple(1 + len(headed) + at for at, field in enumerate(own) if isinstance(_target(field), models.JSONField)),
    )
