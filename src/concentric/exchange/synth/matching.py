"""The new year: everybody is paired anew by the engine, beside what stands, for the office to look at and approve."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from concentric.core.terms.words import Word
from concentric.ledger.actor import Actor
from concentric.ledger.clock import example_time
from concentric.match import runs
from concentric.match.continuity import kept_by, present
from concentric.register.book import Book


def paired_anew(office: Actor, book: Book, at: datetime) -> Iterator[tuple[str, dict[str, Word]]]:
    """Run every programme that the book pairs; tells what came of each. The first search loads the engine."""
    for code, spec in book.pairings.items():
        with example_time(at):
            found = runs.find(runs.ask(book, office, code, at.date()))
            run = runs.keep(office, found)
        words: dict[str, Word] = {"number": run.number, "covered": run.covered, "wanting": run.wanting}
        if spec.kind == "commissioner":
            loads = [post for post, _, _ in found.pairs]
            most = max(map(loads.count, loads), default=0)
            yield "demo-sent", {**words, "most": most, "posts": len(set(loads))}
        else:
            together = {"kept": kept_by(found), "of": len(present(found.instance))}
            yield "demo-paired", {**words, "benefit": run.benefit, **together}
