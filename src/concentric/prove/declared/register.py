"""The views without a ladder: places, organisations, programmes, rosters, statistics."""

from __future__ import annotations

from concentric.prove.view import ENTERED, PLACE, PROGRAMME, RECORD, Column, Measure, View, columns

VIEWS = (
    View(
        "places",
        (
            *RECORD,
            *columns("name level parent"),
            *columns("valid_from valid_until", "date"),
            *PLACE,
            *ENTERED,
        ),
        labels=("number", "name"),
    ),
    View(
        "organisations",
        (*RECORD, *columns("name kind uscc size_class"), *PLACE, *ENTERED),
        labels=("number", "name", "place_name"),
    ),
    View(
        "programmes",
        (*RECORD, *columns("circle")),
        labels=("number",),
    ),
    View(
        "rosters",
        (*RECORD, *columns("name"), Column("roster_from", "date"), *PROGRAMME),
        labels=("number", "name"),
    ),
    View(
        "roster",
        (
            *RECORD,
            *columns("roster roster_name"),
            Column("roster_from", "date"),
            *PROGRAMME,
            *columns("member member_number member_name member_kind"),
            *columns("since until", "date"),
            *PLACE,
            *ENTERED,
        ),
        labels=("number", "roster_name", "member_number", "member_name", "place_name"),
    ),
    View(
        "statistics",
        (
            *RECORD,
            *columns("indicator"),
            Column("value", "decimal"),
            *columns("unit period scope source"),
            Column("published_on", "date"),
            *PLACE,
            *ENTERED,
        ),
        measures=(Measure("value", (None, None, None, None)),),
        dated="published_on",
        labels=("number", "indicator", "scope", "source", "place_name"),
    ),
)
