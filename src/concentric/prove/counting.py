"""Which rows an indicator counts, as relational conditions.

The values and the evidence are both selected by these, so that a figure and the list behind it can't part.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, Any

from concentric.core.courses.strength import strength_of
from concentric.core.terms.periods import Period
from concentric.lake.snapshot import Engine
from concentric.lake.statements import named
from concentric.ledger.fields import plain
from concentric.prove.indicators import NO_RUNG, Count, Coverage, When
from concentric.prove.settling import settle
from concentric.prove.views import relation

if TYPE_CHECKING:
    import ibis.expr.types as ir


@dataclass(frozen=True)
class Scope:
    """The place that is asked for, by the paths of those that bear its code. `paths` is None where all places count."""

    paths: tuple[str, ...] | None = None

    def rows(self, table: ir.Table) -> ir.Table:
        """The rows of the place and of everything in it. A row without a place is in none."""
        import ibis  # 0.7 seconds: only processes that compute figures pay them

        if self.paths is None:
            return table
        inside = [table["path"].startswith(path) for path in self.paths]
        return table.filter(reduce(or_, inside, ibis.literal(False)))


def scope(engine: Engine, place: str | None) -> Scope:
    """The scope of a place code; nothing when no place in force bears it. One small query."""
    if place is None:
        return Scope()
    settle(engine, "places")
    found = engine.asked(named("paths", place), lambda: _paths(place))
    return Scope(tuple(sorted({path for (path,) in found})))


def _paths(place: str) -> ir.Table:
    places = relation("places")
    return places.filter(places["place"] == place).select("path")


def exact(value: Decimal | int) -> Decimal:
    """A number without trailing zeros: engines give four decimals where a sum has any."""
    return Decimal(plain(Decimal(value)))


def least(rung: str) -> int:
    """The strength a row needs for a rung; 1 where there is no ladder."""
    return 1 if rung == NO_RUNG else strength_of(rung)


def dated(table: ir.Table, when: When, period: Period) -> list[Any]:
    """The conditions that a row belongs to the period."""
    import ibis  # see Scope.rows

    found = []
    if when.during:
        found.append(table[when.during] >= ibis.literal(period.start))
        found.append(table[when.during] < ibis.literal(period.end))
    if when.since:
        last = ibis.literal(period.last)
        found.append(table[when.since] <= last)
        if when.until:
            found.append(table[when.until].isnull() | (table[when.until] > last))
    return found


def conditions(table: ir.Table, count: Count, period: Period) -> list[Any]:
    """The conditions that a row is counted, in whatever currency and at whatever rung."""
    found = dated(table, count.when, period)
    if count.where is not None:
        found.append(count.where.ibis(table))
    if count.distinct:
        found.append(table[count.distinct].notnull())
    return found


def in_currency(table: ir.Table, count: Count) -> Any:
    """The condition that a row is in the indicator's currency; None where it has none."""
    measure = count.view.measure(count.sum)
    return table[measure.currency] == count.currency if count.currency and measure else None


def strength(table: ir.Table, count: Count) -> Any:
    """The row's strength; 1 where there is no ladder."""
    import ibis  # see Scope.rows

    return table["strength"] if count.view.ladder else ibis.literal(1, "int64")


def at_rung(table: ir.Table, count: Count, rung: str) -> list[Any]:
    """The further conditions that a row is counted at a rung, in the indicator's currency."""
    column = count.columns()[rung]
    found = [strength(table, count) >= least(rung)] if count.view.ladder else []
    if column:
        found.append(table[column].notnull())
    money = in_currency(table, count)
    return found if money is None else [*found, money]


def all_of(parts: Iterable[Any]) -> Any:
    """The parts together; always true when there are none."""
    import ibis  # see Scope.rows

    return reduce(and_, parts, ibis.literal(True))


LISTED = ("idx", "roster", "member", "roster_from", "since", "until", "path")
"""What counting reads of the view `roster`, to know the members of a list."""


def members(coverage: Coverage, period: Period, where: Scope) -> ir.Table:
    """One row for each member of the roster on the period's last day, with the best rung it is covered at (`best`)."""
    import ibis  # see Scope.rows

    counted = coverage.counted
    lists = where.rows(relation("roster"))
    spans = [When(since="roster_from"), When(since="since", until="until")]
    listed = [condition for span in spans for condition in dated(lists, span, period)]
    lists = lists.filter(lists["roster"] == coverage.roster, *listed)
    ranked = lists.mutate(rank=ibis.row_number().over(group_by="member", order_by=lists["idx"]))
    once = ranked.filter(ranked["rank"] == 0).drop("rank")
    rows = relation(counted.view.name)
    money = in_currency(rows, counted)
    # The place asked for is that of the member, not that of the rows it is counted in.
    held = rows.filter(all_of([*conditions(rows, counted, period), *([] if money is None else [money])]))
    held = held.select(covered_member=held[coverage.member], covered_strength=strength(held, counted))
    best = held.group_by("covered_member").aggregate(best=held["covered_strength"].max())
    found = once.left_join(best, once["member"] == best["covered_member"]).drop("covered_member")
    return found.mutate(best=found["best"].fill_null(0))
