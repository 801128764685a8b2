"""The lists that are a place's own: classes of cases, settings, categories of help and of bases, adoptions, schemes.

And what its parts are called in other languages: the register holds one name, as it was entered.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from concentric.core.terms.codes import is_place_code
from concentric.register.book.checking import Checking
from concentric.register.book.lines import Path

Names = Mapping[str, str]

COMMITMENTS = ("money", "goods", "work", "jobs", "training", "facility", "investment")
"""What help of a category may usually come to."""
NATURES = ("welfare", "business")
LISTS: Mapping[str, tuple[str, ...]] = {
    "class": (),
    "setting": (),
    "site": (),
    "category": ("weight", "comes_to", "nature"),
    "adoption": ("points", "cumulates"),
    "scheme": ("threshold", "years"),
    "place": (),
}
"""Each list by the name of its tables in the book, with what its entries say beside their names."""


@dataclass(frozen=True)
class ListedSpec:
    """One entry of a list. What its list doesn't speak of keeps its default.

    `aliases` are other words that people write, by language. `weight` is that of a category of help in pairing, which
    usually `comes_to` a commitment of some kind and `nature` ("": nobody can say beforehand). `points` are those of an
    adoption, which add to those of other levels or, where they don't `cumulate`, are the most that counts; a scheme
    names at `threshold` points (0: it asks for none) and for so many `years`.
    """

    code: str
    names: Names
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    weight: int = 1
    comes_to: str = ""
    nature: str = ""
    points: int = 0
    cumulates: bool = True
    threshold: int = 0
    years: int = 5


def check_lists(check: Checking, parsed: Mapping[str, Any]) -> dict[str, dict[str, ListedSpec]]:
    """Every list of the book, each in its order; a list that the book doesn't have is empty."""
    return {name: _list(check, name, check.table(parsed.get(name, {}), (name,))) for name in LISTS}


def _list(check: Checking, name: str, tables: Mapping[str, Any]) -> dict[str, ListedSpec]:
    found: dict[str, ListedSpec] = {}
    said: dict[str, str] = {}
    for code, value in tables.items():
        path: Path = (name, code)
        if name != "place":
            check.code(code, path)
        elif not is_place_code(code):
            check.add("book-place", path, value=code)
        table = check.table(value, path)
        check.keys(table, path, ("names", "aliases", *LISTS[name]))
        names, aliases = check.names(table, "names", path), check.aliases(table, path)
        words: list[tuple[str, str, Path]] = [(lang, word, (*path, "names", lang)) for lang, word in names.items()]
        for lang, others in aliases.items():
            words += [(lang, word, (*path, "aliases", lang, n)) for n, word in enumerate(others)]
        for lang, word, where in words:
            # People write the name into their workbook: it must mean one entry.
            if said.setdefault(f"{lang} {word.strip().casefold()}", code) != code:
                check.add("book-name-taken", where, value=word)
        found[code] = ListedSpec(
            code,
            names,
            aliases,
            comes_to=check.among(table, "comes_to", path, COMMITMENTS),
            nature=check.among(table, "nature", path, NATURES),
            weight=check.whole(table, "weight", path, least=0, most=1_000, default=1),
            points=check.whole(table, "points", path, least=0, most=10_000, default=0),
            cumulates=_truth(check, table, "cumulates", path),
            threshold=check.whole(table, "threshold", path, least=0, most=10_000, default=0),
            years=check.whole(table, "years", path, least=1, most=50, default=5),
        )
    return found


def _truth(check: Checking, table: Mapping[str, Any], key: str, path: Path) -> bool:
    value = table.get(key, True)
    if not isinstance(value, bool):
        check.add("book-not-truth", (*path, key))
        return True
    return value
