"""The two sides of a pairing as columns: one entry for each organisation, in any order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Side:
    """`place` is the six-digit code of the county (GB/T 2260). Coordinates in degrees; NaN where they are not known.

    `categories` has a row for each organisation and a column for each category of help: how much of it is offered or
    needed, as whole numbers, 0 for none. `takes` is how many partners one takes (1 each by default).
    """

    ids: Sequence[str]
    place: Any
    categories: Any
    latitude: Any = None
    longitude: Any = None
    size: Any = None
    takes: Any = None

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True)
class Supporters(Side):
    """Those who help; `categories` is what they offer, `takes` their capacity."""


@dataclass(frozen=True)
class Recipients(Side):
    """Those who need help; `categories` is what they need, `takes` how many supporters they want."""
