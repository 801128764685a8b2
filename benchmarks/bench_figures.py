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
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def figures(records: int) -> None:
    """All figures of the shipped book, over views that are there and from a fresh snapshot."""
    from benchmarks.by_hand import FIGURES, VIEWS
    from benchmarks.province import Province
    from concentric.lake.snapshot import snapshot_of
    from concentric.prove.figures import figures as compute
    from concentric.register.book import read_book, shipped

    book, _ = read_book(shipped("liuzhou-2021"))
    assert book is not None
    province = Province(records)
    period = book.when()

    def ours(engine: Any) -> list[Any]:
        return compute(book, period=period, engine=engine)

    def build(engine: Any) -> None:
        for name, statement in VIEWS.items():
            engine.run(f"CREATE OR REPLACE TABLE {name} AS {statement}")

    def by_hand(engine: Any) -> dict[str, list[Any]]:
        return _spread({tuple(codes): engine.run(statement)[0] for codes, statement in FIGURES})

    # Once each, so that neither way pays for starting up; then in turns, so that a busy moment hits both.
    first = snapshot_of(province.tables, province.size - 1)
    ours(first)
    build(first)
    by_hand(first)
    fresh = []
    for n in range(3):
        engine = snapshot_of(province.tables, province.size - n)
        whole = seconds(partial(ours, engine))
        fresh.append(whole / (seconds(partial(build, engine)) + seconds(partial(by_hand, engine))))
        if n == 0:
            _compare(ours(engine), by_hand(engine))
            warm = [seconds(partial(ours, engine)) / seconds(partial(by_hand, engine)) for _ in range(REPEATS)]
    print(f"{len(book.indicators)} figures over {province.size:,} records, all rungs")
    print(f"  counting, by-hand SQL = 1: {statistics.median(warm):.2f}")
    print(f"  counting with building the views, by-hand SQL = 1: {statistics.median(fresh):.2f}")


def _spread(rows: dict[tuple[str, ...], tuple[Any, ...]]) -> dict[str, list[Any]]:
    found = {}
    for codes, row in rows.items():
        if len(codes) > 1 or len(row) == 4:
            width = len(row) // len(codes)
            for n, code in enumerate(codes):
                found[code] = list(row[n * width : (n + 1) * width])
        else:
            found[codes[0]] = [*(100 * Decimal(value) / row[-1] for value in row[:-1])]
    return found


def _compare(ours: list[Any], by_hand: dict[str, list[Any]]) -> None:
    known = {figure.code: figure for figure in ours}
    for code, values in by_hand.items():
        mine = list(known[code].rungs.values()) or [known[code].value]
        assert len(mine) in (len(values), len(values) - 1), code
        for one, two in zip(mine, values[-len(mine) :], strict=True):
            assert abs(one - two) < Decimal("1e-9"), (code, mine, values)
    assert known["commitments-made"].value > 0


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
