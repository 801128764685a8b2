"""Counting many indicators of one view at once: one pass for rows and sums, one more for each `distinct` column.

`conditions` says which rows an indicator counts; the evidence is selected by the same function, so that a figure and
the list behind it can't part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING, Any

from concentric.core.courses.strength import strength_of
from concentric.core.terms.periods import Period
from concentric.lake.snapshot import Engine
from concentric.prove.indicators import NO_RUNG, Count, Coverage, When
from concentric.prove.settling import settle
from concentric.prove.views import View, relation

if TYPE_CHECKING:
    import ibis.expr.types as ir


@dataclass(frozen=True)
class Tally:
    """What was counted: a value for each rung, the rows at the headline, and those left out for their currency."""

    rungs: dict[str, Decimal]
    rows: int
    left_out: int = 0


def least(rung: str) -> int:
    """The strength a row needs for a rung; 1 where there is no ladder."""
    return 1 if rung == NO_RUNG else strength_of(rung)


def within(table: ir.Table, place: str | None) -> ir.Table:
    """The rows of a place and of everything in it; all rows when no place is asked for."""
    return table if place is None else table.filter(table["path"].contains(f"/{place}/"))


def dated(table: ir.Table, when: When, period: Period) -> list[Any]:
    """The conditions that a row belongs to the period."""
    import ibis  # 0.7 seconds: only processes that compute figures pay them

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


def conditions(table: ir.Table, count: Count, period: Period, *, any_currency: bool = False) -> list[Any]:
    """The conditions that a row is counted, whatever its rung. `any_currency`: also sums in another currency."""
    found = dated(table, count.when, period)
    if count.where is not None:
        found.append(count.where.ibis(table))
    if count.distinct:
        found.append(table[count.distinct].notnull())
    if count.currency and not any_currency:
        found.append(_in_currency(table, count))
    return found


def _in_currency(table: ir.Table, count: Count) -> Any:
    measure = count.view.measure(count.sum)
    return table[measure.currency if measure else ""] == count.currency


def at_rung(table: ir.Table, count: Count, rung: str) -> list[Any]:
    """The further conditions that a row is counted at a rung."""
    column = count.columns()[rung]
    found = [table["strength"] >= least(rung)] if count.view.ladder else []
    return [*found, table[column].notnull()] if column else found


def all_of(parts: Iterable[Any]) -> Any:
    """The parts together; always true when there are none."""
    import ibis  # see dated

    return reduce(and_, parts, ibis.literal(True))


def tally(engine: Engine, counts: Sequence[Count], period: Period, place: str | None) -> list[Tally]:
    """Count them all, each in its view, over one place and period. One query for each view and distinct column."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, count in enumerate(counts):
        groups[count.view.name, count.distinct].append(n)
    found: list[Tally | None] = [None] * len(counts)
    for (view, distinct), numbers in groups.items():
        settle(engine, view)
        mine = [counts[n] for n in numbers]
        make = _distinct if distinct else _plain
        row = engine.rows(make(mine[0].view, mine, period, place))[0]
        for n, count, part in zip(numbers, mine, _split(row, mine), strict=True):
            found[n] = _read(count, part)
    return [one for one in found if one is not None]


def _width(count: Count) -> int:
    return len(count.columns()) + 2


def _split(row: tuple[Any, ...], counts: Sequence[Count]) -> Iterable[tuple[Any, ...]]:
    start = 0
    for count in counts:
        yield row[start : start + _width(count)]
        start += _width(count)


def _read(count: Count, part: tuple[Any, ...]) -> Tally:
    *values, rows, left_out = part
    rungs = dict(zip(count.columns(), (Decimal(value or 0) for value in values), strict=True))
    return Tally(rungs, int(rows or 0), int(left_out or 0))


def _prepared(view: View, counts: Sequence[Count], period: Period, place: str | None) -> ir.Table:
    """For each count a column with the row's strength where it is counted, else null; and the same in any currency."""
    import ibis  # see dated

    table = within(relation(view.name), place)
    strength = table["strength"] if view.ladder else ibis.literal(1, "int64")
    none = ibis.null("int64")
    columns: dict[str, Any] = {}
    for n, count in enumerate(counts):
        columns[f"s{n}"] = all_of(conditions(table, count, period)).ifelse(strength, none)
        if count.currency:
            other = all_of([*conditions(table, count, period, any_currency=True), ~_in_currency(table, count)])
            columns[f"o{n}"] = other.ifelse(strength, none)
    keep = {count.distinct for count in counts} | {
        name for count in counts for name in count.columns().values() if name
    }
    return table.select(*sorted(keep - {""}), **columns)


def _plain(view: View, counts: Sequence[Count], period: Period, place: str | None) -> ir.Table:
    import ibis  # see dated

    table = _prepared(view, counts, period, place)
    found: dict[str, Any] = {}
    for n, count in enumerate(counts):
        columns = count.columns()
        reached = table[f"s{n}"]
        for k, (rung, column) in enumerate(columns.items()):
            there = reached >= least(rung)
            found[f"v{n}_{k}"] = table[column].sum(where=there) if column else reached.count(where=there)
        headline = columns[count.headline]
        enough = least(count.headline)
        counted = table[headline] if headline else reached
        found[f"r{n}"] = counted.count(where=reached >= enough)
        if count.currency and headline:
            found[f"l{n}"] = table[headline].count(where=table[f"o{n}"] >= enough)
        else:
            found[f"l{n}"] = ibis.literal(0)
    return table.aggregate(**found)


def _distinct(view: View, counts: Sequence[Count], period: Period, place: str | None) -> ir.Table:
    import ibis  # see dated

    table = _prepared(view, counts, period, place)
    table = table.filter(table[counts[0].distinct].notnull())
    # One row for each thing with the best rung it stands on: cheaper than counting it anew for every rung.
    things = table.group_by(counts[0].distinct).aggregate(
        **{f"b{n}": table[f"s{n}"].max() for n in range(len(counts))},
        **{
            f"r{n}": table[f"s{n}"].count(where=table[f"s{n}"] >= least(count.headline))
            for n, count in enumerate(counts)
        },
    )
    found: dict[str, Any] = {}
    for n, count in enumerate(counts):
        for k, rung in enumerate(count.columns()):
            found[f"v{n}_{k}"] = things[f"b{n}"].count(where=things[f"b{n}"] >= least(rung))
        found[f"r{n}"] = things[f"r{n}"].sum()
        found[f"l{n}"] = ibis.literal(0)
    return things.aggregate(**found)


def members(coverage: Coverage, period: Period, place: str | None) -> ir.Table:
    """One row for each member of the roster on the period's last day, with the best rung it is covered at (`best`)."""
    import ibis  # see dated

    counted = coverage.counted
    lists = within(relation("roster"), place)
    spans = [When(since="roster_from"), When(since="since", until="until")]
    listed = [condition for span in spans for condition in dated(lists, span, period)]
    lists = lists.filter(lists["roster"] == coverage.roster, *listed)
    ranked = lists.mutate(rank=ibis.row_number().over(group_by="member", order_by=lists["idx"]))
    once = ranked.filter(ranked["rank"] == 0).drop("rank")
    rows = relation(counted.view.name)
    strength = rows["strength"] if counted.view.ladder else ibis.literal(1, "int64")
    # The place asked for is that of the member, not that of the rows it is counted in.
    held = rows.filter(all_of(conditions(rows, counted, period))).select(
        covered_member=rows[coverage.member], covered_strength=strength
    )
    best = held.group_by("covered_member").aggregate(best=held["covered_strength"].max())
    found = once.left_join(best, once["member"] == best["covered_member"]).drop("covered_member")
    return found.mutate(best=found["best"].fill_null(0))


def cover(engine: Engine, coverage: Coverage, period: Period, place: str | None) -> tuple[Tally, int] | None:
    """Covered members at each rung, and members in all. None when no list of that roster reaches back to the period."""
    for view in ("rosters", "roster", coverage.counted.view.name):
        settle(engine, view)
    lists = relation("rosters")
    known = lists.filter(lists["number"] == coverage.roster, *dated(lists, When(since="roster_from"), period))
    if not engine.rows(known.aggregate(known=known.count()))[0][0]:
        return None
    table = members(coverage, period, place)
    rungs = list(coverage.counted.columns())
    row = engine.rows(
        table.aggregate(
            members=table.count(),
            **{f"v{k}": table["best"].count(where=table["best"] >= least(rung)) for k, rung in enumerate(rungs)},
        )
    )[0]
    values = {rung: Decimal(value) for rung, value in zip(rungs, row[1:], strict=True)}
    return Tally(values, row[0]), row[0]
