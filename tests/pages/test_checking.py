"""A text is checked on a page: claims marked, cards in their order, decisions kept and learned from, wording put in."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from concentric.core.terms.words import LANGS
from concentric.ledger.models import Entry, SealedValue
from concentric.ledger.verify import verify
from concentric.prove.checks import learned, text_of
from concentric.prove.claims import ledger_checker
from concentric.prove.models import ClaimDecision, TextCheck

from .world import World, build

TEXT = """# 年度述评

一、合作

全市结对村数3个村，新登记市场主体数5.1万户，认捐金额超1万元。活动吸引了99名游客。

我市列为第九批示范城市。"""


@pytest.fixture
def written(ledger_db: str) -> World:
    """A world of one's own: these tests write."""
    return build()


@pytest.fixture
def desk(written: World) -> Client:
    return Client(headers={"accept-language": "zh-CN", "host": "127.0.0.1"})


def give(desk: Client, text: str = TEXT) -> str:
    response = desk.post("/check/", {"text": text})
    assert response.status_code == 302
    return str(response["Location"])


def cards(html: str) -> dict[str, str]:
    """What each open card quotes, with its verdict's class."""
    found = re.findall(r'<section class="ccard open".*?v-(\w+)">.*?<blockquote[^>]*>([^<]*)<', html, re.DOTALL)
    return {unescape(quoted): kind for kind, quoted in found}


def place(html: str, quoted: str) -> dict[str, str]:
    """The hidden fields of the card that quotes these words."""
    part = next(part for part in html.split('<section class="ccard')[1:] if quoted in part.partition("</div>")[2][:200])
    return dict(re.findall(r'name="(start|end|n)" value="(\d+)"', part))


def test_claims_are_marked_in_the_text_and_told_in_cards(desk: Client) -> None:
    html = desk.get(give(desk)).content.decode()
    assert re.search(r'<a class="claim yes[^"]*" id="t1"[^>]*>3个<', html)
    assert "第九批" in html and ">第九批<" not in html  # an ordinal is no claim
    assert cards(html)["5.1万户"] == "no"
    assert '<ins class="now">5.2</ins>' in html
    assert "新登记市场主体数" in html and "/figures/" in html


def test_a_text_can_be_held_against_an_edition(written: World, desk: Client) -> None:
    number = written.edition.number
    assert f'<option value="{number}">' in desk.get("/check/").content.decode()
    response = desk.post("/check/", {"text": TEXT, "edition": number})
    kept = TextCheck.objects.get()
    assert response.status_code == 302 and kept.position == written.edition.position
    assert (kept.period, kept.place) == (written.edition.period, written.edition.place)
    assert desk.get(response["Location"]).status_code == 200
    assert desk.post("/check/", {"text": TEXT, "edition": "none.such.1"}).status_code == 400


def test_a_text_is_kept_sealed_and_once(desk: Client) -> None:
    address = give(desk)
    assert give(desk) != address  # the ledger has grown by the check itself, so it is held against another position
    first = TextCheck.objects.order_by("idx").first()
    assert first is not None and text_of(first) == TEXT
    assert SealedValue.objects.filter(record=first.id, field="text").count() == 1
    assert TEXT.encode() not in bytes(Entry.objects.get(record=first.id).payload)


def test_better_wording_goes_in_on_a_click_only(desk: Client) -> None:
    address = give(desk)
    html = desk.get(address).content.decode()
    response = desk.post(f"{address}reword", place(html, "5.1万户"))
    assert response.status_code == 302
    better = desk.get(response["Location"]).content.decode()
    assert "5.2万户" in better and "5.1万户" not in better.partition("<article")[2]
    assert cards(better).get("5.2万户") is None
    assert desk.post(f"{address}reword", {"start": "1", "end": "2"}).status_code == 404


def test_a_decision_is_a_record_and_a_second_one_corrects_it(desk: Client) -> None:
    address = give(desk)
    where = place(desk.get(address).content.decode(), "99名")
    assert desk.post(f"{address}decide", where | {"decision": "not-a-claim"})["Location"].endswith(f"#c{where['n']}")
    html = desk.get(address).content.decode()
    assert not any("99名" in quoted for quoted in cards(html)) and "不是数字表述" in html
    desk.post(f"{address}decide", where | {"decision": "keep"})
    held = ClaimDecision.objects.in_force().get()
    assert held.decision == "keep" and held.reason == "not-a-claim -> keep" and ClaimDecision.objects.count() == 2
    assert verify().findings == []


def test_a_confirmed_link_becomes_a_name_of_the_figure(desk: Client) -> None:
    text = "牵手成功3个。"
    address = give(desk, text)
    where = place(desk.get(address).content.decode(), "3个")
    desk.post(f"{address}decide", where | {"decision": "another", "figure": "villages-paired"})
    (phrases,) = learned().values()
    assert "牵手成功" in phrases[0]
    report = ledger_checker().check("全年牵手成功3个。")
    assert report.claims[0].figure is not None and report.claims[0].figure.id == "villages-paired"
    assert report.claims[0].verdict == "supported"


def test_unclear_decisions_are_refused_and_keep_nothing(desk: Client) -> None:
    address = give(desk)
    where = place(desk.get(address).content.decode(), "99名")
    for fields, status in (
        ({"decision": "confirm"}, 400),
        ({"decision": "another", "figure": "no-such"}, 400),
        ({"decision": "nonsense"}, 400),
        ({"decision": "keep", "start": "0", "end": "1"}, 400),
        ({"decision": "keep", "start": "x"}, 404),
    ):
        assert desk.post(f"{address}decide", where | fields).status_code == status, fields
    assert ClaimDecision.objects.count() == 0


def test_a_file_is_read_and_a_hostile_one_refused(desk: Client) -> None:
    good = desk.post("/check/", {"file": SimpleUploadedFile("稿.txt", TEXT.encode("gb18030"))}, follow=True)
    assert "5.1万户" in good.content.decode()
    for name, data in (("a.docx", b"PK\x03\x04 x"), ("a.txt", b""), ("a.txt", b"%PDF-1"), ("a.txt", b"\xff\xd8\xff")):
        bad = desk.post("/check/", {"file": SimpleUploadedFile(name, data)})
        assert bad.status_code == 400 and "notice bad" in bad.content.decode()
    script = "<html><body><script>alert(1)</script><p>结对村数3个</p></body></html>".encode()
    page = desk.post("/check/", {"file": SimpleUploadedFile("a.html", script)}, follow=True).content.decode()
    assert "alert(1)" not in page


def test_markup_in_a_text_stays_text(desk: Client) -> None:
    html = desk.get(give(desk, "<b onclick=x>结对村数3个</b><script>1</script>")).content.decode()
    assert "<script>1" not in html and "&lt;b onclick=x&gt;" in html


def test_an_empty_text_and_a_text_without_numbers(desk: Client) -> None:
    assert desk.post("/check/", {"text": "  \n"}).status_code == 400
    assert "没有读到数字" in desk.get(give(desk, "这里没有数字。")).content.decode()
    taken = desk.get(f"{give(desk)}?format=txt")
    assert taken.content.decode() == TEXT and taken["Content-Disposition"].startswith("attachment")


def test_an_erased_text_leaves_no_page(desk: Client) -> None:
    from concentric.ledger.erase import erase

    address = give(desk)
    one = TextCheck.objects.get()
    erase(one.id, "text", because="asked for")
    assert desk.get(address).status_code == 404


def test_only_the_desk_checks_and_forms_need_their_token(desk: Client) -> None:
    address = give(desk)
    for path in ("/check/", address):
        assert desk.get(path, REMOTE_ADDR="203.0.113.9").status_code == 403
    assert desk.get(f"{address}decide").status_code == 405
    strict = Client(enforce_csrf_checks=True, headers={"host": "127.0.0.1"})
    assert strict.post("/check/", {"text": TEXT}).status_code == 403


def test_the_page_has_words_in_every_language(desk: Client) -> None:
    address = give(desk)
    for lang in LANGS:
        html = desk.get(f"{address}?lang={lang}").content.decode()
        assert f'<html lang="{lang}">' in html
        assert not re.search(r"\bcheck-[a-z]+\b|claims-[a-z]+", re.sub(r"<[^>]+>", " ", html))
