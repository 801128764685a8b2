"""From any prices and any partial pairing to exact ones: pairs that the prices don't bear out are let go.

Afterwards each edge that a recipient could take gains at most its surplus, and each edge it holds at least that. The
shortest paths that follow keep this true, which is why they can start from anything.
"""

from concentric.core.pairing.compiling import compiled
from concentric.core.pairing.sparse.shapes import FAR, OPEN, Held, Ints, Rows, Shorts, Units, holds, leave, take


@compiled
def settle(rows: Rows, units: Units, capacity: Ints, held: Held, queue: Shorts, begin: int, end: int) -> int:
    """Keep what is best at the prices, for a run of recipients whose units hang in no list yet.

    Queues the units that are open now and returns how many.
    """
    count = 0
    for j in range(begin, end):
        first, last = units.ptr[j], units.ptr[j + 1]
        best = -units.miss[j] if last - first == 1 else 0
        for u in range(first, last):
            if held.edge[u] < 0:
                held.edge[u] = OPEN
        for e in range(rows.ptr[j], rows.ptr[j + 1]):
            gain = rows.val[e] - held.price[rows.col[e]]
            if gain > best and not holds(units, held, j, e):
                best = gain
        low, full = FAR, True
        for u in range(first, last):
            e = held.edge[u]
            if e >= 0:
                i = rows.col[e]
                gain = rows.val[e] - held.price[i]
                if gain >= best and held.load[i] < capacity[i]:
                    take(held, u, e, rows.val[e], i)
                    low = min(low, gain)
                    continue
                best = max(best, gain)
            held.edge[u] = OPEN
            full = False
            queue[count] = u
            count += 1
        held.surplus[j] = low if full else best
        if full:
            continue
        for u in range(first, last):  # a pair let go may have raised the surplus above one that was kept before it
            e = held.edge[u]
            if e >= 0 and rows.val[e] - held.price[rows.col[e]] < held.surplus[j]:
                leave(held, u, rows.col[e])
                held.edge[u] = OPEN
                queue[count] = u
                count += 1
    return count
