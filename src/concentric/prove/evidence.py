"""The rows behind a figure: exactly those that were counted, with what each adds to it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from concentric.core.terms.periods import Period
from concentric.lake.engines import engine_at
from concentric.lake.snapshot import Engine
from concentric.prove.counting import Scope, all_of, at_rung, conditions, least, members, scope
from concentric.prove.figures import NoSuchIndicator
from concentric.prove.indicators import Count, Coverage, Indicator, Outside, Ratio, indicators_of
from concentric.prove.listing import Audience, EvidenceColumn, Listing, plain_value
from concentric.prove.outside import candidates, latest_statistic
from concentric.prove.settling import settle
from concentric.prove.view import View
from concentric.prove.views import VIEWS, relation
from concentric.register.book import Book

if TYPE_CHECKING:
    import ibis.expr.types as ir

VALUE = EvidenceColumn("value", "views-column-value", "decimal")
COVERED = EvidenceColumn("covered", "views-column-covered", "integer")


class Evidence(Listing):
    """The rows of one figure at one rung.

    `value` of a row is what it adds: 1 for a counted row, its amount in a sum, the thing it names where things are
    counted once, 0 or 1 for a roster's member. Of a ratio these are the rows of its numerator, with those of the
    denominator in `denominator`.
    """

    def __init__(
        self,
        engine: Engine,
        view: View,
        make: Callable[[], ir.Table],
        *,
        zone: str,
        value: EvidenceColumn,
        audience: Audience = "public",
        denominator: Evidence | None = None,
    ) -> None:
        super().__init__(engine, view, make, zone=zone, audience=audience)
        self.denominator = denominator
        if value.name != "value" or view.column("value") is None:
            self.columns.append(value)
        self._value = value

    def counted(self) -> Iterator[tuple[Any, ...]]:
        """Index, record and value of each row, in the order of the log."""
        return self.all("idx", "record", self._value.name)

    def digest(self) -> str:
        """SHA-256 (hex) over "idx record value" of each row in the order of the log, a line each.

        The same on every engine. A ratio's is that over the digests of its two parts, a line each.
        """
        own = hashlib.sha256()
        for idx, record, value in self.counted():
            own.update(f"{idx} {record} {plain_value(value)}\n".encode())
        if self.denominator is None:
            return own.hexdigest()
        both = f"{own.hexdigest()}\n{self.denominator.digest()}\n"
        return hashlib.sha256(both.encode()).hexdigest()


def evidence(
    book: Book,
    code: str,
    *,
    period: Period,
    place: str | None = None,
    position: int | None = None,
    rung: str | None = None,
    audience: Audience = "public",
    engine: str | Engine = "duckdb",
) -> Evidence:
    """The rows behind the figure `code` with the same arguments, at its headline or at another rung of its ladder.

    `audience` "office" adds the columns that only the office sees. NoSuchIndicator for an unknown code or rung.
    """
    known = indicators_of(book)
    if code not in known:
        raise NoSuchIndicator("figures-no-such-indicator", value=code, known=", ".join(known))
    where = place or book.place or None
    selecting = _Selecting(book, engine_at(engine, position), period, where, audience)
    return selecting.evidence(known[code], known, rung)


class _Selecting:
    def __init__(self, book: Book, engine: Engine, period: Period, place: str | None, audience: Audience) -> None:
        self.book = book
        self.engine = engine
        self.period = period
        self.place = place
        self.audience: Audience = audience

    def evidence(self, indicator: Indicator, known: dict[str, Indicator], rung: str | None) -> Evidence:
        means = indicator.means
        if isinstance(means, Ratio):
            top = self.evidence(known[means.numerator], known, rung)
            top.denominator = self.evidence(known[means.denominator], known, None)
            return top
        if isinstance(means, Count):
            return self.count(means, self.rung(means, rung))
        if isinstance(means, Coverage):
            return self.coverage(means, self.rung(means.counted, rung))
        return self.outside(means)

    def rung(self, count: Count, asked: str | None) -> str:
        rung = count.headline if asked is None else asked
        if rung not in count.columns():
            raise NoSuchIndicator("figures-no-such-rung", value=rung, known=", ".join(count.columns()))
        return rung

    def made(self, view: View, make: Callable[[], ir.Table], value: EvidenceColumn) -> Evidence:
        return Evidence(self.engine, view, make, zone=self.book.time_zone, value=value, audience=self.audience)

    def count(self, count: Count, rung: str) -> Evidence:
        view = settle(self.engine, count.view.name)
        kind = "decimal" if count.sum else "text" if count.distinct else "integer"
        make = partial(_counted, count, rung, self.period, scope(self.engine, self.place))
        return self.made(view, make, EvidenceColumn("value", VALUE.label, kind))

    def coverage(self, coverage: Coverage, rung: str) -> Evidence:
        settle(self.engine, coverage.counted.view.name)
        view = settle(self.engine, "roster")
        make = partial(_members, coverage, rung, self.period, scope(self.engine, self.place))
        return self.made(view, make, COVERED)

    def outside(self, means: Outside) -> Evidence:
        row = latest_statistic(self.engine, means.statistic, self.period, self.place, self.book.place)
        idx = -1 if row is None else row.idx

        def make() -> ir.Table:
            table = candidates(means.statistic, self.period, self.place, self.book.place)
            return table.filter(table["idx"] == idx)

        return self.made(VIEWS["statistics"], make, VALUE)


# Kept by what they depend on: a reader who turns a page asks for the same rows, and writing them down takes Ibis longer
# than it takes DuckDB to find them.
@lru_cache(maxsize=512)
def _counted(count: Count, rung: str, period: Period, where: Scope) -> ir.Table:
    import ibis  # 0.7 seconds: only processes that compute figures pay them

    table = where.rows(relation(count.view.name))
    table = table.filter(all_of([*conditions(table, count, period), *at_rung(table, count, rung)]))
    column = count.columns()[rung] or count.distinct
    added = table[column] if column else ibis.literal(1, "int64")
    return table.mutate(value=added)


@lru_cache(maxsize=512)
def _members(coverage: Coverage, rung: str, period: Period, where: Scope) -> ir.Table:
    table = members(coverage, period, where)
    return table.mutate(covered=(table["best"] >= least(rung)).ifelse(1, 0))
