"""How each kind of record looks in the lake: one Parquet table for each kind, every column typed exactly."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from django.db import models

from concentric.ledger.fields import ExactField
from concentric.ledger.models import Disclosure, Record
from concentric.ledger.payload import kinds

Type = Literal["id", "text", "integer", "decimal", "date", "time", "truth"]
"""Types of a column. `id` is a UUID as text; `decimal` is DECIMAL(22,4); `time` is UTC without a zone."""

# What the log knows of every record. Who keyed it is the office's own business; what it says and for whom is public.
HEADER: dict[str, Disclosure] = {
    "idx": "public",
    "id": "public",
    "root": "public",
    "supersedes": "public",
    "reason": "office",
    "office": "public",
    "recorded_at": "public",
    "recorded_by": "office",
    "channel": "public",
    "attested_by": "public",
    "occurred_on": "public",
}


# The rooms whose records figures are made of; what lies above (reviews, imports) is not computed with.
MIRRORED = ("ledger", "register", "keep", "match")


@dataclass(frozen=True)
class Column:
    """A column: its name in the lake, its name in the database, its type, and who may see it."""

    name: str
    column: str
    type: Type
    disclosure: Disclosure


@dataclass(frozen=True)
class Shape:
    """The table of one kind: `name` is its name in the lake (the kind, with underscores), `table` in the database."""

    kind: str
    name: str
    table: str
    columns: tuple[Column, ...]


@cache
def shapes() -> dict[str, Shape]:
    """The shape of every mirrored kind by its name in the lake. Sealed values have no column, hence none here."""
    found = [_shape(model) for model in kinds().values() if model._meta.app_label in MIRRORED]
    return {shape.name: shape for shape in sorted(found, key=lambda shape: shape.name)}


def _shape(model: type[Record]) -> Shape:
    columns = []
    for name in (*HEADER, *(field for field in model.DISCLOSURE if field not in model.SEALED)):
        field: Any = model._meta.get_field(name)
        disclosure = HEADER.get(name) or model.DISCLOSURE[name]
        if disclosure != "sealed":
            columns.append(Column(name, field.column, _type(field), disclosure))
    return Shape(model.KIND, model.KIND.replace("-", "_"), model._meta.db_table, tuple(columns))


def _type(field: Any) -> Type:
    while isinstance(field, models.ForeignKey):
        field = field.target_field
    # The order matters: an exact decimal is an integer field, a time is a date field.
    types: tuple[tuple[type, Type], ...] = (
        (ExactField, "decimal"),
        (models.BooleanField, "truth"),
        (models.IntegerField, "integer"),
        (models.DateTimeField, "time"),
        (models.DateField, "date"),
        (models.UUIDField, "id"),
        (models.CharField, "text"),
        (models.TextField, "text"),
        (models.JSONField, "text"),
    )
    for kind, type_ in types:
        if isinstance(field, kind):
            return type_
    raise TypeError(f"the lake has no type for {field}")


@cache
def fingerprint() -> str:
    """Changes whenever a shape does, so that a lake of another program version is built anew."""
    return hashlib.sha256(repr(tuple(shapes().values())).encode()).hexdigest()
