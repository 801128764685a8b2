"""The overview: the concentric picture, the same as a table, and the latest review."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from concentric.core.courses.strength import RUNGS
from concentric.core.terms.findings import Refused
from concentric.core.terms.periods import show_period
from concentric.core.terms.scripts import localized
from concentric.core.terms.words import say
from concentric.ledger.models import Commit
from concentric.pages import ledger, showing
from concentric.pages.drawing import Bar
from concentric.pages.figures import asked_point, query_of
from concentric.pages.nothing import nothing_known
from concentric.pages.pictures import address, picture
from concentric.pages.points import Point, is_held_back
from concentric.pages.reviews import latest
from concentric.pages.serving import served
from concentric.prove.shown import machine_unit
from concentric.register.book import CircleSpec, ProgrammeSpec


@dataclass(frozen=True)
class Line:
    """One programme in the table. `rungs` are texts from the strongest to the weakest, as (rung, text, printed)."""

    no: int
    name: str
    href: str
    value: str
    base: str
    unit: str
    bar: Bar
    rungs: tuple[tuple[str, str, bool], ...]
    late: int | None
    closed: bool
    circle: CircleSpec | None = None
    circle_name: str = ""
    ring: int = 0


def home(request: HttpRequest) -> HttpResponse:
    """The overview at the point asked for. Warm: seven queries and no computation."""
    lang: str = request.lang  # type: ignore[attr-defined]
    point, bad = asked_point(request)
    if point is None:
        return nothing_known(request, bad)
    first = Commit.objects.order_by("size").values_list("at", flat=True).first()
    begins = showing.day_of(first, point.book.time_zone) if first else None
    context: dict[str, Any] = {
        "point": point,
        "bad_day": bad,
        "begins": begins,
        "asked": query_of(request),
        "latest": latest(lang),
        "period": show_period(point.period, lang),
        "title": localized(point.book.title, lang),
    }
    checkpoint = ledger.last_checkpoint()
    # A checkpoint is only signed after everything up to its size was rebuilt and found to agree.
    holds = checkpoint is not None and checkpoint.size >= point.position
    good = say("pages-home-signed", lang) if holds else ""
    context["checkpoint"] = checkpoint
    try:
        lines = table(point, lang, query_of(request))
        context |= {
            "lines": lines,
            "rings": len(point.book.rings()),
            "served": served(point, lang),
            "wide": picture(point, lang, query_of(request), "wide", good),
            "phone": picture(point, lang, query_of(request), "phone", good),
        }
    except Refused as refused:
        context |= {"cannot": refused.says(lang), "remedy": refused.remedy(lang)}
    return render(request, "home.html", context)


def table(point: Point, lang: str, query: str) -> list[Line]:
    """The picture as a table: one line for each programme, in the order of the arcs."""
    found: list[Line] = []
    for ring, (circle, programmes) in enumerate(point.book.rings(), 1):
        for n, programme in enumerate(programmes):
            line = _line(point, circle, programme, len(found) + 1, lang, query)
            if n == 0:
                line = replace(line, circle=circle, circle_name=localized(circle.names, lang), ring=ring)
            found.append(line)
    return found


def _line(point: Point, circle: CircleSpec, programme: ProgrammeSpec, no: int, lang: str, query: str) -> Line:
    book, name = point.book, localized(programme.names, lang)
    if not programme.reach:
        none = tuple((rung, showing.NONE, False) for rung in reversed(RUNGS))
        return Line(no, name, "", showing.NONE, "", "", Bar(circle.hue, {}, None), none, None, False)
    figure = point.figures[programme.reach]
    base = point.figures[programme.base].value if programme.base else programme.target
    at: dict[str, Decimal | None] = dict(figure.rungs)
    if not any(value is not None for value in at.values()):
        at = {"reported": figure.value}
    unit = machine_unit(book.indicators[programme.reach]) or book.unit(programme.reach, lang)
    strongest = [at.get(rung) for rung in reversed(RUNGS)]
    texts, word = showing.columns([figure.value, base, *strongest], unit, lang)
    rungs = tuple((rung, text, rung == figure.strength) for rung, text in zip(reversed(RUNGS), texts[2:], strict=True))
    says = say("pages-bar-says", lang, **{rung: text for rung, text, _ in rungs})
    closed = is_held_back(figure)
    late = None if closed else point.summary(programme.reach).lateness.median_days
    whole = texts[1] if base is not None else ""
    bar = Bar(circle.hue, at, base, says=says)
    return Line(no, name, address(book, programme.code, query), texts[0], whole, word, bar, rungs, late, closed)
