"""One shortest path for every open unit, to a supporter with room or to staying empty. Prices only rise.

Dijkstra over supporters by reduced cost. Recipients are nodes of their own only where they hold more than they need
(demand above 1). The search ends at the first place that is free, so most paths read a few rows only.
"""

from typing import NamedTuple

import numpy as np

from concentric.core.pairing.compiling import compiled
from concentric.core.pairing.sparse.heap import pop, push
from concentric.core.pairing.sparse.settle import settle
from concentric.core.pairing.sparse.shapes import (
    FAR,
    OUTSIDE,
    Fresh,
    Held,
    Ints,
    Rows,
    Shorts,
    Units,
    holds,
    leave,
    outside_units,
    take,
)

ADMITTED = 4
"""How many edges fresh ones may make it read, in times their number."""


class Search(NamedTuple):
    """Working arrays, all FAR again after every path: one search pays only for what it touched."""

    reach: Ints  # distance of a supporter
    by_edge: Ints  # the edge it was reached by
    by_row: Shorts  # the recipient it was reached from
    reach_row: Ints  # distance of a recipient
    through: Shorts  # the unit a recipient gives up
    touched: Shorts
    settled: Shorts
    opened: Shorts
    touched_rows: Shorts
    heap: Ints


def search_for(rows: Rows, supporters: int) -> Search:
    """Fresh arrays; the heap's bound is generous, and pages that are never written cost nothing."""
    recipients = rows.ptr.size - 1
    return Search(
        np.full(supporters, FAR, np.int64),
        np.empty(supporters, np.int64),
        np.empty(supporters, np.int32),
        np.full(recipients, FAR, np.int64),
        np.empty(recipients, np.int32),
        np.empty(supporters, np.int32),
        np.empty(supporters, np.int32),
        np.empty(recipients, np.int32),
        np.empty(recipients, np.int32),
        np.empty(rows.col.size + recipients + supporters + 1, np.int64),
    )


@compiled
def forward(
    rows: Rows,
    units: Units,
    capacity: Ints,
    held: Held,
    queue: Shorts,
    count: int,
    search: Search,
    shift: int,
    budget: int,
) -> int:
    """Place `count` units of `queue`, each by a shortest path; returns how many before the budget was spent."""
    work = 0
    for n in range(count):
        if work > budget:
            return n
        work += _place(rows, units, capacity, held, search, queue[n], shift)
    return count


@compiled
def admit(
    rows: Rows, units: Units, capacity: Ints, held: Held, fresh: Fresh, queue: Shorts, search: Search, shift: int
) -> bool:
    """Let fresh edges into a graph that is solved without them; False when too many edges were read.

    One recipient after the other: its own place is still there for it, so the search never has to go far.
    """
    work, before = 0, -1
    for n in range(fresh.edge.size):
        j, e = fresh.recipient[n], fresh.edge[n]
        if j == before or rows.val[e] - held.price[rows.col[e]] <= held.surplus[j]:
            continue
        before = j
        for u in range(units.ptr[j], units.ptr[j + 1]):
            if held.edge[u] >= 0:
                leave(held, u, rows.col[held.edge[u]])
        count = settle(rows, units, capacity, held, queue, j, j + 1)
        for k in range(count):
            work += _place(rows, units, capacity, held, search, queue[k], shift)
        if work > ADMITTED * rows.col.size:
            return False
    return True


@compiled
def _place(rows: Rows, units: Units, capacity: Ints, held: Held, search: Search, start: int, shift: int) -> int:
    supporters, mask = capacity.size, (1 << shift) - 1
    reach, reach_row, heap = search.reach, search.reach_row, search.heap
    touched = settled = opened = size = work = 0
    touched_rows = 1
    end, target, last_row = FAR, -1, -1
    j = units.recipient[start]
    reach_row[j] = 0
    search.through[j] = start
    search.touched_rows[0] = j
    distance = here = 0
    listed = -1  # next unit in the list of the supporter that is being left
    while True:
        search.opened[opened] = j
        opened += 1
        reach_row[j] = distance
        demand = units.ptr[j + 1] - units.ptr[j]
        outside = outside_units(units, held, j)
        base = distance + held.surplus[j]
        work += rows.ptr[j + 1] - rows.ptr[j]
        if outside < demand:
            ahead = base + (units.miss[j] if outside == demand - 1 else 0)
            if ahead < end:
                end, target, last_row = ahead, OUTSIDE, j
        for e in range(rows.ptr[j], rows.ptr[j + 1]):
            i = rows.col[e]
            ahead = base - rows.val[e] + held.price[i]
            if ahead < end and ahead < reach[i]:
                if ahead < distance or (demand > 1 and holds(units, held, j, e)):
                    continue  # one that gains more than its recipient has is not in the graph yet
                if reach[i] == FAR:
                    search.touched[touched] = i
                    touched += 1
                reach[i] = ahead
                search.by_row[i] = j
                search.by_edge[i] = e
                if held.load[i] < capacity[i]:
                    end, target = ahead, i
                else:
                    push(heap, size, (ahead << shift) | i)
                    size += 1
        found = False
        while not found:
            while listed >= 0:
                u = listed
                listed = held.after[u]
                j = units.recipient[u]
                slack = held.value[u] - held.price[rows.col[held.edge[u]]] - held.surplus[j]
                ahead = here + slack
                if ahead < reach_row[j] and ahead < end:
                    if reach_row[j] == FAR:
                        search.touched_rows[touched_rows] = j
                        touched_rows += 1
                    reach_row[j] = ahead
                    search.through[j] = u
                    if slack == 0:
                        found, distance = True, ahead
                        break
                    push(heap, size, (ahead << shift) | (supporters + j))
                    size += 1
            if found or size == 0:
                break
            key = pop(heap, size)
            size -= 1
            node, distance = key & mask, key >> shift
            if distance >= end:
                break
            if node < supporters:
                if distance == reach[node]:
                    search.settled[settled] = node
                    settled += 1
                    listed, here = held.head[node], distance
            elif distance == reach_row[node - supporters]:
                j = node - supporters
                found = True
        if not found:
            break
    for n in range(settled):
        i = search.settled[n]
        held.price[i] += end - reach[i]
    for n in range(opened):
        j = search.opened[n]
        if reach_row[j] < end:
            held.surplus[j] -= end - reach_row[j]
    _move(rows, units, held, search, target, last_row)
    for n in range(touched):
        reach[search.touched[n]] = FAR
    for n in range(touched_rows):
        reach_row[search.touched_rows[n]] = FAR
    return int(work)


@compiled
def _move(rows: Rows, units: Units, held: Held, search: Search, target: int, last_row: int) -> None:
    """Each unit on the path leaves its supporter for the next one."""
    i = target
    if target == OUTSIDE:
        u = search.through[last_row]
        i = -1
        if held.edge[u] >= 0:
            i = rows.col[held.edge[u]]
            leave(held, u, i)
        held.edge[u] = OUTSIDE
    while i >= 0:
        u = search.through[search.by_row[i]]
        left = -1
        if held.edge[u] >= 0:
            left = rows.col[held.edge[u]]
            leave(held, u, left)
        e = search.by_edge[i]
        take(held, u, e, rows.val[e], i)
        i = left
