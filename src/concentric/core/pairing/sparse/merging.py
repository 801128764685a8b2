"""A graph that grows: candidates are merged into its rows, and what the rows say about prices is read off."""

import numpy as np

from concentric.core.pairing.compiling import compiled
from concentric.core.pairing.sparse.shapes import Ints, Rows, Shorts, Units, edge_of


@compiled
def merged(rows: Rows, supporter: Shorts, value: Ints) -> Rows:
    """The graph with each recipient's candidates added (supporter -1: none); a pair that is there already stays."""
    recipients, keep = supporter.shape
    ptr = np.zeros(recipients + 1, np.int64)
    col = np.empty(rows.col.size + supporter.size, np.int32)
    val = np.empty(rows.col.size + supporter.size, np.int32)
    n = 0
    for j in range(recipients):
        row, worth = supporter[j], value[j]
        for k in range(1, keep):  # few, so insertion sort
            i, v, at = row[k], worth[k], k
            while at > 0 and row[at - 1] > i:
                row[at], worth[at] = row[at - 1], worth[at - 1]
                at -= 1
            row[at], worth[at] = i, v
        e, last, k = rows.ptr[j], rows.ptr[j + 1], 0
        while e < last or k < keep:
            if k < keep and row[k] < 0:
                k += 1
                continue
            if k < keep and e < last and rows.col[e] == row[k]:
                k += 1
                continue
            if k >= keep or (e < last and rows.col[e] < row[k]):
                col[n], val[n] = rows.col[e], rows.val[e]
                e += 1
            else:
                col[n], val[n] = row[k], worth[k]
                k += 1
            n += 1
        ptr[j + 1] = n
    return Rows(ptr, col[:n].copy(), val[:n].copy())


@compiled
def floors(rows: Rows, units: Units, price: Ints, toll: Ints) -> Ints:
    """What a pair has to gain to be among each recipient's best ones; out of reach where it wants nobody.

    `toll` is what a recipient's groups add to the price of each pair.
    """
    recipients = rows.ptr.size - 1
    floor = np.empty(recipients, np.int64)
    for j in range(recipients):
        top = _top(rows, units, price, toll[j], j)
        floor[j] = top[-1] + toll[j] if top.size else 1 << 60
    return floor


@compiled
def most_gained(rows: Rows, units: Units, price: Ints, toll: Ints, best: Ints) -> int:
    """What all recipients can gain at most, when no pair outside the graph gains more than its recipient's `best`."""
    total = np.int64(0)
    for j in range(rows.ptr.size - 1):
        for gain in _top(rows, units, price, toll[j], j):
            total += max(gain, best[j] - toll[j])
    return int(total)


@compiled
def _top(rows: Rows, units: Units, price: Ints, toll: int, j: int) -> Ints:
    """The best gains of recipient j, as many as it wants, where staying empty is always to be had."""
    wanted = units.ptr[j + 1] - units.ptr[j]
    top = np.zeros(wanted, np.int64)
    if wanted == 0:
        return top
    top[wanted - 1] = -units.miss[j]
    for e in range(rows.ptr[j], rows.ptr[j + 1]):
        gain = rows.val[e] - price[rows.col[e]] - toll
        if gain > top[wanted - 1]:
            k = wanted - 1
            while k > 0 and top[k - 1] < gain:
                top[k] = top[k - 1]
                k -= 1
            top[k] = gain
    return top


@compiled
def edges_between(rows: Rows, recipient: Ints, supporter: Shorts) -> Ints:
    """The edges of listed pairs; -1 where the graph has none."""
    found = np.empty(recipient.size, np.int64)
    for n in range(recipient.size):
        found[n] = edge_of(rows, recipient[n], supporter[n])
    return found
