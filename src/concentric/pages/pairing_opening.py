"""A commitment opened under an agreed pairing: the form, filled in beforehand, and a section on the pairing's page."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from concentric.core.terms.findings import Finding, Refused
from concentric.core.terms.words import say
from concentric.exchange import opening
from concentric.exchange.rows.book_words import BookWords
from concentric.exchange.sheets.commitments import ACTIVE, SHEET
from concentric.keep.models import Commitment
from concentric.ledger.models import Record
from concentric.match.models import Pairing
from concentric.pages.desk import at_desk, desk, desk_actor
from concentric.pages.naming import names_of
from concentric.pages.pairing import today

COLUMNS = {column.name: column for column in SHEET.own}


@desk
def opened(request: HttpRequest, number: str) -> HttpResponseBase:
    """The form, and what came of it."""
    lang: str = request.lang  # type: ignore[attr-defined]
    actor = desk_actor()
    try:
        pairing = opening.pairing_of(number, actor.office)
    except opening.NoSuchPairing:
        raise Http404("pairing") from None
    words, day = BookWords(actor.office), today(lang)
    if request.method != "POST":
        return _form(request, pairing, opening.prefilled(pairing, words, day), [])
    form = opening.read_form(request.POST.dict(), pairing, words.currency, lang, day)
    if form.commitment is None:
        return _form(request, pairing, form.texts, form.findings)
    try:
        root = opening.open_under(actor, pairing, form.commitment, lang)
    except Refused as refused:
        return _form(request, pairing, form.texts, [refused.finding()])
    entered = Commitment.objects.filter(root=root).values_list("idx", flat=True)[0]
    return redirect("record", entered)


def _form(request: HttpRequest, pairing: Pairing, texts: Any, findings: Any) -> HttpResponseBase:
    lang: str = request.lang  # type: ignore[attr-defined]
    names = names_of([pairing.supporter_id, pairing.recipient_id, pairing.programme_id], lang)
    state = opening.state_of(pairing)
    told: list[Finding] = list(findings)
    if state != ACTIVE and not told:
        told.append(opening.not_agreed(pairing, state, lang).finding())
    context = {
        "pairing": pairing,
        "supporter": names[pairing.supporter_id].name,
        "recipient": names[pairing.recipient_id].name,
        "programme": names[pairing.programme_id].name,
        "active": state == ACTIVE,
        "fields": [_field(name, texts.get(name, ""), lang) for name in opening.FIELDS],
        "findings": [(one.column, one.says(lang), one.remedy(lang)) for one in told],
        "under": opening.opened_under(pairing),
    }
    return render(request, "pairing/opening.html", context, status=400 if findings else 200)


def _field(name: str, value: str, lang: str) -> dict[str, Any]:
    column = COLUMNS[name]
    chosen = [(choice, column.term(choice, lang)) for choice in column.choices]
    known = {word for choice in column.choices for word in (choice, *column.terms_of(choice))}
    return {
        "name": name,
        "label": column.heading(lang),
        "value": value,
        "choices": chosen,
        "stray": value if chosen and value and value not in known else "",
        "type": "date" if column.kind == "date" else "text",
        "wanted": column.required,
        "numeric": column.kind == "amount",
    }


def under(record: Record, request: HttpRequest) -> dict[str, Any] | None:
    """On a pairing's page: the commitments under it, and at the desk where to open another. One query, two there."""
    if not isinstance(record, Pairing):  # nor on the page of one of its steps
        return None
    lang: str = request.lang  # type: ignore[attr-defined]
    mine = at_desk(request) and opening.state_of(record) == ACTIVE
    held = [(one.idx, one.number, one.what) for one in opening.opened_under(record)]
    return {
        "held": held,
        "open": reverse("opening", args=[record.number]) if mine else "",
        "words": say("opening-open", lang),
    }
