"""A solved graph that takes in more edges is as good as one solved anew, whichever way they come in."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concentric.core.pairing.sparse.shapes import Columns, Fresh, Held, Rows, columns_of
from concentric.core.pairing.sparse.solving import Problem, regrow, solve, units_for


def graph(owner: np.ndarray, col: np.ndarray, val: np.ndarray, recipients: int) -> Rows:
    ptr = np.zeros(recipients + 1, np.int64)
    np.cumsum(np.bincount(owner, minlength=recipients), out=ptr[1:])
    return Rows(ptr, col.astype(np.int32), val.astype(np.int32))


def worth(problem: Problem, held: Held) -> int:
    lone = np.ones(problem.rows.ptr.size - 1, bool)
    lone[problem.units.recipient[held.edge >= 0]] = False
    missed = problem.units.miss[lone & (np.diff(problem.units.ptr) > 0)].sum()
    return int(problem.rows.val[held.edge[held.edge >= 0]].sum(dtype=np.int64) - missed)


def bound(problem: Problem, held: Held) -> int:
    """What no pairing can be worth more than at these prices."""
    rows, total = problem.rows, int((held.price * problem.capacity).sum())
    for j, want in enumerate(np.diff(problem.units.ptr).tolist()):
        part = slice(rows.ptr[j], rows.ptr[j + 1])
        gains = [
            *(rows.val[part] - held.price[rows.col[part]]),
            *[0] * (want - 1),
            *[-problem.units.miss[j]] * (want > 0),
        ]
        total += int(sum(sorted(gains, reverse=True)[:want]))
    return total


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32 - 1), st.sampled_from([1, 3]), st.sampled_from([1, 1, 5]), st.sampled_from([3, 90, 9000]))
def test_fresh_edges_lead_to_the_best_pairing_of_the_whole_graph(seed: int, most: int, takes: int, high: int) -> None:
    rng = np.random.default_rng(seed)
    supporters, recipients = (int(n) for n in rng.integers(1, 40, 2))
    owner, col = np.nonzero(rng.random((recipients, supporters)) < rng.choice([0.1, 0.3, 1.0]))
    val = rng.integers(-high // 4, high + 1, owner.size)
    units = units_for(rng.integers(1, most + 1, recipients), np.full(recipients, rng.choice([0, high // 2, high + 1])))
    room = rng.integers(1, takes + 1, supporters)
    old = rng.random(owner.size) < rng.choice([0.2, 0.6, 0.95])
    fewer = Problem(graph(owner[old], col[old], val[old], recipients), room, units)
    whole = Problem(graph(owner, col, val, recipients), room, units)
    held, new = solve(fewer), np.flatnonzero(~old)
    before: Columns | None = columns_of(fewer.rows, supporters) if seed % 3 else None
    if owner.size and old.any():
        held.edge[:] = np.where(held.edge >= 0, np.flatnonzero(old)[np.maximum(held.edge, 0)], held.edge)
    regrow(whole, held, Fresh(owner[new], new), before)
    assert (held.price >= 0).all() and (held.load <= room).all()
    assert worth(whole, held) == bound(whole, held) == worth(whole, solve(whole))


def test_where_everything_has_to_move_it_is_given_up_in_time_and_done_another_way() -> None:
    rng = np.random.default_rng(3)
    count = 600
    owner = np.repeat(np.arange(count), 12)
    col = np.concatenate([np.sort(rng.choice(count, 12, replace=False)) for _ in range(count)])
    val = rng.integers(0, 10_000, owner.size)
    old = rng.random(owner.size) < 0.7
    units, room = units_for(np.ones(count, np.int64), np.full(count, 10_001)), np.ones(count, np.int64)
    fewer = Problem(graph(owner[old], col[old], val[old], count), room, units)
    whole = Problem(graph(owner, col, val, count), room, units)
    held = solve(fewer)
    held.edge[:] = np.where(held.edge >= 0, np.flatnonzero(old)[np.maximum(held.edge, 0)], held.edge)
    new = np.flatnonzero(~old)
    regrow(whole, held, Fresh(owner[new], new), columns_of(fewer.rows, count))
    assert worth(whole, held) == bound(whole, held)


@pytest.mark.parametrize(("size", "places"), [(400, 1), (40, 11), (8, 52)])
def test_a_crowd_for_too_few_places_is_solved_exactly(size: int, places: int) -> None:
    rng = np.random.default_rng(size)
    recipients = size * places * 5 // 4
    owner, col = np.nonzero(rng.random((recipients, size)) < max(0.05, 4 / size))
    rows = graph(owner, col, rng.integers(0, 5000, owner.size), recipients)
    problem = Problem(
        rows,
        np.full(size, places, np.int64),
        units_for(np.ones(recipients, np.int64), np.full(recipients, 5001)),
    )
    held = solve(problem)
    assert worth(problem, held) == bound(problem, held)
