"""Who has no commissioner, and since when: by the day, by what ended, by who left the post."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.test import Client
from tests.ledger.cast import enter

from concentric.ledger.actor import Actor
from concentric.ledger.positions import size
from concentric.match import assignments
from concentric.match.coverage import Coverage, coverage
from concentric.match.models import Assignment
from concentric.match.standing import Standing
from concentric.prove.book import adopt_book
from concentric.register.models import Appointment

from .town import BOOK, DAY, Town, book, build

LATER = date(2021, 6, 1)


def seen(town: Town, day: date = LATER, position: int | None = None) -> Coverage:
    found = coverage(book().pairings["commissioners"], Standing(town.office.office, position or size(), day))
    assert found is not None
    return found


def test_whoever_has_nobody_is_named_with_the_day_since_when(office: Actor) -> None:
    town = build(office)
    for n, (appointment, member) in enumerate((("AP1", "V1"), ("AP1", "V2"), ("AP2", "V3")), 1):
        town.sent(f"A{n}", appointment, member)
    before = size()
    root = Assignment.objects.get(number="A2").root
    enter(office, lambda w: assignments.take_step(w, root, "ended", on=date(2021, 5, 10), note="调离"))
    found = seen(town)
    assert [(one.number, one.since) for one in found.uncovered] == [("V4", DAY), ("V2", date(2021, 5, 10))]
    assert (found.of, found.covered) == (4, 2)
    assert [one.number for one in seen(town, position=before).uncovered] == ["V4"], "as it was known before"


def test_when_a_holder_leaves_the_post_those_served_have_nobody(office: Actor) -> None:
    town = build(office)
    town.sent("A1", "AP1", "V1")
    held = Appointment.objects.get(number="AP1")
    gone = Appointment(number="AP1", post_id=held.post_id, since=held.since, until=date(2021, 4, 1))
    enter(office, lambda w: w.supersede(held.root, gone, "离任"))
    assert {one.number: one.since for one in seen(town).uncovered}["V1"] == date(2021, 4, 1)
    assert "V1" not in {one.number for one in seen(town, date(2021, 3, 15)).uncovered}


def test_no_roster_no_coverage(office: Actor) -> None:
    town = build(office)
    spec = replace(book().pairings["commissioners"], roster="nothing")
    assert coverage(spec, Standing(town.office.office, size(), DAY)) is None


def test_the_overview_says_it(office: Actor) -> None:
    town = build(office)
    adopt_book(office, BOOK)
    reader = Client(headers={"accept-language": "zh-CN"})
    page = reader.get("/").content.decode()
    assert "当日有 4 家没有特派员" in page and "自2021年3月1日起没有" in page
    for n, member in enumerate(("V1", "V2", "V3", "V4"), 1):
        town.sent(f"A{n}", "AP1", member)
    assert "名册上的 4 家当日都有特派员" in reader.get("/").content.decode()
