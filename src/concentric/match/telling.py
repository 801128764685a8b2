"""What a pair's points are made of, in words: for pages and the command alike."""

from __future__ import annotations

from collections.abc import Mapping

from concentric.core.terms.scripts import localized
from concentric.core.terms.words import say
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


def _name(code: str, listed: Mapping[str, object], lang: str) -> str:
    names = getattr(listed.get(code), "names", None)
    return localized(names, lang) if names else code
