"""Villages: a row is a place of level village and the organisation that speaks for it, its committee."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256

from concentric.core.terms.codes import clean, is_place_code
from concentric.exchange.rows.look import Look
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.organisations import CONTACTS, SIZE, USCC, read_uscc
from concentric.exchange.sheets.sheet import Fields, RecordSheet, Values
from concentric.ledger.models import Record
from concentric.register.models import Organisation, Place


def place_code(office_number: str, code: str | None) -> str:
    """The village's code, or one derived from the office's number: V-<number>, always the same."""
    if code:
        return clean(code)
    derived = f"V-{office_number}"
    return derived if is_place_code(derived) else f"V-{sha256(office_number.encode()).hexdigest()[:12]}"


def companions(values: Values) -> Iterator[tuple[type[Record], str]]:
    if values[0]:
        yield Place, place_code(values[0], values[2])


def build(values: Values, look: Look) -> Fields:
    office_number, name, code, county, uscc, contact_name, contact_phone, size, _ = values
    if code and not re.fullmatch(r"[0-9]{12}|[A-Za-z].*", clean(code)):
        look.wrong("village-code", "code", code=str(code))
    parent = look.place(county, "county")
    if parent is not None and look.level_of(parent) == "village":
        look.wrong("village-in-a-village", "county", place=str(county))
    place = look.village_place(place_code(office_number, code), name, parent, derived=not code)
    return {
        "number": office_number,
        "name": name,
        "kind": "village",
        "uscc": read_uscc(uscc, look),
        "place_id": place,
        "contact_name": contact_name or "",
        "contact_phone": contact_phone or "",
        "size_class": size or "",
    }


SHEET = RecordSheet(
    "villages",
    (
        number("village-number"),
        Column("name", "text", required=True, words="village-name", width=22),
        Column("code", "reference", words="village-code", width=16),
        Column("county", "reference", required=True, width=14),
        USCC,
        *CONTACTS,
        SIZE,
    ),
    model=Organisation,
    build=build,
    companions=companions,
)
