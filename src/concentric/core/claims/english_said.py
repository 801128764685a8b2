"""English hedges, and values without a numeral: half, two thirds, one in five, doubled."""

from __future__ import annotations

import re
from decimal import Decimal

from concentric.core.claims.english_context import listed_of
from concentric.core.claims.intervals import Hedge, Interval, fraction, interval
from concentric.core.claims.numerals import Numeral, read_english_words
from concentric.core.claims.reading import Change, Reading
from concentric.core.claims.units import CURRENCIES_ENGLISH, PEOPLE_ENGLISH, UnitClass

HEDGES: tuple[tuple[Hedge, str], ...] = (
    (
        "over",
        r"(?:well |just |slightly |little |far |a little |comfortably )?(?:more than|over|above|upwards? of|in excess of|exceed(?:ed|ing|s)?|surpass(?:ed|ing|es)?|topp?(?:ed|ing|s)|at least|no fewer than|no less than|not less than|not fewer than|north of|beyond|passed|greater than|as (?:many|much) as)",
    ),
    (
        "near",
        r"(?:just |slightly |a little |well )?(?:nearly|almost|close to|under|fewer than|less than|below|approaching|short of|not quite|nearing|no more than|up to|at most)",
    ),
    (
        "about",
        r"(?:about|around|roughly|approximately|approx\.?|some|circa|c\.|ca\.|~|an estimated|in the region of|on the order of|estimated at|somewhere near|more or less)",
    ),
)
CURRENCY_WORDS = "|".join(sorted((re.escape(one) for one in CURRENCIES_ENGLISH), key=len, reverse=True))
SAID = re.compile(
    r"(?P<pre>\b(?i:" + "|".join(pattern for _, pattern in HEDGES) + r")\s+)?(?P<core>\b(?:"
    r"(?P<half>(?:(?<=[.!?] )half(?= (?:said|say|think|want|were|are|had|have|would|reported|told|of)\b)|(?:one[- ]|a )?half(?= of\b| the\b| its\b| their\b| those\b| all\b| to\b| more\b| less\b| as\b|[,.;]|$| were| was| have| had| are| is)))"
    r"|(?P<top>an?|one|two|three|four|five|six|seven|eight|nine)[- ](?P<over>thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)(?= of\b(?! a (?:percentage )?point)| the\b| to\b| more\b| less\b| fewer\b| higher\b| lower\b| on\b| in\b| are\b| is\b| bar\b| majority\b| threshold\b| vote\b|[,.;]| \(|$| were| was| have| had)"
    r"|(?P<a>one|two|three|four|five|six|seven|eight|nine|(?<![\d.,])\d{1,2}) (?:in|out of)(?: every)? (?P<b>two|three|four|five|six|seven|eight|nine|ten|twenty|\d{1,3})(?! (?:the|January|February|March|April|June|July|August|September|October|November|December)\b)\b"
    r"|(?P<multiple>doubl(?:ed|ing)|trebl(?:ed|ing)|tripl(?:ed|ing)|quadrupl(?:ed|ing)|quintupl(?:ed|ing)|halved|twice(?= (?:as|the|that|its|last))|half(?= as)|two ?fold|twofold|threefold|fourfold|fivefold|tenfold)"
    r"|(?P<halfof>half an? (?:million|billion|dozen))(?: (?P<cur>" + CURRENCY_WORDS + r"))?"
    r"|(?P<all>full coverage|fully covered|universal coverage)))",
    re.IGNORECASE,
)
_MULTIPLES = {
    "doubl": 2,
    "tripl": 3,
    "trebl": 3,
    "quadr": 4,
    "quint": 5,
    "twice": 2,
    "twofo": 2,
    "two f": 2,
    "three": 3,
    "fourf": 4,
    "fivef": 5,
    "tenfo": 10,
}
_OVERS = {"third": 3, "quart": 4, "fifth": 5, "sixth": 6, "seven": 7, "eight": 8, "ninth": 9, "tenth": 10}


def said(text: str, match: re.Match[str]) -> Reading | None:
    """half, two thirds, one in five, doubled: a share or a multiple in words."""
    start, end = match.span("core")
    hedge = hedge_of(match["pre"] or "")
    unit_class: UnitClass = "percent"
    unit, since = "%", False
    if match["multiple"]:
        if match["multiple"].lower() == "half":
            return None
        if match["multiple"].lower() == "halved":
            value = Decimal("0.5")
        else:
            value = Decimal(_MULTIPLES[match["multiple"].lower()[:5]])
        unit, unit_class, since = "x", "multiple", True
    elif match["halfof"]:
        if "dozen" in match["halfof"].lower():
            return _half_a_dozen(text, match, hedge)
        value = Decimal(500_000 if "million" in match["halfof"].lower() else 500_000_000)
        unit_class = "money" if match["cur"] else "count"
        unit = CURRENCIES_ENGLISH.get((match["cur"] or "").lower(), "")
        return Reading(
            start,
            end,
            value,
            interval(Numeral(value), hedge or "about", unit_class),
            unit,
            unit_class,
            hedge or "about",
            not match["cur"],
            whole=match.span(),
            lang="en",
        )
    elif match["half"]:
        value = Decimal(50)
    elif match["all"]:
        hundred = Decimal(100)
        return Reading(
            start, end, hundred, Interval(hundred, hundred), "%", "percent", "all", whole=match.span(), lang="en"
        )
    elif match["over"]:
        top = read_english_words(match["top"]) if match["top"] not in ("a", "an") else Decimal(1)
        value = (top or Decimal(1)) * 100 / _OVERS[match["over"].lower()[:5]]
    else:
        one, other = (
            Decimal(side) if side.isdigit() else read_english_words(side) or Decimal(1)
            for side in (match["a"], match["b"])
        )
        if one >= other:
            return None
        value = one * 100 / other
    if hedge in ("over", "near"):
        span = interval(Numeral(value), hedge, unit_class)
    else:
        hedge, span = "about", fraction(value, unit_class)
    listed = listed_of(text, match.start(), match.end(), "", match["pre"] or "", unit_class)
    change: Change = "up" if unit_class == "multiple" else ""
    return Reading(start, end, value, span, unit, unit_class, hedge, False, listed, change, since, match.span(), "en")


def _half_a_dozen(text: str, match: re.Match[str], hedge: Hedge) -> Reading:
    noun = re.match(r"\s+([a-z]+)", text[match.end("core") : match.end("core") + 30])
    unit = noun[1] if noun else ""
    six = Numeral(Decimal(6))
    unit_class: UnitClass = "people" if unit in PEOPLE_ENGLISH else "count"
    span = interval(six, hedge, unit_class)
    return Reading(*match.span("core"), six.value, span, unit, unit_class, hedge, True, whole=match.span(), lang="en")


def hedge_of(pre: str, post: str = "", plus: str = "") -> Hedge:
    if post.strip() in ("or more", "or above", "or over", "and above", "and more", "and over", "plus") or plus in (
        "+",
        "-plus",
        " plus",
        "plus",
    ):
        return "over"
    if post.strip() in ("or so", "or thereabouts") or plus in ("-odd", "-some"):
        return "about"
    if post.strip() in ("or less", "or fewer"):
        return "near"
    for hedge, pattern in HEDGES:
        if pre and re.fullmatch(pattern, pre.strip().lower()):
            return hedge
    return ""
