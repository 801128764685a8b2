"""The auction: open units bid prices up, idle slots bid them down, in steps of `eps`. It never has to finish.

What it leaves open or idle is settled exactly afterwards, so both halves stop at a budget of edges read: the last bids
of a price war are what costs an auction its time.
"""

from typing import NamedTuple

import numpy as np

from concentric.core.pairing.compiling import compiled
from concentric.core.pairing.sparse.shapes import FAR, OPEN, OUTSIDE, Columns, Held, Ints, Rows, Shorts, Units, edge_of

SHARPER = 5
UPWARD, DOWNWARD = 4, 24
"""Budgets, in times the number of edges. Too small a second one makes a nation near full capacity much slower."""
STALLED = 24
"""A half ends before its budget when one reading of all edges leaves fewer than one in this many better off."""
NARROW, FINER = 64, 16
"""Up to this range of values, bids are made in parts of one this small."""


class Slots(NamedTuple):
    """Slots of i are ptr[i]..ptr[i+1]-1. `tree` finds its cheapest: a tournament of 2c places from 2 ptr[i]."""

    ptr: Ints
    supporter: Shorts
    price: Ints
    unit: Shorts
    tree: Shorts


class Bids(NamedTuple):
    """Prices by supporter (of its cheapest slot), surpluses by unit, the slot of each unit, and a ring to queue in."""

    price: Ints
    surplus: Ints
    slot: Shorts
    ring: Shorts
    idle: Shorts


def slots_of(capacity: Ints, price: Ints) -> Slots:
    """Empty slots at the given prices."""
    ptr = np.zeros(capacity.size + 1, np.int64)
    np.cumsum(capacity, out=ptr[1:])
    supporter = np.repeat(np.arange(capacity.size, dtype=np.int32), capacity)
    unit = np.full(supporter.size, -1, np.int32)
    return Slots(ptr, supporter, np.repeat(price, capacity), unit, np.zeros(2 * supporter.size, np.int32))


def steps_for(reach: int) -> list[int]:
    """Bid steps: an eighth of the range of values, then a fifth each time, down to 1."""
    steps = [max(1, reach // 8)]
    while steps[-1] > 1:
        steps.append(max(1, steps[-1] // SHARPER))
    return steps


def lower_level(slots: Slots, bids: Bids) -> None:
    """Lower all prices together, clipped at 0, by the most that frees no more slots than it lets idle ones go.

    Bidding the idle slots down one by one would reach the same in ages.
    """
    taken = slots.unit >= 0
    idle = np.sort(slots.price[~taken & (slots.price > 0)])
    used = np.sort(slots.price[taken])
    low, high = 0, int(idle[-1]) if idle.size else 0
    while low < high:
        middle = (low + high + 1) // 2
        if np.searchsorted(used, middle) <= idle.size - np.searchsorted(idle, middle):
            low = middle
        else:
            high = middle - 1
    if low:
        np.maximum(slots.price - low, 0, out=slots.price)
        np.maximum(bids.price - low, 0, out=bids.price)


@compiled
def plant(slots: Slots) -> None:
    """Build every tournament from the prices as they are."""
    for i in range(slots.ptr.size - 1):
        first, size = slots.ptr[i], slots.ptr[i + 1] - slots.ptr[i]
        for k in range(size):
            slots.tree[2 * first + size + k] = first + k
        for k in range(size - 1, 0, -1):
            a, b = slots.tree[2 * first + 2 * k], slots.tree[2 * first + 2 * k + 1]
            slots.tree[2 * first + k] = a if slots.price[a] <= slots.price[b] else b


@compiled
def seat(rows: Rows, units: Units, slots: Slots, bids: Bids, held: Held) -> None:
    """Give every unit that holds an edge a slot of that supporter, as far as there are any."""
    free = slots.ptr[:-1].copy()
    for u in range(units.recipient.size):
        e = held.edge[u]
        if e >= 0:
            i = rows.col[e]
            if free[i] < slots.ptr[i + 1]:
                slots.unit[free[i]] = u
                bids.slot[u] = free[i]
                free[i] += 1


@compiled
def charge(slots: Slots, i: int, s: int, price: int) -> int:
    """Slot s of supporter i gets a price; returns the price of the cheapest slot."""
    slots.price[s] = price
    first = slots.ptr[i]
    k = (slots.ptr[i + 1] - first + s - first) >> 1
    while k > 0:
        a, b = slots.tree[2 * first + 2 * k], slots.tree[2 * first + 2 * k + 1]
        slots.tree[2 * first + k] = a if slots.price[a] <= slots.price[b] else b
        k >>= 1
    return int(slots.price[slots.tree[2 * first + 1]])


@compiled
def has(units: Units, slots: Slots, bids: Bids, j: int, i: int) -> bool:
    """Whether a unit of j has a slot of i already."""
    for u in range(units.ptr[j], units.ptr[j + 1]):  # noqa: SIM110 - compiled
        if bids.slot[u] >= 0 and slots.supporter[bids.slot[u]] == i:
            return True
    return False


@compiled
def release(rows: Rows, units: Units, slots: Slots, bids: Bids, eps: int) -> int:
    """Open every unit that could do better by more than `eps`; queues the open ones and returns how many."""
    count = 0
    for j in range(rows.ptr.size - 1):
        single = units.ptr[j + 1] - units.ptr[j] == 1
        for u in range(units.ptr[j], units.ptr[j + 1]):
            outside = -units.miss[j] if u == units.ptr[j] else 0
            s = bids.slot[u]
            mine = slots.supporter[s] if s >= 0 else -1
            best, own = outside, 0
            for e in range(rows.ptr[j], rows.ptr[j + 1]):
                i = rows.col[e]
                if i == mine:
                    own = rows.val[e]
                gain = rows.val[e] - bids.price[i]
                if gain > best and (single or i == mine or not has(units, slots, bids, j, i)):
                    best = gain
            if s >= 0 and own - slots.price[s] >= best - eps:
                bids.surplus[u] = own - slots.price[s]
                continue
            if s == OUTSIDE and outside >= best - eps:
                bids.surplus[u] = outside
                continue
            if s >= 0:
                slots.unit[s] = -1
            bids.slot[u] = OPEN
            bids.surplus[u] = best
            bids.ring[count] = u
            count += 1
    return count


@compiled
def bid_up(rows: Rows, units: Units, slots: Slots, bids: Bids, eps: int, count: int, reading: int) -> None:
    """Open units bid for the cheapest slot of the supporter that is best for them."""
    size = units.recipient.size
    at, work, budget, before = 0, 0, reading, count
    while count > 0:
        if work >= budget:
            if work >= UPWARD * reading or before - count <= before // STALLED:
                break
            budget += reading
            before = count
        u = bids.ring[at]
        at = at + 1 if at + 1 < size else 0
        count -= 1
        j = units.recipient[u]
        first, last = rows.ptr[j], rows.ptr[j + 1]
        single = units.ptr[j + 1] - units.ptr[j] == 1
        work += last - first + 2
        outside = -units.miss[j] if u == units.ptr[j] else 0
        best, second, edge = -FAR, outside, -1
        for e in range(first, last):
            gain = rows.val[e] - bids.price[rows.col[e]]
            if gain > second and (single or not has(units, slots, bids, j, rows.col[e])):
                if gain > best:
                    if best > second:
                        second = best
                    best = gain
                    edge = e
                else:
                    second = gain
        if edge < 0:
            bids.slot[u] = OUTSIDE
            bids.surplus[u] = outside
            continue
        i = rows.col[edge]
        s = slots.tree[2 * slots.ptr[i] + 1]
        loser = slots.unit[s]
        slots.unit[s] = u
        bids.slot[u] = s
        bids.surplus[u] = second - eps
        bids.price[i] = charge(slots, i, s, rows.val[edge] - second + eps)
        if loser >= 0:
            bids.slot[loser] = OPEN
            k = at + count
            bids.ring[k if k < size else k - size] = loser
            count += 1
    for n in range(count):
        k = at + n
        u = bids.ring[k if k < size else k - size]
        j = units.recipient[u]
        best = -units.miss[j] if u == units.ptr[j] else 0
        for e in range(rows.ptr[j], rows.ptr[j + 1]):
            best = max(best, rows.val[e] - bids.price[rows.col[e]])
        bids.surplus[u] = best


@compiled
def bid_down(columns: Columns, units: Units, slots: Slots, bids: Bids, eps: int, reading: int) -> None:
    """Idle slots with a price lower it until a unit is better off with them, or it is 0."""
    size = slots.price.size
    at, count, work = 0, 0, 0
    for s in range(size):
        if slots.unit[s] < 0 and slots.price[s] > 0:
            bids.idle[count] = s
            count += 1
    budget, before = reading, count
    while count > 0:
        if work >= budget:
            if work >= DOWNWARD * reading or before - count <= before // STALLED:
                break
            budget += reading
            before = count
        s = bids.idle[at]
        at = at + 1 if at + 1 < size else 0
        count -= 1
        i = slots.supporter[s]
        work += columns.ptr[i + 1] - columns.ptr[i] + 2
        best, second, entry, winner = -FAR, -FAR, -1, -1
        for k in range(columns.ptr[i], columns.ptr[i + 1]):
            j = columns.row[k]
            u = units.ptr[j]
            for other in range(u + 1, units.ptr[j + 1]):
                if bids.surplus[other] < bids.surplus[u]:
                    u = other
            gain = columns.val[k] - bids.surplus[u]
            if gain > second and not has(units, slots, bids, j, i):
                if gain > best:
                    second = best
                    best = gain
                    entry = k
                    winner = u
                else:
                    second = gain
        if best <= eps:
            bids.price[i] = charge(slots, i, s, 0)
            continue
        price = min(max(second - eps, 0), best - eps, slots.price[s])
        left = bids.slot[winner]
        if left >= 0:
            slots.unit[left] = -1
            if slots.price[left] > 0:
                k = at + count
                bids.idle[k if k < size else k - size] = left
                count += 1
        slots.unit[s] = winner
        bids.slot[winner] = s
        bids.surplus[winner] = columns.val[entry] - price
        bids.price[i] = charge(slots, i, s, price)


@compiled
def edges_held(rows: Rows, units: Units, slots: Slots, bids: Bids, edge: Ints) -> None:
    """Write the edge of every unit that has a slot; all others are open."""
    for j in range(rows.ptr.size - 1):
        for u in range(units.ptr[j], units.ptr[j + 1]):
            s = bids.slot[u]
            edge[u] = edge_of(rows, j, slots.supporter[s]) if s >= 0 else OPEN


def auction(
    rows: Rows,
    columns: Columns,
    units: Units,
    capacity: Ints,
    held: Held,
    steps: list[int] | None = None,
    *,
    leveled: bool = True,
) -> None:
    """Run all phases, or the given steps, from the prices in `held`; leaves prices and part of a pairing there.

    Without being leveled prices stay where they are: right where slots are idle only because somebody has just left.
    """
    reach = max(0, int(rows.val.max(initial=0))) - min(0, int(rows.val.min(initial=0)))
    if steps or reach > NARROW:
        _phases(rows, columns, units, capacity, held, steps or steps_for(reach), leveled)
        return
    # With few values nearly everything is tied, and a bid of 1 is far too coarse: bid in sixteenths, once.
    held.price[:] *= FINER
    rows = rows._replace(val=rows.val * np.int32(FINER))
    columns = columns._replace(val=columns.val * np.int32(FINER))
    _phases(rows, columns, units._replace(miss=units.miss * FINER), capacity, held, [1], leveled)
    held.price[:] //= FINER


def _phases(
    rows: Rows, columns: Columns, units: Units, capacity: Ints, held: Held, steps: list[int], leveled: bool
) -> None:
    slots = slots_of(capacity, held.price)
    size = units.recipient.size
    bids = Bids(
        held.price,
        np.zeros(size, np.int64),
        np.full(size, OPEN, np.int32),
        np.empty(size, np.int32),
        np.empty(slots.price.size, np.int32),
    )
    seat(rows, units, slots, bids, held)
    reading = rows.col.size + slots.price.size
    for eps in steps:
        if leveled:
            lower_level(slots, bids)
        plant(slots)
        count = release(rows, units, slots, bids, eps)
        bid_up(rows, units, slots, bids, eps, count, reading)
        bid_down(columns, units, slots, bids, eps, reading)
    if leveled:
        lower_level(slots, bids)
    edges_held(rows, units, slots, bids, held.edge)
