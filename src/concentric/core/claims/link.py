"""Which figure a claim speaks of, found by words alone: the value takes no part in it.

An inverted index over the features of every name, so that the cost of a claim depends on its words and not on how many
figures there are. The unit's class is a gate; period and measure word weigh in.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from concentric.core.claims.catalogue import Figure
from concentric.core.claims.cleaning import folded
from concentric.core.claims.features import IMPLIED, features_in, name_features, name_head, unit_head
from concentric.core.claims.reading import Reading
from concentric.core.claims.rungs import strengths_in
from concentric.core.claims.surroundings import Around
from concentric.core.claims.years import When

_YUANS = frozenset(("CNY", "TWD", "HKD", "MOP", "SGD"))
_DOLLARS = frozenset(("USD", "HKD", "TWD", "AUD", "CAD", "NZD", "SGD", "MOP"))
_POUNDS = frozenset(("GBP", "EGP"))
MOST = 8
ALIKE = 60
ANYBODY = frozenset(feature for _, _, feature, _ in features_in("people persons individuals residents"))
"""Nouns that any figure of people may count, whatever it calls them."""
COMMON = 0.3
FAINT, RARE = 0.1, 60
"""What stands as far as that counts only where few names have it: it would cost more than it tells."""
CLOSELY = 20
"""Names that are looked at closely, of those that share most with what stands around the claim."""


@dataclass(slots=True)
class Candidate:
    """A figure that a claim may speak of. `covered` is the share of its best name that was found around the claim,

    `own` how much of that stood in the claim's own clause, `explained` the share of the clause that the name explains,
    `headed` the share of the noun that the number counts; `timely` says that it is of the year the claim speaks of;
    `telling` is the score whatever the size of the catalogue; `counts` whether the noun that is counted is the name's
    own (None where nothing is counted, but measured or shared). `told` says that a known sentence or a table's headings
    name the figure: then nothing is left to weigh.
    """

    figure: Figure
    score: float
    covered: float
    own: float
    explained: float
    headed: float
    name: str
    timely: bool = True
    weights: Mapping[str, float] = field(default_factory=dict, repr=False)
    telling: float = 0.0
    told: bool = False
    counts: bool | None = None

    def sets_apart(self, other: Candidate, around: Around) -> bool:
        """Whether what the two names don't share speaks for this one: its own words are said, the other's are not."""
        mine, theirs = _said(self, other, around), _said(other, self, around)
        return theirs <= 0.35 and mine - theirs >= 0.4 and bool(other.weights.keys() - self.weights.keys())


def _said(one: Candidate, other: Candidate, around: Around) -> float:
    """The share of a name's own words, not in the other's, that stand near the claim; 1 where it has none."""
    own = one.weights.keys() - other.weights.keys()
    total = sum(one.weights[feature] for feature in own)
    said = sum(one.weights[feature] for feature in own if around.weights.get(feature, 0.0) >= 0.3)
    # A name whose own words are next to nothing (人数) has nothing left unsaid.
    return said / total if total > 0.15 * sum(one.weights.values()) else 1.0


def _settled(candidates: list[Candidate], around: Around) -> list[Candidate]:
    """A close second comes first where its own words are said and the first one's are not."""
    for n, other in enumerate(candidates[1:3], 1):
        if other.score > 0.7 * candidates[0].score and other.sets_apart(candidates[0], around):
            candidates.insert(0, candidates.pop(n))
            break
    return candidates


class Index:
    """All names of a catalogue. Building costs a few microseconds for each character; asking about 0.2 ms."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self.figures = figures
        documents = [
            (n, name, _with_unit(name_features(name), figure))
            for n, figure in enumerate(figures)
            if not figure.silent
            for name in figure.names
        ]
        self.owner = np.array([n for n, _, _ in documents], dtype=np.int64)
        self.names = [name for _, name, _ in documents]
        self.features = [features for _, _, features in documents]
        units = [frozenset().union(*(unit_head(unit) for unit in (one.unit, *one.units))) for one in figures]
        self.heads = [name_head(name) | units[n] for n, name, _ in documents]
        self._weigh()
        kinds: dict[tuple[str, str], int] = {}
        self.kind = np.array(
            [kinds.setdefault((one.unit_class, one.unit), len(kinds)) for one in figures], dtype=np.int64
        )
        self.kinds = list(kinds)
        self.first = np.array([figure.years[0] for figure in figures], dtype=np.int64)
        self.last = np.array([figure.years[1] for figure in figures], dtype=np.int64)
        places = {folded(one.place): None for one in figures if one.place}
        self.places = re.compile("|".join(map(re.escape, sorted(places, key=len, reverse=True)))) if places else None
        self.place = [folded(one.place) for one in figures]
        self.laddered = {one.id.rpartition(":")[0] for one in figures if one.aside}
        self.called = [strengths_in(" ".join(one.names)) for one in figures]
        self.special = any(one.place or one.aside for one in figures)
        self.years = frozenset({*self.first.tolist(), *self.last.tolist()} - {0})
        self.latest = int(self.last.max()) if len(figures) else 0
        self.gates: dict[tuple, np.ndarray] = {}
        self.periods: dict[tuple[str, int | None, int | None], np.ndarray | None] = {}
        self.dimensions: dict[tuple[frozenset[str], frozenset[str]], np.ndarray] = {}
        self.numbers = {figure.id: n for n, figure in enumerate(figures)}

    def _weigh(self) -> None:
        owners: dict[str, set[int]] = {}
        for owner, features in zip(self.owner.tolist(), self.features, strict=True):
            for feature in features:
                owners.setdefault(feature, set()).add(owner)
        total = max(len(self.figures), 1)
        # Rare words of a small catalogue are hardly rarer than common ones: ten figures more take part in the count.
        self.scale = math.sqrt(math.log(total + 10)) / 2
        self.rarity = {feature: math.log((total + 10) / (len(held) + 0.7)) for feature, held in owners.items()}
        postings: dict[str, list[tuple[int, float]]] = {}
        norms = []
        self.weights = [
            {feature: weight * self.rarity[feature] for feature, weight in features.items()}
            for features in self.features
        ]
        for document, weights in enumerate(self.weights):
            norms.append(sum(weights.values()) or 1.0)
            for feature, weight in weights.items():
                postings.setdefault(feature, []).append((document, weight))
        self.norms = np.array(norms or [1.0])
        self.sizes = norms
        self.lengths = np.array([len(features) for features in self.features] or [0])
        self.postings = {
            feature: (np.array([d for d, _ in held], dtype=np.int64), np.array([w for _, w in held]))
            for feature, held in postings.items()
        }
        self.rare = frozenset(feature for feature, (held, _) in self.postings.items() if len(held) <= RARE)
        # What nearly every name has tells none from another, and would cost the most.
        self.common = frozenset(feature for feature, rarity in self.rarity.items() if rarity < COMMON)

    def candidates(self, reading: Reading, around: Around, classes: tuple[str, ...] = ()) -> list[Candidate]:
        """The likeliest figures, best first; none where no name shares a word with what stands around the claim.

        `classes` asks for figures of these classes instead of those that the claim's own unit goes with.
        """
        gate = self._gate_of(classes) if classes else self._gate(reading)
        if not gate.any():
            return []
        found = [
            (self.postings[feature], weight)
            for feature, weight in around.weights.items()
            if feature in self.postings and feature not in self.common and (weight > FAINT or feature in self.rare)
        ]
        if not found:
            return []
        documents = np.concatenate([held[0] for held, _ in found])
        weights = np.concatenate([held[1] * weight for held, weight in found])
        gain = np.bincount(documents, weights, minlength=len(self.norms))
        covered = gain / self.norms
        score = covered * np.sqrt(gain)
        score *= gate
        period = self._period(around.when)
        if period is not None:
            score *= period
        if self.special:
            score *= self._meant(around)
        best = np.argsort(-score)[:CLOSELY] if len(score) <= 64 else self._top(score)
        return self._described(best, score, covered, around, reading)

    @staticmethod
    def _top(score: np.ndarray) -> np.ndarray:
        few = np.argpartition(-score, CLOSELY)[:CLOSELY]
        return few[np.argsort(-score[few])]

    def _described(
        self, best: np.ndarray, score: np.ndarray, covered: np.ndarray, around: Around, reading: Reading
    ) -> list[Candidate]:
        """The best documents looked at closely: how much of each name stands in the claim's own clause, and its noun."""
        rarity, own_near, size, head = self.rarity, around.own, {}, {}
        for feature, weight in around.size.items():
            size[feature] = weight * rarity.get(feature, 3.0)
        for feature, weight in around.head.items():
            head[feature] = weight * rarity.get(feature, 3.0)
        said, meant = sum(size.values()), sum(head.values())
        measure = reading.unit[:1] if around.bare and reading.unit_class == "count" else ""
        anybody = bool(around.counted) and around.counted <= ANYBODY
        scores, shares, owners = score[best].tolist(), covered[best].tolist(), self.owner[best].tolist()
        found: dict[int, tuple[float, int, float, float, float]] = {}
        least = 0.0
        for n, document in enumerate(best.tolist()):
            # What comes lowers a score and never raises it: nothing below the fourth can still reach the first three.
            if scores[n] <= least:
                break
            weights = self.weights[document]
            own = known = named = 0.0
            for feature in weights.keys() & own_near.keys():
                own += own_near[feature] * weights[feature]
                known += size[feature]
                named += head.get(feature, 0.0)
            headed = min(1.0, 1.6 * named / meant) if meant else 0.6
            own /= self.sizes[document]
            owner = owners[n]
            people = anybody and self.figures[owner].unit_class == "people"
            if people:
                headed = max(headed, 0.8)
            close = 1.0 if around.bare else 0.45 + 0.55 * min(1.0, own / max(shares[n], 1e-9))
            value = scores[n] * close * (0.35 + 0.65 * headed)
            if around.counted and not people and around.counted.isdisjoint(self.heads[document]):
                value *= 0.45
            if measure and (held := self.figures[owner].unit) and held[:1] != measure:
                value *= 0.6  # where only the measure word is said, it says what is counted
            if owner not in found or value > found[owner][0]:
                found[owner] = (value, n, own, known / said if said else 0.0, headed)
                if len(found) > 4:
                    least = sorted([one[0] for one in found.values()])[-4]
        kept = sorted(found.items(), key=lambda one: -one[1][0])[:MOST]
        counted = reading.unit_class in ("count", "people", "person_times")
        candidates = [self._candidate(owner, best, shares, row, around, counted=counted) for owner, row in kept]
        return _settled(candidates, around)

    def _candidate(
        self,
        owner: int,
        best: np.ndarray,
        shares: list[float],
        row: tuple[float, int, float, float, float],
        around: Around,
        *,
        counted: bool,
    ) -> Candidate:
        value, n, own, explained, headed = row
        document = int(best[n])
        timely = self._is_timely(owner, around.when)
        name, weights = self.names[document], self.weights[document]
        counts = not around.head or not around.head.keys().isdisjoint(self.heads[document]) if counted else None
        return Candidate(
            *(self.figures[owner], value, shares[n], own, explained, headed, name, timely, weights),
            telling=value / self.scale,
            counts=counts,
        )

    def _meant(self, around: Around) -> np.ndarray:
        """A weight for each name: the figures of a place are meant where it is named, other rungs where theirs is."""
        key = (around.places, around.strengths)
        if key not in self.dimensions:
            weights = []
            for figure, place, called in zip(self.figures, self.place, self.called, strict=True):
                weight = (1.2 if place in around.places else 0.1) if place else (0.6 if around.places else 1.0)
                # What a figure is called says nothing of a rung: 签约项目 is a project that was signed.
                named = around.strengths - called
                if figure.aside:
                    weight *= 1.0 if figure.strength in named else 0.2
                elif figure.strength and named and figure.strength not in around.strengths:
                    weight *= 0.75 if figure.id in self.laddered else 0.9
                weights.append(weight)
            self.dimensions[key] = np.array(weights)[self.owner]
        return self.dimensions[key]

    def _period(self, when: When) -> np.ndarray | None:
        """A weight for each name: low where the figure is of another year than the claim, nothing where that can't be."""
        key = (when.how, when.year, when.until)
        if key not in self.periods:
            self.periods[key] = self._period_of(when)
        return self.periods[key]

    def _period_of(self, when: When) -> np.ndarray | None:
        year = when.year
        if when.how == "last":
            year = self._last_year(when.year)
        elif not year:
            year = self.latest - 1 if when.how == "before" else self.latest
        if year <= 0:
            return None
        same = self._of_years(year, when.until)
        if when.how == "before":
            return np.where(same & (self.first > 0), 1.0, 0.0)[self.owner]
        other = {"said": 0.2, "last": 0.5, "text": 0.6}.get(when.how, 0.75)
        return np.where(same | (self.first == 0), 1.0, other)[self.owner]

    def _of_years(self, year: int, until: int | None) -> np.ndarray:
        """Which figures are of that year; where it runs over two calendar years, those of just these, if there are any."""
        if until is not None:
            exact: np.ndarray = (self.first == year) & (self.last == until)
            if exact.any():
                return exact
        within: np.ndarray = (self.first <= (until or year)) & (year <= self.last)
        return within

    def _last_year(self, main: int | None) -> int:
        """去年 in a text of that year: the year before, where the catalogue knows both; else its latest."""
        known = main is not None and bool((self.first == main - 1).any()) and bool((self.last == main).any())
        return main - 1 if known and main is not None else self.latest

    def _is_of(self, owner: int, when: When) -> bool:
        first, last = int(self.first[owner]), int(self.last[owner])
        return not first or when.year is None or (first <= (when.until or when.year) and when.year <= last)

    def _is_timely(self, owner: int, when: When) -> bool:
        """Whether a figure may be of the claim's year: never of an earlier one than the text's, where others are of that."""
        if when.how in ("said", "before"):
            return when.how == "before" or self._is_of(owner, when)
        year = self._last_year(when.year) if when.how == "last" else (when.year or self.latest)
        last = int(self.last[owner])
        return not last or last >= year or not self._of_years(year, when.until).any()

    def _gate(self, reading: Reading) -> np.ndarray:
        key = (reading.unit_class, reading.unit, reading.loose, reading.lang, bool(reading.change))
        if key not in self.gates:
            weights = [fits(reading, unit_class, unit) for unit_class, unit in self.kinds]
            self.gates[key] = np.array(weights or [0.0])[self.kind][self.owner]
        return self.gates[key]

    def _gate_of(self, classes: tuple[str, ...]) -> np.ndarray:
        if classes not in self.gates:
            weights = [float(unit_class in classes) for unit_class, _ in self.kinds]
            self.gates[classes] = np.array(weights or [0.0])[self.kind][self.owner]
        return self.gates[classes]

    def alike(self, figure: Figure) -> list[Figure]:
        """Other figures whose names share words with this one's, those that share most first."""
        mine = np.flatnonzero(self.owner == self.numbers[figure.id]).tolist()
        words = frozenset().union(*(self.features[document] for document in mine))
        shared = np.zeros(len(self.norms))
        for feature in words:
            shared[self.postings[feature][0]] += 1
        shared /= 1 + np.minimum(self.lengths, len(words))
        order = np.argsort(-shared)[:ALIKE].tolist()
        return [self.figures[self.owner[document]] for document in order if shared[document] > 0.12]


def _with_unit(features: dict[str, float], figure: Figure) -> dict[str, float]:
    """金额 of a sum of money, 率 of a share: the unit says it already. A unit that is a noun is as good as in the name."""
    implied = IMPLIED.get(figure.unit_class, frozenset())
    found = {feature: 0.25 * weight if feature in implied else weight for feature, weight in features.items()}
    for unit in (figure.unit, *figure.units):
        for feature in unit_head(unit):
            found.setdefault(feature, 0.25)
    return found


def fits(reading: Reading, held: str, unit: str) -> float:
    """How well a claim's unit goes with a figure's: 0 never, 1 well, between where only the measure word differs."""
    said = reading.unit_class
    if reading.unit and reading.unit == unit and {said, held} <= {"count", "measure", "time"}:
        return 1.0  # whether 桶 counts or measures is the office's to say
    if said == "money" or held == "money":
        if said == held:
            return 1.0 if reading.unit == unit else (0.9 if _one_currency(reading.unit, unit) else 0.0)
        return 0.8 if reading.loose and not reading.unit else 0.0
    if said == held:
        if reading.unit == unit or said in ("percent", "points", "multiple", "people", "person_times"):
            return 1.0
        if said in ("measure", "time"):
            return 1.0 if _one_measure(reading.unit, unit) else 0.0
        # 个 counts anything; 家 and 项 don't count the same things.
        return (
            0.94 if reading.lang == "en" or "个" in (reading.unit, unit[:1]) or not unit or unit[:1] < "\u2e80" else 0.8
        )
    if said == "time" and held == "count" and reading.lang == "en" and reading.unit in unit.lower():
        return 0.85  # nights of shelter are counted as bed-nights
    if reading.loose and {said, held} <= {"count", "people", "person_times", "measure", "time"}:
        if reading.unit and held in ("measure", "time"):
            return 0.0 if said == "people" else 0.4
        return 0.85 if reading.unit else 0.95
    if reading.lang == "en" and {said, held} <= {"people", "person_times", "count"}:
        return 0.7
    if {said, held} == {"percent", "multiple"} and reading.change:
        return 0.7
    return 0.0


def _one_currency(said: str, held: str) -> bool:
    return any({said, held} <= group for group in (_YUANS, _DOLLARS, _POUNDS))


_MEASURE_GROUPS = (
    ({"km", "公里", "千米", "kilometres", "kilometers", "kilometre", "kilometer", "km road"}, {"米", "m", "metres", "meters", "metre", "meter"}, {"miles", "mile", "英里"}),
    ({"亩", "mu"}, {"公顷", "hectares", "hectare", "ha"}, {"平方米", "平米", "平方", "㎡", "m²", "square metres", "square meters"},
     {"平方公里", "square kilometres", "square kilometers", "sq", "km²"}, {"acres", "acre", "英亩"}, {"万亩"}),
    ({"吨", "公吨", "tonnes", "tonne", "tons", "ton", "t"}, {"公斤", "千克", "kg", "kilograms", "kilos", "kilo"}, {"斤"}),
    ({"天", "日", "days", "day", "个工作日", "工作日", "working days", "个自然日"}, {"小时", "个小时", "hours", "hour"}, {"分钟", "minutes", "minute"}, {"个月", "月", "months", "month"}, {"秒", "秒钟", "seconds", "second"}),
    ({"千瓦时", "度", "kwh", "度电", "kWh"}, {"mwh"}, {"gwh"}),
    ({"千瓦", "kilowatts", "kw"}, {"mw", "megawatts", "兆瓦"}, {"gw"}),
    ({"升", "litres", "liters", "litre", "liter"}, {"立方米", "立方", "方"}),
)  # fmt: skip


def _one_measure(said: str, held: str) -> bool:
    """Whether two units measure the same in the same size; unknown units may."""
    a, b = said.lower(), held.lower()
    for groups in _MEASURE_GROUPS:
        place = {n for n, group in enumerate(groups) if a in group or said in group}
        other = {n for n, group in enumerate(groups) if b in group or held in group}
        if place and other:
            return place == other
        if place or other:
            continue
    known = [any(a in group or said in group for groups in _MEASURE_GROUPS for group in groups),
             any(b in group or held in group for groups in _MEASURE_GROUPS for group in groups)]  # fmt: skip
    return not all(known)
