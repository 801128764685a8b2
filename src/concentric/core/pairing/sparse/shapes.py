"""The arrays that the compiled parts share. A *unit* is one of the places of a recipient, a *slot* one of a supporter.

Leaving a recipient without any partner costs its `miss`; leaving only some of its units empty costs nothing.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from concentric.core.pairing.compiling import compiled

Ints = NDArray[np.int64]
Shorts = NDArray[np.int32]

OPEN, OUTSIDE = -1, -2
"""What a unit holds instead of an edge: nothing yet, or nothing for good."""
FAR = 1 << 61


class Rows(NamedTuple):
    """Edges by recipient: those of j are ptr[j]..ptr[j+1]-1, supporters ascending."""

    ptr: Ints
    col: Shorts
    val: Shorts


class Columns(NamedTuple):
    """The same edges by supporter."""

    ptr: Ints
    row: Shorts
    val: Shorts


class Units(NamedTuple):
    """Units of j are ptr[j]..ptr[j+1]-1; `recipient` goes back; `miss` is by recipient."""

    ptr: Ints
    recipient: Shorts
    miss: Ints


class Fresh(NamedTuple):
    """Edges that a graph has not had before, by recipient."""

    recipient: Ints
    edge: Ints


class Held(NamedTuple):
    """A pairing with its prices. `edge` and `value` by unit; held units hang in one list for each supporter."""

    price: Ints
    surplus: Ints
    edge: Ints
    value: Ints
    head: Shorts
    after: Shorts
    before: Shorts
    load: Shorts


@compiled
def columns_of(rows: Rows, supporters: int) -> Columns:
    """The edges again, by supporter; recipients ascending."""
    ptr = np.zeros(supporters + 1, np.int64)
    for e in range(rows.col.size):
        ptr[rows.col[e] + 1] += 1
    for i in range(supporters):
        ptr[i + 1] += ptr[i]
    fill = ptr[:-1].copy()
    row = np.empty(rows.col.size, np.int32)
    val = np.empty(rows.col.size, np.int32)
    for j in range(rows.ptr.size - 1):
        for e in range(rows.ptr[j], rows.ptr[j + 1]):
            k = fill[rows.col[e]]
            fill[rows.col[e]] = k + 1
            row[k] = j
            val[k] = rows.val[e]
    return Columns(ptr, row, val)


@compiled
def columns_with(columns: Columns, rows: Rows, fresh: Fresh) -> Columns:
    """The columns of a graph after fresh edges came in: those at the end of each. Copying is quicker than sorting."""
    supporters = columns.ptr.size - 1
    more = np.zeros(supporters, np.int64)
    for e in fresh.edge:
        more[rows.col[e]] += 1
    ptr = np.zeros(supporters + 1, np.int64)
    row = np.empty(columns.row.size + fresh.edge.size, np.int32)
    val = np.empty(row.size, np.int32)
    for i in range(supporters):
        first, count = columns.ptr[i], columns.ptr[i + 1] - columns.ptr[i]
        begin = ptr[i]
        for k in range(count):
            row[begin + k] = columns.row[first + k]
            val[begin + k] = columns.val[first + k]
        ptr[i + 1] = begin + count + more[i]
        more[i] = begin + count
    for n in range(fresh.edge.size):
        i = rows.col[fresh.edge[n]]
        row[more[i]] = fresh.recipient[n]
        val[more[i]] = rows.val[fresh.edge[n]]
        more[i] += 1
    return Columns(ptr, row, val)


@compiled
def edge_of(rows: Rows, j: int, i: int) -> int:
    """The edge between recipient j and supporter i; -1 where there is none."""
    low, high = rows.ptr[j], rows.ptr[j + 1]
    while low < high:
        middle = (low + high) >> 1
        if rows.col[middle] < i:
            low = middle + 1
        else:
            high = middle
    return low if low < rows.ptr[j + 1] and rows.col[low] == i else -1


@compiled
def holds(units: Units, held: Held, j: int, e: int) -> bool:
    """Whether a unit of j holds edge e."""
    for u in range(units.ptr[j], units.ptr[j + 1]):  # noqa: SIM110 - compiled
        if held.edge[u] == e:
            return True
    return False


@compiled
def take(held: Held, u: int, e: int, value: int, i: int) -> None:
    """Unit u takes edge e of supporter i."""
    held.edge[u] = e
    held.value[u] = value
    first = held.head[i]
    held.after[u] = first
    held.before[u] = -1
    if first >= 0:
        held.before[first] = u
    held.head[i] = u
    held.load[i] += 1


@compiled
def leave(held: Held, u: int, i: int) -> None:
    """Unit u leaves supporter i; its edge is the caller's to set."""
    before, after = held.before[u], held.after[u]
    if before >= 0:
        held.after[before] = after
    else:
        held.head[i] = after
    if after >= 0:
        held.before[after] = before
    held.load[i] -= 1


@compiled
def outside_units(units: Units, held: Held, j: int) -> int:
    """How many units of j stay empty for good."""
    count = 0
    for u in range(units.ptr[j], units.ptr[j + 1]):
        if held.edge[u] == OUTSIDE:
            count += 1
    return count
