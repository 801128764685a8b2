"""What the programme book in force says to whoever reads a row: programmes, codes by their names, deadlines."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property, lru_cache
from typing import Any
from uuid import UUID

from concentric.core.terms.codes import clean
from concentric.core.terms.scripts import localized, to_traditional
from concentric.core.terms.working_days import Deadline
from concentric.keep.cases import due
from concentric.register.book.lists import ListedSpec
from concentric.register.book.reading import read_book
from concentric.register.book.spec import Book
from concentric.register.models import Programme, ProgrammeBook


class BookWords:
    """The words of one office's book. Costs two queries; the whole book is checked only where its clocks are asked."""

    def __init__(self, office: UUID | None) -> None:
        held = Programme.objects.in_force().of_office(office).order_by("rank", "code")
        self._ranked = list(held.values_list("code", "root", "names"))
        self.programmes = _programmes(self._ranked)
        self._text, self.book = _book(office)

    @cached_property
    def whole(self) -> Book | None:
        """The book itself, or None where there is none that can be read."""
        return read_book(self._text)[0] if self._text else None

    def answer_due(self, kind: str, urgency: str, received_on: date) -> Deadline | None:
        """By when a case is to be answered, in working days of the book's calendar. None where it sets no deadline."""
        return None if self.whole is None else due(self.whole, kind, urgency, received_on)

    def listing(self, table: str) -> Mapping[str, ListedSpec]:
        """One of the book's lists; empty where it has none."""
        return self.whole.lists.get(table, {}) if self.whole is not None else {}

    def listed(self, table: str, code: str) -> ListedSpec | None:
        """An entry of one of the book's lists."""
        return self.listing(table).get(code)

    @property
    def currency(self) -> str:
        """The currency of the book; CNY where it names none."""
        currency = self.book.get("book", {}).get("currency")
        return currency if isinstance(currency, str) else "CNY"

    def programme(self, text: str) -> UUID | None:
        """A programme by its code, or by its name in any language."""
        return self.programmes.get(folded(text))

    def codes(self, table: str) -> dict[str, str]:
        """Folded name -> code for a table of the book, such as [setting.school]; empty where the book has no such."""
        found: dict[str, str] = {}
        entries = list(self._entries(table))
        for code, entry in entries:
            for name in (code, *_names(entry)):
                found.setdefault(folded(name), code)
        for code, entry in entries:  # what an entry is called goes before what another is also called
            for name in _aliases(entry):
                found.setdefault(folded(name), code)
        return found

    def offered(self, table: str, lang: str) -> dict[str, str]:
        """Code -> name in `lang`, in the book's order: what a drop-down offers. A name that two share is its code."""
        if table == "programme":
            return {code: _offered(names, code, root, self.programmes, lang) for code, root, names in self._ranked}
        known = self.codes(table)
        return {code: _offered(_by_lang(entry), code, code, known, lang) for code, entry in self._entries(table)}

    def _entries(self, table: str) -> Iterator[tuple[str, Any]]:
        if table == "statistic":
            # An outside number is called as the indicator that prints it.
            indicators = self._entries("indicator")
            yield from ((one["statistic"], one) for _, one in indicators if isinstance(one.get("statistic"), str))
            return
        held = self.book.get(table)
        if isinstance(held, dict):
            yield from ((code, entry) for code, entry in held.items() if isinstance(entry, dict))


def folded(text: str) -> str:
    """A name as it is compared: width, case and blanks don't matter."""
    return "".join(clean(text).casefold().split())


def _by_lang(entry: Mapping[str, Any]) -> Mapping[str, str]:
    names = entry.get("names", entry.get("name", {}))
    return {lang: one for lang, one in names.items() if isinstance(one, str)} if isinstance(names, Mapping) else {}


def _names(entry: Mapping[str, Any]) -> Iterator[str]:
    names = _by_lang(entry)
    yield from names.values()
    if "zh-Hans" in names:
        yield to_traditional(names["zh-Hans"])


def _aliases(entry: Mapping[str, Any]) -> Iterator[str]:
    aliases = entry.get("aliases", {})
    for lang, words in aliases.items() if isinstance(aliases, Mapping) else ():
        for word in words if isinstance(words, list) else ():
            if isinstance(word, str):
                yield word
                if lang == "zh-Hans":
                    yield to_traditional(word)


def _offered(names: Mapping[str, str], code: str, thing: object, known: Mapping[str, object], lang: str) -> str:
    """The name that is understood as this thing when it comes back."""
    name = localized(names, lang) if any(names.values()) else code
    return name if known.get(folded(name)) == thing else code


def _programmes(held: Iterable[tuple[str, UUID, Mapping[str, str]]]) -> dict[str, UUID]:
    found: dict[str, UUID] = {}
    for code, root, names in held:
        for name in (code, *_names({"names": names})):
            found.setdefault(folded(name), root)
    return found


def _book(office: UUID | None) -> tuple[str, Mapping[str, Any]]:
    for toml in ProgrammeBook.objects.in_force().of_office(office).values_list("toml", flat=True):
        try:
            return toml, _parsed(toml)
        except tomllib.TOMLDecodeError:
            continue
    return "", {}


@lru_cache(maxsize=4)
def _parsed(toml: str) -> Mapping[str, Any]:
    """A hundred workbooks go out in a row, each with the lists of the same book."""
    return tomllib.loads(toml)
