"""The views of what is asked for and of what is held out."""

from __future__ import annotations

from concentric.prove.view import ENTERED, ORGANISATION, PLACE, PROGRAMME, RECORD, Column, Measure, View, columns

_HELD = (
    *RECORD,
    *PROGRAMME,
    *ORGANISATION,
    *columns("category what"),
    Column("quantity", "decimal"),
    *columns("unit"),
    *columns("since until", "date"),
)
_QUANTITY = Measure("quantity", (None, None, None, None))
_LABELS = ("number", "organisation_name", "category", "what", "place_name")

VIEWS = (
    View(
        "needs",
        (*_HELD, Column("urgency", "integer"), *PLACE, *ENTERED),
        measures=(_QUANTITY,),
        dated="since",
        labels=_LABELS,
    ),
    View(
        "offers",
        (*_HELD, Column("capacity", "integer"), *PLACE, *ENTERED),
        measures=(_QUANTITY, Measure("capacity", (None, None, None, None))),
        dated="since",
        labels=_LABELS,
    ),
)
