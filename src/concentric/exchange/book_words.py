"""What the programme book in force says to whoever reads a row: programmes, codes by their names, deadlines."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from concentric.core.terms.codes import clean
from concentric.core.terms.scripts import to_traditional
from concentric.core.terms.working_days import Deadline
from concentric.keep.cases import due
from concentric.register.book.lists import ListedSpec
from concentric.register.book.reading import read_book
from concentric.register.book.spec import Book
from concentric.register.models import Programme, ProgrammeBook


class BookWords:
    """The words of one office's book. Costs two queries; the whole book is checked only where its clocks are asked."""

    def __init__(self, office: UUID | None) -> None:
        self.programmes = _programmes(office)
        self._text, self.book = _book(office)

    @cached_property
    def whole(self) -> Book | None:
        """The book itself, or None where there is none that can be read."""
        return read_book(self._text)[0] if self._text else None

    def answer_due(self, kind: str, urgency: str, received_on: date) -> Deadline | None:
        """By when a case is to be answered, in working days of the book's calendar. None where it sets no deadline."""
        return None if self.whole is None else due(self.whole, kind, urgency, received_on)

    def listed(self, table: str, code: str) -> ListedSpec | None:
        """An entry of one of the book's lists."""
        return self.whole.lists.get(table, {}).get(code) if self.whole is not None else None

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
        held = self.book.get(table)
        found: dict[str, str] = {}
        if isinstance(held, dict):
            for code, entry in held.items():
                for name in (code, *_names(entry)):
                    found.setdefault(folded(name), code)
        return found


def folded(text: str) -> str:
    """A name as it is compared: width, case and blanks don't matter."""
    return "".join(clean(text).casefold().split())


def _names(entry: Any) -> Iterator[str]:
    names = entry.get("names", entry.get("name", {})) if isinstance(entry, dict) else {}
    if isinstance(names, Mapping):
        yield from (name for name in names.values() if isinstance(name, str))
        if isinstance(names.get("zh-Hans"), str):
            yield to_traditional(names["zh-Hans"])


def _programmes(office: UUID | None) -> dict[str, UUID]:
    found: dict[str, UUID] = {}
    for root, code, names in Programme.objects.in_force().of_office(office).values_list("root", "code", "names"):
        for name in (code, *_names({"names": names})):
            found.setdefault(folded(name), root)
    return found


def _book(office: UUID | None) -> tuple[str, dict[str, Any]]:
    for toml in ProgrammeBook.objects.in_force().of_office(office).values_list("toml", flat=True):
        try:
            return toml, tomllib.loads(toml)
        except tomllib.TOMLDecodeError:
            continue
    return "", {}
