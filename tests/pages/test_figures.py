"""Figures and the records behind them: found, narrowed, sorted, by page, taken along; and held back where small."""

from __future__ import annotations

import csv
import io
import re
from html import unescape

import pytest
from django.test import Client

from .world import BOOK, World, build


def page(reader: Client, address: str) -> str:
    response = reader.get(address)
    assert response.status_code == 200, address
    return b"".join(response).decode()  # a file is streamed


def names(html: str) -> list[str]:
    """The recipients of a list of pairings, in its order."""
    return [unescape(name) for name in re.findall(r'<td class="[^"]*" data-l="受方">([^<]*)</td>', html)]


def test_the_list_tells_zero_unknown_and_a_value_apart(world: World, reader: Client) -> None:
    text = " ".join(re.sub(r"<[^>]+>", " ", page(reader, "/figures/")).split())
    assert "结对村数 3 个村" in text
    assert "到位村卫生室数 0 所 真零" in text
    assert "没有人报的统计 未知" in text
    assert "新登记市场主体数 52,000 户" in text


def test_a_figure_of_a_county_counts_that_county(world: World, reader: Client) -> None:
    whole = page(reader, "/figures/villages-listed/")
    part = page(reader, "/figures/villages-listed/?place=450221")
    assert "<span data-number>9</span>" in whole and "<span data-number>4</span>" in part
    assert "青岭县" in part
    assert 'href="/figures/villages-listed/records/?place=450221"' in part


def test_a_list_holds_exactly_the_rows_that_were_counted(world: World, reader: Client) -> None:
    assert len(names(page(reader, "/figures/villages-paired/records/"))) == 3
    assert len(names(page(reader, "/figures/villages-paired/records/?rung=pledged"))) == 9
    assert len(names(page(reader, "/figures/villages-paired/records/?rung=pledged&county=450221"))) == 4


def test_a_search_finds_by_name_and_number(world: World, reader: Client) -> None:
    assert names(page(reader, "/figures/villages-paired/records/?q=第3村")) == ["第3村"]
    assert names(page(reader, "/figures/villages-paired/records/?q=p-0006")) == ["第6村"]
    nothing = page(reader, "/figures/villages-paired/records/?q=没有这样的")
    assert "没有符合的记录" in nothing and "全部清除" in nothing


def test_a_list_is_sorted_both_ways(world: World, reader: Client) -> None:
    address = "/figures/villages-paired/records/?rung=pledged&order="
    up, down = names(page(reader, f"{address}number")), names(page(reader, f"{address}-number"))
    assert up == down[::-1] and len(up) == 9
    assert 'aria-sort="descending"' in page(reader, f"{address}-number")


def test_pages_hold_each_row_once(world: World, reader: Client) -> None:
    seen = []
    for number in (1, 2, 3):
        seen += names(page(reader, f"/figures/villages-paired/records/?rung=pledged&size=10&page={number}"))
    assert len(seen) == 27  # nine rows fit on one page; a page beyond the last is the last
    assert len(set(seen)) == 9


def test_both_parts_of_a_share_can_be_opened(world: World, reader: Client) -> None:
    top = page(reader, "/figures/money-fulfilment/records/")
    whole = page(reader, "/figures/money-fulfilment/records/?part=whole")
    assert len(names(top)) == 1 and len(names(whole)) == 3


def test_records_go_along_as_csv(world: World, reader: Client) -> None:
    response = reader.get("/figures/villages-paired/records/?format=csv")
    assert response["Content-Disposition"] == 'attachment; filename="villages-paired.csv"'
    assert response["X-Content-Type-Options"] == "nosniff"
    data = b"".join(response.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    rows = list(csv.reader(io.StringIO(data)))
    assert len(rows) == 1 + 3
    assert "受方" in rows[0]


def test_a_coverage_lists_every_member_with_yes_or_no(world: World, reader: Client) -> None:
    html = page(reader, "/figures/villages-share/records/")
    marks = [cell.strip() for cell in re.findall(r'data-l="已覆盖">(?:<svg.*?</svg>)?([^<]*)</td>', html)]
    assert sorted(marks) == ["否"] * 6 + ["是"] * 3


@pytest.fixture
def guarded(ledger_db: str) -> World:
    """The same programme under a book that holds back counts under five."""
    return build(book=BOOK.replace("suppress_below = 0", "suppress_below = 5"))


def test_a_small_count_is_held_back_everywhere(guarded: World, reader: Client) -> None:
    home = page(reader, "/")
    assert "3/9" not in home and "不公布" in home
    card = page(reader, "/figures/villages-paired/")
    assert "不公布" in card and "数目很小" in card
    assert "<span data-number>3" not in card and ">3</td>" not in card
    for more in ("", "?rung=pledged", "?format=csv", "?county=450221"):
        rows = page(reader, f"/figures/villages-paired/records/{more}")
        assert "数目很小" in rows and "青禾商会" not in rows
    printed = page(reader, f"/reviews/{guarded.edition.number}/figures/villages-paired/")
    assert "不足 5" in printed and ">3</td>" not in printed and "青禾商会" not in printed
    # What is large enough stays: nine villages on the roster; but not the four of one county.
    assert "<span data-number>9</span>" in page(reader, "/figures/villages-listed/")
    assert "数目很小" in page(reader, "/figures/villages-listed/records/?county=450221")
