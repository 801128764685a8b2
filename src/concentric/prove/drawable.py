"""Whether the charts of a book can be drawn: a ladder where rungs are, a public column where rows are told apart."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from concentric.core.terms.findings import Finding
from concentric.prove.references import ladder_of
from concentric.prove.views import countable
from concentric.register.book import Book
from concentric.register.book.charts import ChartSpec


def check_charts(book: Book) -> list[Finding]:
    """What is wrong with the meaning of a book's charts, each at the line of its table."""
    return [finding for spec in book.charts.values() for finding in _check(book, spec)]


def _check(book: Book, spec: ChartSpec) -> Iterator[Finding]:
    def wrong(key: str, at: str, **words: str) -> Finding:
        return Finding(key, {"chart": spec.code, **words}, line=book.lines["chart", spec.code, at])

    for code in spec.indicators:
        if spec.kind in ("sankey", "ladder") and len(ladder_of(book, code)) < 2:
            yield wrong("chart-no-ladder", "kind", indicator=code)
        if spec.kind == "map" and "statistic" in book.indicators[code]:
            yield wrong("chart-no-places", "indicator", indicator=code)
    if spec.kind == "sankey" and not {"sum", "counts"} & set(book.indicators[spec.indicators[0]]):
        yield wrong("chart-not-counted", "indicator", indicator=spec.indicators[0])
    if spec.kind != "outcomes":
        return
    counted = book.indicators[spec.indicators[0]]
    view = countable().get(str(counted.get("counts", "")))
    if view is None:
        yield wrong("chart-not-counted", "indicator", indicator=spec.indicators[0])
        return
    known = [column.name for column in view.columns if column.type == "text" and column.disclosure == "public"]
    if spec.by not in known:
        near = get_close_matches(spec.by, known, n=1, cutoff=0.6)
        words = {"column": spec.by, "known": near[0] if near else ", ".join(known)}
        yield wrong("chart-no-column", "by", view=view.name, **words)
