"""What every page has: languages, a strict policy, landmarks, and answers to nonsense."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from django.test import Client, override_settings
from django.urls import path, resolve

from concentric.core.terms.words import LANGS
from concentric.keep.models import Commitment
from concentric.ledger.models import Entry
from concentric.match.models import Pairing
from concentric.pages.urls import urlpatterns as real
from concentric.register.models import Organisation

from .world import World

ODD = ["?page=abc", "?page=0", "?page=-3", "?page=99999999999999999999", "?size=1e9", "?size=1000000000", "?size=0",
       "?lang=xx", "?lang=", "?order=;drop", "?order=-recorded_by", "?q=%00%27%22%3C", "?rung=best", "?county=x%00",
       "?part=9", "?format=exe", "?on=abc", "?period=20211", "?place=unknown", "?q=" + "x" * 5000]  # fmt: skip


DESK = {"host": "127.0.0.1"}
"""The office asks from its own machine: some pages are for it alone."""


def paths(world: World) -> list[str]:
    """One address of each kind of page."""
    number = world.edition.number
    return [
        "/",
        "/reviews/",
        f"/reviews/{number}/",
        f"/reviews/{number}/figures/villages-paired/",
        f"/reviews/{number}/figures/money-received.verified/",
        f"/reviews/{number}/figures/nobody-knows/",
        f"/reviews/{number}/figures/villages-paired/records/",
        "/figures/",
        "/figures/villages-share/",
        "/figures/money-fulfilment/records/",
        f"/records/{world.idx(world.corrected, Commitment)}/",
        f"/records/{world.idx(world.supporter, Organisation)}/",
        "/lists/",
        "/lists/commitments/",
        "/lists/draws/",
        "/import/",
        "/waiting/",
        "/due/",
        "/check/",
        "/pairing/",
        "/ledger/",
        "/nothing-here/",
    ]


ELSEWHERE = {
    *("review-word", "review-pdf", "review-bundle", "review-proof", "evidence"),  # files
    *("import-look", "import-copy"),  # a workbook has to be handed in first
    "opening",  # at the desk, of a pairing that is active
}
"""Addresses that are no pages, or have nothing to show in the small world; like check- and pairing- they have tests."""


def test_one_address_of_each_kind_of_page_is_tried(world: World) -> None:
    tried = {resolve(address).url_name for address in paths(world) if address != "/nothing-here/"}
    left = {str(one.name) for one in real} - tried
    assert {name for name in left if not name.startswith(("check-", "pairing-"))} <= ELSEWHERE


class Page(HTMLParser):
    """Elements of a page, to ask simple questions of."""

    VOID = ("meta", "link", "input", "br", "img", "hr")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.stack: list[str] = []
        self.title = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.stack[-1:] == ["title"]:
            self.title += data

    def handle_endtag(self, tag: str) -> None:
        assert self.stack and self.stack[-1] == tag, f"</{tag}> closes {self.stack[-3:]}"
        self.stack.pop()

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


@pytest.mark.parametrize("lang", LANGS)
def test_every_page_is_sound_in_every_language(world: World, reader: Client, lang: str) -> None:
    for address in paths(world):
        response = reader.get(address, {"lang": lang}, headers=DESK)
        assert response.status_code == (404 if address == "/nothing-here/" else 200), address
        text = response.content.decode()
        page = Page(text)
        assert page.stack == [], address
        assert page.all("html")[0]["lang"] == lang
        assert response["Content-Language"] == lang
        assert len(page.all("main")) == 1
        assert len(page.all("h1")) == 1, address
        assert all(one.get("aria-label") for one in page.all("nav")), address
        ids = [attributes["id"] for _, attributes in page.found if attributes.get("id")]
        assert len(ids) == len(set(ids)), address
        assert "pages-" not in re.sub(r'href="[^"]*"', "", text).replace("concentric/pages.css", ""), address
        assert page.title.strip(" ·") and not page.title.startswith(" "), address
        # A strict policy: nothing inline.
        assert not page.all("style")
        assert all("style" not in attributes for _, attributes in page.found), address
        assert not [name for _, attributes in page.found for name in attributes if name.startswith("on")]
        assert all(one.get("src") for one in page.all("script"))


def test_headings_never_skip_a_level(world: World, reader: Client) -> None:
    for address in paths(world):
        names = [name for name, _ in Page(reader.get(address, headers=DESK).content.decode()).found]
        levels = [int(name[1]) for name in names if re.fullmatch("h[1-6]", name)]
        assert levels[0] == 1, address
        assert all(after <= before + 1 for before, after in pairwise(levels)), (address, levels)


def test_every_control_has_a_label_and_every_image_a_text(world: World, reader: Client) -> None:
    for address in paths(world):
        text = reader.get(address, headers=DESK).content.decode()
        for control in re.findall(r"<(?:input|select)\b[^>]*>", text):
            if 'type="hidden"' not in control:
                at = text.index(control)
                assert text.rfind("<label", 0, at) > text.rfind("</label>", 0, at), (address, control)
        for picture in re.findall(r"<svg\b[^>]*>", text):
            assert "aria-hidden" in picture or "aria-label" in picture, (address, picture)


def test_the_policy_lets_nothing_in_from_elsewhere(world: World, reader: Client) -> None:
    for address in paths(world):
        response = reader.get(address)
        policy = response["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy
        page = Page(response.content.decode())
        loaded = [one.get("src") for one in page.all("script")] + [one["href"] for one in page.all("link")]
        assert all(not urlsplit(address or "").netloc for address in loaded)


@pytest.mark.parametrize("odd", ODD)
def test_nonsense_gets_a_sensible_answer(world: World, reader: Client, odd: str) -> None:
    for address in paths(world)[:-1]:
        assert reader.get(address + odd).status_code in (200, 403, 404), address + odd


@pytest.mark.parametrize(
    "address",
    [
        "/records/99999999/",
        "/records/" + "9" * 40 + "/",
        "/records/-1/",
        "/records/abc/",
        "/reviews/nothing/",
        "/reviews/%00/",
        "/reviews/%F0%9F%98%80/",
        "/reviews/nothing/word",
        "/figures/nothing/",
        "/figures/villages-paired%00/",
        "/figures/nothing/records/",
    ],
)
def test_what_is_not_there_is_not_found(world: World, reader: Client, address: str) -> None:
    response = reader.get(address)
    assert response.status_code == 404
    assert "没有这个页面" in response.content.decode()


def test_a_choice_of_language_is_remembered(world: World, reader: Client) -> None:
    assert '<html lang="zh-Hans">' in reader.get("/").content.decode()
    reader.get("/?lang=en")
    assert '<html lang="en">' in reader.get("/ledger/").content.decode()
    assert "Cookie" in reader.get("/")["Vary"]


def test_a_choice_of_language_keeps_the_rest_of_the_address(world: World, reader: Client) -> None:
    page = reader.get("/figures/villages-paired/records/?q=x&page=2").content.decode()
    assert "?q=x&amp;page=2&amp;lang=en" in page


def test_an_unknown_host_gets_a_page_in_words(world: World) -> None:
    response = Client(headers={"host": "elsewhere.example"}).get("/")
    assert response.status_code == 400
    assert "看不懂这个请求" in response.content.decode()


def broken(request: object) -> None:
    raise RuntimeError("broken on purpose")


urlpatterns = [path("broken/", broken), *real]
handler500 = "concentric.pages.errors.server_error"


@override_settings(ROOT_URLCONF=__name__)
def test_a_fault_gets_a_page_in_words_and_shows_nothing_of_the_program(world: World) -> None:
    response = Client(raise_request_exception=False, headers={"accept-language": "en"}).get("/broken/")
    assert response.status_code == 500
    page = response.content.decode()
    assert "The program failed" in page
    assert "broken on purpose" not in page and "Traceback" not in page


def test_every_record_of_the_ledger_has_a_page(world: World, reader: Client) -> None:
    for idx in Entry.objects.values_list("idx", flat=True):
        assert reader.get(f"/records/{idx}/").status_code == 200, idx
    assert Pairing.objects.exists()
