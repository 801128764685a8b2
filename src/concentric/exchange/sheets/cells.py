"""Readers: what a cell holds -> the value a sheet works with, or a named refusal. One is compiled for each column.

Each takes a cell that is not blank and raises `Refused`; quick paths first, because a workbook has millions of cells.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any, NoReturn

from concentric.core.terms.codes import clean
from concentric.core.terms.dates import FIRST_YEAR, LAST_YEAR, read_date, show_date
from concentric.core.terms.findings import Refused
from concentric.core.terms.money import CURRENCIES, Priced, read_money
from concentric.core.terms.numbers import from_cell, grouped, read_number
from concentric.core.terms.periods import read_period
from concentric.core.terms.scripts import to_simplified
from concentric.core.terms.words import DEFAULT_LANG, say
from concentric.exchange.sheets.column import Column

Cell = str | int | float | bool | date | datetime | Any
Read = Callable[[Any], Any]

NOTHING = frozenset(["-", "--", "—", "——", "/", "\\", "无", "無", "暂无", "n/a", "N/A", "NA", "none", "None", "null"])
_ODD = re.compile(r"[\x00-\x1f\x7f\xa0\u1680\u2000-\u200f\u2028-\u202f\u2060\u3000\ufeff\xad]|^\s|\s$")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff\xad\u202a-\u202e]")
_BLANKS = re.compile(r"[\s\xa0\u1680\u2000-\u200a\u202f\u3000]+")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]*")
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_SEVERAL = re.compile(r"[、,，;；/|\s]+")
_PHONE = re.compile(r"\+?[0-9][0-9 ()/;,*#-]{2,39}")


class CellRefused(Refused):
    """A cell that cannot be taken as it is; the words say why."""


def _shown(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 40 else f"{text[:39]}…"


def _refuse(key: str, value: object, **words: Any) -> NoReturn:
    raise CellRefused(key, text=_shown(value), **words)


def tidy(text: str) -> str:
    """Text as it was meant: invisible marks gone, odd blanks one space, edges trimmed. Width and signs stay."""
    if _ODD.search(text) is None:
        return text
    text = _INVISIBLE.sub("", text)
    text = _CONTROL.sub("", text)
    return "\n".join(_BLANKS.sub(" ", line).strip() for line in text.splitlines()).strip()


def is_blank(value: object) -> bool:
    """Whether a cell holds nothing, also where it looks empty but holds blanks."""
    return value is None or (isinstance(value, str) and tidy(value) == "")


def shown(value: object) -> str:
    """A cell as text, as the person sees it: dates by the year first, whole numbers without a point."""
    if isinstance(value, datetime):
        return value.date().isoformat() if (value.hour, value.minute, value.second) == (0, 0, 0) else str(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, float):
        return format(value, ".15g")
    return "" if value is None else str(value)


def value_shown(column: Column, value: object, lang: str) -> str:
    """What was read of a cell, for people: a choice by its words, a date as it is written, an amount in digits."""
    if value is None:
        return ""
    if isinstance(value, date):
        return show_date(value, lang)
    if isinstance(value, Decimal):
        return grouped(value)
    if column.kind in ("choice", "choices"):
        return say("sheets-joint", lang).join(column.term(one, lang) for one in str(value).split(",") if one)
    return shown(value)


def compiled(column: Column, *, factor: Decimal = Decimal(1), currency: str = "", lang: str = DEFAULT_LANG) -> Read:
    """The reader of a column; `factor` and `currency` are those its heading gives, such as （万元）.

    A refusal lists the words of a choice in `lang`.
    """
    if column.kind == "amount":
        return _amount(column, factor, currency)
    if column.kind in ("choice", "choices"):
        return _choice(column, lang)
    return {
        "number": _number(column),
        "reference": _reference(column),
        "references": _text(column),
        "text": _text(column),
        "phone": _phone,
        "date": _date(),
        "period": _period,
        "currency": _currency,
        "count": _count(column),
    }[column.kind]


def _whole(value: float | int) -> str:
    if isinstance(value, float):
        if not value.is_integer():
            _refuse("cell-id-fraction", shown(value))
        if abs(value) >= 1e15:
            _refuse("cell-digits-lost", shown(value))
        value = int(value)
    return str(value)


def _as_id(value: Any) -> str:
    """An id: text made plain; a float that Excel made of it is whole again (12.0 -> "12")."""
    if isinstance(value, str):
        if _ID.fullmatch(value) and value[-2:] != ".0":
            return value
        return _plain_id(value)
    if isinstance(value, bool):
        _refuse("cell-truth", str(value).upper())
    if isinstance(value, int | float):
        return _whole(value)
    _refuse("cell-id-date", shown(value))


@lru_cache(maxsize=65536)
def _plain_id(value: str) -> str:
    found = tidy(clean(_CONTROL.sub("", value)))
    if re.fullmatch(r"[0-9]+\.0+", found):
        found = found.partition(".")[0]
    if re.fullmatch(r"[0-9]\.[0-9]+[Ee]\+[0-9]+", found):
        _refuse("cell-digits-lost", value)
    return found


def _number(column: Column) -> Read:
    length = column.length

    def read(value: Any) -> str:
        found = _as_id(value)
        if len(found) > length:
            _refuse("cell-too-long", found, most=length, length=len(found))
        if found.startswith(_FORMULA):
            _refuse("cell-like-formula", found)
        return found

    return read


def _reference(column: Column) -> Read:
    length = column.length

    def read(value: Any) -> str | None:
        found = _as_id(value)
        if found in NOTHING:
            return None
        if len(found) > length:
            _refuse("cell-too-long", found, most=length, length=len(found))
        if found.startswith(_FORMULA):
            _refuse("cell-like-formula", found)
        return found

    return read


def _text(column: Column) -> Read:
    length = column.length

    def read(value: Any) -> str | None:
        found = value if type(value) is str else _plain_text(value)
        if _ODD.search(found) is not None:
            found = tidy(found)
        if len(found) > length:
            _refuse("cell-too-long", found, most=length, length=len(found))
        if found.startswith(_FORMULA):
            if found in NOTHING:
                return None
            _refuse("cell-like-formula", found)
        return None if found in NOTHING else found

    return read


def _plain_text(value: Any) -> str:
    if isinstance(value, bool):
        _refuse("cell-truth", str(value).upper())
    return shown(value)


def _phone(value: Any) -> str | None:
    if isinstance(value, str):
        found = tidy(clean(value)).replace("—", "-").replace("–", "-")
    elif isinstance(value, bool) or not isinstance(value, int | float):
        _refuse("cell-phone", shown(value))
    else:
        found = _whole(value)
    if found in NOTHING:
        return None
    if not _PHONE.fullmatch(found):
        _refuse("cell-phone", found)
    return found


def _date() -> Read:
    seen: dict[str, date] = {}

    def read(value: Any) -> date | None:
        if type(value) is date and FIRST_YEAR <= value.year <= LAST_YEAR:
            return value
        if isinstance(value, str):
            found = seen.get(value)
            if found is None:
                if tidy(value) in NOTHING:
                    return None
                found = seen[value] = read_date(value)
            return found
        if isinstance(value, bool | int | float | date):
            return read_date(value)
        _refuse("date-unreadable", value)

    return read


def _period(value: Any) -> str:
    if isinstance(value, date):
        _refuse("cell-period-date", value.isoformat())
    text = _as_id(value)
    return read_period(re.sub(r"^([0-9]{4})年$", r"\1", text)).code


_CURRENCY_WORDS = {word: code for code, words in CURRENCIES.items() for word in (code, code.lower(), *words)}


def _currency(value: Any) -> str | None:
    text = tidy(clean(str(value)))
    if text in NOTHING:
        return None
    found = _CURRENCY_WORDS.get(text) or _CURRENCY_WORDS.get(text.lower()) or _CURRENCY_WORDS.get(to_simplified(text))
    if found is None:
        _refuse("cell-currency-unknown", text)
    return found


def _amount(column: Column, factor: Decimal, currency: str) -> Read:
    signed = column.signed
    scaled = factor != 1

    def read(value: Any) -> Decimal | None:
        if type(value) is float and value.is_integer() and -1e14 < value < 1e14:
            found = Decimal(int(value))
        elif isinstance(value, str):
            text = tidy(value)
            if text in NOTHING:
                return None
            found = _typed_amount(text, money=column.money)
            if scaled and any(unit in text for unit in "万萬亿億"):
                _refuse("cell-unit-twice", text)
            if isinstance(found, Priced) and currency and found.currency != currency:
                _refuse("cell-currency-differs", text, currency=currency)
        else:
            found = from_cell(value)
        if scaled:
            named = getattr(found, "currency", "")
            found = from_cell(found * factor)
            if named:
                found = _priced(found, named)
        if found < 0 and not signed:
            _refuse("cell-negative", shown(value))
        return found

    return read


def _count(column: Column) -> Read:
    exact = _amount(column, Decimal(1), "")
    most = column.most

    def read(value: Any) -> int | None:
        found = exact(value)
        if found is None:
            return None
        if found != found.to_integral_value():
            _refuse("cell-not-whole", shown(value))
        if found > most:
            _refuse("cell-count-large", shown(value), most=most)
        return int(found)

    return read


def _priced(value: Decimal, currency: str) -> Priced:
    priced = Priced(value)
    priced.currency = currency
    return priced


@lru_cache(maxsize=65536)
def _typed_amount(text: str, *, money: bool) -> Decimal:
    if not money:
        return read_number(text)
    value, currency = read_money(text, default="")
    return _priced(value, currency) if currency else value


def _choice(column: Column, lang: str) -> Read:
    table = {_folded(word): choice for choice in column.choices for word in column.terms_of(choice)}
    listed = say("sheets-joint", lang).join(column.term(choice, lang) for choice in column.choices)
    seen: dict[str, str | None] = {}

    def one(text: str) -> str:
        found = table.get(_folded(text))
        if found is None:
            _refuse("cell-not-a-choice", text, choices=listed)
        return found

    def read(value: Any) -> str | None:
        text = value if type(value) is str else shown(value)
        if text not in seen:
            plain = tidy(text)
            if plain in NOTHING:
                seen[text] = None
            elif column.kind == "choice":
                seen[text] = one(plain)
            else:
                chosen = {one(part) for part in _SEVERAL.split(plain) if part}
                seen[text] = ",".join(choice for choice in column.choices if choice in chosen)
        return seen[text]

    return read


def _folded(text: str) -> str:
    return re.sub(r"[\s\-_]+", "", clean(text).casefold())
