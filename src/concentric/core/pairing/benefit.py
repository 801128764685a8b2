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

from concentric.core.pairing.compiling import compiled
from concentric.core.pairing.sparse.shapes import Ints, Shorts

FORBIDDEN = -(1 << 30)
"""Instead of a benefit, where the rules allow no pair."""
TILE = 256
"""Supporters that are looked at together: their columns stay in the nearest cache."""


class Facts(NamedTuple):
    """A side as columns: categories by organisation or across them, a point of the sphere, codes, size, region."""

    categories: Shorts
    x: Shorts
    y: Shorts
    z: Shorts
    county: Shorts
    prefecture: Shorts
    zone: Shorts
    size: Shorts


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
    """All that benefits are computed from. `offers.categories` has a row for each category, `needs.categories` one for
    each recipient."""

    offers: Facts
    needs: Facts
    points: Points
    special: Special


@compiled
def score(table: Table, j: int, first: int, count: int, out: Shorts) -> int:
    """Benefits of j with `count` supporters from `first`, FORBIDDEN where none is allowed; returns the most."""
    offers, needs, points = table.offers, table.needs, table.points
    x, y, z = needs.x[j], needs.y[j], needs.z[j]
    county, prefecture, zone, size = needs.county[j], needs.prefecture[j], needs.zone[j], needs.size[j]
    near, per_km, size_step, minimum = points.near, points.per_km, points.size_step, points.minimum
    in_county, in_prefecture, none = points.county, points.prefecture, np.int32(0)
    forbidden, largest = np.int32(FORBIDDEN), np.int32(FORBIDDEN)
    # Slices, because only indices that surely aren't negative are computed with many at a time.
    end = first + count
    xs, ys, zs, out = offers.x[first:end], offers.y[first:end], offers.z[first:end], out[:count]
    counties, prefectures = offers.county[first:end], offers.prefecture[first:end]
    for t in range(count):
        dx, dy, dz = np.int32(x - xs[t]), np.int32(y - ys[t]), np.int32(z - zs[t])
        away = np.int32(np.sqrt(np.float32(np.int32(dx * dx + dy * dy + dz * dz))))
        worth = max(none, np.int32(near - np.int32(np.int32(away * per_km) >> np.int32(1))))
        worth = np.int32(worth + (in_county if counties[t] == county else none))
        out[t] = np.int32(worth + (in_prefecture if prefectures[t] == prefecture else none))
    for k in range(needs.categories.shape[1]):
        need = needs.categories[j, k]
        if need != 0:
            offered = offers.categories[k, first:end]
            for t in range(count):
                out[t] = np.int32(out[t] + np.int32(need * offered[t]))
    sizes, zones = offers.size[first:end], offers.zone[first:end]
    for t in range(count):
        worth = np.int32(out[t] - np.int32(size_step * abs(np.int32(sizes[t] - size))))
        worth = worth if zones[t] == zone and worth >= minimum else forbidden
        out[t] = worth
        largest = max(largest, worth)
    special = table.special
    patched = False
    for e in range(special.ptr[j], special.ptr[j + 1]):
        i = special.col[e] - first
        if 0 <= i < count:
            out[i] = special.val[e]
            patched = True
    if patched:
        largest = forbidden
        for t in range(count):
            largest = max(largest, out[t])
    return int(largest)


@compiled
def scores_of(table: Table, supporter: Shorts, recipient: Shorts) -> Shorts:
    """Benefits of listed pairs."""
    found = np.empty(supporter.size, np.int32)
    one = np.empty(1, np.int32)
    for n in range(supporter.size):
        found[n] = score(table, recipient[n], supporter[n], 1, one)
    return found
