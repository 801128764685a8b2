"""Pages that write answer at the office's own desk only."""

from __future__ import annotations

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
