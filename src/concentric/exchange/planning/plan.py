"""What an import will do, worked out before anything is written: `plan(files, actor) -> Plan`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from concentric.core.courses import State
from concentric.core.terms.findings import Finding
from concentric.exchange.planning.parse import Parsed, Row
from concentric.exchange.rows.steps import KnownStep
from concentric.ledger.matters import Live
from concentric.ledger.models import Matter, Record, Step


class Entering:
    """A record on its way in: a new thing, or with a `reason` a corrected version of the thing `root`.

    `fields` are its attributes, id included. The record is made only when it is entered: a hundred thousand that wait
    take memory, and by then have left the processor's cache.
    """

    __slots__ = ("fields", "model", "reason", "root", "row", "sealed")

    def __init__(
        self,
        model: type[Record],
        fields: dict[str, Any],
        root: UUID,
        reason: str | None,
        sealed: Mapping[str, str] | None,
        row: Row,
    ) -> None:
        self.model = model
        self.fields = fields
        self.root = root
        self.reason = reason
        self.sealed = sealed
        self.row = row

    def record(self) -> Any:
        """The record as it is entered."""
        return self.model.fresh(**self.fields)

    @property
    def key(self) -> str | None:
        """Its number, by which it is known."""
        return self.fields[self.model.NATURAL_KEY] if self.model.NATURAL_KEY else None


class Stepping:
    """A step on its way in. `known` is how later rows find it; `back` is the step that it replaces."""

    __slots__ = ("back", "back_on", "fields", "known", "of", "parsed", "rank", "reason", "row")

    def __init__(
        self,
        fields: dict[str, Any],
        known: KnownStep,
        of: KnownStep | None,
        parsed: Parsed,
        row: Row,
        rank: int,
        back: int | None = None,
        back_on: date | None = None,
        reason: str = "",
    ) -> None:
        self.fields = fields
        self.known = known
        self.of = of
        self.parsed = parsed
        self.row = row
        self.rank = rank
        self.back = back
        self.back_on = back_on
        self.reason = reason


class MatterPlan:
    """A matter that opens, is corrected, or takes steps.

    `taken` are the steps ready to enter, in their order, each with the state after it; `live`: the matter as it opens.
    """

    __slots__ = ("asked", "live", "model", "opens", "parsed", "root", "taken")

    def __init__(self, model: type[Matter], root: UUID, opens: Entering | None, parsed: Parsed | None) -> None:
        self.model = model
        self.root = root
        self.opens = opens
        self.parsed = parsed
        self.asked: list[Stepping] = []
        self.live: Live | None = None
        self.taken: list[tuple[type[Step], dict[str, Any], State]] = []


@dataclass(frozen=True)
class Difference:
    """One value of a row that differs from what was entered before."""

    sheet: str
    row: int
    number: str
    column: str
    old: str
    new: str


@dataclass
class Tally:
    """What becomes of a sheet's rows. `absent` were entered by this account before and are not in the file."""

    stem: str
    name: str
    file: str
    rows: Counter[str] = field(default_factory=Counter)
    absent: int = 0
    absent_numbers: list[str] = field(default_factory=list)

    @property
    def idle(self) -> bool:
        """Whether the sheet holds nothing but headings, examples and empty rows."""
        return not self.absent and not any(self.rows[name] for name in ("new", "changed", "unchanged", "waiting"))

    def as_json(self) -> dict[str, object]:
        """For programs and for the import's record."""
        counts = {name: self.rows[name] for name in ("new", "changed", "unchanged", "waiting", "skipped")}
        return {"sheet": self.stem, "name": self.name, "file": self.file, **counts, "absent": self.absent}


@dataclass
class Plan:
    """Everything an import will do at ledger position `position`, and everything there is to say about its rows."""

    position: int
    parsed: list[Parsed]
    records: list[Entering] = field(default_factory=list)
    matters: list[MatterPlan] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    tallies: list[Tally] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    bad: list[tuple[Parsed, Row]] = field(default_factory=list)
    files: dict[str, Path] = field(default_factory=dict)
    """Files that lie beside the workbooks and are named in them, by digest."""

    @property
    def errors(self) -> int:
        """How many findings keep something out."""
        return sum(finding.severity == "error" for finding in self.findings)

    @property
    def enters(self) -> bool:
        """Whether anything is new or changed."""
        return bool(self.records) or any(matter.opens or matter.taken for matter in self.matters)
