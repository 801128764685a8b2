"""Fixtures for tests that need a database.

Each test gets a database of its own, copied from a migrated template: the triggers that guard records would refuse the
usual flush between tests. The database is SQLite, or PostgreSQL when DATABASE_URL names one: see
`scripts/with-postgres`.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

# Before settings are read: tests never touch the home of the person who runs them.
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "concentric.config.settings")
_HOME = tempfile.mkdtemp(prefix="concentric-tests-")
os.environ["CONCENTRIC_HOME"] = _HOME
os.environ.pop("CONCENTRIC_LANG", None)

import pytest  # noqa: E402
from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connections  # noqa: E402
from hypothesis import settings as hypothesis_settings  # noqa: E402

from concentric.ledger.actor import Actor  # noqa: E402

# Speed is never tested: another process on the machine would fail an example that took too long.
hypothesis_settings.register_profile("concentric", deadline=None)
hypothesis_settings.load_profile("concentric")


def pytest_sessionfinish() -> None:
    shutil.rmtree(_HOME, ignore_errors=True)


def _use(name: str) -> None:
    connection = connections["default"]
    connection.close()
    connection.settings_dict["NAME"] = name


class _SQLite:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.template = folder / "template.sqlite3"
        _use(str(self.template))
        call_command("migrate", verbosity=0, interactive=False)
        with connections["default"].cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connections["default"].close()

    def fresh(self) -> str:
        name = str(self.folder / f"{uuid.uuid4().hex}.sqlite3")
        shutil.copyfile(self.template, name)
        return name

    def drop(self, name: str) -> None:
        for suffix in ("", "-wal", "-shm", ".lock"):
            Path(name + suffix).unlink(missing_ok=True)


class _PostgreSQL:
    def __init__(self) -> None:
        self.first = connections["default"].settings_dict["NAME"]
        self.template = f"template_{uuid.uuid4().hex}"
        self._run(f"CREATE DATABASE {self.template}")
        _use(self.template)
        call_command("migrate", verbosity=0, interactive=False)
        connections["default"].close()

    def _run(self, statement: str) -> None:
        _use(self.first)
        with connections["default"].cursor() as cursor:
            cursor.execute(statement)
        connections["default"].close()

    def fresh(self) -> str:
        name = f"test_{uuid.uuid4().hex}"
        self._run(f"CREATE DATABASE {name} TEMPLATE {self.template} STRATEGY FILE_COPY")
        return name

    def drop(self, name: str) -> None:
        self._run(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def _databases(django_db_blocker: pytest.FixtureRequest) -> Iterator[_SQLite | _PostgreSQL]:
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        if connections["default"].vendor == "postgresql":
            yield _PostgreSQL()
        else:
            yield _SQLite(Path(tempfile.mkdtemp(prefix="databases-", dir=_HOME)))


@pytest.fixture
def ledger_db(
    _databases: _SQLite | _PostgreSQL,
    django_db_blocker: pytest.FixtureRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[str]:
    """An empty migrated database and a home folder, both of this test alone. Yields the database's name."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setattr(settings, "HOME", home)
    monkeypatch.setenv("CONCENTRIC_HOME", str(home))
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        name = _databases.fresh()
        _use(name)
        try:
            yield name
        finally:
            connections.close_all()
            _databases.drop(name)


@pytest.fixture
def office(ledger_db: str) -> Actor:
    """The account of an office that has just founded its ledger of example data."""
    from concentric.access.founding import found

    return found(
        origin="tests.example/concentric",
        title={"zh-Hans": "示例市", "en": "Example city"},
        office_name="协调办公室",
        time_zone="Asia/Shanghai",
        example=True,
    )


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):  # type: ignore[no-untyped-def]
    """Runs `concentric` with words; returns exit code, output and errors."""
    from concentric.config.cli import main

    def call(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["concentric", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return int(ended.value.code or 0), out, err

    return call


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "ledger_db" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.database)
