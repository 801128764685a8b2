"""The rows behind a figure: exactly those that were counted, to page through, search, take along and sum up again."""

from __future__ import annotations

import csv
import hashlib
from collections import Counter as Tallies
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cached_property
from typing import IO, TYPE_CHECKING, Any, Literal, NamedTuple
from zoneinfo import ZoneInfo

from concentric.core.terms.periods import Period
from concentric.core.terms.words import say
from concentric.lake.engines import engine_at
from concentric.lake.snapshot import Engine
from concentric.ledger.fields import plain
from concentric.prove.counting import all_of, at_rung, conditions, exact, least, members, scope
from concentric.prove.figures import NoSuchIndicator
from concentric.prove.indicators import Count, Coverage, Indicator, Outside, Ratio, indicators_of
from concentric.prove.outside import candidates, latest_statistic
from concentric.prove.settling import settle
from concentric.prove.view import Column, View
from concentric.prove.views import VIEWS, relation
from concentric.register.book import Book

if TYPE_CHECKING:
    import ibis.expr.types as ir

Audience = Literal["public", "office"]
BATCH = 20_000  # rows fetched at once where all of them are gone through
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run text that starts so


class Lateness(NamedTuple):
    """Days from the day something happened to the day its record was entered, over the `n` rows that bear a date."""

    median_days: int | None
    max_days: int | None
    n: int


class Attestation(NamedTuple):
    """`n` rows stand on the word of `who` (recipient, supporter, office, independent), given through `channel`."""

    who: str
    channel: str
    n: int


@dataclass(frozen=True)
class EvidenceColumn:
    """A column of the evidence: `label` is the word key of its heading, `kind` text, integer, decimal, date or time."""

    name: str
    label: str
    kind: str


VALUE = EvidenceColumn("value", "views-column-value", "decimal")
COVERED = EvidenceColumn("covered", "views-column-covered", "integer")


class Evidence:
    """The rows of one figure at one rung. Everything is computed when it is asked for; nothing is held.

    `value` of a row is what it adds: 1 for a counted row, its amount in a sum, the thing it names where things are
    counted once, 0 or 1 for a roster's member. Of a ratio these are the rows of its numerator, with those of the
    denominator in `denominator`.
    """

    def __init__(
        self,
        engine: Engine,
        view: View,
        table: ir.Table,
        *,
        zone: str,
        value: EvidenceColumn,
        audience: Audience = "public",
        denominator: Evidence | None = None,
    ) -> None:
        self.engine = engine
        self.view = view
        self.table = table
        self.zone = ZoneInfo(zone)
        self.denominator = denominator
        shown = [column for column in view.columns if audience == "office" or column.disclosure == "public"]
        added = value.name if value.name != "value" or view.column("value") is None else ""
        self.columns: list[EvidenceColumn] = [_column(column) for column in shown]
        if added:
            self.columns.append(value)
        self._value = value

    # -- rows ----------------------------------------------------------------------------------------------------

    @cached_property
    def count(self) -> int:
        """How many rows there are."""
        return int(self.engine.rows(self.table.aggregate(n=self.table.count()))[0][0])

    def found(self, search: str) -> int:
        """How many rows a search finds."""
        table = self._searched(search)
        return int(self.engine.rows(table.aggregate(n=table.count()))[0][0])

    def page(self, number: int, size: int, search: str = "", order: str = "") -> list[dict[str, Any]]:
        """Page `number` (from 1) of `size` rows; whoever asks on behalf of somebody else bounds it.

        `search`: a part of a label; `order`: a column, or "-column".

        A blank or unknown order is that of the log; equal rows always keep it.
        """
        start = (max(number, 1) - 1) * size
        table = self._searched(search)
        table = table.order_by(self._order(table, order)).limit(size, offset=start)
        return self._dicts(table)

    def _order(self, table: ir.Table, order: str) -> list[Any]:
        name, falling = order.removeprefix("-"), order.startswith("-")
        last = [table["idx"].asc(), table["record"].asc()]
        if name not in {column.name for column in self.columns}:
            return last
        # Where a row has no value its place must not depend on the engine: last, either way.
        return [table[name].isnull(), table[name].desc() if falling else table[name].asc(), *last]

    def _searched(self, search: str) -> ir.Table:
        wanted = search.strip().lower()
        if not wanted:
            return self.table
        found = None
        for label in self.view.labels:
            hit = self.table[label].lower().contains(wanted).fill_null(False)
            found = hit if found is None else found | hit
        return self.table.filter(found)

    def _dicts(self, table: ir.Table) -> list[dict[str, Any]]:
        names = [column.name for column in self.columns]
        rows = self.engine.rows(table.select(*names))
        return [dict(zip(names, map(_exact, row), strict=True)) for row in rows]

    def all(self, *names: str) -> Iterator[tuple[Any, ...]]:
        """All rows in the order of the log, `BATCH` at a time; only the columns `names`."""
        columns = list(dict.fromkeys(("idx", *names)))
        places = [columns.index(name) for name in names]
        last = -1
        while True:
            part = self.table.filter(self.table["idx"] > last).order_by("idx").limit(BATCH)
            rows = self.engine.rows(part.select(*columns))
            for row in rows:
                yield tuple(row[place] for place in places)
            if len(rows) < BATCH:
                return
            last = rows[-1][0]

    # -- taken along ---------------------------------------------------------------------------------------------

    def csv(self, file: IO[str], lang: str = "zh-Hans") -> None:
        """Write all rows as CSV with headings in `lang`. It starts with a byte order mark, or Excel misreads Chinese.

        Text that a spreadsheet would run as a formula gets an apostrophe before it.
        """
        file.write("\ufeff")
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([say(column.label, lang) for column in self.columns])
        for row in self.all(*(column.name for column in self.columns)):
            writer.writerow([_cell(value) for value in row])

    def digest(self) -> str:
        """SHA-256 (hex) over "idx record value" of each row in the order of the log, a line each.

        The same on every engine. A ratio's is that over the digests of its two parts, a line each.
        """
        own = hashlib.sha256()
        for idx, record, value in self.all("idx", "record", self._value.name):
            own.update(f"{idx} {record} {_plain(value)}\n".encode())
        if self.denominator is None:
            return own.hexdigest()
        both = f"{own.hexdigest()}\n{self.denominator.digest()}\n"
        return hashlib.sha256(both.encode()).hexdigest()

    # -- what can be said of the rows ----------------------------------------------------------------------------

    def lateness(self) -> Lateness:
        """How late the rows were entered, in days of the office's time zone. Negative where it came before its day."""
        dated = self.view.dated
        if not dated:
            return Lateness(None, None, 0)
        table = self.table.filter(self.table[dated].notnull())
        groups = table.group_by([dated, "entered_at"]).aggregate(n=table.count())
        days: Tallies[int] = Tallies()
        for day, entered, n in self.engine.rows(groups):
            days[(_local(entered, self.zone) - day).days] += n
        total = days.total()
        if total == 0:
            return Lateness(None, None, 0)
        middle, seen = (total + 1) // 2, 0
        for late in sorted(days):
            seen += days[late]
            if seen >= middle:
                return Lateness(late, max(days), total)
        raise AssertionError("the middle lies within the total")

    def attestation(self) -> list[Attestation]:
        """Who says so, through which channel, most rows first."""
        groups = self.table.group_by(["attested", "channel"]).aggregate(n=self.table.count())
        found = [Attestation(who, channel, n) for who, channel, n in self.engine.rows(groups)]
        return sorted(found, key=lambda one: (-one.n, one.who, one.channel))


def _column(column: Column) -> EvidenceColumn:
    return EvidenceColumn(column.name, column.key, column.type)


def _local(at: datetime, zone: ZoneInfo) -> date:
    return at.replace(tzinfo=UTC).astimezone(zone).date()


def _exact(value: Any) -> Any:
    return exact(value) if isinstance(value, Decimal) else value


def _plain(value: Any) -> str:
    return plain(value) if isinstance(value, Decimal) else str(value)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA) else value
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")
    return _plain(value)


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

    def made(self, view: View, table: ir.Table, value: EvidenceColumn) -> Evidence:
        return Evidence(self.engine, view, table, zone=self.book.time_zone, value=value, audience=self.audience)

    def count(self, count: Count, rung: str) -> Evidence:
        import ibis  # 0.7 seconds: only processes that compute figures pay them

        view = settle(self.engine, count.view.name)
        table = scope(self.engine, self.place).rows(relation(view.name))
        table = table.filter(all_of([*conditions(table, count, self.period), *at_rung(table, count, rung)]))
        column = count.columns()[rung] or count.distinct
        kind = "decimal" if count.sum else "text" if count.distinct else "integer"
        added = table[column] if column else ibis.literal(1, "int64")
        return self.made(view, table.mutate(value=added), EvidenceColumn("value", VALUE.label, kind))

    def coverage(self, coverage: Coverage, rung: str) -> Evidence:
        settle(self.engine, coverage.counted.view.name)
        view = settle(self.engine, "roster")
        table = members(coverage, self.period, scope(self.engine, self.place))
        table = table.mutate(covered=(table["best"] >= least(rung)).ifelse(1, 0))
        return self.made(view, table, COVERED)

    def outside(self, means: Outside) -> Evidence:
        row = latest_statistic(self.engine, means.statistic, self.period, self.place, self.book.place)
        table = candidates(means.statistic, self.period, self.place, self.book.place)
        table = table.filter(table["idx"] == (-1 if row is None else row.idx))
        return self.made(VIEWS["statistics"], table, VALUE)
