"""Pages for what went wrong: 400, 403, 404, 405, 413, 500, each with what to do. A fault asks the database nothing."""

from __future__ import annotations

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from concentric.core.terms.words import DEFAULT_LANG, languages, say
from concentric.pages.context import Masthead, masthead_of

TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the request could not be understood; 413: it holds more than a page takes."""
    return _page(request, 413 if isinstance(exception, TOO_MUCH) else 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: not for this reader."""
    return _page(request, 403)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form without the mark that this house gave out. `reason` is for the log, which Django keeps."""
    return _page(request, 403, "form")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: nothing at this address."""
    return _page(request, 404)


def not_allowed(request: HttpRequest) -> HttpResponse:
    """405: an address that takes forms only, opened like a page."""
    return _page(request, 405)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: a fault of the program."""
    return _page(request, 500)


def _page(request: HttpRequest, status: int, words: str = "") -> HttpResponse:
    lang = getattr(request, "lang", DEFAULT_LANG)
    key = f"pages-error-{words or status}"
    context = {
        "lang": lang,
        "languages": languages(),
        "masthead": Masthead() if status == 500 else _masthead(lang),
        "status": status,
        "says": say(key, lang),
        "remedy": say(f"{key}-remedy", lang),
        "bare": True,
    }
    return HttpResponse(render_to_string("error.html", {**context, "request": request}), status=status)


def _masthead(lang: str) -> Masthead:
    # What broke the page may be what the masthead asks, so it must not break this one, too.
    try:
        return masthead_of(lang)
    except DatabaseError:
        return Masthead()
