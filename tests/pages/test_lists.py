"""Lists of everything kept: found, narrowed, sorted, by page, taken along; and sensible about nonsense."""

from __future__ import annotations

import csv
import io
import re
from html import unescape

import pytest
from django.test import Client

from concentric.core.terms.words import LANGS
from concentric.pages.listed import GROUPS, IN_LISTS, LISTED
from concentric.prove.views import INTERNAL, VIEWS

from .world import World


def page(reader: Client, address: str) -> str:
    response = reader.get(address)
    assert response.status_code == 200, address
    return b"".join(response).decode()  # a file is streamed


def rows(html: str) -> list[str]:
    """What the rows of a list are called, in its order."""
    return [
        unescape(name) for name in re.findall(r'<th scope="row"[^>]*><a href="/records/\d+/">([^<]*)</a></th>', html)
    ]


def states(html: str) -> list[str]:
    return [unescape(word) for word in re.findall(r'<span class="state \w+">([^<]*)</span>', html)]


def test_every_view_has_a_list_or_is_known_to_have_none() -> None:
    listed = {name for names in GROUPS.values() for name in names}
    assert set(VIEWS) - set(INTERNAL) <= listed
    for name, wanted in IN_LISTS.items():
        made = {"sum", "county"}
        assert name not in VIEWS or {one for one in wanted if one not in made} <= set(VIEWS[name].names())


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_of_lists_names_each_with_its_rows(world: World, reader: Client, lang: str) -> None:
    html = page(reader, f"/lists/?lang={lang}")
    for stem in LISTED:
        assert f'href="/lists/{stem}/' in html
    count = re.search(r'href="/lists/pairings/[^"]*"><b>[^<]*</b><span class="num">(\d+)</span>', html)
    assert count is not None and count[1] == "9"


@pytest.mark.parametrize("stem", LISTED)
@pytest.mark.parametrize("lang", LANGS)
def test_each_list_opens_in_every_language(world: World, reader: Client, stem: str, lang: str) -> None:
    html = page(reader, f"/lists/{stem}/?lang={lang}&size=10")
    assert "<h1>" in html and "views-" not in html and "state-" not in html.replace("order-state", "")


def test_a_list_is_narrowed_by_state_and_says_how_many_each_has(world: World, reader: Client) -> None:
    whole = page(reader, "/lists/pairings/")
    offered = dict(re.findall(r'<option value="([a-z-]+)">[^<]*（(\d+)）</option>', whole))
    assert sum(map(int, offered.values())) == 9 == len(rows(whole))
    state = next(iter(offered))
    part = page(reader, f"/lists/pairings/?state={state}")
    assert len(rows(part)) == int(offered[state]) < 9
    assert len(set(states(part))) == 1
    assert "全部清除" in part


def test_a_list_is_narrowed_by_place_and_strength(world: World, reader: Client) -> None:
    assert len(rows(page(reader, "/lists/pairings/?county=450221"))) == 4
    assert len(rows(page(reader, "/lists/pairings/?rung=confirmed"))) == 3


def test_a_search_finds_by_number_in_either_case(world: World, reader: Client) -> None:
    assert (
        rows(page(reader, "/lists/pairings/?q=p-0006")) == rows(page(reader, "/lists/pairings/?q=P-0006")) == ["P-0006"]
    )
    nothing = page(reader, "/lists/pairings/?q=没有这样的")
    assert "没有符合的记录" in nothing and rows(nothing) == []


def test_the_newest_come_first_unless_asked_otherwise(world: World, reader: Client) -> None:
    newest = rows(page(reader, "/lists/pairings/"))
    assert rows(page(reader, "/lists/pairings/?order=idx")) == newest[::-1]
    up, down = (rows(page(reader, f"/lists/pairings/?order={order}number")) for order in ("", "-"))
    assert up == sorted(up) == down[::-1]


def test_an_earlier_day_shows_what_was_known(world: World, reader: Client) -> None:
    early = page(reader, "/lists/pairings/?on=1990-01-01")
    assert "还没有记录" in early and rows(early) == []
    assert "还没有记录" in page(reader, "/lists/?on=1990-01-01")


def test_a_list_goes_along_as_csv_narrowed_as_it_is(world: World, reader: Client) -> None:
    response = reader.get("/lists/pairings/?format=csv&county=450221")
    assert response["Content-Disposition"] == 'attachment; filename="pairings.csv"'
    data = b"".join(response.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    assert len(list(csv.reader(io.StringIO(data)))) == 1 + 4


def test_nothing_but_public_columns_leaves(world: World, reader: Client) -> None:
    for stem, one in LISTED.items():
        response = reader.get(f"/lists/{stem}/?format=csv&lang=en")
        heading = b"".join(response.streaming_content).decode("utf-8-sig").splitlines()[0]  # type: ignore[attr-defined]
        closed = [column.name for column in one.view.columns if column.disclosure != "public"]
        assert heading.count(",") + 1 == len(one.view.columns) - len(closed)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/lists/nothing/", 404),
        ("/lists/parts/", 404),
        ("/lists/pairings/?county=999999", 404),
        ("/lists/pairings/?place=x", 404),
        ("/lists/pairings/?state=nonsense&rung=loud&order=;drop&size=7&page=-1&format=exe", 200),
        ("/lists/pairings/?q=%00%27%22%25_", 200),
        ("/lists/pairings/?on=31.12.2021", 200),
    ],
)
def test_nonsense_in_an_address_gets_a_sensible_answer(world: World, reader: Client, address: str, status: int) -> None:
    assert reader.get(address).status_code == status


def test_what_lies_nowhere_is_in_its_list_until_a_place_is_asked_for(world: World, reader: Client) -> None:
    assert "协调办公室" in rows(page(reader, "/lists/organisations/"))
    assert "协调办公室" not in rows(page(reader, "/lists/organisations/?county=450221"))
    assert "协调办公室" not in rows(page(reader, "/lists/organisations/?place=450221"))
    assert not LISTED["draws"].has_place  # a draw lies nowhere, wherever one looks from


def test_a_statistic_is_called_by_its_indicator_and_counted_in_the_readers_words(world: World, reader: Client) -> None:
    html = page(reader, "/lists/statistics/?lang=en")
    assert "new market entities" in html and "52,000 entities" in html and ">户<" not in html


def test_chinese_names_on_an_english_page_are_marked_as_chinese(world: World, reader: Client) -> None:
    assert '<th scope="row" lang="zh"><a' in page(reader, "/lists/organisations/?lang=en")
    assert 'lang="zh"' not in page(reader, "/lists/organisations/?lang=zh-Hans")


def test_a_list_that_fits_on_the_smallest_page_offers_no_sizes(world: World, reader: Client) -> None:
    assert 'class="sizes"' in page(reader, "/lists/organisations/")
    assert 'class="sizes"' not in page(reader, "/lists/commitments/")
