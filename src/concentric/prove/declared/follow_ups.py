"""The views of looking back: what was planned or drawn and what was found; and the public draws."""

from __future__ import annotations

from concentric.prove.view import (
    ENTERED,
    PLACE,
    PROGRAMME,
    RECORD,
    SUPPORTER,
    View,
    columns,
)

VIEWS = (
    # What was found last of each thing that was looked back on. Not for figures.
    View("results", (*columns("target result result_channel"), *columns("result_on", "date"))),
    # Where each thing that can be looked back on lies. Not for figures.
    View(
        "targets",
        columns("target target_number programme circle place place_name place_level path"),
    ),
    View(
        "follow_ups",
        (
            *RECORD,
            *PROGRAMME,
            *columns("plan stratum target target_kind target_number state result"),
            *SUPPORTER,
            *columns("handler handler_number handler_name handler_kind"),
            *columns("asked asked_number asked_name asked_kind draw draw_number"),
            *columns("planned_on due asked_on result_on withdrawn_on", "date"),
            *columns("recipient", disclosure="office"),
            *PLACE,
            *ENTERED,
        ),
        dated="result_on",
        labels=("number", "target_number", "stratum", "asked_name", "handler_name", "place_name"),
    ),
    View(
        "draws",
        (
            *RECORD,
            *columns("frame_number plan target_kind source digest public_number seed"),
            *columns("fixed_on number_on published_on", "date"),
            *columns("frame_size size", "integer"),
            *PLACE,
            *ENTERED,
        ),
        dated="published_on",
        labels=("number", "frame_number", "plan", "public_number"),
    ),
)
