"""Where an organisation takes part: the lists that name it to the public, with how many of their rows do."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from concentric.core.terms.findings import Refused
from concentric.core.terms.words import say
from concentric.lake.snapshot import snapshot
from concentric.pages.listed import LISTED
from concentric.pages.points import point_of
from concentric.prove.listing import listing
from concentric.prove.source import parties
from concentric.register.models import Organisation


def partaking(organisation: Organisation, lang: str) -> list[dict[str, Any]]:
    """Each list in which it stands: stem, name, rows. One whose count is too small to be told is left out."""
    try:
        point = point_of()
    except Refused:
        return []
    if point is None:
        return []
    found = _counts(point.root, point.position, point.place, point.book.place, str(organisation.root))
    return [
        {"stem": stem, "name": say(LISTED[stem].view.key, lang), "count": n}
        for stem, n in found
        if n >= max(1, point.book.suppress_below)
    ]


@lru_cache(maxsize=512)
def _counts(root: bytes, position: int, place: str, own: str, party: str) -> tuple[tuple[str, int], ...]:
    """The root stands for everything before it, so this holds for ever."""
    held = snapshot(position)
    parts: list[str] = []
    values: list[Any] = []
    for stem, one in LISTED.items():
        if parties(one.view):
            where = one.within(place, own)
            source = listing(one.view.name, zone="UTC", place=where or None, position=position, party=party).source
            parts.append(source.select(f"'{stem}', count(*)"))
            values += source.values
    return tuple((stem, n) for stem, n in held.run(" UNION ALL ".join(parts), values) if n)
