"""Solve a listed graph exactly: cold by an auction first, warm from the prices and pairs of a slightly smaller graph.

Coverage first: `miss` is what no partner at all costs. Optimal with every recipient covered, or with a miss above
`dominating`, is optimal with coverage strictly first.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from concentric.core.pairing.sparse.auction import auction
from concentric.core.pairing.sparse.backward import backward, trace_for
from concentric.core.pairing.sparse.bulk import least_prices, move_free
from concentric.core.pairing.sparse.forward import forward, search_for
from concentric.core.pairing.sparse.settle import settle
from concentric.core.pairing.sparse.shapes import OPEN, Columns, Held, Ints, Rows, Units, columns_of

ONE_BY_ONE = 4
"""Budget of the search for idle places one by one, in times the number of edges; the rest goes in bulk."""
BULK_WORTH = 20


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


def finish(problem: Problem, held: Held, columns: Columns | None = None) -> None:
    """From any prices of at least 0 and any partial pairing in `held` to an optimal one, in place."""
    rows, units, capacity, shift = problem.rows, problem.units, problem.capacity, problem.shift
    queue = np.empty(units.recipient.size, np.int32)
    count = settle(rows, units, capacity, held, queue)
    forward(rows, units, capacity, held, queue, count, search_for(rows, capacity.size), shift)
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
        backward(rows, columns, units, capacity, held, trace, shift, 1 << 60)
        return
    while True:
        least_prices(rows, units, held, shift)
        if move_free(rows, columns, units, capacity, held) == 0:
            return


def reach_of(val: NDArray[Any]) -> int:
    """By how much two benefits can differ, and any one from none."""
    return max(0, int(val.max(initial=0))) - min(0, int(val.min(initial=0)))


def dominating(reach: int, demand: Ints, capacity: Ints) -> int:
    """A miss so large that no difference in benefit can outweigh one recipient more."""
    return min(int(demand.sum()), int(capacity.sum())) * reach + 1
