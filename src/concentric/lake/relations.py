"""What of the mirrored tables is in force at a position of the log: pure relations, the same on every Ibis engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from concentric.lake.shape import Shape, shapes

if TYPE_CHECKING:
    import ibis.expr.types as ir

_TYPES = {
    "id": "string",
    "text": "string",
    "integer": "int64",
    "decimal": "decimal(22, 4)",
    "date": "date",
    "time": "timestamp(6)",
    "truth": "boolean",
}
RAW = "raw_"
"""What names of mirrored tables start with; a table in force bears the bare name."""
ALL = "all_"
"""What names of tables with every version known start with: for the few kinds where an older version still counts."""
VERSIONED = ("roster",)
UNCOUNTED = ("charter", "void", "book")
"""Kinds that are mirrored, but that no figure is made of."""


def table(shape: Shape, name: str) -> ir.Table:
    """An unbound table of this shape under `name`."""
    import ibis  # 0.7 seconds: only processes that compute figures pay them

    return ibis.table({column.name: _TYPES[column.type] for column in shape.columns}, name=name)


def in_force(name: str) -> ir.Table:
    """The table `name` in force, from the mirrored ones, with `entered_at`: when the thing was first entered.

    Steps that stand: those not taken back, counter-steps left out. Everything else: neither superseded nor voided. The
    mirrored tables hold what was known at the position; the expression is the same for all.
    """
    shape = shapes()[name]
    known = table(shape, RAW + name)
    if any(column.name == "matter" for column in shape.columns):
        return _standing(known)
    marks = table(shapes()["void"], RAW + "void")
    gone = marks.select(gone=marks.target)
    late = known.filter(known.supersedes.notnull())
    replaced = late.select(gone=late.supersedes)
    first = known.filter(known.id == known.root).semi_join(late, "root").select("root", first_at="recorded_at")
    found = known.anti_join(replaced, known.id == replaced.gone)
    found = found.anti_join(gone, found.root == gone.gone)
    found = found.left_join(first, "root")
    columns = [column.name for column in shape.columns]
    return found.select(*columns, entered_at=found.first_at.coalesce(found.recorded_at))


def _standing(steps: ir.Table) -> ir.Table:
    counter = steps.filter(steps["name"] == "reversed")
    back = counter.select(back_matter=counter.matter, back_of=counter.of)
    standing = steps.filter(steps["name"] != "reversed")
    found = standing.anti_join(back, [standing.matter == back.back_matter, standing.n == back.back_of])
    return found.mutate(entered_at=found.recorded_at)


def standing_now(name: str) -> ir.Table:
    """The table `name` as a snapshot holds it: its columns and `entered_at`."""
    import ibis  # see table

    shape = shapes()[name]
    columns = {column.name: _TYPES[column.type] for column in shape.columns}
    return ibis.table({**columns, "entered_at": _TYPES["time"]}, name=name)


def versions(name: str) -> ir.Table:
    """Every version of a record that was known, as a snapshot holds it: one of `VERSIONED`."""
    return table(shapes()[name], ALL + name)


def tables() -> Iterator[tuple[str, Callable[[], ir.Table]]]:
    """Every table that a snapshot holds, by its name there, and what makes it."""
    for name in shapes():
        if name not in UNCOUNTED:
            yield name, partial(in_force, name)
    for name in VERSIONED:
        yield ALL + name, partial(table, shapes()[name], RAW + name)
