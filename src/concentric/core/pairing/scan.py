"""Pricing: for every recipient the best supporters at the present prices, over *all* of them, without a matrix.

Supporters are looked at in tiles. A tile is passed over when a bound on its benefits (its largest offers, its nearest
corner, its cheapest price) can't reach what the recipient has already; sorted by county, tiles are local and most are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from concentric.core.pairing.benefit import FORBIDDEN, TILE, Facts, Table, Tiny, score
from concentric.core.pairing.compiling import compiled, inlined
from concentric.core.pairing.sparse.shapes import Ints, Rows, Shorts, edge_of
from concentric.core.pairing.threads import over_recipients

TOGETHER = 256
"""Recipients that share a tile while it is near."""
LIKELY = 4
"""Tiles of each recipient that are looked at before all others, those first that may gain it most."""
LEAST = -(1 << 31) + 1
CEILING = (1 << 30) - 1
"""Prices above it are looked at as this; what is found is then held against the true price."""


class Bounds(NamedTuple):
    """By tile: largest offer of each category, corners, ranges of codes and sizes, cheapest price."""

    offer: NDArray[np.integer]
    low_x: Tiny
    high_x: Tiny
    low_y: Tiny
    high_y: Tiny
    low_z: Tiny
    high_z: Tiny
    low_county: Tiny
    high_county: Tiny
    low_prefecture: Tiny
    high_prefecture: Tiny
    low_zone: Tiny
    high_zone: Tiny
    low_size: Tiny
    high_size: Tiny
    price: Shorts


@dataclass(frozen=True)
class Found:
    """`keep` candidates for each recipient (supporter -1: none), and the best gain outside the graph, or its floor."""

    supporter: Shorts
    gain: Ints
    best: Ints
    looked_at: int


class Known:
    """What a look at all pairs leaves for the next one: the most that each tile can gain each recipient, at its prices.

    Four bytes for each recipient and tile, an eighth of a gigabyte for every ten billion pairs.
    """

    def __init__(self, table: Table) -> None:
        size = table.offers.zone.size
        self.most = np.full((table.needs.zone.size, size // TILE), CEILING, np.int32)
        self.shown = np.zeros(size, np.int32)

    def fallen(self, shown: Shorts) -> Shorts:
        """By how much prices in each tile have fallen at most (or risen at least: below 0) since the last look."""
        fall = np.maximum.reduceat(self.shown - shown, np.arange(0, shown.size, TILE))
        self.shown = shown
        return fall


def scan(
    table: Table,
    rows: Rows,
    price: Ints,
    floor: Ints,
    keep: int,
    slack: int = 0,
    threads: int | None = None,
    known: Known | None = None,
) -> Found:
    """The `keep` best pairs outside the graph whose gain (benefit - price) exceeds the recipient's floor - slack."""
    known = Known(table) if known is None else known
    recipients = table.needs.county.size
    shown = np.full(table.offers.zone.size, CEILING, np.int32)
    shown[: price.size] = np.minimum(price, CEILING)
    found = Found(
        np.full((recipients, keep), -1, np.int32),
        np.zeros((recipients, keep), np.int64),
        floor.copy(),
        0,
    )
    seen = np.zeros(recipients, np.int64)
    bounds, most, fallen = bounds_of(table.offers, shown), known.most, known.fallen(shown)

    def run(first: int, end: int) -> None:
        _scan(
            table,
            rows,
            bounds,
            price,
            shown,
            floor,
            slack,
            first,
            end,
            most,
            fallen,
            found.supporter,
            found.gain,
            found.best,
            seen,
        )

    over_recipients(run, recipients, threads)
    return Found(found.supporter, found.gain, found.best, int(seen.sum()))


def bounds_of(offers: Facts, price: Shorts) -> Bounds:
    """Bounds of all tiles at these prices."""
    starts = np.arange(0, price.size, TILE)
    corners: list[Tiny] = []
    for values in (offers.x, offers.y, offers.z, offers.county, offers.prefecture, offers.zone, offers.size):
        corners += [np.minimum.reduceat(values, starts), np.maximum.reduceat(values, starts)]
    offer = np.maximum.reduceat(offers.categories, starts, axis=1)
    return Bounds._make([np.ascontiguousarray(offer), *corners, np.minimum.reduceat(price, starts)])


@compiled
def _reachable(table: Table, bounds: Bounds, j: int, most: Shorts) -> None:
    """For each tile: no supporter in it can gain recipient j more than this."""
    needs, points = table.needs, table.points
    x, y, z = needs.x[j], needs.y[j], needs.z[j]
    county, prefecture, zone, size = needs.county[j], needs.prefecture[j], needs.zone[j], needs.size[j]
    near, per_km, size_step = points.near, points.per_km, points.size_step
    in_county, in_prefecture, none = points.county, points.prefecture, np.int32(0)
    never, tiles = np.int32(FORBIDDEN), np.uint64(most.size)
    for t in range(tiles):
        dx = max(none, max(np.int32(bounds.low_x[t] - x), np.int32(x - bounds.high_x[t])))
        dy = max(none, max(np.int32(bounds.low_y[t] - y), np.int32(y - bounds.high_y[t])))
        dz = max(none, max(np.int32(bounds.low_z[t] - z), np.int32(z - bounds.high_z[t])))
        away = np.int32(np.sqrt(np.float32(np.int32(dx * dx + dy * dy + dz * dz))))
        most[t] = max(none, np.int32(near - np.int32(np.int32(away * per_km) >> np.int32(1))))
    for k in range(needs.categories.shape[1]):
        need = needs.categories[j, k]
        if need != 0:
            for t in range(tiles):
                most[t] = np.int32(most[t] + np.int32(need * bounds.offer[k, t]))
    for t in range(tiles):
        same = in_county if bounds.low_county[t] <= county <= bounds.high_county[t] else none
        most[t] = np.int32(most[t] + same - bounds.price[t])
    for t in range(tiles):
        same = in_prefecture if bounds.low_prefecture[t] <= prefecture <= bounds.high_prefecture[t] else none
        off = max(none, max(np.int32(bounds.low_size[t] - size), np.int32(size - bounds.high_size[t])))
        most[t] = np.int32(most[t] + same - np.int32(size_step * off))
    for t in range(tiles):
        most[t] = most[t] if bounds.low_zone[t] <= zone <= bounds.high_zone[t] else np.int32(never - bounds.price[t])


@compiled
def _scan(
    table: Table,
    rows: Rows,
    bounds: Bounds,
    price: Ints,
    shown: Shorts,
    floor: Ints,
    slack: int,
    first: int,
    end: int,
    most: Shorts,
    fallen: Shorts,
    supporter: Shorts,
    gain: Ints,
    best: Ints,
    seen: Ints,
) -> None:
    keep, tiles = supporter.shape[1], bounds.price.size
    out = np.empty(TILE, np.int32)
    reachable = np.empty((TOGETHER, tiles), np.int32)
    for block in range(first, end, TOGETHER):
        last = min(end, block + TOGETHER)
        for j in range(block, last):
            for k in range(keep):
                gain[j, k] = max(LEAST, floor[j] - slack)
            _reachable(table, bounds, j, reachable[j - block])
            for t in range(np.uint64(tiles)):
                most[j, t] = min(reachable[j - block, t], np.int32(most[j, t] + fallen[t]))
                reachable[j - block, t] = most[j, t]
        # The most likely tiles of each first: what they give lets most of the others be passed over.
        for n in range(-LIKELY, tiles):
            for j in range(block, last):
                tile = _first_most(reachable[j - block]) if n < 0 else n
                if reachable[j - block, tile] <= gain[j, 0]:
                    continue
                reachable[j - block, tile] = LEAST
                seen[j] += TILE
                most[j, tile] = _gains(table, shown, j, tile, out)
                if most[j, tile] > gain[j, 0]:
                    _take_up(rows, price, shown, j, tile * TILE, out, gain, supporter, best)


@compiled
def _first_most(values: Shorts) -> int:
    """Where the largest stands first."""
    top = np.int32(LEAST)
    for t in range(np.uint64(values.size)):
        top = max(top, values[t])
    t = 0
    while values[t] != top and t < values.size - 1:
        t += 1
    return t


@inlined
def _gains(table: Table, shown: Shorts, j: int, tile: int, out: Shorts) -> np.int32:
    """Benefits of a tile less the prices; returns the largest."""
    score(table, j, tile, out)
    first, top = np.uint64(tile * TILE), np.int32(LEAST)
    for t in range(np.uint64(TILE)):
        out[t] = np.int32(out[t] - shown[first + t])
        top = max(top, out[t])
    return top


@compiled
def _take_up(
    rows: Rows,
    price: Ints,
    shown: Shorts,
    j: int,
    first: int,
    out: Shorts,
    gain: Ints,
    supporter: Shorts,
    best: Ints,
) -> None:
    """Put what a tile offers recipient j among its candidates, by the true prices."""
    for t in range(TILE):
        if out[t] <= gain[j, 0]:
            continue
        worth = np.int64(out[t]) + shown[first + t]
        if worth <= FORBIDDEN:
            continue
        exact = worth - price[first + t]
        if exact > gain[j, 0] and edge_of(rows, j, first + t) < 0:
            best[j] = max(best[j], exact)
            put(gain[j], supporter[j], exact, first + t)


@compiled
def put(gain: Ints, supporter: Shorts, worth: int, i: int) -> None:
    """Replace the least of a heap of candidates."""
    size, at = gain.size, 0
    while True:
        child = 2 * at + 1
        if child >= size:
            break
        if child + 1 < size and gain[child + 1] < gain[child]:
            child += 1
        if gain[child] >= worth:
            break
        gain[at] = gain[child]
        supporter[at] = supporter[child]
        at = child
    gain[at] = worth
    supporter[at] = i
