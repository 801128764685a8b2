"""`concentric import`: workbooks in."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from concentric.config.commands._common import actor_option, json_option, lang_option, print_json, setup
from concentric.core.terms.findings import Finding
from concentric.core.terms.words import say

if TYPE_CHECKING:
    from concentric.exchange.importing.imports import Imported

SHOWN = 12  # findings of one kind shown in full, and differences
_SHEET_COUNTS = ("new", "changed", "unchanged", "waiting", "skipped")


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--preview", is_flag=True, help="Only say what would happen.")
@click.option("--all-or-nothing", is_flag=True, help="Enter nothing if anything is wrong.")
@click.option("--reason", default="", metavar="TEXT", help="Why rows differ from what was entered before.")
@click.option("--from", "sender", default="", metavar="ORG", help="Who sent the files, where they don't say.")
@click.option("--sheet", default="", metavar="NAME", help="Which sheet a file is, where its name doesn't say.")
@actor_option
@lang_option
@json_option
def command(
    files: tuple[Path, ...],
    preview: bool,
    all_or_nothing: bool,
    reason: str,
    sheet: str,
    sender: str,
    account: str,
    lang: str,
    as_json: bool,
) -> int:
    """Import workbooks (.xlsx, .xls, .et, .ods), tables (.csv), or a folder of them, each file by itself."""
    setup()
    if any(path.is_dir() for path in files):
        from concentric.config.commands._folder import import_folder

        how: dict[str, Any] = {"preview": preview, "all_or_nothing": all_or_nothing, "reason": reason}
        return import_folder(files, account, lang, as_json=as_json, sheet=sheet, sender=sender, **how)
    from concentric.access.accounts import acting
    from concentric.exchange.asking.requests import organisation_of
    from concentric.exchange.importing.copy import copy_path, write_copy
    from concentric.exchange.importing.imports import enter_files, plan_import, read_files
    from concentric.exchange.workbook.writing import FileNotWritten

    actor = acting(account, "workbook")
    options: dict[str, Any] = {"reason": reason, "sheet": sheet, "lang": lang, "beside": True}
    options["sender"] = organisation_of(actor, sender) if sender else None
    if preview:
        done = plan_import(read_files(files), actor, **options)
    else:
        done = enter_files(files, actor, all_or_nothing=all_or_nothing, **options)
    copies: list[Path] = []
    for file in done.files:
        if any(finding.severity != "notice" and finding.file == file.path.name for finding in done.findings):
            try:
                copies.append(write_copy(file, done.plan, done.findings, copy_path(file.path), lang))
            except FileNotWritten as refused:  # open in Excel, perhaps: what was entered is entered all the same
                click.echo(f"{refused.says(lang)} {refused.remedy(lang)}", err=True)
    if as_json:
        print_json(_json(done, copies, lang))
    else:
        _show(done, copies, lang, preview=preview)
    return 1 if done.errors else 0


def _json(done: Imported, copies: list[Path], lang: str) -> dict[str, object]:
    receipt = done.receipt
    return {
        "import": done.number or None,
        "receipt": None
        if receipt is None
        else {"first": receipt.first, "size": receipt.size, "root": receipt.root.hex(), "at": receipt.at.isoformat()},
        "refused": done.refused,
        "sheets": [tally.as_json() | {"absent_numbers": tally.absent_numbers} for tally in done.plan.tallies],
        "differences": [vars(one) for one in done.plan.differences],
        "findings": [finding.as_json(lang) for finding in done.findings],
        "copies": [str(path) for path in copies],
    }


def _show(done: Imported, copies: list[Path], lang: str, *, preview: bool) -> None:
    tallies = done.plan.tallies
    totals: Counter[str] = Counter()
    for tally in tallies:
        totals.update(tally.rows)
    if preview:
        click.echo(say("import-preview", lang))
    for tally in tallies:
        if not tally.idle:
            counts = {name: tally.rows[name] for name in _SHEET_COUNTS}
            click.echo("  " + say("import-sheet-line", lang, name=tally.name, **counts))
    if idle := sum(tally.idle for tally in tallies):
        click.echo("  " + say("import-idle", lang, count=idle))
    for tally in tallies:
        if tally.absent:
            numbers = say("sheets-joint", lang).join(tally.absent_numbers[:6]) + ("…" if tally.absent > 6 else "")
            click.echo("  " + say("import-absent", lang, name=tally.name, count=tally.absent, numbers=numbers))
    _differences(done, lang)
    _findings(done.findings, copies, lang)
    if done.refused:
        finding = Finding("import-findings-all-or-nothing")
        click.echo(f"{finding.says(lang)} {finding.remedy(lang)}")
    elif done.receipt is not None:
        first, last = str(done.receipt.first), str(done.receipt.size - 1)
        new, changed = totals["new"], totals["changed"]
        click.echo(say("import-entered", lang, number=done.number, new=new, changed=changed, first=first, last=last))
    elif not preview:
        key = "import-nothing-new" if totals["unchanged"] else "import-nothing-good"
        click.echo(say(key, lang, unchanged=totals["unchanged"]))
    if totals["waiting"] and not done.refused:
        click.echo(say("import-would-wait" if preview else "import-waiting", lang, count=totals["waiting"]))


def _differences(done: Imported, lang: str) -> None:
    blank = say("import-blank", lang)
    for one in done.plan.differences[:SHOWN]:
        click.echo(
            "  "
            + say(
                "import-difference",
                lang,
                sheet=one.sheet,
                row=str(one.row),
                number=one.number,
                column=one.column,
                old=one.old or blank,
                new=one.new or blank,
            )
        )
    if len(done.plan.differences) > SHOWN:
        click.echo("  " + say("import-more-differences", lang, count=len(done.plan.differences) - SHOWN))


def _findings(findings: list[Finding], copies: list[Path], lang: str) -> None:
    """Errors first, those of one kind together; what is too much for a screen is counted, and stands in the copy."""
    groups: dict[tuple[int, str], list[Finding]] = {}
    rank = {"error": 0, "warning": 1, "notice": 2}
    for finding in findings:
        groups.setdefault((rank[finding.severity], finding.key), []).append(finding)
    more = 0
    for at, ((_, _key), group) in enumerate(sorted(groups.items(), key=lambda item: item[0])):
        shown = group[: SHOWN if at < SHOWN else 1] if group[0].severity != "notice" else group[:2]
        for finding in shown:
            where = finding.where(lang)
            mark = say(f"command-{finding.severity}", lang)
            click.echo(f"{mark} {where}: {finding.says(lang)}" if where else f"{mark} {finding.says(lang)}")
        click.echo(f"    {group[0].remedy(lang)}")
        if len(group) > len(shown):
            more += len(group) - len(shown)
            click.echo("    " + say("import-group", lang, count=len(group), says=group[0].says(lang)))
    if copies:
        if more:
            click.echo(say("import-more-see", lang, count=more, file=", ".join(str(path) for path in copies)))
        for path in copies:
            click.echo(say("import-copy-written", lang, file=str(path)))
