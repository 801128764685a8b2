"""What the grammars find in a text: claims, amounts that are listed and never judged, and numerals that claim nothing."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from concentric.core.claims.intervals import Hedge, Interval
from concentric.core.claims.units import UnitClass

Listed = Literal["", "vague", "threshold", "target", "age", "unreadable"]
Change = Literal["", "up", "down"]


@dataclass(frozen=True)
class Reading:
    """A number with its unit, at `start` to `end` of the clean text. `whole` also covers its hedges.

    `noun` ends where the words that follow the unit directly may name the thing counted. `loose` says that the class is
    a guess (个 counts anything). `listed` is why it is never judged. `change` is set where the number is an increase or
    a decrease, `since` where it compares with an earlier period. `passing` numbers are claims only where a figure says
    just that: one clinic, 一个基地.
    """

    start: int
    end: int
    value: Decimal | None
    interval: Interval | None
    unit: str
    unit_class: UnitClass
    hedge: Hedge = ""
    loose: bool = False
    listed: Listed = ""
    change: Change = ""
    since: bool = False
    whole: tuple[int, int] = (0, 0)
    lang: str = "zh"
    passing: bool = False


@dataclass(frozen=True)
class NoClaim:
    """A numeral that says nothing a ledger could hold, and why."""

    start: int
    end: int
    reason: str


class Taken:
    """Which characters are spoken for. Spans come in any order; asking costs one slice."""

    def __init__(self, length: int) -> None:
        self.marks = bytearray(length + 1)

    def take(self, start: int, end: int) -> None:
        """Nobody else may read these."""
        self.marks[start:end] = b"\1" * (end - start)

    def touches(self, start: int, end: int) -> bool:
        """Whether any of them is taken."""
        return 1 in self.marks[start:end]
