"""Pages of an office that has set up nothing yet."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import OperationalError, connections
from django.test import Client

from concentric.ledger.actor import Actor
from concentric.pages import reviews

from .conftest import use
from .world import World

DESK = {"host": "127.0.0.1"}
PATHS = ["/", "/reviews/", "/reviews/x/", "/figures/", "/figures/x/", "/ledger/", "/records/0/",
         "/lists/", "/check/", "/import/", "/waiting/", "/pairing/"]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_without_a_ledger_no_page_fails(ledger_db: str, reader: Client, path: str) -> None:
    assert reader.get(path, headers=DESK).status_code in (200, 404)


@pytest.mark.parametrize("path", PATHS)
def test_without_even_tables_every_page_says_how_to_begin(
    ledger_db: str, reader: Client, tmp_path: Path, path: str
) -> None:
    if connections["default"].vendor != "sqlite":
        pytest.skip("an empty SQLite file is what a new office has")
    use(str(tmp_path / "empty.sqlite3"))
    try:
        response = reader.get(path, headers=DESK)
    finally:
        use(ledger_db)
    assert response.status_code in (200, 404)
    assert response.status_code == 404 or "concentric demo" in response.content.decode()


def test_a_fault_of_the_database_of_a_ledger_is_not_hidden(
    world: World, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(audience: str) -> list[object]:
        raise OperationalError("disk I/O error")

    monkeypatch.setattr(reviews, "editions", broken)
    with pytest.raises(OperationalError):
        reader.get("/reviews/")


def test_a_broken_database_is_a_fault_and_no_invitation_to_begin(ledger_db: str, tmp_path: Path) -> None:
    if connections["default"].vendor != "sqlite":
        pytest.skip("a damaged file is SQLite's")
    damaged = tmp_path / "damaged.sqlite3"
    damaged.write_bytes(b"no database " * 1000)
    use(str(damaged))
    try:
        answers = {path: Client(raise_request_exception=False).get(path) for path in ("/", "/lists/", "/nothing/")}
    finally:
        use(ledger_db)
    assert [one.status_code for one in answers.values()] == [500, 500, 404]
    assert not any("concentric init" in one.content.decode() for one in answers.values())


@pytest.mark.parametrize("path", ["/", "/figures/", "/lists/", "/lists/cases/"])
def test_before_the_first_record_a_page_says_when_the_ledger_begins(world: World, reader: Client, path: str) -> None:
    html = reader.get(path, {"on": "2019-01-01"}).content.decode()
    assert "2021年1月15日" in html and f'<a class="btn" href="{path}">' in html


@pytest.mark.parametrize("path", ["/", "/figures/", "/lists/", "/lists/cases/"])
def test_a_ledger_without_a_book_says_how_to_adopt_one(office: Actor, reader: Client, path: str) -> None:
    html = reader.get(path).content.decode()
    assert "concentric book show city" in html and "concentric book adopt" in html
