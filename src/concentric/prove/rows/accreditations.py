"""The view `accreditations`: one row for each accreditation in force. The twin of `core.courses.accreditation`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concentric.core.courses.strength import PLEDGED, REPORTED, VERIFIED
from concentric.prove.rows.matters import lying, matters
from concentric.prove.rows.roles import attested, last, role, spoken_steps, spread
from concentric.prove.rows.tables import in_programme, party

if TYPE_CHECKING:
    import ibis.expr.types as ir

STEPS = ("assessed", "named", "renewed", "lapsed")


def _steps(steps: ir.Table) -> ir.Table:
    """One row for each accreditation with steps: the points together, and the latest of each kind of step."""
    points = steps.group_by(points_matter=steps["matter"]).aggregate(
        points=steps["amount"].sum(where=steps["name"] == "assessed"),
        items=steps["n"].count(where=steps["name"] == "assessed"),
    )
    t = steps.filter(steps["name"].isin(STEPS))
    said_of = {name: name for name in ("n", "occurred_on", "attested_by", "channel", "role", "until", "what")}
    facts = t.group_by(facts_matter=t["matter"]).aggregate(
        **{name: last(t, t["name"] == name, **said_of) for name in STEPS}
    )
    facts = spread(facts, *STEPS)
    return facts.left_join(points, facts["facts_matter"] == points["points_matter"])


def accreditations() -> ir.Table:
    """One row for each accreditation in force. It lies where its candidate is."""
    import ibis  # 0.7 seconds: only processes that compute figures pay them

    held = matters("accreditation", supporter="", recipient="candidate")
    steps = _steps(spoken_steps("accreditation", "", "candidate"))
    t = held.left_join(steps, held["root"] == steps["facts_matter"])
    assessed, named, lapsed = (t[f"{name}_n"].notnull() for name in ("assessed", "named", "lapsed"))
    zero = ibis.literal(0).cast("decimal(38, 4)")
    t = t.mutate(
        state=ibis.cases((lapsed, "lapsed"), (named, "named"), (assessed, "assessed"), else_="applied"),
        strength=ibis.cases(
            (named & (t["named_role"] == "other"), VERIFIED), (named | assessed, REPORTED), else_=PLEDGED
        ),
        holds_until=t["renewed_until"].coalesce(t["named_until"]),
        batch=t["named_what"].fill_null(""),
        points=t["points"].cast("decimal(38, 4)").fill_null(zero),
        items=t["items"].fill_null(ibis.literal(0, "int64")),
        assessed_on=t["assessed_occurred_on"],
        named_on=t["named_occurred_on"],
        lapsed_on=t["lapsed_occurred_on"],
        attested=attested(role(ibis.cases((named, t["named_attested_by"]), (assessed, t["assessed_attested_by"]),
                                          else_=t["attested_by"]), t)),
        channel=ibis.cases((named, t["named_channel"]), (assessed, t["assessed_channel"]), else_=t["channel"]),
    )  # fmt: skip
    return lying(party(in_programme(t), "recipient"), "recipient")
