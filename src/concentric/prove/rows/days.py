"""How long something took, in days."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis.expr.types as ir


def taken(t: ir.Table, since: str, until: str) -> ir.Table:
    """`t` with `days`: from the day in the column `since` to that in `until`. Null where one is not known."""
    return t.mutate(days=t[until].delta(t[since], unit="day"))
