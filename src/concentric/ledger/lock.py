"""One writer at a time.

PostgreSQL: an advisory lock that the transaction holds. SQLite: `BEGIN IMMEDIATE` and, around it, a lock file that
every writer and every WAL checkpoint of this program takes: SQLite before 3.51.3 can lose a reset WAL when one
connection writes while another checkpoints. Automatic checkpoints are off (settings); `tidy` makes them here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from django.db import connection, transaction
from filelock import FileLock

ADVISORY = 7_160_493_215_001  # any constant: all writers of one database must use the same
WAL_LIMIT = 16 * 2**20  # bytes of WAL after which a commit is followed by a checkpoint


@cache
def _file_lock(database: str) -> FileLock:
    # thread_local: two threads of one process must exclude each other too.
    return FileLock(f"{database}.lock", thread_local=True)


@contextmanager
def writing() -> Iterator[None]:
    """A transaction that is the only one writing. Committed and, on SQLite, synced when the block is left."""
    if connection.vendor == "sqlite":
        database = str(connection.settings_dict["NAME"])
        with _file_lock(database):
            with transaction.atomic(durable=True):
                yield
            tidy(database)
    else:
        with transaction.atomic(durable=True):
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ADVISORY])
            yield


def tidy(database: str, *, limit: int = WAL_LIMIT) -> None:
    """Move a WAL of more than `limit` bytes into the database. The write lock must be held."""
    try:
        size = Path(f"{database}-wal").stat().st_size
    except OSError:
        return
    if size > limit:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
