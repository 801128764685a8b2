"""Pages that write answer at the office's own desk only."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings

from concentric.pages.desk import at_desk, desk

from .world import World


@pytest.mark.parametrize(
    ("host", "address", "is_here"),
    [
        ("127.0.0.1", "127.0.0.1", True),
        ("127.0.0.1:8000", "127.0.0.1", True),
        ("localhost:8123", "::1", True),
        ("[::1]:8000", "::1", True),
        ("[::1]", "127.0.0.1", True),
        ("127.0.0.1:8000", "203.0.113.9", False),
        ("office.example", "127.0.0.1", False),
        ("office.example:8000", "127.0.0.1", False),
        ("localhost.example", "127.0.0.1", False),
        ("127.0.0.1", "", False),
    ],
)
def test_only_this_machine_under_its_own_name_is_the_desk(host: str, address: str, is_here: bool) -> None:
    with override_settings(ALLOWED_HOSTS=["*"]):
        request = RequestFactory().get("/", HTTP_HOST=host, REMOTE_ADDR=address)
        assert at_desk(request) is is_here


@pytest.mark.parametrize(
    "passed_on",
    [
        {"HTTP_X_FORWARDED_FOR": "203.0.113.9"},
        {"HTTP_X_REAL_IP": "203.0.113.9"},
        {"HTTP_FORWARDED": "for=203.0.113.9"},
        {"HTTP_X_FORWARDED_HOST": "office.example"},
        {"HTTP_VIA": "1.1 proxy"},
        {"SERVER_PROTOCOL": "HTTP/1.0"},
        {"SERVER_PROTOCOL": "HTTP/1"},
    ],
    ids=str,
)
def test_a_reader_behind_a_proxy_on_this_machine_does_not_sit_at_it(passed_on: dict[str, str]) -> None:
    assert at_desk(RequestFactory().get("/", HTTP_HOST="127.0.0.1:8000", REMOTE_ADDR="127.0.0.1"))
    assert not at_desk(RequestFactory().get("/", HTTP_HOST="127.0.0.1:8000", REMOTE_ADDR="127.0.0.1", **passed_on))


def test_where_others_are_served_nobody_sits_at_the_desk_by_writing_its_name_into_a_request() -> None:
    with override_settings(DESK=False):
        assert not at_desk(RequestFactory().get("/", HTTP_HOST="127.0.0.1:8000", REMOTE_ADDR="127.0.0.1"))


@pytest.mark.parametrize(
    ("hosts", "asked", "desk"),
    [("", "", True), ("localhost", "", True), ("city.example,localhost", "", False), ("city.example", "1", True),
     ("", "0", False)],
)  # fmt: skip
def test_the_desk_is_closed_once_others_are_served_unless_it_is_asked_for(hosts: str, asked: str, desk: bool) -> None:
    own = {name: value for name, value in os.environ.items() if not name.startswith("CONCENTRIC_DESK")}
    own["CONCENTRIC_HOSTS"] = hosts
    if asked:
        own["CONCENTRIC_DESK"] = asked
    program = "from concentric.config import settings; print(settings.DESK)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=own)
    assert done.stdout.strip() == str(desk)


@pytest.mark.parametrize("lang", ["zh-Hans", "zh-Hant", "en"])
def test_somebody_elsewhere_is_told_why_not(world: World, lang: str) -> None:
    def view(request: HttpRequest) -> HttpResponse:
        raise AssertionError("reached")

    request = RequestFactory().get("/", REMOTE_ADDR="203.0.113.9")
    request.lang = lang  # type: ignore[attr-defined]
    request.resolver_match = None
    response = desk(view)(request)
    assert response.status_code == 403


def test_the_test_browser_sits_at_the_desk(reader: Client) -> None:
    request = RequestFactory().get("/", HTTP_HOST="127.0.0.1")
    assert at_desk(request)
