"""A proposal in words: for each of our columns where it comes from and why, and what is left unread."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from concentric.core.terms.guards import person_level
from concentric.core.terms.words import LANGS, has_words, say
from concentric.exchange.mapping.mapping import Source
from concentric.exchange.mapping.proposed import Proposed
from concentric.exchange.planning.headings import folded
from concentric.exchange.rows.look import Look
from concentric.exchange.sheets.column import Column
from concentric.ledger import clock
from concentric.ledger.actor import Actor
from concentric.ledger.positions import charter


@dataclass(frozen=True)
class Line:
    """One of our columns: its heading, the source as written, the foreign heading, and why it was taken for that."""

    column: Column
    heading: str
    source: str
    foreign: str
    why: str
    missing: bool


def look_of(actor: Actor) -> Look:
    """What the ledger holds, for guessing by values."""
    return Look(actor, clock.now().astimezone(ZoneInfo(charter().time_zone)).date())


def lines_of(one: Proposed, lang: str) -> list[Line]:
    """A line for each of our columns that is mapped or needed."""
    if one.mapping is None:
        return []
    found = []
    for column in one.mapping.sheet.columns:
        source = one.mapping.columns.get(column.name)
        if source is None and not column.required:
            continue
        missing = source is None
        guessed = one.why.get(column.name)
        why = ""
        if guessed is not None and source == Source((guessed.place,)):
            why = say(f"mapping-why-{guessed.why}", lang, score=str(round(guessed.score * 100)))
        if source is not None and column.name == "number" and is_serial(one, source):
            why = say("mapping-serial", lang)
        found.append(Line(column, column.heading(lang), str(source or ""), _foreign(one, source, lang), why, missing))
    return found


def is_serial(one: Proposed, source: Source) -> bool:
    """Whether a number only counts rows: the same in another file would be another thing."""
    if source.made or not source.places:
        return False
    place = source.places[0]
    heading = one.headings[place] if place < len(one.headings) else ""
    words = {word for lang in LANGS if has_words("guess-serial", lang) for word in say("guess-serial", lang).split("|")}
    return any(folded(part) in {folded(word) for word in words} for part in (heading, *heading.split(" ")))


def unread_of(one: Proposed) -> list[str]:
    """Foreign headings that nothing is read from. Those about private persons are never named as lost."""
    if one.mapping is None:
        return []
    read = {place for source in one.mapping.columns.values() for place in source.places}
    return [
        heading
        for place, heading in enumerate(one.headings)
        if heading and place not in read and person_level(heading) is None
    ]


def _foreign(one: Proposed, source: Source | None, lang: str) -> str:
    if source is None:
        return ""
    names = [one.headings[place] for place in source.places if place < len(one.headings)]
    return say("sheets-joint", lang).join(name for name in names if name)
