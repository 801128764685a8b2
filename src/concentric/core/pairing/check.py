"""Is a pairing the best one? Decided from its pairs and prices alone, over *every* pair; nothing of the solver is used.

Whatever prices p of at least 0 are given, no pairing can be worth more than

    sum over supporters of capacity times p, plus sum over recipients of the most they can gain:
    the d best of (benefit - p) and of the outside values 0, ..., 0, -miss

because every pair a pairing takes pays its price there. A pairing that is worth as much is therefore the best. It is
the best with coverage first when it leaves nobody out who could be covered, or when `miss` outweighs any benefit.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from concentric.core.pairing.certificate import Certificate, Ints, Verdict
from concentric.core.pairing.listing import listing_of

SLICE = 1 << 22
"""Entries of the matrix looked at together, so that checking needs little memory."""


TOTAL = 1 << 62
"""What sums of prices stay under, so that no forged price makes them run over."""


def check_assignment(certificate: Certificate, benefit: Any, capacity: Any = None, demand: Any = None) -> Verdict:
    """What a certificate of `assign` shows for this benefit. Plain on purpose: numpy only, every pair."""
    entries = _Entries(benefit)
    given = [np.shape(each) for each in (capacity, demand) if each is not None]
    if len(entries.shape) != 2 or given != [
        (size,) for size, each in zip(entries.shape, (capacity, demand), strict=True) if each is not None
    ]:
        return Verdict("wrong", wrong="pairing-check-size")
    supporters, recipients = entries.shape
    room, want = _takes(capacity, supporters, recipients), _takes(demand, recipients, supporters)
    price, pairs, miss = certificate.price, certificate.pairs, int(certificate.miss)
    if price.shape != (supporters,) or pairs.ndim != 2 or pairs.shape[1] != 2:
        return Verdict("wrong", wrong="pairing-check-size")
    wrong = pairs_wrong(pairs, room, want) or prices_wrong(price, miss, room, want)
    if wrong is not None:
        return wrong
    value, allowed = entries.at(pairs)
    if not allowed.all():
        supporter, recipient = pairs[int(np.flatnonzero(~allowed)[0])]
        at = (("supporter", str(supporter)), ("recipient", str(recipient)))
        return Verdict("wrong", wrong="pairing-check-forbidden", at=at)
    low, high = entries.range()
    return verdict_for(
        covered=covered_by(pairs, recipients),
        benefit=int(value.sum(dtype=np.int64)),
        bound=int((price * room).sum()) + entries.most_gained(price, room, want, miss),
        wanting=int((want > 0).sum()),
        places=int(room.sum()),
        miss=miss,
        heavy=min(int(room.sum()), int(want.sum())) * (high - low),
    )


def _takes(given: Any, count: int, others: int) -> Ints:
    """How many partners each takes: 1 unless given, and no more than there are."""
    takes: Ints = np.minimum(1 if given is None else np.asarray(given), np.full(count, others)).astype(np.int64)
    return takes


def prices_wrong(price: Ints, miss: int, room: Ints, want: Ints) -> Verdict | None:
    """What is wrong with the prices themselves: fractions, below 0, or so large that sums would run over."""
    if price.dtype.kind not in "iu" or (price < 0).any() or miss < 0:
        at = (("supporter", str(int(price.argmin()))),) if price.size else ()
        return Verdict("wrong", wrong="pairing-check-price", at=at)
    most = int(price.max(initial=0)) * int(room.sum()) + (int(price.max(initial=0)) + miss) * int(want.sum())
    return Verdict("wrong", wrong="pairing-check-large") if most >= TOTAL else None


def covered_by(pairs: Ints, recipients: int) -> int:
    """How many recipients have a partner at least."""
    return int(np.count_nonzero(np.bincount(pairs[:, 1], minlength=recipients)))


def pairs_wrong(pairs: Ints, room: Ints, want: Ints) -> Verdict | None:
    """What is wrong with the pairs themselves: indices, the same two twice, more than somebody takes."""
    if not pairs.size:
        return None
    if pairs.dtype.kind not in "iu":
        return Verdict("wrong", wrong="pairing-check-size")
    if pairs.min() < 0 or pairs[:, 0].max() >= room.size or pairs[:, 1].max() >= want.size:
        return Verdict("wrong", wrong="pairing-check-size")
    key = np.sort(pairs[:, 1] * room.size + pairs[:, 0])
    if (key[1:] == key[:-1]).any():
        return Verdict("wrong", wrong="pairing-check-twice")
    for side, takes in enumerate((room, want)):
        over = np.flatnonzero(np.bincount(pairs[:, side], minlength=takes.size) > takes)
        if over.size:
            name = ("supporter", "recipient")[side]
            return Verdict("wrong", wrong=f"pairing-check-{name}-full", at=((name, str(int(over[0]))),))
    return None


def best_gains(gain: Ints, recipient: Ints, want: Ints, miss: int) -> int:
    """The sum over recipients of their `want` best gains, where 0 (the last one: minus `miss`) is always to be had."""
    outside = np.zeros(int(want.sum()), np.int64)
    ends = np.cumsum(want)
    outside[ends[want > 0] - 1] = -miss
    owner = np.concatenate([recipient, np.repeat(np.arange(want.size), want)])
    every = np.concatenate([gain, outside])
    order = np.lexsort((-every, owner))
    owner, every = owner[order], every[order]
    starts = np.searchsorted(owner, np.arange(want.size))
    rank = np.arange(owner.size) - starts[owner]
    return int(every[rank < want[owner]].sum())


def best_of_table(gain: Ints, want: Ints, miss: int) -> int:
    """The same for a full table, a column for each recipient: sorted only where somebody wants more than one."""
    total = 0
    for count in np.unique(want[want > 0]).tolist():
        outside = np.zeros((count, int((want == count).sum())), np.int64)
        outside[-1] = -miss
        if count == 1:
            total += int(np.maximum(gain[:, want == 1].max(0, initial=-miss), -miss).sum())
            continue
        every = np.concatenate([gain[:, want == count], outside])
        every.partition(every.shape[0] - count, axis=0)
        total += int(every[-count:].sum())
    return total


def verdict_for(*, covered: int, benefit: int, bound: int, wanting: int, places: int, miss: int, heavy: int) -> Verdict:
    """Optimal when worth as much as the bound, and when that says that nobody more can be covered."""
    worth = benefit - miss * (wanting - covered)
    gap = bound - worth
    if gap < 0:
        return Verdict("wrong", covered, benefit, bound, gap, wrong="pairing-check-bound")
    proved = covered == min(wanting, places) or (gap == 0 and miss > heavy)
    return Verdict("optimal" if gap == 0 and proved else "gap", covered, benefit, bound, gap, proved)


class _Entries:
    """Allowed entries of a table or a list, a run of recipients at a time."""

    def __init__(self, benefit: Any) -> None:
        listing = listing_of(benefit)
        self.matrix: NDArray[Any] | None = np.asarray(benefit) if listing is None else None
        if listing is None:
            self.shape: tuple[int, ...] = np.shape(benefit)
            return
        self.shape = (int(listing.shape[0]), int(listing.shape[1]))
        self.supporter = np.repeat(np.arange(self.shape[0]), np.diff(listing.indptr))
        self.recipient = np.asarray(listing.indices).astype(np.int64)
        self.values = np.asarray(listing.data).astype(np.int64)

    def range(self) -> tuple[int, int]:
        """The least and the most that a pair brings, 0 among them."""
        every = self.values if self.matrix is None else self.matrix
        return min(0, int(every.min(initial=0))), max(0, int(every.max(initial=0)))

    def at(self, pairs: Ints) -> tuple[Ints, Any]:
        """Benefits of the pairs, and whether each is allowed."""
        if self.matrix is not None:
            return self.matrix[pairs[:, 0], pairs[:, 1]].astype(np.int64), np.ones(len(pairs), bool)
        value, allowed = np.zeros(len(pairs), np.int64), np.zeros(len(pairs), bool)
        if not self.values.size or not len(pairs):
            return value, allowed
        # Of those whose recipient has any pair here, the ones of the very same two.
        some = np.zeros(self.shape[1], bool)
        some[pairs[:, 1]] = True
        paired = np.zeros(self.shape[0], bool)
        paired[pairs[:, 0]] = True
        near = np.flatnonzero(some[self.recipient] & paired[self.supporter])
        keys = self.recipient[near] * self.shape[0] + self.supporter[near]
        wanted = pairs[:, 1] * self.shape[0] + pairs[:, 0]
        order = np.argsort(wanted)
        place = np.minimum(np.searchsorted(wanted[order], keys), len(pairs) - 1)
        hit = wanted[order][place] == keys
        value[order[place[hit]]], allowed[order[place[hit]]] = self.values[near[hit]], True
        return value, allowed

    def most_gained(self, price: Ints, room: Ints, want: Ints, miss: int) -> int:
        """The sum over recipients of their best gains at these prices, from every allowed pair."""
        if self.matrix is not None:
            supporters, recipients = self.shape
            able, step = room > 0, max(1, SLICE // max(1, supporters))
            total = 0
            for first in range(0, recipients, step):
                part = slice(first, min(recipients, first + step))
                gain = self.matrix[:, part][able].astype(np.int64) - price[able, None]
                total += best_of_table(gain, want[part], miss)
            return total
        able = room[self.supporter] > 0
        gain, recipient = self.values[able] - price[self.supporter[able]], self.recipient[able]
        if want.max(initial=0) > 1:
            return best_gains(gain, recipient, want, miss)
        top = np.full(want.size, -miss)
        np.maximum.at(top, recipient, gain)
        return int(top[want > 0].sum())
