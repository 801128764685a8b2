"""The ledger: records in one append, single appends by eight writers, verify, and kills of writing processes.

    python -m benchmarks.bench_ledger [--records 60000] [--singles 800] [--kills 20]

Beside the append stands a plain `bulk_create` of the same rows by Django, without entries, hashes, courses and states:
the ratio of the two tells more than either. Runs on a database of its own; on PostgreSQL, with
`python scripts/with-postgres python -m benchmarks.bench_ledger`.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from random import Random
from typing import Any

PARTS = 3  # records of each matter: a commitment and two deliveries


def main() -> int:
    """Read the options, run, and say whether the ledger holds at the end."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--records", type=int, default=60_000)
    parser.add_argument("--singles", type=int, default=800)
    parser.add_argument("--kills", type=int, default=20)
    options, _ = parser.parse_known_args()
    with tempfile.TemporaryDirectory(prefix="concentric-bench-") as home:
        os.environ |= {"CONCENTRIC_HOME": home, "DJANGO_SETTINGS_MODULE": "concentric.config.settings"}
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        return run(options.records, options.singles, options.kills)


def run(records: int, singles: int, kills: int) -> int:
    """Everything on one ledger. 1 when verify finds something or an acknowledged record is gone."""
    from django.db import connection
    from tests.ledger.cast import build

    from benchmarks.machine import line
    from concentric.access.founding import found
    from concentric.ledger.verify import verify

    print(line())
    print(f"database: {connection.vendor}")
    title = {"zh-Hans": "示例", "en": "Example"}
    office = found(origin="bench.example/c", title=title, office_name="办", time_zone="Asia/Shanghai", example=True)
    city = build(office)
    count = records // PARTS * PARTS
    plain = _told("plain bulk_create of the same rows", count, lambda: _bulk_create(city, count // PARTS))
    append = _told("append, everything included", count, lambda: _append(city, count // PARTS))
    print(f"{'':36}  {append / plain:.1f} times the processor time of bulk_create")
    _told("verify", count, verify)
    lost = _singles(city, singles) + _kills(city, kills)
    report = verify()
    wrong = len(report.findings)
    print(f"{'at the end':36}  {report.size:,} entries, {wrong} findings, {lost} acknowledged records lost")
    return int(wrong > 0 or lost > 0)


def _told(name: str, count: int, work: Callable[[], object]) -> float:
    """Run, print the rate by the clock and by the processor, and return the processor time."""
    wall, processor = time.perf_counter(), time.process_time()
    work()
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    print(f"{name:36}  {count / wall:9,.0f} records/s   {count / processor:9,.0f} by processor time")
    return processor


def _rows(city: Any, at: int) -> tuple[Any, list[Any]]:
    from tests.ledger.cast import DAY

    from concentric.keep.models import CommitmentStep

    halves = [
        CommitmentStep(name="delivered", number=f"{letter}{at}", occurred_on=DAY, amount=amount)
        for letter, amount in (("D", Decimal(60)), ("E", Decimal(40)))
    ]
    return city.pledge(f"C{at}"), halves


def _append(city: Any, matters: int) -> None:
    from tests.ledger.cast import enter

    from concentric.keep.commitments import pledge
    from concentric.keep.models import Commitment, CommitmentStep

    def write(writer: Any) -> None:
        writer.prefetch(Commitment, [f"C{at}" for at in range(matters)])
        writer.prefetch(CommitmentStep, [f"{letter}{at}" for at in range(matters) for letter in "DE"])
        for at in range(matters):
            commitment, steps = _rows(city, at)
            root = pledge(writer, commitment)
            for step in steps:
                step.matter_id = root
                writer.step(step)

    enter(city.office, write)


def _bulk_create(city: Any, matters: int) -> None:
    """What Django does for an ordinary application. Undone at the end."""
    from django.db import connection, models, transaction
    from django.utils import timezone

    from concentric.keep.models import Commitment, CommitmentStep
    from concentric.ledger import triggers
    from concentric.ledger.ids import new_id

    with transaction.atomic():
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                for model in (Commitment, CommitmentStep):
                    for name in triggers.names(model._meta.db_table):
                        cursor.execute(f"DROP TRIGGER {name}")
        commitments, deliveries, now = [], [], timezone.now()
        for at in range(matters):
            commitment, steps = _rows(city, at)
            commitment.id = commitment.root = new_id()
            for n, step in enumerate(steps, 1):
                step.matter_id, step.n, step.state, step.id = commitment.id, n, "delivered", new_id()
                step.root = step.id
            for offset, record in enumerate((commitment, *steps)):
                record.idx, record.office, record.recorded_at = 10**9 + PARTS * at + offset, city.office.office, now
                record.recorded_by, record.channel = "office", "command"
            commitments.append(commitment)
            deliveries += steps
        models.QuerySet(Commitment).bulk_create(commitments, batch_size=1_000)
        models.QuerySet(CommitmentStep).bulk_create(deliveries, batch_size=1_000)
        transaction.set_rollback(True)


def _singles(city: Any, singles: int) -> int:
    """Eight threads, an append for each step, each thread on a matter of its own. Returns how many were lost."""
    import threading

    from django.db import connection
    from tests.ledger.cast import DAY

    from concentric.keep.commitments import take_step
    from concentric.keep.models import CommitmentStep
    from concentric.ledger.append import append

    each = singles // 8
    roots = [[city.pledged(f"W{own}-{at}") for at in range(max(1, each // 5))] for own in range(8)]
    done: list[str] = []

    def work(own: int) -> None:
        for at in range(each):
            number = f"W{own}.{at}"
            root = roots[own][at // 5 % len(roots[own])]
            append(
                city.office,
                lambda w, root=root, number=number: take_step(  # type: ignore[misc]
                    w, root, "delivered", on=DAY, amount=Decimal(1), number=number
                ),
                request_id=number,
            )
            done.append(number)
        connection.close()

    threads = [threading.Thread(target=work, args=(own,)) for own in range(8)]

    def together() -> None:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    _told("single appends, 8 writers", 8 * each, together)
    errors = 8 * each - len(done)
    there = set(CommitmentStep.objects.filter(number__startswith="W").values_list("number", flat=True))
    return len(set(done) - there) + errors


def _kills(city: Any, kills: int) -> int:
    """Kill writing processes at random moments. Returns how many acknowledged records are gone or elsewhere."""
    if kills == 0:
        return 0
    from django.db import connection
    from tests.ledger.cast import Nursery, await_silence

    from concentric.keep.models import CommitmentStep

    rng, told, nursery = Random(1), dict[str, int](), Nursery()
    for at in range(kills):
        if at % 5 == 0:
            root = city.pledged(f"K{at}")
        told |= nursery.killed(root, f"K.{at}", rng.uniform(0, 0.1))
    nursery.close()
    if connection.vendor == "postgresql":
        await_silence()
    held = dict(CommitmentStep.objects.filter(number__startswith="K.").values_list("number", "idx"))
    lost = sum(held.get(number) != idx for number, idx in told.items())
    print(f"{f'kill -9, {kills} times':36}  {len(told):,} acknowledged, {lost} lost, {len(held) - len(told)} untold")
    return lost


if __name__ == "__main__":
    sys.exit(main())
