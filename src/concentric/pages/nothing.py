"""The page of a ledger in which there is nothing to see: none yet, no book yet, or nothing on the day asked for."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from concentric.ledger.models import Commit
from concentric.pages import showing
from concentric.pages.context import masthead_of
from concentric.pages.points import there_is_a_book


def no_ledger(request: HttpRequest) -> HttpResponse:
    """How to begin."""
    return render(request, "nothing.html", {"missing": "ledger"})


def nothing_known(request: HttpRequest, bad_day: str) -> HttpResponse:
    """Why there is no point to look from, and what to do. Three queries."""
    if "on" not in request.GET or bad_day or not there_is_a_book():
        return render(request, "nothing.html", {"missing": "book"})
    first = Commit.objects.order_by("size").values_list("at", flat=True).first()
    zone = masthead_of(request.lang).zone  # type: ignore[attr-defined]
    return render(request, "nothing.html", {"missing": "day", "begins": showing.day_of(first, zone) if first else None})
