"""The English grammar: hedge, currency, number in digits or words, scale, unit or noun."""

from __future__ import annotations

import re
from decimal import Decimal

from concentric.core.claims.english_excluded import exclude_english
from concentric.core.claims.intervals import Hedge, Interval, fraction, interval
from concentric.core.claims.numerals import (
    DIGITS,
    ENGLISH_SCALES,
    ENGLISH_SMALL,
    ENGLISH_TENS,
    Numeral,
    read_english_words,
)
from concentric.core.claims.reading import Change, Listed, NoClaim, Reading, Taken
from concentric.core.claims.units import (
    CURRENCIES_ENGLISH,
    CURRENCY_SIGNS,
    MEASURES_ENGLISH,
    PEOPLE_ENGLISH,
    PERSON_TIMES_ENGLISH,
    TIMES_ENGLISH,
    UnitClass,
)

_HEDGES: tuple[tuple[Hedge, str], ...] = (
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
_SMALL = "|".join(sorted((*ENGLISH_SMALL, *ENGLISH_TENS), key=len, reverse=True))
_BIG = "hundred|thousand|million|billion|trillion|dozen"
_WORDS = rf"(?:(?:{_SMALL}|an?(?=\s+(?:{_BIG})\b))(?:(?:[\s-]+|\s+and\s+)(?:{_SMALL}|{_BIG}))*|(?:an?\s+)(?:{_BIG})(?:\s+and\s+(?:{_SMALL}))?|(?:{_BIG})(?=\s+[a-z]))"
_SCALE = r"(?:hundred|thousand|million|billion|trillion|bn|mn|mln|tn|trn|m|k|b)"
_SIGN = "|".join(sorted((re.escape(one) for one in CURRENCY_SIGNS), key=len, reverse=True))
_CURRENCY = "|".join(sorted((re.escape(one) for one in CURRENCIES_ENGLISH), key=len, reverse=True))
_ONE = rf"(?:{DIGITS}(?:\s?-?(?i:{_SCALE})\b)?)"
_PATTERN = (
    rf"(?:(?P<pre>\b(?i:{'|'.join(pattern for _, pattern in _HEDGES)}))\s+(?:the\s+|a total of\s+|its\s+|another\s+)?)?"
    rf"(?P<core>(?P<sign>(?<![A-Za-z])(?:{_SIGN})\s?)?(?P<minus>(?<![\w\d])[-](?=\d))?"
    rf"(?:(?P<first>(?<![\w.,]){_ONE})(?P<unit1>%|\s(?:per cent|percent))?\s?(?:-|–|—|to|and)\s?(?:{_SIGN})?)?"
    rf"(?:(?<![\w.])(?P<digits>{DIGITS})(?:\s?-?(?P<scale>(?i:{_SCALE}))(?![a-zA-Z]))?|\b(?P<words>(?i:{_WORDS}))\b)"
    rf"(?P<plus>\+|[- ]?plus\b|-odd\b|-some\b)?"
    rf"(?P<unit>\s?%|\s?‰|[\s-](?:percentage[- ]points?|per[- ]cent(?:age points?)?|percent(?:age points?)?|pct|pc|pp)\b|[\s-]points\b|[\s-]?fold\b|\s?x\b|\s(?i:{_CURRENCY})\b)?)"
    rf"(?P<post>\s+or (?:more|above|over|so|thereabouts|less|fewer)|\s+and (?:above|more|over)|\s+plus\b)?"
)
_NUMBER = re.compile(_PATTERN)
_ALONE = re.compile(_PATTERN.replace("(?:(?P<first>", "(?:(?P<first>(?!)", 1))
"""The same without a range."""
_FRACTION = re.compile(
    r"(?P<pre>\b(?i:" + "|".join(pattern for _, pattern in _HEDGES) + r")\s+)?(?P<core>\b(?:"
    r"(?P<half>(?:(?<=[.!?] )half(?= (?:said|say|think|want|were|are|had|have|would|reported|told|of)\b)|(?:one[- ]|a )?half(?= of\b| the\b| its\b| their\b| those\b| all\b| to\b| more\b| less\b| as\b|[,.;]|$| were| was| have| had| are| is)))"
    r"|(?P<top>an?|one|two|three|four|five|six|seven|eight|nine)[- ](?P<over>thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)(?= of\b| the\b| to\b| more\b| less\b| fewer\b| higher\b| lower\b| on\b| in\b| are\b| is\b| bar\b| majority\b| threshold\b| vote\b|[,.;]|$| were| was| have| had)"
    r"|(?P<a>one|two|three|four|five|six|seven|eight|nine|(?<![\d.,])\d{1,2}) (?:in|out of)(?: every)? (?P<b>two|three|four|five|six|seven|eight|nine|ten|twenty|\d{1,3})(?! (?:the|January|February|March|April|June|July|August|September|October|November|December)\b)\b"
    r"|(?P<multiple>doubl(?:ed|ing)|trebl(?:ed|ing)|tripl(?:ed|ing)|quadrupl(?:ed|ing)|quintupl(?:ed|ing)|halved|twice(?= (?:as|the|that|its|last))|half(?= as)|two ?fold|twofold|threefold|fourfold|fivefold|tenfold)"
    r"|(?P<halfof>half an? (?:million|billion))(?: (?P<cur>" + _CURRENCY + r"))?"
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
_VAGUE = re.compile(
    rf"\b(?i:(?:several|many|some|a few|tens of|hundreds of|dozens of|scores of|few)\s+(?:dozens?|hundreds?|thousands?|millions?|billions?)|(?:dozens|scores|hundreds|thousands|millions|billions|tens)(?= of\b|\s(?:more|were|have|took|attended|came)))(?:\s+of\s+(?:dozens|hundreds|thousands|millions))*(?:\s+(?:of\s+)?(?:{_CURRENCY})\b)?"
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
_LENGTH = re.compile(
    r"\s?(?:[.,;:)]|$|\s(?:long|high|wide|deep|tall|away|from|below|above|of (?:road|pipe|track|fence|wall|path)))"
)
_OVER_A_PLACE = re.compile(
    r"(?i)\b(?:look(?:ed|s|ing)?|watch(?:ed|es|ing)?|presid\w+|hand(?:ed|s)?|t[ao]k\w*|turn(?:ed|s)?|rul\w+|swept|spread|stretch\w*)\s+$"
)
_OPENERS = frozenset(
    "in the of about over nearly some another all on at by from to only just under almost around our their its his her these those "
    "and but with for as january february march april may june july august september october november december".split()
)
_CUE = re.compile(
    r"(?i)(?:\b(?:to|reach(?:ed|ing|es)?|total(?:l?ed|l?ing|s)?|total of|number(?:ed|s|ing)?|stood at|stands at|was|were|is|are|of|at|came to|hit|from|count(?:ed)?|figure|sum of|and|by|against|versus|compared with|than|or|over|about|nearly|rose|fell|grew|up|down|all|another|total|remaining|other)|[:=(–—-]|\bonly|\bjust)\s*$"
)
_UP = re.compile(
    r"(?i)\b(?:up|r[oi]se[ns]?|rose|rising|grew|grow(?:th|n|ing|s)?|increas\w+|gain\w*|climb\w*|jump\w*|expand\w*|surg\w+|higher|improv\w+|added|more|advanc\w+|soar\w*)\b"
)
_DOWN = re.compile(
    r"(?i)\b(?:down|fell|fall\w*|declin\w+|decreas\w+|drop\w*|reduc\w+|lower\w*|cut\w*|shr[aiu]nk\w*|slip\w*|contract(?:ed|ing|ion)|shorten\w*|los[st]\w*|slump\w*|less|fewer)\b"
)
_SINCE = re.compile(
    r"(?i)year[- ]on[- ]year|year over year|on the (?:previous |last )?year|(?:than|from|over|against|compared with|on|since) (?:the )?(?:previous|prior|last|preceding) (?:year|period|quarter|month)|(?:than|from|over|compared with|on) (?:the )?(?:year before|year earlier|20\d\d)|a year (?:earlier|ago|before)|\byoy\b|y/y"
)
_TARGET = re.compile(
    r"(?i)\b(?:will|aims?|aiming|aimed|plans? to|planned to|planning|targets?|targeted|goal|hopes?|expects?|expected|intends?|seeks?|by (?:the end of )?20[2-9]\d|next year|in the coming|strives?|is to|are to|due to (?:open|start)|set to|ambition|forecast|projected|propos(?:es|ed) to|is expected|vow\w* to)\b"
)
_DONE = re.compile(r"(?i)\b(?:has|have|had|already|was|were|met|exceeded|surpassed|so far)\b")
_THRESHOLD = re.compile(
    r"(?i)\b(?:with|earning|whose|threshold|minimum|maximum|limit(?:ed)?|cap(?:ped)?|eligib\w+|require\w*|must|if|any\w*|each|every|ceiling|floor|starting at|costing|worth|valued|employing|having|must|qualif\w+)\b"
)


def read_text(text: str, taken: Taken) -> tuple[list[Reading], list[NoClaim]]:
    """Every numeral of an English text: what may be a claim, what isn't."""
    others, ages = exclude_english(text, taken)
    found = [Reading(a, b, None, None, "", "time", listed="age", whole=(a, b), lang="en") for a, b in ages]
    for match in _VAGUE.finditer(text):
        if not taken.touches(*match.span()):
            taken.take(*match.span())
            found.append(Reading(*match.span(), None, None, "", "count", listed="vague", whole=match.span(), lang="en"))
    for match in _FRACTION.finditer(text):
        if not taken.touches(*match.span("core")) and (said := _said(text, match)) is not None:
            found.append(said)
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


def _said(text: str, match: re.Match[str]) -> Reading | None:
    """half, two thirds, one in five, doubled: a share or a multiple in words."""
    start, end = match.span("core")
    hedge = _hedge(match["pre"] or "")
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
    listed = _listed(text, match.start(), match.end(), "", match["pre"] or "", unit_class)
    change: Change = "up" if unit_class == "multiple" else ""
    return Reading(start, end, value, span, unit, unit_class, hedge, False, listed, change, since, match.span(), "en")


def _hedge(pre: str, post: str = "", plus: str = "") -> Hedge:
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
    for hedge, pattern in _HEDGES:
        if pre and re.fullmatch(pattern, pre.strip().lower()):
            return hedge
    return ""


def _reading(text: str, match: re.Match[str]) -> Reading | NoClaim | None:
    start, end = match.span("core")
    words, digits = match["words"], match["digits"]
    sign = (match["sign"] or "").strip()
    unit = (match["unit"] or "").strip().strip("-").lower()
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
    word, unit_class, loose, tail = _unit(text, match, unit, sign, numeral)
    if not unit_class:
        return NoClaim(start, end, word or "bare")
    end = max(end, tail)
    value = -numeral.value if match["minus"] else numeral.value
    hedge = _hedge(match["pre"] or "", match["post"] or "", (match["plus"] or "").lower())
    if (
        hedge == "over"
        and match["pre"]
        and match["pre"].lower() == "over"
        and _OVER_A_PLACE.search(text[max(0, match.start() - 20) : match.start()])
    ):
        hedge = ""
    change, since = _change(text, match.start(), end, unit_class)
    listed = _listed(text, match.start(), end, match["post"] or "", match["pre"] or "", unit_class)
    shown = Numeral(value, numeral.decimals, numeral.scale, numeral.mixed)
    span = interval(shown, hedge, unit_class)
    if match["first"]:
        low = _first(match["first"], numeral.scale, digits)
        if low is not None and low < value:
            value, span, hedge = low, Interval(low, value), "range"
    whole = (match.start(), max(end, match.end()))
    hyphen = bool(digits) and re.match(r"-[a-z]", text[end : end + 2]) is not None
    return Reading(
        start, end, value, span, word, unit_class, hedge, loose, listed, change, since, whole, "en", passing=hyphen
    )  # fmt: skip


def _passing_one(text: str, start: int, end: int) -> Reading | NoClaim:
    """one clinic: mostly an article; a claim only where a figure says just that."""
    phrase = _phrase(text[end : end + 40])
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
                for one in ("trillion", "billion", "million", "thousand")
                if re.search(rf"{one}$", spoken)
            ),
            1,
        )
        return Numeral(value, 0, scale)
    value = Decimal(match["digits"].replace(",", ""))
    decimals = len(match["digits"].partition(".")[2])
    name = (match["scale"] or "").lower()
    scale = ENGLISH_SCALES.get(name, 1)
    if name == "m" and not match["sign"] and not unit and _LENGTH.match(text, match.end("core")):
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
    return value * (own or (scale if value < Decimal(digits.replace(",", "")) else 1))


def _list_follows(text: str, end: int) -> bool:
    """Whether "one research base and four education bases" goes on counting."""
    return bool(
        re.match(rf"\s+[a-z]+(?:\s+[a-z]+){{0,3}}(?:,|\s+and)\s+(?:{_SMALL}|\d+)\s+[a-z]", text[end : end + 70])
    )


def _unit(
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
    phrase = _phrase(after)
    if phrase and phrase[0].lower() == "times":
        if re.match(r"\s?times\s+(?:as|more|the|higher|larger|that|its|last|over|greater|what)\b", after):
            return "x", "multiple", False, end + 6
        return "times", "count", True, end
    if name == "m" and _LENGTH.match(text, end):
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
    if _UP.search(before) or _DOWN.search(before):
        return "pp", "points", True, end
    return "points", "count", True, end


def _phrase(after: str) -> list[str]:
    """The words that may name what is counted: up to five, until a word that can't belong to a noun."""
    words: list[str] = []
    at = 0
    while len(words) < 5 and (found := _NOUN.match(after, at)):
        word = found[1]
        if word.lower() in _STOP or (words and (word.lower() in _VERBS or (word.endswith("ed") and len(word) > 4))):
            break
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
        (word for word in lowered if word.endswith("s") and not word.endswith(("ss", "'s", "ous", "us"))), lowered[-1]
    )
    if (
        match["words"]
        and numeral.value <= 10
        and not any(word.endswith("s") for word in lowered)
        and head not in ("people", "staff", "children", "women", "men")
    ):
        return "idiom", None, False, end
    return head, "count", True, end


def _change(text: str, start: int, end: int, unit_class: UnitClass) -> tuple[Change, bool]:
    clause = re.split(r"[.;]\s|,\s", text[max(0, start - 60) : start])[-1]
    since = bool(_SINCE.search(text[max(0, start - 60) : end + 60]))
    if unit_class not in ("percent", "points", "multiple", "time"):
        return "", since
    after = text[end : end + 25]
    if re.match(r"\s*(?:more|higher|increase|rise|growth|up)\b", after):
        return "up", since
    if re.match(r"\s*(?:less|lower|fewer|decrease|decline|drop|fall|down|cut|reduction)\b", after):
        return "down", since
    if re.search(r"(?i)\b(?:to|at|of|was|were|is|stood at|reached|from|accounted for)\s*$", clause) and not re.search(
        r"(?i)\b(?:increase|rise|growth|gain|decline|drop|fall|decrease|cut|reduction)\s+of\s*$", clause
    ):
        return "", since
    near = " ".join(clause.split()[-6:])
    ups = [found.end() for found in _UP.finditer(near)]
    downs = [found.end() for found in _DOWN.finditer(near)]
    if downs and (not ups or downs[-1] > ups[-1]):
        return "down", since
    return ("up" if ups else ""), since


def _listed(text: str, start: int, end: int, post: str, pre: str, unit_class: UnitClass) -> Listed:
    sentence = re.split(r"(?<=[.!?])\s+(?=[A-Z“\"])", text[max(0, start - 160) : start])[-1]
    clause = re.split(r"[,;:]\s|\s(?:and|but|while)\s", sentence)[-1]
    after = text[end : end + 40]
    bound = re.search(r"or (?:more|above|over|less|fewer)|and (?:above|over|more)", post) or pre.strip().lower() in (
        "at least", "no more than", "up to", "at most", "no less than", "no fewer than")  # fmt: skip
    if (
        bound
        and unit_class in ("money", "measure", "percent", "time", "people", "count")
        and _THRESHOLD.search(" ".join(clause.split()[-7:]))
    ):
        return "threshold"
    if re.search(
        r"(?i)\b(?:within|standard asks for|asks? for|require[sd]?|calls? for|no further than)\s+(?:at least\s+|about\s+)?$",
        text[max(0, start - 30) : start],
    ) and unit_class in ("measure", "time", "money", "percent"):
        return "threshold"
    if (
        unit_class == "people"
        and re.search(r"(?i)\b(?:with|employing)\s*$", clause)
        and pre
        and re.match(r"\s+(?:staff|employees|workers|people|members)?\s*(?:can|may|must|are eligible|qualif)", after)
    ):
        return "threshold"
    if re.match(r"\s?(?:majority|bar|threshold|supermajority|quorum)\b", after):
        return "threshold"
    if re.search(r"(?i)\b(?:threshold|minimum|maximum|ceiling|limit|cap) (?:of|is|was|at|to)\s*$", clause):
        return "threshold"
    if _TARGET.search(clause) and not _DONE.search(clause) and not re.match(r"\s+(?:have|has|had) been\b", after):
        return "target"
    if _TARGET.search(sentence) and not re.search(
        r"(?i)\b(?:has|have|had|was|were|did|rose|fell|grew|reached|helped|signed)\b", sentence + after[:20]
    ):
        return "target"
    if re.match(r"(?:\s+\w+){0,6}\s+(?:by (?:the end of )?20[2-9]\d|next year)\b", after) and not _DONE.search(clause):
        return "target"
    return ""
