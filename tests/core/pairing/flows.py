"""The best pairing by OR-Tools' min-cost flow, as an oracle."""

from __future__ import annotations

from collections.abc import Sequence

from ortools.graph.python import min_cost_flow


def best(
    rows: Sequence[int],
    columns: Sequence[int],
    values: Sequence[int],
    room: Sequence[int],
    want: Sequence[int],
    settled: set[int] = frozenset(),  # type: ignore[assignment]
    heavy: int = 1 << 40,
    total: int = 0,
) -> tuple[int, int]:
    """Coverage and benefit, coverage first; `settled` recipients are covered already, `total` is had already."""
    supporters, recipients = len(room), len(want)
    model = min_cost_flow.SimpleMinCostFlow()
    sink, source = supporters + recipients, supporters + recipients + 1
    places = min(int(sum(room)), int(sum(want)))
    arcs = {}
    for i, j, value in zip(rows, columns, values, strict=True):
        arcs[model.add_arc_with_capacity_and_unit_cost(supporters + int(j), int(i), 1, -int(value))] = (j, value)
    for i in range(supporters):
        model.add_arc_with_capacity_and_unit_cost(i, sink, int(room[i]), 0)
    for j in range(recipients):
        first = 0 if j in settled else min(1, int(want[j]))
        model.add_arc_with_capacity_and_unit_cost(source, supporters + j, first, -heavy)
        model.add_arc_with_capacity_and_unit_cost(source, supporters + j, int(want[j]) - first, 0)
    model.add_arc_with_capacity_and_unit_cost(source, sink, places, 0)
    model.set_node_supply(source, places)
    model.set_node_supply(sink, -places)
    assert model.solve() == model.OPTIMAL
    held = [arcs[arc] for arc in arcs if model.flow(arc)]
    return len({j for j, _ in held} | settled), total + sum(int(value) for _, value in held)
