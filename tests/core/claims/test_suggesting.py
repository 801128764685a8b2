"""The right number as the author would have written it: same scale, same fineness, same hedge; read again, it holds."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concentric.core.claims.catalogue import Figure
from concentric.core.claims.checking import Checker
from concentric.core.claims.suggesting import suggested


def figures(value: str) -> list[Figure]:
    true = Decimal(value)
    return [
        Figure("money", ("认捐金额", "money pledged"), "CNY", "money", true),
        Figure("villages", ("结对村数", "villages paired"), "个", "count", true),
        Figure("rate", ("诉求解决率",), "%", "percent", true),
    ]


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("认捐金额超900万元。", "10680000", "1000"),
        ("认捐金额900万元。", "10680000", "1068"),
        ("认捐金额9.0亿元。", "1068000000", "10.7"),
        ("认捐金额近9000万元。", "80000000", "8100"),
        ("结对村数125个。", "126", "126"),
        ("结对村数1,250个。", "1,268".replace(",", ""), "1,268"),
        ("诉求解决率92.6%。", "60.58", "60.6"),
        ("Money pledged reached 9.2 million yuan.", "10680000", "10.7"),
    ],
)
def test_only_the_digits_change(text: str, value: str, words: str) -> None:
    report = Checker(figures(value)).check(text)
    (claim,) = report.claims
    found = suggested(claim, report.clean.text)
    assert found is not None and found[2] == words
    better = text[: found[0]] + found[2] + text[found[1] :]
    assert Checker(figures(value)).check(better).claims[0].verdict == "supported"


@pytest.mark.parametrize("text", ["结对村数126个。", "结对村数一百多个。", "认捐金额数万元。", "没有数字。"])
def test_nothing_is_proposed_where_nothing_is_wrong_or_no_digits_stand(text: str) -> None:
    report = Checker(figures("126")).check(text)
    assert all(suggested(claim, report.clean.text) is None for claim in report.claims)


@given(st.integers(1, 10**9), st.integers(1, 10**9), st.sampled_from(["", "超", "近", "约"]))
def test_whatever_is_proposed_holds(said: int, true: int, hedge: str) -> None:
    report = Checker(figures(str(true))).check(f"结对村数{hedge}{said}个。")
    for claim in report.claims:
        found = suggested(claim, report.clean.text)
        if found is not None:
            better = report.clean.text[: found[0]] + found[2] + report.clean.text[found[1] :]
            assert Checker(figures(str(true))).check(better).claims[0].verdict == "supported"
