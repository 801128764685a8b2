"""The text that a document was written from, and what each of its numbers was printed as."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from concentric.exchange.word.numbers import mark_of, tag_of
from concentric.prove.manuscript import Manuscript, Number, Reference, bind, parse


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
