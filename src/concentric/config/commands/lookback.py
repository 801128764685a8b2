"""`concentric lookback`: plan look-backs, fix a frame, draw from it by a public number, and say what was found."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from concentric.config.commands._common import actor_option, json_option, lang_option, print_json, setup
from concentric.core.terms.words import say

if TYPE_CHECKING:
    from concentric.keep.lookback import Found
    from concentric.ledger.writer import Writer

DAY = click.DateTime(["%Y-%m-%d"])
KINDS = ["case", "commitment", "project", "site", "activity", "assignment", "accreditation", "pairing"]


@click.group()
def command() -> None:
    """Look back, later and by somebody independent, whether it holds."""


@command.command()
@click.argument("codes", nargs=-1)
@click.option("--until", type=DAY, default=None, help="Enter what falls due up to this day; today if left out.")
@actor_option
@lang_option
@json_option
def plan(codes: tuple[str, ...], until: datetime | None, account: str, lang: str, as_json: bool) -> int:
    """Enter the look-backs that the book's plans ask for: all plans, or those with these CODES."""
    setup()
    from concentric.access.accounts import acting
    from concentric.keep import plans
    from concentric.ledger.append import append
    from concentric.ledger.ids import new_id
    from concentric.prove.book import current_book

    actor = acting(account, "command")
    held = current_book()[0].plans
    for code in codes:
        if code not in held:
            raise click.BadParameter(say("lookback-no-such-plan", lang, code=code, known=", ".join(held)))
    day = until.date() if until else _today()
    asked = {code: list(plans.wanted(held[code], actor.office, day)) for code in codes or held}
    wanted = [one for each in asked.values() for one in each]

    def enter(writer: Writer) -> None:
        for code, each in asked.items():
            plans.enter(writer, held[code], each)

    if wanted:
        append(actor, enter, request_id=f"lookback-{new_id()}")
    if as_json:
        print_json([{"number": one.number, "on": one.on.isoformat()} for one in wanted])
        return 0
    for one in wanted:
        click.echo(say("lookback-planned", lang, number=one.number, on=one.on.isoformat()))
    click.echo(say("lookback-planned-count", lang, count=len(wanted)))
    return 0


@command.command()
@click.argument("number")
@click.option("--kind", type=click.Choice(KINDS), default="case", show_default=True, help="What is looked back on.")
@click.option("--state", "states", multiple=True, help="Only matters in this state; may be given several times.")
@click.option("--by", default="", metavar="FIELD", help="The field that tells strata apart; one stratum if left out.")
@click.option("--take", required=True, metavar="N|NAME=N[,...]", help="How many of each stratum, or of the named ones.")
@click.option("--source", required=True, metavar="TEXT", help="The public number that will decide, in words.")
@click.option("--number-on", type=DAY, required=True, help="The day on which that number is published.")
@click.option("--plan", "plan_code", default="draw", show_default=True, help="Code of the plan.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write the frame's text to this file.")
@actor_option
@lang_option
@json_option
def frame(
    number: str,
    kind: str,
    states: Sequence[str],
    by: str,
    take: str,
    source: str,
    number_on: datetime,
    plan_code: str,
    out: Path | None,
    account: str,
    lang: str,
    as_json: bool,
) -> int:
    """Fix the list NUMBER from which a draw will choose, and print the digest to publish now."""
    setup()
    from concentric.access.accounts import acting
    from concentric.keep import follow_ups, frames
    from concentric.keep.models import Frame
    from concentric.ledger.append import append
    from concentric.ledger.ids import new_id

    actor = acting(account, "command")
    items = frames.strata(kind, actor.office, by=by, states=states)
    takes = _take(take, {name: len(roots) for name, roots in items.items()}, lang)
    made: list[Frame] = []
    append(
        actor,
        lambda writer: made.append(
            follow_ups.fix_frame(
                writer,
                number=number,
                plan=plan_code,
                target_kind=kind,
                items=items,
                take=takes,
                source=source,
                number_on=number_on.date(),
            )
        ),
        request_id=f"frame-{new_id()}",
    )
    held = made[0]
    if out is not None:
        out.write_text(held.items, encoding="utf-8")
    if as_json:
        print_json({"number": number, "digest": held.digest, "size": held.size, "source": source})
        return 0
    for name, roots in sorted(items.items()):
        click.echo(f"  {name}\t{len(roots)}")
    click.echo(say("lookback-frame", lang, number=number, count=held.size, digest=held.digest))
    click.echo(say("lookback-frame-publish", lang, day=number_on.date().isoformat(), source=source))
    return 0


@command.command()
@click.argument("number")
@click.option("--frame", "frame_number", required=True, metavar="NUMBER", help="The frame.")
@click.option("--public", "public_number", required=True, metavar="TEXT", help="The public number.")
@click.option("--published-on", type=DAY, required=True, help="The day on which it was published.")
@click.option(
    "--due-in", type=click.IntRange(1, 3650), default=30, show_default=True, help="Days in which to look back."
)
@actor_option
@lang_option
@json_option
def draw(
    number: str,
    frame_number: str,
    public_number: str,
    published_on: datetime,
    due_in: int,
    account: str,
    lang: str,
    as_json: bool,
) -> int:
    """Draw NUMBER from a frame by the public number, and plan a follow-up of each matter that is drawn."""
    setup()
    from concentric.access.accounts import acting
    from concentric.keep import follow_ups
    from concentric.keep.models import Draw, Frame
    from concentric.ledger.append import append
    from concentric.ledger.ids import new_id

    actor = acting(account, "command")
    held = Frame.objects.in_force().of_office(actor.office).filter(number=frame_number).first()
    if held is None:
        raise click.BadParameter(say("lookback-no-such-frame", lang, number=frame_number))
    made: list[tuple[Draw, Any]] = []
    append(
        actor,
        lambda writer: made.append(
            follow_ups.draw(
                writer,
                held,
                number=number,
                public_number=public_number,
                published_on=published_on.date(),
                due_in=due_in,
            )
        ),
        request_id=f"draw-{new_id()}",
    )
    one, planned = made[0]
    if as_json:
        print_json({"number": number, "seed": one.seed, "chosen": one.chosen, "follow_ups": len(planned)})
        return 0
    click.echo(say("lookback-drawn", lang, number=number, count=len(planned), seed=one.seed))
    return 0


@command.command()
@click.argument("number")
@actor_option
@lang_option
@json_option
def report(number: str, account: str, lang: str, as_json: bool) -> int:
    """What draw NUMBER has found so far; exits 1 when the draw can't be repeated from its frame."""
    setup()
    from concentric.access.accounts import acting
    from concentric.keep import lookback
    from concentric.keep.models import Draw

    actor = acting(account, "command")
    held = Draw.objects.in_force().of_office(actor.office).filter(number=number).first()
    if held is None:
        raise click.BadParameter(say("lookback-no-such-draw", lang, number=number))
    found = lookback.found(held)
    repeated = lookback.repeats(held, found.frame)
    if as_json:
        print_json(_as_json(found, repeated))
    else:
        _show(found, repeated, lang)
    return 0 if repeated else 1


def _show(found: Found, repeated: bool, lang: str) -> None:
    for stratum in found.strata:
        if stratum.interval is None:
            click.echo(say("lookback-stratum-undrawn", lang, stratum=stratum.name, size=stratum.size))
            continue
        low, high = (f"{bound * 100:.2f}" for bound in stratum.interval[1:])
        share = f"{stratum.interval.share * 100:.2f}"
        counts = {"size": stratum.size, "drawn": stratum.drawn, "holds": stratum.states["holds"]}
        click.echo(say("lookback-stratum", lang, stratum=stratum.name, share=share, low=low, high=high, **counts))
        came = [(state, count) for state, count in stratum.states.items() if count and state != "holds"]
        for state, count in came:
            click.echo(f"    {say(f'state-{state}', lang)}: {count}")
    if found.overall is None:
        click.echo(say("lookback-no-overall", lang))
    else:
        click.echo(say("lookback-overall", lang, share=f"{found.overall * 100:.2f}"))
    if found.waiting:
        click.echo(say("lookback-waiting", lang, count=found.waiting))
    click.echo(say("lookback-repeats" if repeated else "lookback-repeats-not", lang, digest=found.frame.digest))


def _as_json(found: Found, repeated: bool) -> dict[str, object]:
    return {
        "draw": found.draw.number,
        "frame": found.frame.number,
        "digest": found.frame.digest,
        "public_number": found.draw.public_number,
        "repeats": repeated,
        "waiting": found.waiting,
        "strata": [
            {
                "stratum": one.name,
                "size": one.size,
                "drawn": one.drawn,
                "states": one.states,
                "share": None if one.interval is None else str(one.interval.share),
                "low": None if one.interval is None else str(one.interval.low),
                "high": None if one.interval is None else str(one.interval.high),
            }
            for one in found.strata
        ],
        "overall_estimate": None if found.overall is None else str(found.overall),
    }


def _take(text: str, sizes: dict[str, int], lang: str) -> dict[str, int]:
    """How many of each stratum: a number for all (as far as they hold so many), or NAME=N for some."""
    if text.isdecimal():
        return {name: min(int(text), size) for name, size in sizes.items()}
    take: dict[str, int] = {}
    for part in text.split(","):
        name, _, count = part.strip().rpartition("=")
        if not name or not count.isdecimal():
            raise click.BadParameter(say("lookback-not-a-take", lang, text=part.strip()))
        take[name] = int(count)
    return take


def _today() -> date:
    from zoneinfo import ZoneInfo

    from concentric.ledger import clock
    from concentric.ledger.positions import charter

    return clock.now().astimezone(ZoneInfo(charter().time_zone)).date()
