"""Promises in kind: jobs, training, meetings with lenders, clinic equipment, goods and investment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import cycle
from random import Random

from concentric.exchange.synth import words
from concentric.exchange.synth.cast import Cast
from concentric.exchange.synth.dice import dice
from concentric.exchange.synth.matters import CLINICS, FINANCE, JOBS, TRAINING, Promise
from concentric.exchange.synth.promises import Family, deliver, drawn, promised

JOBS_FAMILY = Family("J", "jobs", "jobs", (18, 16, 6, 9), 4, 90, "business", unit="人", split=0.3, whats=words.JOBS)
TRAINING_FAMILY = Family(
    "T", "training", "training", (16, 17, 5, 5), 20, 240, unit="人次", step=10, split=0.25, whats=words.TRAINING
)
FINANCE_FAMILY = Family("F", "finance", "work", (0, 0, 3, 6), 2, 6, unit="次", whats=(words.FINANCE,))
CLINICS_FAMILY = Family("K", "clinics", "goods", (61, 43, 6, 6), 1, 1, unit="套", whats=(words.CLINIC,))
GOODS = (
    ("goods", "welfare", "吨", "复合肥", 12),
    ("goods", "welfare", "台", "微耕机", 6),
    ("goods", "welfare", "套", "课桌椅", 80),
    ("work", "welfare", "工日", "义务修渠", 45),
)
INVESTMENTS = (("合作茶园", 1_800_000), ("竹木加工车间", 2_600_000), ("冷链仓", 950_000), ("食用菌大棚", 1_200_000))


def others(seed: int, everybody: Cast, parties: Iterator[tuple[str, str]]) -> list[Promise]:
    """Everything that is not a gift of money."""
    departments = [party.number for party in everybody.others if party.kind in ("department", "party")]
    givers = [party.number for party in everybody.others if party.kind in ("foundation", "party")]
    chambers = [party.number for party in everybody.supporters if party.kind == "chamber"]
    helped = cycle(party.number for party in everybody.helped)

    rng = dice(seed, "training")
    trained = ((rng.choice(chambers + departments[-2:]), place) for place in _alternate(rng, helped, parties))
    training = drawn(rng, TRAINING_FAMILY, TRAINING, trained)

    rng = dice(seed, "finance")
    lenders = ((rng.choice(departments), enterprise) for enterprise in helped)
    finance = drawn(rng, FINANCE_FAMILY, FINANCE, lenders)

    rng = dice(seed, "clinics")
    rooms = rng.sample([party.number for party in everybody.clinics], CLINICS.pledged)
    clinics = drawn(rng, CLINICS_FAMILY, CLINICS, ((rng.choice(givers + chambers), room) for room in rooms))

    jobs = drawn(dice(seed, "jobs"), JOBS_FAMILY, JOBS, parties)
    return [*jobs, *training, *finance, *clinics, *_goods(dice(seed, "goods"), parties)]


def _alternate(rng: Random, helped: Iterator[str], parties: Iterator[tuple[str, str]]) -> Iterator[str]:
    while True:
        yield next(helped) if rng.random() < 0.4 else next(parties)[1]


def _goods(rng: Random, parties: Iterator[tuple[str, str]]) -> list[Promise]:
    """Goods, labour and investment that came with pairings; no programme sums them."""
    found = []
    base = Family("O", "villages", "goods", (0, 0, 0, 0), 0, 0)
    for n in range(1, 13):
        kind, nature, unit, what, amount = GOODS[n % len(GOODS)]
        family = replace(base, kind=kind, nature=nature, unit=unit, whats=(what,))
        promise = promised(rng, family, n, *next(parties), amount * rng.choice((1, 2, 3)))
        deliver(rng, promise, (2, 3, 3, 4)[n % 4 if n < 9 else 1])
        found.append(promise)
    for n, (what, amount) in enumerate(INVESTMENTS, start=13):
        family = replace(base, kind="investment", nature="business", currency="CNY", whats=(what,), step=10_000)
        promise = promised(rng, family, n, *next(parties), amount)
        promise.firmness = "signed"
        promise.due = date(2022, 12, 31)
        if n > 13:
            deliver(rng, promise, 3, split=1.0, step=10_000)
            promise.parts.pop()
        found.append(promise)
    return found
