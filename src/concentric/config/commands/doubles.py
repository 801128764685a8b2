"""`concentric doubles`: what may have been entered twice, and joining what was."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import click

from concentric.config.commands._common import actor_option, json_option, lang_option, print_json, setup
from concentric.core.terms.words import say

if TYPE_CHECKING:
    from concentric.ledger.actor import Actor
    from concentric.ledger.writer import Writer

KINDS = ["commitment", "project", "activity", "site", "case", "honour"]


@click.group()
def command() -> None:
    """Suspected double counts: list them, join them, part them."""


@command.command("list")
@click.option("--kind", type=click.Choice(KINDS), multiple=True, help="Only this kind; may be given several times.")
@actor_option
@lang_option
@json_option
def listed(kind: tuple[str, ...], account: str, lang: str, as_json: bool) -> int:
    """What has the same parties, amount and date, and may be one thing. Exits 1 when there is something."""
    setup()
    from concentric.access.accounts import acting
    from concentric.keep.same_as import suspected

    office = acting(account, "command").office
    groups = [group for each in kind or KINDS for group in suspected(each, office)]
    if as_json:
        print_json(
            [
                {
                    "kind": group.kind,
                    "reporters": group.reporters,
                    "records": [{"number": one.number, "idx": one.idx} for one in group.ones],
                }
                for group in groups
            ]
        )
        return 1 if groups else 0
    for group in groups:
        numbers = say("sheets-joint", lang).join(one.number for one in group.ones)
        called = say(f"pages-kind-{group.kind}", lang)
        click.echo(say("same-suspected", lang, kind=called, numbers=numbers, reporters=group.reporters))
    click.echo(say("same-suspected-count", lang, count=len(groups)))
    return 1 if groups else 0


@command.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("number")
@click.argument("representative")
@click.option("--note", default="", help="How it is known.")
@actor_option
@lang_option
def join(kind: str, number: str, representative: str, note: str, account: str, lang: str) -> int:
    """Say that NUMBER is the same as REPRESENTATIVE, which counts for both."""
    setup()
    from concentric.access.accounts import acting
    from concentric.keep import same_as
    from concentric.ledger.append import append
    from concentric.ledger.ids import new_id

    actor = acting(account, "command")
    thing, other = _root(actor, kind, number, lang), _root(actor, kind, representative, lang)

    def write(writer: Writer) -> None:
        same_as.join(writer, kind, thing, other, note=note)

    append(actor, write, request_id=f"same-{new_id()}")
    click.echo(say("same-joined", lang, number=number, representative=representative))
    return 0


@command.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("number")
@click.option("--reason", required=True, metavar="TEXT", help="Why they are not the same.")
@actor_option
@lang_option
def part(kind: str, number: str, reason: str, account: str, lang: str) -> int:
    """Say that NUMBER is a thing of its own after all."""
    setup()
    from concentric.access.accounts import acting
    from concentric.keep import same_as
    from concentric.keep.models import SameAs
    from concentric.ledger.append import append
    from concentric.ledger.ids import new_id

    actor = acting(account, "command")
    thing = _root(actor, kind, number, lang)
    arm = SameAs.objects.in_force().of_office(actor.office).filter(thing=thing).values_list("root", flat=True).first()
    if arm is None:
        raise click.BadParameter(say("same-not-joined", lang, number=number))
    held: UUID = arm

    def write(writer: Writer) -> None:
        same_as.part(writer, held, reason)

    append(actor, write, request_id=f"part-{new_id()}")
    click.echo(say("same-parted", lang, number=number))
    return 0


def _root(actor: Actor, kind: str, number: str, lang: str) -> UUID:
    from concentric.ledger.models import InForce

    held = InForce.objects.filter(kind=kind, office=actor.office, key=number)
    root: UUID | None = held.values_list("root", flat=True).first()
    if root is None:
        raise click.BadParameter(say("same-no-such-number", lang, number=number))
    return root
