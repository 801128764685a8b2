"""What looking back found: the last result for each target, and what it does to a target's strength."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concentric.core.courses.strength import CONFIRMED, REPORTED, VERIFIED
from concentric.lake.relations import standing_now

if TYPE_CHECKING:
    import ibis.expr.types as ir

FINDINGS = ("holds", "partly", "relapsed")
"""Results that say whether a thing holds. The others say nothing of it, so they unsay no earlier finding."""


def last_results() -> ir.Table:
    """One row for each root that was looked back on: `target`, `result`, `result_on`.

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
    return last.select("target", result="what", result_on="occurred_on")


def followed(table: ir.Table) -> ir.Table:
    """`table` with `followed`, the last result for its `root`; "" where nobody has looked back."""
    last = last_results().select(followed_root="target", followed="result")
    found = table.left_join(last, table["root"] == last["followed_root"])
    return found.mutate(followed=found["followed"].fill_null(""))


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
