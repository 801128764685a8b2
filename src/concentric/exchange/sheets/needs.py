"""Needs: a row is what an organisation asks for, in a category of the book."""

from __future__ import annotations

from concentric.exchange.rows.look import Look
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import Fields, RecordSheet, Values
from concentric.match.models import Need
from concentric.match.needs import check

URGENCIES = ("0", "1", "2", "3")


def asked_or_held(values: Values, look: Look) -> Fields:
    """What a need and an offer say alike."""
    own, programme, organisation, category, what, quantity, unit, since, until = values
    root = look.organisation(organisation, "organisation")
    look.own("organisation", root)
    if quantity is not None and not unit:
        look.wrong("commitment-without-unit", "unit")
    elif quantity is None and unit:
        look.wrong("commitment-unit-alone", "unit", unit=unit)
    look.in_order(since, until, "until")
    return {
        "number": own,
        "programme_id": look.programme(programme, "programme"),
        "organisation_id": root,
        "category": look.code("category", category, "category"),
        "what": what or "",
        "quantity": quantity,
        "unit": unit or "",
        "since": since,
        "until": until,
    }


def build(values: Values, look: Look) -> Fields:
    *alike, urgency, _ = values
    return asked_or_held(alike, look) | {"urgency": int(urgency or 0)}


ALIKE = (
    number("number"),
    Column("programme", "reference", words="programme-if-any", table="programme", width=16),
    Column("organisation", "reference", required=True),
    Column("category", "reference", required=True, words="help-category", length=32, table="category", width=14),
    Column("what", "text", words="need-what", length=400, width=28),
    Column("quantity", "amount", words="need-quantity", width=10),
    Column("unit", "text", words="need-unit", length=32, width=10),
    Column("since", "date", required=True, words="holds-since", width=13),
    Column("until", "date", words="holds-until", width=13),
)
SHEET = RecordSheet(
    "needs",
    (*ALIKE, Column("urgency", "choice", words="need-urgency", choices=URGENCIES, terms="choice-urgency", width=10)),
    writers=frozenset({"recipient"}),
    model=Need,
    build=build,
    check=check,
    told_at={"entry-dates-out-of-order": "until"},
)
