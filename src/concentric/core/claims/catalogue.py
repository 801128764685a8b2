"""The figures that claims are held against, as the ledger or a file gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, cast, get_args

from concentric.core.claims.units import CHINESE, CURRENCIES_CHINESE, UnitClass
from concentric.core.terms.findings import Refused

CLASSES = get_args(UnitClass)


class CatalogueUnreadable(Refused):
    """The list of figures isn't what the contract says."""


@dataclass(eq=False)
class Figure:
    """A figure with every name it goes by. `value` is None where it isn't known; `strength` may be empty.

    `parts` are the ids of numerator and denominator, where it is a share. `place` limits it to a part of the whole.
    `pending` says that the value has yet to be asked for: thousands of figures are named, few are ever needed. `aside`
    figures (another rung of the ladder) are meant only where their strength is named, `silent` ones only where a known
    sentence says so; `units` are further words for the unit.
    """

    id: str
    names: tuple[str, ...]
    unit: str
    unit_class: UnitClass
    value: Decimal | None
    period: str = ""
    strength: str = ""
    place: str = ""
    parts: tuple[str, ...] = ()
    pending: bool = False
    aside: bool = False
    units: tuple[str, ...] = ()
    silent: bool = False

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year that its period touches; zeros without a period."""
        found = [int(one) for one in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", self.period)]
        if (
            len(found) == 1
            and (short := re.search(r"\d{4}[-/–](\d\d)$", self.period))
            and int(short[1]) == (found[0] + 1) % 100
        ):
            found.append(found[0] + 1)
        return (min(found), max(found)) if found else (0, 0)


def read_catalogue(data: object) -> list[Figure]:
    """Figures from the JSON list of the contract. CatalogueUnreadable names the first entry that is wrong."""
    if not isinstance(data, list):
        raise CatalogueUnreadable("claims-catalogue-no-list")
    found: list[Figure] = []
    seen: set[str] = set()
    for number, entry in enumerate(data, 1):
        figure = _figure(entry, number)
        if figure.id in seen:
            raise CatalogueUnreadable("claims-catalogue-twice", id=figure.id, number=number)
        seen.add(figure.id)
        found.append(figure)
    return found


def _figure(entry: object, number: int) -> Figure:
    if not isinstance(entry, Mapping):
        raise CatalogueUnreadable("claims-catalogue-no-object", number=number)
    id_ = entry.get("id")
    if not isinstance(id_, str | int) or isinstance(id_, bool) or not str(id_).strip():
        raise CatalogueUnreadable("claims-catalogue-key", key="id", number=number)
    names = tuple(_names([entry.get("name"), entry.get("names"), entry.get("aliases"), entry.get("label")]))
    if not names:
        raise CatalogueUnreadable("claims-catalogue-key", key="aliases", number=number)
    unit, factor = _plain_unit(str(entry.get("unit") or ""))
    given = entry.get("unit_class")
    unit_class = given if given in CLASSES else class_of(unit)
    if given is not None and given not in CLASSES:
        raise CatalogueUnreadable("claims-catalogue-class", value=str(given)[:40], number=number)
    parts = tuple(str(entry[key]) for key in ("numerator", "denominator") if isinstance(entry.get(key), str))
    return Figure(
        id=str(id_),
        names=names,
        unit=unit,
        unit_class=cast(UnitClass, unit_class),
        value=None if (value := _value(entry.get("value"), number)) is None else value * factor,
        period=str(entry.get("period") or ""),
        strength=str(entry.get("strength") or ""),
        place=str(entry.get("place") or ""),
        parts=parts if len(parts) == 2 else (),
    )


def _plain_unit(unit: str) -> tuple[str, int]:
    """万亩 is ten thousand 亩, and 元 is CNY: values are held in the plain unit."""
    factor = {"万": 10**4, "亿": 10**8}.get(unit[:1], 1) if len(unit) > 1 else 1
    plain = unit[1:] if factor > 1 else unit
    return CURRENCIES_CHINESE.get(plain, plain), factor


def _names(values: Iterable[object]) -> Iterable[str]:
    """Every text in lists and in tables by language."""
    for value in values:
        if isinstance(value, str):
            if value.strip():
                yield value.strip()
        elif isinstance(value, Mapping):
            yield from _names(value.values())
        elif isinstance(value, list | tuple):
            yield from _names(value)


def _value(value: object, number: int) -> Decimal | None:
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal):
        raise CatalogueUnreadable("claims-catalogue-value", value=str(value)[:40], number=number)
    try:
        read = Decimal(str(value).replace(",", "").strip())
    except InvalidOperation:
        raise CatalogueUnreadable("claims-catalogue-value", value=str(value)[:40], number=number) from None
    if not read.is_finite() or (read and not -40 < read.adjusted() < 40):
        raise CatalogueUnreadable("claims-catalogue-value", value=str(value)[:40], number=number)
    return read


def class_of(unit: str) -> UnitClass:
    """The class of a unit that comes without one: an ISO code is money, % a share, a measure word what it counts."""
    if unit in ("%", "percent"):
        return "percent"
    if unit in ("pp", "x"):
        return "points" if unit == "pp" else "multiple"
    if re.fullmatch("[A-Z]{3}", unit) or unit in CURRENCIES_CHINESE:
        return "money"
    return CHINESE[unit][1] if unit in CHINESE else "count"


def as_entries(figures: Iterable[Figure]) -> list[dict[str, Any]]:
    """The figures as the JSON list that `read_catalogue` reads."""
    found = []
    for one in figures:
        entry: dict[str, Any] = {
            "id": one.id, "aliases": list(one.names), "unit": one.unit, "unit_class": one.unit_class,
            "value": None if one.value is None else format(one.value, "f"),
        }  # fmt: skip
        entry |= {key: getattr(one, key) for key in ("period", "strength", "place") if getattr(one, key)}
        if one.parts:
            entry["numerator"], entry["denominator"] = one.parts
        found.append(entry)
    return found
