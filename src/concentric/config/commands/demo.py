"""`concentric demo`: the example city, from its workbooks to its review."""

from __future__ import annotations

import time

import click

from concentric.config.ahead import beside
from concentric.config.commands import checkpoint
from concentric.config.commands._common import lang_option, setup
from concentric.config.commands.serve import free, serve
from concentric.core.terms.words import say


@click.command()
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--no-serve", is_flag=True, help="Make it only.")
@click.option("--fresh", is_flag=True, help="Take the example away first, if there is one.")
@click.option("--seed", type=int, default=2021, show_default=True, help="Who does what; the figures stay.")
@lang_option
def command(port: int, no_serve: bool, fresh: bool, seed: int, lang: str) -> int:
    """Make the example city if it isn't there yet, and serve it."""
    if not no_serve:
        free(port)  # before minutes of work, not after them
    setup()
    from django.conf import settings

    from concentric.exchange.synth import demo

    begun = time.monotonic()
    if fresh and demo.standing(settings.HOME):
        demo.clear(settings.HOME)
        setup()
    if demo.standing(settings.HOME) == "done":
        click.echo(say("demo-done-before", lang))
    else:
        with beside():
            for line in demo.live(settings.HOME, lang, seed):
                click.echo(say(line.key, lang, **line.words))
        code: int = checkpoint.command.callback(out=None, lang=lang)  # type: ignore[misc]
        if code:
            return code
        _tell(lang, str(settings.HOME / "workbooks"))
        click.echo(say("demo-took", lang, seconds=round(time.monotonic() - begun)))
    if no_serve:
        click.echo(say("demo-serve-later", lang, address=f"http://127.0.0.1:{port}/"))
        return 0
    serve(port, lang)
    return 0


def _tell(lang: str, workbooks: str) -> None:
    """What there is to look at: figures, accounts, workbooks."""
    from concentric.exchange.synth import demo
    from concentric.exchange.synth.scene import OFFICE
    from concentric.exchange.synth.speakers import account_of

    click.echo(say("demo-figures", lang))
    for line in demo.compared(lang):
        click.echo(f"  {say(line.key, lang, **line.words)}")
    speakers = {"supporter": "S001", "village": "V001", "clinic": "K001", "verifier": "Y001", "department": "H001"}
    accounts = {name: account_of(number)[0] for name, number in speakers.items()}
    click.echo(say("demo-accounts", lang, office=OFFICE, **accounts))
    click.echo(say("demo-workbooks", lang, path=workbooks))
