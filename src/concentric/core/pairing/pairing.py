"""How `pair` works: prepare both sides, grow a graph until prices prove the pairing, put it in the caller's order."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from concentric.core.pairing.certificate import Certificate, Ints, Pairing, Progress
from concentric.core.pairing.conflicts import conflict
from concentric.core.pairing.growing import Growing
from concentric.core.pairing.preparing import Centres, Prepared, prepare
from concentric.core.pairing.refusals import CannotPair
from concentric.core.pairing.rules import Rules
from concentric.core.pairing.sharing import effective_of
from concentric.core.pairing.sides import Recipients, Supporters
from concentric.core.pairing.tabling import table_of, worth_of


def pair(
    supporters: Supporters,
    recipients: Recipients,
    rules: Rules,
    *,
    centres: Centres | None = None,
    progress: Callable[[Progress], object] | None = None,
    threads: int | None = None,
    start: Pairing | None = None,
) -> Pairing:
    """See `concentric.core.pairing.pair`."""
    prepared = prepare(supporters, recipients, rules, centres)
    table = table_of(prepared, rules)
    settled = np.bincount(prepared.pinned[:, 1], minlength=prepared.want.size)
    growing = Growing(table, prepared.room, prepared.want, settled, prepared.trees, threads, progress)
    state = growing.run(*_from(start, prepared))
    if growing.tolls.unmet.size and not state.stopped:
        raise CannotPair(conflict(supporters, recipients, rules, centres, threads))
    taken = np.flatnonzero(state.held.edge >= 0)
    owner = np.repeat(np.arange(prepared.want.size), prepared.want)
    made = np.stack([state.rows.col[state.held.edge[taken]].astype(np.int64), owner[taken]], axis=1)
    pairs = np.concatenate([prepared.pinned, made])
    worth = worth_of(prepared, rules, pairs)
    pairs = np.stack([prepared.supporters.given[pairs[:, 0]], prepared.recipients.given[pairs[:, 1]]], axis=1)
    order = np.lexsort((pairs[:, 0], pairs[:, 1]))
    pairs, worth = pairs[order], worth[order]
    price = np.empty_like(state.held.price)
    price[prepared.supporters.given] = state.held.price - effective_of(prepared.trees[0], growing.tolls.one)
    quota_price = np.zeros(len(rules.quotas), np.int64)
    for tree, effective in zip(prepared.trees, (growing.tolls.one, growing.tolls.other), strict=True):
        quota_price[tree.quota] = growing.tolls.of(tree, effective)
    lone = (prepared.want > 0) & (settled == 0)
    lone[made[:, 1]] = False
    made_worth = int(state.rows.val[state.held.edge[taken]].sum(dtype=np.int64))
    gap = (state.bound or 0) - (made_worth - state.miss * int(lone.sum()))
    return Pairing(
        pairs=pairs,
        worth=worth,
        covered=int(np.unique(pairs[:, 1]).size),
        benefit=int(worth.sum()),
        price=price,
        gap=gap,
        certificate=Certificate(pairs, price, state.miss, quota_price),
        rounds=state.rounds,
        edges=int(state.rows.col.size),
        stopped=state.stopped,
        findings=tuple(prepared.findings),
    )


def _from(start: Pairing | None, prepared: Prepared) -> tuple[Ints | None, Ints | None]:
    """Prices and pairs of an earlier pairing in the prepared order; quotas' prices are found anew."""
    if (
        start is None
        or start.price.shape != prepared.room.shape
        or start.pairs[:, 1].max(initial=0) >= prepared.want.size
    ):
        return None, None  # of other lists: nothing to begin from
    pairs = np.empty_like(start.pairs)
    for side, columns in enumerate((prepared.supporters, prepared.recipients)):
        back = np.empty(columns.given.size, np.int64)
        back[columns.given] = np.arange(columns.given.size)
        pairs[:, side] = back[start.pairs[:, side]]
    pairs = pairs[np.lexsort((pairs[:, 0], pairs[:, 1]))]
    return start.price[prepared.supporters.given], pairs
