"""The copy of the review with errors in it: `planted.*.txt` says which, so that a reader can read them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from concentric.core.terms.scripts import to_traditional

from . import HERE, review


@dataclass(frozen=True)
class Planted:
    """One error: what the review says, what the copy says, and what has to be said of which number in it."""

    kind: str
    was: str
    now: str
    marked: str
    verdict: str
    figure: str
    reason: str


@cache
def planted(lang: str) -> tuple[Planted, ...]:
    """The rows of the table. Traditional is the same copy in other characters."""
    lines = (HERE / f"planted.{source_of(lang)}.txt").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.split("|")] for line in lines if line and not line.startswith("#")]
    return tuple(Planted(*row) for row in rows)


@cache
def copy(lang: str) -> str:
    """The review with every error of the table in it. A row that changes nothing speaks of the change before it."""
    text, _ = review(source_of(lang))
    for row in planted(lang):
        if row.was != row.now:
            # The table sets its Chinese wider than the review prints it.
            letters = re.split(r"\s*", row.was) if source_of(lang) != "en" else [row.was]
            text, count = re.subn(r"\s*".join(map(re.escape, filter(None, letters))), lambda _, to=row.now: to, text)
            assert count == 1, f"{row.was!r} stands {count} times in the review"
    return to_traditional(text) if lang == "zh-Hant" else text


def source_of(lang: str) -> str:
    """The language that a copy is written in."""
    return "en" if lang == "en" else "zh-Hans"
