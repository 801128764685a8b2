"""Pairing: what was paired, the form that asks for a run, and where a run in the background stands."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from concentric.access.accounts import acting
from concentric.core.terms.findings import Refused
from concentric.core.terms.scripts import localized
from concentric.ledger import clock
from concentric.match import runs
from concentric.match.instances import Pair
from concentric.match.models import Run
from concentric.pages import pairing_work
from concentric.pages.context import masthead_of
from concentric.pages.desk import at_desk, desk, desk_actor
from concentric.pages.pairing_reading import HEAVY, programmes
from concentric.pages.showing import day_of
from concentric.prove.book import current_book
from concentric.register.book import Book, PairingSpec

LATEST = 30
POINTS = ("points", "near", "per_km", "same_county", "same_prefecture", "size", "continuity")
NOT_SENT = ("points", "size")
"""What doesn't count where commissioners are sent."""


def paired(request: HttpRequest) -> HttpResponse:
    """What was paired, and the form that asks for another run."""
    lang: str = request.lang  # type: ignore[attr-defined]
    office = acting("office", "page").office
    try:
        book: Book | None = current_book()[0]
    except Refused:
        book = None
    names = programmes(lang)
    held = Run.objects.in_force().of_office(office).defer(*HEAVY).order_by("-idx")[:LATEST]
    context = {
        "runs": [(one, names.get(one.programme_id, "")) for one in held],
        "choices": _choices(book, lang) if book else [],
        "today": today(lang).isoformat(),
        "mine": at_desk(request),
    }
    return render(request, "pairing/index.html", context)


@desk
def begin(request: HttpRequest) -> HttpResponseBase:
    """Start a run as the form asks; a city's is done before the answer."""
    lang: str = request.lang  # type: ignore[attr-defined]
    if request.method != "POST":
        return redirect("pairing")
    given, actor, book = request.POST, desk_actor(), current_book()[0]
    code = given.get("programme", "")
    try:
        day = date.fromisoformat(given.get("on", ""))
    except ValueError:
        day = today(lang)
    changed = {
        name: min(int(given[name]), 1_000_000)
        for name in POINTS
        if given.get(name, "").isascii() and given.get(name, "").isdigit() and len(given[name]) <= 9
    }
    try:
        asked = runs.ask(book, actor, code, day, pinned=pairs_of(given.getlist("pin")),
                         forbidden=pairs_of(given.getlist("forbid")), changed=changed)  # fmt: skip
    except Refused as refused:
        return render(request, "pairing/work.html", {"state": "refused", "findings": [refused.finding().as_json(lang)]})
    token = pairing_work.begin(actor, asked, lang)
    return redirect("pairing-work", token)


@desk
def work(request: HttpRequest, token: str) -> HttpResponseBase:
    """Where a run stands; asks again by itself, without any script."""
    state = pairing_work.state_of(token)
    if state["state"] == "done":
        return redirect("pairing-run", state["number"])
    response = render(request, "pairing/work.html", state)
    if state["state"] == "working":
        response["Refresh"] = "2"
    return response


def pairs_of(texts: list[str]) -> tuple[Pair, ...]:
    """Pairs as addresses and forms hold them, supporter:recipient; what is none is left out."""
    found = []
    for text in texts[:200]:
        one, mark, other = text[:140].partition(":")
        if mark and one.strip() and other.strip():
            found.append((one.strip(), other.strip()))
    return tuple(sorted(set(found)))


def today(lang: str) -> date:
    """The day it is at the office."""
    return day_of(clock.now(), masthead_of(lang).zone)


def _choices(book: Book, lang: str) -> list[tuple[PairingSpec, str, list[tuple[str, int]]]]:
    return [
        (
            spec,
            localized(book.programmes[code].names, lang),
            [(name, getattr(spec, name)) for name in POINTS if spec.kind == "pairing" or name not in NOT_SENT],
        )
        for code, spec in book.pairings.items()
    ]
