"""Sentences of which their author has said what each number is: an office's own outline, the editions it published.

Where a text says the same in the same words, its number is that figure's, whatever it is worth. The words are compared
up to the ends of their clauses, in both directions; a word more or less and the sentence says something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from concentric.core.claims.cleaning import clean
from concentric.core.claims.found import find
from concentric.core.claims.reading import NoClaim, Reading
from concentric.core.claims.surroundings import masked, sentences_in

ENOUGH, LEAST = 6.0, 3.0
"""How much has to agree: Han characters, or so many Latin letters as weigh the same; less where a sentence is complete."""
_LATIN = 0.4
Slot = tuple[int, int, int]
_SLOT, _END = "\x00", ","
_COUNTED = frozenset(("bare", "date", "article"))
_NOT_WORDS = re.compile(r"[^\w\x00]+")
_RISE = re.compile(r"(?:增长|增加|上升|提高|提升|下降|减少|降低|回落|\b(?:up|down))$")
_UNIT = re.compile(r"\s?(?:个?百分点|percentage points?|per ?cent|%|(?:people|persons?|attendances?|person-times)\b)")


@dataclass(frozen=True)
class Mark:
    """Where a number stands in a text, and the id of the figure that it is; `change` where it is how much that changed."""

    start: int
    end: int
    figure: str
    change: bool = False


@dataclass(frozen=True)
class Said:
    """The words of a sentence before a number and after it; other numbers are slots, every pause is a comma."""

    before: str
    after: str


class Sayings:
    """Marked texts, asked for what the numbers of another text are. Asking costs what has the same last two letters.

    `rows` are what the rows of its charts' tables are called, with the figure of each.
    """

    def __init__(self, texts: Iterable[tuple[str, Sequence[Mark]]] = (), rows: Mapping[str, str] | None = None) -> None:
        self.rows = dict(rows or {})
        self.held: dict[str, dict[tuple[Said, str, bool], None]] = {}
        for text, marks in texts:
            self._learn(text, marks)

    def _learn(self, text: str, marks: Sequence[Mark]) -> None:
        cleaned = clean(text)
        found = find(cleaned)
        spans = slots(found.readings, found.others)
        sentences = sentences_in(masked(cleaned.text, found.readings, found.others))
        said = said_at(cleaned.text, spans, sentences)
        for (start, end, _), one in zip(spans, said, strict=True):
            first, last = cleaned.span(start, end)
            for mark in marks:
                if mark.start < last and mark.end > first:
                    self.held.setdefault(_key(one), {})[one, mark.figure, mark.change] = None
                    break

    def of(
        self, text: str, readings: Sequence[Reading], others: Sequence[NoClaim], places: re.Pattern[str] | None = None
    ) -> dict[int, tuple[str, bool]]:
        """For each number of a clean text that a known sentence speaks of, by where it stands: see `told`."""
        if not self.held:
            return {}
        spans = slots(readings, others)
        said = said_at(text, spans, sentences_in(masked(text, readings, others)))
        found = ((at, self.told(one, places)) for (_, _, at), one in zip(spans, said, strict=True))
        return {at: told for at, told in found if told is not None}

    def told(self, said: Said, places: re.Pattern[str] | None = None) -> tuple[str, bool] | None:
        """The figure's id, and whether the number is its change; None where no sentence says it, or two disagree.

        What is said of one of the `places`, and there of none, is another number.
        """
        best: dict[tuple[str, bool], float] = {}
        named = set(places.findall(said.before)) if places else set()
        for one, figure, change in self.held.get(_key(said), ()):
            alike = 0.0 if named and places and named - set(places.findall(one.before)) else _alike(said, one)
            if alike > best.get((figure, change), 0.0):
                best[figure, change] = alike
        ranked = sorted(best.items(), key=lambda each: -each[1])
        if not ranked or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
            return None
        return ranked[0][0]


def slots(readings: Sequence[Reading], others: Sequence[NoClaim]) -> list[Slot]:
    """Where numbers stand in a clean text with their hedges, and where without, claims or not, in their order."""
    spans = [(*(one.whole if one.whole[1] else (one.start, one.end)), one.start) for one in readings]
    return sorted([*spans, *((one.start, one.end, one.start) for one in others if one.reason in _COUNTED)])


def said_at(text: str, spans: Sequence[Slot], sentences: Sequence[int]) -> list[Said]:
    """What stands before and after each number, from the start of its sentence to the end."""
    found: list[Said] = []
    for low, high, mine in _by_sentence(spans, sentences):
        gaps = [_words(text[a:b]) for a, b in _between(text, mine, low, high)]
        found += [Said(_SLOT.join(gaps[: n + 1]), _SLOT.join(gaps[n + 1 :])) for n in range(len(mine))]
    return found


def _by_sentence(spans: Sequence[Slot], sentences: Sequence[int]) -> Iterator[tuple[int, int, list[Slot]]]:
    at = 0
    for low, high in pairwise(sentences):
        first = at
        while at < len(spans) and spans[at][2] < high:
            at += 1
        if at > first:
            yield low, high, list(spans[first:at])


def _between(text: str, spans: Sequence[Slot], low: int, high: int) -> Iterator[tuple[int, int]]:
    """The stretches before, between and behind the numbers of a sentence; a unit of shares or people belongs to its number."""
    at = low
    for start, end, _ in spans:
        yield at, max(at, start)
        unit = _UNIT.match(text, end)
        at = unit.end() if unit else end
    yield min(at, high), high


def _words(gap: str) -> str:
    """Letters of a stretch without spaces, a comma for every pause. Whether a number rose or fell is no part of them."""
    gap = _RISE.sub("", gap.rstrip())
    found = _NOT_WORDS.sub(lambda match: "" if match[0].isspace() else _END, gap.lower())
    return found.replace("_", "")


def _alike(said: Said, one: Said) -> float:
    """How much of what stands around a number is the same, counted in Han characters; 0 where that is not enough."""
    left = _same_before(said.before, one.before)
    right = _same_after(said.after, one.after)
    if left is None or right is None:
        return 0.0
    weight = _weight(left) + _weight(right)
    whole = said.before.strip(_END) == one.before.strip(_END) and said.after.strip(_END) == one.after.strip(_END)
    return weight + whole if weight >= (LEAST if whole else ENOUGH) else 0.0


def _same_before(said: str, one: str) -> str | None:
    """The end that both share, from where a clause begins in both; None where that isn't even the number's own clause."""
    n, most = 0, min(len(said), len(one))
    while n < most and said[-n - 1] == one[-n - 1]:
        n += 1
    shared = said[len(said) - n :]
    if all(n == len(text) or text[-n - 1] == _END for text in (said, one)):
        return shared
    cut = shared.find(_END)
    return None if cut < 0 else shared[cut + 1 :]


def _same_after(said: str, one: str) -> str | None:
    """The beginning that both share, up to where a clause ends; None where the stretch to the next number differs."""
    n, most = 0, min(len(said), len(one))
    while n < most and said[n] == one[n]:
        n += 1
    if all(n == len(text) or text[n] in (_END, _SLOT) for text in (said, one)):
        return said[:n]
    cut = max(said.rfind(_END, 0, n), said.rfind(_SLOT, 0, n))
    return None if cut < 0 else said[:cut]


def _key(said: Said) -> str:
    """What has to be the same for anything to be: the last two letters of the clause before the number."""
    return said.before.rpartition(_END)[2][-2:]


def _weight(words: str) -> float:
    return sum(1.0 if char >= "\u3400" else _LATIN for char in words if char not in (_END, _SLOT))
