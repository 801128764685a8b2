"""Everything numeric in a text, whatever its language: each line goes to the grammar of its script."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from types import ModuleType

from concentric.core.claims import chinese, english
from concentric.core.claims.cleaning import Clean
from concentric.core.claims.columns import read_cells
from concentric.core.claims.reading import NoClaim, Reading, Taken

_HAN = re.compile("[\u3400-\u9fff]")
_DIGEST = re.compile(r"\b(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{16,}\b")
_LATIN = re.compile("[A-Za-z]")


@dataclass(frozen=True)
class Found:
    """Readings and other numerals in the order of the text, in places of the clean text."""

    readings: list[Reading]
    others: list[NoClaim]


def find(cleaned: Clean) -> Found:
    """Read every line by its script. Unreadable stretches come back as readings that nobody judges."""
    text = cleaned.text
    readings: list[Reading] = []
    others: list[NoClaim] = []
    for start, end in cleaned.unreadable:
        readings.append(Reading(start, end, None, None, "", "count", listed="unreadable", whole=(start, end)))
    in_cells, units = read_cells(text)
    readings += [one for one in in_cells if not any(a < one.end and one.start < b for a, b in cleaned.unreadable)]
    digests = [match.span() for match in _DIGEST.finditer(text)]
    others += [NoClaim(start, end, "code") for start, end in digests]
    spoken_for = sorted([*cleaned.unreadable, *digests, *units, *((one.start, one.end) for one in in_cells)])
    for start, end, grammar in _stretches(text):
        part = text[start:end]
        taken = Taken(len(part))
        for a, b in spoken_for[max(0, bisect_left(spoken_for, (start, start)) - 1) :]:
            if a >= end:
                break
            if b > start:
                taken.take(max(a - start, 0), min(b, end) - start)
        found, left = grammar.read_text(part, taken)
        readings += [_moved(one, start) for one in found]
        others += [replace(one, start=one.start + start, end=one.end + start) for one in left]
    return Found(sorted(readings, key=lambda one: one.start), sorted(others, key=lambda one: one.start))


def _moved(one: Reading, by: int) -> Reading:
    if not by:
        return one
    whole = (one.whole[0] + by, one.whole[1] + by)
    return replace(one, start=one.start + by, end=one.end + by, whole=whole)


def _stretches(text: str) -> list[tuple[int, int, ModuleType]]:
    """Runs of lines in one language, and each cell of a table. A line with few Han characters among many Latin ones is

    English.
    """
    found: list[tuple[int, int, ModuleType]] = []
    at = 0
    joins = False
    for line in text.splitlines(keepends=True):
        end = at + len(line)
        han, latin = len(_HAN.findall(line)), len(_LATIN.findall(line))
        if han or latin:
            grammar: ModuleType = english if han * 6 < latin else chinese
        else:
            grammar = found[-1][2] if found else chinese
        if "\t" in line:
            for cell in line.split("\t"):
                found.append((at, at + len(cell), grammar))
                at += len(cell) + 1
            joins = False
        elif joins and found[-1][2] is grammar:
            found[-1] = (found[-1][0], end, grammar)
        else:
            found.append((at, end, grammar))
            joins = True
        at = end
    return found
