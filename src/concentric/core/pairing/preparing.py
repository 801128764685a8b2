"""From what an office gives to columns of whole numbers, with a finding for all that cannot be taken as it is."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from numbers import Integral
from typing import Any

import numpy as np
from numpy.typing import NDArray

from concentric.core.pairing.checking import Checking
from concentric.core.pairing.pins import check_pins
from concentric.core.pairing.quotas import Tree, check_sides, tree_of
from concentric.core.pairing.rules import WITHIN, Pair, Rules
from concentric.core.pairing.sides import Recipients, Side, Supporters
from concentric.core.terms.findings import Finding

Ints = NDArray[np.int64]
Centres = Mapping[int, tuple[float, float]]
"""Latitude and longitude of each county's centre, by its code."""

RADIUS = 6371 * 2
"""Of the sphere, in half kilometres."""
MOST = 1 << 28
"""What benefits stay under, either sign, so that benefit and price fit 32 bits together."""
WIDEST = 1 << 15
"""What sizes, amounts of help and numbers of counties stay under."""
FARTHEST = 4095
"""Half kilometres up to which distances are exact; points for being near have to end before."""


@dataclass(frozen=True)
class Prepared:
    """Both sides in one order, whatever order they came in: by county, then by id.

    `room` and `want` are what is left after the pinned pairs. Pairs are (supporter, recipient) positions in this order.
    """

    supporters: Columns
    recipients: Columns
    room: Ints
    want: Ints
    pinned: Ints
    last_year: Ints
    forbidden: Ints
    trees: tuple[Tree, Tree]
    findings: list[Finding]


@dataclass(frozen=True)
class Columns:
    """One side: `given` leads from here to the caller's positions. Categories are by organisation."""

    given: Ints
    categories: Ints
    position: NDArray[np.int16]
    county: Ints
    size: Ints
    takes: Ints


def prepare(supporters: Supporters, recipients: Recipients, rules: Rules, centres: Centres | None = None) -> Prepared:
    """Check everything, then sort it. Raises `CannotPair` with all errors; what was only noted is in `findings`."""
    check = Checking()
    sides = [_columns(check, side, name, rules, centres) for side, name in ((supporters, "S"), (recipients, "R"))]
    _check_points(check, rules)
    known = [{id_: n for n, id_ in enumerate(side.ids)} for side in (supporters, recipients)]
    lists = [
        _positions(check, pairs, known, which)
        for which, pairs in (("last", rules.last_year), ("forbidden", rules.forbidden), ("pinned", rules.pinned))
    ]
    check_pins(
        check,
        rules,
        {supporters.ids[n]: int(take) for n, take in zip(sides[0].given, sides[0].takes, strict=True)},
        {recipients.ids[n]: int(take) for n, take in zip(sides[1].given, sides[1].takes, strict=True)},
    )
    check_sides(check, rules)
    given = [
        tree_of(check, rules, side, _unsorted(sides[n].county, sides[n].given), name, lists[2][:, n])
        for n, (side, name) in enumerate(((supporters, "supporters"), (recipients, "recipients")))
    ]
    if len({*sides[0].county.tolist(), *sides[1].county.tolist()}) >= WIDEST:
        check.error("pairing-too-wide", column="place", most=WIDEST)
    check.stop()
    offer, need = sides
    weights = np.abs(np.asarray(rules.weights, np.int64))
    largest = offer.categories.max(0, initial=1) * need.categories.max(0, initial=1)
    most = sum(weight * each for weight, each in zip(weights.tolist(), largest.tolist(), strict=True))
    spread = max(int(offer.size.max()), int(need.size.max())) - min(int(offer.size.min()), int(need.size.min()))
    others = (rules.near, rules.same_county, rules.same_prefecture, rules.continuity, rules.size_step * spread)
    if most + sum(map(abs, others)) >= MOST:
        check.error("pairing-points-overflow", most=MOST)
    check.stop()
    back = []
    for side in sides:
        turned = np.empty(side.given.size, np.int64)
        turned[side.given] = np.arange(side.given.size)
        back.append(turned)
    last, forbidden, pinned = (np.stack([back[0][each[:, 0]], back[1][each[:, 1]]], axis=1) for each in lists)
    room = np.minimum(offer.takes, need.given.size) - np.bincount(pinned[:, 0], minlength=offer.given.size)
    want = np.minimum(need.takes, offer.given.size) - np.bincount(pinned[:, 1], minlength=need.given.size)
    trees = (given[0].sorted_by(offer.given), given[1].sorted_by(need.given))
    return Prepared(offer, need, room, want, pinned, last, forbidden, trees, check.findings)


def _unsorted(values: Ints, given: Ints) -> Ints:
    """Values of one side in the caller's order again."""
    found = np.empty_like(values)
    found[given] = values
    return found


def _check_points(check: Checking, rules: Rules) -> None:
    names = ("near", "per_km", "same_county", "same_prefecture", "size_step", "continuity")
    points: dict[str, Any] = {name: getattr(rules, name) for name in names}
    others = {} if rules.minimum is None else {"minimum": rules.minimum}
    for name, value in [*points.items(), *others.items(), *(("weights", each) for each in rules.weights)]:
        if not isinstance(value, Integral):
            check.error("pairing-points-not-whole", name=name)
        elif abs(int(value)) >= MOST:
            check.error("pairing-points-overflow", most=MOST)
    for name, value in points.items():
        if isinstance(value, Integral) and int(value) < 0:
            check.error("pairing-negative-points", name=name)
    whole = isinstance(rules.near, Integral) and isinstance(rules.per_km, Integral)
    if whole and rules.near > 0 and rules.near * 2 > rules.per_km * FARTHEST:
        check.error("pairing-too-far", km=FARTHEST // 2)
    if rules.within not in ("", *WITHIN):
        check.error("pairing-unknown-region", value=str(rules.within))


def _columns(check: Checking, side: Side, name: str, rules: Rules, centres: Centres | None) -> Columns:
    """One side, sorted; after a complaint harmless values stand in."""
    count = len(side)
    ids = list(side.ids)
    if not count:
        check.error("pairing-empty-side", side="supporters" if name == "S" else "recipients")
    for id_ in sorted({id_ for id_, times in _times(ids).items() if times > 1})[:20]:
        check.error("pairing-duplicate-id", side=_side(name), id=id_)
    county = _whole(check, side.place, (count,), name, "place")
    for code in np.unique(county[(county < 100_000) | (county > 999_999)])[:20]:
        check.error(
            "pairing-bad-code", side=_side(name), code=str(code), id=ids[int(np.flatnonzero(county == code)[0])]
        )
    categories = _whole(check, side.categories, (count, len(rules.weights)), name, "categories")
    if categories.size and int(categories.min()) < 0:
        check.error("pairing-negative-category", side=_side(name), id=ids[int(np.argmin(categories.min(1)))])
    if categories.size and int(categories.max()) >= WIDEST:
        check.error("pairing-too-wide", column="categories", most=WIDEST)
    bare = int((categories == 0).all(1).sum()) if categories.size else count
    if bare:
        check.notice("pairing-no-categories", side=_side(name), count=bare)
    size = np.zeros(count, np.int64) if side.size is None else _whole(check, side.size, (count,), name, "size")
    if size.size and (int(size.max()) >= WIDEST or int(size.min()) <= -WIDEST):
        check.error("pairing-too-wide", column="size", most=WIDEST)
    takes = np.ones(count, np.int64) if side.takes is None else _whole(check, side.takes, (count,), name, "takes")
    if takes.size and int(takes.min()) < 0:
        check.error("pairing-negative-amount", side=_side(name), at=ids[int(takes.argmin())])
    position = _position(check, side, county, name, rules, centres)
    order = np.lexsort((np.asarray(ids, dtype=str), county)) if count else np.zeros(0, np.int64)
    return Columns(
        order,
        categories[order],
        np.ascontiguousarray(position[:, order]),
        county[order],
        size[order],
        takes[order],
    )


def _side(name: str) -> str:
    return "supporters" if name == "S" else "recipients"


def _times(ids: Sequence[str]) -> dict[str, int]:
    times: dict[str, int] = {}
    for id_ in ids:
        times[id_] = times.get(id_, 0) + 1
    return times


def _whole(check: Checking, given: Any, shape: tuple[int, ...], name: str, column: str) -> Ints:
    """Whole numbers of the right shape; zeros after a complaint."""
    values = _array(given)
    if values.shape != shape:
        check.error("pairing-column-size", side=_side(name), column=column, wanted="x".join(map(str, shape)))
    elif values.dtype.kind not in "iufb":
        check.error("pairing-column-not-numbers", side=_side(name), column=column)
    elif not np.isfinite(values).all():
        where = int(np.flatnonzero(~np.isfinite(values).reshape(shape[0], -1).all(1))[0])
        check.error("pairing-column-not-finite", side=_side(name), column=column, id=str(where))
    elif (values != np.floor(values)).any():
        check.error("pairing-column-not-whole", side=_side(name), column=column)
    elif values.size and (values.max() >= MOST or values.min() <= -MOST):
        check.error("pairing-points-overflow", most=MOST)
    else:
        return values.astype(np.int64)
    return np.zeros(shape, np.int64)


def _array(given: Any) -> NDArray[Any]:
    """As numpy takes it; rows of different lengths as one object, which has no right shape."""
    try:
        return np.asarray(given)
    except (ValueError, TypeError, OverflowError):
        return np.asarray(None)


def _position(
    check: Checking, side: Side, county: Ints, name: str, rules: Rules, centres: Centres | None
) -> NDArray[np.int16]:
    """Points of the sphere. Where coordinates are missing the county's centre stands in, and a notice says so."""
    count = len(side)
    if rules.near == 0:
        return np.zeros((3, count), np.int16)
    degrees = []
    for given, most in ((side.latitude, 90.0), (side.longitude, 180.0)):
        try:
            values = np.full(count, np.nan) if given is None else np.asarray(given, np.float64)
        except (ValueError, TypeError):
            check.error("pairing-column-not-numbers", side=_side(name), column="coordinates")
            values = np.zeros(count)
        if values.shape != (count,):
            check.error("pairing-column-size", side=_side(name), column="coordinates", wanted=str(count))
            values = np.zeros(count)
        over = np.flatnonzero(np.abs(values) > most)
        if over.size:
            check.error("pairing-bad-coordinate", side=_side(name), id=side.ids[int(over[0])])
        degrees.append(values.copy())
    missing = np.flatnonzero(np.isnan(degrees[0]) | np.isnan(degrees[1]))
    nowhere: set[int] = set()
    for n in missing:
        centre = (centres or {}).get(int(county[n]))
        if centre is None:
            nowhere.add(int(county[n]))
            centre = (0.0, 0.0)
        degrees[0][n], degrees[1][n] = centre
    for code in sorted(nowhere)[:20]:
        check.error("pairing-no-coordinates", side=_side(name), code=str(code))
    if missing.size and not nowhere:
        check.notice("pairing-centre-used", side=_side(name), count=int(missing.size))
    latitude, longitude = np.radians(degrees[0]), np.radians(degrees[1])
    point = (np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude))
    rounded: NDArray[np.int16] = np.rint(np.stack(point) * RADIUS).astype(np.int16)
    return rounded


def _positions(check: Checking, pairs: Collection[Pair], known: list[dict[str, int]], which: str) -> Ints:
    """Pairs of ids as positions given by the caller. Ids of last year that are gone are noted, others are errors."""
    found: list[tuple[int, int]] = []
    gone = 0
    for supporter, recipient in sorted(set(pairs)):
        at = (known[0].get(supporter), known[1].get(recipient))
        if at[0] is None or at[1] is None:
            gone += 1
            if which != "last":
                check.error("pairing-unknown-pair", which=which, supporter=supporter, recipient=recipient)
            continue
        found.append((at[0], at[1]))
    if gone and which == "last":
        check.notice("pairing-last-year-gone", count=gone)
    return np.asarray(found, np.int64).reshape(-1, 2)
