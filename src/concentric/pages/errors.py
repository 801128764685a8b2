"""Pages for what went wrong: 400, 404, 500. The last one asks the database nothing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from concentric.core.terms.words import DEFAULT_LANG, languages
from concentric.pages.context import Masthead, masthead_of


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the request could not be understood."""
    return _page(request, 400)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: nothing at this address."""
    return _page(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: a fault of the program."""
    return _page(request, 500)


def _page(request: HttpRequest, status: int) -> HttpResponse:
    # What broke the page may be what the masthead asks, so after a fault it asks nothing.
    lang = getattr(request, "lang", DEFAULT_LANG)
    held = Masthead() if status == 500 else masthead_of(lang)
    context = {"lang": lang, "languages": languages(), "masthead": held, "status": status, "bare": True}
    return HttpResponse(render_to_string("error.html", {**context, "request": request}), status=status)
