"""The views of posts and of who holds them. Names of persons are sealed, so no column has them."""

from __future__ import annotations

from concentric.prove.view import ENTERED, ORGANISATION, PLACE, RECORD, View, columns

VIEWS = (
    View(
        "posts",
        (*RECORD, *columns("title"), *ORGANISATION, *PLACE, *ENTERED),
        labels=("number", "title", "organisation_name", "place_name"),
    ),
    View(
        "appointments",
        (
            *RECORD,
            *columns("post post_number title"),
            *ORGANISATION,
            *columns("since until", "date"),
            *PLACE,
            *ENTERED,
        ),
        dated="since",
        labels=("number", "post_number", "title", "organisation_name", "place_name"),
    ),
)
