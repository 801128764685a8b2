"""What a draw says of the whole is as wide as it must be, and no wider than it need be."""

from decimal import Decimal
from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concentric.core.estimates import Counted, interval, overall


@pytest.mark.parametrize(
    ("drawn", "holds", "share", "low", "high"),
    [
        # In ten thousandths, rounded outward.
        (10, 0, "0", "0", "0.3085"),
        (10, 10, "1", "0.6915", "1"),
        (20, 18, "0.9", "0.683", "0.9877"),
        (87, 79, "0.908", "0.8268", "0.9595"),
        (1, 0, "0", "0", "0.975"),
        (400, 380, "0.95", "0.9238", "0.9692"),
    ],
)
def test_the_interval_is_the_exact_one(drawn: int, holds: int, share: str, low: str, high: str) -> None:
    assert interval(Counted("x", 10_000, drawn, holds)) == tuple(map(Decimal, (share, low, high)))


@given(st.integers(1, 60).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n))))
def test_the_bounds_are_where_the_chance_falls_to_the_tail(counts: tuple[int, int]) -> None:
    n, k = counts
    found = interval(Counted("x", 1_000, n, k))
    assert found is not None and 0 <= found.low <= found.share <= found.high <= 1

    def chance(share: Fraction, counts: range) -> Fraction:
        return sum((comb(n, i) * share**i * (1 - share) ** (n - i) for i in counts), Fraction(0))

    tail, step = Fraction(1, 40), Fraction(1, 10_000)
    low, high = Fraction(found.low), Fraction(found.high)
    if k:
        assert chance(low, range(k, n + 1)) <= tail < chance(low + step, range(k, n + 1))
    if k < n:
        assert chance(high, range(k + 1)) <= tail < chance(high - step, range(k + 1))


def test_where_all_were_drawn_there_is_nothing_to_estimate() -> None:
    assert interval(Counted("x", 8, 8, 6)) == (Decimal("0.75"),) * 3
    assert interval(Counted("x", 8, 0, 0)) is None


def test_the_overall_weighs_each_stratum_by_its_size() -> None:
    assert overall([Counted("small", 10, 10, 10), Counted("large", 90, 10, 5)]) == Decimal("0.55")
    assert overall([Counted("small", 10, 0, 0), Counted("large", 90, 10, 5)]) is None
    assert overall([Counted("empty", 0, 0, 0), Counted("large", 90, 10, 5)]) == Decimal("0.5")
    assert overall([]) is None


def test_those_without_an_answer_stay_in_the_denominator() -> None:
    found = interval(Counted("x", 100, 10, 4))  # of ten drawn six relapsed, are silent or were withdrawn
    assert found is not None and found.share == Decimal("0.4")
