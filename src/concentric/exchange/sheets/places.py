"""Places: a row is a place by its code."""

from __future__ import annotations

from concentric.core.terms.codes import clean, is_place_code
from concentric.exchange.rows.look import Look
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import Fields, RecordSheet, Values
from concentric.register.models import PLACE_LEVELS, Place

BOUNDS = {"latitude": 90, "longitude": 180}


def build(values: Values, look: Look) -> Fields:
    code, name, level, parent, latitude, longitude, since, until, _ = values
    code = clean(code)
    if not is_place_code(code):
        look.wrong("place-code", "number", code=code)
    if parent == code:
        look.wrong("place-in-itself", "parent", code=code)
    for column, value in (("latitude", latitude), ("longitude", longitude)):
        if value is not None and abs(value) > BOUNDS[column]:
            look.wrong("place-off-the-globe", column, value=str(value), most=BOUNDS[column])
    look.in_order(since, until, "valid_until")
    return {
        "code": code,
        "name": name,
        "level": level,
        "parent_id": look.place(parent, "parent"),
        "latitude": latitude,
        "longitude": longitude,
        "valid_from": since,
        "valid_until": until,
    }


SHEET = RecordSheet(
    "places",
    (
        number("place-code"),
        Column("name", "text", required=True, words="place-name", width=22),
        Column("level", "choice", required=True, choices=PLACE_LEVELS, terms="choice-level", width=10),
        Column("parent", "reference", width=16),
        Column("latitude", "amount", signed=True, width=12),
        Column("longitude", "amount", signed=True, width=12),
        Column("valid_from", "date", words="valid-from", width=13),
        Column("valid_until", "date", words="valid-until", width=13),
    ),
    model=Place,
    build=build,
)
