"""The cast of the ledger's tests: an office, a chamber, an enterprise, a village, a clinic, an outsider; and a history.

Everything is entered through `append`, as in an office.
"""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.db import connection

from concentric.core.terms.findings import Refused
from concentric.keep import commitments, statistics
from concentric.keep.models import Commitment, Statistic
from concentric.ledger.actor import Actor
from concentric.ledger.append import Receipt, append
from concentric.ledger.verify import verify
from concentric.ledger.writer import Writer
from concentric.match import pairings
from concentric.match.models import Pairing
from concentric.register.models import Circle, Organisation, Place, Programme, Roster, RosterEntry

DAY = date(2021, 3, 1)
DUE = date(2021, 12, 31)
_requests = itertools.count()


def enter(actor: Actor, change: Callable[[Writer], Any], request_id: str = "", request: bytes = b"") -> Receipt:
    """One append under a request id of its own."""
    return append(actor, change, request_id=request_id or f"request-{next(_requests)}", request=request)


def entered(actor: Actor, change: Callable[[Writer], UUID]) -> UUID:
    """What the change returns, once it is committed."""
    made: list[UUID] = []
    enter(actor, lambda writer: made.append(change(writer)))
    return made[0]


def findings(**how: Any) -> list[str]:
    """The keys of what verify finds."""
    return [finding.key for finding in verify(**how).findings]


@dataclass(frozen=True)
class City:
    """Roots of the cast. `as_village` and so on act for one of them."""

    office: Actor
    county: UUID
    programme: UUID
    chamber: UUID
    enterprise: UUID
    village: UUID
    clinic: UUID
    outsider: UUID

    def acting(self, organisation: UUID) -> Actor:
        """An account of one of the cast."""
        return replace(self.office, key=f"of-{organisation}", organisation=organisation, channel="page")

    def pledge(self, number: str = "C1", **values: Any) -> Commitment:
        """A commitment of money, due at the end of 2021, that nobody has entered yet."""
        given: dict[str, Any] = {
            "number": number,
            "programme_id": self.programme,
            "supporter_id": self.enterprise,
            "recipient_id": self.village,
            "kind": "money",
            "nature": "welfare",
            "firmness": "pledged",
            "amount": Decimal(100),
            "currency": "CNY",
            "committed_on": DAY,
            "due": DUE,
        }
        return Commitment(**given | values)

    def pairing(self, number: str = "P1", **values: Any) -> Pairing:
        """A pairing that nobody has entered yet."""
        given: dict[str, Any] = {
            "number": number,
            "programme_id": self.programme,
            "supporter_id": self.enterprise,
            "recipient_id": self.village,
            "proposed_on": DAY,
        }
        return Pairing(**given | values)

    def pledged(self, number: str = "C1", **values: Any) -> UUID:
        """The root of a commitment just entered by the office."""
        return entered(self.office, lambda w: commitments.pledge(w, self.pledge(number, **values)))

    def paired(self, number: str = "P1", **values: Any) -> UUID:
        """The root of a pairing just entered by the office."""
        return entered(self.office, lambda w: pairings.propose(w, self.pairing(number, **values)))

    def step(self, matter: UUID, name: str, by: UUID | None = None, **how: Any) -> Receipt:
        """One step of a commitment, by the office or another of the cast."""
        actor = self.acting(by) if by else self.office
        how = {"on": DAY} | how
        return enter(actor, lambda w: commitments.take_step(w, matter, name, **how))


def build(office: Actor) -> City:
    """A county with one programme and the cast, entered in one append."""
    roots: dict[str, UUID] = {}

    def write(writer: Writer) -> None:
        roots["county"] = county = writer.add(Place(code="450222", name="柳城县", level="county"))
        circle = writer.add(Circle(code="bond", names={"zh-Hans": "同心", "en": "Bond"}, rank=1))
        roots["programme"] = writer.add(
            Programme(code="bridge", circle_id=circle, names={"en": "Bridge", "zh-Hans": "连心桥"}, rank=2)
        )
        people = [("chamber", "S1"), ("enterprise", "S2"), ("village", "V1"), ("clinic", "V2"), ("outsider", "X1")]
        for kind, number in people:
            roots[kind] = writer.add(
                Organisation(
                    number=number, name=f"示例{kind}", kind="other" if kind == "outsider" else kind, place_id=county
                ),
                sealed={"contact_name": f"某{number}", "contact_phone": f"0772-000{number}"},
            )
        roster = writer.add(Roster(code="villages", name="村名录", programme_id=roots["programme"], as_of=DAY))
        writer.add(RosterEntry(number="V1", roster_id=roster, member_id=roots["village"], since=DAY))

    enter(office, write)
    return City(office=office, **roots)


def history(city: City, rng: Random, rounds: int) -> int:
    """Random verbs of every noun, each an append of its own, refusals and all. Returns how many were taken in."""
    commitments_: list[UUID] = []
    pairings_: list[UUID] = []
    statistics_: list[UUID] = []
    taken = 0
    people = [city.chamber, city.enterprise, city.village, city.clinic, city.outsider]
    for at in range(rounds):
        actor = city.office if rng.random() < 0.4 else city.acting(rng.choice(people))
        verb = rng.choices(
            ["pledge", "propose", "publish", "step", "step", "pair-step", "correct", "void", "several"],
            [4, 2, 1, 8, 8, 4, 3, 1, 1],
        )[0]
        try:
            if verb == "pledge":
                new = city.pledge(f"C{at}", **_terms(city, rng))
                commitments_.append(entered(actor, lambda w, new=new: commitments.pledge(w, new)))
            elif verb == "propose":
                first, second = rng.sample(people, 2)
                pair = city.pairing(f"P{at}", supporter_id=first, recipient_id=second, note=rng.choice(["", "说明"]))
                pairings_.append(entered(actor, lambda w, pair=pair: pairings.propose(w, pair)))
            elif verb == "publish":
                new = _statistic(city, f"T{at}", rng)
                statistics_.append(entered(actor, lambda w, new=new: statistics.publish(w, new)))
            elif verb == "step" and commitments_:
                root = rng.choice(commitments_)
                enter(actor, lambda w, root=root, at=at: _random_step(w, root, at, rng))
            elif verb == "pair-step" and pairings_:
                root = rng.choice(pairings_)
                enter(actor, lambda w, root=root, at=at: _random_pair_step(w, root, at, rng))
            elif verb == "correct" and commitments_:
                which = rng.choice(["commitment", "pairing", "statistic"])
                if which == "commitment":
                    root, new = rng.choice(commitments_), city.pledge(f"C{at}", **_terms(city, rng))
                    enter(actor, lambda w, root=root, new=new: commitments.correct(w, root, new, "更正"))
                elif which == "pairing" and pairings_:
                    root, pair = rng.choice(pairings_), city.pairing(f"P{at}", batch="second")
                    enter(actor, lambda w, root=root, pair=pair: pairings.correct(w, root, pair, "更正"))
                elif statistics_:
                    root = rng.choice(statistics_)
                    enter(
                        actor,
                        lambda w, root=root, at=at: statistics.correct(
                            w, root, _statistic(city, f"T{at}", rng), "更正"
                        ),
                    )
            elif verb == "void":
                root, kind = rng.choice(
                    [(root, "commitment") for root in commitments_]
                    + [(root, "pairing") for root in pairings_]
                    + [(root, "statistic") for root in statistics_]
                )
                enter(actor, lambda w, root=root, kind=kind: w.void(root, kind, "录错"))
            elif verb == "several":
                enter(actor, lambda w, at=at: _several(w, city, at, rng))
            taken += 1
        except (Refused, IndexError):
            continue
    return taken


def _terms(city: City, rng: Random) -> dict[str, Any]:
    supporter, recipient = rng.sample([city.chamber, city.enterprise, city.village, city.clinic], 2)
    terms: dict[str, Any] = {
        "supporter_id": supporter,
        "recipient_id": recipient,
        "what": rng.choice(["", "水泵", "課桌"]),
    }
    if rng.random() < 0.3:
        terms |= {"amount": None, "currency": "", "quantity": Decimal(rng.randint(1, 9)), "unit": "件"}
    else:
        terms["amount"] = Decimal(rng.randint(0, 2_000_000)).scaleb(-rng.choice([0, 1, 4]))
    terms["due"] = rng.choice([None, DUE, DUE + timedelta(days=rng.randint(1, 900))])
    return terms


def _statistic(city: City, number: str, rng: Random) -> Statistic:
    return Statistic(
        number=number,
        indicator="villages-helped",
        value=Decimal(rng.randint(-10, 10_000)).scaleb(-2),
        unit="个",
        period="2021",
        place_id=rng.choice([None, city.county]),
        source="统计公报",
    )


def _random_step(writer: Writer, root: UUID, at: int, rng: Random) -> None:
    n = writer.matter(root).state.n
    name = rng.choice(
        ["delivered", "delivered", "confirmed", "nothing-came", "disputed", "verified", "lapsed", "written-off"]
        + ["reversed"] * 2
    )
    counted = name in ("delivered", "confirmed", "verified")
    amount = Decimal(rng.randint(1, 900_000)).scaleb(-rng.choice([0, 2, 4])) if counted else None
    of = rng.randint(1, n) if n and name not in ("delivered", "lapsed", "written-off") else None
    number = f"S{at}" if rng.random() < 0.5 else ""
    day = DAY + timedelta(days=rng.randint(0, 900))
    commitments.take_step(writer, root, name, on=day, amount=amount, of=of, number=number, note="说明")


def _random_pair_step(writer: Writer, root: UUID, at: int, rng: Random) -> None:
    n = writer.matter(root).state.n
    name = rng.choice(["agreed", "agreed", "declined", "verified", "renewed", "ended", "reversed"])
    of = rng.randint(1, n) if n and name == "reversed" else None
    number = f"S{at}" if rng.random() < 0.5 else ""
    day = DAY + timedelta(days=rng.randint(0, 900))
    pairings.take_step(writer, root, name, on=day, of=of, number=number, note="说明")


def _several(writer: Writer, city: City, at: int, rng: Random) -> None:
    """A thing entered, stepped on, taken back, corrected and voided, all in one append."""
    root = commitments.pledge(writer, city.pledge(f"M{at}"))
    commitments.take_step(writer, root, "delivered", on=DAY, amount=Decimal(40), number=f"D{at}")
    commitments.take_step(writer, root, "reversed", on=DAY, of=1)
    commitments.take_step(writer, root, "delivered", on=DAY, amount=Decimal(60), number=f"D{at}")
    commitments.correct(writer, root, city.pledge(f"M{at}", amount=Decimal(60)), "数目写错")
    other = commitments.pledge(writer, city.pledge(f"N{at}"))
    if rng.random() < 0.5:
        commitments.correct(writer, other, city.pledge(f"N{at}a"), "编号写错")
    writer.void(other, "commitment", "重复")
    commitments.pledge(writer, city.pledge(f"N{at}"))


def worker(*words: object) -> subprocess.Popen[bytes]:
    """A process of `worker.py` on the database of this test."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        url = f"sqlite:///{name}"
    else:
        url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
    command = [sys.executable, str(Path(__file__).with_name("worker.py")), *map(str, words)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, env=dict(os.environ, DATABASE_URL=url), stdin=pipe, stdout=pipe)


def acknowledged(output: bytes) -> dict[str, int]:
    """What a worker printed: the index by the number of the step."""
    lines = [line.split() for line in output.decode().splitlines()]
    return {number: int(idx) for idx, number in lines}


class Nursery:
    """Children that write until they are killed."""

    def __init__(self) -> None:
        self.process = worker("nursery")
        assert self._line() == b"ready\n"

    def _line(self) -> bytes:
        assert self.process.stdout is not None
        return self.process.stdout.readline()

    def killed(self, root: UUID, tag: str, seconds: float, threads: int = 2) -> dict[str, int]:
        """What a child was told that it had entered, before it was killed so long after its first word."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{threads} {tag} {root}\n".encode())
        self.process.stdin.flush()
        child = int(self._line())
        output = self._line()  # until it writes there is nothing to kill
        end = threading.Timer(seconds, os.kill, [child, signal.SIGKILL])
        end.start()
        while (line := self._line()) != b"end\n":
            assert line, "the nursery is gone"
            output += line
        end.join()
        return acknowledged(output)

    def close(self) -> None:
        """No more children."""
        self.process.communicate(timeout=30)


def await_silence() -> None:
    """Until no other client is connected: PostgreSQL may still be committing for clients that are gone."""
    for _ in range(200):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            if cursor.fetchone() == (0,):
                return
        time.sleep(0.1)
    raise AssertionError("a client never went away")
