"""Pairings of 2021: many to many, 120 chambers and enterprises with 126 villages that agreed themselves."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from concentric.exchange.synth.cast import Cast
from concentric.exchange.synth.dice import between, dice, workday
from concentric.exchange.synth.fits import Edge, Fits
from concentric.exchange.synth.matters import VILLAGES, Pair

BATCHES = (date(2021, 4, 12), date(2021, 6, 15), date(2021, 9, 9), date(2021, 11, 8))
"""The day on which the office enters each batch of proposals; signed agreements follow some five weeks later."""
SHARES = (70, 48, 33, 20)
"""How many pairings each batch holds: 171 in all."""
AGREED, WAITING, PROPOSED, DECLINED = 158, 6, 5, 2
HELP = ("industry", "welfare", "jobs", "skills", "consumption", "know-how")


def pairings(seed: int, everybody: Cast, fits: Fits, last_year: list[Edge]) -> list[Pair]:
    """All pairings, in the order of their numbers. The office pairs by hand, the best first, beside `last_year`'s."""
    rng = dice(seed, "pairings")
    villages = [party.number for party in everybody.villages]
    rng.shuffle(villages)
    heard, waiting, proposed = (
        villages[: VILLAGES.confirmed],
        villages[VILLAGES.confirmed : VILLAGES.reported],
        villages[VILLAGES.reported : VILLAGES.pledged],
    )
    edges = _agreed(everybody, fits, heard, last_year)
    fates = ["agreed"] * AGREED
    for fate, first, count in (
        ("waiting", waiting, WAITING),
        ("proposed", proposed, PROPOSED),
        ("declined", [], DECLINED),
    ):
        # Whoever is asked fits, as far as an office can see; what is declined was not much of a fit.
        asked = [(_fitting(rng, fits, everybody, village), village) for village in first]
        edges += asked
        edges += _more(rng, everybody, heard, [*edges, *last_year], count - len(first))
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
            help_types=",".join(sorted(fits.met((supporter, village)) or [rng.choice(HELP)], key=HELP.index)),
        )
        _told(rng, pair, fate, entered)
        found.append(pair)
    _visited(rng, found)
    return found


def _agreed(everybody: Cast, fits: Fits, heard: list[str], last_year: list[Edge]) -> list[Edge]:
    """Every supporter once, then each village that has none, then what fits best where there is room for two."""
    supporters = [party.number for party in everybody.supporters]
    edges = fits.by_hand(heard, [], dict.fromkeys(supporters, 1), 1, len(supporters), last_year)
    for each, most in ((1, len(heard)), (2, AGREED)):
        room = {one: fits.takes.get(one, 1) for one in supporters}
        for supporter, _ in [*edges, *last_year]:
            room[supporter] -= 1
        known = [*edges, *(last_year if each > 1 else [])]
        if each == 1:  # what one of them takes beyond what it said, a village without anybody may ask of it
            room = {one: max(left, 1) for one, left in room.items()}
        edges += fits.by_hand(heard, known, room, each, most - len(edges), last_year)
    if len(edges) < AGREED:
        edges += fits.by_hand(heard, [*edges, *last_year], dict.fromkeys(supporters, 1), 3, AGREED - len(edges))
    return edges


def _fitting(rng: Random, fits: Fits, everybody: Cast, village: str) -> str:
    """One of the ten that fit a village best."""
    return rng.choice(fits.best((party.number, village) for party in everybody.supporters)[:10])[0]


def _more(rng: Random, everybody: Cast, villages: list[str], known: list[Edge], count: int) -> list[Edge]:
    """Pairs at random that are none yet."""
    found: list[Edge] = []
    while len(found) < count:
        edge = (rng.choice(everybody.supporters).number, rng.choice(villages))
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
