"""The auction: open units bid prices up, idle slots bid them down, in steps of `eps`. It never has to finish.

What it leaves open or idle is settled exactly afterwards, so both halves stop at a budget of edges read: the last bids
of a price war are what costs an auction its time.
"""

import numpy as np

from concentric.core.pairing.compiling import compiled
from concentric.core.pairing.sparse.levels import even_out, lower_level, raise_level
from concentric.core.pairing.sparse.shapes import FAR, OPEN, OUTSIDE, Columns, Held, Ints, Rows, Units
from concentric.core.pairing.sparse.slots import Bids, Slots, bids_on, charge, edges_held, has, plant, seat, slots_of

COARSE = (16, 256, 4096)
"""Parts of the range of values that bids are made in, from large to small."""
UPWARD, DOWNWARD = 4, 24
"""Budgets, in times the number of edges. Too small a second one makes a nation near full capacity much slower."""
PARTS, STALLED, PROMISING = 24, 23, 10
"""A half ends before its budget when one reading of all edges leaves more than 23 parts in 24 of its bidders; the first
try of small steps when one leaves more than 10."""
FINE, ENOUGH = 1000, 64
"""What part of the range of values the first try's step is, and what part of the units it may leave open."""
RAISED = 4
"""How often bids follow when prices were raised for want of slots."""
NARROW, FINER = 64, 16
"""Up to this range of values, bids are made in parts of one this small."""


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
def bid_up(
    rows: Rows, units: Units, slots: Slots, bids: Bids, eps: int, count: int, reading: int, lack: int, keeps: int
) -> int:
    """Open units bid for the cheapest slot of the supporter that is best for them; returns how many are left open.

    `lack` units are known to find no slot. It ends when one reading of all edges leaves more than `keeps` parts in
    PARTS of the others open, or at the budget.
    """
    size = units.recipient.size
    at, work, budget, before = 0, 0, reading, count
    while count > lack:
        if work >= budget:
            if work >= UPWARD * reading or (count - lack) * PARTS > (before - lack) * keeps:
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
            lack = max(0, lack - 1)
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
    return count


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
            if work >= DOWNWARD * reading or count * PARTS > before * STALLED:
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


class _Auction:
    """One auction: its slots and bids, and how much one reading of all edges is."""

    def __init__(self, rows: Rows, columns: Columns, units: Units, capacity: Ints, held: Held, leveled: bool) -> None:
        self.rows, self.columns, self.units, self.held, self.leveled = rows, columns, units, held, leveled
        self.slots = slots_of(capacity, held.price)
        self.bids = bids_on(self.slots, held.price, units.recipient.size)
        self.reading = rows.col.size + self.slots.price.size
        self.lack = max(0, units.recipient.size - self.slots.price.size)
        seat(rows, units, self.slots, self.bids, held)

    def cold(self, reach: int) -> None:
        """Small steps at once where they get on; else from large steps to small ones."""
        fine = max(1, reach // FINE)
        left = self.upward(fine, PROMISING)
        if left - self.lack > self.units.recipient.size // ENOUGH:
            self.slots.price[:] = 0
            self.bids.price[:] = 0
            self.phases(sorted({max(1, reach // part) for part in COARSE}, reverse=True))
            return
        if left and raise_level(self.slots, self.bids, self.units):
            self.phases([fine])

    def phases(self, steps: list[int]) -> None:
        """All steps, the last one again while slots are so few that prices had to be raised."""
        at, again = 0, 0
        while at < len(steps) and again <= RAISED:
            left = self.upward(steps[at], STALLED)
            bid_down(self.columns, self.units, self.slots, self.bids, steps[at], self.reading)
            raised = self.leveled and left > 0 and raise_level(self.slots, self.bids, self.units)
            if raised:
                self.lack = 0
            if raised and at == len(steps) - 1:
                again += 1
            else:
                at += 1

    def upward(self, eps: int, keeps: int) -> int:
        """The half of a phase in which prices rise; returns how many units are left open."""
        if self.leveled:
            even_out(self.slots, self.bids)
            lower_level(self.slots, self.bids)
        plant(self.slots)
        count = release(self.rows, self.units, self.slots, self.bids, eps)
        return bid_up(self.rows, self.units, self.slots, self.bids, eps, count, self.reading, self.lack, keeps)

    def close(self) -> None:
        """Write what is held."""
        if self.leveled:
            lower_level(self.slots, self.bids)
        edges_held(self.rows, self.units, self.slots, self.bids, self.held.edge)


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
    """From nothing, or with the given steps from the prices in `held`; leaves prices and part of a pairing there.

    Without being leveled prices stay where they are: right where slots are idle only because somebody has just left.
    """
    reach = max(0, int(rows.val.max(initial=0))) - min(0, int(rows.val.min(initial=0)))
    narrow = not steps and reach <= NARROW
    if narrow:
        # With few values nearly everything is tied, and a bid of 1 is far too coarse: bid in sixteenths, once.
        held.price[:] *= FINER
        rows, columns = (
            rows._replace(val=rows.val * np.int32(FINER)),
            columns._replace(val=columns.val * np.int32(FINER)),
        )
        units = units._replace(miss=units.miss * FINER)
    ours = _Auction(rows, columns, units, capacity, held, leveled)
    if narrow or steps:
        ours.phases(steps or [1])
    else:
        ours.cold(reach)
    ours.close()
    if narrow:
        held.price[:] //= FINER
