"""Conditions: what is allowed, what is refused and how, and what a null leaves open."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from concentric.core.terms.words import LANGS
from concentric.prove.views import VIEWS
from concentric.prove.where import NoCondition, parse_where

VIEW = VIEWS["deliveries"]
ROW = {
    "programme": "gifts",
    "amount": Decimal("10.5"),
    "due": date(2021, 6, 1),
    "delivered_on": date(2021, 6, 2),
    "unit": None,
    "strength": 3,
}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("programme = 'gifts'", True),
        ("'gifts' <> programme", False),
        ("amount > 10.49 AND amount <= 10.5", True),
        ("amount < -3", False),
        ("due BETWEEN '2021-06-01' AND '2021-06-01'", True),
        ("due < delivered_on", True),
        ("NOT (strength IN (1, 2))", True),
        ("strength NOT IN (3)", False),
        ("unit IS NULL", True),
        ("unit IS NOT NULL", False),
        ("unit = 'kg'", None),
        ("NOT unit = 'kg'", None),
        ("unit = 'kg' AND strength = 9", False),
        ("unit = 'kg' OR strength = 3", True),
        ("unit = 'kg' OR strength = 9", None),
        ("programme = 'it''s'", False),
    ],
)
def test_a_condition_says_true_false_or_leaves_it_open(text: str, said: bool | None) -> None:
    assert parse_where(text, VIEW).says(ROW) is said


@pytest.mark.parametrize(
    ("text", "key", "words"),
    [
        ("programm = 'a'", "where-unknown-column-near", {"near": "programme"}),
        ("zzz = 'a'", "where-unknown-column", {"column": "zzz"}),
        ("note = 'a'", "where-unknown-column", {"column": "note"}),
        ("recorded_at > '2021-01-01'", "where-unknown-column-near", {"column": "recorded_at"}),
        ("programme LIKE 'a%'", "where-not-allowed", {"piece": "programme LIKE 'a%'"}),
        ("lower(programme) = 'a'", "where-not-allowed", {"piece": "LOWER(programme)"}),
        ("amount + 1 > 2", "where-not-allowed", {"piece": "amount + 1"}),
        ("programme IN (SELECT 1)", "where-not-allowed", {}),
        ("programme = (SELECT 1)", "where-not-allowed", {"piece": "(SELECT 1)"}),
        ("EXISTS (SELECT 1)", "where-not-allowed", {}),
        ("deliveries.programme = 'a'", "where-not-allowed", {"piece": "deliveries.programme"}),
        ("programme", "where-not-allowed", {"piece": "programme"}),
        ("TRUE", "where-not-allowed", {"piece": "TRUE"}),
        ("programme = 'a'; DROP TABLE x", "where-unreadable", {}),
        ("SELECT 1", "where-not-allowed", {}),
        ("", "where-unreadable", {}),
        ("programme = ", "where-unreadable", {}),
        ("(" * 3000, "where-unreadable", {}),
        ("amount = 1 " * 500, "where-too-long", {}),
        ("unit = NULL", "where-equals-null", {}),
        ("1 = 1", "where-no-column", {}),
        ("due = amount", "where-other-types", {}),
        ("strength = 2.5", "where-wants-exact", {}),
        ("amount > 0.00001", "where-wants-exact", {}),
        ("amount > 1e40", "where-wants-exact", {}),
        ("amount > '5'", "where-wants-number", {}),
        ("programme = 5", "where-wants-text", {}),
        ("due > '2021-6-1'", "where-wants-date", {"piece": "2021-6-1"}),
        ("due > 20210601", "where-wants-date", {}),
        ("due > '2021-02-30'", "where-wants-date", {}),
    ],
)
def test_everything_else_is_refused_by_name_with_a_remedy(text: str, key: str, words: dict[str, str]) -> None:
    with pytest.raises(NoCondition) as refused:
        parse_where(text, VIEW)
    assert refused.value.key == key
    assert words.items() <= refused.value.words.items()
    for lang in LANGS:
        assert refused.value.says(lang) and refused.value.remedy(lang)


def test_a_long_chain_is_no_deep_nest() -> None:
    text = " OR ".join(f"strength = {n}" for n in range(200))
    assert parse_where(text, VIEW).says(ROW) is True
