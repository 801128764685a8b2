"""`concentric evidence`: keep a file that backs a record, list what is kept, and check that it is all there."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import click

from concentric.config.commands._common import (
    actor_option,
    json_option,
    lang_option,
    print_json,
    setup,
    show_findings,
)
from concentric.core.terms.words import say

if TYPE_CHECKING:
    from concentric.ledger.writer import Writer


@click.group()
def command() -> None:
    """Files that back what was entered."""


@command.command()
@click.argument("number")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--about", required=True, metavar="KIND:NUMBER", help="The record it backs, as commitment-step:D12.")
@click.option(
    "--access", type=click.Choice(["office", "public"]), default="office", show_default=True, help="For whom."
)
@click.option("--taken-on", type=click.DateTime(["%Y-%m-%d"]), default=None, help="The day it was taken or signed.")
@click.option("--note", default="", help="A note for the office.")
@actor_option
@lang_option
@json_option
def add(
    number: str,
    file: Path,
    about: str,
    access: str,
    taken_on: datetime | None,
    note: str,
    account: str,
    lang: str,
    as_json: bool,
) -> int:
    """Keep FILE as evidence NUMBER of a record."""
    setup()
    from concentric.access.accounts import acting
    from concentric.core.media import LARGEST, FileTooLarge
    from concentric.keep import evidence, store
    from concentric.keep.models import Evidence
    from concentric.ledger.append import append
    from concentric.ledger.ids import new_id
    from concentric.ledger.models import InForce

    actor = acting(account, "command")
    kind, _, key = about.partition(":")
    held_under = InForce.objects.filter(kind=kind, office=actor.office, key=key)
    root: UUID | None = held_under.values_list("root", flat=True).first()
    if root is None:
        raise click.BadParameter(say("evidence-no-such-record", lang, about=about))
    if file.stat().st_size > LARGEST:  # before it is read
        raise FileTooLarge("media-too-large", size=file.stat().st_size, largest=LARGEST)
    held = store.put(file.read_bytes())
    one = Evidence(number=number, about=root, name=file.name, access=access, note=note)
    one.taken_on = taken_on.date() if taken_on else None
    evidence.about(one, held)

    def write(writer: Writer) -> None:
        evidence.attach(writer, one)

    append(actor, write, request_id=f"evidence-{new_id()}")
    if as_json:
        print_json({"number": number, "sha256": held.sha256, "media_type": held.kind.media_type, "size": held.size})
    else:
        click.echo(say("evidence-kept", lang, number=number, digest=held.sha256))
    return 0


@command.command()
@actor_option
@lang_option
@json_option
def check(account: str, lang: str, as_json: bool) -> int:
    """Read every file that is kept, and name those that are gone or changed."""
    setup()
    from concentric.access.accounts import acting
    from concentric.keep import evidence

    findings = evidence.check(acting(account, "command").office)
    if as_json:
        print_json([finding.as_json(lang) for finding in findings])
    elif findings:
        show_findings(findings, lang)
    else:
        click.echo(say("evidence-all-there", lang))
    return 1 if findings else 0
