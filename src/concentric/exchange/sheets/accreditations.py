"""Accreditations: a row is a candidate's application under a scheme of the book."""

from __future__ import annotations

from decimal import Decimal

from concentric.exchange.rows.look import Look
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import Fields, RecordSheet, Values
from concentric.keep.accreditations import check
from concentric.keep.models import HONOUR_LEVELS, Accreditation


def build(values: Values, look: Look) -> Fields:
    own, programme, scheme, level, candidate, applied_on, threshold, _ = values
    root = look.organisation(candidate, "candidate")
    look.not_yet(applied_on, "applied_on")
    look.own("candidate", root)
    code = look.code("scheme", scheme, "scheme")
    return {
        "number": own,
        "programme_id": look.programme(programme, "programme"),
        "scheme": code,
        "level": level or "",
        "candidate_id": root,
        "applied_on": applied_on,
        "threshold": _threshold(code, look) if threshold is None else threshold,
    }


def _threshold(scheme: str, look: Look) -> Decimal | None:
    """The points that the book asks for where the row names none. They stay while the scheme does."""
    if look.former is not None and look.former["scheme"] == scheme:
        found: Decimal | None = look.former["threshold"]
        return found
    listed = look.book.listed("scheme", scheme)
    return Decimal(listed.threshold) if listed is not None and listed.threshold else None


SHEET = RecordSheet(
    "accreditations",
    (
        number("number"),
        Column("programme", "reference", required=True, table="programme", width=16),
        Column("scheme", "reference", required=True, length=64, table="scheme", width=16),
        Column("level", "choice", words="scheme-level", choices=HONOUR_LEVELS, terms="choice-award-level", width=10),
        Column("candidate", "reference", required=True),
        Column("applied_on", "date", required=True, words="applied-on", width=13),
        Column("threshold", "amount", width=10),
    ),
    writers=frozenset({"recipient"}),
    model=Accreditation,
    build=build,
    check=check,
)
