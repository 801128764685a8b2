"""Charts in an edition: drawn twice, with a table beside; changes and narrowed numbers have cards of their own."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from django.test import Client
from docx import Document
from docx.oxml.ns import qn
from tests.prove.charted import CHARTED, TEXT
from tests.prove.town import Town

from concentric.core.terms.periods import read_period
from concentric.ledger.actor import Actor
from concentric.prove.book import adopt_book, current_book
from concentric.prove.models import Edition
from concentric.prove.reviews import freeze


@pytest.fixture
def edition(office: Actor) -> Edition:
    """The town's review with charts, one year after another."""
    town = Town(office)
    adopt_book(office, CHARTED)
    town.pledge("c1", "100000")
    town.deliver("c1", "60000")
    town.confirm("c1", "50000")
    freeze(office, current_book()[0], "zh-Hans", text=TEXT, period=read_period("2020"))
    return freeze(office, current_book()[0], "zh-Hans", text=TEXT)


def test_an_edition_shows_each_chart_for_a_desk_and_for_a_phone_with_its_table(edition: Edition) -> None:
    reader = Client(headers={"accept-language": "zh-CN"})
    html = reader.get(f"/reviews/{edition.number}/").content.decode()
    assert html.count('class="chart-of"') == html.count("wide-chart") == html.count("phone-chart") == 5
    assert html.count("看数字") == 5
    ids = re.findall(r'<(?:title|desc|pattern) id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    for address in sorted(set(re.findall(r'href="(/reviews/[^"]+/figures/[^"]+)"', html))):
        assert reader.get(address).status_code == 200, address

    change = reader.get(f"/reviews/{edition.number}/figures/money-share.change/").content.decode()
    assert "上年无可比数" in change and "两年中有一年没有这个数" in change
    growth = reader.get(f"/reviews/{edition.number}/figures/money-received.change/").content.decode()
    assert "2020年" in growth and "/reviews/small-town.zh-Hans.public.1/" in growth
    [part] = set(re.findall(r'href="([^"]+/figures/gifts\.part-[^"]+)"', html)) - set(
        re.findall(r'href="([^"]+/figures/gifts\.(?:pledged|reported|confirmed|verified)[^"]+)"', html)
    )
    card = reader.get(part).content.decode()
    assert "recipient_kind = " in card
    assert reader.get(f"{part}records/").content.decode().count("<tr") == 2

    converted = Client().get(f"/reviews/{edition.number}/?lang=zh-Hant").content.decode()
    assert "從認捐到核實" in converted and "从认捐到核实" not in converted


def test_the_word_file_holds_the_charts_as_pictures_that_say_what_they_show(edition: Edition) -> None:
    file = b"".join(Client().get(f"/reviews/{edition.number}/word"))
    body = Document(BytesIO(file)).element.body
    named = {one.get("name"): one.get("descr") for one in body.iter(qn("wp:docPr"))}
    assert set(named) == {"cover", "chart money", "chart steps", "chart kinds", "chart places", "chart beside"}
    assert named["chart money"].startswith("从认捐到核实：承诺 10 万元；")
    references = [row.cells[1].text for row in Document(BytesIO(file)).tables[0].rows[1:]]
    assert len(references) == 4
