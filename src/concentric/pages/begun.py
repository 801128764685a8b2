"""An office that has set up nothing yet, not even the tables, is told how to begin, whatever page it asks for."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import DatabaseError
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

from concentric.ledger.positions import has_tables

View = Callable[..., HttpResponseBase]


def begun(view: View) -> View:
    """The view, but for a database without a ledger. Any other fault of the database stays one."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except DatabaseError:
            if has_tables():
                raise
            return render(request, "home_empty.html", {"missing": "ledger"})

    return answer
