"""All prices moved together, which bids one by one would take ages for."""

import numpy as np

from concentric.core.pairing.sparse.shapes import OPEN, OUTSIDE, Units
from concentric.core.pairing.sparse.slots import Bids, Slots


def even_out(slots: Slots, bids: Bids) -> None:
    """All slots of a supporter at the price of its cheapest one.

    Bids leave them at as many prices as there were bids, and whoever sits in a dear one would only want the next.
    """
    slots.price[:] = bids.price[slots.supporter]


def lower_level(slots: Slots, bids: Bids) -> None:
    """Lower all prices together, clipped at 0, by the most that frees no more slots than it lets idle ones go.

    Idle slots that units are still open for don't count.
    """
    taken = slots.unit >= 0
    idle = np.sort(slots.price[~taken & (slots.price > 0)])
    used = np.sort(slots.price[taken])
    wanted = int((bids.slot == OPEN).sum())
    low, high = 0, int(idle[-1]) if idle.size > wanted else 0
    while low < high:
        middle = (low + high + 1) // 2
        if np.searchsorted(used, middle) <= idle.size - np.searchsorted(idle, middle) - wanted:
            low = middle
        else:
            high = middle - 1
    if low:
        np.maximum(slots.price - low, 0, out=slots.price)
        np.maximum(bids.price - low, 0, out=bids.price)


def raise_level(slots: Slots, bids: Bids, units: Units) -> bool:
    """Raise the prices of all slots in use by the most that sends no more units away than it lets open ones come in.

    The mirror of `lower_level`, for when there are more units than slots: those to whom staying empty is worth more at
    such prices stay so. Says whether it did anything.
    """
    outside = np.zeros(bids.slot.size, np.int64)
    some = np.diff(units.ptr) > 0
    outside[units.ptr[:-1][some]] = -units.miss[some]
    margin = bids.surplus - outside
    opened = bids.slot == OPEN
    seated, coming = np.sort(margin[bids.slot >= 0]), np.sort(margin[opened])
    idle = int((slots.unit < 0).sum())
    low, high = 0, int(coming[-1]) if coming.size > idle else 0
    while low < high:
        middle = (low + high + 1) // 2
        if np.searchsorted(seated, middle) <= coming.size - np.searchsorted(coming, middle) - idle:
            low = middle
        else:
            high = middle - 1
    if low <= 0:
        return False
    slots.price[slots.unit >= 0] += low
    full = np.diff(slots.ptr) > 0
    bids.price[full] = np.minimum.reduceat(slots.price, slots.ptr[:-1][full])
    bids.slot[opened & (margin <= low)] = OUTSIDE
    return True
