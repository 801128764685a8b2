"""Figures in plain Python: the specification that can be run. Every engine must give the same to the last digit.

Slow and obvious: a loop over the rows of a view for each indicator. Tests hold the engines to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from typing import Any

from concentric.core.courses import RUNGS
from concentric.core.terms.periods import Period
from concentric.prove.indicators import Count, Coverage, Indicator, Outside, Ratio
from concentric.prove.plain_rows import Known, Records, Row, rows_of

TEN_PLACES = 10**10


@dataclass(frozen=True)
class PlainFigure:
    """What must be equal on every engine. `digest` is that of the evidence at the headline."""

    state: str
    value: Decimal | None = None
    rungs: dict[str, Decimal] = field(default_factory=dict)
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    row_count: int = 0
    left_out: int = 0
    digest: str = sha256().hexdigest()


@dataclass
class PlainBook:
    """Indicators over records at a position; `own` is the book's place, `place` the one asked for."""

    indicators: Mapping[str, Indicator]
    records: Records
    position: int
    period: Period
    place: str | None
    own: str = ""

    def __post_init__(self) -> None:
        self.known = Known(self.records, self.position)
        self.rows: dict[str, list[Row]] = {}

    def view(self, name: str) -> list[Row]:
        if name not in self.rows:
            self.rows[name] = sorted(rows_of(self.known, name), key=lambda row: row["idx"])
        return self.rows[name]

    def figure(self, code: str) -> PlainFigure:
        """The figure of an indicator."""
        means = self.indicators[code].means
        if isinstance(means, Count):
            return self.count(means)
        if isinstance(means, Coverage):
            return self.coverage(means, self.indicators[code])
        if isinstance(means, Ratio):
            return self.ratio(means, self.indicators[code])
        return self.outside(means)

    # -- counting ------------------------------------------------------------------------------------------------

    def counted(self, count: Count, *, everywhere: bool = False) -> Iterator[Row]:
        """The rows that are counted in any currency, whatever their rung."""
        for row in self.view(count.view.name):
            here = everywhere or self.place is None or f"/{self.place}/" in (row["path"] or "")
            known = not count.distinct or row[count.distinct] is not None
            holds = count.where is None or count.where.says(row) is True
            if here and known and holds and self.belongs(row, count):
                yield row

    def belongs(self, row: Row, count: Count) -> bool:
        """Whether a row belongs to the period."""
        when, last = count.when, self.period.last
        if when.during and (row[when.during] is None or row[when.during] not in self.period):
            return False
        if when.since and (row[when.since] is None or row[when.since] > last):
            return False
        return not (when.until and row[when.until] is not None and row[when.until] <= last)

    def count(self, count: Count) -> PlainFigure:
        rungs: dict[str, Decimal] = {}
        rows: dict[str, list[tuple[Row, Any]]] = {}
        left_out = 0
        for rung, column in count.columns().items():
            rows[rung] = []
            for row in self.counted(count):
                if count.view.ladder and row["strength"] < RUNGS.index(rung) + 1:
                    continue
                if column and row[column] is None:
                    continue
                if count.currency and row["currency"] != count.currency:
                    left_out += rung == count.headline
                    continue
                adds = row[column] if column else row[count.distinct] if count.distinct else 1
                rows[rung].append((row, adds))
            if column:
                rungs[rung] = sum((adds for _, adds in rows[rung]), Decimal(0))
            else:
                rungs[rung] = Decimal(len({adds for _, adds in rows[rung]}) if count.distinct else len(rows[rung]))
        headline = rows[count.headline]
        return PlainFigure(
            state="value",
            value=rungs[count.headline],
            rungs={rung: value for rung, value in rungs.items() if rung},
            row_count=len(headline),
            left_out=left_out,
            digest=digest((row, adds) for row, adds in headline),
        )

    # -- the rest ------------------------------------------------------------------------------------------------

    def coverage(self, coverage: Coverage, indicator: Indicator) -> PlainFigure:
        last, counted = self.period.last, coverage.counted
        lists = [one for one in rows_of(self.known, "rosters") if one["number"] == coverage.roster]
        if not any(one["roster_from"] <= last for one in lists):
            return PlainFigure("unknown")
        best: dict[str, int] = {}
        for row in self.counted(counted, everywhere=True):
            member = row[coverage.member]
            if counted.currency and row["currency"] != counted.currency:
                continue
            best[member] = max(best.get(member, 0), row["strength"] if counted.view.ladder else 1)
        members: dict[str, Row] = {}
        for row in self.view("roster"):
            here = self.place is None or f"/{self.place}/" in (row["path"] or "")
            on = row["roster_from"] <= last and row["since"] <= last and (row["until"] is None or row["until"] > last)
            if row["roster"] == coverage.roster and here and on:
                members.setdefault(row["member"], row)
        least = {rung: RUNGS.index(rung) + 1 if rung else 1 for rung in counted.columns()}
        covered = {
            rung: Decimal(sum(best.get(member, 0) >= needed for member in members)) for rung, needed in least.items()
        }
        needed = least[counted.headline]
        rows = ((row, int(best.get(member, 0) >= needed)) for member, row in members.items())
        return self.share(
            PlainFigure("unknown", row_count=len(members), digest=digest(rows)),
            covered[counted.headline],
            Decimal(len(members)),
            covered,
            indicator,
        )

    def ratio(self, ratio: Ratio, indicator: Indicator) -> PlainFigure:
        top, bottom = self.figure(ratio.numerator), self.figure(ratio.denominator)
        both = sha256(f"{top.digest}\n{bottom.digest}\n".encode()).hexdigest()
        blank = PlainFigure("unknown", row_count=top.row_count, left_out=top.left_out, digest=both)
        if top.value is None or bottom.value is None:
            return _changed(blank, numerator=top.value, denominator=bottom.value)
        return self.share(blank, top.value, bottom.value, top.rungs, indicator)

    def share(
        self, blank: PlainFigure, top: Decimal, bottom: Decimal, rungs: Mapping[str, Decimal], indicator: Indicator
    ) -> PlainFigure:
        named = _changed(blank, numerator=top, denominator=bottom)
        if bottom == 0:
            return _changed(named, state="not_applicable")
        factor = 100 if indicator.unit == "%" else 1
        divided = {rung: cut(value, bottom, factor) for rung, value in rungs.items() if rung}
        return _changed(named, state="value", value=cut(top, bottom, factor), rungs=divided)

    def outside(self, outside: Outside) -> PlainFigure:
        found = []
        for row in self.view("statistics"):
            here = row["place"] == self.place or (row["place"] is None and self.place in (None, self.own))
            if row["indicator"] == outside.statistic and row["period"] == self.period.code and here:
                found.append(row)
        if not found:
            return PlainFigure("unknown")
        never = min((row["published_on"] for row in found if row["published_on"]), default=self.period.start)
        row = max(found, key=lambda row: (row["published_on"] is not None, row["published_on"] or never, row["idx"]))
        return PlainFigure("value", row["value"], row_count=1, digest=digest([(row, row["value"])]))


def cut(top: Decimal, bottom: Decimal, factor: int) -> Decimal:
    """top * factor / bottom to ten decimals, the rest cut off."""
    exact = Fraction(top) * factor / Fraction(bottom)
    units = abs(exact) * TEN_PLACES
    whole = units.numerator // units.denominator
    return Decimal(whole if exact >= 0 else -whole).scaleb(-10)


def digest(rows: Any) -> str:
    """The digest of evidence rows: "idx record value", a line each, in the order of the log."""
    lines = [f"{row['idx']} {row['record']} {_text(value)}\n" for row, value in rows]
    return sha256("".join(lines).encode()).hexdigest()


def _text(value: Any) -> str:
    if isinstance(value, Decimal):
        text = format(value.normalize(), "f")
        return "0" if value == 0 else text
    return str(value)


def _changed(figure: PlainFigure, **changes: Any) -> PlainFigure:
    return PlainFigure(**{**figure.__dict__, **changes})
