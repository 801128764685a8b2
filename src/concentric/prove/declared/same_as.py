"""The view of what was joined: things that were entered twice and count once."""

from __future__ import annotations

from concentric.prove.view import ENTERED, PLACE, RECORD, View, columns

VIEWS = (
    View(
        "joined",
        (*RECORD, *columns("thing thing_kind representative"), *PLACE, *ENTERED),
        labels=("number", "thing_kind", "representative"),
    ),
)
