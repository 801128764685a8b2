"""Is a pairing under rules the best one? Every pair is looked at; nothing of the search is used but the benefit itself.

`check.py` says why prices prove it. Here benefits are computed from attributes, so a nation's eighteen billion pairs
take seconds and no memory.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from concentric.core.pairing.benefit import FORBIDDEN, TILE, Table, score, scores_of
from concentric.core.pairing.certificate import Certificate, Ints, Verdict
from concentric.core.pairing.check import pairs_wrong, prices_wrong, verdict_for
from concentric.core.pairing.compiling import compiled
from concentric.core.pairing.preparing import Centres, Prepared, prepare
from concentric.core.pairing.quotas import UNLIMITED
from concentric.core.pairing.rules import Rules
from concentric.core.pairing.sides import Recipients, Supporters
from concentric.core.pairing.sparse.shapes import FAR
from concentric.core.pairing.tabling import heaviest, table_of, worth_of
from concentric.core.pairing.threads import over_recipients

OUT_OF_REACH = np.int64(1) << 60
MOST_PRICE = 1 << 34
"""Of a quota; no search sets one that is near it."""


def check_pairing(
    certificate: Certificate,
    supporters: Supporters,
    recipients: Recipients,
    rules: Rules,
    *,
    centres: Centres | None = None,
    threads: int | None = None,
) -> Verdict:
    """See `concentric.core.pairing.check_pairing`."""
    prepared = prepare(supporters, recipients, rules, centres)
    table = table_of(prepared, rules)
    room, want = prepared.room, prepared.want
    if certificate.price.shape != room.shape or certificate.pairs.ndim != 2 or certificate.pairs.shape[1] != 2:
        return Verdict("wrong", wrong="pairing-check-size")
    takes = [np.empty(side.given.size, np.int64) for side in (prepared.supporters, prepared.recipients)]
    for side, column in ((prepared.supporters, takes[0]), (prepared.recipients, takes[1])):
        column[side.given] = side.takes
    wrong = pairs_wrong(certificate.pairs, *takes)
    if wrong is not None:
        return wrong
    wrong = prices_wrong(certificate.price, int(certificate.miss), np.minimum(takes[0], want.size), want)
    if wrong is not None:
        return wrong
    if certificate.quota_price.shape not in ((0,), (len(rules.quotas),)):
        return Verdict("wrong", wrong="pairing-check-size")
    if np.abs(certificate.quota_price).max(initial=0) > MOST_PRICE:
        return Verdict("wrong", wrong="pairing-check-large")
    pairs = _sorted_in(certificate.pairs, prepared)
    made = _without_pinned(pairs, prepared)
    if made is None:
        return Verdict("wrong", wrong="pairing-check-pin-missing")
    worth = scores_of(table, made[:, 0], made[:, 1])
    if (worth <= FORBIDDEN).any():
        bad = made[int(np.argmin(worth))]
        names = (supporters.ids[prepared.supporters.given[bad[0]]], recipients.ids[prepared.recipients.given[bad[1]]])
        return Verdict("wrong", wrong="pairing-check-forbidden", at=(("supporter", names[0]), ("recipient", names[1])))
    quotas, over = _quotas(certificate, prepared, made)
    if over is not None:
        return over
    settled = np.bincount(prepared.pinned[:, 1], minlength=want.size) > 0
    miss = np.where(settled, 0, int(certificate.miss))
    price = certificate.price[prepared.supporters.given]
    gains = np.zeros(want.size, np.int64)

    shown = np.full(table.offers.zone.size, OUT_OF_REACH)
    shown[: room.size] = np.where(room > 0, price + quotas.one, OUT_OF_REACH)

    def run(first: int, end: int) -> None:
        _best_gains(table, shown, want, miss, quotas.other, gains, first, end)

    over_recipients(run, want.size, threads)
    lone = (want > 0) & ~settled
    wanting = int(lone.sum())
    lone[made[:, 1]] = False
    verdict = verdict_for(
        covered=wanting - int(lone.sum()),
        benefit=int(worth.sum()),
        bound=int((price * room)[room > 0].sum() + gains.sum()) + quotas.bound,
        wanting=wanting,
        places=int(room.sum()),
        miss=int(certificate.miss),
        heavy=min(int(room.sum()), int(want.sum())) * heaviest(table),
    )
    pinned = worth_of(prepared, rules, prepared.pinned)
    covered = int(np.unique(pairs[:, 1]).size)
    benefit = verdict.benefit + int(pinned.sum())
    return Verdict(verdict.says, covered, benefit, verdict.bound, verdict.gap, verdict.coverage_proved, verdict.wrong)


@dataclass(frozen=True)
class _Quotas:
    """What quotas add to prices, by organisation, and to the bound."""

    one: Ints
    other: Ints
    bound: int


def _quotas(certificate: Certificate, prepared: Prepared, made: Ints) -> tuple[_Quotas, Verdict | None]:
    """Prices of quotas, and what is wrong with them or with how many pairs each has."""
    added, bound, wrong = [], 0, None
    for side, tree in enumerate(prepared.trees):
        each = (
            certificate.quota_price[tree.quota] if certificate.quota_price.size else np.zeros(tree.quota.size, np.int64)
        )
        effective, count = np.zeros(tree.parent.size + 1, np.int64), np.zeros(tree.parent.size, np.int64)
        for n in range(tree.parent.size):  # from the largest group to the smallest
            effective[n] = each[n] + effective[tree.parent[n]]
        for leaf, times in zip(*np.unique(tree.leaf[made[:, side]], return_counts=True), strict=True):
            count[tree.within(int(leaf))] += times
        if ((each > 0) & (tree.most == UNLIMITED)).any():
            wrong = Verdict("wrong", wrong="pairing-check-price")
        if (count > tree.most).any() or (count < tree.least).any():
            wrong = Verdict("wrong", wrong="pairing-check-quota")
        bound += int((np.where(each > 0, tree.most, tree.least) * each).sum())
        added.append(effective[tree.leaf])
    return _Quotas(added[0], added[1], bound), wrong


def _sorted_in(pairs: Ints, prepared: Prepared) -> Ints:
    """Pairs by the caller's positions, as pairs by the prepared ones."""
    found = np.empty_like(pairs)
    for side, columns in enumerate((prepared.supporters, prepared.recipients)):
        back = np.empty(columns.given.size, np.int64)
        back[columns.given] = np.arange(columns.given.size)
        found[:, side] = back[pairs[:, side]]
    return found


def _without_pinned(pairs: Ints, prepared: Prepared) -> Ints | None:
    """The pairs that were chosen; None when a pinned one is missing."""
    size = prepared.room.size
    keys, pinned = pairs[:, 1] * size + pairs[:, 0], prepared.pinned[:, 1] * size + prepared.pinned[:, 0]
    if not np.isin(pinned, keys).all():
        return None
    return pairs[~np.isin(keys, pinned)]


@compiled
def _best_gains(
    table: Table, price: Ints, want: Ints, miss: Ints, toll: Ints, gains: Ints, first: int, end: int
) -> None:
    """For each recipient the sum of its best gains, as many as it wants, over every single supporter."""
    out = np.empty(TILE, np.int32)
    top = np.zeros((end - first, max(1, want[first:end].max())), np.int64)
    for j in range(first, end):
        if want[j] > 0:
            top[j - first, want[j] - 1] = -miss[j]
    for tile in range(price.size // TILE):
        start = np.uint64(tile * TILE)
        for j in range(first, end):
            if want[j] == 0:
                continue
            score(table, j, tile, out)
            most = -FAR
            for t in range(np.uint64(TILE)):
                most = max(most, np.int64(out[t]) - price[start + t])
            if most - toll[j] > top[j - first, want[j] - 1]:
                for t in range(TILE):
                    if out[t] > FORBIDDEN:
                        _enter(top[j - first, : want[j]], np.int64(out[t]) - price[tile * TILE + t] - toll[j])
    for j in range(first, end):
        gains[j] = top[j - first, : want[j]].sum()


@compiled
def _enter(top: Ints, gain: int) -> None:
    """Put a gain among the best ones, largest first, if it is one of them."""
    k = top.size - 1
    if gain <= top[k]:
        return
    while k > 0 and top[k - 1] < gain:
        top[k] = top[k - 1]
        k -= 1
    top[k] = gain
