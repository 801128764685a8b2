"""Where the rows of a listing come from in a snapshot, as text: a reader's page is made of a few such statements.

Ibis takes longer to write a statement than DuckDB to run it, so what differs from reader to reader (a search, an order,
a page) is written here, around a table or around what Ibis has written once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import reduce
from operator import add
from typing import TYPE_CHECKING, Any

from concentric.lake.snapshot import Engine
from concentric.prove.view import View
from concentric.prove.views import relation

if TYPE_CHECKING:
    import ibis.expr.types as ir

BETWEEN = "\x1f"
"""Between the labels of a row where they are searched as one text: no search can hold it."""


@dataclass(frozen=True)
class Source:
    """Something to select from, and under which conditions. Names in it are the program's own; values go apart."""

    text: str
    conditions: tuple[str, ...] = ()
    values: tuple[Any, ...] = ()

    def where(self, condition: str, *values: Any) -> Source:
        """The rows that also meet a condition."""
        return replace(self, conditions=(*self.conditions, condition), values=(*self.values, *values))

    def select(self, what: str, tail: str = "") -> str:
        """The statement that selects these expressions; `values` go with it."""
        where = f" WHERE {' AND '.join(self.conditions)}" if self.conditions else ""
        return f"SELECT {what} FROM {self.text}{where}{tail}"


def quoted(name: str) -> str:
    """A name as statements have it."""
    return f'"{name}"'


def within(source: Source, paths: tuple[str, ...] | None) -> Source:
    """The rows that lie in one of these places; None is everywhere. A row without a place is in none."""
    if paths is None:
        return source
    inside = " OR ".join(["starts_with(path, ?)"] * len(paths))
    return source.where(f"({inside})" if paths else "false", *paths)


PARTIES = ("supporter", "recipient", "handler", "organisation", "member", "asked", "chain")
"""Columns that hold an organisation: its root, as text."""


def parties(view: View) -> list[str]:
    """The columns of a view that name an organisation to the public."""
    found = [view.column(name) for name in PARTIES]
    return [column.name for column in found if column is not None and column.disclosure == "public"]


def naming(source: Source, view: View, party: str) -> Source:
    """The rows that name this organisation to the public."""
    names = parties(view)
    either = " OR ".join(f"{quoted(name)} = ?" for name in names)
    return source.where(f"({either})" if names else "false", *[party] * len(names))


def sought(engine: Engine, view: View) -> str:
    """The table that holds what a reader searches in: `idx` and every label of the row, in small letters.

    Made when somebody searches for the first time in a snapshot.
    """
    name = f"sought_{view.name}"
    engine.materialise(name, lambda: _sought(view))
    return quoted(name)


def _sought(view: View) -> ir.Table:
    table = relation(view.name)
    labels = [table[label].fill_null("").lower() + BETWEEN for label in view.labels]
    return table.select("idx", words=reduce(add, labels))
