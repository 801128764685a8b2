"""What the programme book in force says to whoever reads a row: programmes and codes by their names, the currency."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from concentric.core.terms.codes import clean
from concentric.core.terms.scripts import to_traditional
from concentric.register.models import Programme, ProgrammeBook


class BookWords:
    """The words of one office's book. Costs two queries."""

    def __init__(self, office: UUID | None) -> None:
        self.programmes = _programmes(office)
        self.book = _book(office)

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


def _book(office: UUID | None) -> dict[str, Any]:
    for toml in ProgrammeBook.objects.in_force().of_office(office).values_list("toml", flat=True):
        try:
            return tomllib.loads(toml)
        except tomllib.TOMLDecodeError:
            continue
    return {}
