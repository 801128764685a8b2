"""What the steps of a case come to: where it stands, which day counts, who has said what of the last answer."""

from datetime import date
from typing import NamedTuple

from concentric.core.courses.base import ZERO, Kept, Opening

FINAL = ("solved", "explained")
"""Outcomes after which nothing more is due."""
WAITING = ("received", "accepted", "routed", "reopened")
OVER = ("closed", "declined", "withdrawn")


class Clock(NamedTuple):
    """The days that count: `promised` to the raiser, and `routed`, what the office gave the handler (never later)."""

    promised: date | None
    routed: date | None = None

    @property
    def due(self) -> date | None:
        """The day by which the next answer is due."""
        return min((day for day in self if day is not None), default=None)


class Reading:
    """What the standing steps come to, in their order."""

    def __init__(self, standing: tuple[Kept, ...], opening: Opening | None = None) -> None:
        self.name = "received"
        self.handler = opening.handler if opening is not None else ""
        self.clock = Clock(opening.due if opening is not None else None)
        self.outcome = ""
        self.own: Kept | None = None
        self.other: Kept | None = None
        self.asked: date | None = None
        self.extended = self.late = False
        self.points = ZERO
        self.latest = date.min
        self._before = ""
        for kept in standing:
            self._read(kept)
            if kept.on is not None:
                self.latest = max(self.latest, kept.on)

    @property
    def disputed(self) -> bool:
        """Whether a word that it is not satisfactory counts: the raiser's own, or one after which they didn't speak."""
        if self.own is not None and self.own.what == "not-satisfied":
            return True
        if self.other is None or self.other.what != "not-satisfied":
            return False
        return self.own is None or self.other.n > self.own.n

    @property
    def waits(self) -> bool:
        """Whether an answer is due: there is none, it was put back, or the last one promised another."""
        return self.name in WAITING or (self.name == "answered" and self.outcome not in FINAL)

    @property
    def overdue(self) -> bool:
        """Whether a step happened after the day by which the answer was due that is still awaited."""
        return self.waits and self.clock.due is not None and self.latest > self.clock.due

    def _read(self, kept: Kept) -> None:
        name = kept.name
        if name == "answered":
            self._answer(kept)
        elif name == "word":
            self._hear(kept)
        elif name == "routed":
            self.name, self.handler, self.asked = name, kept.to, None
            self.clock = Clock(self.clock.promised, kept.until)
        elif name == "returned":
            self.name = "received" if self.name == "received" else "accepted"
            self.handler, self.asked, self.clock = "", None, Clock(self.clock.promised)
        elif name == "extension-asked":
            self.asked = kept.until
        elif name == "extension-approved":
            self._extend(kept.until or self.asked)
        elif name == "extension-refused":
            self.asked = None
        elif name == "reopened":
            self.name, self.outcome, self.own, self.other = name, "", None, None
            self.asked, self.clock = None, Clock(kept.until)
        elif name == "adopted":
            self.points += kept.amount or ZERO
        else:
            self.name = name

    def _answer(self, kept: Kept) -> None:
        due = self.clock.due
        self.late = self.late or (due is not None and kept.on is not None and kept.on > due)
        self.name, self.outcome, self.own, self.other = "answered", kept.what, None, None
        self.asked, self.clock = None, Clock(kept.until)

    def _hear(self, kept: Kept) -> None:
        before = self.disputed
        if kept.role == "recipient" and kept.what != "no-answer":
            self.own = kept
        else:
            self.other = kept
        if self.disputed:
            if not before:
                self._before = self.name
            self.name = "reopened"
            self.clock = Clock(kept.until) if kept.until is not None else self.clock
        elif before:
            self.name = self._before

    def _extend(self, until: date | None) -> None:
        promised = self.clock.promised
        longer = promised is None or until is None or until > promised
        self.clock = Clock(until) if longer else Clock(promised, until)
        self.extended, self.asked = True, None
