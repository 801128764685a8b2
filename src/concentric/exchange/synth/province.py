"""A province's year in a ledger of its own, straight through `append`: what lists, pages and figures are timed on.

18,402 supporters and 10,607 recipients at a million records, and a share of each below that; every noun is there, in
about the proportions of a city's. What is kept of each is in `province_matters.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from uuid import UUID

from concentric.access.accounts import acting, open_account
from concentric.access.founding import found
from concentric.core.terms.words import say
from concentric.exchange.importing.imports import roomy_cache
from concentric.exchange.synth import words
from concentric.exchange.synth.cast import SIZES
from concentric.exchange.synth.dice import ZONE, dice
from concentric.exchange.synth.places import ABOVE, COUNTIES, Spot
from concentric.exchange.synth.rows import LISTED, ROSTERS
from concentric.exchange.synth.scene import OFFICE
from concentric.ledger import triggers
from concentric.ledger.actor import Actor
from concentric.ledger.append import append
from concentric.ledger.clock import example_time
from concentric.ledger.writer import Writer
from concentric.prove.book import adopt_book
from concentric.register.book.shipped import shipped
from concentric.register.models import Organisation, Place, Programme, Roster, RosterEntry

SUPPORTERS, RECIPIENTS, RECORDS = 18_402, 10_607, 1_000_000
AT_ONCE = 20_000
"""About how many records one commit holds."""
BEGUN = datetime(2022, 1, 3, 8, tzinfo=ZONE)
Act = Callable[[Writer], None]
DAY = timedelta(days=1)


class Province:
    """A province being entered. `spoken`: what each recipient that speaks for itself will say, by its root."""

    def __init__(self, records: int, seed: int) -> None:
        self.records = records
        self.share = records / RECORDS
        self.seed = seed
        self.office = Actor(OFFICE)
        self.verifier = Actor(OFFICE)
        self.counties: list[UUID] = []
        self.supporters: list[UUID] = []
        self.recipients: list[UUID] = []
        self.speaking: frozenset[UUID] = frozenset()
        self.bureaus: list[UUID] = []
        self.chains: list[UUID] = []
        self.key: list[UUID] = []
        self.programmes: dict[str, UUID] = {}
        self.spoken: dict[UUID, list[Act]] = defaultdict(list)
        self.checks: list[tuple[UUID, Act]] = []
        self._at = BEGUN
        self._commits = 0

    def many(self, per_million: int) -> int:
        """How many there are of what a million records have so many of; at least one."""
        return max(1, round(per_million * self.share))

    def rng(self, stem: str) -> Random:
        """Chance of its own for each part."""
        return dice(self.seed, f"province {stem}")

    def found(self) -> None:
        """Found the ledger, adopt the city's book, and enter everybody who takes part."""
        triggers.install()
        with example_time(self._at):
            self.office = found(
                origin="province.example/concentric",
                title={lang: say("synth-province", lang) for lang in ("zh-Hans", "en")},
                office_name=say("synth-province", "zh-Hans"),
                time_zone=str(ZONE),
                example=True,
            )
            adopt_book(acting(OFFICE, "command"), shipped("city"))
        self.programmes = dict(Programme.objects.in_force().values_list("code", "root"))
        self.enter(self.office, [self._places])
        rng = self.rng("organisations")
        self.supporters = self._organisations(rng, "S", "enterprise", self.many(SUPPORTERS))
        self.recipients = self._organisations(rng, "V", "village", self.many(RECIPIENTS))
        self.speaking = frozenset(self.recipients[::6])
        self.key = self._organisations(rng, "Q", "enterprise", self.many(4_000))
        self.bureaus = self._organisations(rng, "H", "department", 40)
        self.chains = self._organisations(rng, "L", "chain", 40)
        [looker] = self._organisations(rng, "Y", "other", 1)
        office = self.office.office
        open_account("verifier-Y00001", "verifier", looker, office)
        self.verifier = Actor("verifier-Y00001", looker, office, "page")
        self.enter(self.office, self._rosters())

    def enter(self, actor: Actor, acts: Iterable[Act]) -> None:
        """Do everything, in commits of about `AT_ONCE` records, each a minute after the last."""
        left = iter(acts)
        for first in left:

            def change(writer: Writer, first: Act = first) -> None:
                first(writer)
                while writer.next - writer.first < AT_ONCE:
                    act = next(left, None)
                    if act is None:
                        return
                    act(writer)

            self._at += timedelta(minutes=1)
            self._commits += 1
            with example_time(self._at), roomy_cache():
                append(actor, change, request_id=f"province {self._commits}")

    def hear(self) -> int:
        """Every recipient that speaks for itself says what it has to say. Returns how many speak."""
        office = self.office.office
        numbers = dict(Organisation.objects.in_force().filter(root__in=list(self.spoken)).values_list("root", "number"))
        for root, said in self.spoken.items():
            self.enter(Actor(f"recipient-{numbers[root]}", root, office, "link"), said)
        return len(self.spoken)

    def check(self) -> None:
        """Somebody independent looks: 500 matters are read at once."""

        def part(start: int) -> Act:
            held = self.checks[start : start + 500]

            def act(writer: Writer) -> None:
                writer.prefetch_matters(root for root, _ in held)
                for _, say_so in held:
                    say_so(writer)

            return act

        self.enter(self.verifier, (part(start) for start in range(0, len(self.checks), 500)))

    def speaks(self, recipient: UUID) -> bool:
        """Whether a recipient has an account of its own that it uses: one in six."""
        return recipient in self.speaking

    def look(self, root: UUID, take_step: Callable[..., UUID], on: date, **more: Decimal | int) -> None:
        """Somebody independent will find on a day that a matter is as it is said to be."""
        self.checks.append((root, lambda writer: drop(take_step(writer, root, "verified", on=on, **more))))

    def _places(self, writer: Writer) -> None:
        roots: dict[str, UUID] = {}
        for spot in (*ABOVE, *COUNTIES):
            roots[spot.code] = writer.add(_place(spot, roots.get(spot.parent)))
        for n in range(20):
            centre = COUNTIES[n % len(COUNTIES)]
            spot = Spot(f"XC{n:03}", f"{n} 号县{words.MARK}", "county", "", centre.latitude, centre.longitude)
            roots[spot.code] = writer.add(_place(spot, roots["450200"]))
        self.counties = [roots[code] for code in roots if code not in ("450000", "450200")]

    def _organisations(self, rng: Random, letter: str, kind: str, count: int) -> list[UUID]:
        roots: list[UUID] = []
        sizes = self.rng(f"sizes of {letter}")

        def act(n: int) -> Act:
            def enter(writer: Writer) -> None:
                place = rng.choice(self.counties)
                size = sizes.choice(SIZES) if kind in ("village", "enterprise") else ""
                if kind == "village":
                    name = f"{n} 号村{words.MARK}"
                    place = writer.add(
                        Place.fresh(code=f"X{letter}{n:05}", name=name, level="village", parent_id=place)
                    )
                number, name = f"{letter}{n:05}", f"{letter}{n:05} 号单位{words.MARK}"
                fields = {"number": number, "name": name, "kind": kind, "place_id": place, "size_class": size}
                roots.append(writer.add(Organisation.fresh(**fields)))

            return enter

        self.enter(self.office, (act(n) for n in range(1, count + 1)))
        return roots

    def _rosters(self) -> Iterator[Act]:
        members = {
            "villages-2021": self.recipients,
            "clinics-2021": self.recipients[::4],
            "key-2021": self.key,
            "chains-2021": self.chains,
        }
        for code, listed in members.items():
            name, programme, _ = ROSTERS[code]
            roster = Roster.fresh(code=code, name=name, as_of=LISTED, programme_id=self.programmes[programme])
            yield lambda writer, roster=roster: drop(writer.add(roster))  # type: ignore[misc]
            for n, member in enumerate(listed):
                entry = RosterEntry.fresh(number=f"{code}-{n}", member_id=member, since=LISTED)
                yield lambda writer, entry=entry, roster=roster: _listed(writer, entry, roster)  # type: ignore[misc]


def _place(spot: Spot, parent: UUID | None) -> Place:
    return Place.fresh(
        code=spot.code,
        name=spot.name,
        level=spot.level,
        parent_id=parent,
        latitude=spot.latitude,
        longitude=spot.longitude,
    )


def _listed(writer: Writer, entry: RosterEntry, roster: Roster) -> None:
    entry.roster_id = roster.root
    writer.add(entry)


def drop(_: object) -> None:
    """What an act gives back isn't wanted."""


def day_of(rng: Random) -> date:
    """A day of the year, early enough for what comes of it."""
    return date(2021, 1, 4) + rng.randrange(250) * DAY
