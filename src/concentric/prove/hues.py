"""Which programme an indicator speaks of, and so in which hue it is drawn."""

from __future__ import annotations

import re

from concentric.register.book import Book, ProgrammeSpec

_PROGRAMME = re.compile(r"\bprogramme\s*=\s*'([^']+)'")


def programme_of(book: Book, code: str) -> ProgrammeSpec | None:
    """The programme that an indicator speaks of: whose arc it makes, whose rows it counts, or its numerator's."""
    for programme in book.programmes.values():
        if code in (programme.reach, programme.base):
            return programme
    spec = book.indicators[code]
    if "ratio" in spec:
        return programme_of(book, spec["ratio"]["numerator"])
    named = _PROGRAMME.search(str(spec.get("coverage", spec).get("where", "")))
    return book.programmes.get(named[1]) if named else None


def hue_of(book: Book, code: str) -> str:
    """The hue of the circle that an indicator belongs to; the outermost circle's where it belongs to none."""
    programme = programme_of(book, code)
    if programme is not None:
        return book.circles[programme.circle].hue
    rings = book.rings()
    return rings[0][0].hue if rings else "hz"
