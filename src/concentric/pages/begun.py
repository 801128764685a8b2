"""An office that has set up nothing yet, not even the tables, is told how to begin, whatever page it asks for."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from concentric.ledger.positions import charter
from concentric.ledger.refusals import NotChartered
from concentric.pages.nothing import no_ledger

View = Callable[..., HttpResponseBase]


def begun(view: View) -> View:
    """The view, but for a database without a ledger. Any other fault of the database stays one. One query."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            charter()
        except NotChartered:
            return no_ledger(request)
        return view(request, *args, **kwargs)

    return answer
