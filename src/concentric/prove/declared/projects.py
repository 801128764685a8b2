"""The views of projects, of the money that arrived for them, and of the events at which they were signed."""

from __future__ import annotations

from concentric.core.courses import RUNGS
from concentric.prove.view import (
    ENTERED,
    PARTIES,
    PLACE,
    PROGRAMME,
    RECORD,
    STRENGTH,
    Column,
    Measure,
    View,
    amounts,
    columns,
    rungs_of,
)

_OF = columns("project project_number project_name")

VIEWS = (
    # Stages and arrivals as far as they are backed: what projects and arrivals are made of. Not for figures.
    View(
        "stages",
        (
            *columns("idx n backed_by", "integer"),
            *columns("record matter number name answer attested channel recorded_by followed"),
            *columns("recorded_at", "time"),
            *columns("arrived confirmed verified held", "decimal"),
            *columns("occurred_on confirmed_on verified_on", "date"),
            *columns("strength held_strength", "integer"),
        ),
    ),
    View(
        "projects",
        (
            *RECORD,
            *PROGRAMME,
            *PARTIES,
            *columns("state kind name industry chain chain_number chain_name currency"),
            *amounts("amount", "pledged reported confirmed verified"),
            *columns("lead_on signed_on started_on producing_on at_capacity_on arrived_on ended_on due", "date"),
            *columns("signings arrivals", "integer"),
            *columns("followed"),
            *STRENGTH,
            *PLACE,
            *ENTERED,
        ),
        ladder=RUNGS,
        measures=(Measure("amount", rungs_of("amount", 0), "currency"),),
        dated="signed_on",
        labels=("number", "name", "supporter_name", "recipient_name", "chain_name", "place_name"),
    ),
    View(
        "arrivals",
        (
            *RECORD,
            *_OF,
            *PROGRAMME,
            *PARTIES,
            *columns("answer kind industry currency"),
            *amounts("amount", "reported confirmed verified"),
            *columns("arrived_on confirmed_on verified_on", "date"),
            *columns("followed"),
            *STRENGTH,
            *PLACE,
            *ENTERED,
        ),
        ladder=RUNGS[1:],
        measures=(Measure("amount", rungs_of("amount", 1), "currency"),),
        dated="arrived_on",
        labels=("number", "project_number", "project_name", "supporter_name", "place_name"),
    ),
    View(
        "signings",
        (
            *RECORD,
            *_OF,
            *PROGRAMME,
            *PARTIES,
            *columns("event currency"),
            Column("amount", "decimal"),
            Column("signed_on", "date"),
            *PLACE,
            *ENTERED,
        ),
        measures=(Measure("amount", (None, None, None, None), "currency"),),
        dated="signed_on",
        labels=("number", "project_number", "project_name", "event", "place_name"),
    ),
)
