"""Pairing: ask for a run, watch it, read its result, change it by hand, approve it, and ask of each pair why."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from concentric.access.accounts import acting
from concentric.core.pairing import CannotPair
from concentric.core.terms.findings import Finding, Refused
from concentric.core.terms.scripts import localized
from concentric.core.terms.words import say
from concentric.exchange.letters.proposals import zipped
from concentric.ledger import clock
from concentric.match import approving, choices, continuity, runs
from concentric.match.instances import Pair
from concentric.match.models import Run
from concentric.match.scores import Parts
from concentric.match.sending import holder
from concentric.pages import pairing_map, pairing_spread, pairing_work
from concentric.pages.context import masthead_of
from concentric.pages.desk import at_desk, desk, desk_actor
from concentric.pages.showing import day_of
from concentric.prove.book import current_book
from concentric.register.book import Book, PairingSpec
from concentric.register.models import Programme

LATEST = 30
SHOWN = 400
"""Pairs in the table of the page; all of them stand in the record."""
POINTS = ("points", "near", "per_km", "same_county", "same_prefecture", "continuity")


def paired(request: HttpRequest) -> HttpResponse:
    """What was paired, and the form that asks for another run."""
    lang: str = request.lang  # type: ignore[attr-defined]
    office = acting("office", "page").office
    try:
        book: Book | None = current_book()[0]
    except Refused:
        book = None
    names = _programmes(lang)
    held = Run.objects.in_force().of_office(office).order_by("-idx")[:LATEST]
    context = {
        "runs": [(one, names.get(one.programme_id, "")) for one in held],
        "choices": _choices(book, lang) if book else [],
        "today": _today(lang).isoformat(),
        "mine": at_desk(request),
    }
    return render(request, "pairing/index.html", context)


@desk
def begin(request: HttpRequest) -> HttpResponseBase:
    """Start a run as the form asks; a city's is done before the answer."""
    lang: str = request.lang  # type: ignore[attr-defined]
    if request.method != "POST":
        return redirect("pairing")
    given, actor, book = request.POST, desk_actor(), current_book()[0]
    code = given.get("programme", "")
    try:
        day = date.fromisoformat(given.get("on", ""))
    except ValueError:
        day = _today(lang)
    changed = {
        name: min(int(given[name]), 1_000_000)
        for name in POINTS
        if given.get(name, "").isascii() and given.get(name, "").isdigit() and len(given[name]) <= 9
    }
    try:
        asked = runs.ask(book, actor, code, day, pinned=_hand(given.getlist("pin")),
                         forbidden=_hand(given.getlist("forbid")), changed=changed)  # fmt: skip
    except Refused as refused:
        return render(request, "pairing/work.html", {"state": "refused", "findings": [refused.finding().as_json(lang)]})
    token = pairing_work.begin(actor, asked, lang)
    return redirect("pairing-work", token)


@desk
def work(request: HttpRequest, token: str) -> HttpResponseBase:
    """Where a run stands; asks again by itself, without any script."""
    state = pairing_work.state_of(token)
    if state["state"] == "done":
        return redirect("pairing-run", state["number"])
    response = render(request, "pairing/work.html", state)
    if state["state"] == "working":
        response["Refresh"] = "2"
    return response


def run(request: HttpRequest, number: str) -> HttpResponseBase:
    """One run; with `pin` and `forbid` in the address what they would change, at the desk."""
    lang: str = request.lang  # type: ignore[attr-defined]
    held = _held(number)
    result = json.loads(held.result)
    hand = {name: _hand(request.GET.getlist(name)) for name in ("pin", "forbid")}
    if any(hand.values()):
        return _by_hand(request, held, hand["pin"], hand["forbid"])
    asked = runs.asked_of(held)
    instance = asked.instance()
    title = say("pairing-map", lang)
    pairs = [(one, other) for one, other, _ in result["pairs"]]
    if held.kind == "commissioner":
        slots = {holder(slot): slot for slot in instance.supporters.ids}
        pairs = [(slots.get(one, one), other) for one, other in pairs]
        names = {post: instance.names[slot] for post, slot in slots.items()} | dict(instance.names)
    else:
        names = dict(instance.names)
    worths = {"best": [worth for _, _, worth in result["pairs"]]}
    worths |= {how: told["worths"] for how, told in result["compared"].items()}
    changed = _changes(held, names, lang)
    proposed = approving.proposed_by(held) if held.kind == "pairing" else []
    context = {
        "run": held,
        "programme": _programmes(lang).get(held.programme_id, ""),
        "pairs": [
            (one, names.get(one, one), other, names.get(other, other), worth)
            for one, other, worth in result["pairs"][:SHOWN]
        ],
        "more": max(0, len(result["pairs"]) - SHOWN),
        "lone": [(one, names.get(one, one)) for one in result["lone"]],
        "compared": [
            (say(f"pairing-by-{how}", lang), told["covered"], told["pairs"], told["benefit"], told["ours"])
            for how, told in result["compared"].items()
        ],
        "map": pairing_map.draw(instance, asked.standing.counties, pairs, title),
        "spread": pairing_spread.draw(
            worths, {how: say(f"pairing-by-{how}", lang) for how in worths}, say("pairing-spread", lang)
        ),
        "changes": changed,
        "reasons": Counter(why for _, _, why, _ in changed).most_common(),
        "findings": _findings(result["findings"], lang),
        "proposed": len(proposed),
        "mine": at_desk(request),
    }  # fmt: skip
    return render(request, "pairing/run.html", context)


def _changes(held: Run, names: Mapping[str, str], lang: str) -> list[tuple[str, str, str, list[str]]]:
    if held.kind != "pairing" or not _small(held):
        return []
    return [
        (
            names.get(one.supporter, one.supporter),
            names.get(one.recipient, one.recipient),
            say(one.why, lang),
            [names.get(each, each) for each in one.now],
        )
        for one in continuity.changes(_found(held.idx))
    ]


def _by_hand(request: HttpRequest, held: Run, pins: tuple[Pair, ...], bans: tuple[Pair, ...]) -> HttpResponse:
    if not at_desk(request):
        return render(request, "desk_only.html", status=403)
    lang: str = request.lang  # type: ignore[attr-defined]
    found = _found(held.idx)
    context: dict[str, Any] = {"run": held, "pins": pins, "bans": bans, "names": found.instance.names}
    try:
        trial = choices.tried(found, pins, bans)
    except CannotPair as refused:
        told = [(each.says(lang), each.remedy(lang)) for each in refused.findings if each.severity == "error"]
        return render(request, "pairing/hand.html", context | {"refused": told}, status=400)
    asked = trial.found.asked
    return render(request, "pairing/hand.html", context | {
        "trial": trial,
        "all_pins": [":".join(each) for each in asked.pinned],
        "all_bans": [":".join(each) for each in asked.forbidden],
        "points": [(name, getattr(asked.spec, name)) for name in POINTS],
        "programme": held.number.rsplit("-", 2)[0],
        "gone": _named(trial.gone, found),
        "new": _named(trial.new, found),
        "losers": [found.instance.names.get(one, one) for one in trial.losers],
    })  # fmt: skip


def pair(request: HttpRequest, number: str, supporter: str, recipient: str) -> HttpResponse:
    """Why these two: the parts of their points, who would have been next, and what another choice would cost."""
    lang: str = request.lang  # type: ignore[attr-defined]
    held = _held(number)
    if held.kind != "pairing":
        raise Http404("pair")
    found = _found(held.idx)
    worth = {(one, other): points for one, other, points in found.pairs}
    if (supporter, recipient) not in worth:
        raise Http404("pair")
    exact = at_desk(request)
    context = {
        "run": held,
        "supporter": (supporter, found.instance.names[supporter]),
        "recipient": (recipient, found.instance.names[recipient]),
        "worth": worth[supporter, recipient],
        "parts": _parts(found.scores.parts((supporter, recipient)), lang),
        "sides": [
            ("recipient", [_choice(each, found) for each in choices.for_recipient(found, recipient, exact=exact)]),
            ("supporter", [_choice(each, found) for each in choices.for_supporter(found, supporter, exact=exact)]),
        ],
        "mine": exact,
    }
    return render(request, "pairing/pair.html", context)


def certificate(request: HttpRequest, number: str) -> HttpResponse:
    """The certificate as a file, as it stands in the ledger."""
    held = _held(number)
    answer = HttpResponse(held.certificate.encode(), content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="{held.number}.certificate.json"'
    return answer


@desk
def check(request: HttpRequest, number: str) -> HttpResponseBase:
    """What the verifier says of the certificate, over every possible pair."""
    lang: str = request.lang  # type: ignore[attr-defined]
    held = _held(number)
    verdict = runs.check(held)
    why = say(verdict.wrong, lang, **dict(verdict.at)) if verdict.wrong else ""
    says = say(
        f"match-check-{verdict.says}", lang, why=why, covered=verdict.covered, benefit=held.benefit, gap=verdict.gap
    )
    return render(request, "pairing/told.html", {"run": held, "says": says, "good": verdict.says == "optimal"})


@desk
def letters(request: HttpRequest, number: str) -> HttpResponseBase:
    """The letters of an approved run in one archive, in the reader's language."""
    lang: str = request.lang  # type: ignore[attr-defined]
    held = _held(number)
    try:
        archive = zipped(held, current_book()[0], lang)
    except Refused as refused:
        told = {"says": f"{refused.says(lang)} {refused.remedy(lang)}", "good": False}
        return render(request, "pairing/told.html", {"run": held, **told}, status=400)
    answer = HttpResponse(archive, content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{held.number}-letters.zip"'
    return answer


@desk
def approve(request: HttpRequest, number: str) -> HttpResponseBase:
    """Propose the pairs of a run, or send its commissioners."""
    lang: str = request.lang  # type: ignore[attr-defined]
    held = _held(number)
    if request.method != "POST":
        return redirect("pairing-run", number)
    try:
        done = approving.approve(desk_actor(), held, _today(lang))
    except Refused as refused:
        told = {"says": f"{refused.says(lang)} {refused.remedy(lang)}", "good": False}
        return render(request, "pairing/told.html", {"run": held, **told}, status=400)
    says = say("match-approved", lang, entered=len(done.entered), kept=done.kept, ended=len(done.ended))
    return render(request, "pairing/told.html", {"run": held, "says": says, "good": True, "approved": True})


def _choices(book: Book, lang: str) -> list[tuple[PairingSpec, str, list[tuple[str, int]]]]:
    return [
        (spec, localized(book.programmes[code].names, lang), [(name, getattr(spec, name)) for name in POINTS])
        for code, spec in book.pairings.items()
    ]


def _held(number: str) -> Run:
    try:
        return runs.run_of(number, acting("office", "page").office)
    except runs.NoSuchRun:
        raise Http404("run") from None


def _findings(held: list[dict[str, Any]], lang: str) -> list[tuple[str, str]]:
    found = [Finding(each["key"], each["args"], each["severity"]) for each in held]
    return [(each.says(lang), each.remedy(lang)) for each in found]


def _small(held: Run) -> bool:
    return held.wanting <= 2_000


@lru_cache(maxsize=8)
def _found_again(idx: int, certificate: str) -> runs.Found:
    return runs.find(runs.asked_of(Run.objects.get(idx=idx)))


def _found(idx: int) -> runs.Found:
    """A run found again from the ledger; the certificate stands for everything that it rests on."""
    certificate = Run.objects.filter(idx=idx).values_list("certificate", flat=True)[0]
    return _found_again(idx, certificate)


def _hand(texts: list[str]) -> tuple[Pair, ...]:
    found = []
    for text in texts[:200]:
        one, mark, other = text[:140].partition(":")
        if mark and one.strip() and other.strip():
            found.append((one.strip(), other.strip()))
    return tuple(sorted(set(found)))


def _named(pairs: tuple[Pair, ...], found: runs.Found) -> list[tuple[str, str]]:
    names = found.instance.names
    return [(names.get(one, one), names.get(other, other)) for one, other in pairs]


def _choice(each: choices.Choice, found: runs.Found) -> dict[str, Any]:
    names, trial = found.instance.names, each.trial
    return {
        "supporter": (each.supporter, names[each.supporter]),
        "recipient": (each.recipient, names[each.recipient]),
        "worth": each.worth,
        "at_least": each.at_least,
        "exact": trial.cost if trial else None,
        "uncovered": trial.uncovered if trial else 0,
        "moved": [names.get(other, other) for _, other in trial.gone if other != each.recipient] if trial else [],
        "losers": [names.get(one, one) for one in trial.losers] if trial else [],
        "pin": f"{each.supporter}:{each.recipient}",
    }


def _parts(parts: Parts, lang: str) -> list[tuple[str, int]]:
    book = current_book()[0].lists.get("category", {})
    found = [
        (say("pairing-part-category", lang, name=localized(book[code].names, lang) if code in book else code), points)
        for code, points in parts.categories
    ]
    if parts.halves is not None:
        km = f"{parts.halves // 2}{'.5' if parts.halves % 2 else ''}"
        found.append((say("pairing-part-near", lang, km=km), parts.near))
    for name in ("same_county", "same_prefecture", "continuity"):
        if points := getattr(parts, name):
            found.append((say(f"pairing-part-{name.replace('_', '-')}", lang), points))
    return found


def _programmes(lang: str) -> Mapping[Any, str]:
    return {root: localized(names, lang) for root, names in Programme.objects.in_force().values_list("root", "names")}


def _today(lang: str) -> date:
    return day_of(clock.now(), masthead_of(lang).zone)
