"""What an office wrote with references is known word for word: the book's outline, and the editions it published."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet

from concentric.core.claims.sayings import Mark, Sayings
from concentric.core.terms.words import say
from concentric.prove.charts import Grounds, plan
from concentric.prove.manuscript import Number, Reference, parse
from concentric.prove.models import Edition
from concentric.prove.shown import PERCENT, Quantity, machine_unit, show
from concentric.register.book import Book

SEVEN = Decimal(7)
LANGS = ("zh-Hans", "en")


@dataclass(frozen=True)
class Spoken:
    """What an office speaks of: its sentences and the rows of its charts; each reference by the id of its figure.

    `names` are what those are called that only a chart's row names.
    """

    sayings: Sayings
    references: Mapping[str, Reference]
    names: Mapping[str, tuple[str, ...]]


def spoken_in(book: Book, grounds: Callable[[str], Grounds], editions: QuerySet[Edition]) -> Spoken:
    """Every sentence of the book's outline and of these editions, and the rows of the book's charts.

    One query; a tenth of a second for each text. `grounds` are those of the charts in a language.
    """
    references: dict[str, Reference] = {}
    rows: dict[str, str] = {}
    names: dict[str, tuple[str, ...]] = {}
    for lang in LANGS:
        for label, ref in _rows(book, grounds(lang)):
            id_ = id_of(ref, book)
            references[id_] = ref
            names[id_] = (*names.get(id_, ()), label)
            if ref.rung in ("", book.indicators[ref.figure].get("headline", "")):
                rows[label] = id_
    texts = dict.fromkeys(_texts(book, editions))
    sayings = Sayings([_marked(text, lang, book, references) for text, lang in texts], rows)
    return Spoken(sayings, references, names)


def _rows(book: Book, grounds: Grounds) -> Iterator[tuple[str, Reference]]:
    """The rows that a book names in its charts: those of a breakdown by values."""
    for chart in book.charts.values():
        if chart.values:
            yield from (
                (line.label, ref) for line in plan(chart, grounds) if not line.rest for ref in line.refs.values()
            )


def _texts(book: Book, editions: QuerySet[Edition]) -> Iterator[tuple[str, str]]:
    for lang in LANGS:
        yield book.outline(lang).strip(), lang
    for text, lang in editions.order_by("idx").values_list("text", "lang"):
        yield text.strip(), lang


def _marked(text: str, lang: str, book: Book, references: dict[str, Reference]) -> tuple[str, Sequence[Mark]]:
    """A text with a seven in the place of each number, and which figure of the catalogue each is."""
    parts: list[str] = []
    marks: list[Mark] = []
    at = 0
    for block in parse(text, lang).blocks:
        for run in block.runs:
            shown = run.text
            if isinstance(run, Number) and run.ref.figure in book.indicators:
                shown = _printed(run.ref, lang, book)
                id_ = id_of(run.ref, book)
                references[id_] = run.ref
                marks.append(Mark(at, at + len(shown), id_, run.ref.what == "change"))
            parts.append(shown)
            at += len(shown)
        parts.append("\n")
        at += 1
    return "".join(parts), marks


def id_of(ref: Reference, book: Book) -> str:
    """The figure of the catalogue that a reference means; one that isn't there where it has none."""
    code = f"{ref.figure}?{ref.where}" if ref.where else ref.figure
    if ref.of == "denominator":
        ratio = book.indicators[ref.figure].get("ratio")
        code = ratio["denominator"] if ratio else f"{code}/"
    headline = book.indicators[ref.figure].get("headline")
    rung = f":{ref.rung}" if ref.rung and ref.rung != headline else ""
    return code + (f"@{ref.place}" if ref.place else "") + rung


def _printed(ref: Reference, lang: str, book: Book) -> str:
    unit = machine_unit(book.indicators[ref.figure])
    if ref.what == "change":
        return say("compare-up-points" if unit == PERCENT else "compare-up", lang, change="7")
    if ref.of == "denominator":
        unit = ""
    return show(Quantity(SEVEN, "value", unit), lang)
