"""A binary heap of 64-bit keys in an array: distance above, node below, so that one comparison orders both."""

from concentric.core.pairing.compiling import compiled
from concentric.core.pairing.sparse.shapes import Ints


@compiled
def push(heap: Ints, size: int, key: int) -> None:
    """Add `key` to a heap of `size` keys. The caller counts."""
    child = size
    while child > 0:
        parent = (child - 1) >> 1
        if heap[parent] <= key:
            break
        heap[child] = heap[parent]
        child = parent
    heap[child] = key


@compiled
def pop(heap: Ints, size: int) -> int:
    """The least of `size` keys, taken out. The caller counts."""
    least = int(heap[0])
    size -= 1
    key = heap[size]
    parent = 0
    while True:
        child = 2 * parent + 1
        if child >= size:
            break
        if child + 1 < size and heap[child + 1] < heap[child]:
            child += 1
        if heap[child] >= key:
            break
        heap[parent] = heap[child]
        parent = child
    heap[parent] = key
    return least
