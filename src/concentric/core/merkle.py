"""Merkle trees as RFC 6962 hashes them: roots, growing frontiers, and proofs that anyone can check.

A tree is a sequence of *leaf hashes* (32 bytes each, from `leaf_hash`). The `verify_...` functions return nothing when
the proof holds and raise `ProofFails` when it does not, so that a forgotten result can never pass for a yes.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from hmac import compare_digest
from itertools import islice

HASH_SIZE = 32
EMPTY_ROOT = sha256(b"").digest()
_BATCH = 1 << 16


class ProofFails(ValueError):
    """The proof does not show what it claims; the message says which part of it, for programmers."""


def leaf_hash(data: bytes) -> bytes:
    """The hash of one entry's bytes (prefix 0x00)."""
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of two neighbouring nodes (prefix 0x01, so that no node passes for a leaf)."""
    return sha256(b"\x01" + left + right).digest()


def _pair_up(nodes: Sequence[bytes]) -> list[bytes]:
    """The level above an even number of nodes."""
    return [sha256(b"\x01" + left + right).digest() for left, right in zip(nodes[::2], nodes[1::2], strict=True)]


class Frontier:
    """The right edge of a growing tree: enough to append and to tell the root, never more than 64 hashes."""

    __slots__ = ("_peaks", "size")

    def __init__(self) -> None:
        self.size = 0
        # _peaks[h] is the root of the complete subtree of 2^h leaves, where bit h of the size is set.
        self._peaks: list[bytes | None] = []

    def append(self, leaf: bytes) -> None:
        """Add one leaf hash."""
        self.extend((leaf,))

    def extend(self, leaves: Iterable[bytes]) -> None:
        """Add leaf hashes in order; works level by level in batches, over a million node hashes a second."""
        stream = iter(leaves)
        while nodes := list(islice(stream, _BATCH)):
            if any(len(leaf) != HASH_SIZE for leaf in nodes):
                raise ValueError("a leaf hash has 32 bytes")
            self.size += len(nodes)
            height = 0
            while nodes:
                if height == len(self._peaks):
                    self._peaks.append(None)
                peak = self._peaks[height]
                if peak is not None:
                    nodes.insert(0, peak)
                self._peaks[height] = nodes.pop() if len(nodes) % 2 else None
                nodes = _pair_up(nodes)
                height += 1

    def root(self) -> bytes:
        """The root over all leaves so far; the hash of nothing for an empty tree."""
        root: bytes | None = None
        for peak in self._peaks:
            if peak is not None:
                root = peak if root is None else node_hash(peak, root)
        return EMPTY_ROOT if root is None else root

    def to_bytes(self) -> bytes:
        """The size as 8 bytes big-endian, then the hashes from the largest subtree to the smallest."""
        return self.size.to_bytes(8, "big") + b"".join(peak for peak in reversed(self._peaks) if peak is not None)

    @classmethod
    def from_bytes(cls, data: bytes) -> "Frontier":
        """The frontier that `to_bytes` wrote. Raises ValueError when the length does not fit the size it names."""
        frontier = cls()
        size = int.from_bytes(data[:8], "big")
        if len(data) < 8 or len(data) != 8 + HASH_SIZE * size.bit_count():
            raise ValueError("these bytes are no frontier")
        frontier.size = size
        frontier._peaks = [None] * size.bit_length()
        start = 8
        for height in reversed(range(size.bit_length())):
            if size >> height & 1:
                frontier._peaks[height] = data[start : start + HASH_SIZE]
                start += HASH_SIZE
        return frontier

    def copy(self) -> "Frontier":
        """Another frontier at the same place, growing by itself."""
        return Frontier.from_bytes(self.to_bytes())


class Tree:
    """All complete subtrees of a fixed sequence of leaf hashes: each proof then costs a few dozen hashes.

    Holds about 64 bytes a leaf (10 million leaves: 640 MB); building it hashes every node once.
    """

    def __init__(self, leaves: Iterable[bytes]) -> None:
        level = b"".join(leaves)
        if len(level) % HASH_SIZE:
            raise ValueError("a leaf hash has 32 bytes")
        self.size = len(level) // HASH_SIZE
        self._levels = [level]
        while len(level) >= 2 * HASH_SIZE:
            whole = len(level) // (2 * HASH_SIZE) * (2 * HASH_SIZE)
            level = b"".join(
                [sha256(b"\x01" + level[at : at + 2 * HASH_SIZE]).digest() for at in range(0, whole, 2 * HASH_SIZE)]
            )
            self._levels.append(level)

    def root(self, start: int = 0, end: int | None = None) -> bytes:
        """The root of leaves start..end (end excluded), which must be a subtree: see `is_subtree`."""
        end = self.size if end is None else end
        if not 0 <= start <= end <= self.size:
            raise ValueError(f"leaves {start}..{end} are not in a tree of {self.size}")
        if not is_subtree(start, end):
            raise ValueError(f"leaves {start}..{end} are no subtree")
        return self._root(start, end)

    def _root(self, start: int, end: int) -> bytes:
        length = end - start
        if length == 0:
            return EMPTY_ROOT
        height = length.bit_length() - 1
        if length == 1 << height:
            at = (start >> height) * HASH_SIZE
            return self._levels[height][at : at + HASH_SIZE]
        split = start + (1 << height)
        return node_hash(self._root(start, split), self._root(split, end))

    def inclusion(self, index: int, start: int = 0, end: int | None = None) -> list[bytes]:
        """The hashes that lead from leaf `index` up to the root of leaves start..end (the whole tree by default)."""
        end = self.size if end is None else end
        if not 0 <= start <= index < end <= self.size:
            raise ValueError(f"leaf {index} is not in leaves {start}..{end} of a tree of {self.size}")
        if not is_subtree(start, end):
            raise ValueError(f"leaves {start}..{end} are no subtree")
        proof: list[bytes] = []
        while end - start > 1:
            split = start + _split(end - start)
            if index < split:
                proof.append(self._root(split, end))
                end = split
            else:
                proof.append(self._root(start, split))
                start = split
        return proof[::-1]

    def consistency(self, start: int, end: int, size: int | None = None) -> list[bytes]:
        """The hashes that show leaves start..end to be part of the first `size`; start 0 is RFC 6962's own proof."""
        size = self.size if size is None else size
        if not 0 <= start < end <= size <= self.size:
            raise ValueError(f"leaves {start}..{end} are not in a tree of {size}")
        if not is_subtree(start, end):
            raise ValueError(f"leaves {start}..{end} are no subtree")
        proof: list[bytes] = []
        low, high, known = 0, size, True
        while (start, end) != (low, high):
            split = low + _split(high - low)
            if end <= split:
                proof.append(self._root(split, high))
                high = split
            elif split <= start:
                proof.append(self._root(low, split))
                low = split
            else:  # only a subtree that begins at `low` can reach over the split
                proof.append(self._root(low, split))
                start = low = split
                known = False
        if not known:
            proof.append(self._root(low, high))
        return proof[::-1]


def _split(length: int) -> int:
    """The largest power of two below a length of at least 2: where RFC 6962 divides a tree."""
    return 1 << (length - 1).bit_length() - 1


def is_subtree(start: int, end: int) -> bool:
    """Whether leaves start..end can be a subtree: start is a multiple of the smallest power of two that holds them."""
    length = end - start
    if start < 0 or length < 0:
        return False
    return length == 0 or start % (1 << (length - 1).bit_length()) == 0


def root_of(leaves: Iterable[bytes]) -> bytes:
    """The root of a sequence of leaf hashes."""
    frontier = Frontier()
    frontier.extend(leaves)
    return frontier.root()


def inclusion_proof(leaves: Iterable[bytes], index: int) -> list[bytes]:
    """The proof that leaf `index` is in the tree of these leaves. Hashes the whole tree: for many, keep a `Tree`."""
    return Tree(leaves).inclusion(index)


def consistency_proof(leaves: Iterable[bytes], size: int) -> list[bytes]:
    """The proof that the tree of the first `size` (at least 1) of these leaves only grew. Hashes the whole tree."""
    return Tree(leaves).consistency(0, size)


def verify_inclusion(index: int, size: int, leaf: bytes, proof: Sequence[bytes], root: bytes) -> None:
    """Raises ProofFails unless `leaf` (a leaf hash) stands at `index` in the tree of `size` leaves with this root."""
    if not 0 <= index < size:
        raise ProofFails(f"leaf {index} is not in a tree of {size}")
    _check_hashes(leaf, *proof)
    node, last, running = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            raise ProofFails("the proof is too long")
        if node & 1 or node == last:
            running = node_hash(sibling, running)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            running = node_hash(running, sibling)
        node, last = node >> 1, last >> 1
    if last:
        raise ProofFails("the proof is too short")
    _check_root(running, root, "the leaf does not lead to the root")


def verify_consistency(size1: int, size2: int, proof: Sequence[bytes], root1: bytes, root2: bytes) -> None:
    """Raises ProofFails unless the tree of `size1` leaves is the beginning of the tree of `size2`.

    A beginning of no leaves proves nothing about what follows, so size1 = 0 fails too.
    """
    if size1 <= 0:
        raise ProofFails("consistency with an empty tree shows nothing")
    verify_subtree_consistency(0, size1, size2, proof, root1, root2)


def verify_subtree_inclusion(
    index: int, start: int, end: int, leaf: bytes, proof: Sequence[bytes], root: bytes
) -> None:
    """Raises ProofFails unless `leaf` stands at `index` of the log, within the subtree start..end of this root."""
    if not is_subtree(start, end):
        raise ProofFails(f"leaves {start}..{end} are no subtree")
    verify_inclusion(index - start, end - start, leaf, proof, root)


def verify_subtree_consistency(
    start: int, end: int, size: int, proof: Sequence[bytes], subtree_root: bytes, root: bytes
) -> None:
    """Raises ProofFails unless the subtree start..end is part of the tree of `size` leaves, each with its root.

    An empty subtree is part of every tree: only its own root and an empty proof are looked at.
    """
    if not is_subtree(start, end) or end > size:
        raise ProofFails(f"leaves {start}..{end} are no subtree of a tree of {size}")
    # The roots are only compared, and one of another length equals no hash; the rest is hashed, so its length counts.
    _check_hashes(*proof)
    if start == end:
        if proof:
            raise ProofFails("the proof is too long")
        _check_root(EMPTY_ROOT, subtree_root, "the root of no leaves is another")
        return
    first, last, end_of_tree = start, end - 1, size - 1
    # Climb to the node from which the subtree and the whole tree part ways.
    while first != last and (last == end_of_tree or last & 1):
        first, last, end_of_tree = first >> 1, last >> 1, end_of_tree >> 1
    rest = list(proof)
    if first == last:
        part = whole = subtree_root
    elif rest:
        part = whole = rest.pop(0)
    else:
        raise ProofFails("the proof is too short")
    for sibling in rest:
        if end_of_tree == 0:
            raise ProofFails("the proof is too long")
        if last & 1 or last == end_of_tree:
            if first < last:
                part = node_hash(sibling, part)
            whole = node_hash(sibling, whole)
            while not last & 1 and last:
                first, last, end_of_tree = first >> 1, last >> 1, end_of_tree >> 1
        else:
            whole = node_hash(whole, sibling)
        first, last, end_of_tree = first >> 1, last >> 1, end_of_tree >> 1
    if end_of_tree:
        raise ProofFails("the proof is too short")
    _check_root(part, subtree_root, "the proof leads to another root of the part")
    _check_root(whole, root, "the proof leads to another root of the whole")


def _check_hashes(*hashes: bytes) -> None:
    if any(len(each) != HASH_SIZE for each in hashes):
        raise ProofFails("a hash has 32 bytes")


def _check_root(found: bytes, claimed: bytes, message: str) -> None:
    if not compare_digest(found, claimed):
        raise ProofFails(message)
