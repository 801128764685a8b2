"""`concentric map`: how a workbook that is not ours would be read, and keeping that for the next one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from concentric.config.commands._common import actor_option, json_option, lang_option, print_json, setup, show_findings
from concentric.core.terms.words import say

if TYPE_CHECKING:
    from concentric.exchange.importing.imports import Imported
    from concentric.exchange.mapping.mapping import Source
    from concentric.exchange.mapping.proposed import Proposed

ROWS = 3  # of each sheet, as they would be read
WIDEST = 24


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--sheet", "sheets", multiple=True, metavar="NAME=SHEET", help="Which of our sheets a sheet is.")
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="NAME!COLUMN=SOURCE",
    help="Where a column comes from: B, A+C, 'LC'+A or 'text'; - for nowhere.",
)
@click.option("--from", "sender", default="", metavar="ORG", help="Who sent it, where the file doesn't say.")
@click.option("--save", is_flag=True, help="Keep it: the next file of this shape is read alike.")
@click.option("--reason", default="", metavar="TEXT", help="Why a mapping that was kept is changed.")
@actor_option
@lang_option
@json_option
def command(
    file: Path,
    sheets: tuple[str, ...],
    settings: tuple[str, ...],
    sender: str,
    save: bool,
    reason: str,
    account: str,
    lang: str,
    as_json: bool,
) -> int:
    """Show how a workbook that is not ours would be read; with --save, keep it."""
    setup()
    from concentric.access.accounts import acting
    from concentric.exchange.asking.requests import organisation_of
    from concentric.exchange.importing.imports import plan_import
    from concentric.exchange.mapping.proposed import propose
    from concentric.exchange.mapping.remembered import remember
    from concentric.exchange.mapping.telling import look_of
    from concentric.exchange.workbook.reading import read_file

    actor = acting(account, "workbook")
    raw = read_file(file)
    chosen = dict(_parted(one, "=") for one in sheets)
    look, given = look_of(actor), organisation_of(actor, sender) if sender else None
    found = propose(raw, actor, look, sheets=chosen, sender=given)
    if settings:
        found = propose(raw, actor, look, sheets=chosen, changes=_changes(settings, found), sender=given)
    mappings = {one.raw.name: one.mapping for one in found if one.mapping is not None and not one.mapping.missing}
    planned = plan_import([raw], actor, lang=lang, mappings=mappings, sender=given) if mappings else None
    saved: list[Proposed] = []
    if save:
        for one in found:
            if one.mapping is not None and one.origin != "template":
                remember(actor, one.mapping, one.headings, reason=reason, sender=one.sender)
                saved.append(one)
    if as_json:
        print_json(_json(found, planned, saved, lang))
    else:
        if found and found[0].sender is not None:
            click.echo(say("mapping-sender", lang, sender=found[0].sender.name))
        for one in found:
            _show(one, planned, lang)
        if planned is not None:
            show_findings([finding for finding in planned.findings if finding.severity != "notice"], lang, limit=12)
        for one in saved:
            key = "mapping-saved" if one.sender is None else "mapping-saved-of"
            click.echo(say(key, lang, name=one.raw.name, sender=one.sender.name if one.sender else ""))
    ready = all(one.mapping is not None and not one.mapping.missing for one in found)
    return 0 if found and ready and not (planned and planned.errors) else 1


def _parted(written: str, mark: str) -> tuple[str, str]:
    left, found, right = written.partition(mark)
    if not found or not left.strip() or not right.strip():
        raise click.UsageError(f"{written!r}: ...{mark}...")
    return left.strip(), right.strip()


def _changes(settings: tuple[str, ...], found: list[Proposed]) -> dict[str, dict[str, Source | None]]:
    from concentric.exchange.mapping.mapping import read_source
    from concentric.exchange.mapping.proposed import NoSuchColumn, column_named

    by_name = {one.raw.name: one for one in found}
    changes: dict[str, dict[str, Source | None]] = {}
    for setting in settings:
        where, written = _parted(setting, "=")
        name, column = _parted(where, "!")
        one = by_name.get(name)
        if one is None or one.mapping is None:
            raise NoSuchColumn("mapping-no-sheet", name=name)
        source = None if written == "-" else read_source(written)
        changes.setdefault(name, {})[column_named(one.mapping.sheet, column)] = source
    return changes


def _show(one: Proposed, planned: Imported | None, lang: str) -> None:
    from concentric.exchange.mapping.telling import lines_of, unread_of
    from concentric.exchange.sheets.cells import value_shown

    if one.mapping is None:
        click.echo(say("mapping-nothing", lang, name=one.raw.name))
        return
    click.echo(
        say(f"mapping-{one.origin}", lang, name=one.raw.name, sheet=one.mapping.sheet.name(lang))
        + say("mapping-headings-at", lang, row=str(one.mapping.header + 1), count=one.mapping.depth)
    )
    for line in lines_of(one, lang):
        where = line.source or say("mapping-from-nowhere", lang)
        shown = say("mapping-line", lang, column=line.heading, source=where, heading=line.foreign, why=line.why)
        click.echo(("  ! " if line.missing else "    ") + shown.rstrip())
    unread = unread_of(one)
    if unread:
        click.echo("    " + say("mapping-unread", lang, headings=say("sheets-joint", lang).join(unread)))
    parsed = next((held for held in planned.plan.parsed if held.raw.name == one.raw.name), None) if planned else None
    for row in parsed.rows[:ROWS] if parsed else []:
        read = zip(one.mapping.sheet.columns, row.values, strict=True)
        values = [value_shown(column, value, lang)[:WIDEST] for column, value in read if value is not None]
        click.echo("    " + say("mapping-row", lang, row=str(row.at), values=" | ".join(values)))


def _json(found: list[Proposed], planned: Imported | None, saved: list[Proposed], lang: str) -> dict[str, Any]:
    return {
        "sheets": [
            {
                "name": one.raw.name,
                "origin": one.origin,
                "sheet": one.mapping.stem if one.mapping else None,
                "header": one.mapping.header + 1 if one.mapping else None,
                "depth": one.mapping.depth if one.mapping else None,
                "shape": one.mapping.shape if one.mapping else None,
                "columns": {name: str(source) for name, source in one.mapping.columns.items()} if one.mapping else {},
                "scores": {name: round(guessed.score, 3) for name, guessed in one.why.items()},
                "missing": one.mapping.missing if one.mapping else [],
                "saved": one in saved,
                "sender": one.sender.number if one.sender else None,
            }
            for one in found
        ],
        "findings": [finding.as_json(lang) for finding in planned.findings] if planned else [],
    }
