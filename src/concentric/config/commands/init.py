"""`concentric init`: found a ledger."""

from __future__ import annotations

import click

from concentric.config.commands._common import lang_option, setup
from concentric.core.terms.words import say


@click.command()
@click.option("--origin", required=True, metavar="NAME", help="Name in checkpoints, such as city.example/concentric.")
@click.option("--title", required=True, help="Title in Chinese.")
@click.option("--title-en", default="", help="Title in English.")
@click.option("--office", required=True, metavar="NAME", help="Name of the office that keeps the ledger.")
@click.option("--time-zone", default="Asia/Shanghai", show_default=True)
@lang_option
def command(origin: str, title: str, title_en: str, office: str, time_zone: str, lang: str) -> None:
    """Found a ledger."""
    setup()
    from zoneinfo import ZoneInfoNotFoundError

    from concentric.access.founding import found
    from concentric.ledger import triggers

    triggers.install()
    try:
        actor = found(
            origin=origin,
            title={"zh-Hans": title, "en": title_en or title},
            office_name=office,
            time_zone=time_zone,
        )
    except ZoneInfoNotFoundError:
        raise click.BadParameter(time_zone, param_hint="--time-zone") from None
    click.echo(say("command-founded", lang, account=actor.key))
