"""The ledger's figures as a catalogue: named all at once, computed only when a text speaks of them."""

from __future__ import annotations

import pytest

from concentric.core.claims.catalogue import read_catalogue
from concentric.core.terms.periods import read_period
from concentric.ledger.actor import Actor
from concentric.prove import claims
from concentric.prove.book import NoBook, adopt_book, current_book
from concentric.prove.reviews import freeze
from concentric.register.book import shipped

from .cast import Town


@pytest.fixture
def town(office: Actor) -> Town:
    made = Town(office)
    adopt_book(office, shipped("city"))
    made.pledge("C1", "60000")
    made.pledge("C2", "5000", recipient="clinic")
    made.publish("new-market-entities", "52000", number="S1")
    made.publish("new-market-entities", "46430", number="S2", period="2020")
    return made


def said(text: str, **more) -> list[tuple[str, str | None]]:  # type: ignore[no-untyped-def]
    report = claims.ledger_checker(**more).check(text)
    return [(claim.verdict, claim.figure.id if claim.figure else None) for claim in report.claims]


def test_a_text_is_checked_against_the_ledger(town: Town) -> None:
    assert said("2021年认捐2笔，认捐金额6.5万元。") == [("supported", "gifts-pledged"), ("supported", "money-pledged")]
    assert said("In 2021 money pledged came to 75,000 yuan.") == [("contradicted", "money-pledged")]


def test_growth_is_computed_from_the_statistic_of_the_year_before(town: Town) -> None:
    assert said("2021年新登记市场主体5.2万户，同比增长12%。") == [
        ("supported", "new-market-entities"),
        ("supported", "new-market-entities"),
    ]


def test_a_county_is_checked_by_its_own_figure(town: Town) -> None:
    assert said("认捐金额6.5万元，其中柳城县6万元、鹿寨县5000元。") == [
        ("supported", "money-pledged"),
        ("supported", "money-pledged@450222"),
        ("supported", "money-pledged@450223"),
    ]


def test_a_position_of_the_ledger_has_its_own_answers(town: Town) -> None:
    from concentric.ledger.positions import size

    before = size()
    town.pledge("C3", "10000")
    assert said("认捐金额7.5万元。") == [("supported", "money-pledged")]
    assert said("认捐金额6.5万元。", position=before) == [("supported", "money-pledged")]


def test_only_figures_that_may_be_meant_are_computed(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    whole = claims.figures

    def counted(book, **more):  # type: ignore[no-untyped-def]
        asked.extend(more["codes"])
        return whole(book, **more)

    monkeypatch.setattr(claims, "figures", counted)
    checker = claims.ledger_checker()
    assert asked == [] and len(checker.figures) > 50
    checker.check("认捐金额6.5万元。")
    assert "money-pledged" in asked and "clinics-listed" not in asked
    asked.clear()
    checker.check("没有数字。")
    assert asked == []


def test_every_figure_is_named_in_every_language_and_once(town: Town) -> None:
    book, _ = current_book()
    named, asked = claims.named_figures(book, read_period("2021"), book.place)
    ids = [one.id for one in named]
    assert len(set(ids)) == len(ids) == len(asked)
    assert {"money-pledged", "money-pledged@2020", "money-pledged:verified", "money-pledged@450222"} <= set(ids)
    figure = next(one for one in named if one.id == "money-pledged")
    assert {"认捐金额", "money pledged", "pledged money"} <= set(figure.names)


def test_the_catalogue_can_be_written_out_and_read_again(town: Town) -> None:
    entries = claims.catalogue_entries()
    held = {one.id: one.value for one in read_catalogue(entries)}
    assert held["money-pledged"] == 65000 and held["new-market-entities"] == 52000


def test_without_a_book_there_is_nothing_to_check_by(office: Actor) -> None:
    with pytest.raises(NoBook):
        claims.ledger_checker()


def test_a_text_is_held_against_the_figures_that_an_edition_was_frozen_from(town: Town, office: Actor) -> None:
    text = '# 一年账\n\n这一年里大家一共认下了 {{ figure "gifts-pledged" }} 笔，都还记在账上。\n'
    edition = freeze(office, current_book()[0], "zh-Hans", text=text)
    town.pledge("C4", "1000")
    quoted = "这一年里大家一共认下了2笔，都还记在账上。"
    report = claims.edition_checker(edition).check(quoted)
    assert [(one.verdict, one.figure.id) for one in report.claims if one.figure] == [("supported", "gifts-pledged")]
    assert said(quoted) == [("contradicted", "gifts-pledged")]


def test_what_another_figure_prints_is_meant_by_its_own_name(town: Town) -> None:
    book, _ = current_book()
    named = {one.id: one for one in claims.named_figures(book, read_period("2021"), book.place)[0]}
    assert named["jobs-pledged:confirmed"].silent and not named["jobs-pledged:verified"].silent
    assert named["money-fulfilment:verified"].silent and named["villages-share:verified"].aside
