"""Honours: a row is an honour that an organisation received, with its source."""

from __future__ import annotations

from concentric.exchange.rows.look import Look
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import Fields, RecordSheet, Values
from concentric.keep.honours import check
from concentric.keep.models import HONOUR_KINDS, HONOUR_LEVELS, Honour


def build(values: Values, look: Look) -> Fields:
    own, programme, organisation, title, kind, level, batch, awarded_by, awarded_on, source, _ = values
    look.not_yet(awarded_on, "awarded_on")
    return {
        "number": own,
        "programme_id": look.programme(programme, "programme"),
        "organisation_id": look.organisation(organisation, "organisation"),
        "title": title,
        "kind": kind,
        "level": level,
        "batch": batch or "",
        "awarded_by": awarded_by,
        "awarded_on": awarded_on,
        "source": source,
    }


SHEET = RecordSheet(
    "honours",
    (
        number("number"),
        Column("programme", "reference", words="programme-if-any", table="programme", width=16),
        Column("organisation", "reference", required=True),
        Column("title", "text", required=True, words="honour-title", width=28),
        Column("kind", "choice", required=True, words="honour-kind", choices=HONOUR_KINDS, terms="choice-honour"),
        Column(
            "level", "choice", required=True, words="honour-level", choices=HONOUR_LEVELS, terms="choice-award-level"
        ),
        Column("batch", "text", length=64, width=10),
        Column("awarded_by", "text", required=True, words="awarded-by", width=24),
        Column("awarded_on", "date", required=True, words="awarded-on", width=13),
        Column("source", "text", required=True, length=400, width=28),
    ),
    model=Honour,
    build=build,
    check=check,
)
