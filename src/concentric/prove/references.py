"""Whether what a manuscript refers to is in the programme book."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from concentric.core.courses import RUNGS
from concentric.core.terms.findings import Finding
from concentric.prove.indicators import BadIndicator, Count, Coverage, Ratio, indicators_of
from concentric.prove.manuscript import Reference, parse
from concentric.prove.shown import is_share
from concentric.register.book import Book

_TAG = re.compile(r"\{\{[^{}]*\}\}")


def check_references(text: str, lang: str, book: Book) -> list[Finding]:
    """Every finding of the text itself, and of references to what the book has not, each with its line."""
    findings = list(parse(text, lang).findings)
    for ref, line in located(text):
        findings += [Finding(key, args, line=line) for key, args in _wrong(ref, book)]
    return sorted(findings, key=lambda finding: finding.line or 0)


def located(text: str) -> Iterator[tuple[Reference, int]]:
    """Every reference of a text that can be read, with the line in which it stands."""
    for tag in _TAG.finditer(text):
        for ref in parse(tag[0]).references():
            yield ref, text.count("\n", 0, tag.start()) + 1


def _wrong(ref: Reference, book: Book) -> Iterator[tuple[str, dict[str, str | int]]]:
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
