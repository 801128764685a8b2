"""Indicators are checked before they are computed, and every complaint says what to write instead."""

from __future__ import annotations

import pytest

from concentric.core.terms.words import LANGS
from concentric.prove.indicators import BadIndicator, check_indicator, indicators_of
from concentric.register.book import read_book, shipped, shipped_books

from .cast import book

MONEY = {"counts": "deliveries", "sum": "amount", "currency": "CNY", "during": "delivered_on"}


@pytest.mark.parametrize(
    ("spec", "key"),
    [
        ({}, "indicators-one-way"),
        ({"counts": "pairings", "statistic": "x"}, "indicators-one-way"),
        ({"counts": "pairing"}, "indicators-unknown-view-near"),
        ({"counts": "parts"}, "indicators-unknown-view"),
        ({**MONEY, "headline": "pledged"}, "indicators-unknown-rung"),
        ({**MONEY, "headline": "confirm"}, "indicators-unknown-rung-near"),
        ({"counts": "roster", "headline": "confirmed"}, "indicators-no-ladder"),
        ({**MONEY, "sum": "amout"}, "indicators-unknown-measure-near"),
        ({"counts": "pairings", "sum": "amount"}, "indicators-no-measure"),
        ({"counts": "deliveries", "sum": "amount"}, "indicators-currency-missing"),
        ({**MONEY, "sum": "quantity"}, "indicators-currency-unwanted"),
        ({**MONEY, "during": "deliverd_on"}, "indicators-unknown-date-near"),
        ({**MONEY, "during": "programme"}, "indicators-unknown-date"),
        ({"counts": "roster", "at_end": ["since", "zzz"]}, "indicators-unknown-date"),
        ({"counts": "pairings", "distinct": "note"}, "indicators-unknown-text"),
        ({**MONEY, "where": "kind LIKE 'a'"}, "where-not-allowed"),
        ({"coverage": {"roster": "r", "counts": "pairings", "member": "zzz"}}, "indicators-unknown-text"),
    ],
)
def test_a_wrong_indicator_is_named_with_a_remedy(spec: dict, key: str) -> None:
    findings = check_indicator("one", spec)
    assert [finding.key for finding in findings] == [key]
    for lang in LANGS:
        assert findings[0].says(lang) and findings[0].remedy(lang)
    with pytest.raises(BadIndicator) as refused:
        indicators_of(book(one=spec))
    assert refused.value.key == key


@pytest.mark.parametrize("code", shipped_books())
def test_every_indicator_of_a_shipped_book_can_be_computed(code: str) -> None:
    found, _ = read_book(shipped(code))
    assert found is not None
    assert [f for one, spec in found.indicators.items() for f in check_indicator(one, spec)] == []
    assert list(indicators_of(found)) == list(found.indicators)
