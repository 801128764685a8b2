"""Published optima of the assignment problems in Beasley's OR-Library, where their files are at hand.

They are not part of this repository: put assign500.txt and so on into a folder and name it in OR_LIBRARY.
"""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from concentric.core.pairing import assign

OPTIMA = {"assign500": 991, "assign600": 1176, "assign700": 1362}


def costs(path: Path) -> np.ndarray:
    """How many there are on each side, then the cost of every pair, row after row."""
    size, *listed = map(int, path.read_text().split())
    return np.array(listed, np.int64).reshape(size, size)


@pytest.mark.parametrize("name", OPTIMA)
def test_a_published_optimum_is_found_and_proved(name: str) -> None:
    path = Path(os.environ.get("OR_LIBRARY", ".")) / f"{name}.txt"
    if not path.exists():
        pytest.skip(f"{path.name} is not at hand: OR_LIBRARY names the folder that holds it")
    table = costs(path)
    found = assign(-table)
    assert (-found.benefit, found.covered, found.gap) == (OPTIMA[name], len(table), 0)


def test_the_format_is_read(tmp_path: Path) -> None:
    path = tmp_path / "assign2.txt"
    path.write_text(" 2\n 4 1\n 2 9\n")
    found = assign(-costs(path))
    assert (-found.benefit, found.gap) == (3, 0)
