"""Families of promises that come to a given ladder: what they have in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from concentric.exchange.synth.calendar import DELIVERIES, YEAR_END
from concentric.exchange.synth.dice import between, partition, workday
from concentric.exchange.synth.matters import Ladder, Part, Promise

FIRST_DAY = date(2021, 4, 6)
LAST_DAY = date(2021, 11, 30)


@dataclass(frozen=True)
class Family:
    """What the promises of a family share. `counts`: how many stop at each rung, from verified to pledged only."""

    letter: str
    programme: str
    kind: str
    counts: tuple[int, int, int, int]
    low: int
    high: int
    nature: str = "welfare"
    currency: str = ""
    unit: str = ""
    step: int = 1
    split: float = 0.0
    """How often a promise is kept in two deliveries."""
    whats: Sequence[str] = ()


def drawn(
    rng: Random, family: Family, ladder: Ladder, parties: Iterator[tuple[str, str]], *, start: int = 1
) -> list[Promise]:
    """Promises that come to exactly `ladder`, numbered in turn, each between the next of `parties`."""
    fates: list[tuple[int, int]] = []
    for rung, (total, count) in enumerate(zip(ladder.bands(), family.counts, strict=True)):
        if count or total:
            amounts = partition(rng, total, count, low=family.low, high=family.high, step=family.step)
            fates += [(4 - rung, amount) for amount in amounts]
    rng.shuffle(fates)
    found = []
    for n, (rung, amount) in enumerate(fates, start=start):
        supporter, recipient = next(parties)
        promise = promised(rng, family, n, supporter, recipient, amount)
        if rung > 1:
            deliver(rng, promise, rung, split=family.split, step=family.step)
        found.append(promise)
    return found


def promised(rng: Random, family: Family, n: int, supporter: str, recipient: str, amount: int) -> Promise:
    """A promise of the family with nothing delivered yet."""
    committed = workday(between(rng, FIRST_DAY, LAST_DAY))
    due = committed + timedelta(days=rng.choice((60, 90, 90, 120, 180, 240)))
    return Promise(
        number=f"{family.letter}-{n:03}",
        programme=family.programme,
        supporter=supporter,
        recipient=recipient,
        kind=family.kind,
        nature=family.nature,
        firmness=rng.choice(("pledged", "signed", "signed")),
        amount=amount,
        currency=family.currency,
        unit=family.unit,
        committed_on=committed,
        due=due if rng.random() < 0.9 else None,
        what=rng.choice(family.whats) if family.whats else "",
    )


def deliver(rng: Random, promise: Promise, rung: int, *, split: float = 0.0, step: int = 1) -> None:
    """Deliver all of a promise, in one part or two, each as far up the ladder as `rung`."""
    first = promise.committed_on + timedelta(days=7)
    last = max(first, min(promise.due or YEAR_END, DELIVERIES[-1] - timedelta(days=3)))
    amounts = [promise.amount]
    if rng.random() < split and promise.amount >= 2 * step:
        half = promise.amount // step // 2 * step
        amounts = [half, promise.amount - half]
    days = sorted(workday(between(rng, first, last)) for _ in amounts)
    for n, (amount, day) in enumerate(zip(amounts, days, strict=True), start=1):
        part = Part(f"D-{promise.number}-{n}", day, amount)
        if rung >= 3:
            part.answer, part.received = "confirmed", amount
        if rung == 4:
            part.verified = amount
        promise.parts.append(part)
