"""A small programme with every state that a page shows: confirmed or not, corrected, voided, sealed, zero, unknown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

from tests.books import INDICATORS, circle, head

from concentric.access.founding import found
from concentric.keep import commitments
from concentric.keep.models import Commitment, Statistic
from concentric.ledger.actor import Actor
from concentric.ledger.append import append
from concentric.ledger.clock import example_time
from concentric.ledger.models import Record
from concentric.ledger.writer import Writer
from concentric.match import pairings
from concentric.match.models import Pairing
from concentric.prove.book import adopt_book, current_book
from concentric.prove.models import Edition
from concentric.prove.reviews import freeze
from concentric.register.models import Organisation, Place, Programme, Roster, RosterEntry

BOOK = (
    head("pages", "示例市伙伴计划", "Example city partnership", "450200")
    + circle("cooperation", "合作", "Cooperation", 1, "hz")
    + circle("unity", "团结", "Unity", 2, "tj")
    + """
[programme.villages]
circle = "cooperation"
names = { zh-Hans = "企村结对", en = "Villages paired" }
rank = 1
reach = "villages-paired"
base = "villages-listed"

[programme.gifts]
circle = "cooperation"
names = { zh-Hans = "捐资兑现", en = "Gifts received" }
rank = 2
reach = "money-received"
base = "money-pledged"

[programme.clinics]
circle = "unity"
names = { zh-Hans = "村卫生室", en = "Clinics" }
rank = 1
reach = "clinics-equipped"

"""
    + INDICATORS
    + """
[indicator.money-fulfilment]
name = { zh-Hans = "捐资兑现率", en = "share of money received" }
unit = "%"
decimals = 1
ratio = { numerator = "money-received", denominator = "money-pledged" }

[indicator.clinics-equipped]
name = { zh-Hans = "到位村卫生室数", en = "clinics equipped" }
unit = { zh-Hans = "所", en = "clinics" }
counts = "commitments"
distinct = "recipient"
during = "committed_on"
where = "programme = 'clinics'"
headline = "confirmed"

[indicator.new-entities]
name = { zh-Hans = "新登记市场主体数", en = "new market entities" }
unit = { zh-Hans = "户", en = "entities" }
statistic = "new-entities"

[indicator.nobody-knows]
name = { zh-Hans = "没有人报的统计", en = "a statistic nobody entered" }
unit = { zh-Hans = "户", en = "entities" }
statistic = "nobody-knows"

[chart.money]
kind = "sankey"
name = { zh-Hans = "从认捐到核实", en = "From pledged to verified" }
indicator = "money-received"

[chart.counties]
kind = "map"
name = { zh-Hans = "各县", en = "Counties" }
indicator = "villages-share"

[review.zh-Hans]
text = '''
# 三个圈，一年账
——示例市伙伴计划 2021 年度述评

全年 {{ figure "villages-paired" }} 个村结成对子，占名册 {{ figure "villages-share" }}。

## 合作

认捐 {{ figure "money-pledged" }}，受方已确认收到 {{ figure "money-received" }}，兑现 {{ figure "money-fulfilment" }}，
经核实 {{ figure "money-received" rung="verified" }}。到位村卫生室 {{ figure "clinics-equipped" }} 所。

## 外部

新登记市场主体 {{ figure "new-entities" }} 户；<b>没有人报的</b>是 {{ figure "nobody-knows" }}。

——协调办公室

> 口径：初步统计。
'''

[review.en]
text = '''
# One ledger for a year
——Example city partnership, annual review 2021

In 2021 {{ figure "villages-paired" }} villages agreed a pairing, {{ figure "villages-share" }} of the roster.

## Cooperation

{{ figure "money-pledged" }} pledged; {{ figure "money-received" }} received.

{{ chart "money" }}

{{ chart "counties" }}
'''
"""
)

SECRET_NAME, SECRET_PHONE, OFFICE_NOTE = "张保密", "13800138000", "只给办内看的话"
EVIL = "<script>alert('石桥')</script>村"


@dataclass(frozen=True)
class World:
    """What the tests speak of: actors, the roots of a few things, and the editions."""

    office: Actor
    village: UUID
    supporter: UUID
    corrected: UUID
    voided: UUID
    gift: UUID
    edition: Edition
    english: Edition
    internal: Edition

    def idx(self, root: UUID, model: type[Record]) -> int:
        """The ledger index of a thing's version in force, or of its last one."""
        found: int = model.objects.filter(root=root).order_by("-idx").values_list("idx", flat=True)[0]
        return found


class Clock:
    """Appends one change after another, on days of 2021."""

    def __init__(self) -> None:
        self.n = 0

    def enter(self, actor: Actor, day: date, change: Callable[[Writer], object]) -> None:
        """Append `change` as if it were noon of `day`."""
        self.n += 1
        with example_time(datetime(day.year, day.month, day.day, 4, tzinfo=UTC)):
            append(actor, lambda writer: (change(writer), None)[1], request_id=f"world {self.n}")


def build(villages: int = 9, book: str = BOOK) -> World:
    """Found a ledger and enter the programme, as if 2021 were passing. Every third village confirms its pairing."""
    with example_time(datetime(2021, 1, 15, 4, tzinfo=UTC)):
        office = found(
            origin="pages.example/concentric",
            title={"zh-Hans": "示例市", "en": "Example city"},
            office_name="协调办公室",
            time_zone="Asia/Shanghai",
            example=True,
        )
    clock = Clock()
    roots: dict[str, UUID] = {}
    base = office.office

    def start(writer: Writer) -> None:
        city = writer.add(Place(code="450200", name="示例市", level="prefecture"))
        for code, name in (("450221", "青岭县"), ("450222", "河东县")):
            roots[code] = writer.add(Place(code=code, name=name, level="county", parent_id=city))
        roots["city"] = city
        roots["supporter"] = writer.add(
            Organisation(number="S1", name="青禾商会", kind="chamber", place_id=city, uscc=""),
            sealed={"contact_name": SECRET_NAME, "contact_phone": SECRET_PHONE},
        )
        roots["verifier"] = writer.add(Organisation(number="Y1", name="独立核实所", kind="other", place_id=city))
        for n in range(villages):
            place = roots["450221" if n % 2 else "450222"]
            name = EVIL if n == 0 else f"第{n}村"
            roots[f"v{n}"] = writer.add(
                Organisation(number=f"V{n}", name=name, kind="village", place_id=place),
            )

    clock.enter(office, date(2021, 2, 1), start)
    with example_time(datetime(2021, 2, 2, 4, tzinfo=UTC)):
        adopt_book(office, book)
    programme = dict(Programme.objects.in_force().values_list("code", "root"))
    spoken = {n: Actor(f"village-{n}", roots[f"v{n}"], base, "link") for n in range(villages)}
    verifier = Actor("verifier", roots["verifier"], base, "page")

    def lists(writer: Writer) -> None:
        roster = writer.add(
            Roster(code="villages-2021", name="2021 年名册", programme_id=programme["villages"], as_of=date(2021, 1, 1))
        )
        for n in range(villages):
            member = RosterEntry(number=f"R{n}", roster_id=roster, member_id=roots[f"v{n}"], since=date(2021, 1, 1))
            writer.add(member)
        for n in range(villages):
            roots[f"p{n}"] = pairings.propose(
                writer,
                Pairing(
                    number=f"P-{n:04}",
                    programme_id=programme["villages"],
                    supporter_id=roots["supporter"],
                    recipient_id=roots[f"v{n}"],
                    proposed_on=date(2021, 3, 1),
                    help_types="industry,skills",
                    note=OFFICE_NOTE,
                ),
            )
            pairings.take_step(writer, roots[f"p{n}"], "agreed", on=date(2021, 3, 18))

    clock.enter(office, date(2021, 3, 24), lists)
    for n in range(0, villages, 3):
        agree = roots[f"p{n}"]
        clock.enter(
            spoken[n],
            date(2021, 4, 2),
            lambda w, root=agree: pairings.take_step(w, root, "agreed", on=date(2021, 4, 1)),
        )

    def gifts(writer: Writer) -> None:
        for n in range(3):
            gift = Commitment(
                number=f"C-{n:04}",
                programme_id=programme["gifts"],
                supporter_id=roots["supporter"],
                recipient_id=roots[f"v{n}"],
                kind="money",
                nature="welfare",
                firmness="signed",
                amount=Decimal(50000),
                currency="CNY",
                committed_on=date(2021, 5, 1),
                due=date(2021, 11, 30),
                what="捐款" if n else "太阳能路灯款",
            )
            roots[f"c{n}"] = commitments.pledge(writer, gift)
            commitments.take_step(writer, roots[f"c{n}"], "delivered", on=date(2021, 6, 1), amount=Decimal(30000))
        writer.add(
            Statistic(
                number="T1",
                indicator="new-entities",
                value=Decimal(52000),
                unit="户",
                period="2021",
                place_id=roots["city"],
                source="示例统计公报",
                scope="取整",
                published_on=date(2021, 12, 1),
            )
        )
        roots["gone"] = writer.add(Organisation(number="X1", name="误录单位", kind="other", place_id=roots["city"]))

    clock.enter(office, date(2021, 6, 9), gifts)
    confirm = {"on": date(2021, 6, 10), "amount": Decimal(30000), "of": 1}
    clock.enter(spoken[0], date(2021, 6, 11), lambda w: commitments.take_step(w, roots["c0"], "confirmed", **confirm))
    clock.enter(verifier, date(2021, 7, 1), lambda w: commitments.take_step(w, roots["c0"], "verified", **confirm))
    nothing = {"on": date(2021, 6, 12), "of": 1, "note": OFFICE_NOTE}
    clock.enter(
        spoken[1], date(2021, 6, 12), lambda w: commitments.take_step(w, roots["c1"], "nothing-came", **nothing)
    )
    clock.enter(office, date(2021, 7, 2), lambda w: w.void(roots["gone"], "organisation", "录错了"))
    editions = {}
    for key, lang, audience in (("zh", "zh-Hans", "public"), ("en", "en", "public"), ("in", "zh-Hans", "internal")):
        with example_time(datetime(2022, 1, 28, 4, tzinfo=UTC)):
            editions[key] = freeze(office, current_book()[0], lang, audience=audience)

    def correct(writer: Writer) -> None:
        commitments.correct(
            writer,
            roots["c2"],
            Commitment(
                number="C-0002",
                programme_id=programme["gifts"],
                supporter_id=roots["supporter"],
                recipient_id=roots["v2"],
                kind="money",
                nature="welfare",
                firmness="signed",
                amount=Decimal(40000),
                currency="CNY",
                committed_on=date(2021, 5, 1),
                due=date(2021, 11, 30),
                what="捐款",
            ),
            "把五万写成了四万的反面",
        )

    clock.enter(office, date(2022, 3, 4), correct)
    return World(
        office,
        roots["v1"],
        roots["supporter"],
        roots["c2"],
        roots["gone"],
        roots["c0"],
        editions["zh"],
        editions["en"],
        editions["in"],
    )
