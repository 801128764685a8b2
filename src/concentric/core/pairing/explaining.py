"""Why this pair: its points by part, who would have been next for both sides, and what another choice would cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import isqrt

import numpy as np

from concentric.core.pairing.benefit import FORBIDDEN, TILE, Table, score
from concentric.core.pairing.certificate import Explanation, Forced, Ints, Pairing
from concentric.core.pairing.compiling import compiled
from concentric.core.pairing.pairing import pair as search
from concentric.core.pairing.preparing import Centres, Prepared, prepare
from concentric.core.pairing.quotas import Tree
from concentric.core.pairing.rules import WITHIN, Rules
from concentric.core.pairing.sides import Recipients, Supporters
from concentric.core.pairing.tabling import table_of


def explain(
    result: Pairing,
    supporters: Supporters,
    recipients: Recipients,
    rules: Rules,
    *,
    which: Sequence[int] | None = None,
    centres: Centres | None = None,
) -> list[Explanation]:
    """See `concentric.core.pairing.explain`."""
    prepared = prepare(supporters, recipients, rules, centres)
    table = table_of(replace(prepared, pinned=prepared.pinned[:0]), rules)
    back = [_back(side.given) for side in (prepared.supporters, prepared.recipients)]
    partners: tuple[dict[int, set[int]], dict[int, set[int]]] = ({}, {})
    for one, other in result.pairs.tolist():
        partners[0].setdefault(one, set()).add(other)
        partners[1].setdefault(other, set()).add(one)
    found = []
    for n in range(len(result.pairs)) if which is None else which:
        one, other = (int(each) for each in result.pairs[n])
        i, j = int(back[0][one]), int(back[1][other])
        parts, categories = parts_of(prepared, rules, i, j)
        row = _row(table, j)[: len(supporters)]
        column = _column(table, i)
        found.append(
            Explanation(
                one,
                other,
                parts,
                categories,
                sum(parts.values()),
                _next(row, prepared.supporters.given, back[0], partners[1][other]),
                _next(column, prepared.recipients.given, back[1], partners[0][one]),
            )
        )
    return found


def parts_of(prepared: Prepared, rules: Rules, i: int, j: int) -> tuple[dict[str, int], dict[int, int]]:
    """Points of a pair by part, and those of help by category. Positions are the prepared ones."""
    one, other = prepared.supporters, prepared.recipients
    each = np.asarray(rules.weights, np.int64) * one.categories[i] * other.categories[j]
    here, there = int(one.county[i]), int(other.county[j])
    last = ((prepared.last_year[:, 0] == i) & (prepared.last_year[:, 1] == j)).any()
    prefecture = WITHIN["prefecture"]
    parts = {
        "help": int(each.sum()),
        "near": max(0, rules.near - (halves_between(prepared, i, j) * rules.per_km >> 1)),
        "county": rules.same_county if here == there else 0,
        "prefecture": rules.same_prefecture if here // prefecture == there // prefecture else 0,
        "size": -rules.size_step * abs(int(one.size[i]) - int(other.size[j])),
        "continuity": rules.continuity if last else 0,
    }
    return parts, {int(k): int(each[k]) for k in np.flatnonzero(each)}


def halves_between(prepared: Prepared, i: int, j: int) -> int:
    """How many whole half kilometres two are apart."""
    there, here = prepared.supporters.position[:, i], prepared.recipients.position[:, j]
    return isqrt(sum((int(a) - int(b)) ** 2 for a, b in zip(there, here, strict=True)))


def cost_of_forcing(
    result: Pairing,
    supporters: Supporters,
    recipients: Recipients,
    rules: Rules,
    pair: tuple[int, int],
    *,
    centres: Centres | None = None,
    exactly: bool = True,
) -> Forced:
    """See `concentric.core.pairing.cost_of_forcing`."""
    if (result.pairs == np.asarray(pair)).all(1).any():
        return Forced(0, 0)
    prepared = prepare(supporters, recipients, rules, centres)
    i, j = int(_back(prepared.supporters.given)[pair[0]]), int(_back(prepared.recipients.given)[pair[1]])
    # As if it were allowed: what is forced may be forbidden or under the least score.
    free = table_of(replace(prepared, pinned=prepared.pinned[:0], forbidden=prepared.forbidden[:0]), _bare(rules))
    wanted = int(prepared.want[j])
    if wanted == 0 or int(prepared.room[i]) == 0:
        at_least = 0  # somebody's pinned pair stands in the way: prices say nothing of that
    else:
        table = table_of(prepared, rules)
        gains = _row(table, j)[: len(supporters)] - _effective(result, rules, prepared)
        gains[prepared.room == 0] = -(np.int64(1) << 60)
        settled = (prepared.pinned[:, 1] == j).any()
        outside = np.zeros(wanted, np.int64)
        outside[-1] = 0 if settled else -result.certificate.miss
        toll = _toll(result, prepared, j)
        level = np.sort(np.concatenate([gains - toll, outside]))[-wanted]
        mine = _row(free, j)[i] - _effective(result, rules, prepared)[i] - toll
        at_least = int(level - mine)
        if _row(table, j)[i] > FORBIDDEN:  # only a rule that is broken with it may have cost something before
            at_least = max(0, at_least)
    if not exactly:
        return Forced(at_least)
    ids = (supporters.ids[pair[0]], recipients.ids[pair[1]])
    changed = replace(
        rules, pinned=[*rules.pinned, ids], forbidden=[each for each in rules.forbidden if tuple(each) != ids]
    )
    forced = search(supporters, recipients, changed, centres=centres, start=result)
    less = result.covered - forced.covered
    cost = result.benefit - forced.benefit + less * result.certificate.miss
    before, after = _partners(result.pairs), _partners(forced.pairs)
    moved = tuple(
        (other, before.get(other, ()), after.get(other, ()))
        for other in sorted({*before, *after})
        if before.get(other, ()) != after.get(other, ())
    )
    lost = tuple(other for other, had, has in moved if had and not has)
    return Forced(at_least, cost, less, moved, lost)


def _bare(rules: Rules) -> Rules:
    return replace(rules, within="", minimum=None)


def _partners(pairs: Ints) -> dict[int, tuple[int, ...]]:
    found: dict[int, tuple[int, ...]] = {}
    for one, other in pairs.tolist():
        found[other] = (*found.get(other, ()), one)
    return found


def _back(given: Ints) -> Ints:
    """From the caller's positions to the prepared ones."""
    back = np.empty(given.size, np.int64)
    back[given] = np.arange(given.size)
    return back


def _next(worth: Ints, given: Ints, back: Ints, partners: set[int]) -> tuple[int, int] | None:
    """The best one that is not a partner already, by the caller's position."""
    worth = worth.copy()
    worth[back[list(partners)]] = FORBIDDEN
    best = int(np.argmax(worth))
    return None if worth[best] <= FORBIDDEN else (int(given[best]), int(worth[best]))


def _added(tree: Tree, price: Ints) -> Ints:
    """What a tree's quotas add to each organisation's price."""
    each = price[tree.quota] if price.size else np.zeros(tree.quota.size, np.int64)
    effective = np.zeros(tree.parent.size + 1, np.int64)
    for n in range(tree.parent.size):
        effective[n] = each[n] + effective[tree.parent[n]]
    return np.asarray(effective[tree.leaf])


def _effective(result: Pairing, rules: Rules, prepared: Prepared) -> Ints:
    return result.price[prepared.supporters.given] + _added(prepared.trees[0], result.certificate.quota_price)


def _toll(result: Pairing, prepared: Prepared, j: int) -> int:
    return int(_added(prepared.trees[1], result.certificate.quota_price)[j])


@compiled
def _row(table: Table, j: int) -> Ints:
    """Benefits of one recipient with every supporter."""
    found = np.empty(table.offers.zone.size, np.int64)
    out = np.empty(TILE, np.int32)
    for tile in range(found.size // TILE):
        score(table, j, tile, out)
        found[tile * TILE : (tile + 1) * TILE] = out
    return found


@compiled
def _column(table: Table, i: int) -> Ints:
    """Benefits of one supporter with every recipient."""
    found = np.empty(table.needs.zone.size, np.int64)
    out = np.empty(TILE, np.int32)
    for j in range(found.size):
        score(table, j, i // TILE, out)
        found[j] = out[i % TILE]
    return found
