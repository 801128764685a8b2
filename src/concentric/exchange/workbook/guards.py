"""What is checked of a file before anything parses it. Each refusal is one sentence.

A workbook of less than a megabyte can unfold to hundreds, one cell in the last corner to a grid of seventeen billion,
and an XML entity to anything: sizes are counted here while unfolding in small pieces, and no parser sees the file
before it passed.
"""

from __future__ import annotations

import re
import time
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from concentric.core.terms.findings import Refused
from concentric.exchange.workbook.raw import Range, column_index

LARGEST_FILE = 100 * 2**20
LARGEST_UNFOLDED = 512 * 2**20
LARGEST_RATIO = 250  # an honest sheet of repeated rows reaches about 60
RATIO_MATTERS = 20 * 2**20
MOST_MEMBERS = 2_000
MOST_ROWS = 400_000
MOST_ROWS_IN_ALL = 1_100_000
MOST_COLUMNS = 300
MOST_CELLS = 12_000_000  # a sheet is read as a full grid of 32 bytes a cell, before anybody sees it
MOST_SECONDS = 600.0
PIECE = 2**20

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OPENDOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
"""What such a file has to begin with, behind the header of its first part."""
_KINDS = (
    (b"%PDF", "file-is-pdf"),
    (b"\xff\xd8\xff", "file-is-picture"),
    (b"\x89PNG", "file-is-picture"),
    (b"GIF8", "file-is-picture"),
    (b"BM", "file-is-picture"),
    (b"Rar!", "file-is-archive"),
    (b"7z\xbc\xaf", "file-is-archive"),
    (b"\x1f\x8b", "file-is-archive"),
    (b"MZ", "file-is-program"),
)
_ROW = re.compile(rb"row\b[^>]*?\br=\"([0-9]+)\"")
_WIDE = re.compile(rb"r=\"([A-Z]{2,3})[0-9]")
_DEEP = re.compile(rb"r=\"[A-Z]{1,3}([0-9]{6,})\"")
_VERY_DEEP = re.compile(rb"r=\"[A-Z]{1,3}[0-9]{7,}\"")
_FILLED = re.compile(rb"<(?:\w+:)?c\b[^<>]*?\br=\"([A-Z]{1,3})([0-9]+)\"[^<>/]*>")
_HIDDEN = re.compile(rb"<(?:\w+:)?row\b(?=[^>]*\bhidden=\"(?:1|true)\")[^>]*?\br=\"([0-9]+)\"")
_TORN = re.compile(rb"<(?:\w+:)?c\b[^<>]*<")
"""A cell's tag in which another begins: no XML, but a lenient reader might see a cell there that `_FILLED` does not."""
_SHEET_PART = re.compile(r"xl/(?:work)?sheets/[^/]+\.xml", re.IGNORECASE)


class FileRefused(Refused):
    """The file can't be taken; the words say why."""


class Deadline:
    """When reading has to be finished. `check` is called every few thousand cells."""

    def __init__(self, seconds: float = MOST_SECONDS) -> None:
        self.seconds = seconds
        self.end = time.monotonic() + seconds

    def check(self) -> None:
        """FileRefused when it took too long."""
        if time.monotonic() > self.end:
            raise FileRefused("file-took-too-long", seconds=int(self.seconds))


@dataclass
class Scan:
    """What the guards learnt of a workbook: parts with formulas or errors, and what else it carries.

    `folded_away` are rows that a part hides, by the part's name (of an .ods, the sheet's); `merged` the ranges of its
    sheets, where the reader doesn't tell them.
    """

    suspicious: set[str] = field(default_factory=set)
    folded_away: dict[str, set[int]] = field(default_factory=dict)
    merged: dict[str, list[Range]] = field(default_factory=dict)
    parts: set[str] = field(default_factory=set)
    links: bool = False
    macros: bool = False


def refuse(key: str, path: Path, **words: str | int) -> NoReturn:
    """FileRefused with the file's name."""
    raise FileRefused(key, name=path.name, **words)


def head_of(path: Path, most: int) -> bytes:
    """How a file begins. FileRefused for one that can't be read, is empty, or larger than `most` bytes."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(4096)
    except FileNotFoundError:
        refuse("file-not-found", path)
    except (OSError, ValueError):
        refuse("file-not-readable", path)
    if size == 0:
        refuse("file-empty", path)
    if size > most:
        refuse("file-too-large", path, most=most // 2**20)
    return head


def kind_of(path: Path) -> str:
    """xlsx, ods, xls or csv, by what the file holds, not by its name. FileRefused for everything else."""
    head = head_of(path, LARGEST_FILE)
    if head.startswith(b"PK"):
        return "ods" if OPENDOCUMENT in head[:200] else "xlsx"
    if head.startswith(OLE):
        return "xls"
    for magic, key in _KINDS:
        if head.startswith(magic):
            refuse(key, path)
    text = head.lstrip(b"\xef\xbb\xbf \r\n\t")[:512].lower()
    if text.startswith((b"<html", b"<!doctype html", b"<table", b"<?xml", b"<meta")):
        refuse("file-is-web-page", path)
    if b"\x00" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        refuse("file-not-a-workbook", path)
    if path.suffix.lower() in (".xlsx", ".xlsm", ".xls", ".et"):
        refuse("file-not-a-workbook", path)
    return "csv"


@contextmanager
def broken_zip(path: Path) -> Iterator[None]:
    """Whatever a damaged archive makes the library say, the person hears one sentence."""
    try:
        yield
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError, ValueError, KeyError, IndexError):
        refuse("file-damaged", path)
    except (NotImplementedError, RuntimeError):
        refuse("file-has-password", path)


def scan(path: Path, deadline: Deadline) -> Scan:
    """Unfold an .xlsx once, in pieces, and refuse what must not reach a parser."""
    with broken_zip(path), zipfile.ZipFile(path) as archive:
        members = archive.infolist()
        names = {member.filename for member in members}
        _contents(path, members, names)
        found = Scan(parts=names)
        found.links = any(name.startswith("xl/externalLinks/") for name in names)
        found.macros = any(name.lower().endswith("vbaproject.bin") for name in names)
        unfolded = rows = 0
        for member in members:
            if member.is_dir():
                continue
            if member.flag_bits & 1:
                refuse("file-has-password", path)
            part = _Part(path, member.filename)
            with archive.open(member) as stream:
                while piece := stream.read(PIECE):
                    deadline.check()
                    unfolded += len(piece)
                    if unfolded > LARGEST_UNFOLDED:
                        refuse("file-unfolds", path, most=LARGEST_UNFOLDED // 2**20)
                    part.take(piece)
            rows += part.finish(found)
            if rows > MOST_ROWS_IN_ALL:
                refuse("file-too-many-rows", path, most=MOST_ROWS_IN_ALL)
    return found


def _contents(path: Path, members: list[zipfile.ZipInfo], names: set[str]) -> None:
    if len(members) > MOST_MEMBERS or len(names) < len(members):
        refuse("file-damaged", path)
    declared = sum(member.file_size for member in members)
    packed = max(1, sum(member.compress_size for member in members))
    if declared > LARGEST_UNFOLDED:
        refuse("file-unfolds", path, most=LARGEST_UNFOLDED // 2**20)
    if declared > RATIO_MATTERS and declared / packed > LARGEST_RATIO:
        refuse("file-unfolds", path, most=LARGEST_UNFOLDED // 2**20)
    if "xl/workbook.xml" in names:
        return
    if "xl/workbook.bin" in names:
        refuse("file-is-binary", path)
    if any(name.startswith("word/") for name in names):
        refuse("file-is-document", path)
    if "content.xml" in names and "mimetype" in names:
        refuse("file-is-document", path)
    if "[Content_Types].xml" in names:
        refuse("file-not-a-workbook", path)
    refuse("file-is-archive", path)


class _Part:
    """One part of the archive on its way past: entities, rows, columns, formulas."""

    def __init__(self, path: Path, name: str) -> None:
        self.path = path
        self.name = name
        self.xml = name.lower().endswith((".xml", ".rels", ".vml"))
        self.sheet = bool(_SHEET_PART.fullmatch(name))
        self.first = True
        self.tail = b""
        self.rows = 0
        self.last_row = 0
        self.last_column = 26
        self.suspicious = False
        self.odd = False
        self.hidden: set[int] = set()

    def take(self, piece: bytes) -> None:
        if not self.xml:
            return
        if self.first:
            self.first = False
            start = piece[:200]
            if start.startswith((b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")) or re.search(
                rb"encoding=[\"'](?!utf-?8|us-ascii|ascii)", start, re.IGNORECASE
            ):
                refuse("file-encoding", self.path)
        text = self.tail + piece
        if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
            refuse("file-has-entities", self.path)
        if self.sheet:
            self._take_rows(text)
        cut = text.rfind(b">") + 1
        self.tail = text[cut:] if 0 < len(text) - cut < 4096 else b""

    def _take_rows(self, text: bytes) -> None:
        # The tail holds no whole tag, so nothing is counted twice. Plain searches only: they pass a gigabyte a second.
        self.rows += text.count(b"<row") + text.count(b":row ")
        last = _ROW.match(text, max(text.rfind(b"<row"), text.rfind(b":row ")) + 1)
        if last is not None:
            self.last_row = max(self.last_row, int(last[1]))
        # A cell may say that it lies far below the row that holds it.
        self.odd = self.odd or bool((_DEEP if self.last_row < 100_000 else _VERY_DEEP).search(text))
        for letters in set(_WIDE.findall(text)):
            self.last_column = max(self.last_column, column_index(letters.decode()) + 1)
        if b' hidden="' in text:
            self.hidden.update(int(row) - 1 for row in _HIDDEN.findall(text))
        self.suspicious = self.suspicious or b"<f" in text or b":f>" in text or b't="e"' in text

    def finish(self, found: Scan) -> int:
        """The number of rows; what a grid would cost is refused."""
        if not self.sheet:
            return 0
        if self.suspicious:
            found.suspicious.add(self.name)
        if self.hidden:
            found.folded_away[self.name] = self.hidden
        rows = max(self.rows, self.last_row)
        large = rows > MOST_ROWS or self.last_column > MOST_COLUMNS or rows * self.last_column > MOST_CELLS
        if large or self.odd:
            rows = self._filled_rows()
        return rows

    def _filled_rows(self) -> int:
        """Rows and columns are often only formatted: look at the cells that hold something, slowly."""
        rows, column = 0, 1
        with zipfile.ZipFile(self.path) as archive, archive.open(self.name) as stream:
            tail = b""
            while piece := stream.read(PIECE):
                text = tail + piece
                cut = text.rfind(b"</") if b"</" in text else 0
                if _TORN.search(text[:cut]):
                    refuse("file-damaged", self.path)
                for letters, digits in _FILLED.findall(text[:cut]):
                    rows = max(rows, int(digits))
                    column = max(column, column_index(letters.decode()) + 1)
                tail = text[cut:]
                if len(tail) > 4 * PIECE:
                    refuse("file-damaged", self.path)
        if rows > MOST_ROWS:
            refuse("file-too-many-rows", self.path, most=MOST_ROWS)
        if column > MOST_COLUMNS or rows * column > MOST_CELLS:
            refuse("file-too-many-columns", self.path, most=MOST_COLUMNS)
        return rows
