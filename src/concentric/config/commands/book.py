"""`concentric book`: check, adopt and show the programme book."""

from __future__ import annotations

import sys
from dataclasses import replace
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
from concentric.core.terms.findings import Finding, Refused
from concentric.core.terms.scripts import localized
from concentric.core.terms.words import say


class UnreadableFile(Refused):
    """The file is no UTF-8 text."""


def read_text(path: Path) -> str:
    """A text file as people save it: UTF-8, with or without a byte order mark. UnreadableFile for anything else."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableFile("book-file-unreadable", path=path.name) from None


FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
NEW = click.Path(dir_okay=False, path_type=Path)


@click.group(invoke_without_command=True)
@click.option("--to-workbook", "to_file", default=None, type=NEW, help="Write the book that holds as a workbook.")
@click.option("--from-workbook", "from_file", default=None, type=FILE, help="Read such a workbook as a book.")
@click.option("--code", default="", metavar="CODE", help="With --to-workbook: a book that comes with the program.")
@click.option("--out", default=None, type=NEW, help="With --from-workbook: where the TOML goes.")
@lang_option
@click.pass_context
def command(
    context: click.Context, to_file: Path | None, from_file: Path | None, code: str, out: Path | None, lang: str
) -> int:
    """Check, adopt and show the programme book; write it as a workbook, and read it back."""
    if context.invoked_subcommand is not None:
        return 0
    if (to_file is None) == (from_file is None):
        click.echo(context.get_help())
        return 2
    setup(migrate=False)
    if to_file is not None:
        return _to_workbook(to_file, code, lang)
    assert from_file is not None
    return _from_workbook(from_file, out, lang)


def _to_workbook(file: Path, code: str, lang: str) -> int:
    from concentric.exchange.book_workbook import write_book
    from concentric.prove.book import current_book
    from concentric.register.book import shipped

    write_book(file, shipped(code) if code else current_book()[0].source, lang)
    click.echo(say("bookwork-written", lang, file=str(file)))
    return 0


def _from_workbook(file: Path, out: Path | None, lang: str) -> int:
    text, findings = _read(file)
    show_findings(findings, lang)
    if any(finding.severity == "error" for finding in findings):
        return 1
    if out is None:
        sys.stdout.write(text)
    else:
        out.write_text(text, encoding="utf-8")
        click.echo(say("bookwork-read", lang, file=str(out)))
    return 0


def _read(file: Path) -> tuple[str, list[Finding]]:
    """The book in a file of TOML or a workbook, with everything that is wrong with it, where it stands in that file."""
    from concentric.prove.book import check_book

    if file.suffix.lower() not in (".xlsx", ".xls", ".et", ".ods"):
        text = read_text(file)
        return text, _named(check_book(text), file)
    from concentric.exchange.book_workbook import book_from_workbook

    found = book_from_workbook(file)
    if any(finding.severity == "error" for finding in found.findings):
        return found.toml, found.findings
    return found.toml, [*found.findings, *found.placed(check_book(found.toml))]


@command.command()
@click.argument("file", type=FILE)
@lang_option
@json_option
def check(file: Path, lang: str, as_json: bool) -> int:
    """Say everything that is wrong with a book; the ledger is not touched."""
    setup(migrate=False)
    from concentric.register.book import read_book

    text, findings = _read(file)
    if as_json:
        print_json([finding.as_json(lang) for finding in findings])
    else:
        show_findings(findings, lang)
    broken = any(finding.severity == "error" for finding in findings)
    book, _ = read_book(text)
    if book is not None and not broken and not as_json:
        counts = {"circles": len(book.circles), "programmes": len(book.programmes), "indicators": len(book.indicators)}
        click.echo(say("book-good", lang, **counts))
    return 1 if broken else 0


@command.command()
@click.argument("file", type=FILE)
@click.option("--reason", default="", metavar="TEXT", help="Why it changes; kept with each record that changes.")
@actor_option
@lang_option
def adopt(file: Path, reason: str, account: str, lang: str) -> int:
    """Put a book into force, with its circles and programmes."""
    setup()
    from concentric.access.accounts import acting
    from concentric.ledger.positions import size
    from concentric.prove.book import BookRefused, adopt_book

    text, findings = _read(file)
    try:
        done = adopt_book(acting(account, "command"), text, reason=reason)
    except BookRefused as refused:
        show_findings(findings, lang)
        click.echo(f"{refused.says(lang)}\n{refused.remedy(lang)}", err=True)
        return 1
    title = localized(done.book.title, lang)
    if done.unchanged:
        click.echo(say("book-unchanged", lang, title=title))
    else:
        counts = {"added": len(done.added), "changed": len(done.changed), "size": size()}
        click.echo(say("book-adopted", lang, title=title, **counts))
    if done.left:
        click.echo(say("book-left", lang, codes=", ".join(done.left)))
    return 0


@command.command()
@click.argument("texts", nargs=-1, required=True, type=FILE)
@click.option("--base", default="city", show_default=True, metavar="CODE", help="The book that comes with the program.")
@click.option("--out", default=None, type=NEW, help="Where the TOML goes; standard output if none.")
@lang_option
def propose(texts: tuple[Path, ...], base: str, out: Path | None, lang: str) -> int:
    """Propose a book from old reviews: their outline, the figures they print, the words they used."""
    setup(migrate=False)
    from concentric.exchange.proposing.proposal import propose as proposed
    from concentric.exchange.texts.reading import read_text as read_any
    from concentric.prove.book import check_book
    from concentric.register.book import read_book, shipped

    book, _ = read_book(shipped(base))
    assert book is not None  # a test holds every book that comes with the program
    found = proposed([read_any(path).text for path in texts], book)
    err = out is None
    for known in found.known:
        name = localized(book.indicators[known.code]["name"], lang)
        words = {"text": known.quoted, "name": name, "code": known.code, "phrase": known.phrase}
        click.echo(say("propose-known", lang, **words), err=err)
    for new in found.new:
        click.echo(say("propose-new", lang, text=new.quoted, code=new.code, phrase=new.phrase), err=err)
    click.echo(say("propose-sum", lang, known=len(found.known), new=len(found.new)), err=err)
    if out is None:
        sys.stdout.write(found.toml)
    else:
        out.write_text(found.toml, encoding="utf-8")
        click.echo(say("propose-written", lang, file=str(out)))
    broken = [finding for finding in check_book(found.toml) if finding.severity == "error"]
    show_findings(broken, lang)
    return 1 if broken else 0


@command.command()
@click.argument("code", required=False)
def show(code: str | None) -> int:
    """Print the book that holds, or by its code one that comes with the program."""
    setup(migrate=False)
    from concentric.prove.book import current_book
    from concentric.register.book import shipped

    # Written as it is, byte for byte, so that a file made of it is the same book.
    sys.stdout.write(shipped(code) if code else current_book()[0].source)
    return 0


def _named(findings: list[Finding] | tuple[Finding, ...], file: Path) -> list[Finding]:
    return [replace(finding, file=file.name) for finding in findings]
