"""`concentric undo`: take back a whole import."""

from __future__ import annotations

import click

from concentric.config.commands._common import actor_option, json_option, lang_option, print_json, setup
from concentric.core.terms.words import say


@click.command()
@click.argument("number", required=False, default="")
@click.option("--list", "listing", is_flag=True, help="List the imports.")
@click.option("--reason", default="", metavar="TEXT", help="Why it is taken back.")
@actor_option
@lang_option
@json_option
def command(number: str, listing: bool, reason: str, account: str, lang: str, as_json: bool) -> int:
    """Take back everything that import NUMBER entered, by counter-records."""
    setup()
    from concentric.access.accounts import acting
    from concentric.exchange.importing.undo import LaterRecordsStand, made, undo_import

    actor = acting(account, "command")
    if listing or not number:
        imports = made(actor)
        if as_json:
            print_json(
                [
                    {
                        "number": one.record.number,
                        "at": one.record.recorded_at.isoformat(),
                        "account": one.record.recorded_by,
                        "files": one.record.files,
                        "sheets": one.record.sheets,
                        "records": one.count,
                        "undone": one.undone,
                    }
                    for one in imports
                ]
            )
            return 0
        for one in imports:
            line = say(
                "undo-line",
                lang,
                number=one.record.number,
                at=f"{one.record.recorded_at:%Y-%m-%d %H:%M}",
                account=one.record.recorded_by,
                files=", ".join(file["name"] for file in one.record.files),
                count=one.count,
            )
            click.echo(say("undo-line-undone", lang, line=line) if one.undone else line)
        if not imports:
            click.echo(say("undo-none", lang))
        return 0
    try:
        done = undo_import(actor, number, reason=reason, lang=lang)
    except LaterRecordsStand as refused:
        click.echo(f"{refused.says(lang)}\n{refused.remedy(lang)}", err=True)
        for dependent in refused.dependents:
            click.echo(f"  {dependent}", err=True)
        return 1
    if as_json:
        print_json({"number": done.number, "count": done.count, "first": done.receipt.first, "size": done.receipt.size})
    else:
        click.echo(say("undo-done", lang, number=done.number, count=done.count))
    return 0
