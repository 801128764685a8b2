"""Statements of the views written down ahead of the first who needs them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from concentric.lake.relations import tables
from concentric.lake.snapshot import Held, compiled
from concentric.lake.statements import named, statement
from concentric.prove.settling import settle_all
from concentric.prove.views import countable

if TYPE_CHECKING:
    import ibis.expr.types as ir


class Paper:
    """An engine that computes nothing, and writes down the statements by which a snapshot would make its tables."""

    position = 0

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self._tables = Held()

    def rows(self, expression: ir.Expr) -> list[tuple[Any, ...]]:
        """Nothing."""
        return []

    def asked(self, name: str, make: Callable[[], ir.Expr]) -> list[tuple[Any, ...]]:
        """Nothing; the question is written down."""
        statement(name, make, compiled)
        return []

    def materialise(self, name: str, make: Callable[[], ir.Table], columns: Sequence[str] | None = None) -> None:
        """Write down how the table is made."""
        statement(name if columns is None else named(name, columns), make, compiled)
        self._tables.add(name, columns)

    def columns(self, name: str) -> frozenset[str] | None:
        """The columns of a table that was written down."""
        return self._tables.columns(name)


def write_down() -> None:
    """Keep, for processes to come, how each table and each whole view is made. Costs seconds, once."""
    paper = Paper()
    for name, make in tables():
        paper.materialise(name, make)
    settle_all(paper, dict.fromkeys(countable()))
