"""`concentric checkpoint`: sign the ledger's size and root, for keeping outside the house."""

from __future__ import annotations

import os
from pathlib import Path

import click
from filelock import FileLock

from concentric.config.commands._common import lang_option, setup
from concentric.core.terms.words import say


@click.command()
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="File to write; default: home folder.")
@lang_option
def command(out: Path | None, lang: str) -> int:
    """Rebuild the tree, hold it against the last checkpoint, and sign it."""
    if out is not None and not out.parent.is_dir():
        raise click.BadParameter(str(out), param_hint="--out")
    setup()
    from django.conf import settings

    from concentric.ledger import checkpoints
    from concentric.ledger.positions import origin

    key = checkpoints.key_at(settings.HOME / "keys" / "checkpoint.key", origin())
    last = checkpoints.last_at(settings.HOME)
    folder = last.parent
    folder.mkdir(exist_ok=True, mode=0o700)
    # One at a time: of two, the one that saw the shorter log could be the last to write.
    with FileLock(folder / ".lock"):
        try:
            text = checkpoints.sign(key, last=last)
        except checkpoints.TreeDoesNotHold as refused:
            click.echo(f"{refused.says(lang)}\n{refused.remedy(lang)}", err=True)
            return 1
        size = text.splitlines()[1]
        path = out or folder / f"{size}.checkpoint"
        for target in (path, last):
            _write(target, text)
    click.echo(say("command-checkpoint-written", lang, path=str(path)))
    click.echo(say("command-checkpoint-key", lang, key=key.verifier))
    return 0


def _write(path: Path, text: str) -> None:
    """Whole or not at all, also when the power fails: without the last checkpoint a later rewriting goes unseen."""
    part = path.with_name(path.name + ".part")
    with part.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
