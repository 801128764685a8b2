"""`concentric waiting`: who was asked and has not answered."""

from __future__ import annotations

import csv
from pathlib import Path

import click

from concentric.config.commands._common import actor_option, json_option, lang_option, print_json, setup
from concentric.core.terms.words import say


@click.command()
@click.option("--round", "round_", default="", metavar="NAME", help="One round only.")
@click.option("--csv", "file", default=None, type=click.Path(dir_okay=False, path_type=Path), help="Write a table.")
@actor_option
@lang_option
@json_option
def command(round_: str, file: Path | None, account: str, lang: str, as_json: bool) -> int:
    """List who was asked and has not answered, with a text to paste into a message. Exit code 1 if anybody."""
    setup()
    from concentric.access.accounts import acting
    from concentric.core.terms.dates import show_date
    from concentric.exchange.asking.requests import message, table, waiting

    found = waiting(acting(account, "command"), round_)
    if file is not None:
        with file.open("w", encoding="utf-8-sig", newline="") as out:
            csv.writer(out, lineterminator="\r\n").writerows(table(found, lang))
    if as_json:
        print_json(
            [
                {
                    "organisation": one.organisation.number,
                    "name": one.organisation.name,
                    "round": one.request.round,
                    "asked_on": one.request.asked_on.isoformat(),
                    "due": one.request.due.isoformat() if one.request.due else None,
                    "days": one.days,
                    "late": one.late,
                }
                for one in found
            ]
        )
        return 1 if found else 0
    if not found:
        click.echo(say("asked-none-waiting", lang))
        return 0
    for one in found:
        key = "asked-waiting-late" if one.late else "asked-waiting-due" if one.request.due else "asked-waiting-line"
        words = {"number": one.organisation.number, "name": one.organisation.name, "round": one.request.round}
        due = show_date(one.request.due, lang) if one.request.due else ""
        click.echo(say(key, lang, **words, days=one.days, due=due))
    click.echo(say("asked-waiting-count", lang, count=len(found)))
    click.echo(message(found, lang))
    return 1
