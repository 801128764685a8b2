"""The table that benefits are computed from, out of prepared columns."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from concentric.core.pairing.benefit import FORBIDDEN, TILE, Facts, Points, Special, Table, Tiny, scores_of
from concentric.core.pairing.preparing import Columns, Ints, Prepared
from concentric.core.pairing.rules import WITHIN, Rules
from concentric.core.pairing.sparse.shapes import Shorts


def table_of(prepared: Prepared, rules: Rules) -> Table:
    """Benefits of all pairs, with last year's, forbidden and pinned ones as special pairs."""
    one, other = prepared.supporters, prepared.recipients
    weighted = (other.categories * np.asarray(rules.weights, np.int64)).astype(np.int32)
    offers = filled(_facts(one, one.categories.T.astype(np.int16), one.county, other.county, rules))
    needs = _facts(other, weighted, one.county, other.county, rules)
    minimum = FORBIDDEN + 1 if rules.minimum is None else rules.minimum
    points = (rules.near, rules.per_km, rules.same_county, rules.same_prefecture, rules.size_step)
    bare = Table(
        offers,
        needs,
        Points._make([np.int32(each) for each in (*points, FORBIDDEN + 1)]),
        _special(np.zeros((0, 2), np.int64), np.zeros(0, np.int32), needs.county.size),
    )
    last = prepared.last_year
    worth = scores_of(bare, last[:, 0], last[:, 1])
    allowed = (worth > FORBIDDEN) & (worth + rules.continuity >= minimum)
    worth = np.where(allowed, worth + rules.continuity, FORBIDDEN)
    # A pinned pair is made beforehand; like a forbidden one, it is not to be made again.
    never = np.concatenate([prepared.forbidden, prepared.pinned])
    pairs = np.concatenate([never, last])
    values = np.concatenate([np.full(len(never), FORBIDDEN), worth])
    supporters = prepared.room.size
    _, first = np.unique(pairs[:, 1] * supporters + pairs[:, 0], return_index=True)
    special = _special(pairs[first], values[first].astype(np.int32), needs.county.size)
    return Table(offers, needs, bare.points._replace(minimum=np.int32(max(minimum, FORBIDDEN + 1))), special)


def worth_of(prepared: Prepared, rules: Rules, pairs: Ints) -> Ints:
    """Benefits of pairs as they count in a result: also pinned ones, whatever the rules say of them."""
    plain = table_of(
        replace(prepared, pinned=pairs[:0], last_year=pairs[:0], forbidden=pairs[:0]),
        replace(rules, within="", minimum=None),
    )
    worth = scores_of(plain, pairs[:, 0], pairs[:, 1])
    supporters = prepared.room.size
    last = prepared.last_year[:, 1] * supporters + prepared.last_year[:, 0]
    return worth + rules.continuity * np.isin(pairs[:, 1] * supporters + pairs[:, 0], last)


def _facts(side: Columns, categories: NDArray[np.integer], one: Ints, other: Ints, rules: Rules) -> Facts:
    def numbered(divide: int) -> Tiny:
        every = np.unique(np.concatenate([one, other]) // divide)
        return np.searchsorted(every, side.county // divide).astype(np.int16)

    zone = numbered(WITHIN[rules.within]) if rules.within else np.zeros(side.county.size, np.int16)
    x, y, z = side.position
    size = side.size.astype(np.int16)
    return Facts(categories, x, y, z, numbered(1), numbered(WITHIN["prefecture"]), zone, size)


def filled(offers: Facts) -> Facts:
    """Supporters up to whole tiles, with ones that nobody can be paired with."""
    more = -offers.zone.size % TILE

    def longer(values: Tiny, by: int = 0) -> Tiny:
        return np.concatenate([values, np.full(more, by, np.int16)])

    categories = np.ascontiguousarray(np.pad(offers.categories, ((0, 0), (0, more))))
    facts = Facts._make([categories, *map(longer, offers[1:])])
    return facts._replace(zone=longer(offers.zone, -1))


def _special(pairs: Ints, values: Shorts, recipients: int) -> Special:
    order = np.lexsort((pairs[:, 0], pairs[:, 1]))
    ptr = np.zeros(recipients + 1, np.int64)
    np.cumsum(np.bincount(pairs[:, 1], minlength=recipients), out=ptr[1:])
    return Special(ptr, pairs[order, 0].astype(np.int32), values[order])


def heaviest(table: Table) -> int:
    """By how much two benefits can differ at most, and any one from none: without looking at pairs."""
    offers, needs, points = table.offers, table.needs, table.points
    most = offers.categories.max(1, initial=0).astype(np.int64) @ needs.categories.max(0, initial=0).astype(np.int64)
    spread = max(int(offers.size.max()), int(needs.size.max())) - min(int(offers.size.min()), int(needs.size.min()))
    listed = max(int(table.special.val.max(initial=0)), 0)
    usual = int(most) + int(points.near) + int(points.county) + int(points.prefecture)
    return max(usual, listed) + int(points.size_step) * spread
