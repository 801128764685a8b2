"""Which part the author of a step plays in its matter, as `core.courses` tells it, in relational form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from concentric.lake.relations import standing_now

if TYPE_CHECKING:
    import ibis.expr.types as ir

WHO = (("recipient", "recipient"), ("supporter", "supporter"), ("other", "independent"))
"""Role of the author -> who attests. An account that speaks for nobody is the office's own."""
LONGEST_LOG = 10**15
"""More entries than a log ever has: what orders by a rung first, and by a position second."""


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


def spoken_steps(matter: str, supporter: str = "supporter", recipient: str = "recipient", **more: str) -> ir.Table:
    """The standing steps of a kind of matter whose matter is in force, each with the `role` of its author.

    The columns named hold its two sides; "" for a side that the kind doesn't have. `more` are others of the matter's.
    """
    import ibis  # see role

    held = standing_now(matter)
    sides = {
        name: held[column] if column else ibis.null("string")
        for name, column in (("supporter", supporter), ("recipient", recipient))
    }
    beside = {name: held[column] for name, column in more.items()}
    matters = held.select(matter_root=held["root"], matter_office=held["office"], **sides, **beside)
    steps = standing_now(f"{matter}_step")
    found = steps.inner_join(matters, steps["matter"] == matters["matter_root"])
    return found.mutate(role=role(found["attested_by"], found))


def last(steps: ir.Table, where: ir.BooleanValue, **columns: str) -> Any:
    """Of a group of steps, the highest in number where `where` holds: these columns of it, together as one value."""
    return _held(steps, columns).argmax(steps["n"], where=where)


def best(parts: ir.Table, **columns: str) -> Any:
    """Of a group of parts, one of the strongest: that whose backing stands last in the log. Columns as of `last`."""
    return _held(parts, columns).argmax(parts["strength"] * LONGEST_LOG + parts["backed_by"])


def _held(table: ir.Table, columns: dict[str, str]) -> Any:
    import ibis  # see role

    # Of a column that may be null the engines disagree whether its nulls can be the last; a struct is never null.
    return ibis.struct({name: table[column] for name, column in columns.items()})


def spread(table: ir.Table, *values: str) -> ir.Table:
    """`table` with each of these values taken apart: `own` with `n` and `name` becomes `own_n` and `own_name`."""
    parts = {f"{value}_{name}": table[value][name] for value in values for name in table[value].type().names}
    return table.mutate(**parts).drop(*values)
