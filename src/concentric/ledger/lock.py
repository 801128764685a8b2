"""One writer at a time.

PostgreSQL: an advisory lock that the transaction holds. SQLite: `BEGIN IMMEDIATE` and, around it, a lock file that
every writer and every WAL checkpoint of this program takes: SQLite before 3.51.3 can lose a reset WAL when one
connection writes while another checkpoints. Automatic checkpoints are off (settings); `tidy` makes them here.
Readers take no lock: `reading` gives them one snapshot, and no writer waits for them.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

from django.db import DatabaseError, connection, transaction
from filelock import FileLock

ADVISORY = 7_160_493_215_001  # any constant: all writers of one database must use the same
WAL_LIMIT = 16 * 2**20  # bytes of WAL after which a commit is followed by a checkpoint

POLL = 0.005  # seconds between two looks at a taken lock; the library's 0.05 would leave the disk idle


@cache
def _locks(database: str) -> tuple[threading.RLock, FileLock]:
    # Threads of one process wait for each other without looking; only one of them looks at the file.
    return threading.RLock(), FileLock(f"{database}.lock", thread_local=False)


@contextmanager
def _alone(database: str) -> Iterator[None]:
    thread, process = _locks(database)
    with thread, process.acquire(poll_interval=POLL):
        yield


@contextmanager
def writing() -> Iterator[None]:
    """A transaction that is the only one writing. Committed and, on SQLite, synced when the block is left."""
    if connection.vendor == "sqlite":
        database = str(connection.settings_dict["NAME"])
        with _alone(database):
            with transaction.atomic(durable=True):
                yield
            # The transaction is committed: whatever keeps the WAL from shrinking now must not look like a failure.
            with suppress(DatabaseError):
                tidy(database)
    else:
        with transaction.atomic(durable=True):
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ADVISORY])
            yield


@contextmanager
def alone() -> Iterator[None]:
    """Keep every other writer out, without a transaction: for changing the tables themselves."""
    if connection.vendor == "sqlite":
        with _alone(str(connection.settings_dict["NAME"])):
            yield
    else:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [ADVISORY])
        try:
            yield
        finally:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [ADVISORY])


def settle() -> None:
    """Move the whole WAL into the database, on SQLite, unless somebody reads from it at this moment."""
    if connection.vendor == "sqlite":
        database = str(connection.settings_dict["NAME"])
        with _alone(database):
            tidy(database, limit=0)


def tidy(database: str, *, limit: int = WAL_LIMIT) -> None:
    """Move a WAL of more than `limit` bytes into the database. The write lock must be held."""
    try:
        size = Path(f"{database}-wal").stat().st_size
    except OSError:
        return
    if size > limit:
        with connection.cursor() as cursor:
            patience = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
            # A reader in the way would hold every writer up for the whole timeout; the next commit tries again.
            cursor.execute("PRAGMA busy_timeout = 0")
            try:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                cursor.execute(f"PRAGMA busy_timeout = {int(patience)}")


@contextmanager
def reading() -> Iterator[None]:
    """One snapshot for everything that is read in the block. Nothing can be written in it, and nobody waits for it."""
    if connection.vendor == "sqlite":
        # IMMEDIATE, which the settings ask for, would keep every writer out for as long as the reading takes.
        connection.ensure_connection()
        database: Any = connection
        usual, database.transaction_mode = database.transaction_mode, "DEFERRED"
        try:
            with transaction.atomic(durable=True):
                yield
        finally:
            database.transaction_mode = usual
    else:
        with transaction.atomic(durable=True):
            with connection.cursor() as cursor:
                # Without it each statement, and each server-side cursor, would see a database of its own.
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
