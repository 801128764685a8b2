"""What is entered of each noun, by its verbs, and what is refused before it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from tests.ledger.cast import DAY, City, build, enter, entered, findings

from concentric.core.terms.findings import Refused
from concentric.core.terms.words import LANGS
from concentric.keep import accreditations, activities, cases, honours, projects, sites
from concentric.ledger.actor import Actor
from concentric.ledger.models import Head, Record
from concentric.match import assignments, needs, offers
from concentric.register import checks, posts
from concentric.register.book import read_book, shipped
from concentric.register.models import Appointment

from . import cast

BOOK: Any = read_book(shipped("city"))[0]
EARLIER = date(2021, 2, 1)
VERBS: dict[str, tuple[Callable[..., Record], Callable[[Any], None], Callable[..., UUID], Callable[..., UUID]]] = {
    "case": (cast.case, cases.check, cases.receive, cases.correct),
    "project": (cast.project, projects.check, projects.open_lead, projects.correct),
    "activity": (cast.activity, activities.check, activities.report, activities.correct),
    "site": (cast.site, sites.check, sites.plan, sites.correct),
    "honour": (cast.honour, honours.check, honours.record, honours.correct),
    "accreditation": (cast.accreditation, accreditations.check, accreditations.apply, accreditations.correct),
    "need": (cast.need, needs.check, needs.state, needs.correct),
    "offer": (cast.offer, offers.check, offers.hold_out, offers.correct),
    "post": (cast.post, posts.check_post, posts.create, posts.correct),
}


@pytest.mark.parametrize("kind", VERBS)
def test_each_noun_is_entered_and_corrected(office: Actor, kind: str) -> None:
    make, _, verb, correct = VERBS[kind]
    city = build(office)
    root = entered(office, lambda w: verb(w, make(city)))
    enter(office, lambda w: correct(w, root, make(city, number="X9"), "编号写错"))
    model = type(make(city))
    assert model.objects.in_force().get(root=root).number == "X9" and findings() == []
    if hasattr(model, "COURSE"):
        assert Head.objects.get(matter=root).n == 0


@pytest.mark.parametrize(
    ("kind", "change", "refusal"),
    [
        ("case", {"kind": "wish"}, checks.NotOneOf),
        ("case", {"urgency": ""}, checks.NotOneOf),
        ("case", {"origin": "dream"}, checks.NotOneOf),
        ("case", {"due": EARLIER}, checks.DatesOutOfOrder),
        ("case", {"raiser_id": None, "origin": "look-back"}, cases.NobodyRaised),
        ("project", {"kind": "villa"}, checks.NotOneOf),
        ("project", {"name": " "}, checks.Blank),
        ("project", {"currency": ""}, checks.Blank),
        ("project", {"due": EARLIER}, checks.DatesOutOfOrder),
        ("project", {"host_id": "owner"}, projects.OwnerIsHost),
        ("activity", {"kind": "party"}, checks.NotOneOf),
        ("activity", {"title": ""}, checks.Blank),
        ("activity", {"people": Decimal(-1)}, checks.TooSmall),
        ("activity", {"person_times": Decimal(29)}, activities.MorePeopleThanTimes),
        ("site", {"kind": "moon"}, checks.NotOneOf),
        ("site", {"name": "\u3000"}, checks.Blank),
        ("site", {"due": EARLIER}, checks.DatesOutOfOrder),
        ("site", {"supporter_id": "keeper"}, sites.KeeperIsSupporter),
        ("honour", {"kind": "praise"}, checks.NotOneOf),
        ("honour", {"level": "street"}, checks.NotOneOf),
        ("honour", {"source": ""}, checks.Blank),
        ("honour", {"awarded_by": ""}, checks.Blank),
        ("accreditation", {"scheme": ""}, checks.Blank),
        ("accreditation", {"threshold": Decimal(-1)}, checks.TooSmall),
        ("need", {"category": ""}, checks.Blank),
        ("need", {"unit": ""}, checks.HalfAQuantity),
        ("need", {"quantity": None}, checks.HalfAQuantity),
        ("need", {"quantity": Decimal(-1)}, checks.TooSmall),
        ("need", {"until": DAY}, checks.DatesOutOfOrder),
        ("need", {"urgency": 4}, needs.UrgencyUnknown),
        ("offer", {"category": ""}, checks.Blank),
        ("offer", {"quantity": Decimal(3)}, checks.HalfAQuantity),
        ("offer", {"capacity": 0}, checks.TooSmall),
        ("offer", {"until": EARLIER}, checks.DatesOutOfOrder),
        ("post", {"title": ""}, checks.Blank),
    ],
)
def test_what_cannot_be_true_is_refused_before_it_is_entered(
    kind: str, change: dict[str, Any], refusal: type[Refused]
) -> None:
    city: Any = City(Actor("office"), *[UUID(int=n) for n in range(1, 8)])
    make, check, _, _ = VERBS[kind]
    check(make(city))
    same = {"owner": city.chamber, "keeper": city.clinic}
    with pytest.raises(refusal) as refused:
        check(make(city, **{name: same.get(str(value), value) for name, value in change.items()}))
    assert type(refused.value) is refusal
    for lang in LANGS:
        assert make(city).number in refused.value.says(lang) and refused.value.remedy(lang)


def test_zero_people_are_a_number_and_unknown_is_none() -> None:
    city: Any = City(Actor("office"), *[UUID(int=n) for n in range(1, 8)])
    activities.check(cast.activity(city, people=Decimal(0), person_times=Decimal(0)))
    activities.check(cast.activity(city, people=None))


def test_a_signing_event_has_an_amount_with_its_currency_or_neither(office: Actor) -> None:
    city = build(office)
    root = entered(office, lambda w: projects.open_lead(w, cast.project(city)))
    first = entered(office, lambda w: projects.show(w, cast.signing(city, project_id=root)))
    again = cast.signing(city, project_id=root, number="N2", amount=Decimal(5), currency="CNY")
    entered(office, lambda w: projects.show(w, again))
    late = cast.signing(city, project_id=root, signed_on=date(2021, 3, 2))
    enter(office, lambda w: projects.correct_signing(w, first, late, "日期写错"))
    for wrong, refusal in (
        ({"amount": Decimal(5)}, checks.HalfAQuantity),
        ({"amount": Decimal(-5), "currency": "CNY"}, checks.TooSmall),
        ({"event": ""}, checks.Blank),
    ):
        with pytest.raises(refusal):
            projects.check_signing(cast.signing(city, **wrong))
    assert findings() == []


def test_a_commissioner_is_sent_through_the_post_that_somebody_holds(office: Actor) -> None:
    city = build(office)
    held = cast.appointed(city)
    root = entered(office, lambda w: assignments.assign(w, cast.assignment(city, held)))
    enter(city.acting(city.enterprise), lambda w: assignments.take_step(w, root, "confirmed", on=DAY))
    enter(office, lambda w: assignments.take_step(w, root, "renewed", on=DAY, until=date(2022, 12, 31)))
    head = Head.objects.get(matter=root)
    assert (head.state, head.strength, head.due) == ("in-force", 3, date(2022, 12, 31))
    shorter = cast.assignment(city, held, until=date(2023, 1, 1))
    with pytest.raises(Refused):
        enter(office, lambda w: assignments.correct(w, root, shorter, "更正"))
    for wrong, refusal in (
        ({"kind": "spy"}, checks.NotOneOf),
        ({"until": EARLIER}, checks.DatesOutOfOrder),
        ({"rhythm": 0}, checks.TooSmall),
        ({"recipient_id": city.chamber}, assignments.AssignedToItself),
    ):
        with pytest.raises(refusal) as refused:
            assignments.check(cast.assignment(city, held, **wrong))
        assert refused.value.says("en") and refused.value.remedy("zh-Hans")
    assert findings() == []


def test_an_appointment_ends_and_its_person_stays_sealed(office: Actor) -> None:
    city = build(office)
    root = cast.appointed(city)
    was = Appointment.objects.get(root=root)
    ends = Appointment(number=was.number, post_id=was.post_id, since=DAY, until=date(2021, 6, 1))
    enter(office, lambda w: posts.correct_appointment(w, root, ends, "调离", {"person_name": "某某"}))
    with pytest.raises(checks.DatesOutOfOrder):
        posts.check_appointment(Appointment(number="P2", post_id=was.post_id, since=DAY, until=DAY))
    assert findings() == []


def test_the_days_for_an_answer_are_the_books_and_so_are_its_holidays() -> None:
    day = date(2021, 4, 13)  # the two days after it are the region's own holidays
    assert cases.due(BOOK, "problem", "urgent", day) == (day, False)
    assert cases.due(BOOK, "problem", "normal", day) == (date(2021, 4, 22), False)
    late = cases.due(BOOK, "problem", "normal", date(2026, 12, 30))
    assert late is not None and late.provisional


@pytest.mark.parametrize(
    ("before", "level", "points"),
    [
        ([], "own", 1),
        (["own"], "own", 1),
        (["own"], "government", 20),
        ([], "instruction-city", 10),
        (["instruction-city"], "instruction-city", 0),
        (["instruction-city", "own"], "instruction-central", 20),
        (["instruction-central"], "instruction-city", 0),
        (["level-of-an-older-book"], "party-body", 5),
    ],
)
def test_some_levels_of_adoption_add_up_and_of_others_the_highest_counts(
    before: list[str], level: str, points: int
) -> None:
    assert cases.points(BOOK, before, level) == points


def test_an_opinion_is_adopted_with_the_points_of_the_book(office: Actor) -> None:
    city = build(office)
    root = entered(office, lambda w: cases.receive(w, cast.case(city, kind="opinion", due=None)))
    for level in ("own", "instruction-city", "instruction-central"):
        enter(office, lambda w, level=level: cases.adopt(w, BOOK, root, level, on=DAY))
    assert Head.objects.get(matter=root).amounts == {"points": "31"}
    with pytest.raises(cases.NoSuchLevel) as refused:
        enter(office, lambda w: cases.adopt(w, BOOK, root, "praise", on=DAY))
    assert "own" in refused.value.remedy("en") and findings() == []


def test_a_case_goes_from_its_raiser_to_its_raiser(office: Actor) -> None:
    city = build(office)
    due = cases.due(BOOK, "problem", "complaint", DAY)
    assert due is not None and cases.due(BOOK, "research", "normal", DAY) is None
    one = cast.case(city, due=due.day)
    root = entered(office, lambda w: cases.receive(w, one, {"words": "示例诉求", "raiser_contact": "0772-0000"}))
    handler, raiser = city.acting(city.outsider), city.acting(city.enterprise)
    enter(office, lambda w: cases.take_step(w, root, "accepted", on=DAY))
    enter(office, lambda w: cases.take_step(w, root, "routed", on=DAY, to=city.outsider, until=date(2021, 3, 10)))
    ask = {"on": date(2021, 3, 9), "until": date(2021, 4, 9), "note": "等专家"}
    enter(handler, lambda w: cases.take_step(w, root, "extension-asked", **ask))
    enter(office, lambda w: cases.take_step(w, root, "extension-approved", on=date(2021, 3, 10)))
    assert Head.objects.get(matter=root).due == date(2021, 4, 9)
    enter(handler, lambda w: cases.take_step(w, root, "answered", on=date(2021, 4, 8), what="solved"))
    enter(raiser, lambda w: cases.take_step(w, root, "word", on=date(2021, 4, 9), what="satisfied"))
    enter(office, lambda w: cases.take_step(w, root, "closed", on=date(2021, 4, 12)))
    head = Head.objects.get(matter=root)
    assert (head.state, head.strength, head.due) == ("closed", 3, None)
    assert findings() == []
