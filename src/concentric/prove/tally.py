"""Counting many indicators at once: one query for each view.

Each indicator is a branch that filters first and then counts by strength, so that every rung follows by adding up; two
that differ in their headline only share a branch.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from concentric.core.terms.periods import Period
from concentric.lake.pruned import pruned
from concentric.lake.snapshot import Engine
from concentric.lake.statements import named
from concentric.prove.counting import (
    LISTED,
    Scope,
    all_of,
    conditions,
    dated,
    exact,
    in_currency,
    least,
    members,
    scope,
    strength,
)
from concentric.prove.indicators import NO_RUNG, Count, Coverage, When
from concentric.prove.settling import settle, settle_all
from concentric.prove.views import relation

if TYPE_CHECKING:
    import ibis.expr.types as ir

WIDTH = 4  # rungs at most
_EXACT = Context(prec=60)


@dataclass(frozen=True)
class Tally:
    """What was counted: a value for each rung, the rows at the headline, and those left out for their currency."""

    rungs: dict[str, Decimal]
    rows: int
    left_out: int = 0


Row = tuple[Any, ...]


def tally(engine: Engine, counts: Sequence[Count], period: Period, place: str | None) -> list[Tally]:
    """Count them all over one place and period. One query for each view."""
    views: dict[str, list[Count]] = defaultdict(list)
    for count in counts:
        base = replace(count, headline=NO_RUNG)
        if base not in views[count.view.name]:
            views[count.view.name].append(base)
    where = scope(engine, place)
    found: dict[Count, list[Row]] = {}
    for name, bases in views.items():
        settle(engine, name, frozenset().union(*(base.reads() for base in bases)))
        rows: dict[int, list[Row]] = defaultdict(list)
        asked = named("tally", bases, period, where)
        for which, *row in engine.asked(asked, partial(_query, tuple(bases), period, where)):
            rows[which].append(tuple(row))
        found |= {base: rows[n] for n, base in enumerate(bases)}
    return [_read(count, found[replace(count, headline=NO_RUNG)]) for count in counts]


@lru_cache(maxsize=256)
def _query(bases: tuple[Count, ...], period: Period, where: Scope) -> ir.Table:
    import ibis  # 0.7 seconds: only processes that compute figures pay them

    branches = [branch for n, base in enumerate(bases) for branch in _branches(n, base, period, where)]
    return pruned(branches[0] if len(branches) == 1 else ibis.union(*branches, distinct=False)).table


def _branches(which: int, count: Count, period: Period, where: Scope) -> Iterator[ir.Table]:
    """Columns: which, way, strength, other currency, n, then the sum and the number of rows at each rung."""
    table = where.rows(relation(count.view.name))
    table = table.filter(all_of(conditions(table, count, period)))
    if count.sum:
        yield _sums(which, table, count)
        return
    ranked = table.select(strength=strength(table, count))
    yield _shaped(which, "rows", ranked.group_by("strength").aggregate(n=ranked.count()))
    if count.distinct:
        # One row for each thing with the best rung it stands on: cheaper than counting it anew for every rung.
        held = table.select(thing=table[count.distinct], rank=strength(table, count))
        things = held.group_by("thing").aggregate(strength=held["rank"].max())
        yield _shaped(which, "things", things.group_by("strength").aggregate(n=things.count()))


def _sums(which: int, table: ir.Table, count: Count) -> ir.Table:
    import ibis  # see _query

    money = in_currency(table, count)
    other = ibis.literal(False) if money is None else (~money).fill_null(True)
    columns = [column for column in count.columns().values() if column]
    held = table.select(strength=strength(table, count), other=other, **{c: table[c] for c in columns})
    found = held.group_by(["strength", "other"]).aggregate(
        n=held.count(),
        **{f"s{k}": held[column].sum() for k, column in enumerate(columns)},
        **{f"c{k}": held[column].count() for k, column in enumerate(columns)},
    )
    return _shaped(which, "sums", found)


def _shaped(which: int, way: str, table: ir.Table) -> ir.Table:
    import ibis  # see _query

    have = set(table.columns)
    columns = {"which": ibis.literal(which, "int64"), "way": ibis.literal(way), "strength": table["strength"]}
    columns["other"] = table["other"] if "other" in have else ibis.literal(False)
    columns["n"] = table["n"]
    for k in range(WIDTH):
        columns[f"s{k}"] = (table[f"s{k}"] if f"s{k}" in have else ibis.literal(0)).cast("decimal(38, 4)")
        columns[f"c{k}"] = table[f"c{k}"] if f"c{k}" in have else ibis.literal(0, "int64")
    return table.select(**columns)


def _read(count: Count, found: list[Row]) -> Tally:
    rungs: dict[str, Decimal] = {}
    rows: dict[str, int] = {}
    left_out: dict[str, int] = {}
    for k, rung in enumerate(count.columns()):
        enough = [row for row in found if row[1] >= least(rung)]
        if count.sum:
            mine, others = ([row for row in enough if row[2] is other] for other in (False, True))
            total = Decimal(0)
            for row in mine:
                total = _EXACT.add(total, row[4 + 2 * k] or 0)
            rungs[rung] = exact(total)
            rows[rung], left_out[rung] = (sum(row[5 + 2 * k] for row in part) for part in (mine, others))
        else:
            way = "things" if count.distinct else "rows"
            rungs[rung] = Decimal(sum(row[3] for row in enough if row[0] == way))
            rows[rung], left_out[rung] = sum(row[3] for row in enough if row[0] == "rows"), 0
    return Tally(rungs, rows[count.headline], left_out[count.headline])


def cover(engine: Engine, coverage: Coverage, period: Period, place: str | None) -> tuple[Tally, int] | None:
    """Covered members at each rung, and members in all. None when no list of that roster reaches back to the period."""
    settle_all(engine, {"rosters": None, "roster": LISTED, coverage.counted.view.name: coverage.reads()})
    if not engine.asked(named("known", coverage.roster, period), partial(_known, coverage.roster, period))[0][0]:
        return None
    rungs = list(coverage.counted.columns())
    here = scope(engine, place)
    row = engine.asked(named("cover", coverage, period, here), partial(_covered, coverage, period, here))[0]
    values = {rung: Decimal(value) for rung, value in zip(rungs, row[1:], strict=True)}
    return Tally(values, row[0]), row[0]


def _known(roster: str, period: Period) -> ir.Table:
    """How many lists of the roster reach back to the period's end."""
    lists = relation("rosters")
    known = lists.filter(lists["number"] == roster, *dated(lists, When(since="roster_from"), period))
    return known.aggregate(known=known.count())


@lru_cache(maxsize=256)
def _covered(coverage: Coverage, period: Period, where: Scope) -> ir.Table:
    table = members(coverage, period, where)
    rungs = coverage.counted.columns()
    reached = {f"v{k}": table["best"].count(where=table["best"] >= least(rung)) for k, rung in enumerate(rungs)}
    return pruned(table.aggregate(members=table.count(), **reached)).table
