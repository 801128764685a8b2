"""Statistics: a row is a number from outside, with its source."""

from __future__ import annotations

from concentric.exchange.rows.book_words import folded
from concentric.exchange.rows.look import Look
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import Fields, RecordSheet, Values
from concentric.keep.models import Statistic


def build(values: Values, look: Look) -> Fields:
    own, indicator, value, unit, period, place, scope, source, published_on, _ = values
    return {
        "number": own,
        "indicator": _indicator(indicator, look),
        "value": value,
        "unit": unit,
        "period": period,
        "place_id": look.place(place, "place"),
        "scope": scope or "",
        "source": source,
        "published_on": published_on,
    }


def _indicator(text: str, look: Look) -> str:
    """Its code. A number that no indicator prints may be kept all the same, but hardly anybody means to."""
    known = look.listed("statistic")
    found = known.get(folded(text))
    if known and found is None:
        look.warn("statistic-not-printed", "indicator", text=text)
    return found or text


SHEET = RecordSheet(
    "statistics",
    (
        number("number"),
        Column("indicator", "reference", required=True, length=64, table="statistic", width=26),
        Column("value", "amount", required=True, signed=True, width=16),
        Column("unit", "text", required=True, words="statistic-unit", length=32, width=10),
        Column("period", "period", required=True, width=12),
        Column("place", "reference", width=14),
        Column("scope", "text", length=400, width=24),
        Column("source", "text", required=True, length=400, width=28),
        Column("published_on", "date", words="published-on", width=13),
    ),
    model=Statistic,
    build=build,
)
