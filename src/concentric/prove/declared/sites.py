"""The view of sites."""

from __future__ import annotations

from concentric.core.courses import RUNGS
from concentric.prove.view import ENTERED, PARTIES, PLACE, PROGRAMME, RECORD, STRENGTH, View, columns

VIEWS = (
    View(
        "sites",
        (
            *RECORD,
            *PROGRAMME,
            *PARTIES,
            *columns("state kind category name"),
            *columns("planned_on started_on opened_on confirmed_on verified_on closed_on due", "date"),
            *columns("followed"),
            *STRENGTH,
            *PLACE,
            *ENTERED,
        ),
        ladder=RUNGS,
        dated="opened_on",
        labels=("number", "name", "recipient_name", "supporter_name", "place_name"),
    ),
)
