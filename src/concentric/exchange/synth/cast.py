"""Who takes part: supporters, villages, clinics, enterprises that are helped, an independent verifier."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from random import Random

from stdnum.cn import uscc

from concentric.exchange.synth import words
from concentric.exchange.synth.dice import dice, distinct
from concentric.exchange.synth.places import CITY, COUNTIES, Spot, villages

PAIRED = 120
"""Chambers and enterprises that are paired with villages; other supporters come on top."""
OTHERS = len(words.PARTIES) + len(words.DEPARTMENTS) + len(words.FOUNDATIONS) + 2
CLINICS = 122
HELPED = 24
VERIFIER = "Y001"
SIZES = ("large",) * 12 + ("medium",) * 26 + ("small",) * 40 + ("micro",) * 18 + ("",) * 4
"""The classes of size of a hundred; a few never said."""
BROKEN_CODES = (17, 63)  # places in the list of firms whose code fails its check, so that the warning shows


@dataclass(frozen=True)
class Party:
    """An organisation, as the sheets `organisations` and `villages` hold it. `spot` is a village's own place."""

    number: str
    name: str
    kind: str
    place: str
    uscc: str = ""
    contact: str = ""
    phone: str = ""
    spot: Spot | None = None
    size: str = ""


@dataclass(frozen=True)
class Cast:
    """Everybody, in the order of their numbers."""

    supporters: tuple[Party, ...]
    others: tuple[Party, ...]
    villages: tuple[Party, ...]
    clinics: tuple[Party, ...]
    helped: tuple[Party, ...]
    verifier: Party


def code(number: int, *, broken: bool = False) -> str:
    """A social credit code under a registration body that doesn't exist (XX), with a check that holds or doesn't."""
    body = f"XX000000DEM{number:06}"
    right: str = uscc.calc_check_digit(body)
    return body + ("1" if right != "1" else "2") if broken else body + right


def cast(seed: int) -> Cast:
    """Everybody of the example city."""
    rng = dice(seed, "cast")
    helpers = _helpers(rng)
    placed = villages(seed)
    sizes = dice(seed, "sizes")
    committees = _sized(
        sizes,
        (Party(f"V{n:03}", spot.name, "village", spot.parent, spot=spot) for n, spot in enumerate(placed, start=1)),
    )
    clinics = tuple(
        Party(f"K{n:03}", spot.name.replace("村", "村卫生室"), "clinic", spot.code)
        for n, spot in enumerate(sorted(rng.sample(placed, CLINICS), key=lambda spot: spot.code), start=1)
    )
    names = helpers[PAIRED + OTHERS :]
    return Cast(
        supporters=_sized(sizes, helpers[:PAIRED]),
        others=helpers[PAIRED : PAIRED + OTHERS],
        villages=committees,
        clinics=clinics,
        helped=names,
        verifier=Party(VERIFIER, f"{words.VERIFIER}{words.MARK}", "other", CITY),
    )


def _sized(rng: Random, parties: Iterable[Party]) -> tuple[Party, ...]:
    """The same with classes of size: of villages and of enterprises; a chamber is of none."""
    drawn = ((party, rng.choice(SIZES)) for party in parties)
    return tuple(replace(party, size=size) if party.kind != "chamber" else party for party, size in drawn)


def _helpers(rng: Random) -> tuple[Party, ...]:
    firms = PAIRED - len(words.CHAMBERS)
    brands = distinct(rng, words.FIRM_FIRST, words.FIRM_SECOND, firms + 2 + HELPED)
    found: list[tuple[str, str]] = [(f"{trade}商会", "chamber") for trade in words.CHAMBERS]
    found += [(f"{brand}{rng.choice(words.TRADES)}有限公司", "enterprise") for brand in brands[:firms]]
    found += [(name, "party") for name in words.PARTIES]
    found += [(name, "department") for name in words.DEPARTMENTS]
    found += [(name, "foundation") for name in words.FOUNDATIONS]
    found += [(f"{brand}{rng.choice(words.TRADES)}合作社", "other") for brand in brands[firms : firms + 2]]
    parties = [_party(rng, f"S{n:03}", name, kind, n) for n, (name, kind) in enumerate(found, start=1)]
    for n, brand in enumerate(brands[firms + 2 :], start=1):
        name = f"{brand}{rng.choice(words.TRADES)}加工厂"
        parties.append(_party(rng, f"E{n:03}", name, "enterprise", 500 + n))
    return tuple(parties)


def _party(rng: Random, number: str, name: str, kind: str, n: int) -> Party:
    registered = kind in ("enterprise", "chamber", "foundation", "other") and rng.random() < 0.85
    broken = n - len(words.CHAMBERS) in BROKEN_CODES
    place = CITY if kind in ("chamber", "department", "party", "foundation") else rng.choice(COUNTIES).code
    return Party(
        number,
        name + words.MARK,
        kind,
        place,
        uscc=code(n, broken=broken) if registered or broken else "",
        contact=f"联络员{n:03}" if rng.random() < 0.6 else "",
        phone=f"0772-000{n:04}" if rng.random() < 0.6 else "",
    )
