"""What the views of matters begin and end with: the sides under two names, where a matter lies, the programme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concentric.lake.relations import standing_now
from concentric.prove.rows.same_as import once
from concentric.prove.rows.tables import in_programme, party, placed

if TYPE_CHECKING:
    import ibis.expr.types as ir


def matters(kind: str, **sides: str) -> ir.Table:
    """The matters of a kind that count, with their two sides as `supporter` and `recipient` (null: there is none).

    `sides` name the columns that hold them where these are called otherwise; "" for a side that the kind doesn't have.
    """
    import ibis  # 0.7 seconds: only processes that compute figures pay them

    held = once(kind)
    for side, column in sides.items():
        held = held.rename({side: column}) if column else held.mutate(**{side: ibis.null("string")})
    return held.mutate(matter_office=held["office"])


def lying(t: ir.Table, *sides: str) -> ir.Table:
    """`t` with the place columns of its own place (where it has the column), else of the first side that has one."""
    root = t["place"] if "place" in t.columns else None
    if root is not None:
        t = t.rename(place_root="place")
    for n, side in enumerate(sides):
        where = standing_now("organisation").select(**{f"there_{n}": "place", f"side_{n}": "root"})
        t = t.left_join(where, t[side] == where[f"side_{n}"])
        there = t[f"there_{n}"]
        t = t.mutate(place_root=t["place_root"].coalesce(there) if "place_root" in t.columns else there)
    return placed(t, "place_root")


def between(t: ir.Table) -> ir.Table:
    """`t` with its programme and with what is known of its two sides."""
    return party(party(in_programme(t), "supporter"), "recipient")
