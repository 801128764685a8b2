"""Solve a listed graph exactly: cold by an auction first, warm from the prices and pairs of a slightly smaller graph.

Coverage first: `miss` is what no partner at all costs. Optimal with every recipient covered, or with a miss above
`dominating`, is optimal with coverage strictly first.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from concentric.core.pairing.sparse.auction import NARROW, auction
from concentric.core.pairing.sparse.backward import backward, trace_for
from concentric.core.pairing.sparse.between import admit_between, look_over
from concentric.core.pairing.sparse.bulk import least_prices, move_free
from concentric.core.pairing.sparse.forward import admit, forward, search_for
from concentric.core.pairing.sparse.settle import settle
from concentric.core.pairing.sparse.shapes import (
    OPEN,
    Columns,
    Fresh,
    Held,
    Ints,
    Rows,
    Units,
    columns_of,
    columns_with,
)

ONE_BY_ONE = 4
"""Budget of the search for idle places one by one, in times the number of edges; the rest goes in bulk."""
BULK_WORTH = 20
LONG = 1
"""Budget of the paths of a warm start, in times the number of edges."""
FEW = 2
"""Places for each supporter up to which looking from both ends is worth it: a supporter with many has all too near."""
NO_END = 1 << 60


@dataclass(frozen=True)
class Problem:
    """A graph and how much each side takes. Each edge has a supporter of capacity and a recipient of demand above 0."""

    rows: Rows
    capacity: Ints
    units: Units

    @property
    def shift(self) -> int:
        """Bits that hold any node, so that a heap's key is distance and node in one."""
        return max(1, int(self.capacity.size + self.rows.ptr.size).bit_length())


def units_for(demand: Ints, miss: Ints) -> Units:
    """The units of recipients with these demands."""
    ptr = np.zeros(demand.size + 1, np.int64)
    np.cumsum(demand, out=ptr[1:])
    return Units(ptr, np.repeat(np.arange(demand.size, dtype=np.int32), demand), miss)


def nothing_held(problem: Problem, price: Ints | None = None, edge: Ints | None = None) -> Held:
    """A start: the given prices (else 0) and edges by unit (else all open)."""
    supporters, size = problem.capacity.size, problem.units.recipient.size
    return Held(
        np.zeros(supporters, np.int64) if price is None else price.astype(np.int64),
        np.zeros(problem.rows.ptr.size - 1, np.int64),
        np.full(size, OPEN, np.int64) if edge is None else edge.astype(np.int64),
        np.zeros(size, np.int64),
        np.full(supporters, -1, np.int32),
        np.full(size, -1, np.int32),
        np.full(size, -1, np.int32),
        np.zeros(supporters, np.int32),
    )


def solve(problem: Problem) -> Held:
    """Cold: the auction finds prices and most of the pairing, shortest paths finish it exactly."""
    held = nothing_held(problem)
    columns = columns_of(problem.rows, problem.capacity.size)
    auction(problem.rows, columns, problem.units, problem.capacity, held)
    finish(problem, held, columns)
    return held


def resolve(problem: Problem, held: Held) -> None:
    """Warm: from the prices and pairs of a slightly different graph, in place.

    Paths from there are short, unless hardly a place is free; when they turn out long, bids of 1 come between.
    """
    rows = problem.rows
    if reach_of(rows.val) <= NARROW:
        finish(problem, held)
        return
    if _place(problem, held, LONG * rows.col.size):
        _drain(problem, held, None)
        return
    columns = columns_of(rows, problem.capacity.size)
    auction(rows, columns, problem.units, problem.capacity, held, [1], leveled=False)
    finish(problem, held, columns)


def regrow(problem: Problem, held: Held, fresh: Fresh, before: Columns | None = None) -> None:
    """Warm: `held` is the best without the `fresh` edges, and becomes the best with them; reads only what they touch.

    `before` are the columns without them, if the caller has these still; they are needed where a place gets idle.
    """
    rows, units, capacity = problem.rows, problem.units, problem.capacity
    several = int(np.diff(units.ptr).max(initial=0))
    if before is not None and several <= 1 and int(capacity.sum()) < FEW * capacity.size:
        looks = look_over(rows, capacity.size), look_over(rows, capacity.size)
        done = admit_between(rows, before, units, capacity, held, fresh, *looks, problem.shift)
    else:
        search = search_for(rows, capacity.size)
        done = admit(rows, units, capacity, held, fresh, np.empty(several, np.int32), search, problem.shift)
    if done and not np.any((held.load < capacity) & (held.price > 0)):
        return
    columns = columns_of(rows, capacity.size) if before is None else columns_with(before, rows, fresh)
    if done:
        _drain(problem, held, columns)
        return
    if reach_of(rows.val) > NARROW:
        auction(rows, columns, units, capacity, held, [1], leveled=False)
    finish(problem, held, columns)


def finish(problem: Problem, held: Held, columns: Columns | None = None) -> None:
    """From any prices of at least 0 and any partial pairing in `held` to an optimal one, in place."""
    _place(problem, held, NO_END)
    _drain(problem, held, columns)


def _drain(problem: Problem, held: Held, columns: Columns | None) -> None:
    """Fill idle places that have a price, or bring that down to 0."""
    rows, units, capacity, shift = problem.rows, problem.units, problem.capacity, problem.shift
    if not np.any((held.load < capacity) & (held.price > 0)):
        return
    if columns is None:
        columns = columns_of(rows, capacity.size)
    trace = trace_for(rows, units, capacity.size)
    paths = backward(rows, columns, units, capacity, held, trace, shift, ONE_BY_ONE * rows.col.size)
    if paths >= 0:
        return
    left = int((capacity - held.load)[held.price > 0].sum())
    if left * ONE_BY_ONE <= BULK_WORTH * -paths:  # a few more paths are cheaper than rounds over every edge
        backward(rows, columns, units, capacity, held, trace, shift, NO_END)
        return
    while True:
        least_prices(rows, units, held, shift)
        if move_free(rows, columns, units, capacity, held) == 0:
            return


def _place(problem: Problem, held: Held, budget: int) -> bool:
    """Settle, then place open units by shortest paths; False when the budget of edges ended it."""
    rows, units, capacity = problem.rows, problem.units, problem.capacity
    queue = np.empty(units.recipient.size, np.int32)
    held.head[:], held.load[:] = -1, 0
    count = settle(rows, units, capacity, held, queue, 0, rows.ptr.size - 1)
    search = search_for(rows, capacity.size)
    return forward(rows, units, capacity, held, queue, count, search, problem.shift, budget) == count


def reach_of(val: NDArray[Any]) -> int:
    """By how much two benefits can differ, and any one from none."""
    return max(0, int(val.max(initial=0))) - min(0, int(val.min(initial=0)))


def dominating(reach: int, demand: Ints, capacity: Ints) -> int:
    """A miss so large that no difference in benefit can outweigh one recipient more."""
    return min(int(demand.sum()), int(capacity.sum())) * reach + 1
