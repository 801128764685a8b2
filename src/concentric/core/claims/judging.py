"""The verdict on one claim: first whether a figure is meant for sure, then whether its value lies in what the words allow."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from concentric.core.claims.catalogue import Figure
from concentric.core.claims.features import bare_name
from concentric.core.claims.link import Candidate
from concentric.core.claims.reading import Reading
from concentric.core.claims.surroundings import Around

Verdict = Literal[
    "supported", "understated", "contradicted", "unsupported", "ambiguous", "vague", "other-denominator", "unreadable"
]

LEAST, LEAST_AGREED = 0.3, 0.2
"""A name of which less than this stands around a claim isn't meant; less still where its value agrees."""
CLOSE = 0.88
"""A second candidate that scores this share of the first leaves the choice to a person."""
SURE, AGREED, HARDLY = 0.6, 0.46, 0.12
"""From which certainty a figure is held against a claim; from which one is that agrees; and under which none is.

A value that agrees says little by itself, but hardly ever agrees by accident where the words already point to its
figure; one that doesn't agree is as often a sign that another figure is meant.
"""
RIVAL = 0.4
"""From which share of the first one's score a second figure with a fitting value stands in its way."""
FAR = Decimal(3)
"""A figure that is this many times the claim, and no slip of a decimal place, is rather another figure."""


@dataclass
class Claim:
    """A claim on its way to a verdict, and the verdict. `why` is a key of words.

    `derived` says how the value follows from `parts` where no figure says it: growth, difference, share, sum. `true` is
    what the claim was compared with. `too_strong` are the words that promise more than the figure's strength holds.
    `subject` is the figure whose change the claim is known to be.
    """

    reading: Reading
    around: Around
    candidates: tuple[Candidate, ...] = ()
    verdict: Verdict = "unsupported"
    figure: Figure | None = None
    why: str = "none"
    derived: str = ""
    parts: tuple[Figure, ...] = ()
    true: Decimal | None = None
    too_strong: str = ""
    findings: list[str] = field(default_factory=list)
    subject: Figure | None = None

    def settle(
        self, reading: Reading, figure: Figure, values: Sequence[Decimal], derived: str, *, parts: tuple[Figure, ...]
    ) -> None:
        """Judge by values that were computed from figures."""
        self.verdict = judge(reading, values)
        self.figure, self.why, self.derived, self.parts = figure, self.verdict, derived, parts
        self.true = values[0]


def doubt(candidates: Sequence[Candidate], around: Around, agreeing: Sequence[Candidate] = ()) -> str:
    """Why no figure is held against the claim: "none" is meant, the choice is "close", the link "weak"; "" where one is.

    `agreeing` are the candidates whose values lie in what the claim allows.
    """
    if not candidates:
        return "none"
    first = candidates[0]
    if not first.timely:
        return "other-year"
    if first.told:
        return ""
    covered = first.covered / 0.8 if around.bare else first.covered
    certain = certainty(candidates, around)
    agrees = first in agreeing
    if covered < (LEAST_AGREED if agrees else LEAST) or certain < HARDLY or (not around.bare and first.own < 0.12):
        return "none"
    if (
        len(candidates) > 1
        and candidates[1].score > CLOSE * first.score
        and not first.sets_apart(candidates[1], around)
    ):
        return "close"
    named = around.bare or first.headed >= 0.35 or (first.own >= 0.3 and not around.counted)
    if agrees and certain >= AGREED and named:
        return "" if certain >= SURE or not _rivals(first, agreeing) else "close"
    return "" if certain >= SURE else "weak"


def _rivals(first: Candidate, agreeing: Sequence[Candidate]) -> bool:
    """Whether another figure has such a value too, and is nearly as likely meant; itself in another year is none."""
    return any(
        one is not first and one.score > RIVAL * first.score and bare_name(one.name) != bare_name(first.name)
        for one in agreeing
    )


def certainty(candidates: Sequence[Candidate], around: Around) -> float:
    """How likely it is that the first figure is meant at all, from 0 to 1.

    A logistic curve over what the link rests on. Its weights were fitted on the tuning half of the labelled texts, each
    claim once with its figure in the catalogue and once without it: a name that merely resembles has to be told apart.
    A name that stands in the clause word for word is meant.
    """
    first = candidates[0]
    rival = candidates[1].score / first.score if len(candidates) > 1 else 0.0
    if rival and first.sets_apart(candidates[1], around):
        rival *= 0.6
    covered = first.covered / 0.8 if around.bare else first.covered
    own = 0.0 if around.bare else first.own
    told = min(2.0, math.log1p(first.telling))
    counts = {None: 0.0, True: 0.29, False: -0.79}[first.counts]
    sum_ = 2.53 * covered - 0.81 * own + 0.12 * first.headed + 3.14 * min(1.0, first.explained) - 1.74 * rival
    sum_ += 0.6 * around.bare + 0.91 * told + counts - 2.56
    likely = 1 / (1 + math.exp(-sum_))
    return max(likely, SURE) if bare_name(first.name) in around.told else likely


def compare(reading: Reading, figure: Figure) -> Verdict | None:
    """supported, understated or contradicted; None where the figure has no value to compare with."""
    if reading.interval is None or figure.value is None:
        return None
    return judge(reading, as_said(reading, figure, figure.value))


def judge(reading: Reading, values: Sequence[Decimal]) -> Verdict:
    """Whether one of the values lies in the claim's interval, or above it where the wording says "over"."""
    span = reading.interval
    if span is None:
        return "unsupported"
    if any(span.holds(value) for value in values):
        return "supported"
    if reading.hedge == "over" and values and all(value >= span.high for value in values):
        return "understated"
    return "contradicted"


def as_said(reading: Reading, figure: Figure, value: Decimal) -> list[Decimal]:
    """The figure's value in the terms of the wording: a fall is told without its sign, a doubling as a share."""
    if reading.unit_class == "multiple" and figure.unit_class == "percent":
        return [1 + value / 100]
    if reading.unit_class == "percent" and figure.unit_class == "multiple":
        return [(value - 1) * 100 if reading.change else value * 100]
    if reading.change == "down" and value < 0:
        return [-value]
    return [value]


def far_off(reading: Reading, value: Decimal) -> bool:
    """Whether the values are so far apart that the claim hardly means the figure. A slip of ten or 10,000 is near."""
    said = reading.value
    if said is None or not said or not value:
        return False
    times = max(abs(said / value), abs(value / said))
    if times < FAR:
        return False
    return all(abs(times / Decimal(10) ** power - 1) > Decimal("0.06") for power in (1, 2, 3, 4, 8))
