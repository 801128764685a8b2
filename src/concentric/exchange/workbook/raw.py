"""A sheet as it stands in a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from concentric.core.terms.findings import Finding

Range = tuple[tuple[int, int], tuple[int, int]]
"""From the first cell to the last one, each as (row, column) from 0."""


@dataclass
class RawSheet:
    """Rows of cells from A1 on; `strange` names cells (row, column from 0) whose value is not what it seems.

    `merged` are ranges, `folded_away` rows that the file hides.
    """

    file: Path
    name: str
    rows: list[list[Any]]
    hidden: bool = False
    merged: list[Range] = field(default_factory=list)
    strange: dict[tuple[int, int], str] = field(default_factory=dict)
    folded_away: frozenset[int] = frozenset()

    @cached_property
    def strange_rows(self) -> frozenset[int]:
        """The rows that hold a strange cell."""
        return frozenset(row for row, _ in self.strange)


@dataclass
class RawFile:
    """A file that was read: its digest, its sheets in their order, and what there is to say about it as a whole."""

    path: Path
    sha256: str
    sheets: list[RawSheet]
    findings: list[Finding] = field(default_factory=list)


def column_letter(index: int) -> str:
    """0 -> A, 25 -> Z, 26 -> AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """A -> 0, AA -> 26."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1
