"""`concentric template`: the workbook that people fill in, empty or with what is known of one organisation."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from concentric.config.commands._common import actor_option, lang_option, setup
from concentric.core.terms.findings import Refused
from concentric.core.terms.words import say

if TYPE_CHECKING:
    from concentric.exchange.asking.requests import Sent

ROLES = ("office", "supporter", "recipient", "handler", "verifier")


class NotSaidForWhom(Refused):
    """Workbooks with what is known are for one organisation, or for all: not both."""


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--for", "organisation", default="", metavar="ORGANISATION", help="Fill in what is known of one.")
@click.option("--for-all", is_flag=True, help="One for each organisation that something waits for, in a folder.")
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="With --for-all: only organisations of a kind.")
@click.option("--round", "round_", default="", metavar="NAME", help="The round in which is asked; default: the month.")
@click.option("--due", default=None, type=click.DateTime(["%Y-%m-%d"]), help="By when an answer is asked for.")
@click.option("--role", default="office", type=click.Choice(ROLES), help="Only the sheets that such an account fills.")
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@actor_option
@lang_option
def command(
    file: Path,
    organisation: str,
    for_all: bool,
    kinds: tuple[str, ...],
    round_: str,
    due: datetime | None,
    role: str,
    force: bool,
    account: str,
    lang: str,
) -> int:
    """Write the template, with drop-downs, notes and examples; or workbooks with what is known already."""
    if organisation and for_all:
        raise NotSaidForWhom("asked-folder-or-file")
    if organisation or for_all:
        day = due.date() if due else None
        return _asked(file, organisation, kinds, round_, day, account, lang, force=force)
    _empty(file, account, lang, role, force=force)
    return 0


def _empty(file: Path, account: str, lang: str, role: str, *, force: bool) -> None:
    setup(migrate=False)
    from django.db import DatabaseError

    from concentric.access.accounts import acting
    from concentric.access.models import Account
    from concentric.exchange.rows.book_words import BookWords
    from concentric.exchange.sheets.registry import SHEETS
    from concentric.exchange.template import write_template

    file = _free(file, force=force)
    words = None
    # A template can be had before there is a ledger; then it has no lists of a book.
    with suppress(DatabaseError):
        words = BookWords(acting(account, "workbook").office) if Account.objects.exists() else None
    sheets = [sheet for sheet in SHEETS if role == "office" or role in sheet.writers]
    write_template(file, lang, words=words, sheets=sheets)
    click.echo(say("template-written", lang, file=str(file)))


def _free(file: Path, *, force: bool) -> Path:
    from concentric.exchange.workbook.writing import FileNotWritten

    if file.suffix.lower() != ".xlsx":
        file = file.with_name(file.name + ".xlsx")
    if file.exists() and not force:
        raise FileNotWritten("file-exists", name=file.name)
    return file


def _asked(
    file: Path,
    organisation: str,
    kinds: tuple[str, ...],
    round_: str,
    due: date | None,
    account: str,
    lang: str,
    *,
    force: bool,
) -> int:
    setup()
    from concentric.access.accounts import acting
    from concentric.exchange.asking.requests import ask, ask_all, organisation_of, today

    actor = acting(account, "workbook")
    named = (round_ or f"{today():%Y-%m}")[:64]
    if organisation:
        one = organisation_of(actor, organisation)
        _tell(ask(actor, one, _free(file, force=force), round_=named, due=due, lang=lang), lang)
        return 0
    sent = []
    for each in ask_all(actor, file, round_=named, due=due, lang=lang, kinds=kinds):
        _tell(each, lang)
        sent.append(each)
    if not sent:
        click.echo(say("asked-sum-none", lang))
    else:
        click.echo(say("asked-sum", lang, files=len(sent), rows=sum(one.rows for one in sent), round=named))
    return 0


def _tell(sent: Sent, lang: str) -> None:
    click.echo(say("asked-written", lang, name=sent.organisation.name, count=sent.rows, file=str(sent.path)))
