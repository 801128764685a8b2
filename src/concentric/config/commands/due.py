"""`concentric due`: open cases by their working-day clocks, and who has to act."""

from __future__ import annotations

import csv
from datetime import datetime
from pathlib import Path

import click

from concentric.config.commands._common import actor_option, json_option, lang_option, print_json, setup
from concentric.core.terms.words import say


@click.command()
@click.option("--within", default=3, type=click.IntRange(0, 500), metavar="N", help="Working days ahead to look.")
@click.option("--handler", default="", metavar="ORG", help="Of one organisation only.")
@click.option("--on", "day", default=None, type=click.DateTime(["%Y-%m-%d"]), help="As if it were this day.")
@click.option("--csv", "file", default=None, type=click.Path(dir_okay=False, path_type=Path), help="Write a table.")
@actor_option
@lang_option
@json_option
def command(
    within: int, handler: str, day: datetime | None, file: Path | None, account: str, lang: str, as_json: bool
) -> int:
    """List cases that are due or soon will be, and who has to act, with text to paste. Exit code 1 if any is late."""
    setup()
    from concentric.access.accounts import acting
    from concentric.core.terms.dates import show_date
    from concentric.exchange.asking import clocks
    from concentric.exchange.asking.requests import organisation_of, today

    actor = acting(account, "command")
    one_of = organisation_of(actor, handler).root if handler else None
    found = clocks.due(actor, day.date() if day else today(), within=within, handler=one_of)
    late = sum(one.clock.late for one in found)
    if file is not None:
        with file.open("w", encoding="utf-8-sig", newline="") as out:
            csv.writer(out, lineterminator="\r\n").writerows(clocks.table(found, lang))
    if as_json:
        print_json(
            [
                {
                    "case": one.clock.case.number,
                    "step": one.clock.step,
                    "by": one.number or None,
                    "name": one.name,
                    "due": one.clock.due.isoformat(),
                    "working_days_left": one.clock.left,
                    "late": one.clock.late,
                }
                for one in found
            ]
        )
        return 1 if late else 0
    if not found:
        click.echo(say("due-none", lang, within=within))
        return 0
    for one in found:
        words = {"case": one.clock.case.number, "step": clocks.step(one.clock, lang), "name": one.name}
        due = show_date(one.clock.due, lang)
        click.echo(say("due-line", lang, **words, due=due, left=clocks.left(one.clock, lang)))
    click.echo(say("due-sum", lang, count=len(found), late=str(late)))
    for _, text in clocks.messages(found, lang):
        click.echo(f"\n{text}")
    return 1 if late else 0
