"""Which words around a claim speak of it, and how much: the nearest most, those of the sentence's other claims little."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from concentric.core.claims.concepts import chinese_concepts
from concentric.core.claims.features import features_in
from concentric.core.claims.lists import items_of
from concentric.core.claims.reading import NoClaim, Reading
from concentric.core.claims.rungs import strengths_in
from concentric.core.claims.tables import Row, cells_of
from concentric.core.claims.years import NO_YEAR, When, Years

_SENTENCE = re.compile(r"[。！？!?；\n]|;(?=\s)|(?<=[a-z)\d\"”%\x00])\.(?=\s+[A-Z“\"(]|\s*$|\s*\n|\s+\x00)")
_CLAUSE = re.compile(r"[，,]|[：:](?=.)|\s[—–-]\s|——|[（）()]")
_PART = re.compile(
    r"\s*(?:其中|包括|含|当中|of which|of whom|of them|of these|of those|of this|including|among them)", re.IGNORECASE
)
_OF = re.compile(r"\s+of\s+(?:(?:the|our|its|their|all|these|those)\s+)*", re.IGNORECASE)
_PARTLY = re.compile(r"^\s*(?:of (?:them|these|those|which|whom|the total)|were|was|had|have)\b")
_JOINS = re.compile(r"(?:[与和同跟及、]|以及|\band|\bor)\s*$")
_HEAD_STOPS = "的了和与及在是为对等以将向从到把被让由于已并均还共达约近超逾"
_MASKED = frozenset(("date", "duration", "phone", "document-number", "enumerator", "code", "address"))
_REACH = 120
FARTHEST = 900
"""No sentence is longer: where a text has no full stops, each claim would look at all of it."""


@dataclass
class Around:
    """A claim's features, feature -> nearness; those of its `own` clause (with what they weigh: `size`) and of its

    `head` noun apart (its words as they stand: `told`), which is `counted` where it follows the number; `when` it speaks of.
    `bare` says that its own clause names nothing, so that it goes on speaking of what was named before; `cell` that it
    stands in a table, where no clause is.
    """

    weights: dict[str, float] = field(default_factory=dict)
    own: dict[str, float] = field(default_factory=dict)
    size: dict[str, float] = field(default_factory=dict)
    head: dict[str, float] = field(default_factory=dict)
    counted: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    strengths: frozenset[str] = frozenset()
    when: When = NO_YEAR
    bare: bool = False
    part: bool = False
    cell: bool = False
    told: str = ""
    sentence: tuple[int, int] = (0, 0)
    clause: tuple[int, int] = (0, 0)


class Surroundings:
    """Cut a text once into sentences and clauses, then ask for each claim."""

    def __init__(
        self,
        text: str,
        readings: Sequence[Reading],
        others: Sequence[NoClaim],
        places: re.Pattern[str] | None = None,
        rows: Sequence[Row] = (),
        years: frozenset[int] = frozenset(),
    ) -> None:
        self.text = text
        self.places = [(match.start(), match[0]) for match in places.finditer(text)] if places else []
        self.place_starts = [start for start, _ in self.places]
        self.readings = readings
        self.plain = masked(text, readings, others)
        self.features = sorted(features_in(self.plain))
        self.starts = [feature[0] for feature in self.features]
        self.sentences = sentences_in(self.plain)
        self.clauses = _bounds(_CLAUSE, self.plain)
        self.years = Years(text, years)
        self.items = items_of(text, readings)
        self.items_begin = sorted(span[0] for span in self.items.values())
        self.cells = cells_of(text, readings, rows)

    def of(self, index: int) -> Around:
        """What is said around the claim of that place in the list."""
        one = self.readings[index]
        low, high = _within(self.sentences, one.start)
        sentence, low, high = (low, high), max(low, one.start - FARTHEST), min(high, one.end + FARTHEST)
        before, after = self._clause(one, low, high)
        around = Around(sentence=sentence, clause=(before, after))
        around.when = self.years.of(one, low, before, high)
        around.part = bool(_PART.match(self.plain, before) or _PARTLY.match(self.plain[one.end : one.end + 12]))
        around.strengths = strengths_in(self.text[max(before, one.start - _REACH) : min(after, one.end + _REACH)])
        if index in self.cells:
            return self._in_table(index, around)
        left, right = self._own(index, before, after)
        around.places = self._places((left, right), (low, one.start))
        own_text = self.plain[left : one.start] + self.plain[one.end : right]
        around.told = own_text.lower()
        for place in around.places:
            own_text = own_text.replace(place, "")
        size = sum(char.isalnum() for char in own_text) - (len(_fillers(own_text)))
        english = one.lang == "en"
        around.bare = size < (4 if english else 2)
        shared = 0.8 if around.bare else (0.6 if around.part else (0.5 if size < (16 if english else 5) else 0.33))
        noun = self._noun(one, right)
        if index in self.items:
            start, end = self.items[index]
            self._add(around, start, end, 1.0, own=True, head=True)
            at = bisect_left(self.items_begin, low)
            first = self.items_begin[at] if at < len(self.items_begin) else start
            self._add(around, before if before < first else low, first, 0.7)
            self._add(around, one.end, right, 0.6)
            return around
        near, far = (30, 60) if english else (8, 16)
        self._add(around, one.end, min(right, one.end + near), 1.0, own=True)
        self._add(around, one.end + near, min(right, one.end + far), 0.85, own=True)
        self._add(around, one.end + far, right, 0.7, own=True)
        full = 0.92 if noun else 1.0
        if noun and index and left == self.readings[index - 1].end and self._noun(self.readings[index - 1], one.start):
            # 120家企业结对126个村: what stands between is first of all the noun of the number before.
            near, far, full = (12, 30, 0.8) if english else (3, 6, 0.8)
        self._add(around, max(left, one.start - near), one.start, full, own=True)
        self._add(around, max(left, one.start - far), one.start - near, 0.9 * full, own=True)
        self._add(around, left, one.start - far, 0.75 * full, own=True)
        if noun:
            self._head(around, one.end, noun)
            around.counted = frozenset(around.head)
        else:
            self._head(around, *self._left_noun(one, left))
        self._add(around, before, left, 0.85 if around.bare else 0.45)
        self._add(around, right, after, 0.3)
        self._add(around, max(low, before - 2 * far), before, shared)
        self._add(around, low, before - 2 * far, 0.7 * shared)
        self._add(around, max(0, low - _REACH), low, 0.3 if around.bare else 0.1)
        return around

    def _places(self, *spans: tuple[int, int]) -> frozenset[str]:
        """The catalogue's places in the first of these stretches that names any."""
        for start, end in spans:
            first, last = bisect_left(self.place_starts, start), bisect_left(self.place_starts, end)
            if first < last:
                return frozenset(name for _, name in self.places[first:last])
        return frozenset()

    def _in_table(self, index: int, around: Around) -> Around:
        cell = self.cells[index]
        around.cell = True
        around.places = self._places(cell.row, cell.column or (0, 0))
        self._add(around, *cell.row, 1.0, own=True, head=True)
        if cell.group:
            self._add(around, *cell.group, 0.5)
        if cell.column:
            self._add(around, *cell.column, 0.8, own=True)
            told = Years(self.text[slice(*cell.column)]).main
            if told:
                around.when = When("said", told)
            elif (relative := self.years.of_heading(self.text[slice(*cell.column)])) is not None:
                around.when = relative
        start = max(0, around.sentence[0] - _REACH)
        self._add(around, start, around.sentence[0], 0.12)
        return around

    def _clause(self, one: Reading, low: int, high: int) -> tuple[int, int]:
        """The clause of a claim. A colon right before a number doesn't part it from what it counts."""
        at = bisect_right(self.clauses, one.start) - 1
        before = max(low, self.clauses[at])
        start = one.whole[0] if one.whole[1] else one.start
        while (
            at > 0
            and before > low
            and not self.plain[before:start].strip(" \x00")
            and self.plain[before - 1] in ":：(（—–-"
        ):
            at -= 1
            before = max(low, self.clauses[at])
        at = bisect_left(self.clauses, one.end)
        after = self.clauses[at] - 1 if at < len(self.clauses) else len(self.text)
        after = max(after, one.end)
        return before, max(one.end, min(high, after))

    def _own(self, index: int, before: int, after: int) -> tuple[int, int]:
        """Between two claims of a clause the words change sides: at a 、, at an "and", or they belong to both."""
        one = self.readings[index]
        left, right = before, after
        if index and before <= self.readings[index - 1].end <= one.start:
            if self._part_of(index - 1) and (noun := self._noun(one, after)):
                return one.start, noun  # 27 of 29 sites are certified: the second number only says how many there are
            left = self.readings[index - 1].end
            gap = self.plain[left : one.start]
            if _JOINS.search(gap):
                left = one.start
            else:
                cuts = [match.end() for match in re.finditer(r"[、]|\band\b|以及", gap)]
                if cuts and (one.lang == "en" or cuts[0] == 1 or len(gap) - cuts[-1] < 9):
                    left += cuts[-1]
        if index + 1 < len(self.readings) and one.end <= self.readings[index + 1].start < after:
            right = self.readings[index + 1].start
            gap = self.plain[one.end : right]
            if _OF.fullmatch(gap) and self._part_of(index):
                # 93% of our 412 staff are local: what is said is said of the first number.
                return left, after
            cuts = [match.start() for match in re.finditer(r"[、]|\band\b|以及", gap)]
            if cuts and (one.lang == "en" or cuts[0] == 0 or 0 < len(gap) - cuts[-1] < 9) and not _JOINS.search(gap):
                right = one.end + (cuts[-1] if one.lang == "en" or cuts[0] else 0)
        return left, right

    def _part_of(self, index: int) -> bool:
        """Whether a claim is a share or a part of the next: 93% of our 412 staff, 27 of 29 sites."""
        one = self.readings[index]
        if one.lang != "en" or index + 1 >= len(self.readings):
            return False
        other = self.readings[index + 1]
        counted = one.unit_class == "count" and not one.unit and other.unit_class in ("count", "people")
        alike = one.unit_class == "percent" or counted
        return alike and bool(_OF.fullmatch(self.plain, one.end, max(one.end, other.start)))

    def _noun(self, one: Reading, right: int) -> int:
        """Where the noun that follows the number directly ends; 0 without one."""
        if one.lang == "en":
            match = re.compile(r"[\s-]?(?:of (?:the |these |those |its )?)?(?:[A-Za-z'’-]+\s?){1,3}").match(
                self.plain, one.end, right
            )
            if not match or _PARTLY.match(match[0]):
                return 0
            stop = re.search(
                r"\s(?:were|was|are|is|in|for|to|from|by|with|at|on|and|or|who|that|which|have|had|has|will|paid|of)\b",
                match[0][4:],
            )
            return match.start() + 4 + stop.start() if stop else match.end()
        match = re.compile(r"\s?[\u4e00-\u9fff]{1,8}").match(self.plain, one.end, right)
        if not match or match[0].strip()[:1] in _HEAD_STOPS:
            return 0
        word = re.split(f"[{_HEAD_STOPS}]", match[0].strip())[0]
        if word[0] in "村镇乡县校店厂户" and not chinese_concepts(word, 0, min(2, len(word)))[1:]:
            word = word[0]  # 126个村结成对子: what follows is the verb
        return match.start() + len(match[0]) - len(match[0].lstrip()) + min(len(word), 6)

    def _left_noun(self, one: Reading, left: int) -> tuple[int, int]:
        """The words right before the number, where they stand for the noun."""
        start = one.whole[0] if one.whole[1] else one.start
        if one.lang == "en":
            return max(left, start - 40), start
        match = re.search(
            r"([\u4e00-\u9fff]{1,6})[^\u4e00-\u9fff]{0,3}$",
            re.sub(
                r"(?:达到?|为|共|共计|有|了|至|到|数|总数|分别|已|约)+(?=\W{0,2}$)",
                "",
                self.plain[max(left, start - 12) : start],
            ),
        )
        return (max(left, start - 8), start) if match else (start, start)

    def _head(self, around: Around, start: int, end: int) -> None:
        for feature, weight in self._between(start, end):
            around.head[feature] = max(weight, around.head.get(feature, 0.0))

    def _add(self, around: Around, start: int, end: int, near: float, *, own: bool = False, head: bool = False) -> None:
        for feature, weight in self._between(start, end):
            if near > around.weights.get(feature, 0.0):
                around.weights[feature] = near
            if own:
                if near > around.own.get(feature, 0.0):
                    around.own[feature] = near
                around.size[feature] = max(near * weight, around.size.get(feature, 0.0))
            if head:
                around.head[feature] = weight

    def _between(self, start: int, end: int) -> list[tuple[str, float]]:
        if end <= start:
            return []
        found = self.features[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        return [(feature, weight) for _, _, feature, weight in found]


def masked(text: str, readings: Sequence[Reading], others: Sequence[NoClaim]) -> str:
    """The text with nothing in the place of its claims, dates and numbers of things."""
    plain = list(text)
    spans = [(one.start, one.end) for one in others if one.reason in _MASKED]
    for start, end in [*spans, *((one.start, one.end) for one in readings)]:
        plain[start:end] = "\x00" * (end - start)
    return "".join(plain)


def sentences_in(plain: str) -> list[int]:
    """Where the sentences of a masked text begin; the end of the text is the last."""
    return _bounds(_SENTENCE, plain)


_FILLERS = re.compile(
    r"达到?|共计?|为|总计|合计|其中|比|较|上年|去年|同比|增长|增加|下降|减少|净增"
    r"|\b(?:or|up|down|from|to|and|an?|the|by|of|it|in|at|on|rise|fall|drop|increase|rose|fell|grew|went)\b",
    re.IGNORECASE,
)


def _fillers(own: str) -> str:
    """Words that stand beside any number and name nothing."""
    return "".join(_FILLERS.findall(own))


def _bounds(pattern: re.Pattern[str], text: str) -> list[int]:
    return [0, *(match.end() for match in pattern.finditer(text)), len(text) + 1]


def _within(bounds: list[int], position: int) -> tuple[int, int]:
    at = bisect_right(bounds, position)
    return bounds[at - 1], bounds[min(at, len(bounds) - 1)]
