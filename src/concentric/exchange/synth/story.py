"""The year as it is told: who enters which workbook when. `plan(seed)` is all of it, in the order of time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from concentric.exchange.synth import rows
from concentric.exchange.synth.calendar import (
    AGREEMENTS,
    COMMITMENTS,
    COUNTY,
    DELIVERIES,
    EDITION,
    ENDS,
    ROUNDS,
    entered_on,
)
from concentric.exchange.synth.city import City, city
from concentric.exchange.synth.dice import dice, office_hours
from concentric.exchange.synth.gifts import SLIP, TWICE
from concentric.exchange.synth.matters import Pair, Promise
from concentric.exchange.synth.pairings import BATCHES
from concentric.exchange.synth.places import ABOVE, COUNTIES, FENGSHAN, townships
from concentric.exchange.synth.rows import Row, workbook
from concentric.exchange.synth.scene import OFFICE, Scene, enter, on
from concentric.exchange.synth.speakers import account_of, channel_of

SEED = 2021
OWN_REPORTERS = ("S001", "S002", "S003")
"""Chambers that report what they delivered through their own accounts; the office enters the rest."""
FOUNDED = date(2021, 1, 4)
OLD_EDITION, ADOPTED = date(2021, 1, 29), date(2021, 2, 26)
"""The days on which last year's review was published, and the book of this year adopted."""
MERGED = "两村合并，{gone}并入{stays}，自 2021 年 12 月 10 日起"


def plan(seed: int = SEED) -> list[Scene]:
    """Every scene of the year, in the order of time. The same seed gives the same rows, to the minute."""
    return scenes(city(seed), seed)


def scenes(told: City, seed: int) -> list[Scene]:
    """The scenes of a city that was already made."""
    found = [
        *_registers(told),
        *(scene for chapter in told.chapters for scene in chapter.scenes),
        *_pairings(told),
        *_commitments(told),
        *_deliveries(told),
        *_county(told),
        *_draft(told),
        *_ends(told),
        *_recipients(told),
        *_verifier(told),
        *_after(told),
    ]
    rng = dice(seed, "minutes")
    timed = [replace(scene, at=office_hours(rng, scene.at.date())) if scene.at.hour == 0 else scene for scene in found]
    # What is told of one day in this order happens in this order.
    last = timed[0].at
    ordered = []
    for scene in sorted(timed, key=lambda scene: scene.at.date()):
        last = scene.at if scene.at > last else last + timedelta(minutes=1)
        ordered.append(replace(scene, at=last))
    return ordered


def _registers(told: City) -> Iterator[Scene]:
    cast = told.cast
    spots = [*ABOVE, *COUNTIES, FENGSHAN, *townships()]
    yield enter(date(2021, 1, 5), "places", "places", workbook("01-地方", places=map(rows.place, spots)))
    yield enter(date(2021, 1, 6), "villages", "villages", workbook("02-村", villages=map(rows.village, cast.villages)))
    held = [*rows.everybody(cast), *map(rows.organisation, (*cast.clinics, *told.offices.all()))]
    yield enter(date(2021, 1, 7), "organisations", "organisations", workbook("03-单位", organisations=held))
    lists = [rows.listed(rows.VILLAGE_ROSTER, party.number) for party in cast.villages]
    lists += [rows.listed(rows.CLINIC_ROSTER, party.number) for party in cast.clinics]
    yield enter(date(2021, 3, 9), "rosters", "rosters", workbook("04-名册", roster=lists))
    day = date(2022, 1, 20)
    yield enter(day, "statistics", "statistics", workbook("外部统计", statistics=rows.statistics()))


def _pairings(told: City) -> Iterator[Scene]:
    for n, (proposed, agreed) in enumerate(zip(BATCHES, AGREEMENTS, strict=True), start=1):
        batch = [pair for pair in told.pairs if pair.batch == n]
        name = f"结对-第{n}批"
        yield enter(proposed, f"pairings-{n}", "pairings", workbook(name, pairings=map(rows.pairing, batch)))
        signed = [rows.agreement(pair, village=False) for pair in batch if pair.office_agreed is not None]
        yield enter(agreed, f"agreements-{n}", "agreements", workbook(f"{name}-协议", agreements=signed))


def _commitments(told: City) -> Iterator[Scene]:
    for day in COMMITMENTS:
        held = [
            rows.commitment(promise)
            for promise in told.promises
            if not promise.again and entered_on(COMMITMENTS, promise.committed_on) == day
        ]
        yield enter(day, f"commitments-{day:%m}", "commitments", workbook(f"承诺-{day:%Y%m}", commitments=held))


def _deliveries(told: City) -> Iterator[Scene]:
    """By quarter. In the first quarter's file four rows are wrong: they wait, and come good two days later."""
    for n, day in enumerate(DELIVERIES, start=1):
        held: dict[str, list[Row]] = {OFFICE: [], **{number: [] for number in OWN_REPORTERS}}
        for promise in told.promises:
            for part in promise.parts:
                if part.entered == day and not promise.again:
                    reporter = promise.supporter if promise.supporter in held else OFFICE
                    held[reporter].append(rows.delivery(promise, part))
        own = held.pop(OFFICE)
        name = f"兑现-{day:%Y%m}"
        yield enter(day, f"deliveries-{n}", "deliveries", workbook(name, deliveries=spoilt(own) if n == 1 else own))
        if n == 1:
            mended = own[: len(SPOILT)]
            late = day + timedelta(days=2 if day.weekday() < 3 else 4)
            yield enter(late, "deliveries-mended", "mended", workbook(f"{name}-改好", deliveries=mended))
        for number, reported in held.items():
            if reported:
                key, _ = account_of(number)
                held_own = workbook(f"{name}-{number}", number == OWN_REPORTERS[1], deliveries=reported)
                yield enter(day, f"deliveries-{n}-{number}", "own-report", held_own, account=key)


SPOILT: tuple[Row, ...] = ({"on": "2021-06-31"}, {"amount": "约五万"}, {"commitment": "G-0O2"}, {"on": "03/04/2021"})
"""What is wrong with the first rows of the first quarter's deliveries: a day that doesn't exist, a guess, a letter for
a digit, and a date that can be read in two ways."""


def spoilt(held: list[Row]) -> list[Row]:
    """Rows as they first came in, with their faults."""
    return [{**row, **fault} for row, fault in zip(held, SPOILT, strict=False)] + held[len(SPOILT) :]


def _county(told: City) -> Iterator[Scene]:
    """A county reports a gift that a chamber had reported; in February it is noticed and taken back."""
    again = [promise for promise in told.promises if promise.again]
    held = workbook(
        "县里上报",
        commitments=map(rows.commitment, again),
        deliveries=[rows.delivery(promise, part) for promise in again for part in promise.parts],
    )
    yield enter(COUNTY, "county", "county", held)
    noted = [part for promise in told.promises for part in promise.parts if part.answer == "noted"]
    held = workbook("电话回访", confirmations=map(rows.confirmation, noted))
    yield enter(COUNTY + timedelta(days=1), "noted", "noted", held)
    day = date(2022, 2, 15)
    yield Scene(on(day), "county-undone", "demo-scene-twice", action="undo", undoes="county", reason=TWICE)


def _draft(told: City) -> Iterator[Scene]:
    """A draft is imported by mistake and undone the same morning."""
    drafted = [
        rows.commitment(replace(promise, number=f"G-9{n:02}", committed_on=date(2021, 9, 1), due=None, parts=[]))
        for n, promise in enumerate(told.promises[:6], start=1)
    ]
    day = date(2021, 9, 7)
    yield enter(day, "draft", "draft", workbook("承诺-草案", commitments=drafted))
    reason = "误传草案"
    yield Scene(on(day), "draft-undone", "demo-scene-draft-undone", action="undo", undoes="draft", reason=reason)


def _ends(told: City) -> Iterator[Scene]:
    ended = tuple(
        (promise.number, promise.end, promise.end_on, promise.end_note)
        for promise in told.promises
        if promise.end and promise.end_on is not None
    )
    yield Scene(on(ENDS), "ends", "demo-scene-ends", channel="page", action="end", ends=ended)


def _recipients(told: City) -> Iterator[Scene]:
    """What each party says on each of its days: on pairings and deliveries, and on everything else."""
    said: dict[tuple[date, str], dict[str, list[Row]]] = {}

    def add(party: str, day: date, stem: str, row: Row) -> None:
        said.setdefault((day, party), {}).setdefault(stem, []).append(row)

    for (recipient, day), spoken in told.said.items():
        for one in spoken:
            if isinstance(one, Pair):
                add(recipient, day, "agreements", rows.agreement(one, village=True))
            else:
                add(recipient, day, "confirmations", rows.confirmation(one))
    for chapter in told.chapters:
        for word in chapter.words:
            add(word.party, word.on, word.stem, word.row)
    for (day, party), sheets in sorted(said.items()):
        held = workbook(f"{party}-{day:%Y%m%d}", **sheets)
        channel = channel_of(party)
        yield enter(
            day,
            held.name,
            "last-year-words" if day < ADOPTED else "recipient" if day < EDITION else "late",
            held,
            account=account_of(party)[0],
            channel=channel,
            action="import" if channel == "workbook" else "answer",
        )


def _verifier(told: City) -> Iterator[Scene]:
    key, _ = account_of(told.cast.verifier.number)
    for n, day in enumerate(ROUNDS, start=1):
        found = [
            rows.verification(number, on, amount)
            for number, on, amount in _checks(told)
            if entered_on(ROUNDS, on) == day
        ]
        yield enter(day, f"verified-{n}", "verified", workbook(f"核查-第{n}轮", verifications=found), account=key)


def _checks(told: City) -> Iterator[tuple[str, date, int | None]]:
    for pair in told.pairs:
        if pair.verified_on is not None:
            yield pair.number, pair.verified_on, None
    for promise in told.promises:
        for part in promise.parts:
            if part.checked is not None:
                yield part.number, part.checked, part.verified
    for chapter in told.chapters:
        yield from chapter.checks


def _after(told: City) -> Iterator[Scene]:
    """What came to light after the review was published: a slip of a nought, and two villages that had become one."""
    promise = slipped(told)
    part = promise.parts[0]
    mended = rows.delivery(promise, part, amount=part.amount // 10, reason=SLIP)
    yield enter(date(2022, 2, 16), "slip", "slip", workbook("更正-多打一个零", deliveries=[mended]))
    merger = told.merger
    if merger.gone.spot is None:
        raise ValueError("only a village can be merged")
    why = MERGED.format(gone=merger.gone.name, stays=merger.stays.name)
    held = workbook(
        "更正-两村合并",
        places=[rows.place(merger.gone.spot, until=merger.on, reason=why)],
        roster=[rows.listed(rows.VILLAGE_ROSTER, merger.gone.number, until=merger.on, reason=why)],
        pairings=[rows.pairing(merger.pair, recipient=merger.stays.number, reason=why)],
    )
    yield enter(date(2022, 3, 18), "merger", "merger", held)


def slipped(told: City) -> Promise:
    """The gift whose delivery was entered with a nought too many."""
    return next(promise for promise in told.promises if promise.number == "G-013")
