"""Which year a claim speaks of: the one said beside it, the year before, or that of the whole text."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal

from concentric.core.claims.reading import Reading

How = Literal["none", "text", "said", "last", "before"]

_YEAR = re.compile(r"(?<![\d,.])((?:19|20)\d\d)(?:年|(?:[-–/]\d\d(?!\d))?(?![\d,]))")
_ROC = re.compile(r"(?:民国\s?)?(?<![\d,.])(1[012]\d)年")
_COMPARED = re.compile(r"(?:比|较|与|than(?: in)?|from|since|over|compared (?:with|to)|against|on)\s*$", re.IGNORECASE)
_LAST = re.compile(r"去年|last year(?!['’])|上年度", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?:比|较|与)?(?:前一年|上年同期|上一年|去年同期|前年)的?|上年的?|last year['’]s|(?:the )?(?:previous|prior|preceding) year(?:['’]s)?",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?:\bfrom|从|由|自)\s*(?:[\u4e00-\u9fff]{0,4}的)?$", re.IGNORECASE)
_CHANGED_TO = re.compile(
    r"\s?(?:[\u4e00-\u9fff]{0,3})?(?:增|升|降|减|提|扩|涨|跌|发展|壮大|缩)[\u4e00-\u9fff]{0,3}(?:到|至)|\s?\w*\s?to\b|\s?(?:in|last year|a year|the year|the previous)"
)
_AFTER = re.compile(
    r"\s?(?:[a-z]+\s){0,3}?(?:in|for|during|\()\s?((?:19|20)\d\d)|（((?:19|20)\d\d)年|\s?(?:a year (?:earlier|before|ago)|the (?:previous|prior) year|the year before|last year|previously)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class When:
    """`year` None with how "before" or "last" is for the catalogue to say: the year before its latest, its latest."""

    how: How = "none"
    year: int | None = None


NO_YEAR = When()


class Years:
    """The years of a text, found once."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = [(match.start(), match.end(), int(match[1])) for match in _YEAR.finditer(text)]
        found += [(match.start(), match.end(), int(match[1]) + 1911) for match in _ROC.finditer(text)]
        self.found = sorted(found)
        self.starts = [start for start, _, _ in self.found]
        told = [year for start, _, year in self.found if not _COMPARED.search(text[max(0, start - 14) : start])]
        compared = [year for _, _, year in self.found]
        # A text that names only the year it compares with speaks of the next.
        self.main = max(sorted(set(told)), key=told.count) if told else (max(compared) + 1 if compared else None)

    def of(self, one: Reading, low: int, before: int, high: int) -> When:
        """The year of a claim in the sentence from `low` to `high`, whose clause begins at `before`."""
        text = self.text
        start = one.whole[0] if one.whole[1] else one.start
        left = text[before:start]
        after = _AFTER.match(text, one.end, min(high, one.end + 40))
        if after is not None:
            return When("said", int(after[1] or after[2])) if after[1] or after[2] else When("before", self._earlier())
        if _FROM.search(left[-8:]) and _CHANGED_TO.match(text, one.end):
            return When("before", self._earlier())
        if re.search(r"(?:\b(?:up|down) from|compared with|\bagainst|versus|\bvs\.?)\s*$", left, re.IGNORECASE):
            return When("before", self._earlier())
        if re.search(r"(?:\bto|\bat)\s+[\d.,%a-z ]{1,24}\bfrom\s*$", left):
            return When("before", self._earlier())
        adjacent = list(_BEFORE.finditer(left[-14:]))
        if (
            adjacent
            and not one.since
            and not one.change
            and re.fullmatch(r"[^，,。]{0,4}", left[-14:][adjacent[-1].end() :])
        ):
            return When("before", self._earlier())
        for n in range(bisect_left(self.starts, start) - 1, -1, -1):
            at, _, year = self.found[n]
            if at < low:
                break
            if not _COMPARED.search(text[max(0, at - 14) : at]) and text[max(0, at - 1) : at] not in ("到", "至"):
                return When("said" if at >= before else "text", year)
        if _LAST.search(text[low:start]) and not one.since:
            return When("last", self.main)
        return When("text", self.main) if self.main else When()

    def _earlier(self) -> int | None:
        return self.main - 1 if self.main else None
