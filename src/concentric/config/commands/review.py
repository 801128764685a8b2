"""`concentric review`: draft, freeze, list, and write out annual reviews."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from concentric.config.commands._common import (
    actor_option,
    json_option,
    lang_option,
    print_json,
    setup,
    show_findings,
)
from concentric.config.commands.book import FILE, read_text
from concentric.core.terms.dates import show_date
from concentric.core.terms.words import say

OUT = click.Path(dir_okay=False, writable=True, path_type=Path)


@click.group()
def command() -> None:
    """Draft, freeze, list and write out annual reviews."""


@command.command()
@click.argument("file", type=FILE, required=False)
@click.option("--out", type=OUT, default=None, help="File to write; standard output if none.")
@lang_option
def draft(file: Path | None, out: Path | None, lang: str) -> int:
    """Write the outline of a review, or a text of your own; to a .docx with its numbers as they are now."""
    setup(migrate=False)
    from concentric.prove.book import current_book
    from concentric.prove.manuscript import parse
    from concentric.prove.reviews import draft as drafted

    text = drafted(current_book()[0], lang) if file is None else read_text(file)
    if out is not None and out.suffix.lower() == ".docx":
        return _draft_word(text, file.name if file else "", out, lang)
    if out is None:
        click.echo(text, nl=False)
        return 0
    out.write_text(text, encoding="utf-8", newline="\n")
    click.echo(say("review-drafted", lang, path=str(out), count=len(list(parse(text, lang).numbers()))))
    return 0


def _draft_word(text: str, name: str, out: Path, lang: str) -> int:
    from django.conf import settings

    from concentric.exchange.manuscripts import write_draft
    from concentric.ledger.positions import size
    from concentric.prove.book import current_book
    from concentric.prove.charts import Grounds
    from concentric.prove.reviews import check_review

    book, _ = current_book()
    wrong = check_review(text, book, lang)
    show_findings([replace(finding, file=name) for finding in wrong], lang)
    if any(finding.severity == "error" for finding in wrong):
        return 1
    source, findings = write_draft(text, Grounds(book, lang, book.when(), book.place, size()), settings.HOME, out)
    show_findings(findings, lang)
    click.echo(say("document-drafted", lang, path=str(out), count=len(list(source.manuscript.numbers()))))
    return 0


@command.command()
@click.argument("file", type=FILE)
@click.option("--out", type=OUT, default=None, help="File to write the text to.")
@click.option("--against", default=None, metavar="EDITION", help="What it was written from, if it doesn't say so.")
@lang_option
def read(file: Path, out: Path | None, against: str | None, lang: str) -> int:
    """Read an edited .docx back: its text with the numbers still bound, and what was changed."""
    setup(migrate=False)
    from django.conf import settings

    from concentric.exchange.manuscripts import keywords_of, read_document, source_of
    from concentric.exchange.manuscripts.changes import shown

    found = read_document(file, source_of(against or keywords_of(file), settings.HOME))
    for change in found.changes:
        kind = {"kind": say(f"document-kind-{change.kind}", lang)} if change.how == "restyled" else {}
        click.echo(say(f"document-change-{change.how}", lang, n=change.n, text=shown(change), **kind))
    if found.source is not None and not found.changes:
        click.echo(say("document-same", lang))
    show_findings([replace(finding, file=file.name) for finding in found.findings], lang)
    click.echo(say("document-read", lang, numbers=found.numbers, changes=len(found.changes)))
    if out is not None:
        out.write_text(found.text, encoding="utf-8", newline="\n")
        click.echo(say("document-written", lang, path=str(out)))
    return 1 if any(finding.severity == "error" for finding in found.findings) else 0


@command.command()
@click.argument("file", type=FILE, required=False)
@click.option("--audience", type=click.Choice(["public", "internal"]), default="public", show_default=True)
@click.option("--as-known-on", "known_on", type=click.DateTime(["%Y-%m-%d"]), default=None, metavar="DATE")
@click.option("--period", default=None, metavar="PERIOD", help="Such as 2021 or 2021-H1; the book's own if none.")
@click.option("--place", default=None, metavar="CODE", help="Code of a place; the book's own if none.")
@click.option("--reason", default="", metavar="TEXT", help="Why the text changed since the last edition.")
@click.option(
    "--typed-reason", default="", metavar="TEXT", help="Why typed numbers stay that the ledger disagrees with."
)
@actor_option
@lang_option
def freeze(
    file: Path | None,
    audience: str,
    known_on: datetime | None,
    period: str | None,
    place: str | None,
    reason: str,
    typed_reason: str,
    account: str,
    lang: str,
) -> int:
    """Freeze a text, or the outline as it stands, with its figures as an edition."""
    setup()
    from concentric.access.accounts import acting
    from concentric.core.terms.periods import read_period
    from concentric.ledger.positions import position_at, size
    from concentric.prove.book import current_book
    from concentric.prove.editions import frozen_numbers
    from concentric.prove.reviews import NotPrintable, check_review
    from concentric.prove.reviews import draft as drafted
    from concentric.prove.reviews import freeze as frozen
    from concentric.prove.typed import TypedNumbersUnsettled

    book, _ = current_book()
    text = drafted(book, lang) if file is None else read_text(file)
    name = "" if file is None else file.name
    before = size()
    try:
        edition = frozen(
            acting(account, "command"),
            book,
            lang,
            text=text,
            period=read_period(period) if period else None,
            place=place,
            position=position_at(known_on.date(), book.time_zone) if known_on else None,
            audience=audience,
            reason=reason,
            typed_reason=typed_reason,
        )
    except (NotPrintable, TypedNumbersUnsettled) as refused:
        show_findings([replace(finding, file=name) for finding in refused.findings], lang)
        click.echo(f"{refused.says(lang)}\n{refused.remedy(lang)}", err=True)
        return 1
    show_findings([replace(finding, file=name) for finding in check_review(text, book, lang)], lang)
    if size() == before:
        click.echo(say("review-frozen-again", lang, number=edition.number))
        return 0
    numbers = frozen_numbers(edition)
    counts = {"count": len(numbers), "position": edition.position}
    click.echo(say("review-frozen", lang, number=edition.number, date=show_date(edition.known_on, lang), **counts))
    missing = list(dict.fromkeys(one.ref.figure for one in numbers if one.value is None))
    if missing:
        click.echo(say("review-frozen-missing", lang, count=len(missing), codes=", ".join(missing)))
    foreign = max((one.left_out for one in numbers), default=0)
    if foreign:
        click.echo(say("review-left-out", lang, count=foreign))
    return 0


@command.command(name="list")
@lang_option
@json_option
def list_(lang: str, as_json: bool) -> int:
    """List the editions, the newest first, each with how many of its numbers the ledger gives otherwise now."""
    setup(migrate=False)
    from concentric.prove.editions import editions, later_corrections

    found = [(edition, len(later_corrections(edition))) for edition in editions()]
    if as_json:
        print_json([_as_json(edition, corrections) for edition, corrections in found])
        return 0
    if not found:
        click.echo(say("review-none-yet", lang))
    for edition, corrections in found:
        words = {
            "number": edition.number,
            "audience": say(f"review-audience-{edition.audience}", lang),
            "date": show_date(edition.published_on, lang),
        }
        counts = {"position": edition.position, "count": len(edition.figures), "corrections": corrections}
        click.echo(say("review-listed", lang, **words, **counts))
    return 0


def _as_json(edition, corrections: int) -> dict[str, object]:  # type: ignore[no-untyped-def]  # models load late
    return {
        "number": edition.number,
        "lang": edition.lang,
        "audience": edition.audience,
        "period": edition.period,
        "place": edition.place,
        "position": edition.position,
        "ledger_root": edition.ledger_root,
        "published_on": edition.published_on.isoformat(),
        "figures": edition.figures,
        "corrections": corrections,
    }


@command.command()
@click.argument("number", metavar="EDITION")
@click.argument("file", type=OUT)
@lang_option
def word(number: str, file: Path, lang: str) -> int:
    """Write an edition as a Word document; with --lang zh-Hant a Simplified one in Traditional characters."""
    setup(migrate=False)
    from concentric.exchange.editions.word import write_edition
    from concentric.prove.editions import edition_of

    findings = write_edition(edition_of(number), file, lang)
    show_findings(findings, lang)
    click.echo(say("review-word-written", lang, path=str(file)))
    return 0


@command.command()
@click.argument("number", metavar="EDITION")
@click.argument("file", type=OUT)
@click.option("--figure", default="", metavar="CODE", help="Only this number: a code, or a whole reference.")
@lang_option
def bundle(number: str, file: Path, figure: str, lang: str) -> int:
    """Write what an outsider needs to check an edition offline; signs a checkpoint if none holds it yet."""
    setup(migrate=False)
    from django.conf import settings

    from concentric.config.commands import checkpoint
    from concentric.exchange.bundle import NoCheckpoint, covering, reference_in, write_bundle
    from concentric.prove.editions import edition_of

    edition = edition_of(number)
    only = reference_in(edition, figure) if figure else None
    try:
        signed = covering(edition, settings.HOME)
    except NoCheckpoint:
        code: int = checkpoint.command.callback(out=None, lang=lang)  # type: ignore[misc]
        if code:
            return code
        signed = covering(edition, settings.HOME)
    count = write_bundle(edition, signed, file, only=only)
    click.echo(say("bundle-written", lang, path=str(file), count=count, size=signed.checkpoint.size))
    click.echo(say("bundle-how", lang, key=signed.key.strip()))
    return 0


@command.command()
@click.argument("number", metavar="EDITION")
@click.argument("file", type=OUT)
@lang_option
def pdf(number: str, file: Path, lang: str) -> int:
    """Write an edition as a tagged PDF; with --lang zh-Hant a Simplified one in Traditional characters."""
    setup(migrate=False)
    from concentric.exchange.editions.pdf import edition_pdf
    from concentric.prove.editions import edition_of

    file.write_bytes(edition_pdf(edition_of(number), lang))
    click.echo(say("pdf-written", lang, path=str(file)))
    return 0
