"""Reads a text with its labels written inside it, and finds every offset itself.

    [[CORE|VALUE CLASS HEDGE FIGURE VERDICT]]     a claim; HEDGE may be absent
    [[CORE|listed REASON]]                        an amount that is shown to people and never judged
    {{CORE|REASON}}                               a numeral that claims nothing

Outside of marks no digit may stand: an author who forgets one hears of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from .readings import HEDGES

CLASSES = ("count", "people", "person_times", "money", "percent", "points", "multiple", "measure", "time")
VERDICTS = ("supported", "understated", "contradicted", "unsupported", "ambiguous", "other-denominator")
LISTED = ("vague", "threshold", "target", "age", "passing", "unreadable")
REASONS = (
    *("date", "duration", "ordinal", "slogan", "name", "document-number", "phone", "enumerator", "code"),
    *("idiom", "article", "address"),
)
FLAGS = ("falling", "too-strong")
COLUMN = "column:"
"""Opens a flag that says which scale word the head of a table's column or line gives: `column:万`, `column:million`."""

_MARK = re.compile(r"\[\[(?P<claim>[^|\]]+)\|(?P<says>[^\]]+)\]\]|\{\{(?P<other>[^|}]+)\|(?P<reason>[^}]+)\}\}")
_DIGIT = re.compile(r"[0-9０-９]+")


class Malformed(ValueError):
    """A label that says nothing, or two things."""


@dataclass(frozen=True)
class Mark:
    """A marked stretch as written, before any figure is looked up."""

    start: int
    end: int
    core: str
    kind: str
    """claim, listed, or other."""
    reason: str = ""
    value: Decimal = Decimal(0)
    range_end: Decimal | None = None
    unit_class: str = ""
    currency: str = ""
    hedge: str = ""
    source: str = ""
    verdict: str = ""
    flags: tuple[str, ...] = ()

    @property
    def spelt(self) -> str:
        """The core as it would be spelt in a sentence: with the scale word of its column."""
        return self.core + "".join(flag.removeprefix(COLUMN) for flag in self.flags if flag.startswith(COLUMN))


def _number(word: str) -> Decimal:
    try:
        return Decimal(word.replace("_", ""))
    except InvalidOperation:
        raise Malformed(f"{word!r} is no number") from None


def _claim(start: int, core: str, says: str) -> Mark:
    words = says.split()
    end = start + len(core)
    if words[0] == "listed":
        if len(words) != 2 or words[1] not in LISTED:
            raise Malformed(f"{core}: listed as one of {', '.join(LISTED)}, not {says!r}")
        return Mark(start, end, core, "listed", reason=words[1])
    if len(words) < 4:
        raise Malformed(f"{core}: a claim says value, class, figure and verdict, not {says!r}")
    first, last = words[0].partition("..")[::2]
    unit_class, currency = words[1].partition(":")[::2]
    rest = words[2:]
    hedge = rest.pop(0) if rest[0] in HEDGES else ""
    source, verdict, *flags = rest
    if unit_class not in CLASSES or (unit_class == "money") != bool(currency):
        raise Malformed(f"{core}: no class {words[1]!r}")
    if verdict not in VERDICTS:
        raise Malformed(f"{core}: no verdict {verdict!r}")
    if {flag for flag in flags if not flag.startswith(COLUMN)} - set(FLAGS):
        raise Malformed(f"{core}: no flag among {flags}")
    if bool(last) != (hedge == "range"):
        raise Malformed(f"{core}: two ends and the word range go together")
    return Mark(
        start,
        end,
        core,
        "claim",
        value=_number(first),
        range_end=_number(last) if last else None,
        unit_class=unit_class,
        currency=currency,
        hedge=hedge,
        source=source,
        verdict=verdict,
        flags=tuple(flags),
    )


def _pieces(source: str) -> Iterator[str | re.Match[str]]:
    at = 0
    for mark in _MARK.finditer(source):
        yield source[at : mark.start()]
        yield mark
        at = mark.end()
    yield source[at:]


def read(source: str) -> tuple[str, tuple[Mark, ...]]:
    """The text as a checker gets it, and the marks with their offsets in it."""
    text, marks = "", []
    for piece in _pieces(source):
        if isinstance(piece, str):
            if forgotten := _DIGIT.search(piece):
                raise Malformed(f"{forgotten[0]} is not marked: {piece[max(0, forgotten.start() - 20) :][:50]!r}")
            if set("[]{}|") & set(piece):
                raise Malformed(f"a mark is broken: {piece[-60:]!r}")
            text += piece
        elif core := piece["claim"]:
            marks.append(_claim(len(text), core, piece["says"]))
            text += core
        else:
            if piece["reason"] not in REASONS:
                raise Malformed(f"{piece['other']}: no reason {piece['reason']!r}")
            start = len(text)
            text += piece["other"]
            marks.append(Mark(start, len(text), piece["other"], "other", reason=piece["reason"]))
    return text, tuple(marks)
