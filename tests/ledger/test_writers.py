"""Several writers at once lose nothing, wait for one another, and never wait for a reader."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction

from concentric.keep.commitments import take_step
from concentric.keep.models import CommitmentStep
from concentric.ledger.actor import Actor
from concentric.ledger.append import append
from concentric.ledger.ids import new_id
from concentric.ledger.insert import insert
from concentric.ledger.lock import reading
from concentric.ledger.models import Entry, Head
from concentric.ledger.verify import verify
from concentric.register.models import Place

from .cast import DAY, acknowledged, build, enter, findings, worker


def together(*work: Callable[[], object]) -> list[BaseException]:
    """Run each in a thread with a connection of its own; what they raised."""
    raised: list[BaseException] = []

    def run(one: Callable[[], object]) -> None:
        try:
            one()
        except BaseException as error:
            raised.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(one,)) for one in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    return raised


def deliver(actor: Actor, root: UUID, number: str) -> int:
    return append(
        actor,
        lambda w: take_step(w, root, "delivered", on=DAY, amount=Decimal(1), number=number),
        request_id=number,
    ).first


def holds(root: UUID, wanted: dict[str, int]) -> None:
    """Every acknowledged step is there once, at its index, and the steps are numbered without a gap."""
    held = dict(CommitmentStep.objects.filter(matter_id=root).values_list("number", "idx"))
    assert held == wanted
    numbers = list(CommitmentStep.objects.filter(matter_id=root).order_by("idx").values_list("n", flat=True))
    assert numbers == list(range(1, len(wanted) + 1)) and Head.objects.get(matter=root).n == len(wanted)
    assert findings() == []


def test_eight_threads_take_steps_of_one_matter_and_none_is_lost(office: Actor) -> None:
    root = build(office).pledged()
    done: dict[str, int] = {}

    def work(own: int) -> None:
        for at in range(8):
            number = f"{own}-{at}"
            done[number] = deliver(office, root, number)

    assert together(*[lambda own=own: work(own) for own in range(8)]) == []  # type: ignore[misc]
    assert len(done) == 64
    holds(root, done)


def test_processes_with_four_threads_each_lose_nothing_either(office: Actor) -> None:
    root = build(office).pledged()
    running = [worker(6, 4, f"w{at}", root) for at in range(2)]
    done: dict[str, int] = {}
    for process in running:
        output, _ = process.communicate(timeout=120)
        assert process.returncode == 0
        done |= acknowledged(output)
    assert len(done) == 48
    holds(root, done)


def test_a_step_cannot_be_taken_twice_even_past_the_lock(office: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def unlocked() -> Iterator[None]:
        with transaction.atomic():
            yield

    monkeypatch.setattr("concentric.ledger.append.writing", unlocked)
    root = build(office).pledged()
    done: dict[str, int] = {}
    both = threading.Barrier(2, timeout=3)

    def step(number: str) -> None:
        def change(writer):  # type: ignore[no-untyped-def]
            writer.matter(root)
            try:
                both.wait()  # both have read where the matter stands
            except threading.BrokenBarrierError:
                assert connection.vendor == "sqlite"  # BEGIN IMMEDIATE let only one of them in
            take_step(writer, root, "delivered", on=DAY, amount=Decimal(1), number=number)

        done[number] = append(office, change, request_id=number).first

    raised = together(lambda: step("a"), lambda: step("b"))
    assert all(isinstance(error, IntegrityError) for error in raised)
    assert len(done) + len(raised) == 2 and len(done) == (1 if connection.vendor == "postgresql" else 2)
    holds(root, done)


def test_a_matter_has_each_step_once_in_the_database_itself(office: Actor) -> None:
    root = build(office).pledged()
    deliver(office, root, "first")
    taken = CommitmentStep.objects.get()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("DROP TRIGGER keep_commitmentstep_no_replace")
    again = CommitmentStep(**{field.attname: getattr(taken, field.attname) for field in taken._meta.concrete_fields})
    again.id, again.idx, again.number = new_id(), 99, "again"
    again.root = again.id
    with pytest.raises(IntegrityError, match=r"(?i)unique"), transaction.atomic():
        insert(CommitmentStep, [again.__dict__])


def test_a_reader_keeps_its_snapshot_and_no_writer_waits_for_it(office: Actor) -> None:
    build(office)
    with reading():
        before = Entry.objects.count()
        assert together(lambda: enter(office, lambda w: w.add(Place(code="1", name="甲", level="county")))) == []
        assert Entry.objects.count() == before
    assert Entry.objects.count() == before + 1
    enter(office, lambda w: w.add(Place(code="2", name="乙", level="county")))


def test_verify_finds_nothing_while_others_write(office: Actor) -> None:
    city = build(office)
    root = city.pledged()
    stop = threading.Event()
    reports = []

    def write() -> None:
        at = 0
        while not stop.is_set():
            at += 1
            deliver(office, root, f"{threading.get_ident()}-{at}")

    def check() -> None:
        try:
            # On a busy machine a writer may wait long for its turn: go on until enough was written meanwhile.
            while len(reports) < 12 or len({report.size for report in reports}) <= 3:
                reports.append(verify())
                assert len(reports) < 500, "nothing was written meanwhile"
        finally:
            stop.set()

    assert together(write, write, check) == []
    assert [finding.key for report in reports for finding in report.findings] == []
