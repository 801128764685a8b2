"""How `assign` works: a graph of all allowed pairs, solved exactly, with coverage first."""

from __future__ import annotations

from typing import Any

import numpy as np

from concentric.core.pairing.certificate import Assignment, Certificate
from concentric.core.pairing.check import check_assignment
from concentric.core.pairing.matrix import amounts, rows_of
from concentric.core.pairing.refusals import BadBenefit
from concentric.core.pairing.sparse.shapes import Held, Ints, Rows
from concentric.core.pairing.sparse.solving import Problem, dominating, reach_of, resolve, units_for
from concentric.core.pairing.thinning import solve_dense

TOTAL = 1 << 59
"""What a price times the number of nodes stays under, so that one search key holds both."""


def assign(benefit: Any, capacity: Any = None, demand: Any = None) -> Assignment:
    """See `concentric.core.pairing.assign`."""
    rows, supporters = rows_of(benefit)
    recipients = rows.ptr.size - 1
    room = amounts(capacity, supporters, "supporters")
    want = amounts(demand, recipients, "recipients")
    if supporters == 0 or recipients == 0:
        raise BadBenefit("pairing-empty-side", side="supporters" if supporters == 0 else "recipients")
    # Nobody holds more partners than there are; what cannot be held at all is left out of the graph.
    room, want = np.minimum(room, recipients), np.minimum(want, supporters)
    graph = without_idle(rows, room, want)
    reach = reach_of(rows.val)
    if 4 * dominating(reach, want, room) * (supporters + recipients) >= TOTAL:
        raise BadBenefit("pairing-total-overflow")
    held, miss = covering(graph, reach, room, want)
    recipient = np.repeat(np.arange(recipients), want)[held.edge >= 0]
    supporter = graph.col[held.edge[held.edge >= 0]].astype(np.int64)
    order = np.lexsort((supporter, recipient))
    pairs = np.stack([supporter[order], recipient[order]], axis=1)
    certificate = Certificate(pairs, held.price, miss)
    verdict = check_assignment(certificate, benefit, capacity, demand)
    return Assignment(pairs, verdict.covered, verdict.benefit, held.price, verdict.gap, certificate)


def without_idle(rows: Rows, room: Ints, want: Ints) -> Rows:
    """The graph without pairs in which one side takes nobody."""
    if room.all() and want.all():
        return rows
    recipient = np.repeat(np.arange(want.size), np.diff(rows.ptr))
    kept = (room[rows.col] > 0) & (want[recipient] > 0)
    ptr = np.zeros(want.size + 1, np.int64)
    np.cumsum(np.bincount(recipient[kept], minlength=want.size), out=ptr[1:])
    return Rows(ptr, rows.col[kept], rows.val[kept])


def covering(graph: Rows, reach: int, room: Ints, want: Ints) -> tuple[Held, int]:
    """The best pairing with coverage first, and the miss that proves it.

    A moderate miss nearly always covers all that can be covered, with prices that stay near the benefits. Only where
    counting both sides does not say that more is impossible, one recipient more is made worth more than all benefit.
    """
    miss = reach + 1
    problem = Problem(graph, room, units_for(want, np.full(want.size, miss)))
    held = solve_dense(problem)
    wanting = int((want > 0).sum())
    if covered_by(problem, held) < min(wanting, int(room.sum())):
        miss = dominating(reach, want, room)
        problem = Problem(graph, room, units_for(want, np.full(want.size, miss)))
        resolve(problem, held)
    return held, miss


def covered_by(problem: Problem, held: Held) -> int:
    """How many recipients have a partner at least."""
    return int(np.count_nonzero(np.bincount(problem.units.recipient[held.edge >= 0])))
