"""The pages in a real browser: cards open, nothing is refused or fetched from elsewhere, nothing leaves the screen."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from urllib.parse import urlsplit
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.core.wsgi import get_wsgi_application
from django.db import connections

from concentric.keep.models import Commitment
from concentric.register.models import Organisation

from .world import World

sync_api = pytest.importorskip("playwright.sync_api", reason="no playwright: no page was tried in a browser")
pytestmark = pytest.mark.browser

OURS = Path("/usr/bin/chromium")
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    # The browser's driver runs an event loop in this thread, which Django would take for asynchronous code.
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    try:
        with sync_api.sync_playwright() as driver:
            path = str(OURS) if OURS.exists() else None
            try:
                browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
            except sync_api.Error as missing:
                pytest.skip(f"no Chromium: no page was tried in a browser ({str(missing).splitlines()[0]})")
            yield browser
            browser.close()
    finally:
        if before is None:
            del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def server(world: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of the pages, served from the world's database."""
    monkeypatch.setitem(connections["default"].settings_dict, "CONN_MAX_AGE", 0)
    held = make_server("127.0.0.1", 0, get_wsgi_application(), _Server, _Quiet)
    thread = threading.Thread(target=held.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{held.server_port}"
    held.shutdown()
    held.server_close()
    thread.join()


Open = Callable[..., Any]


@pytest.fixture
def open_page(chromium: Any, server: str) -> Iterator[Open]:
    """open_page(path, size=WIDE, lang="zh-Hans", scripts=True, dark=False): a page, watched until the test ends."""
    wrong: list[str] = []
    contexts = []

    def opened(path: str, size: Any = WIDE, lang: str = "zh-Hans", scripts: bool = True, dark: bool = False) -> Any:
        context = chromium.new_context(
            viewport=size, java_script_enabled=scripts, color_scheme="dark" if dark else "light"
        )
        contexts.append(context)
        context.add_cookies([{"name": "lang", "value": lang, "url": server}])
        page = context.new_page()
        # A refusal by the content policy is an error on the console, too.
        page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda request: _stays(request.url, server, wrong))
        page.goto(server + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


def _stays(url: str, server: str, wrong: list[str]) -> None:
    if urlsplit(url).scheme != "data" and not url.startswith(server):
        wrong.append(f"asked for {url}")


def _paths(world: World) -> list[str]:
    number = world.edition.number
    return [
        "/",
        "/?on=2019-01-01",
        "/reviews/",
        f"/reviews/{number}/",
        f"/reviews/{world.english.number}/",
        f"/reviews/{number}/figures/money-pledged/",
        "/figures/",
        "/figures/villages-share/",
        "/figures/villages-paired/records/?rung=pledged",
        "/figures/villages-paired/records/?q=nothing",
        f"/records/{world.idx(world.corrected, Commitment)}/",
        f"/records/{world.idx(world.gift, Commitment)}/",
        f"/records/{world.idx(world.supporter, Organisation)}/",
        "/lists/",
        "/lists/commitments/",
        "/lists/draws/",
        "/import/",
        "/waiting/",
        "/due/",
        "/ledger/",
    ]


def _each(world: World, open_page: Open, **way: Any) -> Iterator[tuple[Any, str]]:
    """One browser page that goes from address to address."""
    first, *others = _paths(world)
    page = open_page(first, **way)
    yield page, first
    base = page.url.rstrip("/")
    for path in others:
        page.goto(base + path)
        yield page, path


def test_a_click_on_a_number_opens_its_card_beside_the_paragraph(world: World, open_page: Open) -> None:
    page = open_page(f"/reviews/{world.edition.number}/")
    figure = page.locator(".fig", has_text="15万元")
    figure.click()
    page.wait_for_selector(".margin .fcard")
    assert figure.inner_text() == "15万元"  # the gap in running text is the browser's
    assert page.locator(".fcard [data-number]").inner_text() == "15 万元"
    assert page.locator(".fcard h2").first.inner_text() == "认捐金额"
    assert figure.get_attribute("aria-expanded") == "true"
    assert page.url.endswith(f"/reviews/{world.edition.number}/")
    text, card = page.locator(".prose").bounding_box(), page.locator(".fcard").bounding_box()
    assert card["x"] >= text["x"] + text["width"]  # in the margin


def test_one_card_is_open_at_a_time_and_closes_by_button_key_or_number(world: World, open_page: Open) -> None:
    page = open_page(f"/reviews/{world.edition.number}/")
    first, second = page.locator(".fig").nth(0), page.locator(".fig").nth(3)
    first.click()
    page.wait_for_selector(".fcard")
    second.click()
    sync_api.expect(page.locator(".fcard[data-card=money-received]")).to_have_count(1)
    sync_api.expect(page.locator(".fig[aria-expanded]")).to_have_count(1)
    assert page.locator(".fcard").count() == 1
    page.keyboard.press("Escape")
    assert page.locator(".fcard").count() == 0
    assert second.evaluate("one => one === document.activeElement")
    first.click()
    page.wait_for_selector(".fcard")
    page.locator("[data-closes]").click()
    assert page.locator(".fcard").count() == 0
    first.click()
    page.wait_for_selector(".fcard")
    first.click()
    sync_api.expect(page.locator(".fcard")).to_have_count(0)


def test_on_a_phone_the_card_opens_under_its_paragraph(world: World, open_page: Open) -> None:
    page = open_page(f"/reviews/{world.edition.number}/", size=PHONE)
    figure = page.locator(".fig").first
    figure.click()
    page.wait_for_selector(".fcard")
    paragraph, card = page.locator(".prose > p").first.bounding_box(), page.locator(".fcard").bounding_box()
    assert card["y"] >= paragraph["y"] + paragraph["height"] - 1
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_a_number_of_a_chart_opens_beside_the_chart_by_mouse_and_by_key(world: World, open_page: Open) -> None:
    page = open_page(f"/reviews/{world.english.number}/", lang="en")
    shown = page.locator(".chart.wide-chart a.mark").nth(1)
    shown.click()
    page.wait_for_selector(".margin .fcard[data-card=money-received]")
    assert shown.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert page.locator(".fcard").count() == 0
    assert shown.evaluate("one => one === document.activeElement")
    page.keyboard.press("Enter")
    page.wait_for_selector(".margin .fcard")
    page.locator(".chart-of summary").first.click()
    page.locator(".chart-of td a").first.click()
    sync_api.expect(page.locator(".chart-of a[aria-expanded]")).to_have_count(1)
    assert page.url.endswith(f"/reviews/{world.english.number}/")


def test_without_scripts_a_number_leads_to_the_same_card(world: World, open_page: Open) -> None:
    page = open_page(f"/reviews/{world.edition.number}/", scripts=False)
    page.locator(".fig", has_text="15万元").click()
    page.wait_for_selector(".fcard")
    assert page.locator(".fcard [data-number]").inner_text() == "15 万元"
    assert page.url.endswith("/figures/money-pledged/")
    page.locator(".take .btn").click()
    page.wait_for_selector("table.list")
    assert page.locator("table.list tbody tr").count() == 3


def test_from_the_picture_to_a_record_by_keyboard_alone(world: World, open_page: Open) -> None:
    page = open_page("/")
    arc = page.locator(".pic.wide a.arc").first
    arc.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".fcard")
    assert page.locator(".fcard h1").inner_text() == "结对村数"
    page.locator(".fcard table.rows a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".proof")
    assert "内容与录入时的散列相符" in page.locator(".proof").inner_text()


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("lang", ["zh-Hans", "zh-Hant", "en"])
def test_no_page_runs_off_the_screen_or_breaks_a_rule(
    world: World, open_page: Open, size: dict[str, int], lang: str
) -> None:
    for page, path in _each(world, open_page, size=size, lang=lang, dark=lang == "en"):
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], path


def test_the_keyboards_focus_can_be_seen_on_everything_it_reaches(world: World, open_page: Open) -> None:
    for path in ("/", "/figures/villages-paired/records/"):
        page = open_page(path)
        seen = 0
        for _ in range(25):
            page.keyboard.press("Tab")
            mark = page.evaluate(
                """() => {
                    const one = document.activeElement;
                    if (one === document.body) return null;
                    const edge = one.querySelector ? one.querySelector('.edge') : null;
                    const outline = getComputedStyle(one);
                    // The browser itself marks the parts of a date.
                    return one.type === 'date' || one.matches(':focus-visible') &&
                        ((outline.outlineStyle !== 'none' && parseFloat(outline.outlineWidth) >= 2) ||
                         (edge !== null && getComputedStyle(edge).stroke !== 'none'));
                }"""
            )
            if mark is not None:
                seen += 1
                assert mark, (path, page.evaluate("document.activeElement.outerHTML.slice(0, 200)"))
        assert seen >= 10


def test_what_a_finger_has_to_hit_is_large_enough(world: World, open_page: Open) -> None:
    for page, path in _each(world, open_page, size=PHONE):
        small = page.evaluate(
            """() => [...document.querySelectorAll('.btn, .nav a, .tools a, .pager nav a, input, select')]
                .filter(one => one.type !== 'hidden' && one.offsetParent)
                .filter(one => one.getBoundingClientRect().height < 44)
                .map(one => one.outerHTML.slice(0, 120))"""
        )
        assert small == [], path


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_text_stands_out_from_its_ground(world: World, open_page: Open, dark: bool) -> None:
    for page, path in _each(world, open_page, dark=dark):
        assert page.evaluate(CONTRAST) == [], path


def test_on_paper_it_is_day_and_there_are_no_controls(world: World, open_page: Open) -> None:
    page = open_page("/lists/commitments/", dark=True)
    page.emulate_media(media="print", color_scheme="dark")
    shown = page.evaluate(
        """() => ({
            hue: getComputedStyle(document.documentElement).getPropertyValue('--hz-4').trim(),
            ground: getComputedStyle(document.documentElement).getPropertyValue('--paper').trim(),
            finder: getComputedStyle(document.querySelector('.finder')).display,
            list: getComputedStyle(document.querySelector('.dense')).breakInside})"""
    )
    assert shown == {"hue": "#105483", "ground": "#ffffff", "finder": "none", "list": "auto"}


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_name_without_a_break_does_not_push_a_page_wide(world: World, open_page: Open, size: dict[str, int]) -> None:
    for page, path in _each(world, open_page, size=size):
        page.evaluate(
            """() => document.querySelectorAll('h1, .parties a, .brand span, .list th a, .rows a, .fields dd')
                .forEach(one => { one.textContent = 'Unbroken'.repeat(25); })"""
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], path


CONTRAST = """() => {
    const channel = v => { v /= 255; return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; };
    const numbers = text => (text.match(/[\\d.]+/g) || []).map(Number);
    const light = ([r, g, b]) => .2126 * channel(r) + .7152 * channel(g) + .0722 * channel(b);
    const ground = one => {
        for (; one; one = one.parentElement) {
            const [r, g, b, a = 1] = numbers(getComputedStyle(one).backgroundColor);
            if (a > .99) return [r, g, b];
        }
        return [255, 255, 255];
    };
    const found = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const one = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || one.closest('svg, .hide, .skip') || !one.offsetParent) continue;
        const [a, b] = [light(numbers(getComputedStyle(one).color)), light(ground(one))].sort((x, y) => y - x);
        const ratio = (a + .05) / (b + .05);
        if (ratio < 4.5) found.add(ratio.toFixed(2) + ' ' + one.outerHTML.slice(0, 100));
    }
    return [...found];
}"""
