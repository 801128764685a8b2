"""Reading .xlsx, .xls, .et, .ods and .csv into rows of cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from concentric.core.terms.findings import Finding
from concentric.exchange.workbook.biff import scan_old
from concentric.exchange.workbook.formulas import parts_by_sheet, strange_cells
from concentric.exchange.workbook.guards import (
    MOST_COLUMNS,
    MOST_ROWS,
    Deadline,
    FileRefused,
    Scan,
    kind_of,
    refuse,
    scan,
)
from concentric.exchange.workbook.opendocument import scan_opendocument
from concentric.exchange.workbook.raw import RawFile, RawSheet

_SCANS: dict[str, Callable[[Path, Deadline], Scan]] = {"xlsx": scan, "xls": scan_old, "ods": scan_opendocument}


def digest_of(path: Path) -> str:
    """SHA-256 of the file's bytes, as hex."""
    with path.open("rb") as file:
        found = sha256()
        while piece := file.read(2**20):
            found.update(piece)
    return found.hexdigest()


def read_file(path: Path, deadline: Deadline | None = None) -> RawFile:
    """Everything in a workbook or a .csv. FileRefused, in one sentence, when it can't or must not be read."""
    deadline = deadline or Deadline()
    kind = kind_of(path)
    if kind == "csv":
        return RawFile(path, digest_of(path), [RawSheet(path, path.stem, _csv_rows(path, deadline))])
    found = _SCANS[kind](path, deadline)
    raw = RawFile(path, digest_of(path), [])
    if found.links:
        raw.findings.append(Finding("file-has-links", {"name": path.name}, "warning", file=path.name))
    if found.macros:
        raw.findings.append(Finding("file-has-macros", {"name": path.name}, "notice", file=path.name))
    parts = parts_by_sheet(path) if kind == "xlsx" and (found.suspicious or found.folded_away) else {}
    try:
        with _opened(path, kind) as workbook:
            for meta in workbook.sheets_metadata:
                if meta.typ is not SheetTypeEnum.WorkSheet:
                    continue
                deadline.check()
                sheet = workbook.get_sheet_by_name(meta.name)
                rows = sheet.to_python(skip_empty_area=False)
                part = parts.get(meta.name, "")
                raw.sheets.append(
                    RawSheet(
                        path,
                        meta.name,
                        rows,
                        meta.visible is not SheetVisibleEnum.Visible,
                        sheet.merged_cell_ranges or found.merged.get(meta.name, []),
                        strange_cells(path, part, deadline) if part in found.suspicious else {},
                        frozenset(found.folded_away.get(part or meta.name, ())),
                    )
                )
    except PasswordError:
        refuse("file-has-password", path)
    except (CalamineError, OSError, ValueError):
        refuse("file-damaged", path)
    return raw


def _opened(path: Path, kind: str) -> CalamineWorkbook:
    if kind == "xlsx" and path.suffix.lower() in (".xlsx", ".xlsm"):
        return CalamineWorkbook.from_path(path)
    # By its content: the name of an old workbook may end in .et, and that of any in anything.
    return CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))


_ENCODINGS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def _text_of(path: Path) -> str:
    data = path.read_bytes()
    for mark, encoding in _ENCODINGS:
        if data.startswith(mark):
            candidates: tuple[str, ...] = (encoding,)
            break
    else:
        candidates = ("utf-8", "gb18030")
    for encoding in candidates:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise FileRefused("file-encoding", name=path.name)


def _csv_rows(path: Path, deadline: Deadline) -> list[list[Any]]:
    text = _text_of(path)
    head = text[:20_000]
    delimiter = max(",\t;，", key=lambda mark: (head.count(mark), mark == ","))
    rows: list[list[Any]] = []
    csv.field_size_limit(1_000_000)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            rows.append(row)
            if len(rows) % 1_000 == 0:
                deadline.check()
            if len(rows) > MOST_ROWS:
                refuse("file-too-many-rows", path, most=MOST_ROWS)
            if len(row) > MOST_COLUMNS:
                refuse("file-too-many-columns", path, most=MOST_COLUMNS)
    except csv.Error:
        refuse("file-damaged", path)
    return rows
