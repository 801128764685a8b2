"""Which views have a list of their own, in which group, and by what a list of them can be narrowed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from concentric.prove.view import View
from concentric.prove.views import VIEWS

GROUPS: Mapping[str, tuple[str, ...]] = {
    "match": ("pairings", "assignments", "needs", "offers"),
    "keep": (
        "commitments",
        "deliveries",
        "cases",
        "answers",
        "adoptions",
        "projects",
        "arrivals",
        "signings",
        "sites",
        "activities",
        "accreditations",
        "honours",
        "follow_ups",
        "draws",
    ),
    "register": ("organisations", "places", "roster", "posts", "appointments", "statistics", "joined"),
}
"""The views that people look through, by group. One that a snapshot does not have is left out."""
IN_LISTS: Mapping[str, tuple[str, ...]] = {
    "pairings": ("number", "state", "supporter_name", "recipient_name", "county", "agreed_on", "strength", "attested"),
    "commitments": (
        "number",
        "state",
        "supporter_name",
        "recipient_name",
        "what",
        "sum",
        "strength",
        "due",
        "county",
    ),
    "cases": ("number", "state", "topic", "outcome", "handler_name", "received_on", "due", "strength", "county"),
    "projects": ("number", "state", "name", "supporter_name", "sum", "strength", "county", "signed_on"),
    "sites": ("number", "state", "name", "kind", "recipient_name", "strength", "county", "due"),
    "activities": ("number", "state", "title", "kind", "setting", "supporter_name", "held_on", "strength"),
    "statistics": ("number", "indicator", "value", "published_on", "place_name", "scope", "source"),
    "posts": ("number", "title", "organisation_name", "place_name"),
    "appointments": ("number", "title", "organisation_name", "since", "until", "place_name"),
    "draws": ("number", "plan", "frame_number", "frame_size", "size", "public_number", "published_on", "source"),
    "joined": ("number", "thing_kind"),
    "assignments": ("number", "state", "kind", "supporter_name", "recipient_name", "since", "strength", "county"),
}
"""The columns of a list where they are others than those behind a figure: where a matter stands comes first."""
NARROWING = ("programme", "state", "kind", "outcome", "setting", "plan", "result", "indicator")
"""Columns with few values: those of them that a view has can be chosen from."""
NOWHERE = ("draws", "joined")
"""Views whose rows lie in no place, though every view has its columns."""
MOST = 3
"""Choices beside the search, the place and the strength: more would not fit in a line."""


@dataclass(frozen=True)
class Listed:
    """A view as a list: `stem` is its part of the address; `choices` the columns that it can be narrowed by."""

    view: View
    group: str

    @property
    def stem(self) -> str:
        """The name in the address."""
        return self.view.name.replace("_", "-")

    @property
    def choices(self) -> tuple[str, ...]:
        """The columns with a choice, the most telling first."""
        return tuple(name for name in NARROWING if self.view.column(name) is not None)[:MOST]

    @property
    def has_place(self) -> bool:
        """Whether its rows lie somewhere."""
        return self.view.column("path") is not None and self.view.name not in NOWHERE

    def within(self, place: str, own: str) -> str:
        """The place to narrow to when a reader looks at `place`; empty for everything.

        From the book's `own` place everything is seen: an enterprise may lie nowhere, and has its record all the same.
        """
        return place if self.has_place and place != own else ""


LISTED: Mapping[str, Listed] = {
    listed.stem: listed
    for group, names in GROUPS.items()
    for name in names
    if name in VIEWS
    for listed in (Listed(VIEWS[name], group),)
}
"""Every list by its stem, in the order of the page that names them all."""


_IRREGULAR = {"activity": "activities", "roster-entry": "roster"}


def list_of(kind: str) -> Listed | None:
    """The list in which the records of a kind stand; None where there is none."""
    return LISTED.get(_IRREGULAR.get(kind, f"{kind}s"))
