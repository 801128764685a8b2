"""What becomes of the problems of enterprises: how many go which way. Every seed has these counts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Fate:
    """`count` cases that go one way. `word` is what the raiser says of the answer, `by` its own account or the office.

    `early`: answered by August, so that it can be drawn to be looked back on in October. `then`: the answer given
    after the raiser was not satisfied. `end`: declined or withdrawn, without an answer.
    """

    count: int
    outcome: str = ""
    word: str = ""
    by: str = "own"
    early: bool = False
    then: str = ""
    end: str = ""


LOOK_BACK = (
    Fate(38, "solved", "satisfied", early=True),
    Fate(14, "solved", "satisfied"),
    Fate(5, "solved", "satisfied", by="office"),
    Fate(4, "solved"),
    Fate(2, "solved", "no-answer", by="office"),
    Fate(2, "solved", "not-satisfied"),
    Fate(1, "solved", "not-satisfied", early=True, then="under-way"),
    Fate(21, "under-way"),
    Fate(10, "planned"),
    Fate(7, "explained"),
    Fate(4, end="declined"),
    Fate(5, end="withdrawn"),
    Fate(5),
)
"""Problems that looking back found. Four of the 38 relapse and are answered again as under way: 61 are solved and 26
under way when the year's account is drawn up, 87 in all that were moved to a solution."""
OTHERS = (
    Fate(20, "solved", "satisfied", early=True),
    Fate(8, "solved", "satisfied"),
    Fate(4, "solved", "satisfied", by="office"),
    Fate(6, "solved"),
    Fate(2, "solved", "not-satisfied"),
    Fate(12, "under-way"),
    Fate(5, "planned"),
    Fate(13, "explained", "satisfied", by="office"),
    Fate(6, end="declined"),
    Fate(5, end="withdrawn"),
    Fate(5),
)
"""Problems that came in any other way."""
LATE, EXTENDED = 13, 11
"""How many of all are answered after their day, and how many had that day moved before it had come."""
FOUND = {
    "look-back": ("holds",) * 10 + ("relapsed",) * 4 + ("partly", "no-answer"),
    "others": ("holds",) * 5 + ("relapsed", "unclear", "no-answer"),
}
"""What is found of those that are drawn, in the order in which they are drawn."""
PLANNED = ("holds", "holds", "holds", "holds", "no-answer", "")
"""What is found of those that are looked back on by plan, 30 days after their answer; "" is not known yet."""


def total(fates: tuple[Fate, ...]) -> int:
    """How many cases there are in all."""
    return sum(fate.count for fate in fates)
