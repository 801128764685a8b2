"""How an author would have written the right number: in the same scale, as finely, behind the same hedge."""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal

from concentric.core.claims.cleaning import clean
from concentric.core.claims.found import find
from concentric.core.claims.judging import Claim
from concentric.core.claims.reading import Reading

_NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?")
FINEST = 2
"""Decimals at most where the author wrote none and a rounded number would be wrong."""


def suggested(claim: Claim, text: str) -> tuple[int, int, str] | None:
    """Start, end (in the clean text) and the words to put there; None where there is nothing to put right.

    Only the digits change. What is proposed was read again, and holds; where that can't be had, nothing is proposed.
    """
    reading, true = claim.reading, claim.true
    if claim.verdict not in ("contradicted", "understated", "other-denominator") or true is None or not reading.value:
        return None
    numeral = _NUMERAL.search(text, reading.start, reading.end)
    if numeral is None:
        return None
    written = numeral[0]
    said = Decimal(written.replace(",", ""))
    if said == 0 or true < 0:
        return None
    factor = reading.value / said
    for figure in _numbers(true / factor, said, written, reading.hedge):
        words = f"{figure:,f}" if "," in written or (figure >= 10_000 and reading.lang == "en") else f"{figure:f}"
        if words != written and _holds(text, numeral.start(), numeral.end(), words, reading, true):
            return numeral.start(), numeral.end(), words
    return None


def _numbers(value: Decimal, said: Decimal, written: str, hedge: str) -> list[Decimal]:
    """What could be written, the most like the author's own first."""
    decimals = len(written.partition(".")[2])
    digits = len(written.replace(",", "").replace(".", "").strip("0")) or 1
    if hedge in ("over", "near", "about"):
        rounding = {"over": ROUND_FLOOR, "near": ROUND_CEILING}.get(hedge, ROUND_HALF_EVEN)
        return [_significant(value, n, rounding) for n in range(digits, digits + 3)]
    exact = [value.quantize(Decimal(1).scaleb(-n), ROUND_HALF_EVEN) for n in range(decimals, max(decimals, FINEST) + 1)]
    return [*exact, value.normalize()]


def _significant(value: Decimal, digits: int, rounding: str) -> Decimal:
    step = Decimal(1).scaleb(value.adjusted() - digits + 1)
    rounded = (value / step).to_integral_value(rounding) * step
    if rounding == ROUND_CEILING and rounded == value:
        rounded += step  # just below a number is not the number
    return rounded.quantize(Decimal(1)) if rounded == rounded.to_integral_value() else rounded.normalize()


def _holds(text: str, start: int, end: int, words: str, reading: Reading, true: Decimal) -> bool:
    """Whether the number, read in its place again, allows the true value."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    changed = text[line_start:start] + words + text[end:line_end]
    at = start - line_start
    for found in find(clean(changed)).readings:
        if found.start <= at < found.end:
            span = found.interval
            return span is not None and found.unit_class == reading.unit_class and span.holds(true)
    return False
