"""The city, its counties (real codes and centres), and the townships and villages invented for it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from random import Random

from concentric.exchange.synth import words
from concentric.exchange.synth.dice import dice, distinct

CITY = "450200"


@dataclass(frozen=True)
class Spot:
    """A place: what the sheet `places` holds of it."""

    code: str
    name: str
    level: str
    parent: str
    latitude: Decimal | None = None
    longitude: Decimal | None = None


def _county(code: str, name: str, longitude: str, latitude: str) -> Spot:
    return Spot(code, name, "county", CITY, Decimal(latitude), Decimal(longitude))


COUNTIES = (
    _county("450202", "城中区", "109.41", "24.31"),
    _county("450203", "鱼峰区", "109.42", "24.30"),
    _county("450204", "柳南区", "109.40", "24.29"),
    _county("450205", "柳北区", "109.41", "24.36"),
    _county("450206", "柳江区", "109.33", "24.26"),
    _county("450222", "柳城县", "109.25", "24.66"),
    _county("450223", "鹿寨县", "109.74", "24.48"),
    _county("450224", "融安县", "109.40", "25.21"),
    _county("450225", "融水苗族自治县", "109.25", "25.07"),
    _county("450226", "三江侗族自治县", "109.61", "25.79"),
)
ABOVE = (
    Spot("450000", "广西壮族自治区", "province", ""),
    Spot(CITY, "柳州市", "prefecture", "450000", Decimal("24.31"), Decimal("109.41")),
)
FENGSHAN = Spot("450222105", "凤山镇", "township", "450222", Decimal("24.56"), Decimal("109.13"))
"""The one real township: the medical aid base was set up at its clinic."""
VILLAGES = {
    "450202": 1,
    "450203": 1,
    "450204": 1,
    "450205": 2,
    "450206": 5,
    "450222": 24,
    "450223": 24,
    "450224": 26,
    "450225": 30,
    "450226": 25,
}
"""How many villages of each county are on the roster: 139 in all, most in the five rural ones."""


def townships() -> list[Spot]:
    """Invented townships around their county's centre: no real one has a code with a 9 in the seventh place."""
    found = []
    rng = dice(0, "townships")
    for county in COUNTIES:
        count = 6 if VILLAGES[county.code] > 10 else 1
        for number, name in enumerate(words.TOWNSHIPS[:count], start=1):
            code, where = f"{county.code}9{number:02}", _around(rng, county, 0.15 if count > 1 else 0.02)
            found.append(Spot(code, f"{name}{words.MARK}", "township", county.code, *where))
    return found


def _around(rng: Random, county: Spot, most: float) -> tuple[Decimal, Decimal]:
    """A spot within `most` degrees of a county's centre."""
    if county.latitude is None or county.longitude is None:
        raise ValueError(f"{county.code} has no centre")
    off = [Decimal(str(round(rng.uniform(-most, most), 3))) for _ in range(2)]
    return county.latitude + off[0], county.longitude + off[1]


def villages(seed: int) -> list[Spot]:
    """Invented villages, spread over the townships of their county in turn."""
    rng = dice(seed, "villages")
    names = distinct(rng, words.VILLAGE_FIRST, words.VILLAGE_SECOND, sum(VILLAGES.values()))
    by_county: dict[str, list[str]] = {}
    for township in townships():
        by_county.setdefault(township.parent, []).append(township.code)
    found: list[Spot] = []
    for county, count in VILLAGES.items():
        for number in range(count):
            townships_here = by_county[county]
            parent = townships_here[number % len(townships_here)]
            code = f"{parent}{201 + number // len(townships_here)}"
            found.append(Spot(code, f"{names[len(found)]}村{words.MARK}", "village", parent))
    return found
