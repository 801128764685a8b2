"""Rows on their way into SQLite: written by a thread of their own, while the next ones are made.

SQLite works without the interpreter's lock for as long as a statement runs. So a statement takes hundreds of rows, and
two processors share a large change: one makes rows and hashes, the other keeps tables and indexes in order.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import lru_cache
from itertools import chain
from queue import Queue
from threading import Thread
from types import TracebackType
from typing import Any, Self

from django.db import connection, models

from concentric.ledger import insert
from concentric.ledger.insert import Row, Statement

_VALUES = 4_000  # in one statement: more gains nothing and makes prepared statements large
_WAITING = 16  # tables' rows that may wait before the one who makes them does
_PATIENCE = 0.0005  # seconds for which a thread may be kept from the interpreter; usually 0.005, a statement's time


class Behind:
    """Writes rows at once, or behind the caller's back after `begin`. One for each transaction, entered as a context.

    What is read through Django's connection meanwhile waits until everything handed over is there.
    """

    def __init__(self) -> None:
        self._queue: Queue[tuple[Statement, Sequence[Row]] | None] = Queue(_WAITING)
        self._thread: Thread | None = None
        self._raw: Any = None
        self._wrong: BaseException | None = None
        self._ends = ExitStack()

    def __enter__(self) -> Self:
        self._ends.enter_context(connection.execute_wrapper(self._settled))
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        with self._ends:
            if kind is None:
                self.settle()

    def begin(self) -> None:
        """From here on write behind the caller's back, if the database is SQLite."""
        if self._thread is None and connection.vendor == "sqlite":
            self._raw = connection.connection
            self._thread = Thread(target=self._work, name="concentric-rows", daemon=True)
            self._ends.callback(self._end, self._thread)
            self._ends.callback(sys.setswitchinterval, sys.getswitchinterval())
            sys.setswitchinterval(_PATIENCE)
            self._thread.start()

    def insert(self, model: type[models.Model], rows: Sequence[Row]) -> None:
        """Insert finished rows: values in the order of the model's columns, ids through `id_form`."""
        if self._thread is None:
            insert.insert_rows(model, rows)
        elif rows:
            self._queue.put((insert.insertion(model), rows))

    def put(self, model: type[models.Model], rows: Sequence[Row]) -> None:
        """Insert finished rows, each in the place of the one that has its primary key. For projections only."""
        if self._thread is None:
            insert.put_rows(model, rows)
        elif rows:
            self._queue.put((insert.putting(model), rows))

    def settle(self) -> None:
        """Wait until everything handed over is in the database. Raises what went wrong with it."""
        if self._thread is not None:
            self._queue.join()
            if self._wrong is not None:
                with connection.wrap_database_errors:
                    raise self._wrong

    def _settled(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        self.settle()
        return execute(sql, params, many, context)

    def _work(self) -> None:
        limit = min(_VALUES, self._raw.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER))
        while (handed := self._queue.get()) is not None:
            try:
                # After a mistake nothing more is written: the transaction is going to be rolled back.
                if self._wrong is None:
                    _execute(self._raw, *handed, limit)
            except BaseException as wrong:
                self._wrong = wrong
            finally:
                self._queue.task_done()

    def _end(self, thread: Thread) -> None:
        self._thread = None
        self._wrong = self._wrong or EOFError()  # what still waits is not wanted any more
        self._queue.put(None)
        thread.join()


def _execute(raw: sqlite3.Connection, statement: Statement, rows: Sequence[Row], limit: int) -> None:
    size = max(1, limit // statement.width)
    at = 0
    while at < len(rows):
        while size > len(rows) - at:
            size //= 2  # halves, so that few statements serve every number of rows and stay prepared
        raw.execute(_text(statement, size), list(chain.from_iterable(rows[at : at + size])))
        at += size


@lru_cache(maxsize=512)
def _text(statement: Statement, size: int) -> str:
    row = f"({', '.join('?' * statement.width)})"
    return f"{statement.head} VALUES {', '.join([row] * size)} {statement.tail}"
