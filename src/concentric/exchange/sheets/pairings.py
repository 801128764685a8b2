"""Pairings: a row proposes that a supporter and a recipient work together."""

from __future__ import annotations

from concentric.exchange.rows.look import Look
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import Fields, RecordSheet, Values
from concentric.match.models import HELP_LENGTH, Pairing

HELP_TYPES = Column("help_types", "references", length=HELP_LENGTH, words="help-types", table="category", width=18)
"""The kinds of help are the categories of the book, as those of needs and offers are."""


def build(values: Values, look: Look) -> Fields:
    own, programme, supporter, recipient, proposed_on, batch, help_types, note, _ = values
    parties = look.parties(supporter, recipient, "match-paired-with-itself", own)
    look.not_yet(proposed_on, "proposed_on")
    return {
        "number": own,
        "programme_id": look.programme(programme, "programme"),
        **parties,
        "proposed_on": proposed_on,
        "batch": batch or "",
        "help_types": look.codes(HELP_TYPES, help_types),
        "note": note or "",
    }


SHEET = RecordSheet(
    "pairings",
    (
        number("number"),
        Column("programme", "reference", required=True, table="programme", width=16),
        Column("supporter", "reference", required=True),
        Column("recipient", "reference", required=True),
        Column("proposed_on", "date", required=True, words="proposed-on", width=13),
        Column("batch", "text", length=64, width=10),
        HELP_TYPES,
        Column("note", "text", length=2000, width=24),
    ),
    writers=frozenset({"supporter"}),
    model=Pairing,
    build=build,
)
