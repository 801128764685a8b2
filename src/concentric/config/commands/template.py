"""`concentric template`: the workbook that people fill in."""

from __future__ import annotations

from pathlib import Path

import click

from concentric.config.commands._common import lang_option, setup
from concentric.core.terms.words import say


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@lang_option
def command(file: Path, force: bool, lang: str) -> int:
    """Write the template, with drop-downs, notes and examples."""
    setup(migrate=False)
    from django.db import DatabaseError

    from concentric.core.terms.scripts import localized
    from concentric.exchange.template import write_template
    from concentric.exchange.workbook.writing import FileNotWritten
    from concentric.register.models import Programme

    if file.suffix.lower() != ".xlsx":
        file = file.with_name(file.name + ".xlsx")
    if file.exists() and not force:
        raise FileNotWritten("file-exists", name=file.name)
    try:
        held = Programme.objects.in_force().order_by("rank").values_list("names", flat=True)
        programmes = [localized(names, lang) for names in held]
    except DatabaseError:
        programmes = []  # a template can be had before there is a ledger
    write_template(file, lang, programmes=programmes)
    click.echo(say("template-written", lang, file=str(file)))
    return 0
