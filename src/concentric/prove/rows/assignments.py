"""The view `assignments`: one row for each assignment in force. The twin of `core.courses.assignment`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concentric.prove.rows.follow_ups import looked_back
from concentric.prove.rows.matters import between, lying, matters
from concentric.prove.rows.roles import attested, last, role, spoken_steps, spread
from concentric.prove.rows.said import backed, judged, on_whose_word, said
from concentric.prove.views import relation

if TYPE_CHECKING:
    import ibis.expr.types as ir


def _lasting(steps: ir.Table) -> ir.Table:
    """One row for each assignment that was renewed or ended: until when, and on which day."""
    t = steps.filter(steps["name"].isin(["renewed", "ended"]))
    lasting = t.group_by(lasting_matter=t["matter"]).aggregate(
        renewed=last(t, t["name"] == "renewed", until="until"),
        end=last(t, t["name"] == "ended", n="n", on="occurred_on"),
    )
    return spread(lasting, "renewed", "end")


def assignments() -> ir.Table:
    """One row for each assignment in force. It holds until its end, a renewal's day, or the day it was made for."""
    import ibis  # 0.7 seconds: only processes that compute figures pay them

    held = matters("assignment")
    steps = spoken_steps("assignment")
    words, lasting = said(steps), _lasting(steps)
    t = held.left_join(words, held["root"] == words["said_matter"])
    t = t.left_join(lasting, t["root"] == lasting["lasting_matter"])
    t = backed(judged(t))
    t = t.mutate(
        state=t["end_n"].notnull().ifelse("ended", "in-force"),
        holds_until=t["end_on"].coalesce(t["renewed_until"], t["until"]),
        ended_on=t["end_on"],
    )
    t = looked_back(on_whose_word(t, attested(role(t["attested_by"], t)), t["channel"]))
    made = relation("appointments").select("post_number", "title", appointment_number="number", made_root="root")
    t = _visited(t.left_join(made, t["appointment"] == made["made_root"]))
    return between(lying(t.mutate(visits=t["visits"].fill_null(ibis.literal(0, "int64"))), "recipient"))


def _visited(t: ir.Table) -> ir.Table:
    """`t` with the visits that the supporter paid the recipient while the assignment held."""
    span = t.select("root", "since", "holds_until", span_supporter="supporter", span_recipient="recipient")
    paid = matters("activity", supporter="organiser", recipient="host")
    paid = paid.filter(paid["kind"] == "visit").select("held_on", by="supporter", to="recipient")
    met = span.inner_join(paid, [span["span_supporter"] == paid["by"], span["span_recipient"] == paid["to"]])
    met = met.filter(
        met["held_on"] >= met["since"],
        met["holds_until"].isnull() | (met["held_on"] < met["holds_until"]).fill_null(False),
    )
    counted = met.group_by(visited_root=met["root"]).aggregate(visits=met.count(), visited_on=met["held_on"].max())
    return t.left_join(counted, t["root"] == counted["visited_root"])
