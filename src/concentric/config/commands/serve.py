"""`concentric serve`: the pages, on this machine."""

from __future__ import annotations

import socket

import click

from concentric.config.commands._common import lang_option, setup
from concentric.core.terms.findings import Refused
from concentric.core.terms.words import say


class PortTaken(Refused):
    """Another program listens there, perhaps this one, started before; or the port is not ours to take."""


def free(port: int, host: str = "127.0.0.1") -> None:
    """Whether nobody listens on a port. PortTaken otherwise: asked beforehand, the server would only fail."""
    with socket.socket() as asked:
        asked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server does: one just closed is free
        try:
            asked.bind((host, port))
        except OSError as wrong:
            raise PortTaken("command-port-taken", port=str(port), other=str(port + 1)) from wrong


def serve(port: int, lang: str, host: str = "127.0.0.1") -> None:
    """Serve until interrupted. One process: with the embedded database more would only wait for one another."""
    free(port, host)
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
    free(port)
    setup()
    serve(port, lang)
