"""A process that asks what was asked before starts in about a second: it loads nothing of what writes statements."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from concentric.register.book import shipped

HEAVY = ("ibis", "numpy", "pandas", "pyarrow")
PROGRAM = f"""
import sys
from concentric.config.cli import main
try:
    main()
finally:
    print("LOADED", *[name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)
"""
ASKED = ("figures", "--code", "visit-coverage", "--code", "new-market-entities", "--code", "money-pledged")


def concentric(home: Path, *arguments: str) -> str:
    """What the command loads of the heavy libraries."""
    environment = {**os.environ, "CONCENTRIC_HOME": str(home)}
    environment.pop("DATABASE_URL", None)
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return next(line for line in done.stderr.splitlines() if line.startswith("LOADED"))


def test_figures_that_were_asked_for_before_load_no_heavy_library(tmp_path: Path) -> None:
    concentric(tmp_path, "init", "--origin", "city.example/again", "--title", "同心", "--office", "某市同心办")
    book = tmp_path / "book.toml"
    book.write_text(shipped("city"), encoding="utf-8")
    concentric(tmp_path, "book", "adopt", str(book))
    assert "ibis" in concentric(tmp_path, *ASKED)
    assert concentric(tmp_path, *ASKED) == "LOADED"
