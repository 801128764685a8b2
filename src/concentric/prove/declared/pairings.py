"""The view of pairings."""

from __future__ import annotations

from concentric.core.courses import RUNGS
from concentric.prove.view import ENTERED, PARTIES, PLACE, PROGRAMME, RECORD, STRENGTH, View, columns

VIEWS = (
    View(
        "pairings",
        (
            *RECORD,
            *PROGRAMME,
            *PARTIES,
            *columns("state batch help_types"),
            *columns("proposed_on agreed_on verified_on holds_until ended_on", "date"),
            *columns("followed"),
            *STRENGTH,
            *PLACE,
            *columns("note", disclosure="office"),
            *ENTERED,
        ),
        ladder=RUNGS,
        dated="agreed_on",
        labels=("number", "supporter_name", "recipient_name", "place_name", "batch"),
    ),
)
