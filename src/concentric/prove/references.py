"""Whether what a manuscript refers to is in the programme book."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from concentric.core.courses import RUNGS
from concentric.core.terms.findings import Finding
from concentric.core.terms.words import Word
from concentric.prove.indicators import BadIndicator, Count, Coverage, Ratio, check_indicator, indicators_of
from concentric.prove.manuscript import Reference, parse
from concentric.prove.narrowing import code_of, narrowed
from concentric.prove.shown import is_share
from concentric.register.book import Book

_TAG = re.compile(r"\{\{[^{}]*\}\}")


def check_references(text: str, lang: str, book: Book) -> list[Finding]:
    """Every finding of the text itself, and of references to what the book has not, each with its line."""
    manuscript = parse(text, lang)
    findings = list(manuscript.findings)
    findings += [_no_chart(block.chart, block.line, book) for block in manuscript.blocks if _is_lost(block.chart, book)]
    for ref, line in located(text):
        findings += [Finding(key, args, line=line) for key, args in _wrong(ref, book)]
    return sorted(findings, key=lambda finding: finding.line or 0)


def located(text: str) -> Iterator[tuple[Reference, int]]:
    """Every reference of a text that can be read, with the line in which it stands."""
    for tag in _TAG.finditer(text):
        for ref in parse(tag[0]).references():
            yield ref, text.count("\n", 0, tag.start()) + 1


def _is_lost(chart: str, book: Book) -> bool:
    return bool(chart) and chart not in book.charts


def _no_chart(chart: str, line: int, book: Book) -> Finding:
    near = get_close_matches(chart, list(book.charts), n=1)
    if near:
        return Finding("chart-unknown-near", {"chart": chart, "near": near[0]}, line=line)
    return Finding("chart-unknown", {"chart": chart, "known": ", ".join(book.charts) or "—"}, line=line)


def _wrong(ref: Reference, book: Book) -> Iterator[tuple[str, dict[str, Word]]]:
    spec = book.indicators.get(ref.figure)
    if spec is None:
        near = get_close_matches(ref.figure, list(book.indicators), n=1)
        if near:
            yield "review-no-figure-near", {"figure": ref.figure, "near": near[0]}
        else:
            yield "review-no-figure", {"figure": ref.figure, "count": len(book.indicators)}
        return
    if ref.rung and ref.rung not in ladder_of(book, ref.figure):
        yield "review-no-rung", {"figure": ref.figure, "rung": ref.rung}
    if ref.of == "denominator" and not is_share(spec):
        yield "review-no-denominator", {"figure": ref.figure}
    if ref.where and "counts" not in spec:
        yield "review-no-narrowing", {"figure": ref.figure}
    elif ref.where:
        code = code_of(ref)
        for finding in check_indicator(ref.figure, narrowed(book, (ref,)).indicators[code]):
            yield finding.key, dict(finding.args)


def ladder_of(book: Book, code: str) -> tuple[str, ...]:
    """The rungs at which an indicator has a value: none for a statistic or a plain list, a ratio's are its numerator's.

    All four for an indicator that is broken itself: that is told elsewhere.
    """
    try:
        known = indicators_of(book)
    except BadIndicator:
        return RUNGS
    means = known[code].means
    if isinstance(means, Ratio):
        means = known[means.numerator].means
    if isinstance(means, Coverage):
        means = means.counted
    return tuple(rung for rung in RUNGS if rung in means.columns()) if isinstance(means, Count) else ()
