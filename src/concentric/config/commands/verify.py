"""`concentric verify`: rebuild everything from the log and name each row that doesn't agree."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from concentric.config.commands._common import SHOWN, is_behind, json_option, lang_option, print_json, setup
from concentric.core.terms.findings import Refused
from concentric.core.terms.words import has_words, say


class TablesBehind(Refused):
    """The tables are those of an earlier version; nothing can be compared with them."""


@click.command()
@click.option(
    "--against",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A checkpoint kept elsewhere; the last one of this home if left out.",
)
@click.option(
    "--key", "verifier", default=None, metavar="TEXT", help="Public key of the checkpoint, if not this one's."
)
@lang_option
@json_option
def command(against: Path | None, verifier: str | None, lang: str, as_json: bool) -> int:
    """Rebuild the tree and every list from the log, and compare."""
    # No migrate here: verifying must not write.
    setup(migrate=False)
    from django.conf import settings

    from concentric.core.terms.findings import Finding
    from concentric.ledger import checkpoints, triggers
    from concentric.ledger.positions import charter, is_begun
    from concentric.ledger.verify import verify
    from concentric.prove.mirror import differing

    signed, strange = None, []
    if against is not None:
        public = checkpoints.public_at(settings.HOME)
        if verifier is None and not public.exists():
            raise click.UsageError(say("command-verify-needs-key", lang))
        signed = checkpoints.read(against, verifier or public.read_text(encoding="utf-8").strip())
    else:
        # A log that was cut off or replaced by an older copy agrees with itself: only what was signed before can tell.
        try:
            signed = checkpoints.kept(settings.HOME, verifier or "")
        except Refused as refused:
            strange.append(Finding("verify-kept-checkpoint", {"why": refused.says(lang)}))
    if signed is None and not strange and not is_begun():
        charter()  # nothing was ever founded here, and the refusal says how
    if is_behind():
        # SQLite reads a column that isn't there yet as its own name: every row would seem to have been changed.
        raise TablesBehind("command-verify-behind")
    show = not as_json and sys.stderr.isatty()
    bar: Any = click.progressbar(length=1, file=sys.stderr) if show else None

    def progress(done: int, total: int) -> None:
        if bar is not None:
            bar.length = total
            bar.update(done - bar.pos)

    report = verify(against=signed, progress=progress)
    report.findings += differing()
    missing = [Finding("ledger-trigger-missing", {"name": name}) for name in triggers.missing()]
    report.findings[:0] = [*strange, *missing]
    if bar is not None:
        bar.render_finish()
    if as_json:
        print_json(report.as_json(lang))
        return 1 if report.findings else 0
    if not report.findings:
        click.echo(say("verify-clean", lang, size=report.size))
        if signed is not None:
            click.echo(say("verify-against", lang, size=signed.size))
    else:
        click.echo(say("verify-found", lang, count=len(report.findings)))
        for finding in report.findings[:SHOWN]:
            idx = finding.args.get("idx", "-1")
            where = say("verify-entry-none", lang) if idx == "-1" else say("verify-entry", lang, idx=idx)
            click.echo(f"  {where}: {finding.says(lang)}")
            if has_words(f"{finding.key}-remedy", lang):
                click.echo(f"      {finding.remedy(lang)}")
        if len(report.findings) > SHOWN:
            click.echo(say("command-more-findings", lang, count=len(report.findings) - SHOWN))
        click.echo(say("verify-advice", lang))
    if report.erased:
        click.echo(say("verify-erased", lang, count=report.erased))
    click.echo(say("verify-root", lang, root=report.root.hex()))
    return 1 if report.findings else 0
