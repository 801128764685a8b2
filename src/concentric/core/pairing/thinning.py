"""A table with many allowed pairs for everybody: solved over the likely ones, then held against all of them.

The best few pairs of each recipient nearly always hold the best pairing. Those that would gain at its prices are added,
a few more each, until none is left; then it is the best over all pairs. Where everybody is after the same supporters,
the likely pairs grow too slowly into all of them, and the whole graph is solved at once.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from concentric.core.pairing.compiling import compiled
from concentric.core.pairing.scan import put
from concentric.core.pairing.sparse.merging import best_gains, edges_between, merged
from concentric.core.pairing.sparse.shapes import FAR, Fresh, Held, Ints, Rows, Shorts, edge_of
from concentric.core.pairing.sparse.solving import Problem, regrow, solve
from concentric.core.pairing.threads import over_recipients

MANY = 64
"""Pairs for each recipient, on average, from which on it is worth not to read them all again and again."""
FIRST, MORE = 16, 10
"""Pairs of each recipient to begin with, and those that a round may add."""
SEVERAL = 4
"""Partners that a recipient may want, for its first pairs to leave it a choice."""
LEFT = 8
"""With more than this part of those without a partner that could have one, the likely pairs are not the right ones."""
ROUNDS = 12
SPREAD = 40_487
"""How many pairs further each recipient begins to look than the one before it; a prime, so that they spread."""


def solve_dense(problem: Problem) -> Held:
    """Like `solve`, and quicker where there are many pairs."""
    rows, several = problem.rows, int(np.diff(problem.units.ptr).max(initial=0))
    if rows.col.size < MANY * (rows.ptr.size - 1) or several > SEVERAL:
        return solve(problem)
    found = _over_likely(problem)
    return solve(problem) if found is None else found


def _over_likely(problem: Problem) -> Held | None:
    """The best over all pairs from the likely ones, or None where that is no good."""
    recipients = problem.rows.ptr.size - 1
    room, units = problem.capacity, problem.units
    none = Rows(np.zeros(recipients + 1, np.int64), np.zeros(0, np.int32), np.zeros(0, np.int32))
    price = np.zeros(room.size, np.int64)
    part = _with(none, *_gainers(problem.rows, none, price, np.full(recipients, -FAR), FIRST), price)
    held = solve(replace(problem, rows=part))
    could = min(units.recipient.size, int(room.sum()))
    if could - int((held.edge >= 0).sum()) > could // LEFT and np.diff(units.ptr).max() == 1:
        return None
    toll, top = np.zeros(recipients, np.int64), np.empty(units.recipient.size, np.int64)
    some = np.diff(units.ptr) > 0
    for _ in range(ROUNDS):
        best_gains(part, units, held.price, toll, 0, recipients, top)
        floor = np.full(recipients, FAR)
        floor[some] = top[units.ptr[1:][some] - 1]
        supporter, gain = _gainers(problem.rows, part, held.price, floor, MORE)
        taken = np.flatnonzero(held.edge >= 0)
        owner, partner = units.recipient[taken].astype(np.int64), part.col[held.edge[taken]]
        if not (supporter >= 0).any():
            held.edge[taken] = edges_between(problem.rows, owner, partner)
            return held
        part = _with(part, supporter, gain, held.price)
        held.edge[taken] = edges_between(part, owner, partner)
        recipient, which = np.nonzero(supporter >= 0)
        fresh = Fresh(recipient, edges_between(part, recipient, supporter[recipient, which]))
        regrow(replace(problem, rows=part), held, fresh)
    return None


def _with(part: Rows, supporter: Shorts, gain: Ints, price: Ints) -> Rows:
    """The likely pairs with more of them, given by what they gain at these prices."""
    value = np.where(supporter >= 0, gain + price[np.maximum(supporter, 0)], 0)
    return merged(part, supporter.copy(), value)


def _gainers(rows: Rows, part: Rows, price: Ints, floor: Ints, keep: int) -> tuple[Shorts, Ints]:
    """For each recipient the pairs outside `part` that gain more than its floor: up to `keep`, the best ones."""
    supporter = np.full((floor.size, keep), -1, np.int32)
    gain = np.repeat(floor, keep).reshape(floor.size, keep)

    def run(first: int, end: int) -> None:
        _gain(rows, part, price, first, end, supporter, gain)

    over_recipients(run, floor.size, None)
    return supporter, gain


@compiled
def _gain(rows: Rows, part: Rows, price: Ints, first: int, end: int, supporter: Shorts, gain: Ints) -> None:
    for j in range(first, end):
        # Each begins elsewhere: of equally good ones all would else take the first, and crowd there.
        begin, end_of = rows.ptr[j], rows.ptr[j + 1]
        start = begin + j * SPREAD % max(1, end_of - begin)
        for n in range(end_of - begin):
            e = start + n if start + n < end_of else start + n - (end_of - begin)
            i = rows.col[e]
            worth = rows.val[e] - price[i]
            if worth > gain[j, 0] and edge_of(part, j, i) < 0:
                put(gain[j], supporter[j], worth, i)
