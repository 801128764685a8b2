"""All figures of the book at a point, one figure's card, and the records behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from concentric.core.terms.findings import Refused
from concentric.core.terms.periods import read_period, show_period
from concentric.core.terms.scripts import localized
from concentric.core.terms.words import say
from concentric.pages import asking, rows
from concentric.pages.cards import Card, live_card, name_of, state_says
from concentric.pages.drawing import Bar
from concentric.pages.nothing import nothing_known
from concentric.pages.points import Point, called, places, point_of, shown_quantity
from concentric.pages.taking import csv_file
from concentric.prove.evidence import Evidence
from concentric.prove.hues import hue_of, programme_of
from concentric.prove.indicators import Count, Coverage, indicators_of
from concentric.prove.manuscript import Reference
from concentric.prove.shown import is_share, machine_unit, show, with_unit


@dataclass(frozen=True)
class Line:
    """One figure in the list."""

    code: str
    name: str
    shown: str
    state: str
    state_says: str
    strength: str
    hue: str
    count: int
    bar: Bar | None


def asked_point(request: HttpRequest) -> tuple[Point | None, str]:
    """The point in the address (?on= ?period= ?place= ?fresh=), and what of it was no day.

    404 for a period or a place that is none. None: nothing was known on that day, or there is nothing at all.
    """
    day, bad = asking.day(request, "on")
    period = asking.text(request, "period")
    if period:
        try:
            period = read_period(period).code
        except Refused as refused:
            raise Http404("period") from refused
    try:
        point = point_of(day=day, period=period, fresh=bool(asking.one_of(request, "fresh", ["1"])))
    except Refused:
        return None, bad
    place = asking.text(request, "place")
    if point is None or not place or place == point.place:
        return point, bad
    if not place.isascii() or place not in {code for code, _ in places(point.book.place)}:
        raise Http404("place")
    return replace(point, place=place), bad


def figures(request: HttpRequest) -> HttpResponse:
    """Every figure of the book, by circle and programme."""
    lang: str = request.lang  # type: ignore[attr-defined]
    point, bad = asked_point(request)
    if point is None:
        return nothing_known(request, bad)
    context: dict[str, Any] = {"point": point, "bad_day": bad}
    groups = []
    left = dict.fromkeys(point.book.indicators)
    rings = point.book.rings()
    for place, (circle, _) in enumerate(rings, 1):
        owners = {code: programme_of(point.book, code) for code in left}
        codes = [code for code, owner in owners.items() if owner is not None and owner.circle == circle.code]
        for code in codes:
            del left[code]
        if codes:
            groups.append(
                {
                    "name": localized(circle.names, lang),
                    "hue": circle.hue,
                    "ring": place,
                    "lines": [_line(point, code, lang) for code in codes],
                }
            )
    if left:
        lines = [_line(point, code, lang) for code in left]
        groups.append({"name": say("pages-figures-other", lang), "hue": "", "ring": 0, "lines": lines})
    context |= {
        "groups": groups,
        "rings": len(rings),
        "query": query_of(request),
        "places": called(point, places(point.book.place), lang),
        "period": show_period(point.period, lang),
        "on": asking.day(request, "on")[0],
    }
    return render(request, "figures/list.html", context)


def _line(point: Point, code: str, lang: str) -> Line:
    figure = point.figures[code]
    number = shown_quantity(point, figure)
    text = show(number, lang, style="plain", below=point.book.suppress_below)
    if number.state == "value":
        text = with_unit(text, point.book.unit(code, lang), lang)
    known = [value for value in figure.rungs.values() if value is not None]
    spec = point.book.indicators[code]
    most = Decimal(100) if machine_unit(spec) == "%" and is_share(spec) else max(known, default=Decimal(0))
    hue = hue_of(point.book, code)
    return Line(
        code,
        name_of(point.book, code, lang),
        text,
        number.state,
        state_says(number.state, number.value, lang),
        figure.strength,
        hue,
        max(0, figure.row_count),
        Bar(hue, figure.rungs, most, width=132) if known and most > 0 else None,
    )


def query_of(request: HttpRequest) -> str:
    """The point of this address, to be carried into the next one."""
    kept = request.GET.copy()
    for name in list(kept):
        if name not in ("on", "period", "place"):
            del kept[name]
    return f"?{kept.urlencode()}" if kept else ""


def _known(point: Point | None, code: str) -> Point:
    if point is None or code not in point.book.indicators:
        raise Http404("figure")
    return point


def figure(request: HttpRequest, code: str) -> HttpResponse:
    """One figure's card, live."""
    lang: str = request.lang  # type: ignore[attr-defined]
    point, bad = asked_point(request)
    point = _known(point, code)
    card = live_card(point, code, lang, query=query_of(request))
    context = {"card": card, "point": point, "bad_day": bad, "query": query_of(request)}
    return render(request, "figures/detail.html", context)


def figure_rows(request: HttpRequest, code: str) -> HttpResponseBase:
    """The records behind a live figure."""
    lang: str = request.lang  # type: ignore[attr-defined]
    point, _ = asked_point(request)
    point = _known(point, code)
    card = live_card(point, code, lang, query=query_of(request))
    up = (reverse("figure", args=[code]) + query_of(request), card.name)
    return rows_page(request, point, code, card, [(reverse("figures"), say("pages-nav-figures", lang)), up])


def rows_page(
    request: HttpRequest,
    point: Point,
    code: str,
    card: Card,
    crumbs: list[tuple[str, str]],
    ref: Reference | None = None,
) -> HttpResponseBase:
    """The records behind a figure: found, narrowed, sorted, by page; or all of them as CSV. `ref`: as a text asks."""
    lang: str = request.lang  # type: ignore[attr-defined]
    if not card.rows_url:
        return render(request, "figures/rows.html", {"card": card, "crumbs": crumbs, "closed": True})
    ladder = _ladder(point, code)
    asked = asking.one_of(request, "rung", ladder)
    county, known = asking.text(request, "county"), called(point, places(point.place)[1:], lang)
    if county and county not in {code for code, _ in known}:
        raise Http404("place")
    part = "whole" if asking.one_of(request, "part", ["whole"]) else ""
    rung, where = (ref.rung, ref.where) if ref else ("", "")
    proof: Evidence = point.at(county).evidence(code, asked or rung, where)
    has_whole = proof.denominator is not None
    if part and proof.denominator is not None:
        proof = proof.denominator
    # The card has counted the same rows already, once for all readers.
    whole = card.count if ref is None and not (asked or county or part) else proof.count
    if 0 < whole < point.book.suppress_below:
        return render(request, "figures/rows.html", {"card": card, "crumbs": crumbs, "closed": True})
    if asking.one_of(request, "format", ["csv"]):
        return csv_file(proof, code, lang)
    search = asking.text(request, "q")
    names = {column.name for column in proof.columns}
    order = asking.one_of(request, "order", [sign + name for name in names for sign in ("", "-")])
    if order.removeprefix("-") == "amount":
        order = order.replace("amount", _measure(point, code))
    count = proof.found(search) if search else whole
    pages = asking.paging(request, count)
    view = proof.view.name
    held = proof.page(pages.number, pages.size, search, order, rows.needed(view, proof.columns))
    context = {
        "card": card,
        "crumbs": crumbs,
        "paging": pages,
        "rows": rows.shown(held, view, lang, point.book, few=False, counties=dict(known)),
        "headings": rows.headings(view, proof.columns, lang),
        "hue": card.hue,
        "search": search,
        "order": order,
        "ladder": ladder,
        "rung": asked,
        "counties": known,
        "county": county,
        "part": part,
        "has_whole": has_whole,
        "total": whole,
        "narrowed": bool(search or asked or county),
        "query": query_of(request),
        "kept": {name: request.GET[name] for name in ("on", "period", "place") if name in request.GET},
    }
    return render(request, "figures/rows.html", context)


def _ladder(point: Point, code: str) -> list[str]:
    means = indicators_of(point.book)[code].means
    if isinstance(means, Count):
        return rows.ladder(means.view.ladder)
    return rows.ladder(means.counted.view.ladder) if isinstance(means, Coverage) else []


def _measure(point: Point, code: str) -> str:
    """The column that a sum's rows are sorted by: the amount, unless what is summed is a quantity."""
    means = indicators_of(point.book)[code].means
    return "quantity" if isinstance(means, Count) and means.sum == "quantity" else "amount"
