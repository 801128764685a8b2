"""What an auction is held about: the slots of supporters with their prices, and who sits where."""

from typing import NamedTuple

import numpy as np

from concentric.core.pairing.compiling import compiled
from concentric.core.pairing.sparse.shapes import OPEN, Held, Ints, Rows, Shorts, Units, edge_of


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


def bids_on(slots: Slots, price: Ints, units: int) -> Bids:
    """Nobody has bid yet; `price` by supporter is written to."""
    return Bids(
        price,
        np.zeros(units, np.int64),
        np.full(units, OPEN, np.int32),
        np.empty(units, np.int32),
        np.empty(slots.price.size, np.int32),
    )


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
def edges_held(rows: Rows, units: Units, slots: Slots, bids: Bids, edge: Ints) -> None:
    """Write the edge of every unit that has a slot; all others are open."""
    for j in range(rows.ptr.size - 1):
        for u in range(units.ptr[j], units.ptr[j + 1]):
            s = bids.slot[u]
            edge[u] = edge_of(rows, j, slots.supporter[s]) if s >= 0 else OPEN
