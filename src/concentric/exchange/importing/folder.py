"""A folder of returned workbooks in one go: each file is an import of its own, and none holds up the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from concentric.core.terms.findings import Finding, Refused
from concentric.core.terms.words import DEFAULT_LANG, say
from concentric.exchange.importing.copy import write_copy
from concentric.exchange.importing.imports import Imported, enter_files, plan_import, read_files
from concentric.exchange.workbook.writing import (
    FONT,
    INK,
    PALE,
    FileNotWritten,
    close,
    for_paper,
    new_workbook,
    put,
)
from concentric.ledger.actor import Actor
from concentric.register.models import Organisation

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".et", ".ods", ".csv")
REPORT = "report.xlsx"
COUNTS = ("new", "changed", "unchanged", "waiting", "skipped")
_WIDTHS = (44, 12, 8, 8, 8, 8, 8, 10, 60, 60, 34)

Outcome = Literal["entered", "unchanged", "waiting", "refused", "passed-over"]


@dataclass(frozen=True)
class Returned:
    """What came of one file; `name` is its path within the folder, `says` and `remedy` why it was refused.

    `entered` may have rows waiting as well; `waiting` is a file of which nothing could be entered.
    """

    name: str
    outcome: Outcome
    counts: dict[str, int] = field(default_factory=dict)
    number: str = ""
    findings: tuple[Finding, ...] = ()
    says: str = ""
    remedy: str = ""
    copy: str = ""

    @property
    def errors(self) -> int:
        """How many findings keep something out; a refused file is one."""
        return sum(finding.severity == "error" for finding in self.findings) + (self.outcome == "refused")


def files_of(folder: Path) -> list[Path]:
    """Every file in the folder and those within, by name. What programs leave beside an open file is left out."""
    found = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return sorted(path for path in found if not any(part.startswith((".", "~$")) for part in _within(path, folder)))


def _within(path: Path, folder: Path) -> tuple[str, ...]:
    return path.relative_to(folder).parts


def copies_of(folder: Path) -> Path:
    """Where copies with findings and the report go: beside the folder, so that a second run does not read them."""
    return folder.with_name(f"{folder.resolve().name}-findings")


def enter_folder(
    folder: Path,
    actor: Actor,
    *,
    reason: str = "",
    all_or_nothing: bool = False,
    sheet: str = "",
    preview: bool = False,
    lang: str = DEFAULT_LANG,
    sender: Organisation | None = None,
) -> Iterator[Returned]:
    """Import the files one after another; what comes of each is given as soon as it is known.

    Each file with something new is one commit; one that is bad, or in use, is told and passed. A copy with the findings
    is written for each file that has any.
    """
    how: dict[str, Any] = {"reason": reason, "sheet": sheet, "lang": lang, "beside": True, "sender": sender}
    for path in files_of(folder):
        name = "/".join(_within(path, folder))
        if path.suffix.lower() not in SUFFIXES:
            yield Returned(name, "passed-over", says=say("folder-other-kind", lang, suffix=path.suffix or name))
            continue
        try:
            if preview:
                done = plan_import(read_files([path]), actor, **how)
            else:
                done = enter_files([path], actor, all_or_nothing=all_or_nothing, **how)
            copy = _copy(done, copies_of(folder) / Path(name).with_suffix(".xlsx"), lang)
        except Refused as refused:
            yield Returned(name, "refused", says=refused.says(lang), remedy=refused.remedy(lang))
            continue
        yield _returned(name, done, copy)


def _returned(name: str, done: Imported, copy: str) -> Returned:
    counts = {count: sum(tally.rows[count] for tally in done.plan.tallies) for count in COUNTS}
    outcome: Outcome = "unchanged"
    if done.refused or (done.errors and not counts["new"] and not counts["changed"]):
        outcome = "waiting"
    elif counts["new"] or counts["changed"]:
        outcome = "entered"
    return Returned(name, outcome, counts, done.number, tuple(done.findings), copy=copy)


def _copy(done: Imported, path: Path, lang: str) -> str:
    if not any(finding.severity != "notice" for finding in done.findings):
        return ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return str(write_copy(done.files[0], done.plan, done.findings, path, lang))
    except (OSError, FileNotWritten):  # open in Excel, perhaps: what was entered is entered all the same
        return ""


def write_report(returned: Sequence[Returned], path: Path, lang: str) -> Path:
    """A workbook with a line for each file: what was entered, what waits, what to do. FileNotWritten when it can't."""
    path.parent.mkdir(parents=True, exist_ok=True)
    book = new_workbook(path)
    base = {"font_name": FONT, "font_size": 11, "valign": "top"}
    head = book.add_format(base | {"bold": True, "bg_color": PALE, "font_color": INK})
    plain, wrapped = book.add_format(base), book.add_format(base | {"text_wrap": True})
    page = book.add_worksheet(say("folder-report", lang)[:31])
    page.freeze_panes(1, 1)
    for_paper(page, 0)
    heads = ("file", "outcome", *COUNTS, "errors", "says", "todo", "copy")
    for at, (name, width) in enumerate(zip(heads, _WIDTHS, strict=True)):
        put(page, 0, at, say(f"folder-head-{name}", lang), head)
        page.set_column(at, at, width)
    for line, one in enumerate(returned, start=1):
        first = next((finding for finding in one.findings if finding.severity == "error"), None)
        says = one.says or (f"{first.where(lang)} {first.says(lang)}".strip() if first else "")
        todo = one.remedy or (first.remedy(lang) if first else "")
        counts = [one.counts.get(name) for name in COUNTS]
        cells = [one.name, say(f"folder-{one.outcome}", lang), *counts, one.errors, says, todo, one.copy]
        for at, value in enumerate(cells):
            put(page, line, at, value, wrapped if heads[at] in ("says", "todo") else plain)
    page.autofilter(0, 0, max(1, len(returned)), len(heads) - 1)
    close(book, path)
    return path
