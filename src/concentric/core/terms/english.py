"""English nouns that a book gives in the plural, beside a one: 1 topic."""

from __future__ import annotations

import re

ODD = {"people": "person", "children": "child", "women": "woman", "men": "man", "buses": "bus", "series": "series"}
"""Plurals that the endings below would get wrong."""
_ENDINGS = ((r"(?<=\w\w)ies$", "y"), (r"(?<=ss|sh|ch)es$", ""), (r"(?<=x|z)es$", ""), (r"(?<![s])s$", ""))


def singular(unit: str) -> str:
    """A unit as it stands after a one: the last word before any "of" or "in", and each that an "and" joins.

    Words that bear no plural's ending stay as they are: CNY, staff.
    """
    head, *rest = re.split(r"(?= (?:of|in|for|with|on) )", unit, maxsplit=1)
    parts = [_last(part) for part in head.split(" and ")]
    return " or ".join(parts) + "".join(rest)


def _last(words: str) -> str:
    before, gap, word = words.rpartition(" ")
    known = ODD.get(word)
    if known is None:
        # Abbreviations, and words of one or two letters, have no plural to undo.
        known = word if word.isupper() or len(word) < 3 else _undone(word)
    return before + gap + known


def _undone(word: str) -> str:
    for ending, single in _ENDINGS:
        found, count = re.subn(ending, single, word)
        if count:
            return found
    return word


def counted(unit: str, shown: str, lang: str) -> str:
    """The unit that stands beside a printed number: in English the singular beside 1, else as the book has it."""
    return singular(unit) if lang == "en" and shown == "1" else unit
