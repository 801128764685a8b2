"""Money: an exact amount and its currency, read from what people type and shown without rounding."""

import re
from collections.abc import Mapping
from decimal import Decimal

from concentric.core.terms.codes import clean
from concentric.core.terms.findings import Unreadable
from concentric.core.terms.numbers import (
    FACTORS,
    LIMIT,
    grouped,
    plain,
    read_number,
    scaled,
)
from concentric.core.terms.words import say

# ISO 4217 code -> what people write for it. A bare "$" is left out: it may be US, Hong Kong or any other dollars.
CURRENCIES: Mapping[str, tuple[str, ...]] = {
    "CNY": (
        "元人民币",
        "人民币元",
        "人民币",
        "元整",
        "圆整",
        "元",
        "圆",
        "圓",
        "¥",
        "￥",
        "rmb",
        "cny",
        "yuan",
    ),
    "USD": ("美元", "美金", "us$", "usd"),
    "HKD": ("港元", "港币", "港幣", "hk$", "hkd"),
    "MOP": ("澳门元", "澳門元", "澳门币", "mop"),
    "TWD": ("新台币元", "新台幣元", "新臺幣元", "新台币", "新台幣", "新臺幣", "nt$", "twd"),
    "EUR": ("欧元", "歐元", "€", "eur"),
    "GBP": ("英镑", "英鎊", "£", "gbp"),
    "JPY": ("日元", "日圆", "日圓", "jpy"),
}
_CODES = {word: code for code, words in CURRENCIES.items() for word in words}
_WORD = "|".join(re.escape(word) for word in sorted(_CODES, key=len, reverse=True))
_ENGLISH = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_MONEY = re.compile(
    rf"(?P<sign>-?) ?(?P<before>{_WORD})? ?(?P<number>.+?) ?(?P<scale>{'|'.join(_ENGLISH)})? ?(?P<after>{_WORD})?"
)
_UNIT = re.compile(
    rf"(?P<before>{_WORD})? ?(?P<han>[十百千万萬亿億]*) ?(?P<english>{'|'.join(_ENGLISH)})? ?(?P<after>{_WORD})?"
)
# Largest scale first; a scale is used where two decimals of it are exact, of an English one three: it has thousands.
_SCALES = {"zh-Hans": (12, 8, 4), "zh-Hant": (12, 8, 4), "en": (12, 9, 6)}
_DECIMALS = {"zh-Hans": 2, "zh-Hant": 2, "en": 3}


class Priced(Decimal):
    """An amount whose cell names its currency (5万美元)."""

    currency = ""


def read_money(text: str, default: str = "CNY") -> tuple[Decimal, str]:
    """Amount and currency: 5万元, ¥1,200.50, 3亿美元, CNY 10.68 million; a bare number is in `default`.

    Raises `Unreadable` as `read_number` does, and for an unknown or doubtful currency ("$5").
    """
    match = _MONEY.fullmatch(clean(text).lower())
    if match is None:
        read_number(text)
        raise _unreadable("money-unreadable", text)
    currency = _one_currency(match, text) or default
    try:
        value = read_number(match["sign"] + match["number"])
    except Unreadable as reason:
        key = "money-currency" if reason.key == "number-word" else reason.key
        raise _unreadable(key, text) from reason
    if match["scale"]:
        value = value.scaleb(_ENGLISH[match["scale"]])
        if abs(value) > LIMIT:
            raise _unreadable("number-large", text)
    return Decimal(plain(value)), currency


def unit_factor(unit: str) -> tuple[Decimal, str]:
    """What one of a heading's units is worth: 万元 -> (10000, "CNY"), 亿美元, 元, "USD million". Brackets may stay on.

    Raises `Unreadable` where the unit is no unit of money.
    """
    match = _UNIT.fullmatch(clean(unit).strip("()[]【】").removeprefix("单位:").strip().lower())
    if match is None or not (currency := _one_currency(match, unit)):
        raise _unreadable("money-unit", unit)
    factor = Decimal(1)
    for character in match["han"]:
        factor *= FACTORS[character]
    return factor.scaleb(_ENGLISH.get(match["english"] or "", 0)).quantize(Decimal(1)), currency


def show_money(value: Decimal, currency: str, lang: str) -> str:
    """The amount for people, always exact: "1,068 万元", "CNY 10.68 million".

    A larger unit (万, 亿, 万亿; million, billion, trillion) is used where two decimals of it are enough (of an English
    one three); otherwise all digits are shown, with two decimals for a fraction of the basic unit where those suffice.
    """
    unit = say(f"currency-{currency.lower()}", lang)
    for scale in _SCALES[lang]:
        if abs(value) >= 10**scale and (part := scaled(value, scale, _DECIMALS[lang])) is not None:
            return say(f"money-scaled-{scale}", lang, value=part, unit=unit)
    whole, point, fraction = grouped(value).partition(".")
    return say(
        "money-plain",
        lang,
        value=f"{whole}{point}{fraction.ljust(2, '0')}" if point else whole,
        unit=unit,
    )


def _one_currency(match: re.Match[str], text: str) -> str | None:
    found = {_CODES[word] for word in (match["before"], match["after"]) if word}
    if len(found) > 1:
        raise _unreadable("money-currency", text)
    return next(iter(found), None)


def _unreadable(key: str, text: str) -> Unreadable:
    return Unreadable(key, text=" ".join(text.split())[:40])
