"""The invariant on the overview: everybody on a roster of commissioners has one today, or is named with the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from concentric.core.terms.scripts import localized
from concentric.ledger.models import Charter
from concentric.match.coverage import Coverage, coverage
from concentric.match.standing import Standing
from concentric.pages.points import Point
from concentric.register.book import PairingSpec

NAMED = 12


@dataclass(frozen=True)
class Served:
    """One programme of commissioners on the overview."""

    name: str
    coverage: Coverage

    @property
    def named(self) -> list[object]:
        """Those who have nobody, as far as they are named."""
        return list(self.coverage.uncovered[:NAMED])

    @property
    def more(self) -> int:
        """How many more there are."""
        return max(0, len(self.coverage.uncovered) - NAMED)


@dataclass(frozen=True)
class Rules:
    """The rules of a programme as part of a key: what they say of the roster is all that matters here."""

    spec: PairingSpec

    def __hash__(self) -> int:
        return hash((self.spec.programme, self.spec.roster, self.spec.posts))


def served(point: Point, lang: str) -> list[Served]:
    """Every programme of commissioners whose roster is known. Computed once for all readers of a position."""
    found = []
    for code, spec in point.book.pairings.items():
        if spec.kind == "commissioner":
            held = _coverage(point.root, point.position, point.known_on, Rules(spec))
            if held is not None:
                found.append(Served(localized(point.book.programmes[code].names, lang), held))
    return found


@lru_cache(maxsize=32)
def _coverage(root: bytes, position: int, day: date, spec: Rules) -> Coverage | None:
    """The root stands for everything before it, so this holds for ever."""
    office = Charter.objects.filter(idx=0).values_list("office", flat=True).first()
    return coverage(spec.spec, Standing(office, position, day))
