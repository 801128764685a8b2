"""其中经第三方核实的58处: a claim that names only a rung goes on speaking of the figure before it, at that rung."""

from __future__ import annotations

from collections.abc import Sequence

from concentric.core.claims.catalogue import Figure
from concentric.core.claims.judging import Claim
from concentric.core.claims.rungs import strengths_in

FROM_STRONGEST = ("verified", "confirmed", "reported", "pledged")


class Ladder:
    """The rungs of each figure of a catalogue: `code:rung` beside `code`."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self.rungs: dict[str, dict[str, Figure]] = {}
        self.every: dict[str, list[Figure]] = {}
        for figure in figures:
            if figure.aside:
                self.every.setdefault(base(figure), []).append(figure)
            if figure.aside and not figure.silent:
                self.rungs.setdefault(base(figure), {})[figure.strength] = figure
        for figure in figures:
            if figure.id in self.rungs:
                self.rungs[figure.id].setdefault(figure.strength, figure)

    def all_of(self, figure: Figure) -> list[Figure]:
        """The figure at each of its rungs, those too that another figure prints."""
        held = self.rungs.get(base(figure), {})
        return [*held.values(), *(one for one in self.every.get(base(figure), ()) if one.silent)]

    def same(self, text: str, claims: Sequence[Claim], n: int) -> Figure | None:
        """The rung that claim `n` names of the figure that the claim before it in the sentence is held against."""
        claim = claims[n]
        if not self.rungs or not n:
            return None
        before = claims[n - 1]
        if claim.around.cell or before.around.cell:
            return None
        if before.around.sentence != claim.around.sentence or before.figure is None or before.derived:
            return None
        held = self.rungs.get(base(before.figure))
        one, other = claim.reading, before.reading
        if held is None or one.unit_class != other.unit_class or (one.unit != other.unit and one.unit and other.unit):
            return None
        start = max(other.end, claim.around.clause[0])
        named = strengths_in(text[start : max(one.end, claim.around.clause[1])])
        for rung in FROM_STRONGEST:
            if rung in named and rung in held and held[rung] is not before.figure:
                return held[rung]
        return None


def base(figure: Figure) -> str:
    """The id without its rung."""
    return figure.id.rpartition(":")[0] if figure.aside else figure.id
