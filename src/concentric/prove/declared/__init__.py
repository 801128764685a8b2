"""What views there are: a file for each noun, which says their columns and rungs. `rows/` says how they are made.

Only `view.py` and the names of rungs enter. Read `pairings.py` first.
"""

from __future__ import annotations

from concentric.prove.declared import (
    accreditations,
    activities,
    assignments,
    cases,
    commitments,
    follow_ups,
    honours,
    needs,
    pairings,
    posts,
    projects,
    register,
    same_as,
    sites,
)
from concentric.prove.view import View

DECLARED: tuple[View, ...] = (
    *register.VIEWS,
    *posts.VIEWS,
    *needs.VIEWS,
    *pairings.VIEWS,
    *commitments.VIEWS,
    *projects.VIEWS,
    *cases.VIEWS,
    *assignments.VIEWS,
    *activities.VIEWS,
    *sites.VIEWS,
    *accreditations.VIEWS,
    *honours.VIEWS,
    *follow_ups.VIEWS,
    *same_as.VIEWS,
)
"""Every view, in the order in which they are documented."""
