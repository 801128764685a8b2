"""`concentric upgrade`: bring the tables up to date with the program, and make the guards that are missing."""

from __future__ import annotations

from importlib.metadata import version

import click

from concentric.config.commands._common import is_behind, lang_option, setup
from concentric.core.terms.words import say


@click.command()
@lang_option
def command(lang: str) -> int:
    """Bring the tables up to date after an update of the program; harmless when repeated."""
    setup(migrate=False)
    from concentric.ledger import triggers
    from concentric.ledger.positions import charter

    behind = is_behind()
    setup()
    absent = triggers.missing()
    if absent:
        triggers.install()
    charter()
    done = behind or bool(absent)
    click.echo(say("command-upgraded" if done else "command-upgraded-already", lang, version=version("concentric")))
    return 0
