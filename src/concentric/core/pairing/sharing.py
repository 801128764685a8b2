"""A listed graph under quotas: the flow that is solved, and what its potentials say as prices.

The flow runs from a hub through the recipients' groups, recipients, pairs, supporters and the supporters' groups back
to the hub. What a quota must have at least is rewarded, so there always is a flow; the caller sees whether it is had.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from concentric.core.pairing.certificate import Ints
from concentric.core.pairing.quotas import Tree
from concentric.core.pairing.sparse.network import Arcs, settle_network
from concentric.core.pairing.sparse.shapes import OPEN, OUTSIDE, Held
from concentric.core.pairing.sparse.solving import Problem


@dataclass
class Tolls:
    """What groups add to prices, with all those around them: `one` by supporters' group, `other` by recipients'."""

    one: Ints
    other: Ints
    unmet: Ints  # positions in the rules of quotas that have less than they must

    def of(self, tree: Tree, effective: Ints) -> Ints:
        """Each group's own price."""
        return effective - np.where(tree.parent >= 0, effective[np.maximum(tree.parent, 0)], 0)


def share(problem: Problem, held: Held, one: Tree, other: Tree, tolls: Tolls, settled: Ints, reward: int) -> Tolls:
    """Solve under both trees from the prices in `held`, in place; prices there include what the groups add."""
    rows, room, units = problem.rows, problem.capacity, problem.units
    supporters, recipients = room.size, rows.ptr.size - 1
    want = np.diff(units.ptr)
    first_one, first_other = 1, 1 + one.parent.size
    first_supporter = first_other + other.parent.size
    first_recipient = first_supporter + supporters
    owner = np.repeat(np.arange(recipients), np.diff(rows.ptr))
    first = np.where(settled > 0, 0, np.minimum(want, 1))
    into = np.where(other.leaf >= 0, first_other + other.leaf, 0)
    out = np.where(one.leaf >= 0, first_one + one.leaf, 0)
    recipient_node = first_recipient + np.arange(recipients)
    edges = rows.col.size

    def groups(tree: Tree, begin: int, inward: bool) -> list[tuple[Ints, Ints, Ints, Ints]]:
        here = begin + np.arange(tree.parent.size)
        around = np.where(tree.parent >= 0, begin + tree.parent, 0)
        tail, head = (around, here) if inward else (here, around)
        none = np.zeros(here.size, np.int64)
        return [(tail, head, tree.least, none - reward), (tail, head, tree.most - tree.least, none)]

    parts = [
        (first_recipient + owner, first_supporter + rows.col, np.ones(edges, np.int64), -rows.val.astype(np.int64)),
        (into, recipient_node, first, -units.miss),
        (into, recipient_node, want - first, np.zeros(recipients, np.int64)),
        (first_supporter + np.arange(supporters), out, room, np.zeros(supporters, np.int64)),
        *groups(one, first_one, False),
        *groups(other, first_other, True),
    ]
    tail, head, most, cost = (np.concatenate([part[n] for part in parts]).astype(np.int64) for n in range(4))
    flow = np.zeros(tail.size, np.int64)
    flow[held.edge[held.edge >= 0]] = 1
    potential = np.concatenate([[0], -tolls.one, tolls.other, -held.price, held.surplus])
    arcs = Arcs(tail, head, most, cost, flow)
    settle_network(arcs, potential)
    potential -= potential[0]
    found = Tolls(-potential[first_one:first_other], potential[first_other:first_supporter], np.zeros(0, np.int64))
    for tree, effective in ((one, found.one), (other, found.other)):
        for n in range(tree.parent.size):  # a group that has nobody may cost as much as the one around it
            if tree.least[n] == 0:
                effective[n] = max(effective[n], effective[tree.parent[n]] if tree.parent[n] >= 0 else 0)
    held.price[:] = np.maximum(-potential[first_supporter:first_recipient], effective_of(one, found.one))
    held.surplus[:] = potential[first_recipient:]
    _hold(problem, held, flow[:edges], owner)
    lacking = []
    at = edges + 2 * recipients + supporters
    for tree in (one, other):
        size = tree.parent.size
        lacking.append(tree.quota[flow[at : at + size] < tree.least])
        at += 2 * size
    found.unmet = np.sort(np.concatenate(lacking))
    return found


def effective_of(tree: Tree, effective: Ints) -> Ints:
    """What its groups add to the price of each organisation."""
    if not effective.size:
        return np.zeros(tree.leaf.size, np.int64)
    return np.where(tree.leaf >= 0, effective[np.maximum(tree.leaf, 0)], 0)


def _hold(problem: Problem, held: Held, flow: Ints, owner: Ints) -> None:
    """Write the flow as edges of units; units without one stay outside."""
    units = problem.units
    held.edge[:] = OUTSIDE if units.recipient.size else OPEN
    taken = np.flatnonzero(flow > 0)
    recipient = owner[taken]
    rank = np.arange(taken.size) - np.searchsorted(recipient, recipient)
    held.edge[units.ptr[recipient] + rank] = taken
