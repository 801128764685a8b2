"""`concentric erase`: take sealed values of a thing away for good, as the law may demand."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import click

from concentric.config.commands._common import actor_option, lang_option, setup
from concentric.core.terms.words import say

if TYPE_CHECKING:
    from concentric.ledger.models import Record


@click.command()
@click.argument("about", metavar="KIND:NUMBER")
@click.argument("fields", nargs=-1)
@click.option("--because", required=True, metavar="TEXT", help="Why; kept beside what is gone, and shown.")
@actor_option
@lang_option
def command(about: str, fields: tuple[str, ...], because: str, account: str, lang: str) -> int:
    """Erase sealed values (names, telephones, words) of a thing in all its versions: these FIELDS, or all."""
    setup()
    from concentric.access.accounts import acting
    from concentric.ledger.erase import erase_thing
    from concentric.ledger.payload import kinds

    if not because.strip():
        raise click.BadParameter(say("erase-needs-reason", lang), param_hint="--because")
    kind, _, number = about.partition(":")
    model = kinds().get(kind)
    root = _root(model, number, acting(account, "command").office) if model is not None else None
    if model is None or root is None:
        raise click.BadParameter(say("erase-no-such-thing", lang, about=about))
    count = erase_thing(model, root, fields, because=because)
    click.echo(say("erase-done" if count else "erase-nothing", lang, about=about, count=count))
    return 0


def _root(model: type[Record], number: str, office: UUID | None) -> UUID | None:
    """The thing that bears the number, or bore it last: what is out of force can be erased as well."""
    if not model.NATURAL_KEY or not number:
        return None
    named = model.objects.of_office(office).filter(**{model.NATURAL_KEY: number})
    root: UUID | None = named.in_force().values_list("root", flat=True).first()
    return root or named.order_by("-idx").values_list("root", flat=True).first()
