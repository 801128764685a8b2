"""A small town for the pairing tests: two counties, four villages, three who help, three posts, a roster, a book."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from tests.ledger.cast import enter

from concentric.ledger.actor import Actor
from concentric.ledger.writer import Writer
from concentric.match import assignments, needs, offers, pairings
from concentric.match.models import Assignment, Need, Offer, Pairing
from concentric.register.book import Book, read_book
from concentric.register.models import (
    Appointment,
    Circle,
    Organisation,
    Place,
    Post,
    Programme,
    Roster,
    RosterEntry,
)

DAY = date(2021, 3, 1)
BOOK = """
[book]
code = "town"
title = { zh-Hans = "镇", en = "Town" }
place = "450200"
period = "2021"
time_zone = "Asia/Shanghai"
currency = "CNY"

[circle.cooperation]
names = { zh-Hans = "合作", en = "Cooperation" }
rank = 1
hue = "hz"

[programme.villages]
circle = "cooperation"
names = { zh-Hans = "企村结对", en = "Villages" }
rank = 1

[programme.commissioners]
circle = "cooperation"
names = { zh-Hans = "特派员", en = "Commissioners" }
rank = 2

[indicator.paired]
name = { zh-Hans = "结对", en = "paired" }
unit = { zh-Hans = "个", en = "villages" }
counts = "pairings"
distinct = "recipient"
during = "agreed_on"
headline = "confirmed"

[category.skills]
names = { zh-Hans = "技能", en = "skills" }
weight = 1

[category.industry]
names = { zh-Hans = "产业", en = "industry" }
weight = 3

[pairing.villages]
points = 100
near = 300
per_km = 3
same_county = 80
same_prefecture = 40
continuity = 50

[pairing.commissioners]
kind = "commissioner"
roster = "key"
posts = "特派员"
per_km = 30
least = 1
most = 2
"""


def book(text: str = BOOK) -> Book:
    """The book, which has to be good."""
    found, findings = read_book(text)
    assert found is not None, findings
    return found


@dataclass
class Town:
    """Roots by number."""

    office: Actor
    roots: dict[str, UUID]

    def need(self, number: str, who: str, category: str, urgency: int = 0) -> None:
        """A village states a need."""
        one = Need(number=number, programme_id=self.roots["villages"], organisation_id=self.roots[who],
                   category=category, since=DAY, urgency=urgency)  # fmt: skip
        enter(self.office, lambda w: needs.state(w, one))

    def offer(self, number: str, who: str, category: str, capacity: int | None = None) -> None:
        """A supporter holds something out."""
        one = Offer(number=number, programme_id=self.roots["villages"], organisation_id=self.roots[who],
                    category=category, since=DAY, capacity=capacity)  # fmt: skip
        enter(self.office, lambda w: offers.hold_out(w, one))

    def paired(self, number: str, supporter: str, recipient: str, *steps: str) -> UUID:
        """A pairing, with the steps that the office takes."""
        one = Pairing(number=number, programme_id=self.roots["villages"], supporter_id=self.roots[supporter],
                      recipient_id=self.roots[recipient], proposed_on=DAY)  # fmt: skip
        made: list[UUID] = []

        def change(writer: Writer) -> None:
            made.append(pairings.propose(writer, one))
            for name in steps:
                pairings.take_step(writer, made[0], name, on=DAY, note="说明")

        enter(self.office, change)
        return made[0]

    def sent(self, number: str, appointment: str, member: str) -> None:
        """A commissioner is sent."""
        one = Assignment(number=number, programme_id=self.roots["commissioners"], kind="commissioner",
                         appointment_id=self.roots[appointment], supporter_id=self.roots["B1"],
                         recipient_id=self.roots[member], since=DAY)  # fmt: skip
        enter(self.office, lambda w: assignments.assign(w, one))


def build(office: Actor) -> Town:
    """S1 and V1, V2 in the north, S2, S3 and V3, V4 in the south; S1 offers industry, the others skills."""
    roots: dict[str, UUID] = {}

    def change(writer: Writer) -> None:
        city = writer.add(Place(code="450200", name="示例市", level="prefecture"))
        for code, above, latitude in (
            ("450222", "", "25.0"),
            ("450223", "", "24.0"),
            ("450222101", "450222", "25.1"),
            ("450222101201", "450222101", ""),
        ):
            place = Place(
                code=code,
                name=f"{code}县",
                level="county",
                parent_id=roots.get(above, city),
                latitude=Decimal(latitude) if latitude else None,
                longitude=Decimal("109.0") if latitude else None,
            )
            roots[code] = writer.add(place)
        for number, kind, where in (
            ("S1", "enterprise", "450222"),
            ("S2", "enterprise", "450223"),
            ("S3", "chamber", "450223"),
            ("V1", "village", "450222101201"),
            ("V2", "village", "450222"),
            ("V3", "village", "450223"),
            ("V4", "village", "450223"),
            ("B1", "department", "450222"),
        ):
            one = Organisation(number=number, name=f"{number}单位", kind=kind, place_id=roots[where])
            roots[number] = writer.add(one)
        circle = writer.add(Circle(code="cooperation", names={"zh-Hans": "合作"}, rank=1))
        for rank, code in enumerate(("villages", "commissioners"), 1):
            roots[code] = writer.add(Programme(code=code, circle_id=circle, names={"zh-Hans": code}, rank=rank))
        roots["key"] = writer.add(Roster(code="key", name="重点", as_of=DAY))
        for n, member in enumerate(("V1", "V2", "V3", "V4"), 1):
            writer.add(RosterEntry(number=f"K{n}", roster_id=roots["key"], member_id=roots[member], since=DAY))
        for n in (1, 2, 3):
            post = Post(number=f"PO{n}", organisation_id=roots["B1"], title="特派员" if n < 3 else "链长")
            roots[f"PO{n}"] = writer.add(post)
            roots[f"AP{n}"] = writer.add(Appointment(number=f"AP{n}", post_id=roots[f"PO{n}"], since=DAY))

    enter(office, change)
    town = Town(office, roots)
    town.offer("O1", "S1", "industry", 2)
    town.offer("O2", "S2", "skills")
    town.offer("O3", "S3", "skills")
    for n, category in enumerate(("industry", "industry", "skills", "skills"), 1):
        town.need(f"N{n}", f"V{n}", category)
    return town
