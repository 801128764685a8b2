"""Run every benchmark in a process of its own, so that one's memory is not another's."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from benchmarks.machine import line


def main() -> int:
    """Run `bench_*.py` beside this file in the order of their names; 1 when one of them failed."""
    print(line(), flush=True)
    failed = 0
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        print(f"\n== {path.stem.removeprefix('bench_')}", flush=True)
        failed |= subprocess.call([sys.executable, "-m", f"benchmarks.{path.stem}", *sys.argv[1:]])
    return int(failed != 0)


if __name__ == "__main__":
    sys.exit(main())
