"""`concentric serve`: the pages, on this machine."""

from __future__ import annotations

import click

from concentric.config.commands._common import lang_option, setup
from concentric.core.terms.words import say


def serve(port: int, lang: str, host: str = "127.0.0.1") -> None:
    """Serve until interrupted. One process: with the embedded database more would only wait for one another."""
    from granian.constants import Interfaces
    from granian.server import Server

    click.echo(say("command-serving", lang, address=f"http://{host}:{port}/"))
    Server(
        "concentric.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=4,
        log_level="warning",  # type: ignore[arg-type]
    ).serve()


@click.command()
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@lang_option
def command(port: int, lang: str) -> None:
    """Serve the pages on 127.0.0.1."""
    setup()
    serve(port, lang)
