"""What pairs are worth and why, outside the search: all pairs of a city, one pair's parts, the obvious way to pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from concentric.match.instances import Instance, Pair

Ints = NDArray[np.int64]

MOST_PAIRS = 4_000_000
"""All pairs of both sides are looked at up to so many: a city's, a prefecture's."""


class Scores:
    """The worth of pairs of one instance; FORBIDDEN (very low) where the rules allow none. Needs the engine (Numba)."""

    def __init__(self, instance: Instance) -> None:
        from concentric.core.pairing.benefit import FORBIDDEN
        from concentric.core.pairing.preparing import prepare
        from concentric.core.pairing.tabling import table_of

        self.instance, self.forbidden = instance, FORBIDDEN
        self.prepared = prepare(instance.supporters, instance.recipients, instance.rules, instance.centres)
        self._table = table_of(self.prepared, instance.rules)
        self._at = []
        for side in (self.prepared.supporters, self.prepared.recipients):
            back = np.empty(side.given.size, np.int64)
            back[side.given] = np.arange(side.given.size)
            self._at.append(back)
        self.supporter = {id_: n for n, id_ in enumerate(instance.supporters.ids)}
        self.recipient = {id_: n for n, id_ in enumerate(instance.recipients.ids)}

    def of(self, supporters: Ints, recipients: Ints) -> Ints:
        """The worth of listed pairs, by positions as given."""
        from concentric.core.pairing.benefit import scores_of

        found: Ints = scores_of(self._table, self._at[0][supporters], self._at[1][recipients])
        return found

    def all(self) -> Ints | None:
        """Every pair's worth, a row for each supporter; None where there are too many."""
        rows, columns = len(self.instance.supporters), len(self.instance.recipients)
        if rows * columns > MOST_PAIRS:
            return None
        one, other = np.divmod(np.arange(rows * columns, dtype=np.int64), columns)
        return self.of(one, other).reshape(rows, columns)

    def row(self, supporter: int) -> Ints:
        """The worth of a supporter with each recipient."""
        count = len(self.instance.recipients)
        return self.of(np.full(count, supporter), np.arange(count))

    def column(self, recipient: int) -> Ints:
        """The worth of each supporter with a recipient."""
        count = len(self.instance.supporters)
        return self.of(np.arange(count), np.full(count, recipient))

    def parts(self, pair: Pair) -> Parts:
        """What a pair's worth is made of, in the order in which people ask."""
        from concentric.core.pairing.explaining import halves_between, parts_of

        rules, codes = self.instance.rules, self.instance.categories
        i, j = (int(self._at[side][where[id_]]) for side, (where, id_) in enumerate(self._both(pair)))
        parts, categories = parts_of(self.prepared, rules, i, j)
        return Parts(
            categories=tuple((codes[k], points) for k, points in categories.items() if k < len(codes)),
            near=parts["near"],
            halves=halves_between(self.prepared, i, j) if rules.near else None,
            same_county=parts["county"],
            same_prefecture=parts["prefecture"],
            size=parts["size"],
            classes=abs(int(self.prepared.supporters.size[i]) - int(self.prepared.recipients.size[j])),
            continuity=parts["continuity"],
        )

    def _both(self, pair: Pair) -> tuple[tuple[dict[str, int], str], tuple[dict[str, int], str]]:
        return (self.supporter, pair[0]), (self.recipient, pair[1])


@dataclass(frozen=True)
class Parts:
    """Points of one pair. `halves` is how many half kilometres the two are apart, where that counts.

    `size` is below 0 for what `classes` of size between the two cost.
    """

    categories: tuple[tuple[str, int], ...]
    near: int
    halves: int | None
    same_county: int
    same_prefecture: int
    size: int
    classes: int
    continuity: int

    @property
    def total(self) -> int:
        """All of them together."""
        helped = sum(points for _, points in self.categories)
        return helped + self.near + self.same_county + self.same_prefecture + self.size + self.continuity


def greedy(worth: Ints, room: Sequence[int], want: Sequence[int], forbidden: int) -> list[tuple[int, int]]:
    """As it is done by hand: the best pair first, then the next best still free. Ties: the first in the list."""
    left, open_ = list(room), list(want)
    columns = worth.shape[1]
    found = []
    for at in np.argsort(-worth, axis=None, kind="stable").tolist():
        i, j = divmod(at, columns)
        if worth[i, j] <= forbidden:
            break
        if left[i] > 0 and open_[j] > 0:
            left[i] -= 1
            open_[j] -= 1
            found.append((i, j))
    return found
