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
def best_gains(rows: Rows, units: Units, price: Ints, toll: Ints, first: int, end: int, top: Ints) -> None:
    """The best gains of recipients, as many as each wants, largest first; staying empty is always to be had.

    `toll` is what a recipient's groups add to the price of each pair.
    """
    for j in range(first, end):
        begin, last = units.ptr[j], units.ptr[j + 1] - 1
        if last < begin:
            continue
        top[begin : last + 1] = 0
        top[last] = -units.miss[j]
        for e in range(rows.ptr[j], rows.ptr[j + 1]):
            gain = rows.val[e] - price[rows.col[e]] - toll[j]
            if gain > top[last]:
                k = last
                while k > begin and top[k - 1] < gain:
                    top[k] = top[k - 1]
                    k -= 1
                top[k] = gain


@compiled
def edges_between(rows: Rows, recipient: Ints, supporter: Shorts) -> Ints:
    """The edges of listed pairs; -1 where the graph has none."""
    found = np.empty(recipient.size, np.int64)
    for n in range(recipient.size):
        found[n] = edge_of(rows, recipient[n], supporter[n])
    return found
