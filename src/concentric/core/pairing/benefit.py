"""What a pair is worth: the one definition, computed from attributes and never stored as a matrix.

    weights times offer times need, summed over the categories
    + near - per_km for each kilometre, at least 0
    + same county, + same prefecture, - size_step for each step of difference

All in whole numbers of 32 bits. Positions are points of the sphere in half kilometres; the distance is the whole part
of a square root, which single precision gives exactly up to 2,048 km, and beyond that no points are left (the rules are
held to it). So every machine and every number of threads computes the same.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from concentric.core.pairing.compiling import compiled, inlined
from concentric.core.pairing.sparse.shapes import Ints, Shorts

Tiny = NDArray[np.int16]

FORBIDDEN = -(1 << 30)
"""Instead of a benefit, where the rules allow no pair."""
TILE = 256
"""Supporters that are looked at together: their columns stay in the nearest cache. The last tile is filled up."""


class Facts(NamedTuple):
    """A side as columns of 16 bits: reading them is what looking at all pairs takes its time for.

    `categories` of supporters has a row for each category; that of recipients one for each recipient, of 32 bits and
    weighted. County, prefecture and zone (the region that pairs have to share) are numbered from 0. The last tile of
    supporters is filled up with ones of zone -1, which nobody shares.
    """

    categories: NDArray[np.integer]
    x: Tiny
    y: Tiny
    z: Tiny
    county: Tiny
    prefecture: Tiny
    zone: Tiny
    size: Tiny


class Points(NamedTuple):
    """The rules' points; `minimum` is the least benefit of an allowed pair."""

    near: np.int32
    per_km: np.int32
    county: np.int32
    prefecture: np.int32
    size_step: np.int32
    minimum: np.int32


class Special(NamedTuple):
    """Pairs whose benefit is not the usual one, by recipient: last year's, forbidden and pinned ones."""

    ptr: Ints
    col: Shorts
    val: Shorts


class Table(NamedTuple):
    """All that benefits are computed from."""

    offers: Facts
    needs: Facts
    points: Points
    special: Special


@inlined
def score(table: Table, j: int, tile: int, out: Shorts) -> np.int32:
    """Benefits of j with the supporters of one tile, FORBIDDEN where none is allowed; returns the most.

    Always a whole tile and unsigned indices: a length that isn't known beforehand, or an index that might be negative,
    keeps the compiler from computing many at a time.
    """
    offers, needs, points, special = table.offers, table.needs, table.points, table.special
    x, y, z = np.int32(needs.x[j]), np.int32(needs.y[j]), np.int32(needs.z[j])
    county, prefecture, zone, size = needs.county[j], needs.prefecture[j], needs.zone[j], needs.size[j]
    near, per_km, size_step, minimum = points.near, points.per_km, points.size_step, points.minimum
    in_county, in_prefecture, none = points.county, points.prefecture, np.int32(0)
    most = forbidden = np.int32(FORBIDDEN)
    first = np.uint64(tile * TILE)
    for t in range(np.uint64(TILE)):
        i = first + t
        dx, dy, dz = np.int32(x - offers.x[i]), np.int32(y - offers.y[i]), np.int32(z - offers.z[i])
        away = np.int32(np.sqrt(np.float32(np.int32(dx * dx + dy * dy + dz * dz))))
        out[t] = max(none, np.int32(near - np.int32(np.int32(away * per_km) >> np.int32(1))))
    for t in range(np.uint64(TILE)):
        i = first + t
        same = np.int32(out[t] + (in_county if offers.county[i] == county else none))
        out[t] = np.int32(same + (in_prefecture if offers.prefecture[i] == prefecture else none))
    for k in range(np.uint64(needs.categories.shape[1])):
        need = needs.categories[j, k]
        if need != 0:
            for t in range(np.uint64(TILE)):
                out[t] = np.int32(out[t] + np.int32(need * offers.categories[k, first + t]))
    for t in range(np.uint64(TILE)):
        i = first + t
        worth = np.int32(out[t] - np.int32(size_step * abs(np.int32(offers.size[i] - size))))
        worth = worth if offers.zone[i] == zone and worth >= minimum else forbidden
        out[t] = worth
        most = max(most, worth)
    patched = False
    for e in range(special.ptr[j], special.ptr[j + 1]):
        at = special.col[e] - tile * TILE
        if 0 <= at < TILE:
            out[at] = special.val[e]
            patched = True
    if patched:
        most = forbidden
        for t in range(np.uint64(TILE)):
            most = max(most, out[t])
    return most


@compiled
def scores_of(table: Table, supporter: Ints, recipient: Ints) -> Ints:
    """Benefits of listed pairs. Each costs a whole tile, a fifth of a microsecond."""
    found = np.empty(supporter.size, np.int64)
    out = np.empty(TILE, np.int32)
    for n in range(supporter.size):
        score(table, recipient[n], supporter[n] // TILE, out)
        found[n] = out[supporter[n] % TILE]
    return found
