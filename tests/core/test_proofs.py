"""One proof for many leaves, held against the proofs of RFC 6962."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concentric.core.merkle import ProofFails, Tree, root_of
from concentric.core.proofs import hashes_beside, root_from


def leaf(n: int) -> bytes:
    return sha256(f"leaf {n}".encode()).digest()


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_known_leaves_and_the_hashes_beside_them_give_every_root(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 90))
    sizes = data.draw(st.sets(st.integers(1, size), max_size=2)) | {size}
    known = data.draw(st.sets(st.integers(0, size - 1), max_size=12))
    beside = hashes_beside(Tree(map(leaf, range(size))), known, sizes)
    leaves = {n: leaf(n) for n in known}
    for one in sizes:
        assert root_from(one, leaves, beside, sizes) == root_of(map(leaf, range(one)))
    assert len(beside) <= (len(known) + 2 * len(sizes)) * 7


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_leaf_that_is_not_there_gives_another_root(data: st.DataObject) -> None:
    size = data.draw(st.integers(2, 60))
    known = data.draw(st.sets(st.integers(0, size - 1), min_size=1, max_size=6))
    beside = hashes_beside(Tree(map(leaf, range(size))), known, [size])
    leaves = {n: leaf(n) for n in known}
    leaves[data.draw(st.sampled_from(sorted(known)))] = leaf(-1)
    assert root_from(size, leaves, beside, [size]) != root_of(map(leaf, range(size)))


def test_a_hash_that_would_hide_a_known_leaf_is_not_used() -> None:
    tree = Tree(map(leaf, range(8)))
    beside = hashes_beside(tree, [], [8])
    assert list(beside) == [(0, 8)]
    with pytest.raises(ProofFails):
        root_from(8, {3: leaf(99)}, beside, [8])


def test_a_smaller_tree_is_proven_by_the_same_hashes_or_not_at_all() -> None:
    tree = Tree(map(leaf, range(11)))
    beside = hashes_beside(tree, [2], [5, 11])
    assert not any(low < 5 < high for low, high in beside)
    with pytest.raises(ProofFails):
        root_from(5, {2: leaf(2)}, hashes_beside(tree, [2], [11]), [5, 11])


@pytest.mark.parametrize(("known", "sizes"), [([0], []), ([5], [4]), ([-1], [4]), ([0], [0]), ([0], [9])])
def test_what_lies_outside_the_tree_is_a_mistake_of_the_program(known: list[int], sizes: list[int]) -> None:
    with pytest.raises(ValueError):
        hashes_beside(Tree(map(leaf, range(8))), known, sizes)
