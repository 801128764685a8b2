"""Trees hash as RFC 6962 says, every honest proof holds, and no altered one does."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concentric.core import merkle
from concentric.core.merkle import Frontier, ProofFails, Tree, leaf_hash, node_hash

VECTORS = Path(__file__).parents[2].parent / "shared" / "testdata" / "merkle"
HOW_MANY = {
    "inclusion": 98,
    "consistency": 98,
    "subtreeinclusion": 204,
    "subtreeconsistency": 118,
}

LEAVES = [leaf_hash(bytes([n])) for n in range(70)]


def by_definition(leaves: list[bytes]) -> bytes:
    """RFC 6962 section 2.1, word for word."""
    if not leaves:
        return merkle.EMPTY_ROOT
    if len(leaves) == 1:
        return leaves[0]
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return node_hash(by_definition(leaves[:k]), by_definition(leaves[k:]))


def holds(vector: dict[str, Any]) -> bool:
    def read(name: str) -> bytes:
        return base64.b64decode(vector[name])

    proof = [base64.b64decode(each) for each in vector["proof"] or ()]
    match vector:
        case {"leafIdx": index, "treeSize": size}:
            call = (
                merkle.verify_inclusion,
                index,
                size,
                read("leafHash"),
                proof,
                read("root"),
            )
        case {"leafIdx": index, "start": start, "end": end}:
            call = (
                merkle.verify_subtree_inclusion,
                index,
                start,
                end,
                read("leafHash"),
                proof,
                read("root"),
            )
        case {"size1": size1, "size2": size2}:
            call = (
                merkle.verify_consistency,
                size1,
                size2,
                proof,
                read("root1"),
                read("root2"),
            )
        case {"start": start, "end": end, "size": size}:
            call = (
                merkle.verify_subtree_consistency,
                start,
                end,
                size,
                proof,
                read("root1"),
                read("root2"),
            )
        case _:
            raise AssertionError(f"unknown shape of vector: {sorted(vector)}")
    try:
        call[0](*call[1:])
    except ProofFails:
        return False
    return True


@pytest.mark.skipif(not VECTORS.is_dir(), reason=f"the public proof vectors are not at {VECTORS}")
@pytest.mark.parametrize("kind", HOW_MANY)
def test_every_public_vector_comes_out_as_it_should(kind: str) -> None:
    files = sorted((VECTORS / kind).rglob("*.json"))
    assert len(files) == HOW_MANY[kind]
    vectors = {file.relative_to(VECTORS).as_posix(): json.loads(file.read_text()) for file in files}
    wrong = [name for name, vector in vectors.items() if holds(vector) == vector["wantErr"]]
    assert wrong == []


def test_a_node_never_passes_for_a_leaf() -> None:
    assert leaf_hash(LEAVES[0] + LEAVES[1]) != node_hash(LEAVES[0], LEAVES[1])


@pytest.mark.parametrize("size", range(len(LEAVES) + 1))
def test_frontier_list_and_tree_agree_with_the_definition(size: int) -> None:
    one_by_one = Frontier()
    for leaf in LEAVES[:size]:
        one_by_one.append(leaf)
    root = by_definition(LEAVES[:size])
    assert one_by_one.size == size
    assert one_by_one.root() == merkle.root_of(LEAVES[:size]) == Tree(LEAVES[:size]).root() == root
    assert Tree(LEAVES).root(0, size) == root


@given(st.lists(st.integers(0, 40), max_size=8))
def test_a_frontier_grows_the_same_however_the_leaves_arrive(
    batches: list[int],
) -> None:
    frontier, leaves = (
        Frontier(),
        [leaf_hash(str(n).encode()) for n in range(sum(batches))],
    )
    at = 0
    for batch in batches:
        frontier = Frontier.from_bytes(frontier.to_bytes())
        frontier.extend(leaf for leaf in leaves[at : at + batch])
        at += batch
        assert frontier.root() == by_definition(leaves[:at])
        assert len(frontier.to_bytes()) == 8 + 32 * at.bit_count()


def test_a_frontier_longer_than_one_batch_agrees_with_the_tree(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(merkle, "_BATCH", 7)
    assert merkle.root_of(LEAVES) == by_definition(LEAVES)


def test_a_copied_frontier_grows_by_itself() -> None:
    first = Frontier()
    first.extend(LEAVES[:5])
    second = first.copy()
    second.append(LEAVES[5])
    assert (first.size, first.root()) == (5, by_definition(LEAVES[:5]))
    assert second.root() == by_definition(LEAVES[:6])


@pytest.mark.parametrize("data", [b"", b"\x00" * 7, b"\x00" * 9, b"\x00" * 7 + b"\x03" + b"x" * 32])
def test_bytes_of_the_wrong_length_are_no_frontier(data: bytes) -> None:
    with pytest.raises(ValueError):
        Frontier.from_bytes(data)


def test_a_leaf_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(ValueError):
        Frontier().append(b"short")
    with pytest.raises(ValueError):
        Tree([b"short"])


def test_every_leaf_of_every_size_is_shown_to_be_in_the_tree() -> None:
    for size in range(1, 40):
        tree = Tree(LEAVES[:size])
        for index in range(size):
            merkle.verify_inclusion(index, size, LEAVES[index], tree.inclusion(index), tree.root())
            assert tree.inclusion(index) == Tree(LEAVES).inclusion(index, 0, size)


def test_every_beginning_of_every_size_is_shown_to_be_one() -> None:
    for size in range(1, 40):
        proofs_from = Tree(LEAVES[:size])
        for beginning in range(1, size + 1):
            proof = merkle.consistency_proof(LEAVES[:size], beginning)
            assert proof == Tree(LEAVES).consistency(0, beginning, size)
            merkle.verify_consistency(
                beginning,
                size,
                proof,
                proofs_from.root(0, beginning),
                proofs_from.root(),
            )


def test_every_subtree_is_shown_to_be_part_of_the_tree_and_its_leaves_part_of_it() -> None:
    tree = Tree(LEAVES[:23])
    subtrees = [(a, b) for b in range(1, 24) for a in range(b) if merkle.is_subtree(a, b)]
    assert len(subtrees) > 60
    for start, end in subtrees:
        root = by_definition(LEAVES[start:end])
        assert tree.root(start, end) == root
        merkle.verify_subtree_consistency(start, end, 23, tree.consistency(start, end), root, tree.root())
        for index in range(start, end):
            proof = tree.inclusion(index, start, end)
            merkle.verify_subtree_inclusion(index, start, end, LEAVES[index], proof, root)


@settings(max_examples=200)
@given(st.data())
def test_an_inclusion_proof_with_one_bit_flipped_fails(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, len(LEAVES)))
    index = data.draw(st.integers(0, size - 1))
    parts = [
        LEAVES[index],
        by_definition(LEAVES[:size]),
        *merkle.inclusion_proof(LEAVES[:size], index),
    ]
    parts = flipped(parts, data)
    with pytest.raises(ProofFails):
        merkle.verify_inclusion(index, size, parts[0], parts[2:], parts[1])


@settings(max_examples=200)
@given(st.data())
def test_a_consistency_proof_with_one_bit_flipped_fails(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, len(LEAVES)))
    old = data.draw(st.integers(1, size))
    parts = [
        by_definition(LEAVES[:old]),
        by_definition(LEAVES[:size]),
        *merkle.consistency_proof(LEAVES[:size], old),
    ]
    parts = flipped(parts, data)
    with pytest.raises(ProofFails):
        merkle.verify_consistency(old, size, parts[2:], parts[0], parts[1])


@given(st.integers(2, len(LEAVES)), st.data())
def test_a_leaf_at_another_place_or_in_another_size_fails(size: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, size - 1))
    other = data.draw(st.integers(0, size - 1).filter(lambda n: n != index))
    proof, root = (
        merkle.inclusion_proof(LEAVES[:size], index),
        by_definition(LEAVES[:size]),
    )
    with pytest.raises(ProofFails):
        merkle.verify_inclusion(other, size, LEAVES[index], proof, root)
    for wrong in (proof[:-1], [*proof, root]):
        with pytest.raises(ProofFails):
            merkle.verify_inclusion(index, size, LEAVES[index], wrong, root)


def test_what_is_not_in_the_tree_cannot_be_asked_for() -> None:
    tree = Tree(LEAVES[:6])
    for ask in (
        lambda: tree.inclusion(6),
        lambda: tree.inclusion(1, 1, 3),
        lambda: tree.consistency(0, 0),
        lambda: tree.consistency(0, 7),
        lambda: tree.consistency(1, 3),
        lambda: tree.root(0, 7),
        lambda: tree.root(1, 3),
    ):
        with pytest.raises(ValueError):
            ask()


def flipped(parts: list[bytes], data: st.DataObject) -> list[bytes]:
    """The parts with one bit of one of them turned over."""
    which = data.draw(st.integers(0, len(parts) - 1))
    bit = data.draw(st.integers(0, 255))
    number = int.from_bytes(parts[which], "big") ^ (1 << bit)
    return [*parts[:which], number.to_bytes(32, "big"), *parts[which + 1 :]]
