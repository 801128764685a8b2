"""A full table is solved over its likely pairs, and over all where these are no good; the answer is the same."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_array
from tests.core.pairing.flows import best

from concentric.core.pairing import assign, check_certificate, thinning

SIZE = 150


def tables() -> dict[str, np.ndarray]:
    """Tables of kinds that are easy for the likely pairs, hard for them, or all tied."""
    rng = np.random.default_rng(3)
    one, other = rng.integers(0, 10_000, (2, SIZE, 2))
    return {
        "drawn at random": rng.integers(0, 1_000_000, (SIZE, SIZE)),
        "few values": rng.integers(0, 3, (SIZE, SIZE)),
        "all the same": np.zeros((SIZE, SIZE), int),
        "products": np.multiply.outer(np.arange(SIZE), np.arange(SIZE)),
        "distances": -np.hypot(*np.moveaxis(one[:, None] - other, 2, 0)).astype(int),
        "everybody after the same": np.tile(rng.integers(0, 9000, (SIZE, 1)), SIZE) + rng.integers(0, 3, (SIZE, SIZE)),
        "powers of two": 1 << rng.integers(0, 30, (SIZE, SIZE)),
        "far more recipients": rng.integers(0, 9000, (SIZE, 4 * SIZE)),
    }


@pytest.mark.parametrize("kind", tables())
def test_a_full_table_is_paired_as_scipy_pairs_it(kind: str) -> None:
    table = tables()[kind]
    found = assign(table)
    rows, columns = linear_sum_assignment(table, maximize=True)
    assert (found.covered, found.benefit, found.gap) == (SIZE, int(table[rows, columns].sum()), 0)
    assert check_certificate(found.certificate, table).says == "optimal"


@pytest.mark.parametrize("seed", range(40))
def test_few_likely_pairs_lead_to_the_same_as_all_pairs(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    for name, value in (("MANY", 0), ("FIRST", 3), ("MORE", 1 + seed % 3), ("LEFT", 1), ("ROUNDS", 4 + seed % 30)):
        monkeypatch.setattr(thinning, name, value)
    rng = np.random.default_rng(seed)
    table = rng.integers(-20, (3, 50, 5000)[seed % 3], (20, 25))
    allowed = rng.random(table.shape) < (0.3, 1.0)[seed % 2]
    room, want = rng.integers(0, 4, 20), rng.integers(0, 3, 25)
    listing = csr_array((table[allowed], np.nonzero(allowed)), shape=table.shape)
    found = assign(listing, room, want)
    assert (found.covered, found.benefit) == best(*np.nonzero(allowed), table[allowed], room, want)
    assert found.gap == 0
