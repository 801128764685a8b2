"""Projects under "private enterprises enter Guangxi": signed, signed again, started, paid for, confirmed by parks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from concentric.exchange.synth import words
from concentric.exchange.synth.calendar import entered_on
from concentric.exchange.synth.dice import between, dice, partition, workday
from concentric.exchange.synth.institutions import Institutions
from concentric.exchange.synth.matters import Ladder
from concentric.exchange.synth.places import COUNTIES
from concentric.exchange.synth.rows import Row, row, workbook
from concentric.exchange.synth.scene import Chapter, Word

STAGES = {"signed": 41, "started": 47, "producing": 22, "at-capacity": 9, "ended": 3}
"""How far the projects signed in the year have come: 122 in all."""
LEADS, ON_CHAINS = 14, 28
CONTRACT = 19_860_000_000
ARRIVED = Ladder(CONTRACT, 5_240_000_000, 4_460_000_000, 1_580_000_000)
PARTS = (24, 36, 18)
"""How many of the 78 projects that started stop at each rung of their money: verified, confirmed, only reported."""
TIMES = (5, *(3,) * 3, *(2,) * 13)
"""How often projects were signed that were signed more than once: 23 signings more than there are projects."""
INCREASED = 4
ENTRIES = (date(2021, 5, 11), date(2021, 7, 14), date(2021, 9, 28), date(2021, 12, 16), date(2022, 1, 11))
PARK_DAYS = (date(2021, 10, 25), date(2021, 12, 22), date(2022, 1, 19))
MILLION = 1_000_000


@dataclass
class Venture:
    """One project. `steps`: (step, day, amount); `parts`: (number, day, amount, rung) of its money."""

    number: str
    owner: str
    host: str
    chain: str
    place: str
    lead_on: date
    contract: int = 0
    events: list[date] = field(default_factory=list)
    steps: list[tuple[str, date, int | None]] = field(default_factory=list)
    parts: list[tuple[str, date, int, int]] = field(default_factory=list)


def projects(seed: int, offices: Institutions) -> Chapter:
    """All projects, their signings, and what the parks that receive them say of the money."""
    held = ventures(seed, offices)
    found = Chapter()
    for day in ENTRIES:
        known = [one for one in held if _known(one) == day]
        found.enter(
            day,
            f"projects-{day:%m%d}",
            "projects",
            workbook(
                f"项目-{day:%Y%m%d}",
                projects=(_project(one) for one in known),
                signings=(
                    _signing(one, n, on)
                    for one in held
                    for n, on in enumerate(one.events, start=1)
                    if _entry(one, on) == day
                ),
                project_progress=_progress(held, day),
            ),
        )
    _said(found, held)
    return found


def ventures(seed: int, offices: Institutions) -> list[Venture]:
    """Every project, in the order of its first day."""
    rng = dice(seed, "projects")
    amounts = partition(rng, CONTRACT, sum(STAGES.values()), low=6 * MILLION, high=900 * MILLION, step=MILLION)
    fates = [stage for stage, count in STAGES.items() for _ in range(count)]
    held = []
    for stage, amount in zip(fates, amounts, strict=True):
        held.append(_venture(rng, offices, stage, amount))
    held += [_venture(rng, offices, "lead", 0) for _ in range(LEADS)]
    for one in rng.sample(held[: len(fates)], ON_CHAINS):
        one.chain = rng.choice(offices.chains).number
    _again(rng, held[: len(fates)])
    _increased(rng, held[: STAGES["signed"]])
    held.sort(key=lambda one: one.lead_on)
    for n, one in enumerate(held, start=1):
        one.number = f"PR-{n:03}"
    paid = [one for one in held if any(step == "started" for step, _, _ in one.steps)]
    _paid(rng, paid)
    return held


def _venture(rng: Random, offices: Institutions, stage: str, amount: int) -> Venture:
    order = ("signed", "started", "producing", "at-capacity")
    reached = order.index(stage) if stage in order else 0
    last = date(2021, 12, 10) if reached == 0 else date(2021, 9, 30) - timedelta(days=60 * (reached - 1))
    signed = workday(between(rng, date(2021, 2, 22), last))
    one = Venture(
        "", rng.choice(offices.investors).number, rng.choice(offices.parks).number, "", rng.choice(COUNTIES).code,
        signed - timedelta(days=rng.randint(10, 50)), amount,
    )  # fmt: skip
    if stage == "lead":
        return one
    one.events.append(signed)
    one.steps.append(("signed", signed, amount))
    day = signed
    for step in order[1 : reached + 1]:
        left = (date(2021, 12, 24) - day).days // max(1, reached)
        day = workday(day + timedelta(days=max(20, rng.randint(left // 2, max(left // 2, left)))))
        one.steps.append((step, min(day, date(2021, 12, 31)), None))
    if stage == "ended":
        one.steps.append(("ended", date(2021, 12, 10), None))
    return one


def _again(rng: Random, held: list[Venture]) -> None:
    """Some projects are shown at a second ceremony, one of them at five. Each is still one project."""
    early = [one for one in held if one.events[0] < date(2021, 9, 1)]
    for one, times in zip(rng.sample(early, len(TIMES)), TIMES, strict=True):
        for _ in range(times - 1):
            one.events.append(min(workday(one.events[-1] + timedelta(days=rng.randint(12, 26))), date(2021, 12, 30)))


def _increased(rng: Random, held: list[Venture]) -> None:
    """A larger contract adds its increment only: a fifth of it was added later."""
    for one in rng.sample([one for one in held if one.events[0] < date(2021, 9, 1)], INCREASED):
        more = one.contract // 5 // MILLION * MILLION
        signed = one.events[0]
        one.steps = [("signed", signed, one.contract - more)]
        one.steps.append(("increased", workday(signed + timedelta(days=rng.randint(40, 90))), more))


def _paid(rng: Random, held: list[Venture]) -> None:
    """Money that arrived, each sum within its contract, as the ladder says."""
    order = sorted(held, key=lambda one: one.contract)
    share: dict[str, int] = {}
    rungs = [rung for rung, count in zip((4, 3, 2), PARTS, strict=True) for _ in range(count)]
    rng.shuffle(rungs)
    for rung, total in zip((4, 3, 2), ARRIVED.bands()[:3], strict=True):
        mine = [one for one, held_rung in zip(order, rungs, strict=True) if held_rung == rung]
        whole = sum(one.contract for one in mine)
        given = 0
        for one in mine[:-1]:
            amount = max(1, one.contract * total // whole // 100_000) * 100_000
            share[one.number], given = amount, given + amount
        share[mine[-1].number] = total - given
    for one, rung in zip(order, rungs, strict=True):
        started = next(day for step, day, _ in one.steps if step == "started")
        on = workday(between(rng, started + timedelta(days=3), max(started + timedelta(days=4), date(2021, 12, 20))))
        one.parts.append((f"AR-{one.number}-1", min(on, date(2021, 12, 31)), share[one.number], rung))


def _known(one: Venture) -> date:
    first = one.events[0] if one.events else one.lead_on + timedelta(days=30)
    return entered_on(ENTRIES, first)


def _entry(one: Venture, on: date) -> date:
    return entered_on(ENTRIES, max(on, _known(one)))


def _project(one: Venture) -> Row:
    name = f"{one.owner} 号投资方{words.PROJECTS[int(one.number[3:]) % len(words.PROJECTS)]}{words.MARK}"
    return row(
        number=one.number,
        programme="enter",
        name=name,
        kind="chain" if one.chain else "investment",
        owner=one.owner,
        host=one.host,
        place=one.place,
        chain=one.chain,
        currency="CNY",
        lead_on=one.lead_on,
        due=one.lead_on + timedelta(days=730),
    )


def _signing(one: Venture, n: int, on: date) -> Row:
    return row(
        number=f"SG-{one.number}-{n}",
        project=one.number,
        event=f"{on.year} 年第 {(on.month - 1) // 3 + 1} 季度签约活动{words.MARK}",
        signed_on=on,
        amount=one.contract,
        currency="CNY",
    )


def _progress(held: list[Venture], day: date) -> list[Row]:
    """What is entered on a day, in the order of the days on which it happened."""
    found: list[tuple[date, Row]] = []
    for one in held:
        for n, (step, on, amount) in enumerate(one.steps, start=1):
            if _entry(one, on) == day:
                note = "投资方调整布局，双方同意终止" if step == "ended" else ""
                number = f"PP-{one.number}-{n}"
                found.append((on, row(number=number, project=one.number, what=step, on=on, amount=amount, note=note)))
        for number, on, amount, _ in one.parts:
            if _entry(one, on) == day:
                found.append((on, row(number=number, project=one.number, what="arrived", on=on, amount=amount)))
    return [each for _, each in sorted(found, key=lambda item: item[0])]


def _said(found: Chapter, held: list[Venture]) -> None:
    """Parks confirm what arrived through their own accounts; a verifier looks at the vouchers."""
    for one in held:
        for number, on, amount, rung in one.parts:
            if rung < 3:
                continue
            heard = entered_on(PARK_DAYS, _entry(one, on) + timedelta(days=1))
            said = row(number=f"R-{number}", subject=number, outcome="confirmed", on=heard, amount=amount)
            found.words.append(Word(one.host, heard, "confirmations", said))
            if rung == 4:
                found.checks.append((number, heard + timedelta(days=1), amount))
