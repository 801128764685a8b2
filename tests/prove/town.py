"""A small town to write reviews of: a chamber, an enterprise, two villages, a clinic, and an outsider who looks."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

from tests.books import INDICATORS, circle, head

from concentric.keep import commitments, statistics
from concentric.keep.models import Commitment, Statistic
from concentric.ledger.actor import Actor
from concentric.ledger.append import Receipt, append
from concentric.ledger.clock import example_time
from concentric.ledger.writer import Writer
from concentric.match import pairings
from concentric.match.models import Pairing
from concentric.prove.book import adopt_book
from concentric.register.models import Organisation, Place, Programme, Roster, RosterEntry

BOOK = (
    head("small-town", "小城", "Small town", "450222")
    + circle("near", "近处", "Near", 1, "hz")
    + circle("far", "远处", "Far", 2, "tj")
    + """
[programme.villages]
circle = "near"
names = { zh-Hans = "企村结对", en = "Pairings" }
rank = 1
reach = "villages-paired"
base = "villages-listed"

[programme.gifts]
circle = "near"
names = { zh-Hans = "捐资", en = "Gifts" }
rank = 2
reach = "money-received"
base = "money-pledged"

[programme.wells]
circle = "far"
names = { zh-Hans = "打井", en = "Wells" }
rank = 1

"""
    + INDICATORS
    + """
[indicator.money-share]
name = { zh-Hans = "兑现率", en = "fulfilment" }
unit = "%"
decimals = 1
ratio = { numerator = "money-received", denominator = "money-pledged" }

[indicator.shops]
name = { zh-Hans = "新店", en = "new shops" }
unit = { zh-Hans = "家", en = "shops" }
statistic = "shops"

[indicator.schools]
name = { zh-Hans = "学校", en = "schools" }
unit = { zh-Hans = "所", en = "schools" }
statistic = "schools"

[review.zh-Hans]
text = '''
# 小城的一年
——2021 年度述评

有 {{ figure "villages-paired" }} 个村结对，占 {{ figure "villages-share" }}，
分母 {{ figure "villages-share" of="denominator" }} 个。

认捐 {{ figure "money-pledged" }}，到账 {{ figure "money-received" }}，
报来 {{ figure "money-received" rung="reported" }}，兑现 {{ figure "money-share" }}。
新店 {{ figure "shops" }} 家，学校 {{ figure "schools" }} 所。

——小城办公室
'''

[review.en]
text = '''
# The town's year

{{ figure "villages-paired" }} villages; {{ figure "money-pledged" }} pledged, {{ figure "money-received" }} received.
'''
"""
)
SPRING, SUMMER, WINTER = (datetime(2021, month, 10, 2, tzinfo=UTC) for month in (3, 6, 12))


class Town:
    """What the tests need of the town: its organisations' roots, and verbs that act at a told time."""

    def __init__(self, office: Actor) -> None:
        self.office = office
        self.roots: dict[str, UUID] = {}
        self.requests = 0
        adopt_book(office, BOOK)
        self.do(self._settle, at=SPRING)

    def do(self, change, *, at: datetime = SUMMER, by: str = "") -> Receipt:  # type: ignore[no-untyped-def]
        """One append at a told time, by the office or by an organisation's own account."""
        actor = self.office
        if by:
            actor = Actor(by, self.roots[by], self.office.office, "link")
        self.requests += 1
        with example_time(at):
            return append(actor, change, request_id=f"town {self.requests}")

    def _settle(self, writer: Writer) -> None:
        place = writer.add(Place(code="450222", name="小城", level="county"))
        for name, kind in (
            ("chamber", "chamber"),
            ("mill", "enterprise"),
            ("upper", "village"),
            ("lower", "village"),
            ("clinic", "clinic"),
            ("looker", "other"),
        ):
            organisation = Organisation(number=name, name=f"{name} of the town", kind=kind, place_id=place)
            self.roots[name] = writer.add(organisation)
        roster = writer.add(Roster(code="villages-2021", name="villages", as_of=date(2021, 1, 1)))
        for n, name in enumerate(("upper", "lower")):
            entry = RosterEntry(number=f"r{n}", roster_id=roster, member_id=self.roots[name], since=date(2021, 1, 1))
            self.roots[f"entry-{name}"] = writer.add(entry)

    def programme(self, code: str) -> UUID:
        return Programme.objects.in_force().get(code=code).root

    def pair(self, number: str, supporter: str, village: str) -> UUID:
        """A pairing that the village itself agreed to."""
        pairing = Pairing(
            number=number,
            programme_id=self.programme("villages"),
            supporter_id=self.roots[supporter],
            recipient_id=self.roots[village],
            proposed_on=date(2021, 3, 1),
        )
        self.do(lambda writer: self.roots.__setitem__(number, pairings.propose(writer, pairing)))
        root = self.roots[number]
        self.do(lambda writer: pairings.take_step(writer, root, "agreed", on=date(2021, 4, 1)), by=supporter)
        self.do(lambda writer: pairings.take_step(writer, root, "agreed", on=date(2021, 4, 2)), by=village)
        return root

    def pledge(self, number: str, amount: str, *, to: str = "upper") -> UUID:
        """Money that the mill pledged."""
        commitment = Commitment(
            number=number,
            programme_id=self.programme("gifts"),
            supporter_id=self.roots["mill"],
            recipient_id=self.roots[to],
            kind="money",
            nature="welfare",
            firmness="pledged",
            amount=Decimal(amount),
            currency="CNY",
            committed_on=date(2021, 3, 5),
        )
        self.do(lambda writer: self.roots.__setitem__(number, commitments.pledge(writer, commitment)))
        return self.roots[number]

    def deliver(self, number: str, amount: str) -> None:
        """The office enters that money was handed over."""
        root, given = self.roots[number], Decimal(amount)
        day = date(2021, 5, 1)
        self.do(lambda writer: commitments.take_step(writer, root, "delivered", on=day, amount=given))

    def confirm(self, number: str, amount: str, *, of: int = 1, by: str = "upper") -> None:
        """The recipient says that it came."""
        root, came = self.roots[number], Decimal(amount)
        day = date(2021, 5, 2)
        self.do(lambda writer: commitments.take_step(writer, root, "confirmed", on=day, amount=came, of=of), by=by)

    def state(self, indicator: str, value: str, source: str = "statistics office") -> None:
        """A number from outside."""
        one = Statistic(
            number=f"s-{indicator}", indicator=indicator, value=Decimal(value), unit="x", period="2021", source=source
        )
        self.do(lambda writer: statistics.publish(writer, one))
