"""The English grammar: hedge, currency, number in digits or words, scale, unit or noun."""

from __future__ import annotations

import re
from decimal import Decimal

from concentric.core.claims.english_context import change_of, listed_of
from concentric.core.claims.english_excluded import exclude_english
from concentric.core.claims.english_said import CURRENCY_WORDS, HEDGES, SAID, hedge_of, said
from concentric.core.claims.english_units import LENGTH, phrase_after, unit_of
from concentric.core.claims.intervals import Interval, interval
from concentric.core.claims.numerals import (
    DIGITS,
    ENGLISH_SCALES,
    ENGLISH_SMALL,
    ENGLISH_TENS,
    LONGEST,
    Numeral,
    read_english_words,
)
from concentric.core.claims.reading import NoClaim, Reading, Taken
from concentric.core.claims.units import (
    CURRENCY_SIGNS,
    PEOPLE_ENGLISH,
    UnitClass,
)

_SMALL = "|".join(sorted((*ENGLISH_SMALL, *ENGLISH_TENS), key=len, reverse=True))
_BIG = "hundred|thousand|million|billion|trillion|lakh|crore|dozen"
_WORDS = rf"(?:(?:{_SMALL}|an?(?=\s+(?:{_BIG})\b))(?:(?:[\s-]+|\s+and\s+)(?:{_SMALL}|{_BIG}))*|(?:an?\s+)(?:{_BIG})(?:\s+and\s+(?:{_SMALL}))?|(?:{_BIG})(?=\s+[a-z]))"
_SCALE = r"(?:hundred|thousand|million|billion|trillion|lakh crores?|lakhs?|lacs?|crores?|cr|bn|mn|mln|tn|trn|m|k|b)"
_SIGN = "|".join(sorted((re.escape(one) for one in CURRENCY_SIGNS), key=len, reverse=True))
_ONE = rf"(?:{DIGITS}(?:\s?-?(?i:{_SCALE})\b)?)"
_PATTERN = (
    rf"(?:(?P<pre>\b(?i:{'|'.join(pattern for _, pattern in HEDGES)}))\s+(?:the\s+|a total of\s+|its\s+|another\s+)?)?"
    rf"(?P<core>(?P<sign>(?<![A-Za-z])(?:{_SIGN})\s?)?(?P<minus>(?<![\w\d])[-](?=\d))?"
    rf"(?:(?P<first>(?<![\w.,]){_ONE})(?P<unit1>%|\s(?:per cent|percent))?\s?(?:-|–|—|to|and)\s?(?:{_SIGN})?)?"
    rf"(?:(?<![\w.])(?P<digits>{DIGITS})(?:\s?-?(?P<scale>(?i:{_SCALE}))(?![a-zA-Z]))?|\b(?P<words>(?i:{_WORDS}))\b)"
    rf"(?P<plus>\+|[- ]?plus\b|-odd\b|-some\b)?"
    rf"(?P<unit>\s?%|\s?‰|[\s-](?:percentage[- ]points?|per[- ]cent(?:age points?)?|percent(?:age points?)?|pct|pc|pp)\b|[\s-]points\b|[\s-]?fold\b|\s?x\b|\s(?i:{CURRENCY_WORDS})\b)?)"
    rf"(?P<post>\s+or (?:more|above|over|so|thereabouts|less|fewer)|\s+and (?:above|more|over)|\s+plus\b)?"
)
_NUMBER = re.compile(_PATTERN)
_ALONE = re.compile(_PATTERN.replace("(?:(?P<first>", "(?:(?P<first>(?!)", 1))
"""The same without a range."""
_VAGUE = re.compile(
    rf"\b(?i:(?:several|many|some|a few|a couple of|tens of|hundreds of|dozens of|scores of|few)\s+(?:dozens?|hundreds?|thousands?|millions?|billions?)|(?:dozens|scores|hundreds|thousands|millions|billions|tens)(?= of\b|\s(?:more|were|have|took|attended|came)))(?:\s+of\s+(?:dozens|hundreds|thousands|millions))*(?:\s+(?:of\s+)?(?:{CURRENCY_WORDS})\b)?"
)
_OVER_A_PLACE = re.compile(
    r"(?i)\b(?:look(?:ed|s|ing)?|watch(?:ed|es|ing)?|presid\w+|hand(?:ed|s)?|t[ao]k\w*|turn(?:ed|s)?|rul\w+|swept|spread|stretch\w*)\s+$"
)


def read_text(text: str, taken: Taken) -> tuple[list[Reading], list[NoClaim]]:
    """Every numeral of an English text: what may be a claim, what isn't."""
    others, ages = exclude_english(text, taken)
    found = [Reading(a, b, None, None, "", "time", listed="age", whole=(a, b), lang="en") for a, b in ages]
    for match in _VAGUE.finditer(text):
        if not taken.touches(*match.span()):
            taken.take(*match.span())
            found.append(Reading(*match.span(), None, None, "", "count", listed="vague", whole=match.span(), lang="en"))
    for match in SAID.finditer(text):
        if not taken.touches(*match.span("core")) and (spoken := said(text, match)) is not None:
            found.append(spoken)
            taken.take(*match.span("core"))
    at = 0
    while (following := _NUMBER.search(text, at)) is not None:
        match = following
        at = match.end("core")
        start, end = match.span("core")
        if match["first"] and (taken.touches(*match.span("first")) or not _is_range(text, match)):
            alone = _ALONE.search(text, match.start())
            match = alone or match
            start, end = match.span("core")
            at = end
        if taken.touches(start, end):
            continue
        reading = _reading(text, match)
        if isinstance(reading, Reading):
            found.append(reading)
            taken.take(reading.start, reading.end)
            at = max(at, reading.end)
        elif isinstance(reading, NoClaim):
            others.append(reading)
            taken.take(reading.start, reading.end)
    return sorted(found, key=lambda one: one.start), sorted(others, key=lambda one: one.start)


def _is_range(text: str, match: re.Match[str]) -> bool:
    """20 to 30 villages is a range; "rose from 87 to 102" and "120 chambers and 126" are two claims."""
    joint = text[match.end("first") : match.start("digits") if match["digits"] else match.start("words")]
    before = text[max(0, match.start("core") - 40) : match.start("core")].lower()
    if match["words"] or not match["digits"]:
        return False
    if match["unit1"] and not (match["unit"] or "").strip(" -").lower().startswith(("%", "per")):
        return False  # jumped 31.5% to $84m
    if "and" in joint:
        return bool(re.search(r"\bbetween\s+$", before))
    if "to" in joint:
        return not re.search(r"\b(?:from|by)\s+(?:\S+\s+)?$", before)
    return True


def _reading(text: str, match: re.Match[str]) -> Reading | NoClaim | None:
    start, end = match.span("core")
    words, digits = match["words"], match["digits"]
    sign = (match["sign"] or "").strip()
    unit = (match["unit"] or "").strip().strip("-").lower()
    if len(digits or "") > LONGEST:
        return NoClaim(start, end, "code")
    numeral = _numeral(text, match, unit)
    if numeral is None:
        return None
    if words and words.lower() == "one" and not (unit or match["pre"] or _list_follows(text, end)):
        return _passing_one(text, start, end)
    if (
        words
        and words.lower() in ("two", "a hundred")
        and re.search(r"(?i)\b(?:the|these|those|other)\s+$", text[max(0, start - 8) : start])
    ):
        return NoClaim(start, end, "article")
    word, unit_class, loose, tail = unit_of(text, match, unit, sign, numeral)
    if not unit_class:
        return NoClaim(start, end, word or "bare")
    end = max(end, tail)
    value = -numeral.value if match["minus"] else numeral.value
    hedge = hedge_of(match["pre"] or "", match["post"] or "", (match["plus"] or "").lower())
    if (
        hedge == "over"
        and match["pre"]
        and match["pre"].lower() == "over"
        and _OVER_A_PLACE.search(text[max(0, match.start() - 20) : match.start()])
    ):
        hedge = ""
    change, since = change_of(text, match.start(), end, unit_class)
    listed = listed_of(text, match.start(), end, match["post"] or "", match["pre"] or "", unit_class)
    shown = Numeral(value, numeral.decimals, numeral.scale, numeral.mixed)
    span = interval(shown, hedge, unit_class)
    if match["first"]:
        low = _first(match["first"], numeral.scale, digits)
        if low is not None and low > value and "-" in text[match.end("first") : match.start("digits")]:
            return NoClaim(start, end, "code")  # 310-112 is a vote
        if low is not None and low < value:
            value, span, hedge = low, Interval(low, value), "range"
    whole = (match.start(), max(end, match.end()))
    hyphen = bool(digits) and re.match(r"-[a-z]", text[end : end + 2]) is not None
    return Reading(
        start, end, value, span, word, unit_class, hedge, loose, listed, change, since, whole, "en", passing=hyphen
    )  # fmt: skip


def _passing_one(text: str, start: int, end: int) -> Reading | NoClaim:
    """one clinic: mostly an article; a claim only where a figure says just that."""
    phrase = phrase_after(text[end : end + 40])
    if not phrase or phrase[0].lower() in ("or", "day", "time", "way", "thing"):
        return NoClaim(start, end, "article")
    value = Decimal(1)
    unit_class: UnitClass = "people" if phrase[0].lower() in PEOPLE_ENGLISH else "count"
    return Reading(
        start,
        end,
        value,
        Interval(value, value),
        phrase[0].lower(),
        unit_class,
        loose=True,
        passing=True,
        whole=(start, end),
        lang="en",
    )


def _numeral(text: str, match: re.Match[str], unit: str) -> Numeral | None:
    if match["words"]:
        value = read_english_words(match["words"])
        if value is None:
            return None
        spoken = match["words"].lower()
        scale = next(
            (
                ENGLISH_SCALES[one]
                for one in ("trillion", "billion", "million", "thousand", "crore", "lakh")
                if re.search(rf"{one}$", spoken)
            ),
            1,
        )
        return Numeral(value, 0, scale)
    value = Decimal(match["digits"].replace(",", ""))
    decimals = len(match["digits"].partition(".")[2])
    name = (match["scale"] or "").lower()
    scale = ENGLISH_SCALES.get(name, 1)
    if name == "m" and not match["sign"] and not unit and LENGTH.match(text, match.end("core")):
        return Numeral(value, decimals)
    if name == "hundred":
        return Numeral(value * 100, 0, 1)
    return Numeral(value * scale, decimals, scale)


def _first(token: str, scale: int, digits: str | None) -> Decimal | None:
    found = re.match(rf"({DIGITS})\s?-?([A-Za-z]*)", token)
    if found is None or digits is None:
        return None
    value = Decimal(found[1].replace(",", ""))
    own = ENGLISH_SCALES.get(found[2].lower(), 0)
    last = Decimal(digits.replace(",", ""))
    if not own and scale == 1 and digits.endswith(",000") and value < last / 1000:
        return value * 1000  # 4-5,000
    return value * (own or (scale if value < last else 1))


def _list_follows(text: str, end: int) -> bool:
    """Whether "one research base and four education bases" goes on counting."""
    return bool(
        re.match(rf"\s+[a-z]+(?:\s+[a-z]+){{0,3}}(?:,|\s+and)\s+(?:{_SMALL}|\d+)\s+[a-z]", text[end : end + 70])
    )
