"""Whether what a manuscript refers to is in the programme book."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from concentric.core.terms.findings import Finding
from concentric.prove.manuscript import Manuscript, Number, Reference
from concentric.prove.shown import is_share
from concentric.register.book import Book


def check_references(manuscript: Manuscript, book: Book) -> list[Finding]:
    """Every finding of the text itself, and of references to what the book has not, each with its line."""
    findings = list(manuscript.findings)
    for number, line in numbers_by_line(manuscript):
        findings += [Finding(key, args, line=line) for key, args in _wrong(number.ref, book)]
    return sorted(findings, key=lambda finding: finding.line or 0)


def numbers_by_line(manuscript: Manuscript) -> Iterator[tuple[Number, int]]:
    """Every number with the line in which its paragraph starts."""
    for block in manuscript.blocks:
        for run in block.runs:
            if isinstance(run, Number):
                yield run, block.line


def _wrong(ref: Reference, book: Book) -> Iterator[tuple[str, dict[str, str | int]]]:
    spec = book.indicators.get(ref.figure)
    if spec is None:
        near = get_close_matches(ref.figure, list(book.indicators), n=1)
        if near:
            yield "review-no-figure-near", {"figure": ref.figure, "near": near[0]}
        else:
            yield "review-no-figure", {"figure": ref.figure, "count": len(book.indicators)}
        return
    if ref.rung and "statistic" in spec:
        yield "review-no-rung", {"figure": ref.figure, "rung": ref.rung}
    if ref.of == "denominator" and not is_share(spec):
        yield "review-no-denominator", {"figure": ref.figure}
