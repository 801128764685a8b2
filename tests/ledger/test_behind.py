"""Rows of a large change are written while the next ones are made: in order, all of them, or none."""

from __future__ import annotations

import sys
import threading
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, connection

from concentric.keep import commitments
from concentric.ledger.actor import Actor
from concentric.ledger.behind import Behind, _execute
from concentric.ledger.insert import Statement
from concentric.ledger.models import Entry, Head
from concentric.ledger.writer import Writer
from concentric.register.models import Place

from .cast import DAY, build, enter, findings


@pytest.fixture(autouse=True)
def _small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("concentric.ledger.writer.CHUNK", 5)


def places(writer: Writer, count: int) -> None:
    for at in range(count):
        writer.add(Place(code=f"P{at}", name="某地", level="county"))


def threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name == "concentric-rows"]


def test_what_is_read_in_the_change_is_there_though_it_is_still_being_written(office: Actor) -> None:
    before = Entry.objects.count()
    seen: list[int] = []

    def write(writer: Writer) -> None:
        for at in range(60):
            writer.add(Place(code=f"P{at}", name="某地", level="county"))
            seen.append(Entry.objects.count() - before)

    enter(office, write)
    assert seen == [(at + 1) // 5 * 5 for at in range(60)] and findings() == [] and threads() == []


def test_a_refusal_in_the_middle_leaves_nothing_and_ends_the_thread(office: Actor) -> None:
    usual, before = sys.getswitchinterval(), Entry.objects.count()

    def write(writer: Writer) -> None:
        places(writer, 23)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        enter(office, write)
    assert (Entry.objects.count(), Place.objects.count()) == (before, 0) and threads() == []
    assert sys.getswitchinterval() == pytest.approx(usual)
    enter(office, lambda writer: places(writer, 12))
    assert Place.objects.count() == 12 and findings() == []


@pytest.mark.parametrize("caught", [False, True])
def test_what_the_database_refuses_undoes_everything_also_when_the_change_carries_on(
    office: Actor, caught: bool
) -> None:
    """The mistake is told at the next reading or at the end, and cannot be got past."""
    before = Entry.objects.count()

    def write(writer: Writer) -> None:
        places(writer, 7)
        writer._records[-1].idx = 0  # taken by the charter
        try:
            for at in range(9):
                writer.add(Place(code=f"Q{at}", name="某地", level="county"))
            Entry.objects.count()
        except IntegrityError:
            if not caught:
                raise

    with pytest.raises(DatabaseError):
        enter(office, write)
    assert (Entry.objects.count(), Place.objects.count()) == (before, 0) and threads() == [] and findings() == []


def test_heads_that_move_are_put_in_the_place_of_the_old_ones(office: Actor) -> None:
    city = build(office)
    roots = [city.pledged(f"C{at}") for at in range(13)]

    def write(writer: Writer) -> None:
        for step in range(3):
            for at, root in enumerate(roots):
                commitments.take_step(writer, root, "delivered", on=DAY, amount=Decimal(2), number=f"D{at}-{step}")

    enter(office, write)
    heads = Head.objects.filter(matter__in=roots)
    assert {(head.n, head.amounts["delivered"]) for head in heads} == {(3, "6")} and findings() == []


def test_a_small_change_needs_no_thread(office: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Behind, "begin", lambda _: pytest.fail("begun"))
    enter(office, lambda writer: places(writer, 4))
    assert findings() == []


@pytest.mark.parametrize("count", [0, 1, 2, 5, 63, 64, 65, 200])
def test_every_number_of_rows_is_written_in_its_order(ledger_db: str, count: int) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite is written behind anybody's back")
    connection.ensure_connection()
    raw = connection.connection
    raw.execute("CREATE TEMP TABLE pairs (a INTEGER, b TEXT)")
    rows = [(at, f"{at}") for at in range(count)]
    _execute(raw, Statement("INSERT INTO pairs", 2), rows, 128)
    assert [tuple(row) for row in raw.execute("SELECT a, b FROM pairs ORDER BY rowid")] == rows
