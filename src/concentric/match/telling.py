"""What a pair's points are made of, and what another choice would cost, in words: for pages and the command alike."""

from __future__ import annotations

from collections.abc import Mapping

from concentric.core.terms.scripts import localized
from concentric.core.terms.words import say
from concentric.match.choices import Choice, Trial
from concentric.match.scores import Parts
from concentric.register.book import Book

PLAIN = ("same_county", "same_prefecture", "size", "continuity")


def told_parts(parts: Parts, book: Book, lang: str, *, sent: bool = False) -> list[tuple[str, int]]:
    """Each part with its points, in the order in which people ask; of commissioners without the slot's bonus."""
    listed = book.lists.get("category", {})
    found = [
        (say("pairing-part-category", lang, name=_name(code, listed, lang)), points)
        for code, points in (() if sent else parts.categories)
    ]
    if parts.halves is not None:
        km = f"{parts.halves // 2}{'.5' if parts.halves % 2 else ''}"
        found.append((say("pairing-part-near", lang, km=km), parts.near))
    for name in PLAIN:
        if points := getattr(parts, name):
            found.append((say(f"pairing-part-{name.replace('_', '-')}", lang, classes=parts.classes), points))
    return found


def told_trial(trial: Trial, lang: str) -> list[str]:
    """What a change costs the whole, a sentence for each: who is covered first, then the points, more or fewer."""
    said = []
    if trial.uncovered > 0:
        said.append(say("pairing-covers-fewer", lang, count=trial.uncovered))
    elif trial.uncovered < 0:
        said.append(say("pairing-covers-more", lang, count=-trial.uncovered))
    if trial.cost > 0:
        said.append(say("pairing-costs", lang, cost=trial.cost))
    elif trial.cost < 0:
        said.append(say("pairing-gains" if trial.uncovered >= 0 else "pairing-gains-too", lang, gain=trial.gain))
    elif not said:
        said.append(say("pairing-costs-nothing", lang))
    return said


def told_choice(each: Choice, lang: str) -> list[str]:
    """What another partner would cost: exactly where it was tried, else at least so much, where prices tell."""
    if each.trial is None:
        return [] if each.at_least is None else [say("pairing-at-least", lang, cost=each.at_least)]
    said, evened = told_trial(each.trial, lang), each.trial.evened
    if evened and evened[0]:
        said.append(say("pairing-loads-uneven", lang, least=evened[1], most=evened[2]))
    return said


def told_moved(each: Choice, names: Mapping[str, str], lang: str) -> list[tuple[str, str]]:
    """Whom another choice touches, and how: what these two give up, who gets others, who would have nobody."""
    joint = say("sheets-joint", lang)
    groups = {
        "given-up": [f"{names.get(r, r)} — {names.get(s, s)}" for s, r in each.given_up],
        "moved": [names.get(one, one) for one in each.moved],
        "losers": [names.get(one, one) for one in (each.trial.losers if each.trial else ())],
    }
    return [(kind, say(f"pairing-{kind}", lang) + joint.join(every)) for kind, every in groups.items() if every]


def _name(code: str, listed: Mapping[str, object], lang: str) -> str:
    names = getattr(listed.get(code), "names", None)
    return localized(names, lang) if names else code
