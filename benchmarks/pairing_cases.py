"""Instances of the pairing bench, ours and the peers', each solved in a process of its own.

A case prints one line of JSON: seconds, megabytes, benefit, covered, gap. Peers get the graph our search ended with, as
none of them can hold all pairs; what building that graph costs is in our time and not in theirs.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

SHAPES = {
    "city": (120, 126, 1.5),
    "province": (18_402, 10_607, 1.5),
    "nation": (127_000, 139_100, 1.5),
    "nation-tight": (127_000, 139_100, 1.02),
    "dense": (10_000, 10_000, 0.0),
}


def families() -> dict[str, tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]]:
    """The named sparse suite: pointers, columns and values by recipient, and capacities."""
    rng = np.random.default_rng(5)

    def graph(recipients: int, capacity: np.ndarray, degree: int, high: int, *, ring: bool = False) -> Any:
        supporters = capacity.size
        recipient = np.repeat(np.arange(recipients), degree)
        near = (recipient * supporters // recipients + rng.integers(-40, 41, recipient.size)) % supporters
        supporter = near if ring else rng.integers(0, supporters, recipient.size)
        key = np.unique(recipient.astype(np.int64) * supporters + supporter)
        ptr = np.zeros(recipients + 1, np.int64)
        np.cumsum(np.bincount(key // supporters, minlength=recipients), out=ptr[1:])
        values = rng.integers(0, high + 1, key.size).astype(np.int32)
        return ptr, (key % supporters).astype(np.int32), values, capacity

    def each(count: int, capacity: int = 1) -> np.ndarray:
        return np.full(count, capacity, np.int64)

    return {
        "uniform": graph(20_000, each(20_000), 20, 10_000),
        "uniform, large values": graph(20_000, each(20_000), 20, 1_000_000),
        "ties": graph(20_000, each(20_000), 20, 3),
        "too few places": graph(20_000, each(15_000), 20, 10_000),
        "ring": graph(20_000, each(20_000), 20, 10_000, ring=True),
        "ring, capacity 3": graph(20_000, each(6_800, 3), 20, 10_000, ring=True),
        "capacity 50": graph(20_000, each(400, 51), 20, 10_000),
        "capacity 2,000": graph(20_000, each(10, 2_040), 6, 10_000),
        "three choices": graph(20_000, each(20_000), 3, 10_000),
    }


def told(began: float, before: float, **more: Any) -> None:
    """Print the result of a case. Memory is what the process held more at its peak than before the work."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": time.perf_counter() - began, "megabytes": peak - before, **more}), flush=True)


def held() -> float:
    """Megabytes at the peak so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def prepared(shape: str) -> Any:
    """Sides, rules and table of a shape; the compiled parts are loaded beforehand, as in a process that runs on."""
    from concentric.core.pairing.preparing import prepare
    from concentric.core.pairing.synth import instance
    from concentric.core.pairing.tabling import table_of

    supporters, recipients, places = SHAPES[shape]
    one, other, rules = instance(supporters, recipients, 1, places=places)
    done = prepare(one, other, rules)
    return one, other, rules, done, table_of(done, rules)


def warm_up() -> None:
    """Compile, or load what was compiled."""
    from concentric.core.pairing import check_pairing, pair
    from concentric.core.pairing import growing as search
    from concentric.core.pairing.synth import instance

    one, other, rules = instance(200, 220, 2)
    small, search.SMALL = search.SMALL, 0
    check_pairing(pair(one, other, rules).certificate, one, other, rules)
    search.SMALL = small


def ours(shape: str, graph: Path) -> None:
    """The whole search, from attributes to the proof over all pairs; leaves its last graph for the peers."""
    from concentric.core.pairing.growing import Growing

    warm_up()
    _, _, _, done, table = prepared(shape)
    before, began = held(), time.perf_counter()
    search = Growing(table, done.room, done.want, np.zeros(done.want.size, np.int64), done.trees)
    state = search.run()
    benefit = int(state.rows.val[state.held.edge[state.held.edge >= 0]].sum(dtype=np.int64))
    told(
        began,
        before,
        benefit=benefit,
        covered=int((state.held.edge >= 0).sum()),
        gap=0 if state.exact else None,
        edges=int(state.rows.col.size),
        rounds=state.rounds,
    )
    np.savez(graph, ptr=state.rows.ptr, col=state.rows.col, val=state.rows.val, room=done.room)


def verifier(shape: str, graph: Path) -> None:
    """The unpruned verifier on a certificate."""
    from concentric.core.pairing import check_pairing, pair

    warm_up()
    one, other, rules, *_ = prepared(shape)
    certificate = pair(one, other, rules).certificate
    before, began = held(), time.perf_counter()
    verdict = check_pairing(certificate, one, other, rules)
    told(began, before, says=verdict.says, benefit=verdict.benefit, covered=verdict.covered, gap=verdict.gap)


def flow(shape: str, graph: Path) -> None:
    """OR-Tools' min-cost flow on the last graph: building the model counts, finding the graph does not."""
    with np.load(graph) as kept:
        arrays = tuple(kept[name] for name in ("ptr", "col", "val", "room"))
    before, began = held(), time.perf_counter()
    benefit, covered = by_flow(*arrays)
    told(began, before, benefit=benefit, covered=covered)


def by_flow(ptr: np.ndarray, col: np.ndarray, val: np.ndarray, room: np.ndarray) -> tuple[int, int]:
    """Benefit and coverage by OR-Tools; staying without a partner costs more than any benefit."""
    from ortools.graph.python import min_cost_flow

    recipients, supporters, top = ptr.size - 1, room.size, int(val.max())
    model = min_cost_flow.SimpleMinCostFlow()
    everyone = np.arange(recipients, dtype=np.int32)
    owner = np.repeat(everyone, np.diff(ptr))
    arcs = model.add_arcs_with_capacity_and_unit_cost(
        owner, (recipients + col).astype(np.int32), np.ones(col.size, np.int64), (top - val).astype(np.int64)
    )
    sink = recipients + supporters
    nodes = (recipients + np.arange(supporters)).astype(np.int32)
    model.add_arcs_with_capacity_and_unit_cost(nodes, np.full(supporters, sink, np.int32), room, np.zeros_like(room))
    model.add_arcs_with_capacity_and_unit_cost(
        everyone, np.full(recipients, sink, np.int32), np.ones(recipients, np.int64), np.full(recipients, 2 * top + 1)
    )
    model.set_nodes_supplies(everyone, np.ones(recipients, np.int64))
    model.set_node_supply(sink, -recipients)
    assert model.solve() == model.OPTIMAL
    taken = model.flows(arcs) > 0
    return int(val[taken].sum(dtype=np.int64)), int(taken.sum())


def full_table(shape: str) -> np.ndarray:
    """Every benefit as a matrix, recipients by supporters: what the dense peers need first."""
    from concentric.core.pairing.explaining import _row

    *_, done, table = prepared(shape)
    matrix = np.empty((done.want.size, done.room.size), np.int32)
    for j in range(done.want.size):
        matrix[j] = _row(table, j)[: done.room.size]
    return matrix


def ortools_dense(shape: str, graph: Path) -> None:
    """OR-Tools' linear assignment on the full matrix; computing the matrix does not count."""
    from ortools.graph.python import linear_sum_assignment

    matrix = full_table(shape)
    before, began = held(), time.perf_counter()
    recipient, supporter = np.indices(matrix.shape, np.int32)
    model = linear_sum_assignment.SimpleLinearSumAssignment()
    cost = int(matrix.max()) - matrix.astype(np.int64)
    model.add_arcs_with_cost(recipient.ravel(), supporter.ravel(), cost.ravel())
    assert model.solve() == model.OPTIMAL
    told(began, before, benefit=int(matrix.max()) * len(matrix) - model.optimal_cost(), covered=len(matrix))


def scipy_dense(shape: str, graph: Path) -> None:
    """scipy's assignment on the full matrix."""
    from scipy.optimize import linear_sum_assignment

    matrix = full_table(shape)
    before, began = held(), time.perf_counter()
    rows, columns = linear_sum_assignment(matrix, maximize=True)
    told(began, before, benefit=int(matrix[rows, columns].sum(dtype=np.int64)), covered=len(rows))


def lapjv_dense(shape: str, graph: Path) -> None:
    """lapjv on the full matrix, where it is installed."""
    import lapjv  # type: ignore[import-not-found]

    matrix = full_table(shape)
    before, began = held(), time.perf_counter()
    taken, _, _ = lapjv.lapjv(int(matrix.max()) - matrix)
    told(began, before, benefit=int(matrix[np.arange(len(matrix)), taken].sum(dtype=np.int64)), covered=len(matrix))


CASES: dict[str, Callable[[str, Path], None]] = {
    each.__name__: each for each in (ours, verifier, flow, ortools_dense, scipy_dense, lapjv_dense)
}

if __name__ == "__main__":
    CASES[sys.argv[1]](sys.argv[2], Path(sys.argv[3]))
