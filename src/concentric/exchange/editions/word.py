"""An edition as a Word document: its text, its picture on the cover, and the evidence of each number behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import IO, Literal, cast

from concentric.core.terms.dates import show_date
from concentric.core.terms.findings import Finding
from concentric.core.terms.scripts import localized, to_traditional
from concentric.core.terms.words import say
from concentric.exchange.manuscripts.source import source_name
from concentric.exchange.word import Drawing, Evidence, Facts, write_review
from concentric.exchange.word.contract import RUNGS
from concentric.ledger.positions import charter
from concentric.prove.charts import charts_of, draw_printed
from concentric.prove.editions import (
    book_of,
    bound_manuscript,
    frozen_numbers,
    period_of,
    picture_codes,
    picture_of,
    text_lang,
)
from concentric.prove.figures import figures
from concentric.prove.freezing import Frozen
from concentric.prove.models import Edition
from concentric.prove.narrowing import evidence_of
from concentric.prove.picture import Centre, draw_cover
from concentric.prove.shown import Quantity, machine_unit, show
from concentric.register.book import Book


def write_edition(edition: Edition, target: str | Path | IO[bytes], lang: str = "") -> tuple[Finding, ...]:
    """Write an edition to `target`, with nothing in it that wasn't known at its position. Returns warnings.

    In its own language; with `lang` zh-Hant a Simplified text in Traditional characters, which it says.
    Costs one computation of the figures and of each number's evidence, and about a second for the cover.
    """
    lang = text_lang(edition, lang)
    return write_review(
        bound_manuscript(edition, lang),
        picture_svg=cover_of(edition, lang),
        facts=facts_of(edition, lang),
        appendix=appendix_of(edition, lang),
        lang=lang,
        target=target,
        charts=drawings_of(edition, lang),
        source=source_name(edition, lang),
    )


def facts_of(edition: Edition, lang: str) -> Facts:
    """The ledger that an edition is printed from."""
    return Facts(
        ledger_size=edition.position,
        ledger_root=edition.ledger_root,
        as_of=show_date(edition.known_on, lang),
        issued_by=bound_manuscript(edition, lang).first("byline"),
        printed_at=edition.recorded_at,
        script="" if lang == edition.lang else say("word-script", lang),
    )


def drawings_of(edition: Edition, lang: str) -> dict[str, Drawing]:
    """The charts of an edition, drawn for paper."""
    convert: Callable[[str], str] = str if lang == edition.lang else to_traditional
    return {
        code: Drawing(
            convert(draw_printed(replace(chart, lang=lang))),
            convert(chart.title),
            convert(chart.sentence),
            convert(chart.note),
        )
        for code, chart in charts_of(edition).items()
    }


def cover_of(edition: Edition, lang: str) -> str:
    """The picture on the review's cover, as the ledger stood at the edition's position."""
    book = book_of(edition)
    codes = picture_codes(book)
    found = figures(
        book, period=period_of(edition), place=edition.place, position=edition.position, codes=codes, lang=lang
    )
    circles = picture_of(book, {figure.code: figure for figure in found}, lang)
    manuscript = bound_manuscript(edition, lang)
    return draw_cover(
        circles,
        Centre(
            year=edition.period,
            lines=(say("review-centre-entries", lang, size=edition.position),),
            root=edition.ledger_root,
        ),
        lang,
        title=manuscript.first("title"),
        subtitle=manuscript.first("subtitle"),
        description=say("review-picture-description", lang, circles=len(book.circles), programmes=len(book.programmes)),
        note=say("review-example", lang) if charter().example else "",
        issued=show_date(edition.known_on, lang),
    )


def appendix_of(edition: Edition, lang: str) -> list[Evidence]:
    """One row for each number that the text refers to, in the order in which they first appear.

    What only a chart draws is said in the chart.
    """
    book, said = book_of(edition), set(bound_manuscript(edition).references())
    return [_row(edition, book, number, lang) for number in frozen_numbers(edition) if number.ref in said]


def _row(edition: Edition, book: Book, number: Frozen, lang: str) -> Evidence:
    spec = book.indicators[number.ref.figure]
    outside = "statistic" in spec
    proof = evidence_of(book, number.ref, period=period_of(edition), place=number.place, position=edition.position)
    name = localized(spec["name"], lang)
    definition = localized(spec["definition"], lang) if "definition" in spec else ""
    if outside:
        sources = dict.fromkeys(row["source"] for row in proof.page(1, 1))
        said = [definition, *(say("review-source", lang, source=source) for source in sources)]
        definition = (" " if lang == "en" else "").join(said)
    return Evidence(
        reference=str(number.ref),
        printed=number.shown if lang == edition.lang else to_traditional(number.shown),
        definition=say("review-definition", lang, name=name, definition=definition) if definition else name,
        strength="outside"
        if outside
        else cast(Literal["", "pledged", "reported", "confirmed", "verified"], number.strength),
        rungs=_rungs(number, book, lang),
        denominator=_denominator(number, book, lang),
        records=None if outside or number.state == "suppressed" else number.row_count,
        lag_days=proof.lateness().median_days,
    )


def _rungs(number: Frozen, book: Book, lang: str) -> dict[str, str]:
    spec = book.indicators[number.ref.figure]
    unit, decimals = machine_unit(spec), int(spec.get("decimals", 1))
    if number.state == "suppressed":
        return {}
    return {
        rung: show(Quantity(value, "value", unit, decimals), lang, style="plain")
        for rung in RUNGS
        if (value := number.rungs.get(rung)) is not None
    }


def _denominator(number: Frozen, book: Book, lang: str) -> str:
    if number.denominator is None or number.ref.what == "change":
        return ""
    ratio = book.indicators[number.ref.figure].get("ratio")
    unit = machine_unit(book.indicators[ratio["denominator"]]) if ratio else ""
    return show(Quantity(number.denominator, "value", unit), lang, style="plain")
