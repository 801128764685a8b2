"""`concentric import` of a folder: a line for each file as it is done, a report, and the sum of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from concentric.config.commands._common import print_json
from concentric.core.terms.findings import Refused
from concentric.core.terms.words import say

if TYPE_CHECKING:
    from concentric.exchange.importing.folder import Returned


class NotOneFolder(Refused):
    """A folder is named beside other files, or is empty."""


def import_folder(
    files: Sequence[Path],
    account: str,
    lang: str,
    *,
    as_json: bool,
    preview: bool,
    all_or_nothing: bool,
    reason: str,
    sheet: str,
    sender: str,
) -> int:
    """Import every file of the one folder. Returns 1 when something waits or was refused."""
    from concentric.access.accounts import acting
    from concentric.exchange.asking.requests import organisation_of
    from concentric.exchange.importing.folder import REPORT, copies_of, enter_folder, files_of, write_report
    from concentric.exchange.workbook.writing import FileNotWritten

    if len(files) != 1:
        raise NotOneFolder("folder-alone")
    folder = files[0]
    of = len(files_of(folder))
    if of == 0:
        raise NotOneFolder("folder-empty", name=folder.name)
    done: list[Returned] = []
    actor = acting(account, "workbook")
    options: dict[str, Any] = {"reason": reason, "all_or_nothing": all_or_nothing, "sheet": sheet, "preview": preview}
    options["sender"] = organisation_of(actor, sender) if sender else None
    for one in enter_folder(folder, actor, lang=lang, **options):
        done.append(one)
        if not as_json:
            _tell(one, len(done), of, lang)
    report: Path | None = None
    if not preview:
        try:
            report = write_report(done, copies_of(folder) / REPORT, lang)
        except FileNotWritten as refused:
            click.echo(f"{refused.says(lang)} {refused.remedy(lang)}", err=True)
    if as_json:
        print_json(_json(done, report, lang))
    else:
        _sum(done, report, lang, preview=preview)
    return 1 if any(one.errors for one in done) else 0


def _tell(one: Returned, n: int, of: int, lang: str) -> None:
    words: dict[str, str | int] = {"n": str(n), "of": str(of), "name": one.name}
    words["outcome"] = say(f"folder-{one.outcome}", lang)
    if one.counts:
        counts = {name: one.counts[name] for name in ("new", "changed", "unchanged", "waiting")}
        click.echo(say("folder-line-counts", lang, **words, **counts))
        if one.outcome == "waiting" and not one.counts["waiting"]:
            # Not even its rows could be read: the first reason, as for a file that was refused.
            first = next(finding for finding in one.findings if finding.severity == "error")
            click.echo(f"    {first.where(lang)} {first.says(lang)} {first.remedy(lang)}")
    else:
        click.echo(say("folder-line", lang, **words))
        click.echo(f"    {one.says} {one.remedy}".rstrip())


def _sum(done: Sequence[Returned], report: Path | None, lang: str, *, preview: bool) -> None:
    outcomes = Counter(one.outcome for one in done)
    rows: Counter[str] = Counter()
    for one in done:
        rows.update(one.counts)
    words = say(
        "folder-sum",
        lang,
        files=len(done),
        entered=outcomes["entered"],
        unchanged=outcomes["unchanged"],
        waiting=outcomes["waiting"],
        refused=outcomes["refused"],
        passed=outcomes["passed-over"],
        new=rows["new"],
        changed=rows["changed"],
        rows=rows["waiting"],
    )
    click.echo(say("folder-sum-preview", lang, sum=words) if preview else words)
    if report is not None:
        click.echo(say("folder-report-written", lang, file=str(report)))


def _json(done: Sequence[Returned], report: Path | None, lang: str) -> dict[str, object]:
    return {
        "report": str(report) if report else None,
        "files": [
            {
                "name": one.name,
                "outcome": one.outcome,
                "import": one.number or None,
                "rows": one.counts,
                "findings": [finding.as_json(lang) for finding in one.findings],
                "refused": one.says if one.outcome == "refused" else None,
                "remedy": one.remedy or None,
                "copy": one.copy or None,
            }
            for one in done
        ],
    }
