"""A small ledger with a fixed cast: an enterprise, a village, a clinic, an outsider, and the office."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from concentric.keep import commitments, statistics
from concentric.keep.models import Commitment, Statistic
from concentric.ledger.actor import Actor
from concentric.ledger.append import Receipt, append
from concentric.ledger.writer import Writer
from concentric.match import pairings
from concentric.match.models import Pairing
from concentric.register.models import Circle, Organisation, Place, Programme, Roster, RosterEntry


class Town:
    """The office's ledger with places, organisations and programmes; verbs that enter one thing each."""

    def __init__(self, office: Actor) -> None:
        self.office = office
        self.requests = 0
        self.roots: dict[str, UUID] = {}
        self.enter(office, self._found)

    def enter(self, actor: Actor, change: Callable[[Writer], Any]) -> Receipt:
        self.requests += 1
        return append(actor, change, request_id=f"request {self.requests}")

    def speak(self, name: str) -> Actor:
        """The account of an organisation, working through its own link."""
        return Actor(name, self.roots[name], self.office.office, "link")

    def _found(self, writer: Writer) -> None:
        roots = self.roots
        city = roots["city"] = writer.add(Place(code="450200", name="柳州市", level="prefecture"))
        county = roots["county"] = writer.add(Place(code="450222", name="柳城县", level="county", parent_id=city))
        here = roots["place"] = writer.add(Place(code="450222100201", name="石桥", level="village", parent_id=county))
        other = roots["elsewhere"] = writer.add(Place(code="450223", name="鹿寨县", level="county", parent_id=city))
        for number, name, kind, place in (
            ("enterprise", "甲公司", "enterprise", city),
            ("village", "石桥村", "village", here),
            ("clinic", "鹿寨卫生室", "clinic", other),
            ("outsider", "某会计师事务所", "other", city),
        ):
            roots[number] = writer.add(Organisation(number=number, name=name, kind=kind, place_id=place))
        circle = roots["circle"] = writer.add(Circle(code="cooperation", names={"en": "Cooperation"}, rank=1))
        for code in ("villages", "gifts"):
            roots[code] = writer.add(Programme(code=code, circle_id=circle, names={"en": code}, rank=1))

    def pair(self, number: str, recipient: str = "village", *, proposed: str = "2021-02-01") -> UUID:
        pairing = Pairing(
            number=number,
            programme_id=self.roots["villages"],
            supporter_id=self.roots["enterprise"],
            recipient_id=self.roots[recipient],
            proposed_on=date.fromisoformat(proposed),
        )
        self.enter(self.office, lambda w: self.roots.update({number: pairings.propose(w, pairing)}))
        return self.roots[number]

    def pairing_step(self, who: Actor, number: str, name: str, on: str = "2021-03-01", **more: Any) -> Receipt:
        day = date.fromisoformat(on)
        return self.enter(who, lambda w: pairings.take_step(w, self.roots[number], name, on=day, **more))

    def pledge(self, number: str, amount: str, recipient: str = "village", **more: Any) -> UUID:
        made = {"kind": "money", "nature": "welfare", "firmness": "pledged", "currency": "CNY", **more}
        commitment = Commitment(
            number=number,
            programme_id=self.roots["gifts"],
            supporter_id=self.roots["enterprise"],
            recipient_id=self.roots[recipient],
            amount=Decimal(amount),
            committed_on=date(2021, 3, 5),
            **made,
        )
        self.enter(self.office, lambda w: self.roots.update({number: commitments.pledge(w, commitment)}))
        return self.roots[number]

    def step(
        self, who: Actor, pledged: str, name: str, amount: str = "", of: int | None = None, **more: Any
    ) -> Receipt:
        given = Decimal(amount) if amount else None
        day = date.fromisoformat(more.pop("on", "2021-04-01"))
        root = self.roots[pledged]
        return self.enter(who, lambda w: commitments.take_step(w, root, name, on=day, amount=given, of=of, **more))

    def list_members(self, code: str, *members: str, as_of: str = "2021-01-01") -> None:
        def change(writer: Writer) -> None:
            roster = writer.add(Roster(code=code, name=code, as_of=date.fromisoformat(as_of)))
            self.roots[code] = roster
            for member in members:
                entry = RosterEntry(number=f"{code}-{member}", roster_id=roster, member_id=self.roots[member])
                self.roots[entry.number] = writer.add(entry)

        self.enter(self.office, change)

    def publish(self, indicator: str, value: str, *, number: str, period: str = "2021", **more: Any) -> None:
        statistic = Statistic(
            indicator=indicator, value=Decimal(value), unit="", period=period, number=number, source="yearbook", **more
        )
        self.enter(self.office, lambda w: self.roots.update({number: statistics.publish(w, statistic)}))


def book(**indicators: dict[str, Any]) -> Any:
    """A book of these indicators alone (underscores become hyphens)."""
    from concentric.register.book import Book, line_map

    return Book(
        code="tests",
        title={"en": "Tests"},
        place="450200",
        period="2021",
        time_zone="Asia/Shanghai",
        currency="CNY",
        suppress_below=0,
        circles={},
        programmes={},
        indicators={code.replace("_", "-"): {"name": {"en": code}, **spec} for code, spec in indicators.items()},
        review={},
        source="",
        lines=line_map(""),
    )
