"""`concentric figures`: the figures of the book in force, for a period, a place and a position of the ledger."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import TYPE_CHECKING

import click

from concentric.config.commands._common import json_option, lang_option, print_json, setup
from concentric.core.courses import RUNGS
from concentric.core.terms.dates import read_date
from concentric.core.terms.findings import Refused
from concentric.core.terms.periods import read_period, show_period
from concentric.core.terms.scripts import localized
from concentric.core.terms.words import say

if TYPE_CHECKING:
    from concentric.prove.figures import Figure
    from concentric.register.book import Book


class NoSuchPlace(Refused):
    """No place in force bears the code."""


class NoSuchPosition(Refused):
    """The log hasn't reached the position."""


@click.command()
@click.option("--period", default=None, metavar="CODE", help="2021, 2021-H1, 2021-Q3, 2021-05 (default: the book's).")
@click.option("--place", default=None, metavar="CODE", help="A place with all within it (default: the book's).")
@click.option("--as-known-on", "known_on", default=None, metavar="DATE", help="As it was known when that day ended.")
@click.option("--position", type=click.IntRange(min=0), default=None, help="A position of the log (default: now).")
@click.option("--code", "codes", multiple=True, metavar="CODE", help="Only this indicator; may be repeated.")
@click.option("--engine", type=click.Choice(["duckdb", "spark"]), default="duckdb", help="What computes them.")
@lang_option
@json_option
def command(
    period: str | None,
    place: str | None,
    known_on: str | None,
    position: int | None,
    codes: tuple[str, ...],
    engine: str,
    lang: str,
    as_json: bool,
) -> None:
    """Print the figures, or JSON for programs."""
    if known_on is not None and position is not None:
        raise click.UsageError("--as-known-on / --position")
    when = None if period is None else read_period(period)
    day = None if known_on is None else read_date(known_on)
    setup()
    from concentric.prove.book import current_book
    from concentric.prove.figures import figures

    book, _ = current_book()
    at = _position(position, day, book.time_zone)
    _check_place(place)
    when = when or book.when()
    found = figures(book, period=when, place=place, position=at, codes=codes or None, engine=engine, lang=lang)
    if as_json:
        print_json([figure.as_json() for figure in found])
        return
    where = found[0].place if found else ""
    place_name = _place_name(where) or where or say("figures-everywhere", lang)
    title = localized(book.title, lang)
    click.echo(say("figures-head", lang, title=title, period=show_period(when, lang), place=place_name, position=at))
    for line in _lines(book, found, lang):
        click.echo(line)
    for figure in found:
        if figure.left_out:
            name = localized(book.indicators[figure.code]["name"], lang)
            click.echo(say("figures-left-out", lang, name=name, count=figure.left_out))


def _position(position: int | None, day: date | None, zone: str) -> int:
    from concentric.ledger.positions import position_at, size

    if day is not None:
        return position_at(day, zone)
    now = size()
    if position is not None and position > now:
        raise NoSuchPosition("figures-no-such-position", position=position, size=now)
    return now if position is None else position


def _check_place(code: str | None) -> None:
    if code and not _place_name(code):
        raise NoSuchPlace("figures-no-such-place", place=code)


def _place_name(code: str) -> str:
    from concentric.register.models import Place

    found = Place.objects.in_force().filter(code=code).order_by("idx").first() if code else None
    return f"{found.name} {code}" if found else ""


def _lines(book: Book, found: list[Figure], lang: str) -> list[str]:
    from concentric.prove.manuscript import Reference
    from concentric.prove.shown import quantity, show, with_unit

    rungs = [rung for rung in RUNGS if any(rung in figure.rungs for figure in found)]
    headings = ["name", "value", "strength", "rows", *rungs]
    rows = [[say(f"figures-column-{heading}", lang) for heading in headings]]
    for figure in found:
        printed = show(quantity(book, figure, Reference(figure.code)), lang)
        if figure.state == "value":
            printed = with_unit(printed, book.unit(figure.code, lang), lang)
        strength = (
            say(f"figures-column-{figure.strength}", lang).lower() if figure.strength else say("figures-none", lang)
        )
        cells = [localized(book.indicators[figure.code]["name"], lang), printed, strength, f"{figure.row_count:,}"]
        for rung in rungs:
            there = rung in figure.rungs
            number = quantity(book, figure, Reference(figure.code, rung=rung)) if there else None
            cells.append(show(number, lang) if number else say("figures-none", lang))
        rows.append(cells)
    widths = [max(_width(row[n]) for row in rows) for n in range(len(headings))]
    return [
        "  ".join(_padded(cell, width, n) for n, (cell, width) in enumerate(zip(row, widths, strict=True))).rstrip()
        for row in rows
    ]


def _width(text: str) -> int:
    """Columns on screen: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


def _padded(text: str, width: int, column: int) -> str:
    gap = " " * (width - _width(text))
    return text + gap if column in (0, 2) else gap + text
