"""Fixtures of the pages' tests. Readers change nothing, so all of them share one database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connections
from django.test import Client

from .world import World, build


def use(name: str) -> None:
    """Let this thread's connection speak to the database `name`."""
    connections["default"].close()
    connections["default"].settings_dict["NAME"] = name


@pytest.fixture(scope="session")
def _built(
    _databases: Any, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Path, World]]:
    home, own = tmp_path_factory.mktemp("pages-home"), settings.HOME
    with django_db_blocker.unblock():
        name = _databases.fresh()
        use(name)
        settings.HOME = home
        try:
            world = build()
            connections.close_all()
            yield name, home, world
        finally:
            settings.HOME = own
            connections.close_all()
            _databases.drop(name)


@pytest.fixture
def world(_built: tuple[str, Path, World], django_db_blocker: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """A small programme, a frozen review in two languages, and one correction since. To read, not to write."""
    name, home, built = _built
    monkeypatch.setattr(settings, "HOME", home)
    monkeypatch.setenv("CONCENTRIC_HOME", str(home))
    with django_db_blocker.unblock():
        use(name)
        try:
            yield built
        finally:
            connections.close_all()


@pytest.fixture
def reader() -> Client:
    """A reader without an account, whose browser asks for Simplified Chinese."""
    return Client(headers={"accept-language": "zh-CN"}, raise_request_exception=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "world" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.database)
