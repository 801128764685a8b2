"""What is checked of an OpenDocument table (.ods) before it is parsed.

A cell may say that it is repeated sixteen thousand times, and its row a million times: sizes are counted with that,
while unfolding, and no parser sees the file before it passed.
"""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import IO

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse

from concentric.exchange.workbook.guards import (
    LARGEST_UNFOLDED,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_MEMBERS,
    MOST_ROWS,
    MOST_ROWS_IN_ALL,
    PIECE,
    Deadline,
    Scan,
    broken_zip,
    refuse,
)
from concentric.exchange.workbook.raw import Range

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"
_VALUE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}value-type"
_ROWS, _COLUMNS = f"{_TABLE}number-rows-repeated", f"{_TABLE}number-columns-repeated"
_NAME = f"{_TABLE}name"
_DOWN, _ACROSS = f"{_TABLE}number-rows-spanned", f"{_TABLE}number-columns-spanned"
_VISIBLE = f"{_TABLE}visibility"
_MOST_NOTED = 200_000
"""Merged ranges, and hidden rows, of a sheet that are kept."""
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


def scan_opendocument(path: Path, deadline: Deadline) -> Scan:
    """Unfold the content once. FileRefused for what must not reach a parser."""
    with broken_zip(path), zipfile.ZipFile(path) as archive:
        members = archive.infolist()
        names = {member.filename for member in members}
        if len(members) > MOST_MEMBERS or len(names) < len(members) or "content.xml" not in names:
            refuse("file-damaged", path)
        if sum(member.file_size for member in members) > LARGEST_UNFOLDED:
            refuse("file-unfolds", path, most=LARGEST_UNFOLDED // 2**20)
        if "META-INF/manifest.xml" in names and b"encryption-data" in _head(archive, "META-INF/manifest.xml"):
            refuse("file-has-password", path)
        found = Scan(parts=names, macros=any(name.startswith(("Basic/", "Scripts/")) for name in names))
        with archive.open("content.xml") as stream:
            try:
                _walk(path, _Counted(path, stream), found, deadline)
            except DefusedXmlException:
                refuse("file-has-entities", path)
            except ParseError:
                refuse("file-damaged", path)
    return found


def _head(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as stream:
        return stream.read(PIECE)


class _Counted:
    """A stream that is refused when it unfolds to more than a file may."""

    def __init__(self, path: Path, stream: IO[bytes]) -> None:
        self.path = path
        self.stream = stream
        self.size = 0

    def read(self, size: int = PIECE) -> bytes:
        piece = self.stream.read(size)
        self.size += len(piece)
        if self.size > LARGEST_UNFOLDED:
            refuse("file-unfolds", self.path, most=LARGEST_UNFOLDED // 2**20)
        return piece


def _walk(path: Path, stream: _Counted, found: Scan, deadline: Deadline) -> None:
    rows = columns = wide = blank = filled = rows_in_all = cells_in_all = 0
    seen = 0
    merged: list[Range] = []
    hidden: set[int] = set()
    for _, element in iterparse(stream, events=("end",)):
        tag = element.tag
        if tag in _CELLS:
            repeated = _times(element.get(_COLUMNS))
            down, across = _times(element.get(_DOWN)), _times(element.get(_ACROSS))
            if (down, across) != (1, 1) and len(merged) < _MOST_NOTED:
                merged.append(((rows + blank, wide), (rows + blank + down - 1, wide + across - 1)))
            wide += repeated
            if element.get(_VALUE) or element.find(_TEXT) is not None:
                filled = wide
            element.clear()
        elif tag == f"{_TABLE}table-row":
            repeated = _times(element.get(_ROWS))
            seen += 1
            if seen % 5_000 == 0:
                deadline.check()
            if filled:
                if element.get(_VISIBLE) in ("collapse", "filter") and len(hidden) < _MOST_NOTED:
                    hidden.update(range(rows + blank, rows + blank + min(repeated, _MOST_NOTED)))
                rows, blank = rows + blank + repeated, 0
                columns = max(columns, filled)
            else:
                blank += repeated  # counts only where something stands below it
            wide = filled = 0
            element.clear()
            _within(path, rows, columns)
        elif tag == f"{_TABLE}table-source":
            found.links = True
        elif tag == f"{_TABLE}table":
            rows_in_all += rows
            cells_in_all += rows * columns
            if rows_in_all > MOST_ROWS_IN_ALL:
                refuse("file-too-many-rows", path, most=MOST_ROWS)
            _within(path, 0, 0, cells_in_all)
            rows = columns = blank = 0
            found.merged[element.get(_NAME, "")], found.folded_away[element.get(_NAME, "")] = merged, hidden
            merged, hidden = [], set()
            element.clear()


def _within(path: Path, rows: int, columns: int, cells: int = 0) -> None:
    if rows > MOST_ROWS:
        refuse("file-too-many-rows", path, most=MOST_ROWS)
    if columns > MOST_COLUMNS or max(cells, rows * columns) > MOST_CELLS:
        refuse("file-too-many-columns", path, most=MOST_COLUMNS)


def _times(text: str | None) -> int:
    return min(int(text), 2**31) if text and text.isascii() and text.isdigit() else 1
