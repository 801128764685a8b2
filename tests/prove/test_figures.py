"""Figures over a small ledger, by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from concentric.core.terms.periods import read_period
from concentric.ledger.actor import Actor
from concentric.prove.figures import Figure, figures

from .cast import Town, book

YEAR = read_period("2021")
PAIRED = {"counts": "pairings", "distinct": "recipient", "during": "agreed_on", "headline": "confirmed"}
MONEY = {"counts": "commitments", "sum": "amount", "currency": "CNY", "during": "committed_on"}


@pytest.fixture
def town(office: Actor) -> Town:
    return Town(office)


def one(spec: dict, **more) -> Figure:
    return figures(book(one=spec), period=YEAR, **more)[0]


def rungs(figure: Figure) -> list[int]:
    return [int(value) for value in figure.rungs.values()]


def test_an_agreement_keyed_by_the_office_is_only_reported(town: Town) -> None:
    town.pair("P1")
    town.pairing_step(town.office, "P1", "agreed")
    figure = one(PAIRED)
    assert rungs(figure) == [1, 1, 0, 0]
    assert (figure.state, figure.value, figure.strength, figure.row_count) == ("value", 0, "confirmed", 0)


def test_the_villages_own_word_confirms_and_an_outsiders_verifies(town: Town) -> None:
    town.pair("P1")
    town.pairing_step(town.speak("village"), "P1", "agreed")
    assert rungs(one(PAIRED)) == [1, 1, 1, 0]
    town.pairing_step(town.speak("outsider"), "P1", "verified")
    assert rungs(one(PAIRED)) == [1, 1, 1, 1]


def test_amounts_climb_the_ladder_as_the_course_says(town: Town) -> None:
    town.pledge("C1", "1000")
    town.step(town.office, "C1", "delivered", "600")
    town.step(town.office, "C1", "confirmed", "600", of=1)
    assert rungs(one(MONEY)) == [1000, 600, 0, 0]
    town.step(town.speak("village"), "C1", "confirmed", "500.5", of=1)
    town.step(town.speak("outsider"), "C1", "verified", "400", of=1)
    figure = one(MONEY)
    assert list(figure.rungs.values()) == [Decimal(1000), Decimal(600), Decimal("500.5"), Decimal(400)]
    assert figure.as_json()["value"] == "500.5"


def test_nothing_counted_is_zero_but_a_missing_statistic_is_unknown(town: Town) -> None:
    assert one(PAIRED).as_json()["value"] == "0"
    figure = one({"statistic": "new-enterprises"})
    assert (figure.state, figure.value, figure.rungs) == ("unknown", None, {})
