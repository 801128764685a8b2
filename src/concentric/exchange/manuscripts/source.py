"""The text that a document was written from, and what each of its numbers was printed as."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from concentric.exchange.word.numbers import mark_of, tag_of
from concentric.prove.editions import NoSuchEdition, edition_of, text_in, text_lang
from concentric.prove.manuscript import Manuscript, Number, Reference, bind, parse
from concentric.prove.models import Edition


@dataclass(frozen=True)
class Source:
    """`name` is an edition's number or a draft's key; `shown` what each reference was printed as."""

    name: str
    text: str
    lang: str
    shown: Mapping[Reference, str]

    @cached_property
    def manuscript(self) -> Manuscript:
        """The text as it was printed."""
        return bind(parse(self.text, self.lang), self.shown)

    @cached_property
    def numbers(self) -> dict[str, Number]:
        """Each number by its tag and by its bookmark."""
        found: dict[str, Number] = {}
        for number in self.manuscript.numbers():
            found.setdefault(tag_of(number), number)
            found[mark_of(number)] = number
        return found


def source_name(edition: Edition, lang: str) -> str:
    """What a document of an edition says it was written from: its number, and the script if it isn't its own."""
    return edition.number if lang == edition.lang else f"{edition.number} {lang}"


def source_of_edition(name: str) -> Source | None:
    """The edition that `source_name` named; None if there is none."""
    number, _, lang = name.partition(" ")
    try:
        edition = edition_of(number)
    except NoSuchEdition:
        return None
    lang = text_lang(edition, lang)
    text, shown = text_in(edition, lang)
    return Source(source_name(edition, lang), text, lang, shown)
