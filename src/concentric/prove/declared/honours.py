"""The view of honours."""

from __future__ import annotations

from concentric.prove.view import ENTERED, ORGANISATION, PLACE, PROGRAMME, RECORD, Column, View, columns

VIEWS = (
    View(
        "honours",
        (
            *RECORD,
            *PROGRAMME,
            *ORGANISATION,
            *columns("title kind level batch awarded_by source"),
            Column("awarded_on", "date"),
            *PLACE,
            *ENTERED,
        ),
        dated="awarded_on",
        labels=("number", "title", "organisation_name", "batch", "awarded_by", "place_name"),
    ),
)
