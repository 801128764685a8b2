"""`concentric check`: hold texts against the figures of the ledger, or of a file."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from concentric.config.commands._common import json_option, lang_option, show_findings
from concentric.core.terms.findings import Refused
from concentric.core.terms.words import say

if TYPE_CHECKING:
    from concentric.core.claims.checking import Checker, Report
    from concentric.exchange.texts.reading import Text

WRONG = ("contradicted", "other-denominator")
"""Verdicts that make the exit code 1."""


class EditionAlone(Refused):
    """An edition has its own period, place and position."""


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--catalogue", type=click.Path(path_type=Path), default=None, help="Figures as JSON, instead of the ledger's."
)
@click.option("--period", default=None, metavar="CODE", help="Figures of this period (default: the book's).")
@click.option("--place", default=None, metavar="CODE", help="Figures of this place (default: the book's).")
@click.option("--position", type=click.IntRange(min=0), default=None, help="As the ledger stood at this position.")
@click.option("--edition", default=None, metavar="NUMBER", help="Figures as this edition was frozen from them.")
@click.option(
    "--comments",
    type=click.Path(path_type=Path),
    default=None,
    help="Write a copy of the .docx with a comment at each claim.",
)
@lang_option
@json_option
def command(
    files: tuple[Path, ...],
    catalogue: Path | None,
    period: str | None,
    place: str | None,
    position: int | None,
    edition: str | None,
    comments: Path | None,
    lang: str,
    as_json: bool,
) -> int:
    """Check every numeric claim of each file. 1 when one is contradicted, 2 when a file can't be read."""
    from concentric.exchange.texts.reading import read_text
    from concentric.exchange.texts.refusing import TextRefused

    if edition is not None and any(one is not None for one in (catalogue, period, place, position)):
        raise EditionAlone("claims-edition-alone")
    checker = _edition_checker(edition) if edition is not None else _checker(catalogue, period, place, position, lang)
    if comments is not None:
        _check_comments(files, comments)
    code = 0
    for path in files:
        try:
            text = read_text(path)
        except TextRefused as refused:
            _refused(refused, path, lang, as_json)
            code = 2
            continue
        report = checker.check(text.text)
        if as_json:
            _print_json(report, path, lang)
        else:
            _print(report, text, lang)
        if comments is not None:
            from concentric.exchange.texts.comments import write_comments

            write_comments(path, comments, report, lang)
            click.echo(say("claims-comments-written", lang, path=str(comments)), err=as_json)
        if code == 0 and any(claim.verdict in WRONG for claim in report.claims):
            code = 1
    return code


def _checker(catalogue: Path | None, period: str | None, place: str | None, position: int | None, lang: str) -> Checker:
    if catalogue is not None:
        from concentric.core.claims.checking import Checker
        from concentric.exchange.texts.catalogues import read_catalogue_file

        return Checker(read_catalogue_file(catalogue))
    from concentric.config.commands._common import setup
    from concentric.core.terms.periods import read_period

    when = None if period is None else read_period(period)
    setup()
    from concentric.prove.claims import ledger_checker

    return ledger_checker(period=when, place=place, position=position)


def _edition_checker(number: str) -> Checker:
    from concentric.config.commands._common import setup

    setup()
    from concentric.prove.claims import edition_checker
    from concentric.prove.editions import edition_of

    return edition_checker(edition_of(number))


def _check_comments(files: tuple[Path, ...], out: Path) -> None:
    from concentric.exchange.texts.refusing import refuse

    if len(files) != 1 or files[0].suffix.lower() not in (".docx", ".docm"):
        refuse("text-no-word-for-comments", files[0])
    if out.exists():
        refuse("text-not-written", out)


def _refused(refused: Refused, path: Path, lang: str, as_json: bool) -> None:
    if as_json:
        line = {"file": str(path), "refused": refused.key, "says": refused.says(lang), "remedy": refused.remedy(lang)}
        click.echo(json.dumps(line, ensure_ascii=False))
    click.echo(f"{refused.says(lang)}\n{refused.remedy(lang)}", err=True)


def _print_json(report: Report, path: Path, lang: str) -> None:
    from concentric.core.claims.report import as_document

    document: dict[str, Any] = {"file": str(path), **as_document(report, lang)}
    click.echo(json.dumps(document, ensure_ascii=False))


def _print(report: Report, text: Text, lang: str) -> None:
    """A line for each claim: where, mark and verdict, the words of the text, why."""
    from concentric.core.claims.wording import MARKS, finding_words, reading_words, verdict_words, why_words

    show_findings(text.findings, lang)
    if not report.claims:
        click.echo(say("claims-head-none", lang, name=text.path.name))
        return
    counts: Counter[str] = Counter(claim.verdict for claim in report.claims)
    told = [
        say("claims-head-count", lang, count=counts[one], verdict=say(f"claims-verdict-{one}", lang))
        for one in MARKS
        if counts[one]
    ]
    joined = (", " if lang == "en" else "，").join(told)
    click.echo(say("claims-head", lang, name=text.path.name, total=len(report.claims), counts=joined))
    breaks = [at for at, one in enumerate(text.text) if one == "\n"]
    for claim in report.claims:
        start, end = report.clean.span(*claim.reading.whole)
        line = say("claims-line", lang, line=str(bisect_left(breaks, start) + 1))
        shown = " ".join(text.text[start:end].split())
        verdict, reads = verdict_words(claim, lang), reading_words(claim.reading, lang)
        click.echo(f"{MARKS[claim.verdict]} {line}  {verdict}  {shown}  [{reads}]")
        click.echo(f"    {why_words(claim, lang)}")
    for finding in report.findings:
        click.echo(f"! {finding_words(report, finding, lang)}")
