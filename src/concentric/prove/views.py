"""The documented tables that figures are counted on. Each is a pure function of a snapshot, one row for each thing.

`docs/views.md` lists them. A view without a ladder says nothing of strength: its rows are simply there. The views of
each noun are declared in a file of `declared/`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from concentric.prove.declared import DECLARED
from concentric.prove.view import View

if TYPE_CHECKING:
    import ibis.expr.types as ir

VIEWS: dict[str, View] = {view.name: view for view in DECLARED}
"""Every view by its name."""

INTERNAL = ("case_steps", "parts", "programmes", "results", "rosters", "stages", "targets", "workdays")
"""Tables that views are made of and no indicator counts."""


def countable() -> dict[str, View]:
    """The views that an indicator may count, by name."""
    return {name: view for name, view in VIEWS.items() if name not in INTERNAL}


IBIS_TYPES = {"text": "string", "integer": "int64", "decimal": "decimal(38, 4)", "date": "date", "time": "timestamp(6)"}


def relation(name: str) -> ir.Table:
    """A view as an unbound table: what other expressions are built on."""
    import ibis  # 0.7 seconds: only processes that compute figures pay them

    view = VIEWS[name]
    return ibis.table({column.name: IBIS_TYPES[column.type] for column in view.columns}, name=view.table)
