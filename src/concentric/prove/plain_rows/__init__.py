"""The views in plain Python: the obvious way, from records as dictionaries. What the engines must agree with.

Matters are folded by `core.courses` itself, one by one; nothing here is shared with the relational `rows/`. Read
`known.py` first.
"""

from __future__ import annotations

from collections.abc import Callable

from concentric.prove.plain_rows import (
    accreditations,
    activities,
    assignments,
    cases,
    commitments,
    looking_back,
    pairings,
    projects,
    register,
    sites,
)
from concentric.prove.plain_rows.known import Known, Records, Row

TARGETS = ("activities", "assignments", "cases", "commitments", "pairings", "projects", "sites")
"""The views of what can be looked back on."""
PLAIN: dict[str, Callable[[Known], list[Row]]] = {
    "places": register.places,
    "organisations": Known.organisations,
    "rosters": register.rosters,
    "roster": register.roster,
    "statistics": register.statistics,
    "posts": register.posts,
    "appointments": register.appointments,
    "needs": register.needs,
    "offers": register.offers,
    "projects": projects.projects,
    "arrivals": projects.arrivals,
    "signings": projects.signings,
    "cases": cases.cases,
    "answers": cases.answers,
    "adoptions": cases.adoptions,
    "assignments": assignments.assignments,
    "activities": activities.activities,
    "sites": sites.sites,
    "accreditations": accreditations.accreditations,
    "honours": register.honours,
    "follow_ups": lambda known: looking_back.follow_ups(
        known, [row for name in TARGETS for row in rows_of(known, name)]
    ),
    "draws": looking_back.draws,
    "joined": register.joined,
    "pairings": pairings.pairings,
    "commitments": commitments.commitments,
    "deliveries": commitments.deliveries,
}
"""How each view's rows are made."""


def rows_of(known: Known, view: str) -> list[Row]:
    """The rows of a view, made once."""
    if view not in known.made:
        known.made[view] = PLAIN[view](known)
    return known.made[view]


__all__ = ["PLAIN", "Known", "Records", "Row", "rows_of"]
