"""Whatever is refused, a reader gets a page of this house, in words and with something to do."""

from __future__ import annotations

import pytest
from django.test import Client, override_settings

from .world import World

DESK = {"host": "127.0.0.1", "accept-language": "en"}


def is_ours(response: object, status: int, *words: str) -> None:
    assert response.status_code == status  # type: ignore[attr-defined]
    page = response.content.decode()  # type: ignore[attr-defined]
    assert '<header class="masthead">' in page and all(word in page for word in words), page[:400]
    assert response["Content-Security-Policy"] and response["Content-Language"] == "en"  # type: ignore[index]


def test_a_form_without_its_mark_is_told_what_to_do(world: World) -> None:
    strict = Client(enforce_csrf_checks=True, headers=DESK)
    is_ours(strict.post("/check/", {"text": "1 village"}), 403, "This form was not taken", "Nothing was entered")


def test_an_address_that_takes_forms_only_says_so(world: World) -> None:
    response = Client(headers=DESK).get("/check/C-1/decide")
    is_ours(response, 405, "takes forms only")
    assert response["Allow"] == "POST"


@override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=1000)
def test_more_than_a_page_takes_is_called_that(world: World) -> None:
    is_ours(Client(headers=DESK).post("/check/", {"text": "x" * 5000}), 413, "too much at once", "in parts")


def test_an_unknown_host_is_refused_in_the_readers_language(world: World) -> None:
    is_ours(Client(headers={**DESK, "host": "elsewhere.example"}).get("/"), 400, "makes no sense")


@pytest.mark.parametrize("path", ["/check/", "/import/"])
def test_a_file_that_is_too_large_is_not_called_by_a_name_it_has_not(world: World, path: str) -> None:
    response = Client(headers=DESK).post(path, data=b"x", content_type="multipart/form-data; boundary=x",
                                         CONTENT_LENGTH=str(300 * 2**20))  # fmt: skip
    is_ours(response, 400, "The file is larger than")
    assert "“”" not in response.content.decode()
