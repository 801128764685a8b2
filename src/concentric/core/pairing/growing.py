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

from concentric.core.pairing.benefit import FORBIDDEN, Table, scores_of
from concentric.core.pairing.certificate import Progress
from concentric.core.pairing.quotas import Tree
from concentric.core.pairing.scan import Found, Known, scan
from concentric.core.pairing.sharing import Tolls, effective_of, share
from concentric.core.pairing.sparse.auction import auction
from concentric.core.pairing.sparse.merging import best_gains, edges_between, merged
from concentric.core.pairing.sparse.shapes import OPEN, Fresh, Held, Ints, Rows, columns_of
from concentric.core.pairing.sparse.solving import Problem, nothing_held, reach_of, regrow, resolve, solve, units_for
from concentric.core.pairing.tabling import heaviest
from concentric.core.pairing.threads import over_recipients
from concentric.core.pairing.ties import first_of_equals

KEEP = 10
"""Candidates for each recipient and round."""
COARSE = (32, 256, 2048)
"""Parts of the range of benefits that the coarse rounds bid in."""
CALM = 100
"""Steps get smaller once pairs outside the graph can gain no more than this part of the whole, then a 16th of it."""
SMALL = 4_000_000
"""Up to this many pairs all of them are listed at once: then one exact solve is the whole answer."""
TIES = 3
"""Rounds that look for pairs which gain just as much as the ones that were found."""
MOST_REWARD = 1 << 27
"""What a pair that a quota must have may bring at most, so that prices stay within what a scan can show."""
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
        trees: tuple[Tree, Tree],
        threads: int | None = None,
        progress: Callable[[Progress], object] | None = None,
    ) -> None:
        self.table, self.room, self.want, self.settled, self.trees = table, room, want, settled, trees
        self.threads, self.progress, self.began = threads, progress, time.monotonic()
        self.graph_room = room
        none = [np.zeros(tree.parent.size, np.int64) for tree in trees]
        self.tolls = Tolls(none[0], none[1], np.zeros(0, np.int64))
        self.tied: Found | None = None
        self.known = Known(table)
        self.state = State(_no_rows(want.size), nothing_held(self._problem(_no_rows(want.size), 0)), 0)

    def run(self, price: Ints | None = None, held_pairs: Ints | None = None) -> State:
        """Search until nothing gains, or until the progress says stop."""
        state = self.state
        every = self.room.size * self.want.size <= SMALL
        start = np.zeros(self.room.size, np.int64) if price is None else price
        self._add(self._scan(start, np.full(self.want.size, FORBIDDEN), self.room.size if every else KEEP), start)
        self._add_special()
        if held_pairs is not None:
            self._add_pairs(held_pairs)
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
        if any(tree.parent.size for tree in self.trees):
            self._share()
        if not state.stopped and not self.tolls.unmet.size:
            self._settle_ties()
        return state

    def _share(self) -> None:
        """Bring in the quotas: the same rounds, with a solver that knows groups."""
        state = self.state
        reward = 4 * (reach_of(state.rows.val) + state.miss)
        wanting = int(((self.want > 0) & (self.settled == 0)).sum())
        while True:
            problem = self._problem(state.rows, state.miss)
            self.tolls = share(problem, state.held, *self.trees, self.tolls, self.settled, reward)
            top = self._top(problem)
            floor = self._floors(problem, top)
            found = self._scan(state.held.price, floor, KEEP, 1)
            state.exact = not bool((found.best > floor).any())
            self._note("quotas", self._bound(problem, top, found.best))
            if state.stopped:
                return
            self._extend(found)
            self.tied = found
            if not state.exact:
                continue
            if self.tolls.unmet.size and reward < MOST_REWARD:
                reward = MOST_REWARD
            elif self._covered() < min(wanting, int(self.room.sum())) and state.miss < self.dominating():
                state.miss = self.dominating()
                reward = max(reward, min(MOST_REWARD, 4 * state.miss))
            else:
                return

    def _settle_ties(self) -> None:
        """Of all pairings that are equally good take the first, once pairs that gain just as much are in the graph.

        The last look at all pairs has brought those too; one look more where a recipient may have still others.
        """
        state, found = self.state, self.tied
        for _ in range(TIES):
            problem = self._problem(state.rows, state.miss)
            if found is None or not (found.supporter >= 0).all(1).any():
                break
            found = self._scan(state.held.price, self._floors(problem, self._top(problem)), KEEP, 1)
            self._extend(found)
        problem = self._problem(state.rows, state.miss)
        floor = self._floors(problem, self._top(problem))
        first_of_equals(state.rows, problem.units, self.room, state.held, floor, self.trees, self.tolls)

    def dominating(self) -> int:
        """A miss that no difference in benefit can outweigh, whichever pairs there are."""
        return min(int(self.want.sum()), int(self.room.sum())) * heaviest(self.table) + 1

    def _problem(self, rows: Rows, miss: int) -> Problem:
        return Problem(rows, self.graph_room, units_for(self.want, np.where(self.settled > 0, 0, miss)))

    def _scan(self, price: Ints, floor: Ints, keep: int, slack: int = 0) -> Found:
        shown = np.where(self.room > 0, price, OUT_OF_REACH)
        wanted = np.where(self.want > 0, floor, OUT_OF_REACH)
        return scan(self.table, self.state.rows, shown, wanted, keep, slack, self.threads, self.known)

    def _add(self, found: Found, price: Ints) -> None:
        value = found.gain + np.where(found.supporter >= 0, price[np.maximum(found.supporter, 0)], 0)
        self.state.rows = merged(self.state.rows, found.supporter.copy(), value)

    def _extend(self, found: Found) -> Fresh:
        """Add candidates. Edges have new numbers in the grown graph; what is held stays held."""
        state = self.state
        taken = np.flatnonzero(state.held.edge >= 0)
        supporter = state.rows.col[state.held.edge[taken]]
        self._add(found, state.held.price)
        recipient = np.repeat(np.arange(self.want.size), self.want)[taken]
        state.held.edge[taken] = edges_between(state.rows, recipient, supporter)
        owner, which = np.nonzero(found.supporter >= 0)
        return Fresh(owner, edges_between(state.rows, owner, found.supporter[owner, which]))

    def _add_special(self) -> None:
        special = self.table.special
        recipient = np.repeat(np.arange(self.want.size), np.diff(special.ptr))
        self._add_listed(special.col.astype(np.int64), recipient, special.val.astype(np.int64))

    def _add_pairs(self, pairs: Ints) -> None:
        self._add_listed(pairs[:, 0], pairs[:, 1], scores_of(self.table, pairs[:, 0], pairs[:, 1]))

    def _add_listed(self, supporter: Ints, recipient: Ints, value: Ints) -> None:
        """Add pairs that are given by recipient, as far as they are allowed."""
        allowed = (value > FORBIDDEN) & (self.room[supporter] > 0) & (self.want[recipient] > 0)
        supporter, recipient, value = supporter[allowed], recipient[allowed], value[allowed]
        rank = np.arange(recipient.size) - np.searchsorted(recipient, recipient)
        wide = np.full((self.want.size, int(rank.max(initial=-1)) + 1), -1, np.int32)
        worth = np.zeros(wide.shape, np.int64)
        wide[recipient, rank], worth[recipient, rank] = supporter, value
        self.state.rows = merged(self.state.rows, wide, worth)

    def _edges_of(self, pairs: Ints | None) -> Ints | None:
        """The edge of each unit for pairs that are in the graph, as a start."""
        if pairs is None:
            return None
        units = self._problem(self.state.rows, 0).units
        edge = np.full(units.recipient.size, OPEN, np.int64)
        found = edges_between(self.state.rows, pairs[:, 1], pairs[:, 0].astype(np.int32))
        recipient, found = pairs[found >= 0, 1], found[found >= 0]
        rank = np.arange(recipient.size) - np.searchsorted(recipient, recipient)
        fits = rank < self.want[recipient]
        edge[units.ptr[recipient[fits]] + rank[fits]] = found[fits]
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
            top = self._top(problem)
            floor = self._floors(problem, top)
            found = self._scan(state.held.price, floor, KEEP, eps)
            inner, outer = self._bound(problem, top, floor), self._bound(problem, top, found.best)
            self._note("coarse", outer)
            if state.stopped:
                return
            worth = self._worth(problem, state.held)
            if outer - inner <= max(inner - worth, abs(worth) // (CALM << 4 * at)):
                at += 1
            before = eps
            self._extend(found)

    def _exact(self, *, cold: bool) -> None:
        state, fresh = self.state, None
        while True:
            problem = self._problem(state.rows, state.miss)
            if cold:
                state.held = solve(problem)
            elif fresh is None:
                resolve(problem, state.held)
            else:
                regrow(problem, state.held, fresh)
            cold = False
            top = self._top(problem)
            floor = self._floors(problem, top)
            found = self._scan(state.held.price, floor, KEEP, 1)
            state.exact = not bool((found.best > floor).any())
            self._note("exact", self._bound(problem, top, found.best))
            if state.stopped:
                return
            fresh = self._extend(found)
            if state.exact:
                self.tied = found
                return

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

    def _toll(self) -> Ints:
        return effective_of(self.trees[1], self.tolls.other)

    def _top(self, problem: Problem) -> Ints:
        """What each unit gains at the present prices, the best first, from pairs in the graph or from staying empty."""
        rows, units, price, toll = self.state.rows, problem.units, self.state.held.price, self._toll()
        top = np.empty(units.recipient.size, np.int64)

        def run(first: int, end: int) -> None:
            best_gains(rows, units, price, toll, first, end, top)

        over_recipients(run, self.want.size, self.threads)
        return top

    def _floors(self, problem: Problem, top: Ints) -> Ints:
        """What a pair has to gain to be among each recipient's best ones; out of reach where it wants nobody."""
        floor = np.full(self.want.size, OUT_OF_REACH, np.int64)
        some = self.want > 0
        floor[some] = (top[problem.units.ptr[1:][some] - 1]) + self._toll()[some]
        return floor

    def _bound(self, problem: Problem, top: Ints, best: Ints) -> int:
        """What no pairing can be worth more than, when no pair outside the graph gains more than `best`."""
        price, own = self.state.held.price, effective_of(self.trees[0], self.tolls.one)
        total = int(((price - own) * self.room)[self.room > 0].sum())
        for tree, effective in zip(self.trees, (self.tolls.one, self.tolls.other), strict=True):
            each = self.tolls.of(tree, effective)
            total += int((np.where(each > 0, tree.most, tree.least) * each).sum())
        return total + int(np.maximum(top, (best - self._toll())[problem.units.recipient]).sum())

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
