"""Dates as people type them and spreadsheets store them; whatever can mean two days is refused."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Literal

from concentric.core.terms.codes import clean
from concentric.core.terms.findings import Unreadable
from concentric.core.terms.words import say

Precision = Literal["day", "month", "year"]

FIRST_YEAR, LAST_YEAR = 1949, 2100

_TIME = r"(?:[T ]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
_SEPARATED = re.compile(
    rf"(?P<year>[0-9]{{4}})(?P<sep>[-/.])(?P<month>[0-9]{{1,2}})(?:(?P=sep)(?P<day>[0-9]{{1,2}}))?{_TIME}"
)
_YEAR_MONTH_DAY = re.compile(
    rf"(?P<year>[0-9]{{4}}) ?年 ?(?P<month>[0-9]{{1,2}}) ?月(?: ?(?P<day>[0-9]{{1,2}}) ?[日号號]?)?{_TIME}"
)
_MINGUO = re.compile(
    r"民[国國] ?(?P<year>[0-9]{2,3}) ?年 ?(?P<month>[0-9]{1,2}) ?月(?: ?(?P<day>[0-9]{1,2}) ?[日号號]?)?"
)
_MINGUO_BEGAN = 1911
_COMPACT = re.compile(rf"(?P<year>[0-9]{{4}})(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})?{_TIME}")
_YEAR_ONLY = re.compile(r"(?P<year>[0-9]{4}) ?年?")
_YEAR_LAST = re.compile(r"[0-9]{1,2}[-/. ][0-9]{1,2}[-/. ][0-9]{4}")
_SHORT_YEAR = re.compile(r"['’]?[0-9]{2}(?:[-/.][0-9]{1,2}[-/.][0-9]{1,2}| ?年.*)")
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH_NAME = rf"(?P<name>{'|'.join(f'{month[:3]}(?:{month[3:]})?' for month in _MONTHS)}|sept)\.?"
_ENGLISH = (
    re.compile(rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)? {_MONTH_NAME},? (?P<year>[0-9]{{4}})"),
    re.compile(rf"{_MONTH_NAME} (?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,? )?(?P<year>[0-9]{{4}})"),
)
_HAN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_HAN_DATE = re.compile(
    r"(?P<year>[〇○零一二三四五六七八九]{4})年(?P<month>[一二三四五六七八九十]{1,2})月(?:(?P<day>[一二三四五六七八九十廿卅]{1,3})[日号號])?"
)
_MISSING = re.compile(r"|[-/\\—.]+|无|無|不详|未知|待定|长期|n/?a|none|unknown|tbd", re.IGNORECASE)


def read_date(text: str | date | datetime | float | None, *, precision: Precision = "day") -> date:
    """The one day that `text` means: a date, a datetime (its time is dropped), a spreadsheet serial, or typed text.

    Reads 2021-3-5, 2021/3/5, 2021.3.5, 20210305, 2021年3月5日, 二〇二一年三月五日, 民国110年3月5日, 5 March 2021, also
    full width, also with a time of day. With `precision` "month" or "year", what is left out is the first (2021年3月 ->
    1 March).
    Raises `Unreadable` for impossible days, two-digit years, the year written last (03/04/2021 is two days), a missing
    day, and years outside 1949 to 2100.
    """
    if isinstance(text, datetime):
        return _sane(text.date(), str(text))
    if isinstance(text, date):
        return _sane(text, str(text))
    if text is None:
        raise _unreadable("date-missing", "")
    if isinstance(text, bool):
        raise _unreadable("date-unreadable", str(text).upper())
    if isinstance(text, int | float):
        return _from_number(text, precision)
    tidy = clean(text)
    for match in _matches(tidy):
        if match is not None:
            return _build(match, text, precision)
    raise _unreadable(_reason(tidy), text)


def from_serial(serial: float) -> date:
    """The day of a spreadsheet serial in the 1900 system; the fraction (time of day) is dropped.

    The system counts a 29 February 1900 that never was (serial 60, refused), so days before it start one later.
    """
    whole = int(round(serial, 8))  # a binary fraction just below midnight is still that midnight
    if whole == 60 or not 1 <= whole <= 2958465:
        raise _unreadable("date-impossible", f"{serial:g}")
    return date(1899, 12, 30 if whole > 60 else 31) + timedelta(days=whole)


def show_date(day: date, lang: str) -> str:
    """2021年3月5日 or 5 March 2021."""
    return say("date-shown", lang, year=str(day.year), month=day.month, day=day.day)


def show_month(day: date, lang: str) -> str:
    """2021年3月 or March 2021."""
    return say("date-shown-month", lang, year=str(day.year), month=day.month)


def _matches(tidy: str) -> Iterator[tuple[int, int | None, int | None] | None]:
    for pattern in (_SEPARATED, _YEAR_MONTH_DAY, _COMPACT, _YEAR_ONLY):
        if match := pattern.fullmatch(tidy):
            parts = match.groupdict()
            yield _numbers(
                parts["year"],
                parts.get("month"),
                parts.get("day"),
            )
    if match := _MINGUO.fullmatch(tidy):
        yield _numbers(str(int(match["year"]) + _MINGUO_BEGAN), match["month"], match["day"])
    for pattern in _ENGLISH:
        if match := pattern.fullmatch(tidy.lower()):
            month = next(n for n, name in enumerate(_MONTHS, 1) if name.startswith(match["name"][:3]))
            yield _numbers(match["year"], str(month), match["day"])
    if match := _HAN_DATE.fullmatch(tidy.replace(" ", "")):
        year = match["year"].translate(_HAN_DIGITS)
        yield _numbers(
            year,
            _han_count(match["month"]),
            _han_count(match["day"]) if match["day"] else None,
        )


def _numbers(year: str, month: str | None, day: str | None) -> tuple[int, int | None, int | None]:
    return int(year), int(month) if month else None, int(day) if day else None


def _han_count(token: str) -> str:
    """三 -> 3, 十 -> 10, 十五 -> 15, 二十一 and 廿一 -> 21; anything else is an impossible 0."""
    token = token.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = token.partition("十")
    if not ten:
        return tens.translate(_HAN_DIGITS) if len(tens) == 1 else "0"
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return "0"
    return str(10 * int((tens or "一").translate(_HAN_DIGITS)) + int((ones or "零").translate(_HAN_DIGITS)))


def _from_number(number: float, precision: Precision) -> date:
    whole = int(number) if abs(number) < 1e9 else 0
    if number == whole and (FIRST_YEAR <= whole <= LAST_YEAR or 194900 <= whole <= 210012 or whole >= 19490000):
        return read_date(str(whole), precision=precision)  # a date typed as digits into a number cell
    if whole < 1:
        raise _unreadable("date-unreadable", f"{number:g}")
    return _sane(from_serial(number), f"{number:g}")


def _build(parts: tuple[int, int | None, int | None], text: str, precision: Precision) -> date:
    year, month, day = parts
    if month is None and precision != "year":
        raise _unreadable("date-only-year", text)
    if day is None and precision == "day":
        raise _unreadable("date-day-missing", text)
    try:
        built = date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        raise _unreadable("date-impossible", text) from None
    return _sane(built, text)


def _sane(day: date, text: str) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise _unreadable("date-out-of-range", text)
    return day


def _reason(tidy: str) -> str:
    for pattern, key in (
        (_MISSING, "date-missing"),
        (_YEAR_LAST, "date-order"),
        (_SHORT_YEAR, "date-short-year"),
    ):
        if pattern.fullmatch(tidy):
            return key
    return "date-unreadable"


def _unreadable(key: str, text: str) -> Unreadable:
    return Unreadable(key, text=" ".join(text.split())[:40])
