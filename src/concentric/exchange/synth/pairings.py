"""Pairings of 2021: many to many, 120 chambers and enterprises with 126 villages that agreed themselves."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from concentric.exchange.synth.cast import Cast
from concentric.exchange.synth.dice import between, dice, workday
from concentric.exchange.synth.matters import VILLAGES, Pair

BATCHES = (date(2021, 4, 12), date(2021, 6, 15), date(2021, 9, 9), date(2021, 11, 8))
"""The day on which the office enters each batch of proposals; signed agreements follow some five weeks later."""
SHARES = (70, 48, 33, 20)
"""How many pairings each batch holds: 171 in all."""
AGREED, WAITING, PROPOSED, DECLINED = 158, 6, 5, 2
HELP = ("industry", "welfare", "jobs", "skills", "consumption", "know-how")


def pairings(seed: int, everybody: Cast) -> list[Pair]:
    """All pairings, in the order of their numbers."""
    rng = dice(seed, "pairings")
    villages = [party.number for party in everybody.villages]
    rng.shuffle(villages)
    supporters = [party.number for party in everybody.supporters]
    rng.shuffle(supporters)
    heard, waiting, proposed = (
        villages[: VILLAGES.confirmed],
        villages[VILLAGES.confirmed : VILLAGES.reported],
        villages[VILLAGES.reported : VILLAGES.pledged],
    )
    # Each village once, which takes every supporter at least once; then more at random.
    edges = [(supporters[n % len(supporters)], village) for n, village in enumerate(heard)]
    edges += _more(rng, supporters, heard, edges, AGREED - len(edges))
    fates = ["agreed"] * AGREED
    for fate, first, count in (
        ("waiting", waiting, WAITING),
        ("proposed", proposed, PROPOSED),
        ("declined", [], DECLINED),
    ):
        edges += [(rng.choice(supporters), village) for village in first]
        edges += _more(rng, supporters, heard, edges, count - len(first))
        fates += [fate] * count
    drawn = list(zip(edges, fates, strict=True))
    rng.shuffle(drawn)
    found = []
    batches = [batch for batch, share in enumerate(SHARES) for _ in range(share)]
    for n, (((supporter, village), fate), batch) in enumerate(zip(drawn, batches, strict=True), start=1):
        entered = BATCHES[batch]
        pair = Pair(
            number=f"P-{n:03}",
            supporter=supporter,
            recipient=village,
            batch=batch + 1,
            proposed_on=workday(between(rng, entered - timedelta(days=18), entered - timedelta(days=3))),
            help_types=",".join(sorted(rng.sample(HELP, rng.choice((1, 1, 2, 3))), key=HELP.index)),
        )
        _told(rng, pair, fate, entered)
        found.append(pair)
    _visited(rng, found)
    return found


def _more(
    rng: Random, supporters: list[str], villages: list[str], known: list[tuple[str, str]], count: int
) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    while len(found) < count:
        # A few supporters have many villages, as in life.
        edge = (supporters[min(int(rng.expovariate(0.03)), len(supporters) - 1)], rng.choice(villages))
        if edge not in known and edge not in found:
            found.append(edge)
    return found


def _told(rng: Random, pair: Pair, fate: str, entered: date) -> None:
    signed = workday(between(rng, entered + timedelta(days=4), entered + timedelta(days=24)))
    if fate in ("agreed", "waiting"):
        pair.office_agreed = signed
    if fate == "agreed":
        pair.village_agreed = signed
    if fate == "declined":
        pair.declined = signed


def _visited(rng: Random, pairs: list[Pair]) -> None:
    """A verifier visits 84 villages, at some of them for two pairings."""
    agreed: dict[str, list[Pair]] = {}
    for pair in pairs:
        if pair.village_agreed is not None:
            agreed.setdefault(pair.recipient, []).append(pair)
    for village in rng.sample(sorted(agreed), VILLAGES.verified):
        for pair in agreed[village][: rng.choice((1, 1, 1, 2))]:
            pair.verified_on = pair.village_agreed  # the day of the visit is set by the calendar
