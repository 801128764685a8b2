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

SLICE = 1 << 22
"""Entries of the matrix looked at together, so that checking needs little memory."""


def check_assignment(certificate: Certificate, benefit: Any, capacity: Any = None, demand: Any = None) -> Verdict:
    """What a certificate of `assign` shows for this benefit. Slow and plain on purpose: numpy only, every pair."""
    entries = _Entries(benefit)
    supporters, recipients = entries.shape
    room = np.ones(supporters, np.int64) if capacity is None else np.asarray(capacity, np.int64)
    want = np.ones(recipients, np.int64) if demand is None else np.asarray(demand, np.int64)
    room, want = np.minimum(room, recipients), np.minimum(want, supporters)
    price, pairs, miss = certificate.price, certificate.pairs, int(certificate.miss)
    if price.shape != (supporters,) or pairs.ndim != 2 or pairs.shape[1] != 2:
        return Verdict("wrong", wrong="pairing-check-size")
    wrong = pairs_wrong(pairs, room, want)
    if wrong is not None:
        return wrong
    if (price < 0).any() or miss < 0:
        return Verdict("wrong", wrong="pairing-check-price", at=(("supporter", str(int(price.argmin()))),))
    value, allowed = entries.at(pairs)
    if not allowed.all():
        supporter, recipient = pairs[int(np.flatnonzero(~allowed)[0])]
        at = (("supporter", str(supporter)), ("recipient", str(recipient)))
        return Verdict("wrong", wrong="pairing-check-forbidden", at=at)
    most, low, high = 0, 0, 0
    for first, last, supporter, recipient, values in entries.slices():
        able = room[supporter] > 0
        gain = values[able].astype(np.int64) - price[supporter[able]]
        most += best_gains(gain, recipient[able] - first, want[first:last], miss)
        low, high = min(low, int(values.min(initial=0))), max(high, int(values.max(initial=0)))
    return verdict_for(
        covered=int(np.unique(pairs[:, 1]).size),
        benefit=int(value.sum(dtype=np.int64)),
        bound=int((price * room).sum()) + most,
        wanting=int((want > 0).sum()),
        places=int(room.sum()),
        miss=miss,
        heavy=min(int(room.sum()), int(want.sum())) * (high - low),
    )


def pairs_wrong(pairs: Ints, room: Ints, want: Ints) -> Verdict | None:
    """What is wrong with the pairs themselves: indices, the same two twice, more than somebody takes."""
    if not pairs.size:
        return None
    if pairs.min() < 0 or pairs[:, 0].max() >= room.size or pairs[:, 1].max() >= want.size:
        return Verdict("wrong", wrong="pairing-check-size")
    key = pairs[:, 1] * room.size + pairs[:, 0]
    if np.unique(key).size != key.size:
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


def verdict_for(*, covered: int, benefit: int, bound: int, wanting: int, places: int, miss: int, heavy: int) -> Verdict:
    """Optimal when worth as much as the bound, and when that says that nobody more can be covered."""
    worth = benefit - miss * (wanting - covered)
    gap = bound - worth
    if gap < 0:
        return Verdict("wrong", covered, benefit, bound, gap, wrong="pairing-check-bound")
    proved = covered == min(wanting, places) or (gap == 0 and miss > heavy)
    return Verdict("optimal" if gap == 0 and proved else "gap", covered, benefit, bound, gap, proved)


class _Entries:
    """Allowed entries of a matrix or a CSR, a run of recipients at a time."""

    def __init__(self, benefit: Any) -> None:
        if isinstance(benefit, tuple) and len(benefit) == 4:
            indptr, indices, data, shape = (np.asarray(part) for part in benefit)
        elif hasattr(benefit, "indptr"):
            indptr, indices, data, shape = benefit.indptr, benefit.indices, benefit.data, np.asarray(benefit.shape)
        else:
            self.matrix: NDArray[Any] | None = np.asarray(benefit)
            self.shape: tuple[int, ...] = self.matrix.shape
            return
        self.matrix = None
        self.shape = (int(shape[0]), int(shape[1]))
        supporter = np.repeat(np.arange(self.shape[0]), np.diff(indptr))
        order = np.argsort(indices, kind="stable")
        self.supporter, self.recipient = supporter[order], np.asarray(indices)[order].astype(np.int64)
        self.values = np.asarray(data)[order].astype(np.int64)

    def at(self, pairs: Ints) -> tuple[Ints, Any]:
        """Benefits of the pairs, and whether each is allowed."""
        if self.matrix is not None:
            return self.matrix[pairs[:, 0], pairs[:, 1]].astype(np.int64), np.ones(len(pairs), bool)
        if not self.values.size:
            return np.zeros(len(pairs), np.int64), np.zeros(len(pairs), bool)
        keys = self.recipient * self.shape[0] + self.supporter
        wanted = pairs[:, 1] * self.shape[0] + pairs[:, 0]
        found = np.minimum(np.searchsorted(keys, wanted), keys.size - 1)
        return self.values[found], keys[found] == wanted

    def slices(self) -> Any:
        """(first recipient, end, supporter, recipient, value) of all entries, some million at a time."""
        supporters, recipients = self.shape
        if self.matrix is not None:
            step = max(1, SLICE // supporters)
            for first in range(0, recipients, step):
                last = min(recipients, first + step)
                supporter = np.tile(np.arange(supporters), last - first)
                recipient = np.repeat(np.arange(first, last), supporters)
                yield first, last, supporter, recipient, self.matrix[:, first:last].T.ravel()
            return
        first = 0
        while first < recipients:
            begin = int(np.searchsorted(self.recipient, first))
            last = recipients
            if self.recipient.size - begin > SLICE:
                last = max(first + 1, int(self.recipient[begin + SLICE]))
            end = int(np.searchsorted(self.recipient, last))
            part = slice(begin, end)
            yield first, last, self.supporter[part], self.recipient[part], self.values[part]
            first = last
