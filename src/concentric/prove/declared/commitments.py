"""The views of commitments and of their deliveries."""

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

# Deliveries as far as they are backed: what both commitments and deliveries are made of. Not for figures.
_PART = (
    *columns("idx n", "integer"),
    *columns("record matter number answer note attested channel recorded_by followed"),
    *columns("recorded_at", "time"),
    *columns("backed_by", "integer"),
    *columns("delivered reported confirmed verified held came", "decimal"),
    *columns("delivered_on confirmed_on verified_on", "date"),
    *columns("strength held_strength", "integer"),
)

VIEWS = (
    View("parts", _PART),
    View(
        "commitments",
        (
            *RECORD,
            *PROGRAMME,
            *PARTIES,
            *columns("state kind nature firmness what currency unit"),
            *amounts("amount", "pledged reported confirmed verified"),
            *amounts("quantity", "pledged reported confirmed verified"),
            *columns("committed_on value_on due delivered_on", "date"),
            Column("deliveries", "integer"),
            *columns("pairing"),
            *columns("followed"),
            *STRENGTH,
            *PLACE,
            *ENTERED,
        ),
        ladder=RUNGS,
        measures=(
            Measure("amount", rungs_of("amount", 0), "currency"),
            Measure("quantity", rungs_of("quantity", 0)),
        ),
        dated="committed_on",
        labels=("number", "supporter_name", "recipient_name", "what", "place_name"),
    ),
    View(
        "deliveries",
        (
            *RECORD,
            *columns("commitment commitment_number"),
            *PROGRAMME,
            *PARTIES,
            *columns("answer kind nature firmness what currency unit"),
            *amounts("amount", "reported confirmed verified"),
            *amounts("quantity", "reported confirmed verified"),
            *columns("committed_on due delivered_on confirmed_on verified_on", "date"),
            *columns("followed"),
            *STRENGTH,
            *PLACE,
            *columns("note", disclosure="office"),
            *ENTERED,
        ),
        ladder=RUNGS[1:],
        measures=(
            Measure("amount", rungs_of("amount", 1), "currency"),
            Measure("quantity", rungs_of("quantity", 1)),
        ),
        dated="delivered_on",
        labels=("number", "commitment_number", "supporter_name", "recipient_name", "what", "place_name"),
    ),
)
