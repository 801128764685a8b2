"""What an English number counts: its unit, or the noun that follows, and the class of either."""

from __future__ import annotations

import re

from concentric.core.claims.english_context import FALLS, RISES
from concentric.core.claims.numerals import Numeral
from concentric.core.claims.units import (
    CURRENCIES_ENGLISH,
    CURRENCY_SIGNS,
    MEASURES_ENGLISH,
    PEOPLE_ENGLISH,
    PERSON_TIMES_ENGLISH,
    TIMES_ENGLISH,
    UnitClass,
)

_STOP = frozenset(
    "in of for to from by with at on and or but who that which were was are is be been have has had will would can could did do "
    "does the a an this these those their its his her our as than into onto over under about after before during since until "
    "while when where if so because through across among between per via against within without near up down out off not "
    "also then it they we he she i you each both last next now still already only even nor yet such said says".split()
)
_VERBS = frozenset(
    "received got gave found took attended joined completed opened built started finished signed paid made came went held set "
    "helped visited trained pledged raised agreed paired installed planted delivered repaired reached rose fell grew cut ran won "
    "lost left saw used spent kept brought sent met began became remain remained took".split()
)
_NOUN = re.compile(r"\s?-?([A-Za-z][A-Za-z'’.-]*[A-Za-z]|[A-Za-z])")
_POINTS_APART = re.compile(r"\s(?:below|above|lower|higher|up|down|more|less|ahead|behind|better|worse)\b")
_OF_A_COIN = re.compile(
    r"\s?(?:cents?|¢|pence|p|fen)\s+(?:in|of|out of|from)\s+(?:the|every|each)\s+(?:dollar|pound|euro|yuan)\b",
    re.IGNORECASE,
)
"""12 cents in the dollar is 12 per cent."""
_MORE_TO_COME = re.compile(r"(?:\s*,\s*(?:and\s+)?[\d.,]{0,20}\d|\s+and\s+[\d.,]{0,20}\d){0,16},?\s+respectively\b")
LENGTH = re.compile(
    r"\s?(?:[.,;:)]|$|\s(?:long|high|wide|deep|tall|away|from|below|above|of (?:road|pipe|track|fence|wall|path)))"
)
_OPENERS = frozenset(
    "in the of about over nearly some another all on at by from to only just under almost around our their its his her these those "
    "and but with for as january february march april may june july august september october november december".split()
)
_CUE = re.compile(
    r"(?i)(?:\b(?:to|reach(?:ed|ing|es)?|total(?:l?ed|l?ing|s)?|total of|number(?:ed|s|ing)?|(?:has|have|had)(?=\s*$)|stood at|stands at|was|were|is|are|of|at|came to|hit|from|count(?:ed)?|figure|sum of|and|by|against|versus|compared with|than|or|over|about|nearly|rose|fell|grew|up|down|all|another|total|remaining|other)|[:=(–—-]|\bonly|\bjust)\s*$"
)


def unit_of(
    text: str, match: re.Match[str], unit: str, sign: str, numeral: Numeral
) -> tuple[str, UnitClass | None, bool, int]:
    """The unit's word and class, whether the class is a guess, and where the words that belong to it end."""
    end = match.end("core")
    name = (match["scale"] or "").lower()
    if sign:
        code = CURRENCY_SIGNS[sign]
        return code, "money", False, end
    if unit in ("pounds", "pound") and re.match(r"\s+of\s+(?!the|which|this|it)", text[end : end + 8]):
        return "pounds", "measure", False, end
    if unit in CURRENCIES_ENGLISH:
        return CURRENCIES_ENGLISH[unit], "money", False, end
    if "point" in unit or unit == "pp":
        return ("pp", "points", False, end) if unit != "points" else _points(text, match, end)
    if unit in ("%", "pct", "pc") or unit.startswith("per"):
        return "%", "percent", False, end
    if unit == "‰":
        return "‰", "percent", True, end
    if unit in ("fold", "x"):
        return "x", "multiple", False, end
    after = text[end : end + 60]
    if part := _OF_A_COIN.match(after):
        return "%", "percent", False, end + part.end()
    phrase = phrase_after(after)
    if phrase and phrase[0].lower() == "times":
        if re.match(r"\s?times\s+(?:as|more|the|higher|larger|that|its|last|over|greater|what)\b", after):
            return "x", "multiple", False, end + 6
        return "times", "count", True, end
    if name == "m" and LENGTH.match(text, end):
        return "m", "measure", False, end
    if name == "b":
        return "code", None, False, end
    first = phrase[0].lower() if phrase else ""
    for words in (2, 1):
        start = " ".join(phrase[:words]).lower()
        if start in MEASURES_ENGLISH or start in (
            "square metres",
            "square meters",
            "square kilometres",
            "square kilometers",
            "square miles",
            "square feet",
            "cubic metres",
            "cubic meters",
        ):
            return start, "measure", False, end + len(start) + 1
    if first in TIMES_ENGLISH or " ".join(phrase[:2]).lower() in ("working days", "business days"):
        return first, "time", False, end + len(first) + 1
    if not phrase:
        return _bare(text, match, numeral, end)
    return _noun(text, match, phrase, numeral, end)


def _points(text: str, match: re.Match[str], end: int) -> tuple[str, UnitClass | None, bool, int]:
    """12 points: of a percentage, when something rose or fell by them; else a score."""
    before = text[max(0, match.start() - 30) : match.start()]
    if (
        RISES.search(before)
        or FALLS.search(before)
        or _POINTS_APART.match(text, end)
        or re.search(r"\d%[^.]{0,12}$", before)
    ):
        return "pp", "points", True, end
    return "points", "count", True, end


def phrase_after(after: str) -> list[str]:
    """The words that may name what is counted: up to five, until a word that can't belong to a noun."""
    words: list[str] = []
    at = 0
    while len(words) < 5 and (found := _NOUN.match(after, at)):
        word = found[1]
        told = word.lower() in _VERBS or (word.endswith("ed") and len(word) > 4)
        if word.lower() in _STOP or (words and told and not words[-1].endswith("ly")):
            break  # eight jointly built parks: what an adverb opens belongs to the noun
        words.append(word)
        at = found.end()
        if not after[at : at + 1].isspace() and after[at : at + 1] != "-":
            break
    return words


def _bare(text: str, match: re.Match[str], numeral: Numeral, end: int) -> tuple[str, UnitClass | None, bool, int]:
    """Without a noun a number counts when it is long, scaled, hedged, or stands where a total stands."""
    before = text[max(0, match.start() - 30) : match.start()]
    written = "," in (match["digits"] or "") or numeral.scale > 1 or match["pre"]
    if re.match(
        r"\s*(?:of (?:the|them|these|those|which|whom|its|all)|in all|in total|altogether|overall|more|\)|were|was|have|had|are|did|signed|got)\b",
        text[end : end + 20],
    ):
        return "", "count", True, end
    if _MORE_TO_COME.match(text, end):
        return "", "count", True, end
    share = re.match(r"\s+(?:out )?of (?:the |its |all |our |their )?\d", text[end : end + 20])
    listed = share or (
        re.search(r"(?:,|\band|\bwith|:)\s*$", before) and re.match(r"\s+in (?:the )?[A-Z]", text[end : end + 12])
    )
    if written or listed or (_CUE.search(before) and numeral.value >= 2):
        return "", "count", True, end
    return "bare", None, False, end


def _noun(
    text: str, match: re.Match[str], phrase: list[str], numeral: Numeral, end: int
) -> tuple[str, UnitClass | None, bool, int]:
    lowered = [word.lower().replace("’", "'") for word in phrase]
    if (
        match["digits"]
        and phrase[0][0].isupper()
        and len(match["digits"]) <= 3
        and numeral.scale == 1
        and lowered[0] not in PEOPLE_ENGLISH
    ):
        capitals = sum(word[0].isupper() for word in phrase)
        if capitals == len(phrase) and not phrase[-1].lower().endswith("s"):
            return "name", None, False, end
    named = re.search(r"(?<![.!?:]\s)(?<!^)(?<!\n)\b([A-Z][a-z]+)\s$", text[max(0, match.start() - 20) : match.start()])
    if (
        named
        and match["digits"]
        and not match["pre"]
        and len(match["digits"]) <= 4
        and "," not in match["digits"]
        and numeral.scale == 1
        and named[1].lower() not in _OPENERS
        and re.search(r"[a-z,]\s[A-Z][a-z]+\s$", text[max(0, match.start() - 24) : match.start()])
        and not re.match(r"\s[a-z]+s\b", text[end : end + 20])
    ):
        return "name", None, False, end
    for n, word in enumerate(lowered):
        if word in PERSON_TIMES_ENGLISH:
            return word, "person_times", True, end
        if word == "visits" and n == 0:
            return word, "count", True, end
        if word in PEOPLE_ENGLISH and (n == len(lowered) - 1 or not lowered[n + 1].endswith("s")):
            return word, "people", True, end
    head = next(
        (word for word in lowered if word.endswith("s") and not word.endswith(("ss", "'s", "ous", "us", "is"))),
        lowered[-1],
    )
    if (
        match["words"]
        and numeral.value <= 10
        and not any(word.endswith("s") for word in lowered)
        and head not in ("people", "staff", "children", "women", "men")
    ):
        return "idiom", None, False, end
    return head, "count", True, end
