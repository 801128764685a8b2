"""The view of activities: visits, trainings, outreach. People and person-times are two measures."""

from __future__ import annotations

from concentric.core.courses import RUNGS
from concentric.prove.view import ENTERED, PARTIES, PLACE, PROGRAMME, RECORD, STRENGTH, Measure, View, columns

VIEWS = (
    View(
        "activities",
        (
            *RECORD,
            *PROGRAMME,
            *PARTIES,
            *columns("state kind setting title site site_number site_name"),
            *columns("held_on confirmed_on verified_on", "date"),
            *columns("people person_times", "decimal"),
            *columns("followed"),
            *STRENGTH,
            *PLACE,
            *ENTERED,
        ),
        ladder=RUNGS[1:],
        measures=(
            Measure("people", (None, "people", "people", "people")),
            Measure("person_times", (None, "person_times", "person_times", "person_times")),
        ),
        dated="held_on",
        labels=("number", "title", "supporter_name", "recipient_name", "site_name", "place_name"),
    ),
)
