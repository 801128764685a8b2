"""The result of a run: how many are covered, what changes against what stands, the map, the points, every pair."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

from concentric.core.terms.steps import state_word
from concentric.core.terms.words import say
from concentric.match import approving
from concentric.match.models import Run
from concentric.match.sending import holder
from concentric.pages import asking, pairing_map, pairing_spread
from concentric.pages.desk import at_desk
from concentric.pages.naming import book_now
from concentric.pages.pairing_hand import by_hand
from concentric.pages.pairing_reading import SMALL, Reading, expect, held, programmes, reading

ORDERS = ("recipient", "-recipient", "supporter", "-supporter", "worth", "-worth")
OFFERED = 400
"""Names up to which a form offers all of them to choose from."""
LISTED = 200
"""Pairs that part that are listed; all of them stand in the record."""


def run(request: HttpRequest, number: str) -> HttpResponseBase:
    """One run; with `pin`, `forbid` or `free` in the address what they would change, at the desk."""
    lang: str = request.lang  # type: ignore[attr-defined]
    one = held(number)
    if any(name in request.GET for name in ("pin", "forbid", "free", "with")):
        return by_hand(request, one)
    read, mine = reading(one), at_desk(request)
    if mine and one.wanting <= SMALL:
        expect(one)
    search, order = asking.text(request, "q"), asking.one_of(request, "order", ORDERS, "recipient")
    rows = read.found(search, order)
    paging = asking.paging(request, len(rows))
    answers = approving.answers_to(one) if one.kind == "pairing" and mine else {}
    context = {
        "run": one,
        "programme": programmes(lang).get(one.programme_id, ""),
        "sent": read.sent,
        "loads": _loads(read),
        "rows": rows[paging.start : paging.last],
        "paging": paging,
        "search": search,
        "order": order,
        "headings": [
            ("recipient", say("pages-field-recipient", lang), ""),
            ("supporter", say("pages-field-supporter", lang), ""),
            ("worth", say("pairing-points", lang), "r"),
        ],
        "total": len(read.rows),
        "lone": [(each, read.names.get(each, each)) for each in read.result["lone"]],
        "compared": [
            (say(f"pairing-by-{how}", lang), told["covered"], told["pairs"], told["benefit"], told["ours"])
            for how, told in read.result["compared"].items()
        ],
        "turn": _turn(read, lang),
        "findings": read.findings(lang),
        "hand": _hand(read),
        "offered": _offered(read, mine),
        "proposed": sum(answers.values()),
        "answers": [(state_word("pairing", state, lang), count) for state, count in sorted(answers.items())],
        "small": one.wanting <= SMALL,
        "mine": mine,
        **_pictures(one, read, lang),
    }
    return render(request, "pairing/run.html", context)


def _pictures(one: Run, read: Reading, lang: str) -> dict[str, str]:
    """The map and the spread of points, drawn once for each language."""
    if f"map-{lang}" not in read.drawn:
        pairs, hidden = [(row.supporter, row.recipient) for row in read.rows], set[str]()
        if read.sent:
            first = {holder(each): each for each in reversed(read.instance.supporters.ids)}
            pairs = [(first.get(post, post), other) for post, other in pairs]
            hidden = set(read.instance.supporters.ids) - set(first.values())
        before = set(read.instance.rules.last_year)
        new = [pair for pair in pairs if pair not in before] if before else []
        book = book_now()
        counties = {
            code: book.place_name(str(code), name, lang) if book else name
            for code, name in read.asked.standing.counties.items()
        }
        title = say("pairing-map", lang)
        read.drawn[f"map-{lang}"] = pairing_map.draw(read.instance, counties, pairs, title, new, hidden)
        worths = {"best": [row.worth for row in read.rows]}
        worths |= {how: told["worths"] for how, told in read.result["compared"].items()}
        words = {how: say(f"pairing-by-{how}", lang) for how in worths}
        read.drawn[f"spread-{lang}"] = pairing_spread.draw(worths, words, say("pairing-spread", lang))
    return {name: read.drawn[f"{name}-{lang}"] for name in ("map", "spread")}


def _loads(read: Reading) -> dict[str, Any] | None:
    """How evenly commissioners are loaded, and each with those whom it serves."""
    if not read.sent or not read.loads:
        return None
    counts = [len(each.members) for each in read.loads]
    return {
        "posts": len(counts),
        "least": min(counts),
        "most": max(counts),
        "each": [
            (each.post, each.name, [(member, read.names.get(member, member)) for member in each.members])
            for each in read.loads
        ],
    }


def _turn(read: Reading, lang: str) -> dict[str, Any] | None:
    """What becomes of the pairs that stood. Nothing where none did."""
    told: dict[str, Any] = read.result.get("turn", {})  # runs of earlier programs don't say
    if not told.get("stood"):
        return None
    names, now = read.names, read.partners
    reasons = Counter(why for _, _, why, _ in told["parted"]).most_common()
    return told | {
        "parting": len(told["parted"]),
        "reasons": [(say(f"match-change-{why}", lang), count) for why, count in reasons],
        "each": [
            (
                names.get(supporter, supporter),
                names.get(recipient, recipient),
                say(f"match-change-{why}", lang),
                worth,
                [names.get(one, one) for one in now.get(recipient, ())],
            )
            for supporter, recipient, why, worth in told["parted"][:LISTED]
        ],
    }


def _hand(read: Reading) -> list[tuple[str, str, str, str]]:
    """What was set by hand in this run: kind, its pair as an address holds it, and both names."""
    asked = read.asked
    return [
        (kind, ":".join(pair), read.names.get(pair[0], pair[0]), read.names.get(pair[1], pair[1]))
        for kind, pairs in (("pin", asked.pinned), ("forbid", asked.forbidden))
        for pair in pairs
    ]


def _offered(read: Reading, mine: bool) -> dict[str, list[tuple[str, str]]]:
    """Whom the form of pairs set by hand offers; of a province numbers are typed."""
    if not mine:
        return {}
    supporters = [each.post for each in read.loads] if read.sent else list(read.instance.supporters.ids)
    sides = {"supporters": sorted(supporters), "recipients": sorted(read.instance.recipients.ids)}
    return {
        side: [(one, read.names.get(one, one)) for one in ids] if len(ids) <= OFFERED else []
        for side, ids in sides.items()
    }
