"""From a few candidates to a proof over all pairs: solve, look at every pair at these prices, add what gains, repeat.

While the graph is still growing an exact answer on it is worth nothing, so the rounds begin coarse: an auction in big
steps, then smaller ones, then exact. When no pair at all gains more than its recipient has, the prices prove the
pairing best among all pairs.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from concentric.core.pairing.benefit import FORBIDDEN, Table
from concentric.core.pairing.certificate import Progress
from concentric.core.pairing.scan import Found, scan
from concentric.core.pairing.sparse.auction import auction
from concentric.core.pairing.sparse.merging import bound, edges_between, floors, merged
from concentric.core.pairing.sparse.shapes import OPEN, Held, Ints, Rows, columns_of, edge_of
from concentric.core.pairing.sparse.solving import Problem, finish, nothing_held, reach_of, solve, units_for
from concentric.core.pairing.tabling import heaviest
from concentric.core.pairing.ties import first_of_equals

KEEP = 16
"""Candidates for each recipient and round."""
COARSE = (32, 128, 512, 2048)
"""Parts of the range of benefits that the coarse rounds bid in."""
SMALL = 4_000_000
"""Up to this many pairs all of them are listed at once: then one exact solve is the whole answer."""
TIES = 3
"""Rounds that look for pairs which gain just as much as the ones that were found."""
OUT_OF_REACH = 1 << 60


@dataclass
class State:
    """Where the search stands: the graph, what is held, and by how much any pairing could still be better."""

    rows: Rows
    held: Held
    miss: int
    bound: int | None = None
    exact: bool = False
    stopped: bool = False
    rounds: int = 0


class Growing:
    """One search. `room` and `want` are what pinned pairs leave; `settled` recipients have a partner already."""

    def __init__(
        self,
        table: Table,
        room: Ints,
        want: Ints,
        settled: Ints,
        threads: int | None = None,
        progress: Callable[[Progress], object] | None = None,
    ) -> None:
        self.table, self.room, self.want, self.settled = table, room, want, settled
        self.threads, self.progress, self.began = threads, progress, time.monotonic()
        self.graph_room = room
        self.state = State(_no_rows(want.size), nothing_held(self._problem(_no_rows(want.size), 0)), 0)

    def run(self, price: Ints | None = None, held_pairs: Ints | None = None) -> State:
        """Search until nothing gains, or until the progress says stop."""
        state = self.state
        every = self.room.size * self.want.size <= SMALL
        start = np.zeros(self.room.size, np.int64) if price is None else price
        self._add(self._scan(start, np.full(self.want.size, FORBIDDEN), self.room.size if every else KEEP), start)
        self._add_special()
        state.miss = reach_of(state.rows.val) + 1
        state.held = nothing_held(self._problem(state.rows, state.miss), price, self._edges_of(held_pairs))
        if price is None and not every:
            self._coarse()
        if not state.stopped:
            self._exact(cold=price is None and every)
        wanting = int(((self.want > 0) & (self.settled == 0)).sum())
        if not state.stopped and self._covered() < min(wanting, int(self.room.sum())):
            state.miss = self.dominating()
            self._exact(cold=False)
        if not state.stopped:
            self._settle_ties()
        return state

    def _settle_ties(self) -> None:
        """Of all pairings that are equally good take the first, once pairs that gain just as much are in the graph."""
        state = self.state
        for _ in range(TIES):
            problem = self._problem(state.rows, state.miss)
            found = self._scan(state.held.price, floors(state.rows, problem.units, state.held.price), KEEP, 1)
            if not (found.supporter >= 0).any():
                break
            self._extend(found)
        first_of_equals(state.rows, problem.units, self.room, state.held)

    def dominating(self) -> int:
        """A miss that no difference in benefit can outweigh, whichever pairs there are."""
        return min(int(self.want.sum()), int(self.room.sum())) * heaviest(self.table) + 1

    def _problem(self, rows: Rows, miss: int) -> Problem:
        return Problem(rows, self.graph_room, units_for(self.want, np.where(self.settled > 0, 0, miss)))

    def _scan(self, price: Ints, floor: Ints, keep: int, slack: int = 0) -> Found:
        shown = np.where(self.room > 0, price, OUT_OF_REACH)
        return scan(
            self.table, self.state.rows, shown, np.where(self.want > 0, floor, OUT_OF_REACH), keep, slack, self.threads
        )

    def _add(self, found: Found, price: Ints) -> None:
        value = found.gain + np.where(found.supporter >= 0, price[np.maximum(found.supporter, 0)], 0)
        self.state.rows = merged(self.state.rows, found.supporter.copy(), value)

    def _extend(self, found: Found) -> None:
        """Add candidates. Edges have new numbers in the grown graph; what is held stays held."""
        state = self.state
        taken = np.flatnonzero(state.held.edge >= 0)
        supporter = state.rows.col[state.held.edge[taken]]
        self._add(found, state.held.price)
        recipient = np.repeat(np.arange(self.want.size), self.want)[taken]
        state.held.edge[taken] = edges_between(state.rows, recipient, supporter)

    def _add_special(self) -> None:
        special = self.table.special
        recipient = np.repeat(np.arange(self.want.size), np.diff(special.ptr))
        allowed = (special.val > FORBIDDEN) & (self.room[special.col] > 0) & (self.want[recipient] > 0)
        count = np.bincount(recipient[allowed], minlength=self.want.size)
        supporter = np.full((self.want.size, int(count.max(initial=0))), -1, np.int32)
        value = np.zeros(supporter.shape, np.int64)
        rank = np.arange(int(allowed.sum())) - np.repeat(np.cumsum(count) - count, count)
        supporter[recipient[allowed], rank] = special.col[allowed]
        value[recipient[allowed], rank] = special.val[allowed]
        self.state.rows = merged(self.state.rows, supporter, value)

    def _edges_of(self, pairs: Ints | None) -> Ints | None:
        """The edge of each unit for pairs in the graph, as a start."""
        if pairs is None:
            return None
        units = self._problem(self.state.rows, 0).units
        edge = np.full(units.recipient.size, OPEN, np.int64)
        used = np.zeros(self.want.size, np.int64)
        for supporter, recipient in pairs:
            e = edge_of(self.state.rows, recipient, supporter)
            if e >= 0 and used[recipient] < self.want[recipient]:
                edge[units.ptr[recipient] + used[recipient]] = e
                used[recipient] += 1
        return edge

    def _coarse(self) -> None:
        state = self.state
        reach = reach_of(state.rows.val)
        steps = sorted({max(1, reach // part) for part in COARSE}, reverse=True)
        at, before = 0, None
        while at < len(steps):
            eps = steps[at]
            problem = self._problem(state.rows, state.miss)
            columns = columns_of(state.rows, self.room.size)
            first = max(1, reach // 8) if before is None else 4 * eps
            phases = [step for step in (first, first // 5, 4 * eps) if step > eps]
            auction(state.rows, columns, problem.units, self.graph_room, state.held, [*sorted(set(phases))[::-1], eps])
            floor = floors(state.rows, problem.units, state.held.price)
            found = self._scan(state.held.price, floor, KEEP, eps)
            inner = bound(state.rows, problem.units, state.held.price, self.room, floor)
            outer = bound(state.rows, problem.units, state.held.price, self.room, found.best)
            self._note("coarse", outer)
            if state.stopped:
                return
            worth = self._worth(problem, state.held)
            if outer - inner <= max(inner - worth, abs(worth) // (400 << 2 * at)):
                at += 1
            before = eps
            self._extend(found)

    def _exact(self, *, cold: bool) -> None:
        state = self.state
        while True:
            problem = self._problem(state.rows, state.miss)
            if cold:
                state.held, cold = solve(problem), False
            else:
                finish(problem, state.held)
            floor = floors(state.rows, problem.units, state.held.price)
            found = self._scan(state.held.price, floor, KEEP)
            state.exact = not bool((found.best > floor).any())
            self._note("exact", bound(state.rows, problem.units, state.held.price, self.room, found.best))
            if state.exact or state.stopped:
                return
            self._extend(found)

    def _note(self, stage: str, over: int) -> None:
        state = self.state
        state.rounds += 1
        problem = self._problem(state.rows, state.miss)
        worth = self._worth(problem, state.held)
        state.bound = over
        if self.progress is None:
            return
        told = Progress(
            stage=stage,
            round=state.rounds,
            seconds=time.monotonic() - self.began,
            edges=state.rows.col.size,
            covered=self._covered(),
            benefit=self._benefit(),
            gap=over - worth,
        )
        state.stopped = bool(self.progress(told))

    def _benefit(self) -> int:
        edge = self.state.held.edge
        return int(self.state.rows.val[edge[edge >= 0]].sum(dtype=np.int64))

    def _covered(self) -> int:
        units = self._problem(self.state.rows, 0).units
        covered = np.unique(units.recipient[self.state.held.edge >= 0])
        return int((self.settled[covered] == 0).sum())

    def _worth(self, problem: Problem, held: Held) -> int:
        lone = np.ones(self.want.size, bool)
        lone[problem.units.recipient[held.edge >= 0]] = False
        return self._benefit() - int(problem.units.miss[lone & (self.want > 0)].sum())


def _no_rows(recipients: int) -> Rows:
    return Rows(np.zeros(recipients + 1, np.int64), np.zeros(0, np.int32), np.zeros(0, np.int32))
