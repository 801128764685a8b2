"""Words beside a claim that narrow or widen what it speaks of: another place, the whole country, somebody's own case."""

from __future__ import annotations

import re

from concentric.core.claims.catalogue import Figure
from concentric.core.claims.cleaning import folded
from concentric.core.claims.reading import Reading
from concentric.core.claims.surroundings import FARTHEST

_PLACE = re.compile(
    r"(?:(?<=[，、。；：\s\x00和与及（(在中])|^)(?!全|本|我|各|该|县|区|镇|乡|市|村|每|这|此|两|三|多|示范|贫困|脱贫|重点|城|社|校|园|景|地|山|农|行政|自然)([\u4e00-\u9fff]{1,4}?(?:自治县|县|区|镇|乡|市|街道|州|旗|省))(?![长委府级内里外直民场人社域政区])"
)
_NO_PLACE = re.compile(
    r"[全各本我该每年月建成设在为和与是的个新现有去今昨]|[社园景校厂地山灾小城市辖学库牧林矿新老片]区$"
)
_PLACE_ENGLISH = re.compile(
    r"\bin (?:the )?((?:[A-Z][a-z']+ )*?[A-Z][a-z']+) (County|District|Town|Township|Village|Ward|Parish|Borough)\b"
)
_SCOPE = re.compile(
    r"全国|全球|世界|国内|外省|邻县|邻市|邻省|外县|外市|周边|兄弟|平均水平|nationwide|nationally|national average|worldwide|globally|across the country|neighbou?ring|elsewhere|statewide",
    re.IGNORECASE,
)
_OWN_CASE = re.compile(
    r"有的|某|(?<!第)一[家户名位个](?=[\u4e00-\u9fff])|每[人户亩家名个]|户均|人均|平均每|他家|她家|我家"
)
_EACH_ENGLISH = re.compile(
    r"^[^.,;]{0,14}\b(?:each|apiece|a head|per (?:person|head|household|family|day|hour|week|month|year)|a (?:day|week|month|night|head))\b",
    re.IGNORECASE,
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_AS_OF = re.compile(
    r"截[至止](?:到)?\s?(?:(?P<year>20\d\d)\s?年)?\s?(?P<month>\d{1,2})\s?月|(?i:\b(?:as of|by|at) (?:the end of |late |mid-|\d{1,2} )?"
    r"(?P<name>(?:jan|febr)uary|march|april|may|june|july|august|(?:sept|octo|novem|decem)ber)(?: \d{1,2})?,? (?P<year2>20\d\d))"
)
_HIGHER = re.compile(r"(?:高于|低于|超过|领先|优于|above|below|higher than|lower than)[^，。]{0,12}$")


class Places:
    """The place a text is about, and whether a claim speaks of another that a figure's names don't know."""

    def __init__(self, text: str, figures: list[Figure]) -> None:
        first = _PLACE.search(text[:200])
        self.main = first[1] if first else ""
        self.english = re.compile(r"\b(?:in|of|across) ([A-Z][a-z']+)").findall(text[:300])[:1]

    def foreign(self, text: str, reading: Reading, clause: tuple[int, int], figure: Figure) -> bool:
        """Whether the clause names a place or a scope that the figure doesn't."""
        start, end = clause
        names = " ".join(folded(name) for name in (*figure.names, figure.place))
        before, after = text[start : reading.start], text[reading.end : end]
        own_case = _OWN_CASE.search(before[-16:]) or (
            _EACH_ENGLISH.search(after[:24]) if reading.lang == "en" else None
        )
        if own_case and not any(word in names for word in ("均", "每", "average", "per ", "mean", "median")):
            return True
        for found in _SCOPE.finditer(text, start, min(end, reading.end + 12)):
            if found[0] not in names and not _HIGHER.search(text[start : found.end()]):
                return True
        if reading.lang == "en":
            found_place = (
                _PLACE_ENGLISH.match(after.lstrip())
                or _PLACE_ENGLISH.search(after[:40])
                or _PLACE_ENGLISH.search(before[-60:])
            )
            if found_place:
                return found_place[1] not in names and found_place[1] not in self.english
            return False
        here = [
            match[1]
            for match in _PLACE.finditer(before)
            if match.end() >= len(before) - 12 and not _NO_PLACE.search(match[1])
        ]
        return any(one != self.main and one not in names and one[:2] not in names for one in here[-1:])


def as_of(text: str, reading: Reading, sentence: tuple[int, int], figure: Figure) -> bool:
    """Whether the sentence speaks of a day before the end of the year that the figure is of: 截至2021年6月底."""
    if not re.fullmatch(r"\d{4}", figure.period):
        return False
    start = reading.whole[0] if reading.whole[1] else reading.start
    for found in _AS_OF.finditer(text, max(sentence[0], start - FARTHEST), start):
        year, month = found["year"] or found["year2"], found["month"] or found["name"]
        number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
        if (not year or year == figure.period) and 1 <= number < 12:
            return True
    return False


def spoken_by_somebody(text: str, reading: Reading) -> bool:
    """Whether the claim stands in quoted speech: one person's own case, more often than the whole programme's."""
    opening = text.rfind("“", max(0, reading.start - 120), reading.start)
    if opening < 0:
        return False
    return text.find("”", opening, reading.start) < 0 and "”" in text[reading.end : reading.end + 120]
