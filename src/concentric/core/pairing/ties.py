"""Which of equally good pairings: recipients in the order of county and id, each with the first supporter possible.

At the final prices every best pairing uses only *tight* pairs: those whose gain is exactly what the recipient gets. So
the first pairing in this order is found by walking over tight pairs alone, along circles that cost nothing.
"""

from __future__ import annotations

import numpy as np

from concentric.core.pairing.compiling import compiled
from concentric.core.pairing.sparse.shapes import Held, Ints, Rows, Shorts, Units, leave, take

BUDGET = 50_000_000
"""Tight pairs read before the rest stays as it is. Counted, not timed, so that every machine stops at the same one."""


def first_of_equals(rows: Rows, units: Units, capacity: Ints, held: Held) -> bool:
    """Turn an optimal pairing into the first one of all that are equally good, in place; False at the budget.

    `rows` has to hold every tight pair there is. Recipients that want more than one partner keep theirs.
    """
    return bool(_first(rows, units, capacity, held, BUDGET))


@compiled
def _tight(rows: Rows, held: Held) -> tuple[Ints, Shorts]:
    """The tight pairs of each recipient that holds exactly one: pointers and edges."""
    recipients = rows.ptr.size - 1
    ptr = np.zeros(recipients + 1, np.int64)
    count = 0
    for j in range(recipients):
        for e in range(rows.ptr[j], rows.ptr[j + 1]):
            if rows.val[e] - held.price[rows.col[e]] == held.surplus[j]:
                count += 1
        ptr[j + 1] = count
    edge = np.empty(count, np.int32)
    count = 0
    for j in range(recipients):
        for e in range(rows.ptr[j], rows.ptr[j + 1]):
            if rows.val[e] - held.price[rows.col[e]] == held.surplus[j]:
                edge[count] = e - rows.ptr[j]
                count += 1
    return ptr, edge


@compiled
def _first(rows: Rows, units: Units, capacity: Ints, held: Held, budget: int) -> bool:
    """For each recipient in order: the first tight supporter that can be had without moving an earlier recipient.

    Supporter i can be had when it has room (its price then is 0 and taking it is free, if the one left behind may idle
    too), or when one of those it holds can move on, and so forth, to room that may be filled or to the supporter left.
    """
    recipients, supporters = rows.ptr.size - 1, capacity.size
    ptr, tight = _tight(rows, held)
    seen = np.full(supporters, -1, np.int64)
    parent_unit = np.empty(supporters, np.int32)
    parent_edge = np.empty(supporters, np.int64)
    queue = np.empty(supporters, np.int32)
    work = 0
    for j in range(recipients):
        if units.ptr[j + 1] - units.ptr[j] != 1:
            continue
        mine = units.ptr[j]
        if held.edge[mine] < 0:
            continue
        now = rows.col[held.edge[mine]]
        for n in range(ptr[j], ptr[j + 1]):
            wish = rows.col[rows.ptr[j] + tight[n]]
            if wish == now:
                break
            # Backwards from the wish: who could make room there, until somebody takes the place that j would leave.
            head, tail = 0, 1
            queue[0] = wish
            stamp = np.int64(rows.ptr[j] + tight[n])
            seen[wish] = stamp
            end = -1
            while head < tail and end < 0:
                i = queue[head]
                head += 1
                if held.load[i] < capacity[i] and held.price[now] == 0:
                    end = i  # room here, and the place left behind may stay idle
                    break
                u = held.head[i]
                while u >= 0 and end < 0:
                    other = units.recipient[u]
                    if other > j and units.ptr[other + 1] - units.ptr[other] == 1:
                        for m in range(ptr[other], ptr[other + 1]):
                            work += 1
                            e = rows.ptr[other] + tight[m]
                            w = rows.col[e]
                            if seen[w] != stamp:
                                seen[w] = stamp
                                parent_unit[w] = u
                                parent_edge[w] = e
                                queue[tail] = w
                                tail += 1
                                if w == now:
                                    end = w
                                    break
                    u = held.after[u]
            if work > budget:
                return False
            if end < 0:
                continue
            leave(held, mine, now)
            i = end
            while i != wish:
                u, e = parent_unit[i], parent_edge[i]
                before = rows.col[held.edge[u]]
                leave(held, u, before)
                take(held, u, e, rows.val[e], i)
                i = before
            e = rows.ptr[j] + tight[n]
            take(held, mine, e, rows.val[e], wish)
            break
    return True
