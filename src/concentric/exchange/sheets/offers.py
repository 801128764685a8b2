"""Offers: a row is what an organisation holds out, and how many recipients it can take on."""

from __future__ import annotations

from concentric.exchange.rows.look import Look
from concentric.exchange.sheets.column import Column
from concentric.exchange.sheets.needs import ALIKE, asked_or_held
from concentric.exchange.sheets.sheet import Fields, RecordSheet, Values
from concentric.match.models import Offer
from concentric.match.offers import check

MOST = 10_000


def build(values: Values, look: Look) -> Fields:
    *alike, capacity, _ = values
    return asked_or_held(alike, look) | {"capacity": capacity}


SHEET = RecordSheet(
    "offers",
    (*ALIKE, Column("capacity", "count", words="offer-capacity", most=MOST, width=12)),
    writers=frozenset({"supporter"}),
    model=Offer,
    build=build,
    check=check,
    told_at={"entry-dates-out-of-order": "until", "entry-too-small": "capacity"},
)
