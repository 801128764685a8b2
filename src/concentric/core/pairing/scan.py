"""Pricing: for every recipient the best supporters at the present prices, over *all* of them, without a matrix.

Supporters are looked at in tiles. A tile is passed over when a bound on its benefits (its largest offers, its nearest
corner, its cheapest price) can't reach what the recipient has already; sorted by county, tiles are local and most are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from concentric.core.pairing.benefit import FORBIDDEN, TILE, Facts, Table, score
from concentric.core.pairing.compiling import compiled
from concentric.core.pairing.sparse.shapes import Ints, Rows, Shorts, edge_of
from concentric.core.pairing.threads import over_recipients

TOGETHER = 32
"""Recipients that share a tile while it is near."""
LEAST = -(1 << 31) + 1
CEILING = (1 << 30) - 1
"""Prices above it are looked at as this; what is found is then held against the true price."""


class Bounds(NamedTuple):
    """By tile: largest offer of each category, corners, ranges of codes and sizes, cheapest price."""

    offer: Shorts
    low_x: Shorts
    high_x: Shorts
    low_y: Shorts
    high_y: Shorts
    low_z: Shorts
    high_z: Shorts
    low_county: Shorts
    high_county: Shorts
    low_prefecture: Shorts
    high_prefecture: Shorts
    low_zone: Shorts
    high_zone: Shorts
    low_size: Shorts
    high_size: Shorts
    price: Shorts


@dataclass(frozen=True)
class Found:
    """`keep` candidates for each recipient (supporter -1: none), and the best gain outside the graph, or its floor."""

    supporter: Shorts
    gain: Ints
    best: Ints
    looked_at: int


def scan(
    table: Table, rows: Rows, price: Ints, floor: Ints, keep: int, slack: int = 0, threads: int | None = None
) -> Found:
    """The `keep` best pairs outside the graph whose gain (benefit - price) exceeds the recipient's floor - slack."""
    recipients = table.needs.county.size
    shown = np.minimum(price, CEILING).astype(np.int32)
    found = Found(
        np.full((recipients, keep), -1, np.int32),
        np.zeros((recipients, keep), np.int64),
        floor.copy(),
        0,
    )
    seen = np.zeros(recipients, np.int64)
    bounds = bounds_of(table.offers, shown)

    def run(first: int, end: int) -> None:
        _scan(
            table, rows, bounds, price, shown, floor, slack, first, end, found.supporter, found.gain, found.best, seen
        )

    over_recipients(run, recipients, threads)
    return Found(found.supporter, found.gain, found.best, int(seen.sum()))


def bounds_of(offers: Facts, price: Shorts) -> Bounds:
    """Bounds of all tiles at these prices."""
    starts = np.arange(0, price.size, TILE)
    corners: list[Shorts] = []
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
    never = np.int32(FORBIDDEN)
    for t in range(most.size):
        dx = max(none, max(np.int32(bounds.low_x[t] - x), np.int32(x - bounds.high_x[t])))
        dy = max(none, max(np.int32(bounds.low_y[t] - y), np.int32(y - bounds.high_y[t])))
        dz = max(none, max(np.int32(bounds.low_z[t] - z), np.int32(z - bounds.high_z[t])))
        away = np.int32(np.sqrt(np.float32(np.int32(dx * dx + dy * dy + dz * dz))))
        most[t] = max(none, np.int32(near - np.int32(np.int32(away * per_km) >> np.int32(1))))
    for k in range(needs.categories.shape[1]):
        need = needs.categories[j, k]
        if need != 0:
            offered = bounds.offer[k]
            for t in range(most.size):
                most[t] = np.int32(most[t] + np.int32(need * offered[t]))
    for t in range(most.size):
        same = in_county if bounds.low_county[t] <= county <= bounds.high_county[t] else none
        most[t] = np.int32(most[t] + same - bounds.price[t])
    for t in range(most.size):
        same = in_prefecture if bounds.low_prefecture[t] <= prefecture <= bounds.high_prefecture[t] else none
        off = max(none, max(np.int32(bounds.low_size[t] - size), np.int32(size - bounds.high_size[t])))
        most[t] = np.int32(most[t] + same - np.int32(size_step * off))
    for t in range(most.size):
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
    supporter: Shorts,
    gain: Ints,
    best: Ints,
    seen: Ints,
) -> None:
    keep, tiles = supporter.shape[1], bounds.price.size
    out = np.empty(TILE, np.int32)
    most = np.empty((TOGETHER, tiles), np.int32)
    likely = np.empty(TOGETHER, np.int64)
    for block in range(first, end, TOGETHER):
        last = min(end, block + TOGETHER)
        for j in range(block, last):
            for k in range(keep):
                gain[j, k] = max(LEAST, floor[j] - slack)
            _reachable(table, bounds, j, most[j - block])
            # The most likely tile first: what it gives lets most of the others be passed over.
            first_tile = int(np.argmax(most[j - block]))
            likely[j - block] = first_tile
            if most[j - block, first_tile] > gain[j, 0]:
                seen[j] += _look(table, rows, price, shown, j, first_tile, out, gain[j], supporter[j], best)
        for tile in range(tiles):
            for j in range(block, last):
                if most[j - block, tile] > gain[j, 0] and tile != likely[j - block]:
                    seen[j] += _look(table, rows, price, shown, j, tile, out, gain[j], supporter[j], best)


@compiled
def _look(
    table: Table,
    rows: Rows,
    price: Ints,
    shown: Shorts,
    j: int,
    tile: int,
    out: Shorts,
    gain: Ints,
    supporter: Shorts,
    best: Ints,
) -> int:
    """Take up what one tile offers recipient j; returns how many pairs were evaluated."""
    start = tile * TILE
    count = min(TILE, price.size - start)
    score(table, j, start, count, out)
    out, prices = out[:count], shown[start : start + count]
    top = np.int32(LEAST)
    for t in range(count):
        out[t] = np.int32(out[t] - prices[t])
        top = max(top, out[t])
    reach = gain[0]
    if top <= reach:
        return count
    for t in range(count):
        if out[t] > reach:
            worth = np.int64(out[t]) + prices[t]
            exact = worth - price[start + t]
            if worth > FORBIDDEN and exact > reach and edge_of(rows, j, start + t) < 0:
                best[j] = max(best[j], exact)
                _put(gain, supporter, exact, start + t)
                reach = gain[0]
    return count


@compiled
def _put(gain: Ints, supporter: Shorts, worth: int, i: int) -> None:
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
