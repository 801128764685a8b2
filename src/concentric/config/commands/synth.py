"""`concentric synth`: workbooks of invented data."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from concentric.config.commands._common import lang_option, setup
from concentric.core.terms.words import say


@click.command()
@click.option("--scale", type=click.Choice(["city", "bench", "province", "nation"]), default="city", show_default=True)
@click.option("--seed", type=int, default=2021, show_default=True)
@click.option(
    "--rows", type=click.IntRange(200, 1_000_000), default=None, help="How many: bench 100,000, province 1,000,000."
)
@click.option("--tight", is_flag=True, help="nation: hardly more capacity than recipients.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, metavar="FOLDER")
@lang_option
def command(scale: str, seed: int, rows: int | None, tight: bool, out: Path, lang: str) -> None:
    """Write invented data: the example city's year, or one big file to time an import with.

    province enters a whole ledger instead: OUT is its home, to be named by CONCENTRIC_HOME afterwards. nation writes
    two lists of organisations to pair, and rules.
    """
    if scale == "nation":
        from concentric.core.pairing.synth import write_instance

        count = write_instance(out, scale, seed, tight=tight)
        click.echo(say("synth-pairing-written", lang, count=count, path=str(out)))
        return
    if scale == "province":
        _province(out, rows or 1_000_000, seed, lang)
        return
    # The sheets name their models, so Django has to be ready; no database is opened.
    setup(migrate=False)
    if scale == "bench":
        from concentric.exchange.synth.bench import write_bench

        wanted = rows or 100_000
        path = out / f"bench-{wanted}.xlsx"
        count = write_bench(path, wanted, seed, lang)
        click.echo(say("synth-bench-written", lang, count=count, path=str(path)))
        return
    from concentric.exchange.synth.folder import LIST, write_folder
    from concentric.exchange.synth.story import plan

    show = sys.stderr.isatty()

    def progress(done: int, total: int) -> None:
        click.echo(f"\r{done}/{total}", nl=done == total, err=True)

    count = write_folder(plan(seed), out, lang, progress=progress if show else None)
    click.echo(say("synth-written", lang, count=count, path=str(out), list=LIST))


def _province(out: Path, records: int, seed: int, lang: str) -> None:
    """Enter a province's ledger in the folder `out`. Refused where a ledger is kept already."""
    os.environ["CONCENTRIC_HOME"] = str(out.resolve())
    os.environ.pop("DATABASE_URL", None)
    setup()
    from concentric.exchange.synth.province import Province
    from concentric.exchange.synth.province_matters import enter_all
    from concentric.ledger.positions import size

    province = Province(records, seed)
    province.found()
    for part in enter_all(province):
        click.echo(say("synth-province-part", lang, part=part, size=size()), err=True)
    click.echo(say("synth-province-done", lang, size=size(), home=str(out)))
