"""What a column of a sheet is: its name, how its cells are read, and what people see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from concentric.core.terms.words import LANGS, say

Kind = Literal[
    "number",
    "text",
    "phone",
    "choice",
    "choices",
    "date",
    "amount",
    "count",
    "reference",
    "references",
    "period",
    "currency",
]


@dataclass(frozen=True)
class Column:
    """One column. `words` is the stem of its word keys: `column-<words>`, `-aliases` and `-note`.

    number: an id as the office writes it. reference: another row's number, code or name. amount: an exact decimal, its
    unit may stand in the heading. choice, choices: one or several of `choices`, whose words are `<terms>-<choice>`.
    count: a whole number, of `most` at most. `table`: the list of the programme book whose codes or names it takes;
    references: several of them.
    """

    name: str
    kind: Kind
    required: bool = False
    words: str = ""
    length: int = 200
    choices: tuple[str, ...] = ()
    terms: str = ""
    width: int = 14
    money: bool = False
    signed: bool = False
    most: int = 0
    table: str = ""

    def key(self) -> str:
        """The word key of the heading."""
        return f"column-{self.words or self.name}"

    def heading(self, lang: str) -> str:
        """The heading in `lang`."""
        return say(self.key(), lang)

    def note(self, lang: str) -> str:
        """What the cell's comment says."""
        return say(f"{self.key()}-note", lang)

    def own_headings(self) -> Iterator[str]:
        """What the template calls the column, in every language."""
        for lang in LANGS:
            yield self.heading(lang)

    def aliases(self) -> Iterator[str]:
        """What people also call it."""
        yield self.name
        for lang in LANGS:
            yield from say(f"{self.key()}-aliases", lang).split("|")

    def terms_of(self, choice: str) -> Iterator[str]:
        """Every word under which a choice is recognised."""
        yield choice
        for lang in LANGS:
            yield from say(f"{self.terms}-{choice}", lang).split("|")

    def term(self, choice: str, lang: str) -> str:
        """The word that people see for a choice: the first one."""
        return say(f"{self.terms}-{choice}", lang).split("|")[0]


REASON = Column("reason", "text", words="reason", length=1000, width=20)
"""Why a row differs from what was entered before. The last column of every sheet."""


def number(words: str) -> Column:
    """The column of the office's own number, by which a row is known again."""
    return Column("number", "number", required=True, words=words, length=64, width=14)
