"""Which of equally good pairings: recipients in the order of county and id, each with the first supporters possible.

At the final prices all best pairings have the same pairs, but for *tight* ones: those that gain exactly what their
recipient's last place is worth. So they lie between bounds on a network of tight pairs, and one is turned into another
along circles that cost nothing. Going through the recipients in order, each is covered where some best pairing covers
it, has otherwise as few partners as they allow (a pair that adds nothing is not made), and of those the first ones
that some best pairing gives it; what was settled for earlier recipients stays.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from concentric.core.pairing.compiling import compiled
from concentric.core.pairing.quotas import Tree
from concentric.core.pairing.sharing import Tolls, effective_of
from concentric.core.pairing.sparse.network import beside
from concentric.core.pairing.sparse.shapes import OUTSIDE, Held, Ints, Rows, Shorts, Units

BUDGET = 50_000_000
"""Arcs read before the rest stays as it is. Counted, not timed, so that every machine stops at the same one."""
HUB = 0


class Loose(NamedTuple):
    """Arcs from the hub through recipients' groups, recipients, tight pairs, supporters and their groups to the hub.

    First the tight pairs by recipient and supporter, then one arc into each recipient, one out of each supporter, one
    into each group of recipients, one out of each group of supporters. `low` and `high` are what best pairings have.
    """

    tail: Ints
    head: Ints
    flow: Ints
    low: Ints
    high: Ints


def first_of_equals(
    rows: Rows,
    units: Units,
    room: Ints,
    held: Held,
    floor: Ints,
    trees: tuple[Tree, Tree],
    tolls: Tolls,
    budget: int = BUDGET,
) -> bool:
    """Turn a best pairing into the first one of all that are equally good; False at the budget.

    Only the edges in `held` are written. `rows` has to hold every tight pair there is; a pair is tight when its benefit
    less the price is its recipient's `floor`.
    """
    recipients, want = rows.ptr.size - 1, np.diff(units.ptr)
    owner = np.repeat(np.arange(recipients, dtype=np.int64), np.diff(rows.ptr))
    tight = np.flatnonzero(rows.val - held.price[rows.col] == floor[owner])
    owner, taken = owner[tight], np.zeros(rows.col.size, bool)
    edge = held.edge[held.edge >= 0]
    taken[edge] = True
    have = np.bincount(np.repeat(np.arange(recipients), want)[held.edge >= 0], minlength=recipients)
    load = np.bincount(rows.col[edge], minlength=room.size)
    arcs = _arcs(rows, units, room, held, floor, trees, tolls, (tight, owner, taken[tight], have, load))
    nodes = 1 + sum(tree.parent.size for tree in trees) + recipients + room.size
    ptr, arc = beside(arcs.tail, arcs.head, nodes)
    begin = np.searchsorted(owner, np.arange(recipients + 1))
    done = bool(_first(arcs, ptr, arc, begin, _lone(units), budget))
    taken[tight] = arcs.flow[: tight.size] > 0
    _write(rows, units, taken, held.edge)
    return done


def _arcs(
    rows: Rows,
    units: Units,
    room: Ints,
    held: Held,
    floor: Ints,
    trees: tuple[Tree, Tree],
    tolls: Tolls,
    now: tuple[Ints, Ints, Ints, Ints, Ints],
) -> Loose:
    """The network; `now` are the tight edges, their recipients, whether they are taken, and how many each side has."""
    tight, owner, taken, have, load = now
    (one, other), want = trees, np.diff(units.ptr)
    own, toll = effective_of(one, tolls.one), effective_of(other, tolls.other)
    first_one, first_other = 1, 1 + one.parent.size
    first_recipient = first_other + other.parent.size
    first_supporter = first_recipient + have.size
    # What the last place is worth says how many partners best pairings give: all, as many as add nothing, or one.
    level, alone = floor - toll, _lone(units)
    most = np.where(level >= 0, want, np.minimum(want, 1))
    least = np.where(level > 0, want, np.where(level == 0, alone, level > -units.miss))
    parts = [
        (first_recipient + owner, first_supporter + rows.col[tight], taken, np.zeros(tight.size), np.ones(tight.size)),
        (
            np.where(other.leaf >= 0, first_other + other.leaf, HUB),
            first_recipient + np.arange(have.size),
            have,
            np.minimum(least, have),
            np.maximum(most, have),
        ),
        (
            first_supporter + np.arange(room.size),
            np.where(one.leaf >= 0, first_one + one.leaf, HUB),
            load,
            np.where(held.price > own, room, 0),
            room,
        ),
    ]
    for tree, effective, members, begin in (
        (other, tolls.other, have, first_other),
        (one, tolls.one, load, first_one),
    ):
        price, here = tolls.of(tree, effective), begin + np.arange(tree.parent.size)
        around = np.where(tree.parent >= 0, begin + tree.parent, HUB)
        count = np.bincount(tree.leaf[tree.leaf >= 0], members[tree.leaf >= 0], minlength=tree.parent.size)
        for n in range(tree.parent.size - 1, -1, -1):  # from the smallest group to the largest
            if tree.parent[n] >= 0:
                count[tree.parent[n]] += count[n]
        low, high = np.where(price > 0, tree.most, tree.least), np.where(price < 0, tree.least, tree.most)
        parts.append((around, here, count, low, high) if tree is other else (here, around, count, low, high))
    return Loose._make([np.concatenate([part[n] for part in parts]).astype(np.int64) for n in range(5)])


def _lone(units: Units) -> NDArray[np.bool_]:
    """Recipients to whom having nobody costs something."""
    return (np.diff(units.ptr) > 0) & (units.miss > 0)


@compiled
def _first(arcs: Loose, ptr: Ints, arc: Ints, begin: Ints, lone: NDArray[np.bool_], budget: int) -> bool:
    """Settle each recipient's arc and pairs in order; a settled arc has no play any more."""
    recipients, nodes, pairs = begin.size - 1, ptr.size - 1, begin[-1]
    seen = np.full(nodes, -1, np.int64)
    by, queue = np.empty(nodes, np.int64), np.empty(nodes, np.int64)
    stamp, work = 0, 0
    for j in range(recipients):
        into = pairs + j
        node = arcs.head[into]
        stamp += 1
        if lone[j] and arcs.flow[into] == 0 < arcs.high[into]:
            found, read = _reach(arcs, ptr, arc, node, arcs.tail[into], into, seen, by, queue, stamp)
            work += read
            if found:
                arcs.flow[into] = 1
                _push(arcs, by, node, arcs.tail[into])
            stamp += 1
        if lone[j]:
            arcs.low[into] = max(arcs.low[into], min(1, arcs.flow[into]))
        while arcs.flow[into] > arcs.low[into]:
            found, read = _reach(arcs, ptr, arc, arcs.tail[into], node, into, seen, by, queue, stamp)
            work += read
            if not found:
                break
            arcs.flow[into] -= 1
            _push(arcs, by, arcs.tail[into], node)
            stamp += 1
        arcs.low[into] = arcs.high[into] = arcs.flow[into]
        loose = arcs.flow[begin[j] : begin[j + 1]].sum()
        stamp += 1  # what can't be reached for one wish can't for the next either
        for a in range(begin[j], begin[j + 1]):
            if arcs.flow[a] == 0 and loose > 0:
                found, read = _reach(arcs, ptr, arc, arcs.head[a], node, a, seen, by, queue, stamp)
                work += read
                if found:
                    arcs.flow[a] = 1
                    _push(arcs, by, arcs.head[a], node)
                    stamp += 1
            loose -= arcs.flow[a]
            arcs.low[a] = arcs.high[a] = arcs.flow[a]
        if work > budget:
            return False
    return True


@compiled
def _reach(
    arcs: Loose,
    ptr: Ints,
    arc: Ints,
    start: int,
    end: int,
    without: int,
    seen: Ints,
    by: Ints,
    queue: Ints,
    stamp: int,
) -> tuple[bool, int]:
    """Whether one unit can go from `start` to `end` along arcs with play; `by` is the arc that led to each node.

    The hub, which has most arcs, is looked at last.
    """
    if seen[start] == stamp:
        return False, 1
    seen[start] = stamp
    queue[0] = start
    head, tail, read, hub = 0, 1, 0, start == HUB
    if hub:
        tail = 0
    while head < tail or hub:
        if head < tail:
            v = queue[head]
            head += 1
        else:
            v, hub = HUB, False
        for n in range(ptr[v], ptr[v + 1]):
            read += 1
            a = arc[n]
            if a >= 0:
                w, play = arcs.head[a], arcs.flow[a] < arcs.high[a]
            else:
                w, play = arcs.tail[-1 - a], arcs.flow[-1 - a] > arcs.low[-1 - a]
            if not play or seen[w] == stamp or a == without or -1 - a == without:
                continue
            seen[w] = stamp
            by[w] = a
            if w == end:
                return True, read
            if w == HUB:
                hub = True
            else:
                queue[tail] = w
                tail += 1
    return False, read


@compiled
def _push(arcs: Loose, by: Ints, start: int, end: int) -> None:
    """One unit more along the arcs that were found."""
    v = end
    while v != start:
        a = by[v]
        if a >= 0:
            arcs.flow[a] += 1
            v = arcs.tail[a]
        else:
            arcs.flow[-1 - a] -= 1
            v = arcs.head[-1 - a]


@compiled
def _write(rows: Rows, units: Units, taken: Shorts, edge: Ints) -> None:
    """The edges that are taken, by unit; the rest stays empty."""
    edge[:] = OUTSIDE
    for j in range(rows.ptr.size - 1):
        u = units.ptr[j]
        for e in range(rows.ptr[j], rows.ptr[j + 1]):
            if taken[e]:
                edge[u] = e
                u += 1
