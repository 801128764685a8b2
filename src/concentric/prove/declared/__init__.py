"""What views there are: a file for each noun, which says their columns and rungs. `rows/` says how they are made.

Only `view.py` and the names of rungs enter. Read `pairings.py` first.
"""

from __future__ import annotations

from concentric.prove.declared import commitments, pairings, register
from concentric.prove.view import View

DECLARED: tuple[View, ...] = (
    *register.VIEWS,
    *pairings.VIEWS,
    *commitments.VIEWS,
)
"""Every view, in the order in which they are documented."""
