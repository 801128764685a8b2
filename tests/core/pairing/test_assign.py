"""The best pairing of small matrices is what slower and well-known solvers say it is, and each comes with its proof."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_matrix
from tests.core.pairing.flows import best

from concentric.core.pairing import BadBenefit, assign, check_assignment


@st.composite
def instances(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Benefit, allowed pairs, capacities, demands; from all tied to widely spread, from empty to full."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    supporters, recipients = draw(st.integers(1, 14)), draw(st.integers(1, 14))
    high = draw(st.sampled_from([0, 1, 3, 50, 6000, 1 << 20]))
    benefit = rng.integers(-high // 4, high + 1, (supporters, recipients))
    allowed = rng.random(benefit.shape) < draw(st.sampled_from([0.1, 0.3, 0.7, 1.0]))
    room = rng.integers(0, draw(st.sampled_from([2, 3, 20])), supporters)
    want = rng.integers(draw(st.integers(0, 1)), draw(st.sampled_from([2, 4])), recipients)
    return benefit, allowed, room, want


def as_csr(benefit: np.ndarray, allowed: np.ndarray) -> Any:
    """CSR that keeps allowed pairs of benefit 0."""
    indptr = np.concatenate([[0], np.cumsum(allowed.sum(1))])
    return indptr, np.nonzero(allowed)[1], benefit[allowed], benefit.shape


@settings(max_examples=400, deadline=None)
@given(instances())
def test_every_small_instance_is_as_good_as_the_flow_and_proves_it(instance) -> None:  # type: ignore[no-untyped-def]
    benefit, allowed, room, want = instance
    listing = as_csr(benefit, allowed)
    found = assign(listing, room, want)
    rows, columns = np.nonzero(allowed)
    assert (found.covered, found.benefit) == best(rows, columns, benefit[allowed], room, want)
    assert found.gap == 0 and check_assignment(found.certificate, listing, room, want).says == "optimal"
    assert found.price.dtype == np.int64 and (found.price >= 0).all()


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 30), st.integers(1, 30), st.sampled_from([2, 100, 10**6]))
def test_a_full_matrix_is_paired_as_scipy_pairs_it(seed: int, supporters: int, recipients: int, high: int) -> None:
    benefit = np.random.default_rng(seed).integers(0, high, (supporters, recipients))
    found = assign(benefit)
    rows, columns = linear_sum_assignment(benefit, maximize=True)
    assert (found.covered, found.benefit, found.gap) == (min(benefit.shape), int(benefit[rows, columns].sum()), 0)


def test_a_larger_matrix_near_full_capacity_is_paired_as_scipy_pairs_it() -> None:
    rng = np.random.default_rng(7)
    benefit = rng.integers(0, 9000, (100, 290))
    room = np.full(100, 3)
    found = assign(benefit, room)
    slots = np.repeat(benefit, room, axis=0)
    rows, columns = linear_sum_assignment(slots, maximize=True)
    assert (found.covered, found.benefit, found.gap) == (290, int(slots[rows, columns].sum()), 0)


def test_coverage_comes_before_any_benefit() -> None:
    #            village  clinic
    benefit = [[1_000_000, 1],  # the chamber
               [0, 0]]  # the enterprise may help the village only  # fmt: skip
    listing = ([0, 2, 3], [0, 1, 0], [1_000_000, 1, 0], (2, 2))
    found = assign(listing)
    assert found.pairs.tolist() == [[1, 0], [0, 1]] and found.covered == 2 and found.benefit == 1
    assert assign(benefit).benefit == 1_000_000


def test_a_second_partner_is_taken_only_where_it_adds() -> None:
    found = assign([[5], [3], [-2]], demand=[3])
    assert found.pairs.tolist() == [[0, 0], [1, 0]] and found.benefit == 8 and found.gap == 0
    assert assign([[-5]]).pairs.tolist() == [[0, 0]], "coverage comes first, whatever it costs"


def test_scipys_sparse_matrix_is_taken_as_it_is() -> None:
    assert assign(csr_matrix([[0, 4], [3, 0]])).benefit == 7


def test_nobody_can_be_paired_where_nothing_is_allowed() -> None:
    found = assign(([0, 0], [], [], (1, 2)))
    assert (found.pairs.shape, found.covered, found.gap) == ((0, 2), 0, 0)


@pytest.mark.parametrize(
    ("key", "given_", "more"),
    [
        ("pairing-not-finite", [[np.nan]], {}),
        ("pairing-not-finite", [[np.inf, 1.0]], {}),
        ("pairing-not-whole", [[0.5]], {}),
        ("pairing-overflow", [[1 << 31]], {}),
        ("pairing-not-numbers", [["a"]], {}),
        ("pairing-not-a-matrix", [1, 2], {}),
        ("pairing-empty-side", np.zeros((0, 3), int), {}),
        ("pairing-empty-side", np.zeros((3, 0), int), {}),
        ("pairing-negative-amount", [[1]], {"capacity": [-1]}),
        ("pairing-negative-amount", [[1]], {"demand": [-1]}),
        ("pairing-amounts-size", [[1]], {"capacity": [1, 1]}),
        ("pairing-amounts-not-whole", [[1]], {"capacity": [1.5]}),
        ("pairing-amounts-not-whole", [[1]], {"demand": [np.nan]}),
        ("pairing-not-numbers", [[1, 2], [3]], {}),
        ("pairing-overflow", [[1 << 70]], {}),
        ("pairing-bad-listing", ([0, 1], [0.5], [1], (1, 1)), {}),
        ("pairing-bad-listing", ([0, 2], [0], [1], (1, 1)), {}),
        ("pairing-index-outside", ([0, 1], [4], [1], (1, 1)), {}),
        ("pairing-listed-twice", ([0, 2], [0, 0], [1, 2], (1, 1)), {}),
    ],
)
def test_what_cannot_be_computed_with_is_refused_by_name(key: str, given_: Any, more: dict[str, Any]) -> None:
    with pytest.raises(BadBenefit) as refused:
        assign(given_, **more)
    assert refused.value.key == key
    for lang in ("zh-Hans", "en"):
        assert refused.value.says(lang) and refused.value.remedy(lang)
