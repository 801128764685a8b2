"""The view of accreditations. The candidate is the recipient; what a body outside named is verified."""

from __future__ import annotations

from concentric.core.courses import RUNGS
from concentric.prove.view import ENTERED, PLACE, PROGRAMME, RECIPIENT, RECORD, STRENGTH, Column, Measure, View, columns

VIEWS = (
    View(
        "accreditations",
        (
            *RECORD,
            *PROGRAMME,
            *RECIPIENT,
            *columns("state scheme level batch"),
            *columns("applied_on assessed_on named_on holds_until lapsed_on", "date"),
            *columns("threshold points", "decimal"),
            Column("items", "integer"),
            *STRENGTH,
            *PLACE,
            *ENTERED,
        ),
        ladder=RUNGS,
        measures=(Measure("points", ("points", "points", "points", "points")),),
        dated="applied_on",
        labels=("number", "scheme", "recipient_name", "batch", "place_name"),
    ),
)
