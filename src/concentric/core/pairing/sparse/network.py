"""Any flow of least cost, from any potentials: what quotas need, for which the faster solver has no place.

First every arc is filled or emptied as its reduced cost says, whatever that does to the nodes; then each unit too many
takes a shortest path to a node that has one too few. Exact and integral; slow only where much has to move.
"""

from typing import NamedTuple

import numpy as np

from concentric.core.pairing.compiling import compiled
from concentric.core.pairing.sparse.shapes import FAR, Ints


class Arcs(NamedTuple):
    """Flow of 0 up to `room` from `tail` to `head`, each unit at `cost`."""

    tail: Ints
    head: Ints
    room: Ints
    cost: Ints
    flow: Ints


@compiled
def beside(tail: Ints, head: Ints, nodes: int) -> tuple[Ints, Ints]:
    """The arcs at each node, leaving ones as a, arriving ones as -1 - a."""
    ptr = np.zeros(nodes + 1, np.int64)
    for a in range(tail.size):
        ptr[tail[a] + 1] += 1
        ptr[head[a] + 1] += 1
    for v in range(nodes):
        ptr[v + 1] += ptr[v]
    fill = ptr[:-1].copy()
    arc = np.empty(2 * tail.size, np.int64)
    for a in range(tail.size):
        arc[fill[tail[a]]] = a
        fill[tail[a]] += 1
        arc[fill[head[a]]] = -1 - a
        fill[head[a]] += 1
    return ptr, arc


@compiled
def settle_network(arcs: Arcs, potential: Ints) -> int:
    """Make the flow the best circulation, changing potentials with it; returns how many paths it took."""
    nodes = potential.size
    ptr, arc = beside(arcs.tail, arcs.head, nodes)
    excess = np.zeros(nodes, np.int64)
    for a in range(arcs.tail.size):
        reduced = arcs.cost[a] + potential[arcs.tail[a]] - potential[arcs.head[a]]
        if reduced < 0:
            arcs.flow[a] = arcs.room[a]
        elif reduced > 0:
            arcs.flow[a] = 0
        excess[arcs.head[a]] += arcs.flow[a]
        excess[arcs.tail[a]] -= arcs.flow[a]
    reach = np.full(nodes, FAR, np.int64)
    done = np.zeros(nodes, np.uint8)
    by = np.empty(nodes, np.int64)
    touched = np.empty(nodes, np.int64)
    key = np.empty(2 * arcs.tail.size + 2, np.int64)
    node = np.empty(2 * arcs.tail.size + 2, np.int64)
    paths = 0
    for start in range(nodes):
        while excess[start] > 0:
            paths += 1
            count, size = 1, 1
            reach[start], touched[0] = 0, start
            key[0], node[0] = 0, start
            end = -1
            while size > 0:
                distance, v = key[0], node[0]
                size -= 1
                _sift(key, node, size)
                if done[v]:
                    continue
                done[v] = 1
                if excess[v] < 0:
                    end = v
                    break
                for n in range(ptr[v], ptr[v + 1]):
                    a = arc[n]
                    if a >= 0:
                        if arcs.flow[a] >= arcs.room[a]:
                            continue
                        w, reduced = arcs.head[a], arcs.cost[a] + potential[v] - potential[arcs.head[a]]
                    else:
                        b = -1 - a
                        if arcs.flow[b] <= 0:
                            continue
                        w, reduced = arcs.tail[b], potential[v] - arcs.cost[b] - potential[arcs.tail[b]]
                    if distance + reduced < reach[w]:
                        if reach[w] == FAR:
                            touched[count] = w
                            count += 1
                        reach[w] = distance + reduced
                        by[w] = a
                        _add(key, node, size, reach[w], w)
                        size += 1
            far = reach[end]
            for n in range(count):
                v = touched[n]
                if done[v]:
                    potential[v] += min(reach[v], far) - far
                done[v] = 0
                reach[v] = FAR
            amount, v = min(excess[start], -excess[end]), end
            while v != start:
                a = by[v]
                if a >= 0:
                    amount, v = min(amount, arcs.room[a] - arcs.flow[a]), arcs.tail[a]
                else:
                    amount, v = min(amount, arcs.flow[-1 - a]), arcs.head[-1 - a]
            v = end
            while v != start:
                a = by[v]
                if a >= 0:
                    arcs.flow[a] += amount
                    v = arcs.tail[a]
                else:
                    arcs.flow[-1 - a] -= amount
                    v = arcs.head[-1 - a]
            excess[start] -= amount
            excess[end] += amount
    return paths


@compiled
def _add(key: Ints, node: Ints, size: int, distance: int, v: int) -> None:
    """Add to a heap of `size`; the caller counts."""
    child = size
    while child > 0:
        parent = (child - 1) >> 1
        if key[parent] <= distance:
            break
        key[child], node[child] = key[parent], node[parent]
        child = parent
    key[child], node[child] = distance, v


@compiled
def _sift(key: Ints, node: Ints, size: int) -> None:
    """Take the first out of a heap that then has `size`."""
    distance, v = key[size], node[size]
    parent = 0
    while True:
        child = 2 * parent + 1
        if child >= size:
            break
        if child + 1 < size and key[child + 1] < key[child]:
            child += 1
        if key[child] >= distance:
            break
        key[parent], node[parent] = key[child], node[child]
        parent = child
    key[parent], node[parent] = distance, v
