"""The time that commits bear. An example ledger may be filled as if its year were passing; no other may."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime

_told: ContextVar[datetime | None] = ContextVar("told", default=None)


def now() -> datetime:
    """The time now, in UTC; within `example_time` the time told there."""
    return _told.get() or datetime.now(UTC)


def is_told() -> bool:
    """Whether the time is one that somebody told. `append` refuses it outside a ledger of example data."""
    return _told.get() is not None


@contextmanager
def example_time(at: datetime) -> Iterator[None]:
    """Commit as if it were `at`, in a ledger whose charter says that its data are an example."""
    token = _told.set(at.astimezone(UTC))
    try:
        yield
    finally:
        _told.reset(token)
