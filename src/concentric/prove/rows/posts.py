"""The views `posts` and `appointments`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concentric.lake.relations import standing_now
from concentric.prove.rows.tables import entered, party
from concentric.prove.view import ORGANISATION, PLACE
from concentric.prove.views import relation

if TYPE_CHECKING:
    import ibis.expr.types as ir


def posts() -> ir.Table:
    """One row for each post in force, with the organisation it belongs to."""
    found = party(standing_now("post").rename(record="id"), "organisation", placed=True)
    return found.mutate(**entered(found))


def appointments() -> ir.Table:
    """One row for each appointment in force, with its post."""
    held = standing_now("appointment").rename(record="id")
    shown = (column.name for column in (*ORGANISATION, *PLACE))
    post = relation("posts").select(*shown, "title", post_number="number", post_root="root")
    found = held.left_join(post, held["post"] == post["post_root"])
    return found.mutate(**entered(found))
