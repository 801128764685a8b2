"""Figures over a million records against the same figures written by hand in DuckDB SQL; refreshing against rebuilding.

    python -m benchmarks.bench_figures [--records 1000000] [--ledger 300000] [--tail 10000]

The first part makes the lake's tables directly and asserts that both ways give the same numbers. The second part
appends to a real ledger, since what it measures is the way from there to the lake.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any

REPEATS = 7


def main() -> int:
    """Print ratios and what they were measured on."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--ledger", type=int, default=300_000)
    parser.add_argument("--tail", type=int, default=10_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="concentric-bench-") as home:
        os.environ |= {"CONCENTRIC_HOME": home, "DJANGO_SETTINGS_MODULE": "concentric.config.settings"}
        os.environ.pop("DATABASE_URL", None)
        import django

        django.setup()
        from benchmarks.machine import line

        print(line())
        figures(options.records)
        refreshing(options.ledger, options.tail)
    return 0


def seconds(act: Callable[[], Any]) -> float:
    """How long one call takes."""
    return both(act)[0]


def both(act: Callable[[], Any]) -> tuple[float, float]:
    """How long one call takes, and how much time of all processors: on a busy machine that is the fairer number."""
    begun, worked = time.perf_counter(), time.process_time()
    act()
    return time.perf_counter() - begun, time.process_time() - worked


def figures(records: int) -> None:
    """All figures of the whole year's book, over views that are there and from a fresh snapshot."""
    from benchmarks import by_hand, by_hand_nouns
    from benchmarks.by_hand_figures import COVERAGES, FIGURES
    from benchmarks.province import Province
    from concentric.lake.snapshot import snapshot_of
    from concentric.prove.figures import figures as compute
    from concentric.register.book import read_book, shipped

    book, _ = read_book(shipped("city"))
    assert book is not None
    province = Province(records)
    period = book.when()

    def ours(engine: Any) -> list[Any]:
        return compute(book, period=period, engine=engine)

    def build(engine: Any) -> None:
        for name, statement in (by_hand.VIEWS | by_hand_nouns.VIEWS).items():
            engine.run(f"CREATE OR REPLACE TABLE {name} AS {statement}")

    def count(engine: Any) -> dict[str, list[Any]]:
        found: dict[str, list[Any]] = {}
        for codes, width, statement in FIGURES:
            row = engine.run(statement)[0]
            found |= {code: list(row[n * width : (n + 1) * width]) for n, code in enumerate(codes)}
        for code, statement in COVERAGES:
            *covered, members = engine.run(statement)[0]
            found[code] = [100 * Decimal(value) / members for value in covered]
        return found

    # Once each, so that neither way pays for starting up; then in turns, so that a busy moment hits both.
    first = snapshot_of(province.tables, province.size - 1)
    begun = seconds(partial(ours, first))
    build(first)
    count(first)
    fresh, worked, whole = [], [], []
    for n in range(5):
        opening = time.perf_counter()
        engine = snapshot_of(province.tables, province.size - n)
        opened = time.perf_counter() - opening
        mine, my_work = both(partial(ours, engine))
        whole.append(opened + mine)
        theirs = [both(partial(build, engine)), both(partial(count, engine))]
        fresh.append(mine / sum(wall for wall, _ in theirs))
        worked.append(my_work / sum(work for _, work in theirs))
        if n == 0:
            _compare(ours(engine), count(engine))
            warm = [seconds(partial(ours, engine)) / seconds(partial(count, engine)) for _ in range(REPEATS)]
    print(f"{len(book.indicators)} figures over {province.size:,} records, all rungs")
    print(f"  counting, by-hand SQL = 1: {statistics.median(warm):.2f}")
    print(f"  counting with building the views, by-hand SQL = 1: {statistics.median(fresh):.2f}")
    print(f"  the same in processor time: {statistics.median(worked):.2f}")
    print(f"  a fresh snapshot and all figures: {statistics.median(whole):.1f} s")
    print(f"  the very first figures of a process, statements not yet kept: {begun:.1f} s")


def _compare(ours: list[Any], by_hand: dict[str, list[Any]]) -> None:
    """Both ways say the same, of everything that isn't merely a quotient of two others or a number from outside."""
    known = {figure.code: figure for figure in ours}
    for code, values in by_hand.items():
        mine = list(known[code].rungs.values()) or [known[code].value]
        assert len(mine) == len(values), code
        for one, two in zip(mine, values, strict=True):
            assert abs(one - two) < Decimal("1e-9"), (code, mine, values)
    assert known["commitments-made"].value > 0 and known["problems-moved"].value > 0


def refreshing(records: int, tail: int) -> None:
    """Growing the lake by a tail, against mirroring the whole ledger again."""
    from django.core.management import call_command

    from concentric.access.founding import found
    from concentric.lake.segments import lake_folder, rebuild, refresh
    from concentric.ledger.append import append
    from concentric.register.models import Organisation, Place

    call_command("migrate", verbosity=0, interactive=False)
    office = found(origin="bench/x", title={"en": "Bench"}, office_name="Bench", time_zone="UTC", example=True)
    entered = 0

    def enter(count: int) -> None:
        nonlocal entered
        start = entered
        entered += count

        def change(writer: Any) -> None:
            place = writer.add(Place(code=f"place {start}", name="place", level="county"))
            for n in range(start, start + count - 1):
                writer.add(Organisation(number=f"O{n}", name=f"organisation {n}", kind="village", place_id=place))

        append(office, change, request_id=f"from {start}")

    while entered < records:
        enter(min(50_000, records - entered))
    whole = statistics.median(seconds(rebuild) for _ in range(3))
    grown = []
    for _ in range(3):
        enter(tail)
        grown.append(seconds(refresh))
    tailed = statistics.median(grown)
    files = len(list(lake_folder().glob("*.parquet")))
    print(f"refresh of {tail:,} new records, rebuilding {records:,} = 1: {tailed / whole:.3f} ({files} files)")
    print(f"  the same where a rebuild has 1,000,000, in proportion: {tailed / whole * records / 1_000_000:.4f}")


if __name__ == "__main__":
    sys.exit(main())
