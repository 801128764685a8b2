"""What every answer bears: a strict content policy, the reader's language, and words even where Django has none."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from concentric.core.terms.words import LANGS, negotiate
from concentric.pages.errors import not_allowed

Answer = Callable[[HttpRequest], HttpResponse]
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
COOKIE = "lang"


class ContentSecurityPolicy:
    """Nothing is loaded from elsewhere, nothing inline runs."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.setdefault("Content-Security-Policy", POLICY)
        return response


class Language:
    """`request.lang`: ?lang=, else the cookie, else what the browser asks for. A choice by address is remembered."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = request.GET.get("lang")
        kept = request.COOKIES.get(COOKIE)
        lang = next((tongue for tongue in (asked, kept) if tongue in LANGS), None)
        request.lang = lang or negotiate(request.headers.get("Accept-Language", ""))  # type: ignore[attr-defined]
        response = self.get_response(request)
        if asked in LANGS and asked != kept:
            response.set_cookie(COOKIE, asked, max_age=365 * 86400, samesite="Lax", httponly=True)
        response.setdefault("Content-Language", request.lang)  # type: ignore[attr-defined]
        patch_vary_headers(response, ["Cookie", "Accept-Language"])
        return response


class FormsOnly:
    """An address that takes forms only says so when it is opened like a page; the empty answer says nothing."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 405 or response.content:
            return response
        worded = not_allowed(request)
        worded["Allow"] = response["Allow"]
        return worded
