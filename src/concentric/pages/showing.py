"""How values look to a reader: numbers with their units, dates, times and hashes, as text in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from concentric.core.terms.dates import show_date
from concentric.core.terms.english import counted
from concentric.core.terms.money import CURRENCIES, show_money
from concentric.core.terms.numbers import scaled, show_number
from concentric.core.terms.words import say
from concentric.prove.shown import show_percent

NONE = "—"


def quantity(value: Decimal | None, unit: str, lang: str, *, decimals: int | None = None) -> str:
    """A value with its unit: "126 个村", "1,068 万元", "90.6%"; a dash where it is unknown, "0" where it is zero."""
    if value is None:
        return NONE
    if unit in CURRENCIES:
        return show_money(value, unit, lang)
    if unit == "%":
        return show_percent(value, 1 if decimals is None else decimals)
    shown = show_number(value, lang)
    return say("pages-quantity", lang, value=shown, unit=counted(unit, shown, lang)) if unit else shown


def bare(value: Decimal | None, unit: str, lang: str, *, decimals: int | None = None) -> tuple[str, str]:
    """The number and the unit apart, for a large number with a small unit behind it. Money keeps its scale's word."""
    if value is None:
        return NONE, unit if unit not in CURRENCIES and unit != "%" else ""
    if unit in CURRENCIES or unit == "%":
        return quantity(value, unit, lang, decimals=decimals), ""
    shown = show_number(value, lang)
    return shown, counted(unit, shown, lang)


def columns(values: Sequence[Decimal | None], unit: str, lang: str) -> tuple[list[str], str]:
    """Several values of one unit, money in the largest scale that is exact for all of them, and the unit they share."""
    if unit in CURRENCIES:
        known = [value for value in values if value is not None]
        for scale in (8, 4) if lang != "en" else (9, 6):
            # Three decimals, so that thousands of an English million still line up in one unit.
            parts = [None if value is None else scaled(value, scale, 3 if lang == "en" else 2) for value in values]
            large = any(abs(value) >= 10**scale for value in known)
            if large and sum(part is not None for part in parts) == len(known):
                currency = say(f"currency-{unit.lower()}", lang)
                word = " ".join(say(f"money-scaled-{scale}", lang, value="", unit=currency).split())
                return [NONE if part is None else part for part in parts], word
        return [NONE if value is None else show_number(value, lang) for value in values], say(
            f"currency-{unit.lower()}", lang
        )
    if unit == "%":
        return [quantity(value, unit, lang) for value in values], ""
    return [NONE if value is None else show_number(value, lang) for value in values], unit


def moment(at: datetime, zone: str, lang: str) -> str:
    """A time on the office's own clock, to the minute."""
    there = at.astimezone(ZoneInfo(zone))
    return say("pages-moment", lang, date=show_date(there.date(), lang), time=there.strftime("%H:%M"))


def day_of(at: datetime, zone: str) -> date:
    """The day of a time on the office's own calendar."""
    return at.astimezone(ZoneInfo(zone)).date()


def short(digest: bytes | str) -> str:
    """The first eight hex digits of a hash, in two groups: enough to compare by eye, never to trust."""
    text = digest if isinstance(digest, str) else bytes(digest).hex()
    return f"{text[:4]} {text[4:8]}"


def grouped(digest: bytes | str) -> str:
    """All hex digits in groups of eight, so that they can be read out and may break across lines."""
    text = digest if isinstance(digest, str) else bytes(digest).hex()
    return " ".join(re.findall(".{1,8}", text))
