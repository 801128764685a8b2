"""What looking back found: the last result for each target, what it does to its strength, and the views of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concentric.core.courses.strength import CONFIRMED, REPORTED, VERIFIED
from concentric.lake.relations import standing_now
from concentric.prove.rows.roles import last, spread
from concentric.prove.rows.tables import entered, nowhere, party
from concentric.prove.view import PLACE, PROGRAMME
from concentric.prove.views import relation

if TYPE_CHECKING:
    import ibis.expr.types as ir

TARGETS = ("activities", "assignments", "cases", "commitments", "pairings", "projects", "sites")
"""Views of the things that are looked back on."""
FINDINGS = ("holds", "partly", "relapsed")
"""Results that say whether a thing holds. The others say nothing of it, so they unsay no earlier finding."""


def results() -> ir.Table:
    """One row for each root that was looked back on: `target`, `result`, `result_on`, `result_channel`.

    The last finding by its day, then by its place in the log; where there is none, the last other result. A withdrawn
    follow-up has no result.
    """
    import ibis  # 0.7 seconds: only processes that compute figures pay them

    steps = standing_now("follow_up_step")
    held = standing_now("follow_up").select("target", held_root="root")
    found = steps.filter(steps["name"] == "result").inner_join(held, steps["matter"] == held["held_root"])
    found = found.mutate(finds=found["what"].isin(FINDINGS).ifelse(1, 0))
    order = [found["finds"].desc(), found["occurred_on"].desc(), found["idx"].desc()]
    ranked = found.mutate(rank=ibis.row_number().over(group_by="target", order_by=order))
    last = ranked.filter(ranked["rank"] == 0)
    return last.select("target", result="what", result_on="occurred_on", result_channel="channel")


def followed(table: ir.Table, root: str = "root") -> ir.Table:
    """`table` with `followed`, the last result for the thing in the column `root`; "" where nobody has looked back."""
    last = relation("results").select("result_channel", followed_root="target", followed="result")
    found = table.left_join(last, table[root] == last["followed_root"])
    return found.mutate(followed=found["followed"].fill_null(""))


def looked_back(table: ir.Table, root: str = "root") -> ir.Table:
    """`table` with `followed`, and with strength, attestation and channel as they are once it was looked back on."""
    t = followed(table, root)
    raised = is_raised(t)
    return t.mutate(
        strength=strength_after(t["strength"], t["followed"]),
        attested=raised.ifelse("independent", t["attested"]),
        channel=raised.ifelse(t["result_channel"], t["channel"]),
    )


def parts_looked_back(table: ir.Table) -> ir.Table:
    """Parts of matters with `followed` of their matter, and what is verified since then: `held`, `held_strength`.

    Their own `verified` and `strength` stay beside it: the state of the matter goes by them.
    """
    t = followed(table, "matter")
    raised = is_raised(t)
    return t.mutate(
        held=raised.ifelse(t["confirmed"], t["verified"]),
        held_strength=strength_after(t["strength"], t["followed"]),
        attested=raised.ifelse("independent", t["attested"]),
        channel=raised.ifelse(t["result_channel"], t["channel"]),
    )


def is_raised(t: ir.Table) -> ir.BooleanValue:
    """Whether it was looking back that verified what the recipient had confirmed."""
    raised: ir.BooleanValue = (t["followed"] == "holds") & (t["strength"] == CONFIRMED)
    return raised


def strength_after(strength: ir.IntegerValue, result: ir.StringValue) -> ir.IntegerValue:
    """The strength of a target once it was looked back on: a relapse is only reported, a part at most confirmed.

    What the recipient confirmed and an independent person finds to hold is verified.
    """
    import ibis  # see results

    found: ir.IntegerValue = ibis.cases(
        ((result == "relapsed") & (strength > REPORTED), REPORTED),
        ((result == "partly") & (strength > CONFIRMED), CONFIRMED),
        ((result == "holds") & (strength == CONFIRMED), VERIFIED),
        else_=strength,
    )
    return found


def targets() -> ir.Table:
    """One row for each thing that is looked back on, with its number, programme and place."""
    import ibis  # see results

    shown = tuple(column.name for column in (*PROGRAMME, *PLACE))
    wanted = standing_now("follow_up").select("target")
    parts = [relation(name).select(*shown, target="root", target_number="number") for name in TARGETS]
    return ibis.union(*(part.semi_join(wanted, "target") for part in parts), distinct=False)


def follow_ups() -> ir.Table:
    """One row for each follow-up in force, with its latest result. It lies where its target does."""
    import ibis  # see results

    held = standing_now("follow_up").rename(record="id")
    taken = standing_now("follow_up_step")
    steps = taken.group_by(steps_matter=taken["matter"]).aggregate(
        asked=last(taken, taken["name"] == "asked", n="n", by="party", on="occurred_on"),
        result=last(taken, taken["name"] == "result", found="what", on="occurred_on"),
        withdrawn=last(taken, taken["name"] == "withdrawn", n="n", on="occurred_on"),
    )
    steps = spread(steps, "asked", "result", "withdrawn")
    t = held.left_join(steps, held["root"] == steps["steps_matter"])
    t = t.mutate(
        asked=t["asked_by"],
        result=t["result_found"].fill_null(""),
        state=ibis.cases(
            (t["withdrawn_n"].notnull(), "withdrawn"),
            (t["result_found"].notnull(), t["result_found"]),
            (t["asked_n"].notnull(), "asked"),
            else_="planned",
        ),
    )
    drawn = standing_now("draw").select(draw_number="number", drawn_root="root")
    t = t.left_join(drawn, t["draw"] == drawn["drawn_root"])
    there = relation("targets").rename(known_target="target")
    t = t.left_join(there, t["target"] == there["known_target"])
    for side in ("supporter", "handler", "asked"):
        t = party(t, side)
    return t.mutate(**entered(t))


def draws() -> ir.Table:
    """One row for each draw in force, with the frame that it chose from."""
    held = standing_now("draw").rename(record="id")
    frame = standing_now("frame").select(
        "plan",
        "target_kind",
        "source",
        "digest",
        "fixed_on",
        "number_on",
        frame_number="number",
        frame_size="size",
        frame_root="root",
    )
    t = held.left_join(frame, held["frame"] == frame["frame_root"])
    return t.mutate(**entered(t), **nowhere())
