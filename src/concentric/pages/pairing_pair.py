"""One pair of a run: why these two, who would have been next for each, and what another choice would cost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from concentric.match import choices
from concentric.match.telling import told_choice, told_moved, told_parts
from concentric.pages.desk import at_desk
from concentric.pages.pairing_reading import found, held, reading
from concentric.prove.book import current_book


def pair(request: HttpRequest, number: str, supporter: str, recipient: str) -> HttpResponse:
    """Why these two; of commissioners the first is the post."""
    lang: str = request.lang  # type: ignore[attr-defined]
    run = held(number)
    read = reading(run)
    worths = {(row.supporter, row.recipient): row.worth for row in read.rows}
    if (supporter, recipient) not in worths:
        raise Http404("pair")
    answer, names, exact = found(run), read.names, at_desk(request)
    asked, here = read.asked, (supporter, recipient)
    load = next((len(each.members) for each in read.loads if each.post == supporter), None) if read.sent else None
    context = {
        "run": run,
        "sent": read.sent,
        "supporter": (supporter, names[supporter]),
        "recipient": (recipient, names[recipient]),
        "worth": worths[here],
        "load": load,
        "parts": told_parts(answer.parts(here), current_book()[0], lang, sent=read.sent),
        "set": "pin" if here in asked.pinned else "",
        "sides": [
            (side, [_choice(each, names, lang) for each in found_])
            for side, found_ in (
                ("recipient", choices.for_recipient(answer, recipient, exact=exact)),
                ("supporter", choices.for_supporter(answer, supporter, exact=exact)),
            )
        ],
        "mine": exact,
    }
    return render(request, "pairing/pair.html", context)


def _choice(each: choices.Choice, names: Mapping[str, str], lang: str) -> dict[str, Any]:
    return {
        "supporter": (each.supporter, names[each.supporter]),
        "recipient": (each.recipient, names[each.recipient]),
        "worth": each.worth,
        "estimate": each.at_least if each.trial and each.trial.cost > 0 and each.trial.uncovered == 0 else None,
        "costs": told_choice(each, lang),
        "moved": told_moved(each, names, lang),
        "pin": f"{each.supporter}:{each.recipient}",
    }
