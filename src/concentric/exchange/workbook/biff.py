"""What is checked of an old workbook (.xls, and .et of WPS) before it is parsed.

Such a file is a folder of streams; one of them holds records of a type and a length. A reader makes a grid of each
sheet, as large as its outermost cells: two cells in opposite corners cost half a gigabyte, on every sheet again.
"""

from __future__ import annotations

import struct
from pathlib import Path

import olefile

from concentric.exchange.workbook.guards import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_ROWS_IN_ALL,
    Deadline,
    Scan,
    refuse,
)

STREAMS = ("Workbook", "Book")
_BOF, _EOF, _PASSWORD, _LINK, _ERROR = 0x0809, 0x000A, 0x002F, 0x01AE, 0x0205
_FILLED = frozenset((0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, _ERROR, 0x027E))
"""Records that begin with the row and the column of a cell that holds something."""
_BLANK = frozenset((0x0201, 0x00BE))
_MANY = frozenset((0x00BD, 0x00BE))
"""Records of several cells: they end with their last column."""


def scan_old(path: Path, deadline: Deadline) -> Scan:
    """Walk through the records once. FileRefused for what must not reach a parser."""
    try:
        with olefile.OleFileIO(path) as folder:
            names = {"/".join(entry) for entry in folder.listdir(streams=True, storages=True)}
            stream = next((name for name in STREAMS if folder.exists(name)), None)
            if "EncryptedPackage" in names:
                refuse("file-has-password", path)
            if stream is None:
                refuse("file-is-document" if "WordDocument" in names else "file-not-a-workbook", path)
            data = folder.openstream(stream).read()
    except (OSError, ValueError, IndexError, struct.error):
        refuse("file-damaged", path)
    found = Scan(parts=names, macros=any(name.startswith("_VBA_PROJECT_CUR") for name in names))
    _walk(path, data, found, deadline)
    return found


def _walk(path: Path, data: bytes, found: Scan, deadline: Deadline) -> None:
    at = seen = 0
    sheets: list[_Extent] = []
    open_: list[_Extent] = []  # a chart on a sheet is a stream within its stream
    while at + 4 <= len(data):
        kind, length = struct.unpack_from("<HH", data, at)
        body = at + 4
        at = body + length
        if at > len(data):
            refuse("file-damaged", path)
        seen += 1
        if seen % 20_000 == 0:
            deadline.check()
        if kind == _PASSWORD:
            refuse("file-has-password", path)
        elif kind == _LINK and length > 4:
            found.links = True
        elif kind == _BOF:
            open_.append(_Extent())
            sheets.append(open_[-1])
        elif kind == _EOF and open_:
            open_.pop()
        elif (kind in _FILLED or kind in _BLANK) and length >= 6 and open_:
            row, column = struct.unpack_from("<HH", data, body)
            last = struct.unpack_from("<H", data, at - 2)[0] if kind in _MANY else column
            open_[-1].take(row, max(column, last))
    _within(path, sheets)


def _within(path: Path, sheets: list[_Extent]) -> None:
    if sum(sheet.rows for sheet in sheets) > MOST_ROWS_IN_ALL or any(sheet.rows > MOST_ROWS for sheet in sheets):
        refuse("file-too-many-rows", path, most=MOST_ROWS)
    cells = sum(sheet.rows * sheet.columns for sheet in sheets)
    if cells > MOST_CELLS or any(sheet.columns > MOST_COLUMNS for sheet in sheets):
        refuse("file-too-many-columns", path, most=MOST_COLUMNS)


class _Extent:
    """How far a sheet reaches."""

    def __init__(self) -> None:
        self.rows = 0
        self.columns = 0

    def take(self, row: int, column: int) -> None:
        self.rows = max(self.rows, row + 1)
        self.columns = max(self.columns, column + 1)
