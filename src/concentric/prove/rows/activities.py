"""The view `activities`: one row for each activity in force. The twin of `core.courses.activity`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concentric.core.courses.strength import CONFIRMED, VERIFIED
from concentric.lake.relations import standing_now
from concentric.prove.rows.follow_ups import looked_back
from concentric.prove.rows.matters import between, lying, matters
from concentric.prove.rows.roles import attested, role, spoken_steps
from concentric.prove.rows.said import backed, judged, on_whose_word, said

if TYPE_CHECKING:
    import ibis.expr.types as ir


def activities() -> ir.Table:
    """One row for each activity in force. It lies where it was held, else where its site or its host is."""
    import ibis  # 0.7 seconds: only processes that compute figures pay them

    held = matters("activity", supporter="organiser", recipient="host")
    words = said(spoken_steps("activity", "organiser", "host"))
    t = backed(judged(held.left_join(words, held["root"] == words["said_matter"])))
    t = t.mutate(
        state=ibis.cases(
            (t["denial_n"].notnull(), "disputed"),
            (t["strength"] == VERIFIED, "verified"),
            (t["strength"] == CONFIRMED, "confirmed"),
            else_="reported",
        )
    )
    t = looked_back(on_whose_word(t, attested(role(t["attested_by"], t)), t["channel"]))
    site = standing_now("site").select(site_root="root", site_number="number", site_name="name", site_place="place")
    t = t.left_join(site, t["site"] == site["site_root"])
    return between(lying(t.mutate(place=t["place"].coalesce(t["site_place"])), "recipient"))
