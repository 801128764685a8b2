"""The view `honours`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concentric.prove.rows.same_as import once
from concentric.prove.rows.tables import entered, in_programme, party

if TYPE_CHECKING:
    import ibis.expr.types as ir


def honours() -> ir.Table:
    """One row for each honour in force."""
    found = party(in_programme(once("honour")), "organisation", placed=True)
    return found.mutate(**entered(found))
