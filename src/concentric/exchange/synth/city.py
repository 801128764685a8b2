"""The example city of one year: everybody, every pairing, every promise, and the days on which each was entered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

from concentric.exchange.synth.activities import activities
from concentric.exchange.synth.calendar import settle
from concentric.exchange.synth.cases import cases
from concentric.exchange.synth.cast import Cast, Party, cast
from concentric.exchange.synth.commissioners import commissioners
from concentric.exchange.synth.dice import dice
from concentric.exchange.synth.fits import Fits
from concentric.exchange.synth.gifts import gifts
from concentric.exchange.synth.honours import honours
from concentric.exchange.synth.institutions import Institutions, institutions
from concentric.exchange.synth.last_year import last_year, pairs_of_last_year
from concentric.exchange.synth.matters import Pair, Part, Promise
from concentric.exchange.synth.opinions import opinions
from concentric.exchange.synth.others import others
from concentric.exchange.synth.pairings import pairings
from concentric.exchange.synth.projects import projects
from concentric.exchange.synth.scene import Chapter
from concentric.exchange.synth.sites import sites
from concentric.exchange.synth.wishes import wishes


@dataclass(frozen=True)
class Merger:
    """Two villages that became one; known to the office only in March 2022."""

    gone: Party
    stays: Party
    pair: Pair
    on: date = date(2021, 12, 10)


@dataclass(frozen=True)
class City:
    """Everything the example is made of. `said`: (recipient, day) -> what it answers on that day."""

    cast: Cast
    offices: Institutions
    pairs: list[Pair]
    promises: list[Promise]
    said: dict[tuple[str, date], list[Pair | Part]]
    merger: Merger
    chapters: tuple[Chapter, ...]
    """What every other noun adds."""


def city(seed: int) -> City:
    """The city of this seed. The figures it comes to are the same for every seed; who did what is not."""
    everybody, offices = cast(seed), institutions(seed)
    fits = Fits(seed, everybody)
    before = pairs_of_last_year(seed, everybody, fits)
    pairs = pairings(seed, everybody, fits, before)
    merger = _merger(everybody, pairs)
    parties = _parties(dice(seed, "parties"), pairs, merger.gone.number)
    promises = [*gifts(seed, parties), *others(seed, everybody, parties)]
    said = settle(seed, pairs, promises)
    chapters = (
        last_year(seed, everybody, offices, before),
        wishes(seed, everybody),
        commissioners(seed, offices),
        projects(seed, offices),
        sites(seed, everybody, offices, promises),
        activities(seed, everybody, offices),
        cases(seed, everybody, offices),
        opinions(seed, everybody, offices),
        honours(everybody, offices),
    )
    return City(everybody, offices, pairs, promises, said, merger, chapters)


def _parties(rng: Random, pairs: list[Pair], gone: str) -> Iterator[tuple[str, str]]:
    """Supporter and village of an agreed pairing, again and again; never the village that is merged away."""
    agreed = [pair for pair in pairs if pair.village_agreed is not None and pair.recipient != gone]
    while True:
        for pair in rng.sample(agreed, len(agreed)):
            yield pair.supporter, pair.recipient


def _merger(everybody: Cast, pairs: list[Pair]) -> Merger:
    """A village with one pairing, unverified, whose supporter has another; and a paired neighbour in its township."""
    agreed = [pair for pair in pairs if pair.village_agreed is not None]
    villages = Counter(pair.recipient for pair in pairs)
    supporters = Counter(pair.supporter for pair in agreed)
    heard = {pair.recipient for pair in agreed}
    parties = {party.number: party for party in everybody.villages}
    for pair in agreed:
        gone = parties[pair.recipient]
        if villages[gone.number] > 1 or supporters[pair.supporter] < 2 or pair.verified_on is not None:
            continue
        for stays in everybody.villages:
            if stays.place == gone.place and stays.number in heard and stays.number != gone.number:
                return Merger(gone, stays, pair)
    raise ValueError("no two villages can be merged")
