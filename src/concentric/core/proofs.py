"""One proof for many leaves: the hashes of everything beside them, so that a root can be computed from both.

The tree is that of `merkle`. A reader who computes the root of `size` leaves from the leaves it knows and these hashes,
and arrives at the root that was signed, has seen each of those leaves proven at its index. With several sizes the same
hashes prove that the smaller trees are the beginning of the larger ones.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping

from concentric.core.merkle import ProofFails, Tree, node_hash

Span = tuple[int, int]


def hashes_beside(tree: Tree, known: Iterable[int], sizes: Iterable[int]) -> dict[Span, bytes]:
    """For each subtree without a known leaf its hash, as few as there can be. `sizes`: of the trees to be proven."""
    order, cuts = sorted(set(known)), sorted(set(sizes))
    if not cuts or cuts[0] < 1 or cuts[-1] > tree.size or (order and not 0 <= order[0] <= order[-1] < cuts[-1]):
        raise ValueError("the leaves and sizes must lie in the tree")
    found: dict[Span, bytes] = {}
    for size in cuts:
        stack = [(0, size)]
        while stack:
            low, high = stack.pop()
            if _is_whole(low, high, order, cuts):
                found[low, high] = tree.root(low, high)
            elif high - low > 1:
                middle = low + (1 << (high - low - 1).bit_length() - 1)
                stack += [(low, middle), (middle, high)]
    return found


def root_from(size: int, leaves: Mapping[int, bytes], beside: Mapping[Span, bytes], sizes: Iterable[int]) -> bytes:
    """The root of the first `size` leaves. ProofFails where a hash is missing; one that hides a leaf is never used."""
    order, cuts = sorted(leaves), sorted(set(sizes))

    def root(low: int, high: int) -> bytes:
        if _is_whole(low, high, order, cuts):
            if (low, high) not in beside:
                raise ProofFails(f"the hash of leaves {low}..{high} is missing")
            return beside[low, high]
        if high - low == 1:
            return leaves[low]
        middle = low + (1 << (high - low - 1).bit_length() - 1)
        return node_hash(root(low, middle), root(middle, high))

    return root(0, size)


def _is_whole(low: int, high: int, order: list[int], cuts: list[int]) -> bool:
    """Whether a subtree holds no known leaf, and none of the sizes cuts it."""
    at = bisect_left(order, low)
    return not (at < len(order) and order[at] < high) and not any(low < cut < high for cut in cuts)
