"""A ledger that an earlier version filled goes on: its tables are brought up to date, and nothing of it changes."""

from __future__ import annotations

import gzip
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, connections
from tests.ledger.cast import enter

from concentric.access.accounts import acting
from concentric.ledger import triggers
from concentric.ledger.models import Entry
from concentric.ledger.verify import verify
from concentric.register.models import Organisation

FIRST = Path(__file__).with_name("first-tables.sql.gz")
"""A ledger of twelve invented records in the tables of the first migrations, as the program of then wrote it."""


@pytest.fixture
def first(ledger_db: str) -> Iterator[None]:
    if connection.vendor != "sqlite":
        pytest.skip("the file is one of SQLite")
    held = connections["default"]
    held.close()
    name = settings.HOME / "first.sqlite3"
    old = sqlite3.connect(name)
    old.executescript(gzip.decompress(FIRST.read_bytes()).decode())
    old.close()
    held.settings_dict["NAME"] = str(name)
    yield
    held.close()
    held.settings_dict["NAME"] = ledger_db


def test_old_tables_are_told_of_and_never_taken_for_tampering(first: None, run) -> None:  # type: ignore[no-untyped-def]
    code, out, err = run("verify", "--lang", "en")
    assert code == 2 and out == "" and "earlier version" in err and "concentric upgrade" in err


def test_the_first_ledger_is_brought_up_to_date_and_agrees(first: None, run) -> None:  # type: ignore[no-untyped-def]
    before = list(Entry.objects.order_by("idx").values_list("payload", "leaf"))
    code, out, _ = run("upgrade", "--lang", "en")
    assert code == 0 and "version" in out and "nothing to do" not in out
    assert list(Entry.objects.order_by("idx").values_list("payload", "leaf")) == before
    assert triggers.missing() == [] and verify().findings == []
    assert "nothing to do" in run("upgrade", "--lang", "en")[1]
    assert run("verify")[0] == 0 and run("checkpoint")[0] == 0


def test_work_goes_on_in_it(first: None, run) -> None:  # type: ignore[no-untyped-def]
    assert run("upgrade")[0] == 0
    found = Organisation.objects.in_force().filter(kind="village").first()
    assert found is not None and found.size_class == ""
    later = Organisation(number="V9", name="新村", kind="village", size_class="small")
    enter(acting("office", "command"), lambda writer: writer.add(later))
    enter(acting("office", "command"), lambda writer: writer.supersede(found.root, _again(found), "改名"))
    assert verify().findings == []


def _again(found: Organisation) -> Organisation:
    """The same organisation under another name."""
    return Organisation(number=found.number, name="新石桥村", kind=found.kind, place_id=found.place_id)


def test_guards_that_are_missing_are_made_again(office: None, run) -> None:  # type: ignore[no-untyped-def]
    with connection.cursor() as cursor:
        where = "" if connection.vendor == "sqlite" else " ON ledger_commit"
        cursor.execute(f"DROP TRIGGER ledger_commit_no_delete{where}")
    assert run("verify")[0] == 1
    code, out, _ = run("upgrade", "--lang", "en")
    assert code == 0 and "nothing to do" not in out and run("verify")[0] == 0


def test_there_is_nothing_to_bring_up_to_date_before_a_ledger_is_founded(ledger_db: str, run) -> None:  # type: ignore[no-untyped-def]
    assert run("upgrade")[0] == 2


def test_a_home_moves_with_everything_in_it(first: None, run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    assert run("upgrade")[0] == 0 and run("checkpoint")[0] == 0
    connections["default"].close()
    other = tmp_path / "restored"
    shutil.copytree(settings.HOME, other)
    monkeypatch.setattr(settings, "HOME", other)
    connections["default"].settings_dict["NAME"] = str(other / "first.sqlite3")
    code, out, _ = run("verify", "--lang", "en")
    assert code == 0 and "the checkpoint signed" in out
