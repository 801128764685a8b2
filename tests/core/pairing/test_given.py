"""A table of benefits may come in any usual form; forged proofs of it don't pass."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
import pytest
from scipy import sparse
from tests.core.pairing.cast import RULES, sides

from concentric.core.pairing import BadBenefit, assign, check_certificate, pair

BENEFIT = np.array([[0, 4, 9], [3, 0, 7], [6, 5, 0]])
LISTED = ([0, 2, 4, 5], [1, 2, 0, 2, 0], [4, 9, 3, 7, 6])
"""Supporter 2 may help recipient 0 only."""


@pytest.mark.parametrize("kind", ["csr", "csc", "coo", "lil", "dok", "bsr"])
def test_every_sparse_matrix_is_read_the_same_way_round(kind: str) -> None:
    data, indices, indptr = np.array(LISTED[2]), np.array(LISTED[1]), np.array(LISTED[0])
    given = sparse.csr_array((data, indices, indptr), shape=(3, 3)).asformat(kind)
    found = assign(given)
    assert (found.covered, found.benefit, found.gap) == (3, 4 + 7 + 6, 0)
    assert check_certificate(found.certificate, given).says == "optimal"


def test_a_pair_that_is_stored_with_0_is_allowed_and_one_stored_twice_is_refused() -> None:
    assert assign(sparse.coo_array(([0, 5], ([0, 0], [0, 1])), shape=(1, 2))).benefit == 5
    assert assign(sparse.coo_array(([0], ([0], [0])), shape=(1, 2))).covered == 1
    with pytest.raises(BadBenefit) as refused:
        assign(sparse.coo_array(([1, 5], ([0, 0], [0, 0])), shape=(1, 2)))
    assert refused.value.key == "pairing-listed-twice"


def test_what_is_masked_is_forbidden() -> None:
    given = np.ma.masked_less(np.where(BENEFIT == 9, -1.0, BENEFIT), 0)
    found = assign(given)
    assert found.benefit == 4 + 7 + 6 and check_certificate(found.certificate, given).says == "optimal"


@pytest.mark.parametrize("dtype", [np.int8, np.uint8, np.int16, np.int64, np.uint64, np.float32, float, object])
def test_every_kind_of_number_in_any_order_of_memory_gives_the_same_and_stays_as_it_is(dtype: Any) -> None:
    plain = assign(BENEFIT)
    given = np.asfortranarray(BENEFIT.astype(dtype))
    given.setflags(write=False)
    assert np.array_equal(assign(given).pairs, plain.pairs)
    assert np.array_equal(assign(given[::-1][::-1]).price, plain.price)


@pytest.mark.parametrize("many", [np.array([3, 200, 2], np.uint8), [2**40, 2**62, 9], [np.inf, 7.0, 2.0]])
def test_more_than_there_are_is_the_same_as_all(many: Any) -> None:
    assert assign(BENEFIT, many, many).benefit == int(BENEFIT.sum())


def forged(certificate: Any) -> list[Any]:
    """The same certificate with one thing of it changed."""
    price, pairs = certificate.price.copy(), certificate.pairs.copy()
    price[0] = 1 << 62
    pairs[0, 0] = (pairs[0, 0] + 1) % price.size
    return [
        dataclasses.replace(certificate, price=price),
        dataclasses.replace(certificate, price=certificate.price + 0.25),
        dataclasses.replace(certificate, price=certificate.price - certificate.price.max() - 1),
        dataclasses.replace(certificate, price=certificate.price[1:]),
        dataclasses.replace(certificate, pairs=pairs),
        dataclasses.replace(certificate, pairs=certificate.pairs[1:]),
        dataclasses.replace(certificate, pairs=certificate.pairs.astype(float)),
        dataclasses.replace(certificate, miss=1 << 61),
    ]


def test_no_forged_certificate_passes() -> None:
    one, other = sides(5, 6, 6, most=1)
    of_table, of_sides = assign(BENEFIT, [2, 2, 2]), pair(one, other, RULES)
    assert check_certificate(of_sides.certificate, one, other, RULES).says == "optimal"
    for each in forged(of_table.certificate):
        assert check_certificate(each, BENEFIT, [2, 2, 2]).says != "optimal"
    for each in forged(of_sides.certificate):
        assert check_certificate(each, one, other, RULES).says != "optimal"
