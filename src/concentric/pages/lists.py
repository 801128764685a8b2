"""Lists of everything that is kept: searched, narrowed, sorted, by page, taken along. And the page that names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from concentric.core.terms.scripts import localized
from concentric.core.terms.words import say
from concentric.pages import asking, rows
from concentric.pages.figures import asked_point, query_of
from concentric.pages.listed import GROUPS, IN_LISTS, LISTED, Listed
from concentric.pages.nothing import nothing_known
from concentric.pages.points import Point, called, places
from concentric.pages.taking import csv_file
from concentric.prove.listing import Listing, listing
from concentric.register.models import Organisation

Parts = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Choice:
    """A column to narrow by: `options` are (value, words, rows), the most frequent first.

    `words` is the chosen one's, and `off` the address without it.
    """

    name: str
    label: str
    options: tuple[tuple[str, str, int], ...]
    chosen: str
    words: str = ""
    off: str = ""


def lists(request: HttpRequest) -> HttpResponse:
    """Every list with how many rows it has and where they stand."""
    lang: str = request.lang  # type: ignore[attr-defined]
    point, bad = asked_point(request)
    if point is None:
        return nothing_known(request, bad)
    groups = [(group, [_told(one, point, lang) for one in LISTED.values() if one.group == group]) for group in GROUPS]
    context: dict[str, Any] = {"point": point, "bad_day": bad, "groups": groups, "query": query_of(request)}
    return render(request, "lists/index.html", context)


def _told(one: Listed, point: Point, lang: str) -> dict[str, Any]:
    where = one.within(point.place, point.book.place)
    states = _parts(point.root, point.position, one.stem, where, "state") if one.view.column("state") else ()
    return {
        "stem": one.stem,
        "name": say(one.view.key, lang),
        "means": say(f"{one.view.key}-means", lang),
        "count": _count(point.root, point.position, one.stem, where),
        "states": [(state, rows.state_word(state, one.view.name, lang), n) for state, n in states],
    }


def listed(request: HttpRequest, stem: str) -> HttpResponseBase:
    """One list. Warm: two queries of the snapshot, and the choices once for all readers."""
    lang: str = request.lang  # type: ignore[attr-defined]
    if stem not in LISTED:
        raise Http404("list")
    one = LISTED[stem]
    point, bad = asked_point(request)
    if point is None:
        return nothing_known(request, bad)
    counties = called(point, places(point.place)[1:], lang) if one.has_place else []
    county = asking.text(request, "county")
    if county and county not in {code for code, _ in counties}:
        raise Http404("place")
    choices = [_choice(name, one, point, request, lang) for name in one.choices]
    ladder = rows.ladder(one.view.ladder)
    rung = asking.one_of(request, "rung", ladder)
    party = _party(asking.text(request, "party"))
    where = one.within(point.place, point.book.place)
    found = listing(
        one.view.name,
        zone=point.book.time_zone,
        place=county or where or None,
        position=point.position,
        where={choice.name: [choice.chosen] for choice in choices if choice.chosen},
        least=rung,
        party=str(party.root) if party else "",
    )
    narrowed = bool(county or rung or party or any(choice.chosen for choice in choices))
    whole = found.count if narrowed else _count(point.root, point.position, stem, where)
    context: dict[str, Any] = {
        "one": one,
        "name": say(one.view.key, lang),
        "means": say(f"{one.view.key}-means", lang),
        "point": point,
        "query": query_of(request),
    }
    if 0 < whole < point.book.suppress_below:
        return render(request, "lists/detail.html", context | {"closed": True})
    if asking.one_of(request, "format", ["csv"]):
        return csv_file(found, stem, lang)
    search = asking.text(request, "q")
    orders = [sign + column.name for column in found.columns for sign in ("", "-")]
    order = asking.one_of(request, "order", orders)
    paging = asking.paging(request, found.found(search) if search else whole)
    wanted = IN_LISTS.get(one.view.name, ())
    only = rows.needed(one.view.name, found.columns, wanted=wanted)
    held = found.page(paging.number, paging.size, search, order or "-idx", only)
    context |= {
        "paging": paging,
        "rows": rows.shown(held, one.view.name, lang, point.book, few=False, counties=dict(counties), wanted=wanted),
        "headings": rows.headings(one.view.name, found.columns, lang, wanted=wanted),
        "hue": "",
        "search": search,
        "order": order,
        "ladder": ladder,
        "rung": rung,
        "counties": counties,
        "county": county,
        "choices": choices,
        "party": party,
        "total": whole,
        "narrowed": bool(search) or narrowed,
        "kept": {name: request.GET[name] for name in ("on", "period", "place") if name in request.GET},
    }
    return render(request, "lists/detail.html", context)


def _party(number: str) -> Organisation | None:
    """The organisation of that number, by which a list is narrowed. 404 where there is none. At most one query."""
    if not number:
        return None
    found: Organisation | None = Organisation.objects.in_force().filter(number=number).first()
    if found is None:
        raise Http404("organisation")
    return found


def _choice(name: str, one: Listed, point: Point, request: HttpRequest, lang: str) -> Choice:
    parts = _parts(point.root, point.position, one.stem, one.within(point.place, point.book.place), name)
    options = tuple((value, _option(name, value, one, point, lang), n) for value, n in parts)
    chosen = asking.one_of(request, name, [value for value, _ in parts])
    words = next((words for value, words, _ in options if value == chosen), "")
    kept = request.GET.copy()
    for left in (name, "page"):
        kept.pop(left, None)
    off = f"?{kept.urlencode()}"
    return Choice(name, say(f"views-column-{name.replace('_', '-')}", lang), options, chosen, words, off)


def _option(name: str, value: str, one: Listed, point: Point, lang: str) -> str:
    if (names := rows.named(name, value, point.book)) is not None:
        return localized(names, lang)
    return rows.value_word(name, value, one.view.name, lang)


@lru_cache(maxsize=256)
def _count(root: bytes, position: int, stem: str, place: str) -> int:
    """How many rows a list has at a position. The root stands for everything before it, so this holds for ever."""
    return _listing(position, stem, place).count


@lru_cache(maxsize=1024)
def _parts(root: bytes, position: int, stem: str, place: str, name: str) -> Parts:
    """The values of a column and how many rows bear each, the most frequent first. Blank ones are left out."""
    found = _listing(position, stem, place).parts(name)
    named = [(str(value), n) for (value,), n in found.items() if value not in (None, "")]
    return tuple(sorted(named, key=lambda part: (-part[1], part[0])))


def prepare(point: Point) -> None:
    """Make what the first reader of each list would wait for: its rows, what is searched in, counts, and choices."""
    for one in LISTED.values():
        where = one.within(point.place, point.book.place)
        _listing(point.position, one.stem, where).searchable()
        _count(point.root, point.position, one.stem, where)
        for name in one.choices:
            _parts(point.root, point.position, one.stem, where, name)


def _listing(position: int, stem: str, place: str) -> Listing:
    one = LISTED[stem]
    return listing(one.view.name, zone="UTC", place=place or None, position=position)
