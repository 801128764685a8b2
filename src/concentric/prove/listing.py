"""Rows of a view to page through, search, narrow and take along: what lists show, and what evidence is made of."""

from __future__ import annotations

import csv
import io
from collections import Counter as Tallies
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cached_property, partial, reduce
from operator import or_
from typing import IO, TYPE_CHECKING, Any, Literal, NamedTuple
from zoneinfo import ZoneInfo

from concentric.core.courses.strength import strength_of
from concentric.core.terms.words import say
from concentric.lake.engines import engine_at
from concentric.lake.snapshot import Engine, Snapshot, compiled
from concentric.ledger.fields import plain
from concentric.prove.counting import Scope, exact, scope
from concentric.prove.settling import settle
from concentric.prove.source import Source, naming, parties, quoted, sought, within
from concentric.prove.view import Column, View
from concentric.prove.views import relation

if TYPE_CHECKING:
    import ibis.expr.types as ir

Audience = Literal["public", "office"]
BATCH = 20_000  # rows fetched at once where all of them are gone through
PIECE = 2_000  # rows of a file that are written together
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A spreadsheet would run text that starts so; a Chinese one also where the sign is full-width."""


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


class Listing:
    """Rows of a view. Everything is computed when it is asked for; nothing is held.

    `make` is the relation, for any engine; `source` the same rows of a snapshot as text, where that is known without
    asking Ibis. `audience` "office" adds the columns that only the office sees. Only snapshots are paged through.
    """

    def __init__(
        self,
        engine: Engine,
        view: View,
        make: Callable[[], ir.Table],
        *,
        zone: str,
        audience: Audience = "public",
        source: Source | None = None,
    ) -> None:
        self.engine = engine
        self.view = view
        self.zone = ZoneInfo(zone)
        self._make = make
        self._source = source
        shown = [column for column in view.columns if audience == "office" or column.disclosure == "public"]
        self.columns: list[EvidenceColumn] = [_column(column) for column in shown]

    @cached_property
    def table(self) -> ir.Table:
        """The rows as a relation."""
        return self._make()

    @cached_property
    def source(self) -> Source:
        """The rows as text, as DuckDB reads it."""
        return self._source or Source(f"({compiled(self.table)})")

    def _run(self, source: Source, what: str, tail: str = "") -> list[tuple[Any, ...]]:
        if not isinstance(self.engine, Snapshot):
            raise TypeError("only a snapshot is paged through")
        return self.engine.run(source.select(what, tail), source.values)

    # -- rows ----------------------------------------------------------------------------------------------------

    @cached_property
    def count(self) -> int:
        """How many rows there are."""
        if isinstance(self.engine, Snapshot):
            return int(self._run(self.source, "count(*)")[0][0])
        return int(self.engine.rows(self.table.aggregate(n=self.table.count()))[0][0])

    def found(self, search: str) -> int:
        """How many rows a search finds."""
        return int(self._run(self._searched(search), "count(*)")[0][0])

    def page(
        self, number: int, size: int, search: str = "", order: str = "", only: Iterable[str] = ()
    ) -> list[dict[str, Any]]:
        """Page `number` (from 1) of `size` rows; whoever asks on behalf of somebody else bounds it.

        `search`: a part of a label; `order`: a column, or "-column". A blank or unknown order is that of the log; equal
        rows always keep it. `only`: columns that are enough. Two statements: which rows these are, looking at no other
        column, then they themselves: what is read of one row is read of a thousand around it, column by column.
        """
        start = (max(number, 1) - 1) * size
        tail = f" ORDER BY {self._order(order)} LIMIT {int(size)} OFFSET {int(start)}"
        wanted = [idx for (idx,) in self._run(self._searched(search), "idx", tail)]
        if not wanted:
            return []
        enough = set(only)
        names = [column.name for column in self.columns if not enough or column.name in enough]
        rows = self._run(
            self.source.where(f"idx IN ({', '.join(map(str, wanted))})"), ", ".join(map(quoted, ("idx", *names)))
        )
        held = {idx: dict(zip(names, map(_exact, row), strict=True)) for idx, *row in rows}
        return [held[idx] for idx in wanted]

    def _order(self, order: str) -> str:
        name, falling = order.removeprefix("-"), "DESC" if order.startswith("-") else "ASC"
        if name == "idx":
            return f"idx {falling}"
        if name not in {column.name for column in self.columns}:
            return "idx"
        # Where a row has no value its place must not depend on the order: last, either way.
        return f"{quoted(name)} {falling} NULLS LAST, idx"

    def _searched(self, search: str) -> Source:
        wanted = search.strip().lower()
        if not wanted:
            return self.source
        table = sought(self.engine, self.view)
        return self.source.where(f"idx IN (SELECT idx FROM {table} WHERE contains(words, ?))", wanted)

    def searchable(self) -> None:
        """Make what a search looks through, which the first one would wait for."""
        sought(self.engine, self.view)

    def all(self, *names: str) -> Iterator[tuple[Any, ...]]:
        """All rows in the order of the log, `BATCH` at a time; only the columns `names`."""
        columns = list(dict.fromkeys(("idx", *names)))
        places = [columns.index(name) for name in names]
        last = -1
        while True:
            rows = self._after(last, columns)
            for row in rows:
                yield tuple(row[place] for place in places)
            if len(rows) < BATCH:
                return
            last = rows[-1][0]

    def _after(self, last: int, columns: Sequence[str]) -> list[tuple[Any, ...]]:
        if isinstance(self.engine, Snapshot):
            tail = f" ORDER BY idx LIMIT {BATCH}"
            return self._run(self.source.where("idx > ?", last), ", ".join(map(quoted, columns)), tail)
        part = self.table.filter(self.table["idx"] > last).order_by("idx").limit(BATCH)
        return self.engine.rows(part.select(*columns))

    def parts(self, *names: str) -> dict[tuple[Any, ...], int]:
        """How many rows there are for each combination of the values of these columns."""
        listed = ", ".join(map(quoted, names))
        groups = self._run(self.source, f"{listed}, count(*)", f" GROUP BY {listed}")
        return {tuple(values): int(n) for *values, n in groups}

    # -- taken along ---------------------------------------------------------------------------------------------

    def csv(self, file: IO[str], lang: str = "zh-Hans") -> None:
        """Write all rows as CSV with headings in `lang`."""
        for piece in self.pieces(lang):
            file.write(piece)

    def pieces(self, lang: str = "zh-Hans") -> Iterator[str]:
        """All rows as CSV, some at a time. It starts with a byte order mark, or Excel misreads Chinese.

        Text that a spreadsheet would run as a formula gets an apostrophe before it.
        """
        held = io.StringIO(newline="")
        writer = csv.writer(held, lineterminator="\r\n")
        held.write("\ufeff")
        writer.writerow([say(column.label, lang) for column in self.columns])
        yield held.getvalue()
        held.seek(0)
        held.truncate()
        for n, row in enumerate(self.all(*(column.name for column in self.columns)), 1):
            writer.writerow([_cell(value) for value in row])
            if n % PIECE == 0:
                yield held.getvalue()
                held.seek(0)
                held.truncate()
        yield held.getvalue()

    # -- what can be said of the rows ----------------------------------------------------------------------------

    def lateness(self) -> Lateness:
        """How late the rows were entered, in days of the office's time zone. Negative where it came before its day."""
        dated = self.view.dated
        if not dated:
            return Lateness(None, None, 0)
        day_of, there = quoted(dated), self.source.where(f"{quoted(dated)} IS NOT NULL")
        days: Tallies[int] = Tallies()
        for day, entered, n in self._run(there, f"{day_of}, entered_at, count(*)", f" GROUP BY {day_of}, entered_at"):
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
        found = [Attestation(who, channel, n) for (who, channel), n in self.parts("attested", "channel").items()]
        return sorted(found, key=lambda one: (-one.n, one.who, one.channel))


def _column(column: Column) -> EvidenceColumn:
    return EvidenceColumn(column.name, column.key, column.type)


def _local(at: datetime, zone: ZoneInfo) -> date:
    return at.replace(tzinfo=UTC).astimezone(zone).date()


def _exact(value: Any) -> Any:
    return exact(value) if isinstance(value, Decimal) else value


def plain_value(value: Any) -> str:
    """A value of a cell as text: exact, without trailing zeros."""
    return plain(value) if isinstance(value, Decimal) else str(value)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return disarmed(value)
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")
    return plain_value(value)


def disarmed(text: str) -> str:
    """Text that a spreadsheet would run as a formula, with an apostrophe before it."""
    return f"'{text}" if text.startswith(FORMULA) else text


def listing(
    view: str,
    *,
    zone: str,
    place: str | None = None,
    position: int | None = None,
    where: Mapping[str, Sequence[str]] | None = None,
    least: str = "",
    party: str = "",
    audience: Audience = "public",
    engine: str | Engine = "duckdb",
) -> Listing:
    """The rows of a view at a position: of a place, with one of the values that `where` names for a column.

    `least` is the weakest rung that a row may stand on; `party` the root of an organisation that it names
    publicly. KeyError for a view or a column that there is none of.
    """
    held = engine_at(engine, position)
    known = settle(held, view)
    paths = scope(held, place).paths if place and known.column("path") is not None else None
    source = within(Source(quoted(known.table)), paths)
    for name, values in (where or {}).items():
        if known.column(name) is None:
            raise KeyError(name)
        source = source.where(f"{quoted(name)} IN ({', '.join('?' * len(values))})" if values else "false", *values)
    if least:
        source = source.where("strength >= ?", strength_of(least))
    if party:
        source = naming(source, known, party)
    make = partial(_relation, known, paths, where or {}, least, party)
    return Listing(held, known, make, zone=zone, audience=audience, source=source)


def _relation(
    view: View, paths: tuple[str, ...] | None, where: Mapping[str, Sequence[str]], least: str, party: str
) -> ir.Table:
    import ibis  # 0.7 seconds: only processes that compute figures pay them

    table = Scope(paths).rows(relation(view.name))
    for name, values in where.items():
        table = table.filter(table[name].isin(list(values)))
    if least:
        table = table.filter(table["strength"] >= strength_of(least))
    if party:
        table = table.filter(reduce(or_, [table[name] == party for name in parties(view)], ibis.literal(False)))
    return table
