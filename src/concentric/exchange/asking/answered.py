"""A workbook that came back: which request it answers, and which of its rows were left as they went out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from concentric.core.terms.findings import Finding
from concentric.exchange.planning.headings import ASKED, folded
from concentric.exchange.planning.parse import Parsed
from concentric.exchange.workbook.raw import RawFile

MOST = 50_000  # rows of the mark that are looked at


@dataclass(frozen=True)
class Answered:
    """A request's number, and for each sheet the numbers of its rows with the columns that were to be filled in."""

    request: str
    asked: Mapping[str, Mapping[str, tuple[str, ...]]]


def answered(file: RawFile, origin: str) -> Answered | None:
    """What the hidden mark of a file says. None without one, or with one of another ledger."""
    mark = next((raw for raw in file.sheets if folded(raw.name) == folded(ASKED)), None)
    if mark is None or len(mark.rows) < 2:
        return None
    rows = [[str(cell) for cell in row] for row in mark.rows[:MOST] if len(row) >= 2]
    if len(rows) < 2 or rows[0][:2] != ["origin", origin] or rows[1][0] != "request" or not rows[1][1]:
        return None
    asked: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in rows[2:]:
        if len(row) >= 3:
            asked.setdefault(row[0], {})[row[1]] = tuple(row[2].split(","))
    return Answered(rows[1][1][:200], asked)


def leave_out_untouched(parsed: Parsed, found: Answered) -> None:
    """Pass over rows in which nothing of what was asked is filled in: nobody has answered them yet."""
    asked = found.asked.get(parsed.sheet.stem)
    if not asked:
        return
    slots = {column.name: at for at, column in enumerate(parsed.sheet.columns)}
    left = {
        row.at
        for row in parsed.rows
        if (fill := asked.get(str(row.values[0]))) is not None
        and all(row.values[slots[name]] is None for name in fill if name in slots)
        and not any(finding.row == row.at and finding.key != "cell-missing" for finding in parsed.findings)
    }
    if not left:
        return
    parsed.rows = [row for row in parsed.rows if row.at not in left]
    parsed.findings = [finding for finding in parsed.findings if finding.row not in left]
    parsed.skipped += len(left)
    words = {"count": len(left)}
    parsed.findings.append(
        Finding("asked-untouched", words, "notice", file=parsed.raw.file.name, sheet=parsed.raw.name)
    )
