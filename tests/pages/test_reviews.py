"""Editions: the text with its numbers, the card of each, corrections beside what was printed, the Word file."""

from __future__ import annotations

import re
from decimal import Decimal
from html import unescape

import pytest
from django.test import Client

from concentric.pages.cards import printed_and_now, slug
from concentric.pages.fields import shows
from concentric.prove.editions import Correction
from concentric.prove.freezing import Frozen
from concentric.prove.manuscript import Reference
from concentric.prove.models import Edition

from .world import World

HTMX = {"HX-Request": "true"}


def page(reader: Client, address: str, **headers: str) -> str:
    response = reader.get(address, headers=headers)
    assert response.status_code == 200, address
    return unescape(response.content.decode())


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_the_list_holds_public_editions_of_every_language_and_no_internal_one(world: World, reader: Client) -> None:
    html = page(reader, "/reviews/")
    assert world.edition.number in html and world.english.number in html
    assert world.internal.number not in html


def test_each_number_of_the_text_leads_to_its_card(world: World, reader: Client) -> None:
    html = page(reader, f"/reviews/{world.edition.number}/")
    figures = re.findall(r'class="fig[^"]*" href="([^"]+)"', html)
    assert len(figures) == len(world.edition.figures) == 9
    for address in figures:
        assert page(reader, address).count('class="fcard"') == 1


def test_markup_in_a_text_is_printed_as_it_stands(world: World, reader: Client) -> None:
    html = reader.get(f"/reviews/{world.edition.number}/").content.decode()
    assert "&lt;b&gt;没有人报的&lt;/b&gt;" in html


def test_a_card_is_a_fragment_for_htmx_and_a_page_for_everybody_else(world: World, reader: Client) -> None:
    address = f"/reviews/{world.edition.number}/figures/villages-paired/"
    fragment = reader.get(address, headers=HTMX)
    whole = reader.get(address)
    again = reader.get(address, headers={**HTMX, "HX-History-Restore-Request": "true"})
    assert fragment.content.decode().lstrip().startswith('<div class="fcard"')
    assert whole.content.decode().startswith("<!doctype html>")
    assert again.content.decode().startswith("<!doctype html>")
    assert "HX-Request" in fragment["Vary"]


def test_a_card_says_value_rungs_whole_and_who_says_so(world: World, reader: Client) -> None:
    text = words(page(reader, f"/reviews/{world.edition.number}/figures/villages-paired/"))
    assert "结对村数 3 个村 · 强度“确认”" in text
    assert "承诺 9 上报 9 确认 所印 3 核实 0" in text
    assert "分母 9 个村 · 名册内村数 ， 占 33.3%" in text
    assert "受方：一次性链接 3" in text
    assert "出自 3 条记录" in text


def test_a_share_names_part_and_whole(world: World, reader: Client) -> None:
    text = words(page(reader, f"/reviews/{world.edition.number}/figures/money-fulfilment/"))
    assert "20%" in text
    assert "分子 3 万元 分母 15 万元 · 认捐金额" in text


def test_a_number_at_another_rung_has_a_card_of_its_own(world: World, reader: Client) -> None:
    text = words(page(reader, f"/reviews/{world.edition.number}/figures/money-received.verified/"))
    assert "到账金额 3 万元 强度“核实”" in text
    assert "第三方：网页 1" in text


def test_zero_and_unknown_are_told_apart(world: World, reader: Client) -> None:
    base = f"/reviews/{world.edition.number}/figures"
    assert "真零" in page(reader, f"{base}/clinics-equipped/")
    unknown = page(reader, f"{base}/nobody-knows/")
    assert "未知：没有足以计算的记录" in unknown
    assert "真零" not in unknown


def test_a_later_correction_stands_beside_the_printed_number(world: World, reader: Client) -> None:
    html = page(reader, f"/reviews/{world.edition.number}/figures/money-pledged/")
    assert "<span data-number>15 万元</span>" in html
    assert re.search(r'<del class="was">15 万元</del>.*<ins class="now">14 万元</ins>', html)
    assert "本版所印不改" in html
    assert "把五万写成了四万的反面" in html
    assert re.search(r'href="/records/\d+/">承诺 C-0002</a>', html)
    text = page(reader, f"/reviews/{world.edition.number}/")
    assert re.search(r'class="fig amended"[^>]*><span>15万元</span></a>', text)
    assert re.search(r'class="fig"[^>]*><span>3</span></a>', text)  # nothing changed there


def test_a_simplified_text_is_shown_in_traditional_characters(world: World, reader: Client) -> None:
    html = page(reader, f"/reviews/{world.edition.number}/?lang=zh-Hant")
    assert "三個圈，一年賬</h1>" in html or "三個圈，一年帳</h1>" in html
    assert "15 萬元" in html
    assert "万" not in html.split("</header>", 1)[1]
    assert "15 萬元" in page(reader, f"/reviews/{world.edition.number}/figures/money-pledged/?lang=zh-Hant")


def test_a_chinese_text_stays_chinese_on_an_english_page(world: World, reader: Client) -> None:
    html = page(reader, f"/reviews/{world.edition.number}/?lang=en")
    assert '<html lang="en">' in html and '<h1 lang="zh-Hans" itemprop="headline">三个圈，一年账</h1>' in html


@pytest.mark.parametrize("name", ["text", "figures", "typed", "typed_reason"])
def test_what_an_internal_edition_says_and_why_stays_in_the_office(name: str) -> None:
    assert not shows(Edition(audience="internal"), name) and shows(Edition(audience="public"), name)


def test_an_internal_edition_is_not_there_for_the_public(world: World, reader: Client) -> None:
    number = world.internal.number
    for address in ("", "word", "figures/villages-paired/", "figures/villages-paired/records/"):
        assert reader.get(f"/reviews/{number}/{address}").status_code == 404
    record = page(reader, f"/records/{world.internal.idx}/")
    assert "内部" in record and "本办" not in record.split("在账本里")[0]
    assert "全年" not in record  # not a word of its text


def test_a_published_text_stands_in_its_record(world: World, reader: Client) -> None:
    assert "全年" in page(reader, f"/records/{world.edition.idx}/")


@pytest.mark.parametrize("ref", ["nothing", "villages-paired.pledged", "villages-paired.", "x" * 300, "%F0%9F%98%80"])
def test_a_number_that_was_not_printed_has_no_card(world: World, reader: Client, ref: str) -> None:
    assert reader.get(f"/reviews/{world.edition.number}/figures/{ref}/").status_code == 404


def test_the_word_file_comes_as_a_download(world: World, reader: Client) -> None:
    response = reader.get(f"/reviews/{world.edition.number}/word")
    assert response["Content-Disposition"] == f'attachment; filename="{world.edition.number}.docx"'
    assert response["X-Content-Type-Options"] == "nosniff"
    first = b"".join(response.streaming_content)  # type: ignore[attr-defined]
    assert first.startswith(b"PK")
    again = reader.get(f"/reviews/{world.edition.number}/word")
    assert b"".join(again.streaming_content) == first  # type: ignore[attr-defined]  # kept, not made anew
    traditional = reader.get(f"/reviews/{world.edition.number}/word", headers={"Accept-Language": "zh-TW"})
    assert traditional["Content-Disposition"] == f'attachment; filename="{world.edition.number}.zh-Hant.docx"'


def test_references_have_addresses_of_their_own() -> None:
    refs = [
        Reference("a-b"),
        Reference("a-b", rung="verified"),
        Reference("a-b", of="denominator"),
        Reference("a-b", style="plain"),
        Reference("a-b", place="450221"),
        Reference("a-b", rung="verified", place="450221"),
    ]
    assert [slug(ref) for ref in refs][:3] == ["a-b", "a-b.verified", "a-b.denominator"]
    assert len({slug(ref) for ref in refs}) == len(refs)


def test_a_correction_that_rounds_to_what_was_printed_shows_all_digits() -> None:
    ref = Reference("money-pledged", style="over")

    def frozen(value: str) -> Frozen:
        amount = Decimal(value)
        return Frozen(ref, "more than CNY 10 million", "value", amount, "CNY", "", {}, None, None, 1, 0, value, "")

    assert printed_and_now(Correction(ref, frozen("10680000"), frozen("10620000"), tuple), "en") == (
        "more than CNY 10 million (CNY 10.68 million)",
        "more than CNY 10 million (CNY 10.62 million)",
    )
