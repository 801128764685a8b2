"""Things that were entered twice: whatever points at a representative in force is left out, so that both count once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concentric.lake.relations import standing_now
from concentric.prove.rows.tables import entered, nowhere

if TYPE_CHECKING:
    import ibis.expr.types as ir


def once(kind: str) -> ir.Table:
    """What is in force of a kind, without the things that another of the kind stands for. `record` is the version."""
    held = standing_now(kind).rename(record="id")
    there = held.select(standing_root="root")
    stars = standing_now("same_as").select(joined="thing", standing_root="representative")
    stars = stars.semi_join(there, "standing_root")
    return held.anti_join(stars, held["root"] == stars["joined"])


def joined() -> ir.Table:
    """One row for each thing that was joined to another."""
    held = standing_now("same_as").rename(record="id", number="arm")
    return held.mutate(**entered(held), **nowhere())
