"""Which year a claim speaks of: the one said beside it, the year before, or that of the whole text."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from concentric.core.claims.reading import Reading

How = Literal["none", "text", "said", "last", "before"]

_YEAR = re.compile(r"(?<![\d,.〔\[])((?:19|20)\d\d)(?:年|(?:[-–/](\d\d)(?!\d))?(?![\d,]))")
_ROC = re.compile(r"(?:民国\s?)?(?<![\d,.])(1[012]\d)年")
_COMPARED = re.compile(r"(?:比|较|与|than(?: in)?|from|since|over|compared (?:with|to)|against|on)\s*$", re.IGNORECASE)
_GOAL = re.compile(
    r"\b[Bb]y (?:the end of |mid-|early |late )?(?:[A-Z][a-z]+ )?$|(?<!截)[到至距]$|(?:力争|争取|计划|预计|目标)[到在于]?$"
)
"""Before a year that is a goal's more often than the text's own."""
_GOAL_AFTER = re.compile(
    r"年?\d{1,2}月(?:\d{1,2}日)?(?:之?前|[起后])|年?(?:，|计划|力争|目标|拟|将|预计|争取){1,2}(?<!，)"
)
_ON_TO = re.compile(r"(?:\b(?:to|and|until|through)\b|[-–—至到])\s?(?:\d{1,2} )?(?:[A-Z][a-z]+ )?(?:\d{1,2}, )?$")
_ASIDE = re.compile(r"(?:^|[（(，,])(?:上年|去年|上一年|前一年)(?:同期)?[为是的]?$|\((?:last|previous|prior) year:? $")
"""Right before a number: 43人（上年36人）."""
_HEADED_BEFORE = re.compile(r"上年|去年|上期|上一年|同期数|(?i:\b(?:last|previous|prior) (?:year|period)\b)")
_HEADED_NOW = re.compile(r"本年|今年|本期|当年|(?i:\b(?:this|current|reporting) (?:year|period)\b)")
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
    """`year` None with how "before" or "last" is for the catalogue to say: the year before its latest, its latest.

    `until` is the year after, where the text speaks of a year that isn't the calendar's: 2022/23.
    """

    how: How = "none"
    year: int | None = None
    until: int | None = None


NO_YEAR = When()


class Years:
    """The years of a text, found once. Of two named equally often the one that the catalogue `knows` is its own."""

    def __init__(self, text: str, knows: frozenset[int] = frozenset()) -> None:
        self.text = text
        found = [(match.start(), match.end(), int(match[1])) for match in _YEAR.finditer(text)]
        spans = {
            int(match[1]) for match in _YEAR.finditer(text) if match[2] and int(match[2]) == int(match[1]) % 100 + 1
        }
        found += [(match.start(), match.end(), int(match[1]) + 1911) for match in _ROC.finditer(text)]
        self.found = sorted(found)
        for one, other in pairwise(list(self.found)):
            if other[2] == one[2] + 1 and other[0] - one[1] < 24 and _ON_TO.search(text[one[1] : other[0]]):
                spans.add(one[2])
                self.found.remove(other)
        self.spans = frozenset(spans)
        self.starts = [start for start, _, _ in self.found]
        goals = [
            year
            for start, end, year in self.found
            if _GOAL.search(text[max(0, start - 24) : start]) or _GOAL_AFTER.match(text, end - 1)
        ]
        compared = [year for start, _, year in self.found if _COMPARED.search(text[max(0, start - 14) : start])]
        told = [year for _, _, year in self.found]
        for year in (*goals, *compared):
            told.remove(year) if year in told else None
        # A text that names only the year it compares with speaks of the next.
        self.main = max(set(told), key=lambda year: (told.count(year), year in knows, year)) if told else None
        if self.main is None and (compared or goals):
            self.main = max(compared) + 1 if compared else self._end_of(goals)

    def _end_of(self, goals: list[int]) -> int | None:
        """By the end of 2023 is often told of what was done by then, by 2030 hardly ever."""
        for start, end, year in self.found:
            if year in goals and (
                self.text[end : end + 1] in ("底", "末") or "end of" in self.text[start - 14 : start]
            ):
                return year
        return None

    def of(self, one: Reading, low: int, before: int, high: int) -> When:
        """The year of a claim in the sentence from `low` to `high`, whose clause begins at `before`."""
        text = self.text
        start = one.whole[0] if one.whole[1] else one.start
        left = text[before:start]
        after = _AFTER.match(text, one.end, min(high, one.end + 40))
        if after is not None:
            return (
                self._when("said", int(after[1] or after[2]))
                if after[1] or after[2]
                else self._when("before", self._earlier())
            )
        if _FROM.search(left[-8:]) and _CHANGED_TO.match(text, one.end):
            return self._when("before", self._earlier())
        if re.search(r"(?:\b(?:up|down) from|compared with|\bagainst|versus|\bvs\.?)\s*$", left, re.IGNORECASE):
            return self._when("before", self._earlier())
        if re.search(r"(?:\bto|\bat)\s+[\d.,%a-z ]{1,24}\bfrom\s*$", left):
            return self._when("before", self._earlier())
        if _ASIDE.search(left) and not one.change and one.unit_class not in ("percent", "points", "multiple"):
            return self._when("before", self._earlier())
        adjacent = list(_BEFORE.finditer(left[-14:]))
        if (
            adjacent
            and not one.since
            and not one.change
            and re.fullmatch(r"[^，,。]{0,4}", left[-14:][adjacent[-1].end() :])
        ):
            return self._when("before", self._earlier())
        for n in range(bisect_left(self.starts, start) - 1, -1, -1):
            at, _, year = self.found[n]
            if at < low:
                break
            if not _COMPARED.search(text[max(0, at - 14) : at]) and not _GOAL.search(text[max(0, at - 24) : at]):
                return self._when("said" if at >= before else "text", year)
        if _LAST.search(text[low:start]) and not one.since:
            return self._when("last", self.main)
        return self._when("text", self.main) if self.main else When()

    def of_heading(self, heading: str) -> When | None:
        """上年, "prior year": the year that a column speaks of in words; None where it speaks of none."""
        if _HEADED_BEFORE.search(heading):
            return self._when("before", self._earlier())
        return self._when("said", self.main) if self.main and _HEADED_NOW.search(heading) else None

    def _when(self, how: How, year: int | None) -> When:
        spans = year in self.spans or (how == "before" and self.main in self.spans)
        return When(how, year, year + 1 if year and spans else None)

    def _earlier(self) -> int | None:
        return self.main - 1 if self.main else None
