"""Cases that are due by their working-day clocks, who has to act, and text to paste into a message."""

from __future__ import annotations

import csv
import io
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from concentric.exchange.asking import clocks
from concentric.exchange.asking.requests import today
from concentric.pages import asking
from concentric.pages.desk import desk, desk_actor

AHEAD = ("0", "3", "5", "10", "20")
"""Working days ahead that may be asked for."""
TOLD = 200
"""Lines on the page; the table holds all."""


@desk
def due_page(request: HttpRequest) -> HttpResponseBase:
    """What is past its day or soon due, of everybody or of one who has to act; as a table to take along."""
    lang: str = request.lang  # type: ignore[attr-defined]
    within = asking.one_of(request, "within", list(AHEAD)) or str(clocks.SOON)
    found = clocks.due(desk_actor(), today(), within=int(within))
    names = sorted({one.name for one in found})
    chosen = asking.one_of(request, "by", names)
    found = [one for one in found if chosen in ("", one.name)]
    if asking.one_of(request, "format", ["csv"]):
        text = io.StringIO(newline="")
        text.write("\ufeff")
        csv.writer(text, lineterminator="\r\n").writerows(clocks.table(found, lang))
        response = HttpResponse(text.getvalue(), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="due.csv"'
        return response
    context: dict[str, Any] = {
        "within": within,
        "ahead": AHEAD,
        "names": names,
        "by": chosen,
        "count": len(found),
        "late": sum(one.clock.late for one in found),
        "found": [(one, clocks.step(one.clock, lang), clocks.left(one.clock, lang)) for one in found[:TOLD]],
        "message": "\n\n".join(text for _, text in clocks.messages(found, lang)),
    }
    return render(request, "due.html", context)
