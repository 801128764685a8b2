"""Parts of `concentric pair` that speak of one pair: why it is made, and a commitment under one that was agreed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from concentric.config.commands._common import (
    actor_option,
    json_option,
    lang_option,
    print_json,
    setup,
    show_findings,
)
from concentric.core.terms.findings import Finding
from concentric.core.terms.words import say

if TYPE_CHECKING:
    from concentric.match.choices import Choice


@click.command()
@click.argument("number")
@click.argument("pair", metavar="S:R")
@actor_option
@lang_option
@json_option
def why(number: str, pair: str, account: str, lang: str, as_json: bool) -> int:
    """Why a run has the pair S:R: its points, who would have been next for both sides, and what that would cost."""
    setup()
    from concentric.access.accounts import acting
    from concentric.match import choices, runs
    from concentric.match.sending import holder
    from concentric.match.telling import told_choice, told_moved, told_parts
    from concentric.prove.book import current_book

    found = runs.find(runs.asked_of(runs.run_of(number, acting(account, "command").office)))
    here = pairs_of((pair,), lang)[0]
    if here not in found.positions:
        click.echo(say("match-why-no-pair", lang, number=number, pair=pair), err=True)
        return 1
    sent, names = found.asked.spec.kind == "commissioner", dict(found.instance.names)
    if sent:
        names |= {holder(slot): names[slot] for slot in found.instance.supporters.ids}
    parts = told_parts(found.parts(here), current_book()[0], lang, sent=sent)
    nexts = {"recipient": choices.for_recipient(found, here[1]), "supporter": choices.for_supporter(found, here[0])}
    if as_json:
        told = {side: [_choice(each) for each in every] for side, every in nexts.items()}
        print_json({"pair": here, "parts": [{"says": what, "points": points} for what, points in parts], **told})
        return 0
    for what, points in (*parts, (say("pairing-points", lang), sum(points for _, points in parts))):
        click.echo(f"{points:>8,}  {what}")
    heads = {
        "recipient": "pairing-next-recipient",
        "supporter": "pairing-next-post" if sent else "pairing-next-supporter",
    }
    for side, id_, at in (("recipient", here[1], 0), ("supporter", here[0], 1)):
        click.echo(say(heads[side], lang, name=names.get(id_, id_)))
        for each in nexts[side]:
            other = (each.supporter, each.recipient)[at]
            costs = (say("pairing-scores", lang, points=each.worth), *told_choice(each, lang))
            click.echo(f"  {other} {names.get(other, '')}".rstrip() + f"  {' '.join(costs)}")
            for _, says in told_moved(each, names, lang):
                click.echo(f"    {says}")
        if not nexts[side]:
            click.echo(f"  {say('pairing-nobody-else', lang)}")
    return 0


@click.command("open")
@click.argument("pairing")
@click.option("--set", "given", multiple=True, metavar="COLUMN=VALUE", help="Instead of what is filled in beforehand.")
@actor_option
@lang_option
@json_option
def open_(pairing: str, given: tuple[str, ...], account: str, lang: str, as_json: bool) -> int:
    """Open a commitment under the agreed pairing PAIRING: number, kind, amount, currency, due, what and so on."""
    setup()
    from concentric.access.accounts import acting
    from concentric.exchange import opening
    from concentric.exchange.rows.book_words import BookWords
    from concentric.exchange.sheets.commitments import ACTIVE
    from concentric.keep.models import Commitment

    actor, day = acting(account, "command"), today()
    words, found = BookWords(actor.office), opening.pairing_of(pairing, actor.office)
    if (state := opening.state_of(found)) != ACTIVE:
        raise opening.not_agreed(found, state, lang)
    texts = opening.prefilled(found, words, day)
    for text in given:
        name, mark, value = text.partition("=")
        if not mark or name not in opening.FIELDS:
            raise click.BadParameter(say("opening-no-column", lang, text=text, known=", ".join(opening.FIELDS)))
        texts[name] = value
    form = opening.read_form(texts, found, words.currency, lang, day)
    if form.commitment is None:
        if as_json:
            print_json({"findings": [each.as_json(lang) for each in form.findings], "filled": texts})
        else:
            show_findings(form.findings, lang)
        return 1
    root = opening.open_under(actor, found, form.commitment, lang)
    idx = Commitment.objects.filter(root=root).values_list("idx", flat=True)[0]
    if as_json:
        print_json({"number": form.commitment.number, "root": str(root), "idx": idx, "pairing": found.number})
    else:
        click.echo(say("opening-done", lang, number=form.commitment.number))
    return 0


def _choice(each: Choice) -> dict[str, Any]:
    trial = each.trial
    return {
        "supporter": each.supporter,
        "recipient": each.recipient,
        "worth": each.worth,
        "at_least": each.at_least,
        "cost": trial.cost if trial else None,
        "uncovered": trial.uncovered if trial else None,
        "without": trial.losers if trial else None,
    }


def pairs_of(texts: tuple[str, ...], lang: str) -> tuple[tuple[str, str], ...]:
    """Pairs as they are typed: supporter, colon, recipient."""
    found = []
    for text in texts:
        one, mark, other = text.replace("：", ":").partition(":")
        if not mark or not one.strip() or not other.strip():
            told = Finding("match-not-a-pair", {"text": text})
            raise click.BadParameter(f"{told.says(lang)} {told.remedy(lang)}")
        found.append((one.strip(), other.strip()))
    return tuple(found)


def today() -> date:
    """The day it is at the office."""
    from zoneinfo import ZoneInfo

    from concentric.ledger import clock
    from concentric.ledger.positions import charter

    return clock.now().astimezone(ZoneInfo(charter().time_zone)).date()
