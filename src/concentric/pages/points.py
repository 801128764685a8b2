"""A point from which figures are seen: a book, a period, a place, a position of the ledger; and what is kept of it.

A position's root stands for everything entered before it, so what was computed at a point holds for ever: it is kept in
the process under (root, position, version of the book, period, place), the least used going first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from typing import Any
from uuid import UUID

from concentric.core.terms.findings import Refused
from concentric.core.terms.periods import Period, read_period
from concentric.ledger import clock
from concentric.ledger.models import Commit
from concentric.ledger.positions import position_at
from concentric.pages.showing import day_of
from concentric.prove.book import NoBook, current_book, parsed_book
from concentric.prove.evidence import Evidence
from concentric.prove.figures import Figure, figures
from concentric.prove.listing import Attestation, EvidenceColumn, Lateness
from concentric.prove.manuscript import Reference
from concentric.prove.models import Edition
from concentric.prove.narrowing import evidence_of
from concentric.prove.shown import Quantity, guarded, quantity
from concentric.register.book import Book
from concentric.register.models import Place, ProgrammeBook

FIRST = 5
"""Records that a card shows before the list of all."""
PATIENCE = 5.0
"""Seconds of computing that a reader waits for; where it took longer last time, what is ready is shown meanwhile."""


@dataclass(frozen=True)
class Point:
    """Where figures are seen from. `place` empty is everything; `known_on` the day asked for, or of the last commit."""

    book: Book
    version: UUID
    period: Period
    place: str
    position: int
    root: bytes
    known_on: date
    behind: int = 0
    """Entries made since, which are being computed: a reader who names no day needn't wait for them."""

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """Every figure of the book by its code, guarded for the public; computed once for all readers."""
        return _figures(self.root, self.position, self.version, self.period.code, self.place)

    def evidence(self, code: str, rung: str = "", where: str = "") -> Evidence:
        """The rows behind a figure; of its own rung, or of the one named. Cheap until a row is asked for."""
        ref = Reference(code, rung=rung, where=where)
        return evidence_of(self.book, ref, period=self.period, place=self.place or None, position=self.position)

    def summary(self, code: str, rung: str = "", where: str = "") -> Summary:
        """What a card says of the rows; computed once for all readers."""
        ref = Reference(code, rung=rung, where=where)
        return _summary(self.root, self.position, self.version, self.period.code, self.place, ref)

    def at(self, place: str) -> Point:
        """The same point looking at another place."""
        return replace(self, place=place) if place and place != self.place else self


@dataclass(frozen=True)
class Summary:
    """What a card says of a figure's rows; `first` are the first of them, `share` whether a denominator has its own."""

    count: int
    lateness: Lateness
    attestation: tuple[Attestation, ...]
    columns: tuple[EvidenceColumn, ...]
    first: tuple[dict[str, Any], ...]
    view: str
    whole: int | None


_ready: dict[str, tuple[int, bytes]] = {}


def computed(size: int, seconds: float) -> None:
    """Remember that everything is computed at a size of the log, unless that is so quick that nobody minds waiting."""
    root = Commit.objects.filter(size=size).values_list("root", flat=True).first()
    if root is None or seconds <= PATIENCE:
        _ready.clear()
    else:
        _ready["last"] = (size, bytes(root))


def _newest_ready(newest: Commit) -> Commit:
    """The commit that readers see: the newest, or the one before it that is ready. At most one query."""
    size, root = _ready.get("last", (newest.size, b""))
    if size >= newest.size:
        return newest
    held = Commit.objects.filter(size=size).first()
    return held if held is not None and bytes(held.root) == root else newest


def point_of(*, day: date | None = None, period: str = "", place: str = "", fresh: bool = False) -> Point | None:
    """The point a reader asks for. None: there is nothing yet, or there was nothing on that day.

    `fresh`: after the newest entry, however long that takes to compute. `Refused` when there is no book. Two to four
    queries.
    """
    commit = Commit.objects.order_by("-size").first()
    if commit is None:
        return None
    book, record = current_book()
    newest = commit
    if day is None and not fresh:
        commit = _newest_ready(commit)
    if day is not None:
        position = position_at(day, book.time_zone)
        if position == 0:
            return None
        commit = Commit.objects.get(size=position)
    return Point(
        book,
        record.id,
        read_period(period) if period else book.when(),
        place or book.place,
        commit.size,
        bytes(commit.root),
        min(day, clock_day(book.time_zone)) if day else day_of(commit.at, book.time_zone),
        behind=newest.size - commit.size if day is None else 0,
    )


def clock_day(zone: str) -> date:
    """Today, on the office's calendar."""
    return day_of(clock.now(), zone)


def point_of_edition(edition: Edition) -> Point:
    """The point that an edition was frozen at. One query."""
    record = ProgrammeBook.objects.get(id=edition.book)
    return Point(
        parsed_book(record),
        record.id,
        read_period(edition.period),
        edition.place,
        edition.position,
        bytes.fromhex(edition.ledger_root),
        edition.known_on,
    )


def _book(version: UUID) -> Book:
    return parsed_book(ProgrammeBook.objects.get(id=version))


@lru_cache(maxsize=64)
def _figures(root: bytes, position: int, version: UUID, period: str, place: str) -> dict[str, Figure]:
    book = _book(version)
    found = figures(book, period=read_period(period), place=place or None, position=position)
    return {figure.code: guarded_figure(book, figure) for figure in found}


def guarded_figure(book: Book, figure: Figure) -> Figure:
    """The figure as the public may see it: a count that is held back leaves no value, no rung and no part behind."""
    below = book.suppress_below
    number = guarded(book, figure, quantity(book, figure, Reference(figure.code)), below)
    if number.state == "suppressed":
        blank = dict.fromkeys(figure.rungs)
        return replace(figure, state="unknown", value=None, rungs=blank, numerator=None, denominator=None, row_count=-1)
    if below <= 1 or not number.counts or not figure.rungs:
        return figure
    rungs = {rung: None if value is not None and 0 < value < below else value for rung, value in figure.rungs.items()}
    return replace(figure, rungs=rungs)


def is_held_back(figure: Figure) -> bool:
    """Whether `guarded_figure` took its value away."""
    return figure.row_count < 0


@lru_cache(maxsize=256)
def _summary(root: bytes, position: int, version: UUID, period: str, place: str, ref: Reference) -> Summary:
    proof = evidence_of(_book(version), ref, period=read_period(period), place=place or None, position=position)
    return Summary(
        proof.count,
        proof.lateness(),
        tuple(proof.attestation()),
        tuple(proof.columns),
        tuple(proof.page(1, FIRST)),
        proof.view.name,
        proof.denominator.count if proof.denominator is not None else None,
    )


def shown_quantity(point: Point, figure: Figure) -> Quantity:
    """The number that the public sees of a figure."""
    if is_held_back(figure):
        return replace(quantity(point.book, figure, Reference(figure.code)), value=None, state="suppressed")
    return quantity(point.book, figure, Reference(figure.code))


def places(within: str) -> Sequence[tuple[str, str]]:
    """Codes and names of a place and those right below it, as they are now. Asked for again: one query."""
    root = Commit.objects.order_by("-size").values_list("root", flat=True).first()
    return _places(bytes(root or b""), within)


def called(point: Point, held: Sequence[tuple[str, str]], lang: str) -> list[tuple[str, str]]:
    """Codes of places with their names in the reader's language, as far as the point's book knows them."""
    return [(code, point.book.place_name(code, name, lang)) for code, name in held]


@lru_cache(maxsize=64)
def _places(root: bytes, within: str) -> Sequence[tuple[str, str]]:
    own = Place.objects.in_force().filter(code=within).first()
    if own is None:
        return []
    below = Place.objects.in_force().filter(parent=own.root).order_by("code").values_list("code", "name")
    return [(own.code, own.name), *below]


def there_is_a_book() -> bool:
    """Whether a book was adopted that can be read. One query."""
    try:
        current_book()
    except NoBook:
        return False
    except Refused:
        return True
    return True
