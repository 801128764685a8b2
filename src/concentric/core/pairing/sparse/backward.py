"""One shortest path for every idle place that still has a price: it is filled, or its price falls to 0.

The mirror of `forward`: prices fall, columns are read. A path ends at a supporter whose price reaches 0, or at a unit
that stayed empty and now gets a partner.
"""

from typing import NamedTuple

import numpy as np

from concentric.core.pairing.compiling import compiled
from concentric.core.pairing.sparse.heap import pop, push
from concentric.core.pairing.sparse.shapes import (
    FAR,
    OUTSIDE,
    Columns,
    Held,
    Ints,
    Rows,
    Shorts,
    Units,
    edge_of,
    leave,
    outside_units,
    take,
)


class Trace(NamedTuple):
    """Working arrays, all FAR again after every path."""

    reach: Ints
    by_entry: Ints  # the column entry that led to a supporter
    by_column: Shorts  # the supporter whose column that was
    giving: Shorts  # the unit that the supporter gives up
    reach_row: Ints
    touched: Shorts
    settled: Shorts
    touched_rows: Shorts
    heap: Ints


def trace_for(rows: Rows, units: Units, supporters: int) -> Trace:
    """Fresh arrays; an edge may push every unit of its recipient once."""
    recipients = rows.ptr.size - 1
    room = int(np.diff(rows.ptr) @ np.diff(units.ptr)) + supporters + 1
    return Trace(
        np.full(supporters, FAR, np.int64),
        np.empty(supporters, np.int64),
        np.empty(supporters, np.int32),
        np.empty(supporters, np.int32),
        np.full(recipients, FAR, np.int64),
        np.empty(supporters, np.int32),
        np.empty(supporters, np.int32),
        np.empty(recipients, np.int32),
        np.empty(room, np.int64),
    )


@compiled
def backward(
    rows: Rows, columns: Columns, units: Units, capacity: Ints, held: Held, trace: Trace, shift: int, budget: int
) -> int:
    """Treat idle places one by one; returns how many paths it took, or -1 - that when the budget ended it."""
    work, paths = 0, 0
    for i in range(capacity.size):
        while held.load[i] < capacity[i] and held.price[i] > 0:
            if work > budget:
                return -1 - paths
            paths += 1
            work += _fill(rows, columns, units, held, trace, i, shift)
    return paths


@compiled
def _fill(rows: Rows, columns: Columns, units: Units, held: Held, trace: Trace, start: int, shift: int) -> int:
    mask = (1 << shift) - 1
    reach, reach_row, heap = trace.reach, trace.reach_row, trace.heap
    work = settled = touched_rows = size = 0
    end, target = int(held.price[start]), start
    last_entry, last_column, last_unit = -1, -1, -1
    reach[start] = 0
    trace.touched[0] = start
    touched = 1
    i, distance = start, 0
    while True:
        trace.settled[settled] = i
        settled += 1
        work += columns.ptr[i + 1] - columns.ptr[i]
        base = distance + held.price[i]
        for k in range(columns.ptr[i], columns.ptr[i + 1]):
            j = columns.row[k]
            ahead = base - columns.val[k] + held.surplus[j]
            if ahead >= end or ahead >= reach_row[j] or _has(rows, units, held, j, i):
                continue
            if reach_row[j] == FAR:
                trace.touched_rows[touched_rows] = j
                touched_rows += 1
            reach_row[j] = ahead
            alone = outside_units(units, held, j) == units.ptr[j + 1] - units.ptr[j]
            for u in range(units.ptr[j], units.ptr[j + 1]):
                if held.edge[u] == OUTSIDE:
                    there = ahead - (units.miss[j] if alone else 0) - held.surplus[j]
                    if there < end:
                        end, target = there, OUTSIDE
                        last_entry, last_column, last_unit = k, i, u
                    continue
                w = rows.col[held.edge[u]]
                there = ahead + held.value[u] - held.price[w] - held.surplus[j]
                if there < end and there < reach[w]:
                    if reach[w] == FAR:
                        trace.touched[touched] = w
                        touched += 1
                    reach[w] = there
                    trace.by_entry[w] = k
                    trace.by_column[w] = i
                    trace.giving[w] = u
                    if there + held.price[w] < end:
                        end, target = there + held.price[w], w
                    push(heap, size, (there << shift) | w)
                    size += 1
        found = False
        while size > 0 and not found:
            key = pop(heap, size)
            size -= 1
            i, distance = key & mask, key >> shift
            if distance >= end:
                break
            found = distance == reach[i]
        if not found:
            break
    for n in range(settled):
        held.price[trace.settled[n]] -= end - reach[trace.settled[n]]
    for n in range(touched_rows):
        j = trace.touched_rows[n]
        if reach_row[j] < end:
            held.surplus[j] += end - reach_row[j]
    w = target
    if target == OUTSIDE:
        take_entry(rows, columns, held, last_unit, last_entry, last_column)
        w = last_column
    while w != start:
        u, k, i = trace.giving[w], trace.by_entry[w], trace.by_column[w]
        leave(held, u, w)
        take_entry(rows, columns, held, u, k, i)
        w = i
    for n in range(settled):
        u = held.head[trace.settled[n]]
        while u >= 0:
            _lift(rows, units, held, units.recipient[u])
            u = held.after[u]
    for n in range(touched_rows):
        _lift(rows, units, held, trace.touched_rows[n])
        reach_row[trace.touched_rows[n]] = FAR
    for n in range(touched):
        reach[trace.touched[n]] = FAR
    return int(work)


@compiled
def take_entry(rows: Rows, columns: Columns, held: Held, u: int, k: int, i: int) -> None:
    """Unit u takes the edge of column entry k of supporter i."""
    take(held, u, edge_of(rows, columns.row[k], i), columns.val[k], i)


@compiled
def _has(rows: Rows, units: Units, held: Held, j: int, i: int) -> bool:
    for u in range(units.ptr[j], units.ptr[j + 1]):
        e = held.edge[u]
        if e >= 0 and rows.col[e] == i:
            return True
    return False


@compiled
def _lift(rows: Rows, units: Units, held: Held, j: int) -> None:
    """Raise the surplus of j to all that its pairs allow; a unit that stays empty allows no more."""
    low = FAR
    for u in range(units.ptr[j], units.ptr[j + 1]):
        if held.edge[u] < 0:
            return
        low = min(low, held.value[u] - held.price[rows.col[held.edge[u]]])
    if low > held.surplus[j]:
        held.surplus[j] = low
