"""`concentric pair`: the best pairing of a programme, kept as a run, shown, checked, approved."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path
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
from concentric.config.commands._pair_one import open_, pairs_of, today, why
from concentric.core.terms.findings import Finding
from concentric.core.terms.words import Word, say

if TYPE_CHECKING:
    from concentric.core.pairing import Progress
    from concentric.match.models import Run
    from concentric.match.runs import Found

DAY = click.DateTime(["%Y-%m-%d"])
NAMED = 12
"""Names of those without a partner that are written out."""


class _Run(click.Group):
    """A group whose word `run` may be left out: `concentric pair villages` pairs."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in ("-h", "--help")):
            args = ["run", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Run)
def command() -> None:
    """Pair a programme the best way: run (the word may be left out), list, show, why, check, approve, letters, open."""


command.add_command(why)
command.add_command(open_, "open")


@command.command()
@click.argument("programme", required=False)
@click.option("--on", "day", type=DAY, default=None, help="For this day; today if left out.")
@click.option("--pin", "pins", multiple=True, metavar="S:R", help="These two are paired, whatever it costs.")
@click.option("--forbid", "forbids", multiple=True, metavar="S:R", help="These two are not paired.")
@click.option("--continuity", type=click.IntRange(0), default=None, help="Points for staying together.")
@click.option("--keep-pairs", type=click.IntRange(0), default=None, metavar="K",
              help="Find the fewest points for staying together that keep K of the present pairs.")  # fmt: skip
@click.option("--seconds", type=click.FloatRange(0), default=None, help="Stop after so long, with the best so far.")
@click.option("--look", is_flag=True, help="Only look: nothing is entered.")
@actor_option
@lang_option
@json_option
def run(
    programme: str | None,
    day: datetime | None,
    pins: tuple[str, ...],
    forbids: tuple[str, ...],
    continuity: int | None,
    keep_pairs: int | None,
    seconds: float | None,
    look: bool,
    account: str,
    lang: str,
    as_json: bool,
) -> int:
    """Pair PROGRAMME by the book's rules (by default the first that the book pairs), and keep the run."""
    setup()
    from concentric.access.accounts import acting
    from concentric.core.pairing import CannotPair
    from concentric.match import runs
    from concentric.match.continuity import smallest_bonus
    from concentric.prove.book import current_book

    actor, book = acting(account, "command"), current_book()[0]
    code = programme or next(iter(book.pairings), "")
    changed = {} if continuity is None else {"continuity": continuity}
    asked = runs.ask(
        book,
        actor,
        code,
        day.date() if day else today(),
        pinned=pairs_of(pins, lang),
        forbidden=pairs_of(forbids, lang),
        changed=changed,
    )
    kept_of = None
    try:
        if keep_pairs is not None:
            kept_of = smallest_bonus(asked, keep_pairs)
            asked = kept_of.asked
        found = runs.find(asked, _progress(seconds, lang, quiet=as_json))
    except CannotPair as refused:
        if as_json:
            print_json({"findings": [each.as_json(lang) for each in refused.findings]})
        else:  # what has to be mended before what was merely assumed
            show_findings(sorted(refused.findings, key=lambda each: each.severity != "error"), lang)
        return 1
    kept = None if look else runs.keep(actor, found)
    if as_json:
        kept_pairs = {} if kept_of is None else {"kept": kept_of.kept, "stood": kept_of.of}
        print_json(_summary(found, kept, lang) | kept_pairs)
        return 0
    if kept is None:
        click.echo(say("match-run-look", lang))
    else:
        _say_kept(kept, lang)
    _say_result(
        {"covered": len(found.instance.recipients) - len(found.lone), "wanting": len(found.instance.recipients)},
        found.benefit, found.pairing.gap, found.compared(), found.lone, found.instance.names, lang,
    )  # fmt: skip
    if kept_of is not None and keep_pairs is not None:
        told: dict[str, Word] = {"bonus": kept_of.bonus, "kept": kept_of.kept, "of": kept_of.of, "wished": keep_pairs}
        click.echo(say("match-kept-pairs" if kept_of.kept >= keep_pairs else "match-kept-fewer", lang, **told))
    if found.pairing.stopped:
        click.echo(say("match-run-stopped", lang))
    click.echo(say("match-run-took", lang, seconds=f"{found.seconds:.2f}"))
    show_findings(found.findings, lang)
    return 0


@command.command("list")
@actor_option
@lang_option
@json_option
def listed(account: str, lang: str, as_json: bool) -> int:
    """All runs, the latest first."""
    setup()
    from concentric.access.accounts import acting
    from concentric.match.models import Run

    office = acting(account, "command").office
    found = list(Run.objects.in_force().of_office(office).order_by("-idx"))
    if as_json:
        print_json([_told(one) for one in found])
        return 0
    for one in found:
        click.echo(say("match-run-line", lang, **_line(one)))
    if not found:
        click.echo(say("match-run-none", lang))
    return 0


@command.command()
@click.argument("number")
@actor_option
@lang_option
@json_option
def show(number: str, account: str, lang: str, as_json: bool) -> int:
    """One run with all its pairs."""
    setup()
    from concentric.access.accounts import acting
    from concentric.match.runs import asked_of, run_of

    held = run_of(number, acting(account, "command").office)
    result = json.loads(held.result)
    if as_json:
        print_json(_told(held) | {"rules": json.loads(held.rules), **result})
        return 0
    names = asked_of(held).instance().names
    _say_kept(held, lang)
    covered = {"covered": held.covered, "wanting": held.wanting}
    _say_result(covered, held.benefit, held.gap, result["compared"], result["lone"], names, lang)
    for supporter, recipient, worth in result["pairs"]:
        one, other = names.get(supporter, supporter), names.get(recipient, recipient)
        click.echo(f"{supporter}\t{one}\t{recipient}\t{other}\t{worth}")
    show_findings([Finding(each["key"], each["args"], each["severity"]) for each in result["findings"]], lang)
    return 0


@command.command()
@click.argument("number")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), default=None, metavar="FILE",
              help="Also write the certificate here.")  # fmt: skip
@actor_option
@lang_option
@json_option
def check(number: str, out: Path | None, account: str, lang: str, as_json: bool) -> int:
    """Check a run's certificate against every possible pair. Exits 1 when it proves less than the best."""
    setup()
    from concentric.access.accounts import acting
    from concentric.match import runs

    held = runs.run_of(number, acting(account, "command").office)
    verdict = runs.check(held)
    if out is not None:
        out.write_text(held.certificate, encoding="utf-8")
    if as_json:
        told = {"says": verdict.says, "covered": verdict.covered, "benefit": verdict.benefit, "gap": verdict.gap}
        print_json({"number": number, **told, "wrong": verdict.wrong})
    else:
        why = say(verdict.wrong, lang, **dict(verdict.at)) if verdict.wrong else ""
        words: dict[str, Word] = {
            "covered": verdict.covered,
            "benefit": verdict.benefit,
            "gap": verdict.gap,
            "why": why,
        }
        click.echo(say(f"match-check-{verdict.says}", lang, **words))
    return 0 if verdict.says == "optimal" else 1


@command.command()
@click.argument("number")
@click.option("--on", "day", type=DAY, default=None, help="Proposed on this day; today if left out.")
@actor_option
@lang_option
@json_option
def approve(number: str, day: datetime | None, account: str, lang: str, as_json: bool) -> int:
    """Propose every pair of a run to both sides; of commissioners, send them."""
    setup()
    from concentric.access.accounts import acting
    from concentric.match import approving, runs

    actor = acting(account, "command")
    done = approving.approve(actor, runs.run_of(number, actor.office), day.date() if day else today())
    if as_json:
        print_json({"entered": done.entered, "kept": done.kept, "ended": done.ended})
        return 0
    click.echo(say("match-approved", lang, entered=len(done.entered), kept=done.kept, ended=len(done.ended)))
    return 0


@command.command()
@click.argument("number")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, metavar="FOLDER")
@actor_option
@lang_option
def letters(number: str, out: Path, account: str, lang: str) -> int:
    """Write the letters of an approved run, as Word: one to each side of each proposal."""
    setup()
    from concentric.access.accounts import acting
    from concentric.exchange.letters.proposals import write_letters
    from concentric.match.runs import run_of
    from concentric.prove.book import current_book

    held = run_of(number, acting(account, "command").office)
    count = write_letters(held, current_book()[0], lang, out)
    click.echo(say("letters-written", lang, count=count, path=str(out)))
    return 0


def _progress(seconds: float | None, lang: str, *, quiet: bool) -> Any:
    """Told after every round; says so on a terminal, and ends the search when the time is up."""
    loud = sys.stderr.isatty() and not quiet

    def tell(now: Progress) -> bool:
        if loud:
            words = {"round": now.round, "covered": now.covered, "benefit": now.benefit, "gap": now.gap}
            click.echo(say("match-progress", lang, **words), err=True)
        return seconds is not None and now.seconds >= seconds

    return tell


def _say_kept(held: Run, lang: str) -> None:
    words: dict[str, Word] = {"number": held.number, "position": held.position, "day": held.for_day.isoformat()}
    click.echo(say("match-run-kept", lang, **words))


def _say_result(
    covered: dict[str, int], benefit: int, gap: int, compared: Any, lone: Any, names: Any, lang: str
) -> None:
    click.echo(say("match-run-summary", lang, benefit=benefit, **covered))
    click.echo(say("match-run-gap", lang, gap=gap) if gap else say("match-run-optimal", lang))
    for how, told in compared.items():
        words = {name: told[name] for name in ("covered", "pairs", "benefit", "ours")}
        click.echo(say(f"match-run-{how}", lang, **words))
    if lone:
        named = say("sheets-joint", lang).join(f"{one} {names.get(one, '')}".strip() for one in lone[:NAMED])
        click.echo(say("match-run-lone", lang, names=named + (" …" if len(lone) > NAMED else "")))


def _line(one: Run) -> dict[str, Any]:
    return {
        "number": one.number,
        "day": one.for_day.isoformat(),
        "covered": one.covered,
        "wanting": one.wanting,
        "benefit": one.benefit,
    }


def _told(one: Run) -> dict[str, Any]:
    return _line(one) | {"kind": one.kind, "position": one.position, "gap": one.gap}


def _summary(found: Found, kept: Run | None, lang: str) -> dict[str, Any]:
    """A run for programs."""
    return {
        "number": kept.number if kept else None,
        "kind": found.asked.spec.kind,
        "position": found.asked.standing.position,
        "day": found.asked.standing.day.isoformat(),
        "supporters": len(found.instance.supporters),
        "recipients": len(found.instance.recipients),
        "pairs": len(found.pairs),
        "covered": len(found.instance.recipients) - len(found.lone),
        "benefit": found.benefit,
        "gap": found.pairing.gap,
        "optimal": found.pairing.gap == 0,
        "continuity": found.instance.rules.continuity,
        "compared": {
            how: {name: told[name] for name in ("covered", "pairs", "benefit", "ours")}
            for how, told in found.compared().items()
        },
        "seconds": round(found.seconds, 3),
        "findings": [each.as_json(lang) for each in found.findings],
    }
