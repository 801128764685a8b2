"""`concentric tray`: rows that wait to be corrected."""

from __future__ import annotations

from pathlib import Path

import click

from concentric.config.commands._common import actor_option, json_option, lang_option, print_json, setup
from concentric.core.terms.words import say

SHOWN = 40


@click.group(invoke_without_command=True)
@click.option(
    "--to-workbook", "workbook", type=click.Path(dir_okay=False, path_type=Path), help="Write them to a workbook."
)
@actor_option
@lang_option
@json_option
@click.pass_context
def command(context: click.Context, workbook: Path | None, account: str, lang: str, as_json: bool) -> int | None:
    """List the rows that wait, or write them to a workbook to correct."""
    if context.invoked_subcommand is not None:
        return None
    setup()
    from concentric.access.accounts import acting
    from concentric.exchange.importing import tray
    from concentric.exchange.importing.tray_workbook import write_tray

    rows = tray.waiting(acting(account, "command"))
    if workbook is not None and rows:
        write_tray(rows, workbook, lang)
        click.echo(say("tray-written", lang, file=str(workbook)))
        return 0
    if as_json:
        print_json(
            [
                {
                    "sheet": row.sheet,
                    "number": row.number,
                    "file": row.file,
                    "row": row.row,
                    "cells": row.cells,
                    "since": row.since.isoformat(),
                    "findings": [finding.as_json(lang) for finding in tray.findings_of(row)],
                }
                for row in rows
            ]
        )
        return 0
    if not rows:
        click.echo(say("tray-empty", lang))
        return 0
    for row in rows[:SHOWN]:
        words = {"name": row.name, "row": str(row.row), "number": row.number, "file": row.file}
        click.echo(say("tray-line", lang, **words))
        for finding in tray.findings_of(row):
            click.echo(f"    {finding.says(lang)} {finding.remedy(lang)}")
    if len(rows) > SHOWN:
        click.echo(say("command-more-findings", lang, count=len(rows) - SHOWN))
    click.echo(say("tray-count", lang, count=len(rows)))
    return 0


@command.command("drop")
@click.argument("which", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Drop every row of the account.")
@actor_option
@lang_option
def drop(which: tuple[str, ...], everything: bool, account: str, lang: str) -> None:
    """Drop rows: by number, by sheet, or SHEET:NUMBER."""
    setup()
    from concentric.access.accounts import acting
    from concentric.exchange.importing import tray

    if not which and not everything:
        raise click.UsageError("WHICH, or --all")
    count = tray.drop(acting(account, "command"), which, everything=everything)
    click.echo(say("tray-dropped", lang, count=count))
