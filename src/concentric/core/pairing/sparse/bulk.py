"""Many idle places with a price at once: the least prices for the pairing as it is, then moves that cost nothing.

Least prices also make a pairing's prices unique: the same from whatever prices the search began.
"""

import numpy as np

from concentric.core.pairing.compiling import compiled
from concentric.core.pairing.sparse.backward import take_entry
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
    holds,
    leave,
    outside_units,
)


def least_prices(rows: Rows, units: Units, held: Held, shift: int) -> None:
    """Lower all prices to the least that the pairing allows: one Dijkstra from "worth nothing"."""
    _lower(rows, units, held, np.argsort(held.price, kind="stable").astype(np.int32), shift)


@compiled
def _lower(rows: Rows, units: Units, held: Held, order: Shorts, shift: int) -> None:
    recipients, supporters, mask = rows.ptr.size - 1, held.price.size, (1 << shift) - 1
    reach = held.price.copy()
    reach_row = np.full(recipients, FAR, np.int64)
    heap = np.empty(rows.col.size + recipients + 2 * supporters + 1, np.int64)
    done = np.zeros(supporters, np.uint8)
    for n in range(supporters):  # in the order of prices, hence a heap
        heap[n] = (held.price[order[n]] << shift) | order[n]
    size = supporters
    for j in range(recipients):
        outside = outside_units(units, held, j)
        if outside:
            alone = outside == units.ptr[j + 1] - units.ptr[j]
            reach_row[j] = -(units.miss[j] if alone else 0) - held.surplus[j]
            push(heap, size, (reach_row[j] << shift) | (supporters + j))
            size += 1
    listed, here, j, distance = -1, 0, -1, 0
    while True:
        found = False
        while not found:
            while listed >= 0:
                u = listed
                listed = held.after[u]
                j = units.recipient[u]
                slack = held.value[u] - held.price[rows.col[held.edge[u]]] - held.surplus[j]
                ahead = here + slack
                if ahead < reach_row[j]:
                    reach_row[j] = ahead
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
            if node < supporters:
                if not done[node] and distance == reach[node]:
                    done[node] = 1
                    listed, here = held.head[node], distance
            elif distance == reach_row[node - supporters]:
                j = node - supporters
                found = True
        if not found:
            break
        base = distance + held.surplus[j]
        several = units.ptr[j + 1] - units.ptr[j] > 1
        for e in range(rows.ptr[j], rows.ptr[j + 1]):
            i = rows.col[e]
            ahead = base - rows.val[e] + held.price[i]
            if ahead < reach[i]:
                if several and holds(units, held, j, e):
                    continue
                reach[i] = ahead
                push(heap, size, (ahead << shift) | i)
                size += 1
    for i in range(supporters):
        held.price[i] -= reach[i]
    for j in range(recipients):
        if reach_row[j] < FAR:
            held.surplus[j] += reach_row[j]


@compiled
def move_free(rows: Rows, columns: Columns, units: Units, capacity: Ints, held: Held) -> int:
    """Move idle places to supporters of price 0 along edges without slack; returns how many have still a price."""
    supporters = capacity.size
    seen = np.zeros(supporters, np.uint8)
    position = columns.ptr[:-1].copy()
    stack = np.empty(supporters, np.int32)
    by_entry = np.empty(supporters, np.int64)
    giving = np.empty(supporters, np.int32)
    left = 0
    for start in range(supporters):
        while held.load[start] < capacity[start] and held.price[start] > 0:
            if seen[start]:
                left += capacity[start] - held.load[start]
                break
            top, hit = 0, False
            stack[0] = start
            seen[start] = 1
            while top >= 0 and not hit:
                i = stack[top]
                moved = False
                while position[i] < columns.ptr[i + 1] and not moved:
                    k = position[i]
                    position[i] += 1
                    j = columns.row[k]
                    if held.surplus[j] - columns.val[k] + held.price[i] != 0:
                        continue
                    mine, outside = False, 0
                    for u in range(units.ptr[j], units.ptr[j + 1]):
                        e = held.edge[u]
                        if e == OUTSIDE:
                            outside += 1
                        elif rows.col[e] == i:
                            mine = True
                    if mine:
                        continue
                    alone = outside == units.ptr[j + 1] - units.ptr[j]
                    for u in range(units.ptr[j], units.ptr[j + 1]):
                        if held.edge[u] == OUTSIDE:
                            if -(units.miss[j] if alone else 0) == held.surplus[j]:
                                take_entry(rows, columns, held, u, k, i)
                                hit = moved = True
                                break
                            continue
                        w = rows.col[held.edge[u]]
                        if not seen[w] and held.value[u] - held.price[w] == held.surplus[j]:
                            seen[w] = 1
                            top += 1
                            stack[top] = w
                            by_entry[w] = k
                            giving[w] = u
                            moved = True
                            hit = held.price[w] == 0
                            break
                if not moved:
                    top -= 1
            if not hit:
                if held.load[start] < capacity[start]:
                    left += capacity[start] - held.load[start]
                break
            seen[start] = 0  # all on a path that was found may be on the next one too
            while top > 0:
                w, i = stack[top], stack[top - 1]
                seen[w] = 0
                u = giving[w]
                leave(held, u, w)
                take_entry(rows, columns, held, u, by_entry[w], i)
                top -= 1
    return left
