"""The example city's own review as it was frozen, and what its figures are worth, without playing the city's year.

`values.txt` is compared with the ledger where the year is played. `planted.py` makes the copy with errors in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path

from concentric.core.terms.scripts import to_traditional
from concentric.core.terms.words import say
from concentric.prove.manuscript import Number, Reference, bind, parse
from concentric.prove.sayings import id_of
from concentric.prove.shown import Quantity, is_share, machine_unit, show
from concentric.register.book import Book, read_book, shipped

HERE = Path(__file__).parent
TENTH = Decimal("0.1")


@cache
def city() -> Book:
    """The example city's programme book."""
    book, _ = read_book(shipped("city"))
    assert book is not None
    return book


@cache
def worth() -> Mapping[str, Decimal]:
    """What each figure of the catalogue is worth, by its id; unknown ones are left out."""
    rows = (HERE / "values.txt").read_text(encoding="utf-8").splitlines()
    return {id_: Decimal(value) for id_, value in (row.split("\t") for row in rows if not row.startswith("#"))}


@dataclass(frozen=True)
class Bound:
    """A number of the review: where it stands, and the figure that the review itself binds it to."""

    start: int
    end: int
    figure: str
    change: bool


@cache
def review(lang: str) -> tuple[str, tuple[Bound, ...]]:
    """The text as printed, and its bound numbers in their order."""
    source = "en" if lang == "en" else "zh-Hans"
    manuscript = parse(city().outline(source).strip(), source)
    shown = {ref: _printed(ref, source) for ref in manuscript.references()}
    parts: list[str] = []
    bound: list[Bound] = []
    at = 0
    for block in bind(manuscript, shown).blocks:
        for run in block.runs:
            text = to_traditional(run.text) if lang == "zh-Hant" else run.text
            if isinstance(run, Number):
                bound.append(Bound(at, at + len(text), id_of(run.ref, city()), run.ref.what == "change"))
            parts.append(text)
            at += len(text)
        parts.append("\n")
        at += 1
    return "".join(parts), tuple(bound)


def _printed(ref: Reference, lang: str) -> str:
    """A number as an edition prints it."""
    spec, value = city().indicators[ref.figure], worth()[id_of(ref, city())]
    decimals = int(spec.get("decimals", 1 if is_share(spec) else 0))
    if ref.what == "figure":
        return show(Quantity(value, "value", machine_unit(spec), decimals), lang, style=ref.style)
    before = worth()[f"{ref.figure}@2020"]
    if is_share(spec):
        by = value.quantize(TENTH, ROUND_HALF_UP) - before.quantize(TENTH, ROUND_HALF_UP)
        return say("compare-up-points", lang, change=str(by))
    by = (100 * (value - before) / before).quantize(TENTH, ROUND_HALF_UP)
    return say("compare-up", lang, change=str(by))
