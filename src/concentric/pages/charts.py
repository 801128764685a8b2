"""The charts of an edition as its page shows them: a drawing for a desk, one for a phone, and the table beside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from concentric.core.terms.scripts import to_traditional
from concentric.core.terms.words import say
from concentric.pages.cards import slug
from concentric.prove.charts import Chart, Row, charts_of, draw
from concentric.prove.comparing import says
from concentric.prove.freezing import Frozen
from concentric.prove.manuscript import Reference
from concentric.prove.models import Edition


@dataclass(frozen=True)
class Cell:
    """A number of the table; `href` opens its card."""

    text: str
    href: str = ""


@dataclass(frozen=True)
class ShownChart:
    """A chart as the page shows it."""

    title: str
    note: str
    wide: SafeString
    phone: SafeString
    headings: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    before: str = ""
    ringed: bool = False


def shown_chart(edition: Edition, code: str, tongue: str) -> ShownChart | None:
    """A chart of an edition, its words in `tongue`; None where the edition's book has none of that code.

    Drawn once for all readers.
    """
    return _shown(edition.id, edition.number, code, tongue)


@lru_cache(maxsize=96)
def _shown(version: UUID, number: str, code: str, tongue: str) -> ShownChart | None:
    edition = Edition.objects.get(id=version)
    chart = charts_of(edition).get(code)
    if chart is None:
        return None
    convert: Callable[[str], str] = to_traditional if tongue != edition.lang else str

    def href(ref: Reference) -> str:
        return reverse("review-figure", args=[number, slug(ref)])

    def drawn(narrow: bool) -> SafeString:
        svg = draw(chart, href, narrow=narrow, ids=f"{'n' if narrow else 'k'}{code}-")
        return mark_safe(convert(svg))  # noqa: S308 - the drawing escapes every text

    return ShownChart(
        convert(chart.title),
        convert(chart.note),
        drawn(False),
        drawn(True),
        tuple(convert(head) for head in _headings(chart)),
        tuple((convert(row.label), tuple(_cells(chart, row, href, convert))) for row in chart.rows),
        chart.before if chart.kind == "years" else "",
        chart.kind == "map" and chart.share,
    )


def _headings(chart: Chart) -> list[str]:
    first = say("chart-column-of", chart.lang)
    if chart.kind == "years":
        return [first, *(year for year in chart.years if year), say("chart-column-change", chart.lang)]
    return [first, *chart.heads.values()]


def _cells(chart: Chart, row: Row, href: Callable[[Reference], str], convert: Callable[[str], str]) -> list[Cell]:
    def cell(number: Frozen | None) -> Cell:
        return Cell("—") if number is None else Cell(convert(number.shown), href(number.ref))

    if chart.kind != "years":
        return [cell(row.numbers.get(column)) for column in chart.heads]
    beside = row.beside
    then = [Cell(convert(beside.then.shown) if beside and beside.then else "—")] if chart.years[0] else []
    return [*then, cell(row.printed), Cell(convert(says(beside, chart.lang)) if beside else "—")]
