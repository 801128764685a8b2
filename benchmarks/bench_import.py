"""One big workbook into an empty ledger, everything included: reading, checks, courses, hashing, commit.

    python -m benchmarks.bench_import --rows 200000 [--profile] [--home FOLDER]

With `--home`, the home of a ledger that is there (`concentric synth --scale province`), the same workbook is then
imported into a copy of it, and what that costs is told in times of the import into the empty ledger.

The import runs in a process of its own, so that its peak memory is its own. Beside wall time stands processor time,
which other work on the machine doesn't distort; beside the import a bare reading of the same file, so that the
machine's pace shows.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concentric.ledger.actor import Actor


def main() -> int:
    """Write the workbook, import it in a subprocess, print what it cost."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--profile", action="store_true", help="Where the time goes, by function.")
    parser.add_argument("--home", type=Path, help="A large ledger: the same import into a copy of it, too.")
    parser.add_argument("--inside", metavar="FILE", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        return _inside(Path(options.inside), profile=options.profile)
    with tempfile.TemporaryDirectory(prefix="concentric-bench-") as folder:
        home = Path(folder) / "home"
        environment = os.environ | {
            "CONCENTRIC_HOME": str(home),
            "DJANGO_SETTINGS_MODULE": "concentric.config.settings",
        }
        path = Path(folder) / f"bench-{options.rows}.xlsx"
        synth = ["concentric", "synth", "--scale", "bench", "--rows", str(options.rows), "--out", folder]
        code = f"import sys; sys.argv = {synth!r}; from concentric.config.cli import main; main()"
        subprocess.run([sys.executable, "-c", code], check=True, env=environment, stdout=subprocess.DEVNULL)
        inside = [sys.executable, "-m", "benchmarks.bench_import", "--inside", str(path)]
        if options.profile:
            inside.append("--profile")
        empty = subprocess.run(inside, env=environment, stdout=subprocess.PIPE, text=True, check=False)
        print(empty.stdout, end="")
        if empty.returncode or options.home is None:
            return empty.returncode
        large = Path(folder) / "large"
        shutil.copytree(options.home, large)
        environment["CONCENTRIC_HOME"] = str(large)
        full = subprocess.run(inside, env=environment, stdout=subprocess.PIPE, text=True, check=False)
        print(full.stdout, end="")
        if full.returncode == 0 and not options.profile:
            one, other = json.loads(empty.stdout), json.loads(full.stdout)
            times = {
                f"times_the_empty_ledger_{name}": round(one[key] / other[key], 2)
                for name, key in (("in_seconds", "rows_per_second"), ("in_processor_time", "rows_per_processor_second"))
            }
            print(json.dumps(times, indent=2))
        return full.returncode


def _inside(path: Path, *, profile: bool) -> int:
    import django

    django.setup()
    from django.core.management import call_command

    from concentric.access.accounts import acting
    from concentric.exchange.importing.imports import enter_files
    from concentric.ledger.models import Charter
    from concentric.ledger.positions import size

    call_command("migrate", verbosity=0, interactive=False)
    office = acting("office", "workbook") if Charter.objects.exists() else _founded()
    before = size()
    bare = _bare(path)
    base = _peak()
    begun, used = time.perf_counter(), time.process_time()
    if profile:
        import cProfile
        import pstats

        with cProfile.Profile() as profiler:
            done = enter_files([path], office)
        pstats.Stats(profiler).sort_stats("tottime").print_stats(45)
    else:
        done = enter_files([path], office)
    wall, cpu = time.perf_counter() - begun, time.process_time() - used
    rows = sum(sum(tally.rows.values()) for tally in done.plan.tallies)
    assert done.receipt is not None and not done.errors, [finding.says("en") for finding in done.findings[:5]]
    peak = _peak()
    again, again_used = time.perf_counter(), time.process_time()
    second = enter_files([path], office)
    assert second.receipt is None
    again, again_used = time.perf_counter() - again, time.process_time() - again_used
    print(
        json.dumps(
            {
                "records_before": before,
                "rows": rows,
                "records": done.receipt.size - done.receipt.first,
                "seconds": round(wall, 1),
                "rows_per_second": round(rows / wall),
                "rows_per_processor_second": round(rows / cpu),
                "times_a_bare_reading": round(wall / bare, 1),
                "peak_mib": round(peak),
                "of_which_before": round(base),
                "again_seconds": round(again, 1),
                "again_rows_per_processor_second": round(rows / again_used),
            },
            indent=2,
        )
    )
    return 0


def _founded() -> Actor:
    """The office of a new ledger with the programmes that the workbook speaks of."""
    from concentric.access.founding import found
    from concentric.ledger.append import append
    from concentric.ledger.writer import Writer
    from concentric.register.models import Circle, Programme

    office = found(origin="bench/concentric", title={"en": "Bench"}, office_name="Bench", time_zone="UTC", example=True)

    def book(writer: Writer) -> None:
        circle = writer.add(Circle(code="circle", names={"en": "Circle"}, rank=1))
        for rank, code in enumerate(("villages", "gifts"), 1):
            writer.add(Programme(code=code, circle_id=circle, names={"en": code}, rank=rank))

    append(office, book, request_id="book")
    return office


def _bare(path: Path) -> float:
    """Seconds that the reading alone takes."""
    from python_calamine import CalamineWorkbook

    begun = time.perf_counter()
    with CalamineWorkbook.from_path(path) as workbook:
        for name in workbook.sheet_names:
            workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return time.perf_counter() - begun


def _peak() -> float:
    """The most memory this process has held, in MiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


if __name__ == "__main__":
    sys.exit(main())
