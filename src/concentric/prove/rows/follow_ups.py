"""What looking back found: the last result for each target, what it does to its strength, and the views of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concentric.core.courses.strength import CONFIRMED, REPORTED, VERIFIED
from concentric.lake.relations import standing_now
from concentric.prove.rows.roles import latest, only
from concentric.prove.rows.tables import entered, nowhere, party
from concentric.prove.view import PLACE, PROGRAMME
from concentric.prove.views import relation

if TYPE_CHECKING:
    import ibis.expr.types as ir

FINDINGS = ("holds", "partly", "relapsed")
"""Results that say whether a thing holds. The others say nothing of it, so they unsay no earlier finding."""
TARGETS = ("activities", "assignments", "cases", "commitments", "pairings", "projects", "sites")
"""The views of what can be looked back on."""


def last_results() -> ir.Table:
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
    last = last_results().select("result_channel", followed_root="target", followed="result")
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
    import ibis  # see last_results

    found: ir.IntegerValue = ibis.cases(
        ((result == "relapsed") & (strength > REPORTED), REPORTED),
        ((result == "partly") & (strength > CONFIRMED), CONFIRMED),
        ((result == "holds") & (strength == CONFIRMED), VERIFIED),
        else_=strength,
    )
    return found


def targets() -> ir.Table:
    """One row for each thing that is looked back on, with its number, programme and place."""
    import ibis  # see last_results

    shown = tuple(column.name for column in (*PROGRAMME, *PLACE))
    wanted = standing_now("follow_up").select("target")
    parts = [relation(name).select(*shown, target="root", target_number="number") for name in TARGETS]
    return ibis.union(*(part.semi_join(wanted, "target") for part in parts), distinct=False)


def follow_ups() -> ir.Table:
    """One row for each follow-up in force, with its latest result. It lies where its target does."""
    import ibis  # see last_results

    held = standing_now("follow_up").rename(record="id")
    last = latest(standing_now("follow_up_step"), ["matter", "name"])
    asked, result, withdrawn = (last["name"] == name for name in ("asked", "result", "withdrawn"))
    steps = last.group_by(steps_matter=last["matter"]).aggregate(
        asked_n=only(last["n"], asked),
        asked=only(last["party"], asked),
        asked_on=only(last["occurred_on"], asked),
        found=only(last["what"], result),
        result_on=only(last["occurred_on"], result),
        withdrawn_n=only(last["n"], withdrawn),
        withdrawn_on=only(last["occurred_on"], withdrawn),
    )
    t = held.left_join(steps, held["root"] == steps["steps_matter"])
    t = t.mutate(
        result=t["found"].fill_null(""),
        state=ibis.cases(
            (t["withdrawn_n"].notnull(), "withdrawn"),
            (t["found"].notnull(), t["found"]),
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
