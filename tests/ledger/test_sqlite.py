"""SQLite as the settings open it: synced at each commit, one writer, checkpoints under the write lock only."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from django.db import connection, transaction
from filelock import FileLock, Timeout

from concentric.ledger import checks, lock
from concentric.ledger.actor import Actor
from concentric.register.models import Place

from .cast import enter, findings
from .test_writers import together


@pytest.fixture(autouse=True)
def _only_sqlite(ledger_db: str) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("about SQLite")


@pytest.fixture
def other(ledger_db: str) -> Iterator[sqlite3.Connection]:
    """A connection of another program."""
    opened = sqlite3.connect(ledger_db, timeout=0, isolation_level=None)
    yield opened
    opened.close()


def place(code: str):  # type: ignore[no-untyped-def]
    return lambda w: w.add(Place(code=code, name="甲" * 50, level="county"))


def wal(database: str) -> int:
    return Path(f"{database}-wal").stat().st_size


def test_a_commit_is_synced_and_no_checkpoint_comes_by_itself(ledger_db: str) -> None:
    with connection.cursor() as cursor:
        found = {
            name: cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "wal_autocheckpoint", "busy_timeout", "foreign_keys")
        }
    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "wal_autocheckpoint": 0,
        "busy_timeout": 20_000,
        "foreign_keys": 1,
    }


def test_a_transaction_holds_the_write_lock_from_its_first_moment(ledger_db: str, other: sqlite3.Connection) -> None:
    with transaction.atomic(), pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")


def test_without_it_two_that_read_before_they_write_would_fail_at_once(ledger_db: str) -> None:
    one, two = (sqlite3.connect(ledger_db, timeout=20, isolation_level=None) for _ in range(2))
    for each in (one, two):
        each.execute("BEGIN DEFERRED")
        each.execute("SELECT count(*) FROM access_account").fetchone()
    one.execute("INSERT INTO access_account (key, role) VALUES ('a', 'office')")
    one.execute("COMMIT")
    began = time.monotonic()
    with pytest.raises(sqlite3.OperationalError, match="database is locked"):
        two.execute("INSERT INTO access_account (key, role) VALUES ('b', 'office')")
    assert time.monotonic() - began < 10, "the timeout is no cure: the snapshot is stale for good"
    one.close()
    two.close()


def test_a_writer_waits_for_the_lock_file_that_another_process_holds(office: Actor, ledger_db: str) -> None:
    script = "import sys, filelock\nwith filelock.FileLock(sys.argv[1]):\n    print(flush=True)\n    sys.stdin.read()\n"
    holder = subprocess.Popen(
        [sys.executable, "-c", script, f"{ledger_db}.lock"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None and holder.stdin is not None
    holder.stdout.readline()
    done = threading.Event()
    released = threading.Timer(0.6, holder.stdin.close)
    began = time.monotonic()
    released.start()
    assert together(lambda: (enter(office, place("1")), done.set())) == []
    assert done.is_set() and time.monotonic() - began >= 0.6
    holder.wait(10)


def test_checkpoints_run_after_large_commits_and_under_the_lock_only(
    office: Actor, ledger_db: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    tidied: list[int] = []

    def tidy(database: str) -> None:
        with pytest.raises(Timeout):
            FileLock(f"{database}.lock").acquire(timeout=0)
        tidied.append(wal(database))
        lock_tidy(database, limit=200_000)

    lock_tidy = lock.tidy
    monkeypatch.setattr(lock, "tidy", tidy)
    for at in range(40):
        enter(office, place(f"{at}"))
    grown = [size > 200_000 for size in tidied]
    assert any(grown) and not all(grown), tidied
    assert len([1 for before, after in pairwise(tidied) if after < before]) == sum(grown[:-1])
    assert findings() == []


def test_nothing_but_tidy_moves_the_wal(office: Actor, ledger_db: str) -> None:
    size = Path(ledger_db).stat().st_size
    for at in range(90):
        enter(office, place(f"{at}"))
    assert wal(ledger_db) > 1_000 * 4_096, "more than SQLite's own limit"
    assert Path(ledger_db).stat().st_size == size
    lock.settle()
    assert wal(ledger_db) == 0 and Path(ledger_db).stat().st_size > size and findings() == []


def test_a_reader_in_the_way_of_a_checkpoint_delays_no_commit(
    office: Actor, ledger_db: str, other: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    tidy = lock.tidy
    monkeypatch.setattr(lock, "tidy", lambda database: tidy(database, limit=0))
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM ledger_entry").fetchone()
    began = time.monotonic()
    enter(office, place("1"))
    assert time.monotonic() - began < 5 and wal(ledger_db) > 0
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA busy_timeout").fetchone() == (20_000,)
    other.execute("COMMIT")
    enter(office, place("2"))
    assert wal(ledger_db) == 0 and findings() == []


def test_a_checkpoint_that_fails_does_not_undo_the_acknowledgement(
    office: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(database: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT nothing FROM nowhere")

    monkeypatch.setattr(lock, "tidy", broken)
    assert enter(office, place("1")).size == 3 and findings() == []


def test_an_old_library_is_told_of(ledger_db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for version, told in (((3, 51, 2), ["ledger.W001"]), ((3, 51, 3), [])):
        monkeypatch.setattr(connection.Database, "sqlite_version_info", version)
        assert [each.id for each in checks.sqlite_version(databases=["default"])] == told
