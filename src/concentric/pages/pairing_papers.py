"""What a run gives away: its certificate, the verifier's word, letters, and the proposals that approving makes."""

from __future__ import annotations

from itertools import chain

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from concentric.core.terms.findings import Refused
from concentric.core.terms.words import say
from concentric.exchange.letters.proposals import zipped
from concentric.match import approving, runs
from concentric.match.models import Run
from concentric.pages.desk import desk, desk_actor
from concentric.pages.pairing import today
from concentric.pages.pairing_reading import held
from concentric.prove.book import current_book


def certificate(request: HttpRequest, number: str) -> HttpResponse:
    """The certificate as a file, as it stands in the ledger."""
    run = held(number)
    answer = HttpResponse(run.certificate.encode(), content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="{run.number}.certificate.json"'
    return answer


@desk
def check(request: HttpRequest, number: str) -> HttpResponseBase:
    """What the verifier says of the certificate, over every possible pair."""
    lang: str = request.lang  # type: ignore[attr-defined]
    run = held(number)
    try:
        verdict = runs.check(run)
    except Refused as refused:
        return _refused(request, run, refused)
    why = say(verdict.wrong, lang, **dict(verdict.at)) if verdict.wrong else ""
    says = say(
        f"match-check-{verdict.says}", lang, why=why, covered=verdict.covered, benefit=run.benefit, gap=verdict.gap
    )
    return render(request, "pairing/told.html", {"run": run, "says": says, "good": verdict.says == "optimal"})


@desk
def letters(request: HttpRequest, number: str) -> HttpResponseBase:
    """The letters of an approved run in one archive, in the reader's language, sent while they are written."""
    lang: str = request.lang  # type: ignore[attr-defined]
    run = held(number)
    pieces = zipped(run, current_book()[0], lang)
    try:
        first = next(pieces)
    except Refused as refused:
        return _refused(request, run, refused)
    answer = StreamingHttpResponse(chain([first], pieces), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{run.number}-letters.zip"'
    return answer


@desk
def approve(request: HttpRequest, number: str) -> HttpResponseBase:
    """Propose the pairs of a run, or send its commissioners."""
    lang: str = request.lang  # type: ignore[attr-defined]
    run = held(number)
    if request.method != "POST":
        return redirect("pairing-run", number)
    try:
        done = approving.approve(desk_actor(), run, today(lang))
    except Refused as refused:
        return _refused(request, run, refused)
    says = say("match-approved", lang, entered=len(done.entered), kept=done.kept, ended=len(done.ended))
    return render(request, "pairing/told.html", {"run": run, "says": says, "good": True, "approved": True})


def _refused(request: HttpRequest, run: Run, refused: Refused) -> HttpResponse:
    lang: str = request.lang  # type: ignore[attr-defined]
    told = {"says": f"{refused.says(lang)} {refused.remedy(lang)}", "good": False}
    return render(request, "pairing/told.html", {"run": run, **told}, status=400)
