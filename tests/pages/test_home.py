"""The overview."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from concentric.ledger.actor import Actor

from .world import World


def text(response: object) -> str:
    return response.content.decode()  # type: ignore[attr-defined]


def test_without_a_ledger_the_page_says_which_command_to_run(ledger_db: str, reader: Client) -> None:
    page = text(reader.get("/"))
    assert "concentric demo" in page
    assert "concentric init" in page


def test_without_a_book_the_page_says_how_to_adopt_one(office: Actor, reader: Client) -> None:
    assert "concentric book adopt" in text(reader.get("/"))


def test_the_picture_and_the_table_print_the_same_numbers(world: World, reader: Client) -> None:
    page = text(reader.get("/"))
    assert page.count('<svg class="pic wide"') == page.count('<svg class="pic phone-pic"') == 1
    assert "3/9" in page  # on the arc
    assert re.search(r'<span class="strong">3</span> <span class="quiet">/ 9</span>', page)
    assert "尚无名册" in page  # the clinics have neither roster nor target


def test_a_true_zero_is_printed_as_zero(world: World, reader: Client) -> None:
    page = text(reader.get("/"))
    assert re.search(r'<span class="strong">0</span> <span class="quiet">/ 尚无名册</span>', page)


def test_the_picture_is_that_of_the_day_asked_for(world: World, reader: Client) -> None:
    page = text(reader.get("/?on=2021-03-30"))
    assert "截至2021年3月30日所知" in page
    assert "0/9" in page  # nobody had confirmed yet


def test_a_day_before_the_ledger_is_said_to_be_before_it(world: World, reader: Client) -> None:
    page = text(reader.get("/?on=2019-12-31"))
    assert "那一天账本里还没有记录" in page
    assert '<svg class="pic' not in page


@pytest.mark.parametrize("odd", ["abc", "2021-02-30", "%00", "9999999", "2021-13-01", "１２", "<script>"])
def test_what_is_no_day_shows_now_and_says_so(world: World, reader: Client, odd: str) -> None:
    response = reader.get("/", {"on": odd})
    assert response.status_code == 200
    assert "<script>alert" not in text(response)
    assert "截至2022年3月4日所知" in text(response)


@pytest.mark.parametrize("query", ["period=abc", "period=1800", "place=unknown", "place=%00", "place=450221'--"])
def test_an_unknown_period_or_place_is_not_found(world: World, reader: Client, query: str) -> None:
    assert reader.get(f"/?{query}").status_code in (200, 404)
    assert reader.get(f"/figures/?{query}").status_code in (200, 404)


def test_a_warm_page_asks_the_database_a_few_short_questions(world: World, reader: Client) -> None:
    reader.get("/")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        reader.get("/")
    assert len(asked) <= 12, [query["sql"][:90] for query in asked]


def test_names_from_the_data_are_text_and_never_markup(world: World, reader: Client) -> None:
    for path in (
        "/",
        "/figures/villages-paired/",
        "/figures/villages-paired/records/",
        "/figures/villages-listed/records/",
    ):
        page = text(reader.get(path))
        assert "<script>alert" not in page, path
    assert "&lt;script&gt;alert" in page
