"""Fresh edges let in by searches from both ends, where every recipient wants one partner at most.

Whoever gains by a fresh edge leaves a place, and a shortest path leads back to that place or to another that is free.
Looking from the unit and from the place at once, until both looks together are as long as the path, reads little more
than the square root of what one look would. Prices near the unit rise, those near the place fall.
"""

from typing import NamedTuple

import numpy as np

from concentric.core.pairing.compiling import compiled
from concentric.core.pairing.sparse.heap import pop, push
from concentric.core.pairing.sparse.shapes import (
    FAR,
    OPEN,
    OUTSIDE,
    Columns,
    Fresh,
    Held,
    Ints,
    Rows,
    Shorts,
    Units,
    edge_of,
    leave,
    take,
)

ADMITTED, TRIED = 6, 8
"""How many edges fresh ones may make it read, in times their number; an eighth of their number shows how it goes on."""
FREE, MET = 1, 2


class Look(NamedTuple):
    """One look's working arrays, all FAR again after every path."""

    reach: Ints  # distance of a supporter
    edge: Ints  # the edge that led to it, or by which a unit goes on from it
    other: Shorts  # the supporter before it, -1 where that is the beginning; or the one after it
    unit: Shorts  # the unit that moves along that edge
    touched: Shorts
    settled: Shorts
    heap: Ints


def look_over(rows: Rows, supporters: int) -> Look:
    """Fresh arrays; pages of the heap that are never written cost nothing."""
    return Look(
        np.full(supporters, FAR, np.int64),
        np.empty(supporters, np.int64),
        np.empty(supporters, np.int32),
        np.empty(supporters, np.int32),
        np.empty(supporters, np.int32),
        np.empty(supporters, np.int32),
        np.empty(rows.col.size + supporters + 1, np.int64),
    )


@compiled
def admit_between(
    rows: Rows,
    columns: Columns,
    units: Units,
    capacity: Ints,
    held: Held,
    fresh: Fresh,
    ahead: Look,
    back: Look,
    shift: int,
) -> bool:
    """Let fresh edges into a graph that is solved without them; False when too many edges were read.

    `columns` are those without the fresh edges.
    """
    head, after = np.full(capacity.size, -1, np.int64), np.empty(fresh.edge.size, np.int64)
    for n in range(fresh.edge.size):
        i = rows.col[fresh.edge[n]]
        after[n] = head[i]
        head[i] = n
    work = 0
    for n in range(fresh.edge.size):
        j, e = fresh.recipient[n], fresh.edge[n]
        u = units.ptr[j]
        if units.ptr[j + 1] == u or rows.val[e] - held.price[rows.col[e]] <= held.surplus[j]:
            continue
        place = -1
        if held.edge[u] >= 0:
            place = rows.col[held.edge[u]]
            leave(held, u, place)
        held.edge[u] = OPEN
        best = -units.miss[j]
        for k in range(rows.ptr[j], rows.ptr[j + 1]):
            best = max(best, rows.val[k] - held.price[rows.col[k]])
        held.surplus[j] = best
        work += rows.ptr[j + 1] - rows.ptr[j]
        work += _lead(rows, columns, units, capacity, held, fresh, head, after, ahead, back, shift, u, place)
        if work > rows.col.size // TRIED + ADMITTED * rows.col.size * n // fresh.edge.size:
            return False
    return True


@compiled
def _lead(
    rows: Rows,
    columns: Columns,
    units: Units,
    capacity: Ints,
    held: Held,
    fresh: Fresh,
    head: Ints,
    after: Ints,
    ahead: Look,
    back: Look,
    shift: int,
    start: int,
    place: int,
) -> int:
    """Lead unit `start`, which is open, to a free place: its own, another, or staying empty."""
    mask = (1 << shift) - 1
    end, target, kind, last = FAR, -1, 0, start
    touched = settled = size = work = 0
    gone = stood = filled = read = 0
    low = 0 if place >= 0 else FAR  # how far the look back has come, and may come at most
    most = FAR
    if place >= 0:
        back.reach[place], back.touched[0] = 0, place
        gone = 1
        push(back.heap, 0, place)
        filled = 1
    high = 0  # how far the look ahead has come
    opened, u, i = True, start, -1
    listed = -1
    while True:
        if opened or listed >= 0:
            if not opened:
                u = listed
                listed = held.after[u]
            opened = False
            j = units.recipient[u]
            base = high + held.surplus[j]
            work += rows.ptr[j + 1] - rows.ptr[j]
            # Where both looks have met, what lies beyond their meeting matters no more.
            bound = end - low if kind == MET else end
            if base + units.miss[j] < bound:
                end = bound = base + units.miss[j]
                kind, last = OUTSIDE, u
            for e in range(rows.ptr[j], rows.ptr[j + 1]):
                w = rows.col[e]
                far = base - rows.val[e] + held.price[w]
                if far >= ahead.reach[w] or (far >= bound and far + back.reach[w] >= end):
                    continue
                if far < high:  # an edge that gains more than its recipient has is not in the graph yet
                    continue
                if ahead.reach[w] == FAR:
                    ahead.touched[touched] = w
                    touched += 1
                ahead.reach[w] = far
                ahead.edge[w], ahead.other[w], ahead.unit[w] = e, i, u
                if far + back.reach[w] < end:
                    end, target, kind = far + back.reach[w], w, MET
                    bound = end - low
                if held.load[w] >= capacity[w]:
                    push(ahead.heap, size, (far << shift) | w)
                    size += 1
                elif far < bound and w != place:
                    end, target, kind = far, w, FREE
                    bound = end
            continue
        while size > 0 and ahead.heap[0] >> shift != ahead.reach[ahead.heap[0] & mask]:
            pop(ahead.heap, size)
            size -= 1
        while filled > 0 and back.heap[0] >> shift != back.reach[back.heap[0] & mask]:
            pop(back.heap, filled)
            filled -= 1
        before = high
        high = ahead.heap[0] >> shift if size > 0 else end
        low = min(most, back.heap[0] >> shift if filled > 0 else most) if place >= 0 else 0
        # Only a path to the unit's own place may be shared between the looks: other ends keep their prices.
        if high >= end or (kind == MET and high + low >= end):
            break
        if filled == 0 or low >= most or high + low >= end or work <= 2 * read:
            i = pop(ahead.heap, size) & mask
            size -= 1
            ahead.settled[settled] = i
            settled += 1
            listed = held.head[i]
            continue
        x = pop(back.heap, filled) & mask
        filled -= 1
        back.settled[stood] = x
        stood += 1
        most = min(most, low + held.price[x])
        k, f = columns.ptr[x], head[x]
        while k < columns.ptr[x + 1] or f >= 0:
            if k < columns.ptr[x + 1]:
                j, value = columns.row[k], np.int64(columns.val[k])
                k += 1
            else:
                j, value = fresh.recipient[f], np.int64(rows.val[fresh.edge[f]])
                f = after[f]
            read += 1
            g = units.ptr[j]
            short = held.surplus[j] - value + held.price[x]
            if g == start or units.ptr[j + 1] == g or short < 0:
                continue
            far = low + short
            if held.edge[g] < 0:
                most = min(most, far)
                continue
            w = rows.col[held.edge[g]]
            if w == x or far >= back.reach[w] or (far + high >= end and ahead.reach[w] + far >= end):
                continue
            if back.reach[w] == FAR:
                back.touched[gone] = w
                gone += 1
            back.reach[w] = far
            back.other[w], back.unit[w] = x, g
            if ahead.reach[w] + far < end and held.load[w] >= capacity[w]:
                end, target, kind = ahead.reach[w] + far, w, MET
            push(back.heap, filled, (far << shift) | w)
            filled += 1
    # What was left out lies beyond where the look stood that went on last: the other one has gone as far as it went.
    if kind != MET:
        high, low = end, 0
    elif high > before:
        low = min(low, end)
        high = end - low
    else:
        high = min(high, end)
        low = end - high
    held.surplus[units.recipient[start]] -= high
    for n in range(settled + stood):
        if n < settled:
            i = ahead.settled[n]
            by = max(0, high - ahead.reach[i])
        else:
            i = back.settled[n - settled]
            by = min(0, back.reach[i] - low)
        if by == 0:
            continue
        held.price[i] += by
        u = held.head[i]
        while u >= 0:
            held.surplus[units.recipient[u]] -= by
            u = held.after[u]
    _go(rows, units, held, ahead, back, target, kind, last, end, place)
    for n in range(touched):
        ahead.reach[ahead.touched[n]] = FAR
    for n in range(gone):
        back.reach[back.touched[n]] = FAR
    return int(work + read)


@compiled
def _go(
    rows: Rows,
    units: Units,
    held: Held,
    ahead: Look,
    back: Look,
    target: int,
    kind: int,
    last: int,
    end: int,
    place: int,
) -> None:
    """Move every unit of the path one supporter on."""
    i = target
    if kind == OUTSIDE:
        i = -1
        if held.edge[last] >= 0:
            i = rows.col[held.edge[last]]
            leave(held, last, i)
        held.edge[last] = OUTSIDE
    if kind == MET:
        # The first supporter of the path where both looks meet: from there on the looks have none in common.
        w = target
        while w >= 0:
            if ahead.reach[w] + back.reach[w] == end:
                i = w
            w = ahead.other[w]
        w = i
        while w != place:
            u, x = back.unit[w], back.other[w]
            leave(held, u, w)
            e = edge_of(rows, units.recipient[u], x)
            take(held, u, e, rows.val[e], x)
            w = x
    while i >= 0:
        u, before, e = ahead.unit[i], ahead.other[i], ahead.edge[i]
        if before >= 0:
            leave(held, u, before)
        take(held, u, e, rows.val[e], i)
        i = before
