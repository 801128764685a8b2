"""A chart with its numbers: what is drawn, what the table beside it says, and the sentence for who can't see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from uuid import UUID

from concentric.core.courses import RUNGS
from concentric.core.terms.periods import read_period, show_period
from concentric.core.terms.scripts import localized
from concentric.core.terms.words import say
from concentric.prove.book import parsed_book
from concentric.prove.charts.plan import VALUE, Grounds, Line, plan
from concentric.prove.comparing import Before, Compared, compare, edition_before, says
from concentric.prove.freezing import Frozen
from concentric.prove.hues import hue_of
from concentric.prove.manuscript import Reference, parse
from concentric.prove.models import Edition
from concentric.prove.shown import Quantity, machine_unit, show
from concentric.register.book import Book
from concentric.register.book.charts import ChartSpec
from concentric.register.models import ProgrammeBook


@dataclass(frozen=True)
class Row:
    """One row: its numbers by column. `at` is latitude and longitude; `beside` the comparison with last year."""

    label: str
    numbers: Mapping[str, Frozen]
    at: tuple[Decimal, Decimal] | None = None
    beside: Compared | None = None

    @property
    def printed(self) -> Frozen:
        """The number that stands for the row: that of the strongest rung that is printed, else the only one."""
        return next(iter(self.numbers.values()))


@dataclass(frozen=True)
class Chart:
    """A chart of an edition. `rungs` are the columns of the rows where they are rungs, weakest first; `strength` the
    one that the text would print. `years` are the names of last year and this one, `before` last year's edition.
    """

    code: str
    kind: str
    hue: str
    lang: str
    title: str
    sentence: str
    rows: tuple[Row, ...]
    note: str = ""
    unit: str = ""
    share: bool = False
    counts: bool = True
    rungs: tuple[str, ...] = ()
    strength: str = ""
    years: tuple[str, str] = ("", "")
    before: str = ""
    heads: Mapping[str, str] = field(default_factory=dict)

    def difference(self, one: Decimal, other: Decimal) -> str:
        """What lies between two numbers of this chart, as printed."""
        return show(Quantity(one - other, "value", self.unit), self.lang, style="plain")


def charts_of(edition: Edition) -> dict[str, Chart]:
    """The charts of an edition by their codes. Computed once; two or three queries for a map or a breakdown."""
    return dict(_charts(edition.id))


@lru_cache(maxsize=32)
def _charts(version: UUID) -> dict[str, Chart]:
    edition = Edition.objects.get(id=version)
    book = parsed_book(ProgrammeBook.objects.get(id=edition.book))
    period = read_period(edition.period)
    grounds = Grounds(book, edition.lang, period, edition.place, edition.position)
    numbers = {number.ref: number for number in map(Frozen.from_json, edition.figures)}
    codes = [code for code in parse(edition.text, edition.lang).charts() if code in book.charts]
    before = edition_before(period, edition.place, edition.audience, edition.lang, until=edition.idx)
    return {code: made(book.charts[code], grounds, numbers, before) for code in codes}


def made(spec: ChartSpec, grounds: Grounds, numbers: Mapping[Reference, Frozen], before: Before | None) -> Chart:
    """A chart of numbers that are known already; a row is left out where one of its numbers isn't there."""
    book, lang = grounds.book, grounds.lang
    first = spec.indicators[0]
    unit = machine_unit(book.indicators[first])
    lines = [line for line in plan(spec, grounds) if all(ref in numbers for ref in line.refs.values())]
    rows = [_row(line, numbers) for line in lines if not (line.rest and _is_nothing(line, numbers))]
    if spec.kind == "years":
        beside = compare([row.printed for row in rows], book, before)
        rows = [Row(row.label, row.numbers, beside=one) for row, one in zip(rows, beside, strict=True)]
    rungs = tuple(rung for rung in RUNGS if any(rung in row.numbers for row in rows))
    title = localized(spec.names, lang)
    return Chart(
        code=spec.code,
        kind=spec.kind,
        hue=hue_of(book, first),
        lang=lang,
        title=title,
        sentence=_sentence(spec, title, rows, unit, lang),
        rows=tuple(rows),
        note=localized(spec.note, lang) if spec.note else "",
        unit=unit,
        share=unit == "%",
        counts=not unit,
        rungs=rungs,
        strength=str(book.indicators[first].get("headline", "confirmed")) if rungs else "",
        years=(_year(before, lang), show_period(grounds.period, lang)),
        before=before.edition.number if before else "",
        heads=_heads(spec, book, rungs, lang),
    )


def _year(before: Before | None, lang: str) -> str:
    return show_period(read_period(before.edition.period), lang) if before else ""


def _row(line: Line, numbers: Mapping[Reference, Frozen]) -> Row:
    return Row(line.label, {column: numbers[ref] for column, ref in line.refs.items()}, line.at)


def _is_nothing(line: Line, numbers: Mapping[Reference, Frozen]) -> bool:
    return all(numbers[ref].value == 0 for ref in line.refs.values())


def _heads(spec: ChartSpec, book: Book, rungs: Sequence[str], lang: str) -> dict[str, str]:
    """The heading of each column of the table."""
    if rungs:
        return {rung: say(f"picture-{rung}", lang) for rung in rungs}
    return {VALUE: localized(book.indicators[spec.indicators[0]]["name"], lang)}


def _sentence(spec: ChartSpec, title: str, rows: Sequence[Row], unit: str, lang: str) -> str:
    """The chart in words: every row with the number that is printed for it."""
    parts = [say("chart-part", lang, label=row.label, value=_said(row, spec, lang)) for row in rows]
    known = [row.printed.value for row in rows if row.printed.value is not None]
    text = say("chart-says", lang, title=title, parts=say("chart-joint", lang).join(parts))
    if spec.kind == "sankey" and len(known) > 1:
        rest = show(Quantity(known[0] - known[-1], "value", unit), lang, style="plain")
        text += say("chart-sankey-rest", lang, rest=rest, last=rows[-1].label)
    return text


def _said(row: Row, spec: ChartSpec, lang: str) -> str:
    if row.beside is not None:
        return say("chart-beside", lang, now=row.printed.shown, change=says(row.beside, lang))
    if spec.kind in ("ladder", "outcomes") and len(row.numbers) > 1:
        joint = say("chart-rung-joint", lang)
        return joint.join(f"{say(f'picture-{rung}', lang)} {one.shown}" for rung, one in row.numbers.items())
    return row.printed.shown
