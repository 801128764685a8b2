"""What the caller brings besides the bound text: which ledger it was printed from, and the evidence of each number."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Rung = Literal["pledged", "reported", "confirmed", "verified"]
RUNGS: tuple[Rung, ...] = ("pledged", "reported", "confirmed", "verified")


@dataclass(frozen=True)
class Facts:
    """The ledger a review is printed from. `as_of` is a date as shown to a reader; `ledger_root` is 64 hex digits.

    `script` says that the text was frozen in another script, if it was.
    """

    ledger_size: int
    ledger_root: str
    as_of: str
    issued_by: str = ""
    printed_at: datetime | None = None
    script: str = ""


@dataclass(frozen=True)
class Drawing:
    """A chart of the text: an svg element with literal colours, its caption, and the sentence that says all of it."""

    svg: str
    title: str
    sentence: str
    note: str = ""


@dataclass(frozen=True)
class Evidence:
    """One row of the appendix: a number of the text and where it comes from.

    Values are as shown to a reader ("" is unknown). `rungs` holds the value at each rung of the ladder, `strength` the
    rung that is printed ("outside": a statistic with a source of its own). `records` is how many records stand behind
    it (None: outside the ledger), `lag_days` how many days after the event they were entered in the middle case.
    """

    reference: str
    printed: str
    definition: str
    strength: Rung | Literal["outside", ""] = ""
    rungs: Mapping[str, str] | None = None
    denominator: str = ""
    records: int | None = None
    lag_days: int | None = None
