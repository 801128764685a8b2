"""The office's own desk: pages that write are served to a browser on this very machine, and to nobody else.

There are no accounts of persons yet. Whoever sits at the machine that holds the ledger could run the commands as well;
anybody further away can only read.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

from concentric.access.accounts import acting
from concentric.ledger.actor import Actor, Channel

View = Callable[..., HttpResponseBase]
HERE = ("127.0.0.1", "localhost", "[::1]")
NEAR = ("127.0.0.1", "::1")
PASSED_ON = ("FORWARDED", "X_FORWARDED_FOR", "X_FORWARDED_HOST", "X_FORWARDED_PROTO", "X_REAL_IP", "VIA")
"""Headers by which a proxy says that somebody else asks."""
OLD = ("HTTP/1.0", "HTTP/1")
"""As servers name the protocol that no browser speaks any more."""


def at_desk(request: HttpRequest) -> bool:
    """Whether the request was made on this machine, under a name that only this machine has, and by nobody's proxy.

    All of it: behind a proxy every address is near, a foreign page may point a name of its own here, and a proxy with
    nothing set asks under *this* machine's name whoever stands before it. That one says nothing of whom it asks for,
    but it usually speaks HTTP/1.0.
    """
    if not settings.DESK or request.META.get("SERVER_PROTOCOL") in OLD:
        return False
    if any(f"HTTP_{name}" in request.META for name in PASSED_ON):
        return False
    host = request.get_host().rpartition(":")[0] if not request.get_host().endswith("]") else request.get_host()
    return (host or request.get_host()) in HERE and request.META.get("REMOTE_ADDR", "") in NEAR


def desk(view: View) -> View:
    """The view, at the desk only; everybody else is told why not (403)."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not at_desk(request):
            return render(request, "desk_only.html", status=403)
        return view(request, *args, **kwargs)

    return answer


def desk_actor(channel: Channel = "page") -> Actor:
    """The office, acting through a page."""
    return acting("office", channel)
