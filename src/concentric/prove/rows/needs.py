"""The views `needs` and `offers`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concentric.prove.rows.same_as import once
from concentric.prove.rows.tables import entered, in_programme, party

if TYPE_CHECKING:
    import ibis.expr.types as ir


def needs() -> ir.Table:
    """One row for each need in force."""
    return _held("need")


def offers() -> ir.Table:
    """One row for each offer in force."""
    return _held("offer")


def _held(kind: str) -> ir.Table:
    found = party(in_programme(once(kind)), "organisation", placed=True)
    return found.mutate(**entered(found))
