"""A figure of some of an indicator's rows: what a reference with `where` asks for, and the rows behind any reference.

A narrowed indicator is an indicator of its own: the book's, its condition joined with the reference's. So its value and
its evidence come the way all others do.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from concentric.core.terms.periods import Period
from concentric.prove.evidence import Evidence, evidence
from concentric.prove.listing import Audience
from concentric.prove.manuscript import Reference
from concentric.register.book import Book


def code_of(ref: Reference) -> str:
    """The code under which `narrowed` holds what the reference counts."""
    return f"{ref.figure}?{ref.where}" if ref.where else ref.figure


def narrowed(book: Book, refs: Iterable[Reference]) -> Book:
    """The book with one more indicator for each condition among the references; the book itself where there is none."""
    more = {}
    for ref in refs:
        if ref.where:
            spec = book.indicators[ref.figure]
            own = spec.get("where")
            more[code_of(ref)] = {**spec, "where": f"({own}) AND ({ref.where})" if own else ref.where}
    return replace(book, indicators={**book.indicators, **more}) if more else book


def evidence_of(
    book: Book,
    ref: Reference,
    *,
    period: Period,
    place: str | None,
    position: int | None,
    audience: Audience = "public",
) -> Evidence:
    """The rows behind a reference; `place` is the one to count in where the reference names none."""
    return evidence(
        narrowed(book, (ref,)),
        code_of(ref),
        period=period,
        place=ref.place or place,
        position=position,
        rung=ref.rung or None,
        audience=audience,
    )
