"""Catalogues of figures, written as tables that people can read, and the value that a label's figure has.

    id | value unit class | alias; alias | 2021 | pledged

Two languages: cells that open with `zh-Hans:` and `en:`.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from .markup import CLASSES, Malformed

STRENGTHS = ("pledged", "reported", "confirmed", "verified")
_LANGUAGE = re.compile(r"(zh-Hans|zh-Hant|en):\s*(.*)")


@dataclass(frozen=True)
class Entry:
    """A figure as the contract of the command takes it."""

    id: str
    value: Decimal
    unit: str
    unit_class: str
    aliases: list[str] | dict[str, list[str]]
    period: str = ""
    strength: str = ""

    def as_json(self) -> dict[str, Any]:
        whole = self.value == self.value.to_integral_value()
        shown: dict[str, Any] = {
            "id": self.id,
            "aliases": self.aliases,
            "unit": self.unit,
            "unit_class": self.unit_class,
            "value": int(self.value) if whole else float(self.value),
        }
        shown.update({key: getattr(self, key) for key in ("period", "strength") if getattr(self, key)})
        return shown


Catalogue = dict[str, Entry]


def _entry(line: str) -> Entry:
    cells = [cell.strip() for cell in line.split("|")]
    name, (value, unit, unit_class), *rest = cells[0], cells[1].split(), *cells[2:]
    if unit_class not in CLASSES:
        raise Malformed(f"{name}: no class {unit_class!r}")
    aliases: list[str] = []
    spoken: dict[str, list[str]] = {}
    period = strength = ""
    for cell in rest:
        if language := _LANGUAGE.fullmatch(cell):
            spoken[language[1]] = [alias.strip() for alias in language[2].split(";")]
        elif cell in STRENGTHS:
            strength = cell
        elif re.fullmatch(r"\d{4}(-Q\d|/\d\d)?", cell):
            period = cell
        else:
            aliases += [alias.strip() for alias in cell.split(";")]
    if bool(aliases) == bool(spoken):
        raise Malformed(f"{name}: names in one language, or each under its language")
    return Entry(name, Decimal(value), unit, unit_class, spoken or aliases, period, strength)


def read(source: str) -> Catalogue:
    """The catalogue, refused when an id stands twice."""
    entries: Catalogue = {}
    for line in source.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        entry = _entry(line)
        if entry.id in entries:
            raise Malformed(f"{entry.id} stands twice")
        entries[entry.id] = entry
    return entries


def _growth(source: str, catalogue: Catalogue, unit_class: str) -> Decimal:
    new, old = (catalogue[each].value for each in source.split("/"))
    return new / old if unit_class == "multiple" else (new / old - 1) * 100


def ids_in(source: str) -> tuple[str, ...]:
    """Every figure that a label names."""
    return () if source == "-" else tuple(each for each in re.split(r"[+/~%(),]", source) if each)


def truth(source: str, catalogue: Catalogue, unit_class: str) -> Decimal | None:
    """What the catalogue says: of one figure, of a sum `a+b`, a rest `a~b`, a share `a%b`, a growth `new/old`.

    None: the catalogue has nothing, or two answers `a,b`.
    """
    if missing := [each for each in ids_in(source) if each not in catalogue]:
        raise Malformed(f"the catalogue has no {', '.join(missing)}")
    if source == "-" or "," in source:
        return None
    if "(" in source:
        return catalogue[source.partition("(")[0]].value
    if "+" in source:
        return sum((catalogue[each].value for each in ids_in(source)), Decimal(0))
    if "~" in source:
        whole, part = (catalogue[each].value for each in source.split("~"))
        return whole - part
    if "%" in source:
        part, whole = (catalogue[each].value for each in source.split("%"))
        return part * 100 / whole
    if "/" in source:
        return _growth(source, catalogue, unit_class)
    return catalogue[source].value


def other_rate(source: str, catalogue: Catalogue) -> Decimal:
    """The percentage under the denominator that the label `rate(part/whole)` names."""
    part, whole = (catalogue[each].value for each in source.partition("(")[2].rstrip(")").split("/"))
    return part * 100 / whole
