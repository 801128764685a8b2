"""The most memory that each heavy command holds over a province's ledger: its aim is 2 GB.

    python -m benchmarks.bench_memory [--records 100000] [--home FOLDER] [--only figures]

Without `--home` it enters an invented province first: some half a minute for 100,000 records. With it, the commands run
on a copy of a home made by `concentric synth --scale province`. Each runs in a process of its own.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.machine import line

AIM = 2048  # MiB
FINDS = ("doubles list", "waiting")
"""Commands that say with exit code 1 that they found something. Anywhere else it means that the work was not done."""


def main() -> int:
    """Print a line for each command; 1 where one failed or held more than the aim."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--only", action="append", metavar="COMMAND")
    options, _ = parser.parse_known_args()
    print(line())
    with tempfile.TemporaryDirectory(prefix="concentric-bench-") as folder:
        home = Path(folder) / "home"
        if options.home:
            shutil.copytree(options.home, home)
        else:
            _show("synth", *_run(home, ["synth", "--scale", "province", "--rows", str(options.records), "--out", home]))
        failed = False
        for name, words in commands(Path(folder)):
            if options.only and name not in options.only:
                continue
            code, peak, seconds = _run(home, words)
            _show(name, code, peak, seconds)
            failed |= code not in ((0, 1) if name in FINDS else (0,)) or peak > AIM
    return int(failed)


def commands(folder: Path) -> Iterator[tuple[str, list[str | Path]]]:
    """What is measured, in an order in which later ones find what earlier ones made."""
    yield "figures", ["figures"]
    yield "figures again", ["figures"]
    yield "verify", ["verify"]
    yield "review draft", ["review", "draft"]
    yield "review freeze", ["review", "freeze", "--lang", "en"]
    yield "review bundle", ["review", "bundle", "city.en.public.1", folder / "bundle.zip"]
    yield "review word", ["review", "word", "city.en.public.1", folder / "review.docx"]
    yield "doubles list", ["doubles", "list"]
    yield "template --for-all", ["template", "--for-all", folder / "books"]
    yield "waiting", ["waiting"]
    yield "pair villages", ["pair", "villages", "--look"]
    yield "synth bench", ["synth", "--scale", "bench", "--rows", "200000", "--out", folder]
    yield "import of 200,000 rows", ["import", folder / "bench-200000.xlsx", "--preview"]


def _run(home: Path, words: list[str | Path]) -> tuple[int, float, float]:
    """Exit code, peak memory in MiB, seconds."""
    code = (
        f"import sys; sys.argv = {['concentric', *map(str, words)]!r}; from concentric.config.cli import main; main()"
    )
    environment = os.environ | {"CONCENTRIC_HOME": str(home), "CONCENTRIC_LANG": "en"}
    environment.pop("DATABASE_URL", None)
    begun = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen([sys.executable, "-c", code], env=environment, stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        result = os.waitstatus_to_exitcode(status)
        process.returncode = result
        if result != 0:
            said.seek(0)
            print(said.read()[-300:].decode(errors="replace"))
    return result, used.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10), time.perf_counter() - begun


def _show(name: str, code: int, peak: float, seconds: float) -> None:
    print(f"  {name:24} {peak:6.0f} MiB, {seconds:6.1f} s{'' if code == 0 else f', exit code {code}'}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
