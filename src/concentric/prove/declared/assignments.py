"""The view of assignments, with the visits that were paid under each."""

from __future__ import annotations

from concentric.core.courses import RUNGS
from concentric.prove.view import ENTERED, PARTIES, PLACE, PROGRAMME, RECORD, STRENGTH, View, columns

VIEWS = (
    View(
        "assignments",
        (
            *RECORD,
            *PROGRAMME,
            *PARTIES,
            *columns("state kind appointment appointment_number post_number title"),
            *columns("since confirmed_on verified_on holds_until ended_on visited_on", "date"),
            *columns("rhythm visits", "integer"),
            *columns("followed"),
            *STRENGTH,
            *PLACE,
            *ENTERED,
        ),
        ladder=RUNGS[1:],
        dated="since",
        labels=("number", "recipient_name", "supporter_name", "appointment_number", "title", "place_name"),
    ),
)
