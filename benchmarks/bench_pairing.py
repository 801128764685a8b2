"""Pairing: from attributes to a proof over all pairs, beside peers that are given the graph it ended with.

    python -m benchmarks.bench_pairing [--only city,province] [--slow]

Every case runs in a process of its own. `--slow` adds the nation near full capacity and slow dense peers. Times are of
one run on a machine that should have nothing else to do; the sparse suite is the median of five.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import geometric_mean, median
from typing import Any

import numpy as np

from benchmarks.machine import line
from benchmarks.pairing_cases import SHAPES, by_flow, families

PEERS = {
    "city": ["flow"],
    "province": ["flow"],
    "nation": ["flow"],
    "nation-tight": ["flow"],
    "dense": ["ortools_dense"],
}
SLOW_PEERS = {"dense": ["scipy_dense", "lapjv_dense"]}
SLOW = ("nation-tight",)


def main() -> int:
    """Run what is asked for; 1 when two solvers disagree on an optimum."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", default="")
    parser.add_argument("--slow", action="store_true")
    options, _ = parser.parse_known_args()
    chosen = options.only.split(",") if options.only else [*SHAPES, "families"]
    print(line())
    wrong = 0
    for shape in SHAPES:
        if shape in chosen and (options.slow or options.only or shape not in SLOW):
            wrong += _shape(shape, slow=options.slow)
    if "families" in chosen:
        wrong += _families()
    return int(wrong > 0)


def _shape(shape: str, *, slow: bool) -> int:
    """One instance: ours, the verifier, the peers. Returns how many disagree."""
    supporters, recipients, _ = SHAPES[shape]
    print(f"\n{shape}: {supporters:,} x {recipients:,}")
    with tempfile.TemporaryDirectory(prefix="concentric-bench-") as folder:
        graph = Path(folder) / "graph.npz"
        ours = _case("ours", shape, graph)
        if ours is None:
            return 1
        checked = _case("verifier", shape, graph)
        wrong = int(checked is None or checked["says"] != "optimal" or checked["benefit"] != ours["benefit"])
        for peer in PEERS[shape] + (SLOW_PEERS.get(shape, []) if slow else []):
            found = _case(peer, shape, graph)
            if found is not None:
                print(f"    ours / {peer}: time {ours['seconds'] / found['seconds']:.2f}")
                wrong += (found["benefit"], found["covered"]) != (ours["benefit"], ours["covered"])
    return wrong


def _case(name: str, shape: str, graph: Path) -> dict[str, Any] | None:
    """Run a case apart and print its line; None where it could not run (a peer that is not installed, or no memory)."""
    call = [sys.executable, "-m", "benchmarks.pairing_cases", name, shape, str(graph)]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"  {name:14} did not run: {(done.stderr.strip().splitlines() or ['?'])[-1][:80]}", flush=True)
        return None
    found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    more = "  ".join(
        f"{key} {found[key]:,}" for key in ("benefit", "covered", "gap", "edges", "rounds") if key in found
    )
    print(f"  {name:14} {found['seconds']:9.3f} s {found['megabytes']:8.0f} MB  {more}", flush=True)
    return found


def _families() -> int:
    """The named sparse suite against OR-Tools' min-cost flow, cold and after 2 % more edges; medians of five."""
    from concentric.core.pairing.sparse.shapes import Columns, Fresh, Held, Rows, columns_of
    from concentric.core.pairing.sparse.solving import Problem, regrow, solve, units_for

    print(f"\nsparse suite{'':14} ours s     flow s    ratio   warm / cold")
    ratios, wrong = [], 0
    for name, (ptr, col, val, room) in families().items():
        units = units_for(np.ones(ptr.size - 1, np.int64), np.full(ptr.size - 1, int(val.max()) + 1))
        problem = Problem(Rows(ptr, col, val), room, units)
        held = solve(problem)
        cold = _median(lambda problem=problem: solve(problem))
        peer = _median(lambda ptr=ptr, col=col, val=val, room=room: by_flow(ptr, col, val, room))
        edge = held.edge[held.edge >= 0]
        wrong += (int(val[edge].sum(dtype=np.int64)), edge.size) != by_flow(ptr, col, val, room)
        fewer, kept = _without(problem, 50)
        start, before = solve(fewer), columns_of(fewer.rows, room.size)
        start.edge[:] = np.where(start.edge >= 0, kept[np.maximum(start.edge, 0)], start.edge)
        new = np.setdiff1d(np.arange(col.size), kept)
        fresh = Fresh(np.searchsorted(ptr, new, side="right") - 1, new)

        def again(
            problem: Problem = problem,
            start: Held = start,
            fresh: Fresh = fresh,
            before: Columns = before,
        ) -> None:
            regrow(problem, Held._make(part.copy() for part in start), fresh, before)

        warm = _median(again)
        ratios.append(peer / cold)
        print(f"  {name:22} {cold:9.4f} {peer:10.4f} {peer / cold:8.2f} {warm / cold:10.2f}", flush=True)
    print(f"  geometric mean {geometric_mean(ratios):.2f}, worst {min(ratios):.2f}")
    return wrong


def _without(problem: Any, each: int) -> tuple[Any, np.ndarray]:
    """The problem with every n-th edge left out, and where the others were."""
    from concentric.core.pairing.sparse.shapes import Rows
    from concentric.core.pairing.sparse.solving import Problem

    rows = problem.rows
    kept = np.flatnonzero(np.random.default_rng(1).integers(0, each, rows.col.size) > 0)
    owner = np.repeat(np.arange(rows.ptr.size - 1), np.diff(rows.ptr))[kept]
    ptr = np.zeros(rows.ptr.size, np.int64)
    np.cumsum(np.bincount(owner, minlength=rows.ptr.size - 1), out=ptr[1:])
    return Problem(Rows(ptr, rows.col[kept], rows.val[kept]), problem.capacity, problem.units), kept


def _median(work: Callable[[], object]) -> float:
    """Seconds of processor time, since this part runs on one core whoever else is there."""
    taken = []
    for _ in range(5):
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    return median(taken)


if __name__ == "__main__":
    sys.exit(main())
