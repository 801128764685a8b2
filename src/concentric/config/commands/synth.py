"""`concentric synth`: workbooks of invented data."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from concentric.config.commands._common import lang_option, setup
from concentric.core.terms.words import say


@click.command()
@click.option("--scale", type=click.Choice(["city", "bench"]), default="city", show_default=True)
@click.option("--seed", type=int, default=2021, show_default=True)
@click.option(
    "--rows", type=click.IntRange(200, 1_000_000), default=100_000, show_default=True, help="bench: how many."
)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, metavar="FOLDER")
@lang_option
def command(scale: str, seed: int, rows: int, out: Path, lang: str) -> None:
    """Write invented workbooks: the example city's year, or one big file to time an import with."""
    # The sheets name their models, so Django has to be ready; no database is opened.
    setup(migrate=False)
    if scale == "bench":
        from concentric.exchange.synth.bench import write_bench

        path = out / f"bench-{rows}.xlsx"
        count = write_bench(path, rows, seed, lang)
        click.echo(say("synth-bench-written", lang, count=count, path=str(path)))
        return
    from concentric.exchange.synth.folder import LIST, write_folder
    from concentric.exchange.synth.story import plan

    show = sys.stderr.isatty()

    def progress(done: int, total: int) -> None:
        click.echo(f"\r{done}/{total}", nl=done == total, err=True)

    count = write_folder(plan(seed), out, lang, progress=progress if show else None)
    click.echo(say("synth-written", lang, count=count, path=str(out), list=LIST))
