"""`concentric account`: who may act."""

from __future__ import annotations

import click

from concentric.config.commands._common import lang_option, setup
from concentric.core.terms.words import say


@click.group()
def command() -> None:
    """Accounts: open, list, close."""


@command.command("open")
@click.argument("key")
@click.option("--role", type=click.Choice(["office", "supporter", "recipient", "handler", "verifier"]), required=True)
@click.option("--organisation", required=True, metavar="NUMBER", help="The office's number of the organisation.")
@lang_option
def open_(key: str, role: str, organisation: str, lang: str) -> None:
    """Open an account for an organisation."""
    setup()
    from concentric.access.accounts import acting, open_account
    from concentric.ledger.refusals import NotInForce
    from concentric.register.models import Organisation

    office = acting("office", "command").office
    found = Organisation.objects.in_force().of_office(office).filter(number=organisation).first()
    if found is None:
        raise NotInForce("ledger-not-in-force", what=organisation)
    open_account(key, role, found.root, office)
    click.echo(say("command-account-opened", lang, key=key, name=found.name))


@command.command("list")
def list_() -> None:
    """All accounts, closed ones too."""
    setup()
    from concentric.access.models import Account
    from concentric.register.models import Organisation

    names = dict(Organisation.objects.in_force().values_list("root", "name"))
    for account in Account.objects.order_by("key"):
        closed = account.closed_at.date().isoformat() if account.closed_at else ""
        name = names.get(account.organisation, "") if account.organisation else ""
        click.echo("\t".join([account.key, account.role, name, closed]).rstrip())


@command.command("close")
@click.argument("key")
@lang_option
def close(key: str, lang: str) -> None:
    """Close an account; what it did stays."""
    setup()
    from concentric.access.accounts import close_account

    close_account(key)
    click.echo(say("command-account-closed", lang, key=key))
