"""The concentric picture of a point, drawn once for all readers who ask alike."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from concentric.core.terms.periods import show_period
from concentric.core.terms.words import say
from concentric.pages.points import Point
from concentric.prove.editions import picture_codes, picture_of
from concentric.prove.picture import Arc, Centre, Circle, draw, draw_mini, draw_phone
from concentric.register.book import Book


def circles(point: Point, lang: str, query: str) -> list[Circle]:
    """The circles to draw at a point; each arc opens its figure. What is held back is drawn as unknown."""
    book = point.book
    found = picture_of(
        book,
        {code: point.figures[code] for code in picture_codes(book)},
        lang,
        href=lambda code: address(book, code, query),
    )
    return [replace(circle, arcs=tuple(_noted(arc, lang) for arc in circle.arcs)) for circle in found]


def _noted(arc: Arc, lang: str) -> Arc:
    return arc if arc.base is not None else replace(arc, note=say("pages-home-no-base", lang))


def address(book: Book, programme: str, query: str = "") -> str:
    """Where a programme's arc leads: its figure, or nowhere when it has none."""
    reach = book.programmes[programme].reach
    return reverse("figure", args=[reach]) + query if reach else ""


def picture(point: Point, lang: str, query: str = "", way: str = "wide", good: str = "") -> SafeString:
    """The drawing at a point, kept for the next reader. `way`: wide, phone or mini; `good`: the state of the check."""
    key = (point.root, point.position, point.version, point.period.code, point.place)
    return mark_safe(_picture(_Held(point, key), lang, query, way, good))  # noqa: S308 - the picture escapes every text


class _Held:
    """A point by what it is computed from, so that equal points share a drawing."""

    def __init__(self, point: Point, key: tuple[Any, ...]) -> None:
        self.point = point
        self.key = key

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and self.key == other.key


@lru_cache(maxsize=96)
def _picture(held: _Held, lang: str, query: str, way: str, good: str) -> str:
    point = held.point
    drawn = circles(point, lang, query)
    period = point.period.code if len(point.period.code) <= 7 else point.period.code[:4]
    lines = (say("review-centre-entries", lang, size=point.position),)
    centre = Centre(period, () if way == "mini" else lines, good, point.root.hex())
    title = say("pages-review-mini", lang, period=show_period(point.period, lang))
    counts = {"circles": len(point.book.circles), "programmes": len(point.book.programmes)}
    description = say("review-picture-description", lang, **counts)
    make = {"wide": draw, "phone": draw_phone, "mini": draw_mini}[way]
    return make(drawn, centre, lang, title=title, description=description) if drawn else ""
