"""Positions in the log: how many entries there were at a time."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import DatabaseError, connection

from concentric.ledger.models import Charter, Commit, Entry
from concentric.ledger.refusals import NotChartered


def charter() -> Charter:
    """The ledger's charter in force. NotChartered when nothing was set up yet, not even the tables.

    A database that is broken is another thing than none: its fault is raised, lest somebody sets up a second ledger.
    """
    try:
        found = Charter.objects.in_force().first()
    except DatabaseError:
        if has_tables():
            raise
        found = None
    if found is None:
        raise NotChartered("ledger-not-chartered")
    return found


def origin() -> str:
    """The ledger's name in checkpoints: as it was founded, whatever the list of what is in force says now.

    NotChartered when nothing was set up yet.
    """
    founded = Charter.objects.order_by("idx").values_list("origin", flat=True).first() if is_begun() else None
    return founded if founded is not None else charter().origin


def is_begun() -> bool:
    """Whether anything was ever entered, whatever became of the list of what is in force."""
    try:
        return Commit.objects.exists() or Entry.objects.exists()
    except DatabaseError:
        if has_tables():
            raise
        return False


def has_tables() -> bool:
    """Whether the database was ever set up. DatabaseError where it can't even say that."""
    return Charter._meta.db_table in connection.introspection.table_names()


def size() -> int:
    """How many entries the log has."""
    last = Commit.objects.order_by("-size").values_list("size", flat=True).first()
    return last or 0


def position_at(day: date, zone: str) -> int:
    """The position "as it was known on `day`": everything committed before that day ended in the office's time zone.

    Commit times are monotone, so this is one number. 0 when nothing was known yet.
    """
    if day == date.max:  # no day follows it
        return size()
    end = datetime.combine(day + timedelta(days=1), time(), tzinfo=ZoneInfo(zone))
    found = Commit.objects.filter(at__lt=end).order_by("-size").values_list("size", flat=True).first()
    return found or 0
