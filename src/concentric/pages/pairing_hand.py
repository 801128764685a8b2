"""Pairs set by hand: tried out beside a run, with what they cost and whom they move, before they are kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from concentric.core.pairing import CannotPair
from concentric.core.terms.findings import Finding
from concentric.match import choices, runs
from concentric.match.instances import Pair
from concentric.match.models import Run
from concentric.match.telling import told_trial
from concentric.pages import asking
from concentric.pages.desk import at_desk
from concentric.pages.pairing import POINTS, pairs_of
from concentric.pages.pairing_reading import Reading, found, reading

SETS = ("pin", "forbid", "free")
NAMED = 200
"""Changed pairs that are listed; a change by hand seldom moves ten."""


def by_hand(request: HttpRequest, run: Run) -> HttpResponse:
    """What pins, forbidden pairs and freed ones would change, at the desk.

    `with` and `to` are a pair as a form has it, `how` what to do with it; they join those in the address.
    """
    if not at_desk(request):
        return render(request, "desk_only.html", status=403)
    lang: str = request.lang  # type: ignore[attr-defined]
    held = found(run)
    read = reading(run)
    asked = {name: set(pairs_of(request.GET.getlist(name))) for name in SETS}
    typed, wrong = _typed(request, read)
    if typed is not None:
        how = asking.one_of(request, "how", SETS, "pin")
        for name in SETS:
            asked[name].discard(typed)
        asked[how].add(typed)
    if not wrong and not any(asked.values()):
        given = next((text for name in SETS for text in request.GET.getlist(name)), "")
        wrong = [Finding("match-not-a-pair", {"text": given[:100] or "—"})]
    pins, bans, freed = (tuple(sorted(asked[name])) for name in SETS)
    context: dict[str, Any] = {
        "run": run,
        "sent": read.sent,
        "hand": [
            (kind, *pair, read.names.get(pair[0], pair[0]), read.names.get(pair[1], pair[1]))
            for kind, pairs in zip(SETS, (pins, bans, freed), strict=True)
            for pair in pairs
        ],
    }
    if wrong:
        return _refused(request, context, wrong)
    try:
        trial = choices.tried(held, pins, bans, freed)
    except CannotPair as refused:
        return _refused(request, context, [each for each in refused.findings if each.severity == "error"])
    asked_now = trial.found.asked
    return render(request, "pairing/hand.html", context | {
        "trial": trial,
        "costs": told_trial(trial, lang),
        "milliseconds": max(1, round(trial.found.seconds * 1000)),
        "all_pins": [":".join(each) for each in asked_now.pinned],
        "all_bans": [":".join(each) for each in asked_now.forbidden],
        "points": [(name, getattr(asked_now.spec, name)) for name in POINTS],
        "programme": asked_now.spec.programme,
        "gone": _named(trial.gone, read.names),
        "new": _named(trial.new, read.names),
        "losers": [read.names.get(one, one) for one in trial.losers],
        "told": [(each.severity, each.says(lang), each.remedy(lang)) for each in _worse(held, trial.found)],
    })  # fmt: skip


def _refused(request: HttpRequest, context: dict[str, Any], findings: list[Finding]) -> HttpResponse:
    lang: str = request.lang  # type: ignore[attr-defined]
    told = [(each.says(lang), each.remedy(lang)) for each in findings]
    return render(request, "pairing/hand.html", context | {"refused": told}, status=400)


def _worse(before: runs.Found, after: runs.Found) -> list[Finding]:
    """Warnings that the change brings: of commissioners, who stays without one and which rules leave no room."""
    known = {(each.key, str(each.args)) for each in before.findings}
    return [one for one in after.findings if one.severity == "warning" and (one.key, str(one.args)) not in known]


def _typed(request: HttpRequest, read: Reading) -> tuple[Pair | None, list[Finding]]:
    """The pair in the form, by numbers or by names that only one bears."""
    given = (asking.text(request, "with"), asking.text(request, "to"))
    if not any(given):
        return None, []
    posts = [each.post for each in read.loads] if read.sent else list(read.instance.supporters.ids)
    found_, wrong = [], []
    for text, ids in zip(given, (posts, list(read.instance.recipients.ids)), strict=True):
        number = text.split(" ")[0]
        several = [one for one in ids if read.names.get(one) == text]
        if number in set(ids):
            found_.append(number)
        elif len(several) == 1:
            found_.append(several[0])
        else:
            wrong.append(Finding("pairing-hand-unknown", {"text": text or "—", "count": len(several)}))
    return ((found_[0], found_[1]), []) if not wrong else (None, wrong)


def _named(pairs: tuple[Pair, ...], names: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(names.get(one, one), names.get(other, other)) for one, other in pairs[:NAMED]]
