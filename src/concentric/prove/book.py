"""Checking a programme book to the end, adopting it, and finding the one that holds."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from typing import Any
from uuid import UUID

from concentric.core.terms.findings import Finding, Refused
from concentric.core.terms.words import DEFAULT_LANG, say
from concentric.ledger.actor import Actor
from concentric.ledger.append import Receipt, append
from concentric.ledger.models import Record
from concentric.ledger.writer import Writer
from concentric.prove.drawable import check_charts
from concentric.prove.indicators import check_indicator
from concentric.prove.references import check_references
from concentric.register.book import Book, LineMap, line_map, read_book
from concentric.register.models import Circle, Programme, ProgrammeBook


class BookRefused(Refused):
    """A book breaks; it is refused whole. `findings` says everything that is wrong with it."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("book-refused", count=len(findings))
        self.findings = tuple(findings)


class NoBook(Refused):
    """No programme book holds yet."""


class BookUnreadable(Refused):
    """A book that was adopted by an earlier program can't be read by this one."""


@dataclass(frozen=True)
class Adoption:
    """What an adoption did. `receipt` is None and `unchanged` true when every record was as the book says already.

    `left` are codes of circles and programmes that stay in force although this book doesn't name them.
    """

    book: Book
    receipt: Receipt | None
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    left: tuple[str, ...] = ()

    @property
    def unchanged(self) -> bool:
        """Whether there was nothing to do."""
        return self.receipt is None


def check_book(text: str) -> list[Finding]:
    """Everything wrong with a book: its form, what its indicators mean, and what its outlines refer to."""
    return _checked(text)[1]


def _checked(text: str) -> tuple[Book | None, list[Finding]]:
    book, findings = read_book(text)
    if book is None:
        findings = findings + _meanings_despite(text, findings)
    else:
        for code, spec in book.indicators.items():
            findings = findings + [_placed(finding, code, spec, book.lines) for finding in check_indicator(code, spec)]
        findings = findings + check_charts(book)
        for lang in book.review:
            findings = findings + _of_outline(book, lang)
    return book, sorted(findings, key=lambda finding: finding.line or 0)


def _meanings_despite(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """What is wrong with the meaning of those indicators whose form is good, in a book that breaks elsewhere."""
    try:
        parsed = tomllib.loads(text.removeprefix("\ufeff"))
    except (tomllib.TOMLDecodeError, RecursionError):
        return []
    tables = parsed.get("indicator", {})
    broken = {str(finding.args.get("at", "")).split(".")[1] for finding in findings if _is_indicators(finding)}
    lines = line_map(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    found: list[Finding] = []
    for code, spec in tables.items() if isinstance(tables, dict) else ():
        if code not in broken and isinstance(spec, dict):
            found += [_placed(finding, code, spec, lines) for finding in check_indicator(code, spec)]
    return found


def _is_indicators(finding: Finding) -> bool:
    return str(finding.args.get("at", "")).startswith("indicator.")


_SPOKEN_OF = {
    "indicators-no-ladder": "headline",
    "indicators-currency-unwanted": "currency",
    "indicators-currency-missing": "sum",
    "indicators-no-measure": "sum",
}
"""Findings about an indicator's meaning that name no value of the book, and the key that each is about."""


def _placed(finding: Finding, code: str, spec: Mapping[str, Any], lines: LineMap) -> Finding:
    """A finding about an indicator's meaning, at the line of the key that it is about."""
    wanted = _SPOKEN_OF.get(finding.key, "where" if finding.key.startswith("where-") else "")
    value = finding.args.get("value")
    for path, held in _leaves(spec):
        if (wanted in path) if wanted else (held == value):
            return replace(finding, line=lines["indicator", code, *path])
    return replace(finding, line=lines["indicator", code])


def _leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(item, (*path, key))
    elif isinstance(value, list):
        for n, item in enumerate(value):
            yield from _leaves(item, (*path, n))
    else:
        yield path, value


def _of_outline(book: Book, lang: str) -> list[Finding]:
    """What is wrong with an outline, at lines of the book."""
    start = book.lines["review", lang, "text"]
    opening = book.source.splitlines()[start - 1].rstrip()
    # The newline straight after three opening quotes is no part of the text.
    first = start + 1 if opening.endswith(("'''", '"""')) else start
    found = check_references(book.outline(lang), lang, book)
    return [replace(finding, line=first + (finding.line or 1) - 1) for finding in found]


def adopt_book(actor: Actor, text: str, *, reason: str = "") -> Adoption:
    """Put a book into force in one append: itself, its circles and its programmes, new versions where they changed.

    BookRefused when anything breaks. What the book no longer names stays in force, because records may point at it.
    """
    book, findings = _checked(text)
    errors = [finding for finding in findings if finding.severity == "error"]
    if book is None or errors:
        raise BookRefused(findings)
    done: dict[str, list[str]] = {"added": [], "changed": []}

    def change(writer: Writer) -> None:
        done.update(added=[], changed=[])
        circles: dict[str, UUID] = {}
        for circle, programmes in book.rings():
            made = Circle(code=circle.code, names=dict(circle.names), rank=circle.rank)
            circles[circle.code] = _settle(writer, made, reason, done)
            for one in programmes:
                root = circles[circle.code]
                programme = Programme(code=one.code, circle_id=root, names=dict(one.names), rank=one.rank)
                _settle(writer, programme, reason, done)
        _settle(writer, ProgrammeBook(code=book.code, title=dict(book.title), toml=book.source), reason, done)

    held = _held(actor, book)
    receipt = None
    if not _is_settled(actor, book):
        digest = sha256(text.encode()).hexdigest()
        # What held before is part of the request: the same text may come back after another one was tried.
        receipt = append(actor, change, request_id=f"book {digest[:32]} after {held}", request=text.encode())
    return Adoption(book, receipt, tuple(done["added"]), tuple(done["changed"]), _left(actor, book))


def _settle(writer: Writer, record: Record, reason: str, done: dict[str, list[str]]) -> UUID:
    """Enter what is new, supersede what changed, leave the rest alone. Returns the thing's root."""
    model = type(record)
    code = record.code  # type: ignore[attr-defined]
    root = writer.in_force(model, code)
    if root is None:
        done["added"].append(code)
        return writer.add(record)
    standing = model.objects.in_force().get(root=root)
    if not _same(standing, record):
        done["changed"].append(code)
        writer.supersede(root, record, reason or say("book-reason", DEFAULT_LANG, code=code))
    return root


def _same(one: Record, other: Record) -> bool:
    return all(
        getattr(one, field.attname) == getattr(other, field.attname)
        for field in type(one)._meta.concrete_fields
        if field.name in type(one).DISCLOSURE
    )


def _held(actor: Actor, book: Book) -> str:
    """The version of this book that holds now, as part of the request's name."""
    held = ProgrammeBook.objects.in_force().filter(office=actor.office, code=book.code).first()
    return str(held.id) if held else "none"


def _is_settled(actor: Actor, book: Book) -> bool:
    """Whether the ledger holds the book, its circles and its programmes already, exactly as it says."""
    held = ProgrammeBook.objects.in_force().filter(office=actor.office, code=book.code).first()
    if held is None or held.toml != book.source:
        return False
    circles = {one.code: one for one in Circle.objects.in_force().filter(office=actor.office)}
    programmes = {one.code: one for one in Programme.objects.in_force().filter(office=actor.office)}
    for circle, members in book.rings():
        one = circles.get(circle.code)
        if one is None or (one.names, one.rank) != (circle.names, circle.rank):
            return False
        for member in members:
            other = programmes.get(member.code)
            if other is None or (other.names, other.rank, other.circle_id) != (member.names, member.rank, one.root):
                return False
    return True


def _left(actor: Actor, book: Book) -> tuple[str, ...]:
    named = {*book.circles, *book.programmes}
    found: list[str] = []
    for model in (Circle, Programme):
        codes = model.objects.in_force().filter(office=actor.office).order_by("code").values_list("code", flat=True)
        found += [code for code in codes if code not in named]
    return tuple(found)


def current_book(position: int | None = None) -> tuple[Book, ProgrammeBook]:
    """The book adopted last, of those that hold now or held at `position`, and its record. One query; parsed once.

    NoBook when there is none.
    """
    held = ProgrammeBook.objects.in_force() if position is None else ProgrammeBook.objects.as_of(position)
    record = held.order_by("-idx").first()
    if record is None:
        raise NoBook("book-none")
    return parsed_book(record), record


def parsed_book(record: ProgrammeBook) -> Book:
    """The book that a record holds. Records never change, so each is parsed once in a process."""
    return _parsed(record.id, record.toml)


@lru_cache(maxsize=16)
def _parsed(version: UUID, text: str) -> Book:
    book, findings = read_book(text)
    if book is None:
        raise BookUnreadable("book-unreadable", version=str(version), count=len(findings))
    return book
