"""One thing that one account does at one time: what the year is told in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from concentric.exchange.synth.rows import Row, Workbook
from concentric.ledger.actor import Channel

OFFICE = "office"
Action = Literal["import", "answer", "undo", "end", "frame", "draw", "look", "reopen", "resume"]


@dataclass(frozen=True)
class Lot:
    """A public draw of cases to look back on. `items`: stratum -> numbers of cases; `take`: stratum -> how many.

    `found` says, stratum by stratum, what is found in the order in which cases are drawn. Whichever case it hits, the
    counts stay the same. `looker` is asked to look back.
    """

    number: str
    plan: str
    items: Mapping[str, tuple[str, ...]]
    found: Mapping[str, tuple[str, ...]]
    source: str
    number_on: date
    public_number: str
    looker: str

    @property
    def take(self) -> dict[str, int]:
        """How many are drawn from each stratum: as many as are found something of."""
        return {stratum: len(results) for stratum, results in self.found.items()}


@dataclass(frozen=True)
class Scene:
    """`note` is the word key of what it is.

    import: `workbook` is entered. answer: its rows are said by link or phone, without a file. undo: the import of the
    scene `undoes` is taken back, for `reason`. end: the commitments in `ends` lapse or are written off: (number, step,
    day, note). frame, draw, look, reopen, resume: the stages of `lot`.
    """

    at: datetime
    key: str
    note: str
    account: str = OFFICE
    channel: Channel = "workbook"
    action: Action = "import"
    workbook: Workbook | None = None
    undoes: str = ""
    reason: str = ""
    ends: tuple[tuple[str, str, date, str], ...] = ()
    lot: Lot | None = None


@dataclass(frozen=True)
class Word:
    """What a party says for itself on one of its days: a row of the sheet `stem`."""

    party: str
    on: date
    stem: str
    row: Row


@dataclass
class Chapter:
    """What one noun adds to the year: scenes of its own, words of parties, and (subject, day, amount) of a verifier."""

    scenes: list[Scene] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    checks: list[tuple[str, date, int | None]] = field(default_factory=list)

    def enter(self, day: date, key: str, note: str, held: Workbook, **more: object) -> None:
        """Add a scene in which a workbook is entered; none when it holds no rows."""
        if held.sheets:
            self.scenes.append(enter(day, key, note, held, **more))


def on(day: date, hour: int = 0, minute: int = 0) -> datetime:
    """A moment of a scene; `story.scenes` gives the zone, and the hour where there is none."""
    return datetime(day.year, day.month, day.day, hour, minute)  # noqa: DTZ001 - see above


def enter(day: date, key: str, note: str, held: Workbook, **more: object) -> Scene:
    """The scene in which a workbook is entered, by the office where nobody else is named."""
    return Scene(on(day), key, f"demo-scene-{note}", workbook=held, **more)  # type: ignore[arg-type]
