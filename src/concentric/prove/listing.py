"""Rows of a view to page through, search, narrow and take along: what lists show, and what evidence is made of."""

from __future__ import annotations

import csv
from collections import Counter as Tallies
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cached_property
from typing import IO, TYPE_CHECKING, Any, Literal, NamedTuple
from zoneinfo import ZoneInfo

from concentric.core.courses.strength import strength_of
from concentric.core.terms.words import say
from concentric.lake.engines import engine_at
from concentric.lake.snapshot import Engine
from concentric.ledger.fields import plain
from concentric.prove.counting import exact, scope
from concentric.prove.settling import settle
from concentric.prove.view import Column, View
from concentric.prove.views import relation

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


class Listing:
    """Rows of a view. Everything is computed when it is asked for; nothing is held.

    `audience` "office" adds the columns that only the office sees.
    """

    def __init__(
        self, engine: Engine, view: View, table: ir.Table, *, zone: str, audience: Audience = "public"
    ) -> None:
        self.engine = engine
        self.view = view
        self.table = table
        self.zone = ZoneInfo(zone)
        shown = [column for column in view.columns if audience == "office" or column.disclosure == "public"]
        self.columns: list[EvidenceColumn] = [_column(column) for column in shown]

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
        if name == "idx":
            return [table["idx"].desc() if falling else table["idx"].asc(), table["record"].asc()]
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

    def parts(self, *names: str) -> dict[tuple[Any, ...], int]:
        """How many rows there are for each combination of the values of these columns."""
        groups = self.table.group_by(list(names)).aggregate(n=self.table.count())
        return {tuple(values): int(n) for *values, n in self.engine.rows(groups)}

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
    audience: Audience = "public",
    engine: str | Engine = "duckdb",
) -> Listing:
    """The rows of a view at a position: of a place, with one of the values that `where` names for a column.

    `least` is the weakest rung that a row may stand on. KeyError for a view or a column that there is none of.
    """
    held = engine_at(engine, position)
    known = settle(held, view)
    table = relation(view)
    if place and known.column("path") is not None:
        table = scope(held, place).rows(table)
    for name, values in (where or {}).items():
        if known.column(name) is None:
            raise KeyError(name)
        table = table.filter(table[name].isin(list(values)))
    if least:
        table = table.filter(table["strength"] >= strength_of(least))
    return Listing(held, known, table, zone=zone, audience=audience)
