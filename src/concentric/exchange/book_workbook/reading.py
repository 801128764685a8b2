"""A workbook read back as a programme book: TOML, and for each of its lines the cell that it came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from concentric.core.terms.findings import Finding
from concentric.core.terms.words import LANGS, say
from concentric.exchange.book_workbook.shape import (
    DATA,
    DATES,
    ENTRY,
    KEY,
    LINE,
    LIST,
    NUMBERS,
    SINGLE,
    TEXTS,
    VALUE,
    text,
    written,
)
from concentric.exchange.planning.headings import SEARCHED, folded
from concentric.exchange.sheets.cells import is_blank, shown
from concentric.exchange.workbook.raw import RawSheet, column_letter
from concentric.exchange.workbook.reading import read_file
from concentric.register.book.reading import TABLES


@dataclass(frozen=True)
class Cell:
    """Where a line of the TOML came from; `row` and `column` from 0."""

    sheet: str
    row: int
    column: int
    heading: str


@dataclass
class FromWorkbook:
    """The TOML of a workbook, with what was wrong with its sheets. `cells` has one for each line, None for its own."""

    name: str
    lines: list[str] = field(default_factory=list)
    cells: list[Cell | None] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    headings: dict[str, Mapping[str, int]] = field(default_factory=dict)

    @property
    def toml(self) -> str:
        """The book."""
        return "\n".join(self.lines) + "\n"

    def say(self, line: str, cell: Cell | None = None) -> None:
        """One more line."""
        self.lines.append(line)
        self.cells.append(cell)

    def placed(self, findings: Iterable[Finding]) -> list[Finding]:
        """Findings about lines of the TOML, as findings about cells of the workbook."""
        return [self._placed(finding) for finding in findings]

    def _placed(self, finding: Finding) -> Finding:
        at = (finding.line or 1) - 1
        found = next((cell for cell in self.cells[at::-1] if cell is not None), None) if at < len(self.cells) else None
        if found is None:
            return replace(finding, file=self.name, line=None)
        return replace(finding, file=self.name, line=None, **_place(self._missing_at(finding, found)))

    def _missing_at(self, finding: Finding, near: Cell) -> Cell:
        """What is missing has no line of its own: the cell that was left blank, where its column is there."""
        path = str(finding.args.get("at", "")).split(".")[2:]
        last = finding.args.get("lang" if finding.key == "book-missing-language" else "key", "")
        heading = ".".join([*path, str(last)])
        place = self.headings.get(near.sheet, {}).get(heading)
        if place is None or finding.key not in ("book-missing-language", "book-missing"):
            return near
        return replace(near, column=place, heading=heading)


def _place(cell: Cell) -> dict[str, Any]:
    return {
        "sheet": cell.sheet,
        "row": cell.row + 1,
        "column": cell.heading,
        "cell": f"{column_letter(cell.column)}{cell.row + 1}",
    }


def book_from_workbook(path: Path) -> FromWorkbook:
    """Read a workbook as a book. FileRefused when the file can't be read; what its sheets lack stands in `findings`."""
    raw = read_file(path)
    found = FromWorkbook(path.name)
    sheets = {folded(sheet.name): sheet for sheet in raw.sheets}
    guides = {folded(say("sheet-guide", lang)) for lang in LANGS}
    for name in TABLES:
        sheet = sheets.pop(folded(name), None)
        if sheet is None or not any(sheet.rows):
            continue
        if name in SINGLE:
            _single(found, name, sheet)
        elif name in TEXTS:
            _texts(found, name, sheet)
        else:
            _entries(found, name, sheet)
    for key, sheet in sheets.items():
        if key not in guides and any(sheet.rows):
            words = {"name": sheet.name, "known": ", ".join(TABLES)}
            found.findings.append(Finding("bookwork-sheet-unknown", words, "warning", file=path.name, sheet=sheet.name))
    return found


def _headings(found: FromWorkbook, sheet: RawSheet, needed: Sequence[str]) -> tuple[int, dict[str, int]] | None:
    """The row of the headings, and heading -> column. None, and a finding, where one that is needed is missing."""
    texts = [{shown(held).strip() for held in row} for row in sheet.rows[:SEARCHED]]
    header = next((at for at, there in enumerate(texts) if there.issuperset(needed)), 0)
    places: dict[str, int] = {}
    for at, held in enumerate(sheet.rows[header]):
        heading = shown(held).strip()
        if heading and heading in places:
            words = {"heading": heading, "first": column_letter(places[heading])}
            where = _place(Cell(sheet.name, header, at, heading))
            found.findings.append(Finding("sheet-column-twice", words, file=found.name, **where))
        elif heading:
            places[heading] = at
    missing = [heading for heading in needed if heading not in places]
    for heading in missing:
        words = {"heading": heading}
        found.findings.append(Finding("bookwork-column-missing", words, file=found.name, sheet=sheet.name, row=1))
    found.headings[sheet.name] = places
    return None if missing else (header, places)


def _single(found: FromWorkbook, name: str, sheet: RawSheet) -> None:
    there = _headings(found, sheet, (KEY, VALUE))
    if there is None:
        return
    header, places = there
    found.say(f"[{name}]")
    for at, row in enumerate(sheet.rows[header + 1 :], start=header + 1):
        key, held = _at(row, places[KEY]), _at(row, places[VALUE])
        cell = Cell(sheet.name, at, places[VALUE], shown(key).strip())
        if not is_blank(key) and not _is_strange(found, sheet, cell) and not is_blank(held):
            _value(found, shown(key).strip(), held, cell)
    found.say("")


def _texts(found: FromWorkbook, name: str, sheet: RawSheet) -> None:
    there = _headings(found, sheet, (ENTRY, KEY, LINE))
    if there is None:
        return
    header, places = there
    texts: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for at, row in enumerate(sheet.rows[header + 1 :], start=header + 1):
        code, key = shown(_at(row, places[ENTRY])).strip(), shown(_at(row, places[KEY])).strip()
        if code and key:
            held = "" if _is_strange(found, sheet, Cell(sheet.name, at, places[LINE], LINE)) else _at(row, places[LINE])
            parts = ("" if held is None else shown(held)).split("\n")
            texts.setdefault((code, key), []).extend((at, part) for part in parts)
    for (code, key), lines in texts.items():
        found.say(f"[{name}.{text(code)}]", Cell(sheet.name, lines[0][0], places[ENTRY], ENTRY))
        # A line of TOML for each line of the text, so that what is wrong with one is told at its row.
        found.say(f'{_path(key)} = """', Cell(sheet.name, lines[0][0], places[LINE], LINE))
        for n, (at, line) in enumerate(lines, start=1):
            end = '"""' if n == len(lines) else ""
            found.say(f"{text(line)[1:-1]}{end}", Cell(sheet.name, at, places[LINE], LINE))
        found.say("")


def _entries(found: FromWorkbook, name: str, sheet: RawSheet) -> None:
    there = _headings(found, sheet, (ENTRY,))
    if there is None:
        return
    header, places = there
    seen: dict[str, int] = {}
    for at, row in enumerate(sheet.rows[header + 1 :], start=header + 1):
        if all(is_blank(held) for held in row) and at not in sheet.strange_rows:
            continue
        code = shown(_at(row, places[ENTRY])).strip()
        cell = Cell(sheet.name, at, places[ENTRY], ENTRY)
        if not code or code in seen:
            key = "bookwork-code-twice" if code else "bookwork-no-code"
            words: Mapping[str, str] = {"code": code, "first": str(seen.get(code, 0) + 1)}
            found.findings.append(Finding(key, words, file=found.name, **_place(cell)))
            continue
        seen[code] = at
        found.say(f"[{name}.{text(code)}]", cell)
        for heading, place in places.items():
            held, one = _at(row, place), Cell(sheet.name, at, place, heading)
            if heading != ENTRY and not _is_strange(found, sheet, one) and not is_blank(held):
                _value(found, heading, held, one)
        found.say("")


def _is_strange(found: FromWorkbook, sheet: RawSheet, cell: Cell) -> bool:
    """A formula without a stored result, or an error, is no blank: it is told."""
    held = sheet.strange.get((cell.row, cell.column))
    if held is None:
        return False
    key = "cell-formula-error" if held else "cell-formula-without-value"
    found.findings.append(Finding(key, {"text": held} if held else {}, file=found.name, **_place(cell)))
    return True


def _value(found: FromWorkbook, heading: str, held: Any, cell: Cell) -> None:
    if held == "''":
        held = ""
    try:
        key, toml = written(heading, held)
    except ValueError:
        kind = next((mark for mark in (DATES, NUMBERS, DATA, LIST) if heading.endswith(mark)), "")
        words = {"text": shown(held)[:40], "kind": kind}
        found.findings.append(Finding("bookwork-cell", words, file=found.name, **_place(cell)))
        return
    found.say(f"{_path(key)} = {toml}", cell)


def _path(key: str) -> str:
    return ".".join(text(part) for part in key.split("."))


def _at(row: Sequence[Any], place: int) -> Any:
    return row[place] if place < len(row) else None
