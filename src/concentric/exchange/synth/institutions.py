"""Who takes part beyond pairings: departments that answer, key enterprises and projects, investors, parks, chains."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from concentric.exchange.synth import words
from concentric.exchange.synth.cast import Party, code
from concentric.exchange.synth.dice import dice, distinct
from concentric.exchange.synth.places import CITY, COUNTIES, FENGSHAN

KEY_ENTERPRISES, KEY_PROJECTS, INVESTORS = 72, 14, 96
LOOKER = "Y002"
BASE_CLINIC = "K900"
COURT, CANDIDATE, OWN_OFFICE = "R001", "N001", "N002"


@dataclass(frozen=True)
class Institutions:
    """Everybody, in the order of their numbers. `bureaus` answer cases, each those of its class."""

    bureaus: tuple[Party, ...]
    key: tuple[Party, ...]
    investors: tuple[Party, ...]
    parks: tuple[Party, ...]
    chains: tuple[Party, ...]
    keepers: tuple[Party, ...]
    court: Party
    candidate: Party
    own_office: Party
    clinic: Party
    looker: Party

    def all(self) -> list[Party]:
        """All of them."""
        groups = (self.bureaus, self.key, self.investors, self.parks, self.chains, self.keepers)
        single = (self.court, self.candidate, self.own_office, self.clinic, self.looker)
        return [*(party for group in groups for party in group), *single]

    def speakers(self) -> list[Party]:
        """Those with an account of their own."""
        return [*self.bureaus, *self.key, *self.parks, *self.keepers, self.clinic, self.looker]

    def bureau(self, topic: str) -> Party:
        """The department that answers cases of a class."""
        return self.bureaus[[known for known, _ in words.BUREAUS].index(topic)]


def institutions(seed: int) -> Institutions:
    """Everybody of the example city who isn't in its pairings."""
    rng = dice(seed, "institutions")
    brands = distinct(rng, words.BRAND_FIRST, words.BRAND_SECOND, KEY_ENTERPRISES + KEY_PROJECTS + INVESTORS)
    counties = [county.code for county in COUNTIES]
    key = [
        _firm(rng, f"Q{n:03}", f"{brand}{rng.choice(words.KEY_TRADES)}有限公司", 1000 + n, rng.choice(counties))
        for n, brand in enumerate(brands[:KEY_ENTERPRISES], start=1)
    ]
    key += [
        Party(f"Q{n:03}", f"{brand}{rng.choice(words.KEY_PROJECTS)}{words.MARK}", "project", rng.choice(counties))
        for n, brand in enumerate(brands[KEY_ENTERPRISES : KEY_ENTERPRISES + KEY_PROJECTS], start=KEY_ENTERPRISES + 1)
    ]
    investors = [
        _firm(rng, f"I{n:03}", f"{brand}{rng.choice(words.OUT_TRADES)}有限公司", 2000 + n, "")
        for n, brand in enumerate(brands[KEY_ENTERPRISES + KEY_PROJECTS :], start=1)
    ]
    return Institutions(
        bureaus=_numbered("H", (name for _, name in words.BUREAUS), "department"),
        key=tuple(key),
        investors=tuple(investors),
        parks=_numbered("Z", words.PARKS, "office"),
        chains=_numbered("L", (f"{name}产业链" for name in words.CHAINS), "chain"),
        keepers=_numbered("B", words.BASES, "school"),
        court=Party(COURT, words.COURT + words.MARK, "office", CITY),
        candidate=Party(CANDIDATE, words.CANDIDATE + words.MARK, "office", CITY),
        own_office=Party(OWN_OFFICE, words.OWN_OFFICE + words.MARK, "office", CITY),
        clinic=Party(BASE_CLINIC, words.BASE_CLINIC + words.MARK, "clinic", FENGSHAN.code),
        looker=Party(LOOKER, words.LOOKER + words.MARK, "other", CITY),
    )


def _numbered(letter: str, names: Iterable[str], kind: str) -> tuple[Party, ...]:
    return tuple(Party(f"{letter}{n:03}", name + words.MARK, kind, CITY) for n, name in enumerate(names, start=1))


def _firm(rng: Random, number: str, name: str, n: int, place: str) -> Party:
    registered = code(n) if rng.random() < 0.9 else ""
    return Party(number, name + words.MARK, "enterprise", place, uscc=registered)
