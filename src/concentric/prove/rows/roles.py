"""Which part the author of a step plays in its matter, as `core.courses` tells it, in relational form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from concentric.lake.relations import standing_now

if TYPE_CHECKING:
    import ibis.expr.types as ir

WHO = (("recipient", "recipient"), ("supporter", "supporter"), ("other", "independent"))
"""Role of the author -> who attests. An account that speaks for nobody is the office's own."""


def role(by: ir.Column, table: ir.Table) -> ir.StringColumn:
    """office, supporter, recipient, other, or "" for nobody known. One that plays several counts as the first."""
    import ibis  # 0.7 seconds: only processes that compute figures pay them

    found: ir.StringColumn = ibis.cases(
        (by.isnull(), ""),
        (by == table["matter_office"], "office"),
        (by == table["supporter"], "supporter"),
        (by == table["recipient"], "recipient"),
        else_="other",
    )
    return found


def attested(role: ir.StringColumn) -> ir.StringColumn:
    """Who attests: recipient, supporter, office or independent."""
    import ibis  # see role

    found: ir.StringColumn = ibis.cases(*((role == name, who) for name, who in WHO), else_="office")
    return found


def spoken_steps(matter: str, supporter: str = "supporter", recipient: str = "recipient") -> ir.Table:
    """The standing steps of a kind of matter whose matter is in force, each with the `role` of its author.

    The columns named hold its two sides; "" for a side that the kind doesn't have.
    """
    import ibis  # see role

    held = standing_now(matter)
    sides = {
        name: held[column] if column else ibis.null("string")
        for name, column in (("supporter", supporter), ("recipient", recipient))
    }
    matters = held.select(matter_root=held["root"], matter_office=held["office"], **sides)
    steps = standing_now(f"{matter}_step")
    found = steps.inner_join(matters, steps["matter"] == matters["matter_root"])
    return found.mutate(role=role(found["attested_by"], found))


def latest(steps: ir.Table, groups: list[str]) -> ir.Table:
    """The step with the highest number in each group."""
    import ibis  # see role

    ranked = steps.mutate(rank=ibis.row_number().over(group_by=groups, order_by=steps["n"].desc()))
    return ranked.filter(ranked["rank"] == 0).drop("rank")


def only(column: ir.Column, where: ir.BooleanValue) -> Any:
    """The value of `column` in the one row of the group where `where` holds; null when there is none."""
    return column.max(where=where)
