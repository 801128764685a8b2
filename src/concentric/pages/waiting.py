"""Who was asked for a workbook and has not answered, with a text to paste into a message."""

from __future__ import annotations

import csv
import io
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from concentric.exchange.asking.requests import message, rounds, table, waiting
from concentric.pages import asking
from concentric.pages.desk import desk, desk_actor


@desk
def waiting_page(request: HttpRequest) -> HttpResponseBase:
    """Everybody who has not answered, in one round or in all; as a table to take along."""
    lang: str = request.lang  # type: ignore[attr-defined]
    actor = desk_actor()
    known = rounds(actor)
    chosen = asking.one_of(request, "round", known)
    found = waiting(actor, chosen)
    if asking.one_of(request, "format", ["csv"]):
        text = io.StringIO(newline="")
        text.write("\ufeff")
        csv.writer(text, lineterminator="\r\n").writerows(table(found, lang))
        response = HttpResponse(text.getvalue(), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="waiting.csv"'
        return response
    context: dict[str, Any] = {"rounds": known, "round": chosen, "found": found}
    context["message"] = message(found, lang) if found else ""
    return render(request, "waiting.html", context)
