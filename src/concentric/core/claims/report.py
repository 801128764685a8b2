"""The report as JSON of the contract: offsets into the text as it was given, numbers as JSON numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from concentric.core.claims.checking import Report
from concentric.core.claims.judging import Claim
from concentric.core.claims.wording import finding_words, why_words

CANDIDATES = 5


def as_document(report: Report, lang: str = "en") -> dict[str, Any]:
    """`claims` and `not_claims`, each in the order of the text; `findings` on what doesn't go together. `why` in `lang`."""
    places = {id(claim): n for n, claim in enumerate(report.claims)}
    return {
        "claims": [_claim(report, one, lang) for one in report.claims],
        "not_claims": [{**_place(report, one.start, one.end), "reason": one.reason} for one in report.others],
        "findings": [
            {
                "kind": one.kind,
                "claims": [places[id(one.one)], places[id(one.other)]],
                "says": finding_words(report, one, lang),
            }
            for one in report.findings
        ],
    }


def _place(report: Report, start: int, end: int) -> dict[str, Any]:
    first, last = report.clean.span(start, end)
    return {"start": first, "end": last, "text": report.clean.original[first:last]}


def _claim(report: Report, claim: Claim, lang: str) -> dict[str, Any]:
    reading, span = claim.reading, claim.reading.interval
    figure = claim.figure
    return {
        **_place(report, reading.start, reading.end),
        "value": number(reading.value),
        "low": number(span.low) if span else None,
        "high": number(span.high) if span else None,
        "high_open": bool(span and span.open_high),
        "unit": reading.unit,
        "unit_class": figure.unit_class if figure and reading.loose else reading.unit_class,
        "hedge": reading.hedge,
        "verdict": claim.verdict,
        "figure": figure.id if figure else None,
        "candidates": [one.figure.id for one in claim.candidates[:CANDIDATES]],
        "derived": claim.derived or None,
        "parts": [part.id for part in claim.parts],
        "too_strong": claim.too_strong or None,
        "reason": claim.derived or claim.why,
        "why": why_words(claim, lang),
    }


def number(value: Decimal | None) -> int | float | None:
    """A JSON number: whole ones stay whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
