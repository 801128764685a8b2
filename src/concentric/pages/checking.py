"""Check any text: given, its numbers held against the ledger, each claim decided by a person where it has to be."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from concentric.core.terms.findings import Refused
from concentric.core.terms.periods import read_period, show_period
from concentric.core.terms.scripts import localized
from concentric.exchange.texts.reading import LARGEST_FILE, LONGEST_TEXT, read_text
from concentric.exchange.texts.refusing import TextRefused
from concentric.pages import asking
from concentric.pages.claimed import context_of, report_of, reworded, shown, suggestion_at
from concentric.pages.desk import desk, desk_actor
from concentric.pages.uploads import FORM, plain_name
from concentric.prove.book import NoBook, current_book
from concentric.prove.checks import decide, decisions_of, keep_text, text_of
from concentric.prove.editions import edition_of, editions
from concentric.prove.models import TextCheck

LATEST = 8
MOST_EDITIONS = 12


@desk
def start(request: HttpRequest) -> HttpResponseBase:
    """Where a text is pasted or given as a file, and what was checked last."""
    lang: str = request.lang  # type: ignore[attr-defined]
    refused: Refused | None = None
    if request.method == "POST":
        try:
            text, name = _given(request)
            number = request.POST.get("edition", "")
            edition = edition_of(number) if number else None
            return redirect("check-text", keep_text(desk_actor(), text, name, edition).number)
        except Refused as found:
            refused = found
    context: dict[str, Any] = {
        "says": refused.says(lang) if refused else "",
        "remedy": refused.remedy(lang) if refused else "",
        "latest": TextCheck.objects.in_force().order_by("-idx")[:LATEST],
        "begun": _has_book(),
        "editions": [one.number for one in editions("public")[:MOST_EDITIONS]],
        "longest": LONGEST_TEXT,
    }
    return render(request, "checks/start.html", context, status=400 if refused else 200)


def _has_book() -> bool:
    try:
        current_book()
    except NoBook:
        return False
    return True


def _given(request: HttpRequest) -> tuple[str, str]:
    """The text that was pasted, or that the file holds, and what it is called. TextRefused in one sentence."""
    try:
        length = int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        length = 0
    if length > LARGEST_FILE + FORM:
        raise TextRefused("check-too-large", most=LARGEST_FILE // 2**20)
    file = request.FILES.get("file")
    if isinstance(file, UploadedFile) and file.name:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / plain_name(file.name)
            with path.open("wb") as out:
                for piece in file.chunks():
                    out.write(piece)
            return read_text(path).text, path.name
    pasted = request.POST.get("text", "").replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    if not pasted.strip():
        raise TextRefused("check-nothing")
    if len(pasted) > LONGEST_TEXT:
        raise TextRefused("check-too-long", most=LONGEST_TEXT)
    return pasted.replace("\x00", ""), " ".join(pasted.split())[:40]


def _kept(number: str) -> tuple[TextCheck, str]:
    check = TextCheck.objects.in_force().filter(number=number).first()
    text = text_of(check) if check else None
    if check is None or text is None:
        raise Http404("check")
    return check, text


@desk
def checked(request: HttpRequest, number: str) -> HttpResponseBase:
    """A text with its claims marked, and a card for each; those that wait for a person first."""
    lang: str = request.lang  # type: ignore[attr-defined]
    check, text = _kept(number)
    if asking.one_of(request, "format", ["txt"]):
        response = HttpResponse(text, content_type="text/plain; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="text.txt"'
        return response
    held = shown(report_of(check, text), decisions_of(check), lang)
    book, _ = current_book()
    context = {
        "check": check,
        "period": show_period(read_period(check.period), lang),
        "indicators": sorted((localized(spec["name"], lang), code) for code, spec in book.indicators.items()),
        "bad": asking.text(request, "bad"),
        **context_of(held),
    }
    return render(request, "checks/detail.html", context)


@desk
@require_POST
def decided(request: HttpRequest, number: str) -> HttpResponseBase:
    """Keep a decision about one claim, and go back to its card."""
    check, text = _kept(number)
    start, end, n = (_whole(request, name) for name in ("start", "end", "n"))
    figure = request.POST.get("figure", "")[:100]
    decision = request.POST.get("decision", "")
    try:
        decide(
            desk_actor(),
            check,
            report_of(check, text),
            start,
            end,
            decision,
            figure=figure if decision in ("confirm", "another") else "",
            note=request.POST.get("note", "")[:400],
        )
    except Refused as refused:
        lang: str = request.lang  # type: ignore[attr-defined]
        context = {"says": refused.says(lang), "remedy": refused.remedy(lang), "check": check, "n": n}
        return render(request, "checks/refused.html", context, status=400)
    return redirect(reverse("check-text", args=[number]) + f"#c{n}")


@desk
@require_POST
def reword(request: HttpRequest, number: str) -> HttpResponseBase:
    """Put the suggested words in. The text is a new one then: it is kept and checked as such."""
    check, text = _kept(number)
    start, end = _whole(request, "start"), _whole(request, "end")
    report = report_of(check, text)
    words = suggestion_at(report, start, end)
    if words is None:
        raise Http404("suggestion")
    card = next(card for card in shown(report, {}, "en").waiting if (card.start, card.end) == (start, end))
    assert card.suggestion is not None
    better = reworded(text, card.suggestion.start, card.suggestion.end, words)
    again = keep_text(desk_actor(), better, check.name)
    return redirect("check-text", again.number)


def _whole(request: HttpRequest, name: str) -> int:
    value = request.POST.get(name, "")
    if not (value.isascii() and value.isdigit() and len(value) <= 9):
        raise Http404(name)
    return int(value)
