"""Bare numbers in the cells of a table: their unit and scale stand in a unit column, in a heading, or above the table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from concentric.core.claims.intervals import interval
from concentric.core.claims.numerals import DIGITS, ENGLISH_SCALES, LONGEST, Numeral
from concentric.core.claims.reading import Change, Reading
from concentric.core.claims.tables import cells_in
from concentric.core.claims.units import (
    CHINESE,
    CURRENCIES_ENGLISH,
    CURRENCY_SIGNS,
    MEASURES_ENGLISH,
    PEOPLE_ENGLISH,
    PERSON_TIMES_ENGLISH,
    TIMES_ENGLISH,
    UnitClass,
)

_TABLE = re.compile(r"[\t|｜│┃║]| {2}")
_BARE = re.compile(rf"-?{DIGITS}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_AMOUNTS = re.compile(
    r"序号|编号|代码|年份|年度|排名|位次|名次|电话|页码|日期|时间$|#|(?i:\b(?:no\.?|number|code|year|rank|page|date|phone|ref|id)$)"
)
"""Columns under such a heading hold no amounts."""
_BRACKETED = re.compile(r"[（(]([^（()）]{1,14})[)）]\s*$")
_COMMA = re.compile(r"[,，]\s*([^,，]{1,18})$")
_CAPTION = re.compile(r"(?:单位|(?i:in|unit|units|figures in))\s*[:：]?\s*([^\s，。,;)）]{1,8})")
_RATE = re.compile(r"(?:率|比例|占比|比重|增速|增幅)$|(?i:\b(?:rate|share|percentage|proportion|percent)$)")
_GROWTH = re.compile(r"增速|增幅|增长|同比|涨幅|(?i:\b(?:growth|change|increase)\b)")
_HAN_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
_HAN_UNIT = re.compile(r"(百万|千万|万亿|[十百千万亿])?(.*)")
_LATIN_UNIT = re.compile(
    r"(?P<sign>[A-Z]{0,3}[$£€¥]|RMB|[A-Z]{3}(?=\b))?\s?(?P<scale>'?000s?|[a-z]+)?\s?(?P<unit>[a-z%³² -]*)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Unit:
    """What a heading says of the numbers under it."""

    word: str
    unit_class: UnitClass
    scale: int = 1


def read_cells(text: str) -> tuple[list[Reading], list[tuple[int, int]]]:
    """The bare numbers of all tables in a clean text, with what their headings say of them, and the cells of units.

    One pass over its lines.
    """
    found: list[Reading] = []
    units: list[tuple[int, int]] = []
    header: list[tuple[int, int]] = []
    caption: Unit | None = None
    at = 0
    for line in text.splitlines(keepends=True) if _TABLE.search(text) else ():
        cells = cells_in(line.rstrip("\r\n"), at)
        at += len(line)
        if len(cells) < 2:
            if said := line.strip():
                header = []
                told = _CAPTION.search(said)
                caption = unit_in(told[1]) if told else (caption if len(said) < 40 else None)
            continue
        numbers = [n for n in range(1, len(cells)) if _BARE.fullmatch(_shown(text, cells[n]))]
        if not numbers or all(_YEAR.fullmatch(_shown(text, cells[n])) for n in numbers):
            header = cells
            continue
        if not re.search(r"[^\W\d]", text[cells[0][0] : cells[numbers[0]][0]]):
            continue  # a grid of numbers names nothing
        row = [_shown(text, cell) for cell in cells]
        inner = [n for n in range(1, numbers[0]) if unit_in(row[n])]
        units += [cells[n] for n in inner]
        named = unit_in(row[inner[0]]) if inner else None
        named = named or next((unit for cell in reversed(row[: numbers[0]]) if (unit := unit_of_heading(cell))), None)
        for n in numbers:
            above = len(header) - len(cells) + n
            heading = _shown(text, header[above]) if 0 < above < len(header) else ""
            if _NO_AMOUNTS.search(heading):
                continue
            unit = unit_of_heading(heading) or named or caption or _guess(row[0], heading)
            found += _reading(text, cells[n], unit, heading + row[0])
    return found, units


def _shown(text: str, cell: tuple[int, int]) -> str:
    return text[slice(*cell)].strip()


def _reading(text: str, cell: tuple[int, int], unit: Unit, heading: str) -> list[Reading]:
    match = _BARE.search(text, *cell)
    if match is None or len(match[0]) > LONGEST:
        return []
    digits = match[0].replace(",", "")
    numeral = Numeral(Decimal(digits) * unit.scale, len(digits.partition(".")[2]), unit.scale)
    change: Change = ""
    if unit.unit_class in ("percent", "points") and _GROWTH.search(heading):
        change = "down" if numeral.value < 0 else "up"
    lang = "zh" if re.search("[\u3400-\u9fff]", heading) else "en"
    span = interval(numeral, "", unit.unit_class)
    loose = unit.unit_class == "count"
    return [
        Reading(
            *match.span(), numeral.value, span, unit.word, unit.unit_class, "", loose, "", change, bool(change),
            match.span(), lang,
        )
    ]  # fmt: skip


def _guess(row: str, heading: str) -> Unit:
    if _RATE.search(row) or _RATE.search(heading):
        return Unit("%", "percent")
    return Unit("", "count")


def unit_of_heading(heading: str) -> Unit | None:
    """亿元 of 营业收入（亿元）, tonnes of "Emissions, tonnes"; None where a heading names no unit."""
    for pattern in (_BRACKETED, _COMMA):
        if (match := pattern.search(heading)) and (unit := unit_in(match[1])):
            return unit
    return None


@cache
def unit_in(told: str) -> Unit | None:
    """What 万元, 亿美元, "£m", "€ million", "km" or "%" says; None where it is no unit."""
    told = told.strip()
    if told in CHINESE:
        return Unit(*CHINESE[told])
    if told in ("%", "％", "per cent", "percent", "pct"):
        return Unit("%", "percent")
    han = _HAN_UNIT.fullmatch(told)
    if han and han[1] and (not han[2] or han[2] in CHINESE):
        word, unit_class = CHINESE.get(han[2], ("", "count"))
        return Unit(word, unit_class, _HAN_SCALES[han[1]])
    return _latin(told)


def _latin(told: str) -> Unit | None:
    match = _LATIN_UNIT.fullmatch(told)
    if match is None or re.fullmatch("[A-Z]", told):  # (B) is the second kind, and no billion
        return None
    sign, first, rest = match["sign"] or "", (match["scale"] or "").lower(), match["unit"].strip().lower()
    scale = 1000 if "000" in first else ENGLISH_SCALES.get(first, 0)
    word = rest if scale else f"{first} {rest}".strip()
    if not scale and rest in ENGLISH_SCALES:  # yuan million
        word, scale = first, ENGLISH_SCALES[rest]
    code = CURRENCY_SIGNS.get(sign) or CURRENCIES_ENGLISH.get(sign.lower()) or CURRENCIES_ENGLISH.get(word)
    if code:
        return Unit(code, "money", scale or 1) if not sign or not word else None
    if sign:
        return None
    for words, unit_class in _CLASSES:
        if word in words:
            return Unit(word, unit_class, scale or 1)
    return Unit("", "count", scale) if scale and not word else None


_CLASSES: Sequence[tuple[frozenset[str], UnitClass]] = (
    (frozenset(MEASURES_ENGLISH) | {"square metres", "square kilometres", "m³", "m3", "sq km"}, "measure"),
    (frozenset(TIMES_ENGLISH) | {"working days"}, "time"),
    (frozenset(PERSON_TIMES_ENGLISH), "person_times"),
    (PEOPLE_ENGLISH, "people"),
)
