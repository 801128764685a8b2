"""Looking back: by plan and by a public draw, by somebody who has no part in it, with nobody left out of the count."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
import time_machine
from tests.ledger.cast import DAY, City, build, enter, entered, findings

from concentric.core import draws
from concentric.core.courses import refusals
from concentric.keep import cases, follow_ups, frames, lookback, plans, sites
from concentric.keep.models import Draw, FollowUp, Frame
from concentric.ledger.actor import Actor
from concentric.ledger.models import Head
from concentric.ledger.refusals import NotInForce
from concentric.prove.book import adopt_book
from concentric.register.book import PlanSpec, shipped
from concentric.register.checks import DatesOutOfOrder, NotOneOf

from . import cast

ANSWERED = date(2021, 3, 9)
PLAN = PlanSpec("plan", {}, outcomes=("solved", "explained"), after=(30, 180), again=365)
NUMBER = "08 12 19 23 27 31 + 05"


def answered(city: City, number: str, topic: str = "financing", what: str = "solved") -> UUID:
    """A case that the outsider's neighbour, the clinic, handled and answered."""
    root = entered(city.office, lambda w: cases.receive(w, cast.case(city, number=number, topic=topic)))

    def write(writer: Any) -> None:
        cases.take_step(writer, root, "routed", on=DAY, to=city.clinic)
        until = {"until": date(2021, 9, 1)} if what == "planned" else {}
        cases.take_step(writer, root, "answered", on=ANSWERED, what=what, **until)

    enter(city.office, write)
    return root


def wanted(city: City, until: date, plan: PlanSpec = PLAN) -> list[tuple[str, str]]:
    return [(one.number, one.on.isoformat()) for one in plans.wanted(plan, city.office.office, until)]


def result(city: City, follow_up: UUID, what: str, on: date) -> None:
    enter(city.acting(city.outsider), lambda w: follow_ups.take_step(w, follow_up, "result", on=on, what=what))


def planned(city: City, until: date) -> list[UUID]:
    made: list[UUID] = []
    asked = list(plans.wanted(PLAN, city.office.office, until))
    enter(city.office, lambda w: made.extend(plans.enter(w, PLAN, asked)))
    return made


def test_days_are_counted_from_the_answer_and_after_each_yes() -> None:
    first, second = ANSWERED + timedelta(days=30), ANSWERED + timedelta(days=180)
    yes = date(2021, 9, 8)
    for held, more in (
        ((), []),
        ((first,), []),
        ((None, yes), [yes + timedelta(days=365)]),
        ((first, None), []),
        ((first, yes, date(2022, 9, 9)), [yes + timedelta(days=365), date(2022, 9, 9) + timedelta(days=365)]),
        ((first, None, yes), []),
    ):
        assert list(plans.days(PLAN, ANSWERED, held)) == [first, second, *more]
    assert list(plans.days(PlanSpec("x", {}, after=(30,), again=0), ANSWERED, (first,))) == [first]


def test_a_case_is_looked_back_on_after_its_answer_and_again_after_a_yes(office: Actor) -> None:
    city = build(office)
    answered(city, "K1")
    answered(city, "K2", what="planned")
    assert wanted(city, date(2021, 4, 7)) == []
    assert wanted(city, date(2021, 4, 8)) == [("K1", "2021-04-08")]
    one, two = planned(city, date(2021, 12, 31))
    assert wanted(city, date(2031, 12, 31)) == []
    result(city, one, "no-answer", date(2021, 4, 20))
    result(city, two, "holds", date(2021, 9, 10))
    assert wanted(city, date(2031, 12, 31)) == [("K1", "2022-09-10")]
    assert [one.number for one in FollowUp.objects.order_by("idx")] == ["plan-K1-20210408", "plan-K1-20210905"]
    assert findings() == []


def test_other_matters_are_looked_back_on_from_the_step_that_their_plan_names(office: Actor) -> None:
    city = build(office)
    root = entered(office, lambda w: sites.plan(w, cast.site(city)))
    plan = PlanSpec("sites", {}, "site", "opened", after=(180,), again=0)
    assert wanted(city, date(2031, 1, 1), plan) == []
    enter(office, lambda w: sites.take_step(w, root, "opened", on=date(2021, 6, 1)))
    assert wanted(city, date(2021, 11, 27), plan) == []
    assert wanted(city, date(2021, 11, 28), plan) == [("Z1", "2021-11-28")]
    enter(office, lambda w: sites.take_step(w, root, "reversed", on=None, of=1))
    assert wanted(city, date(2031, 1, 1), plan) == []


def test_what_relapsed_is_answered_again_and_then_planned_anew(office: Actor) -> None:
    city = build(office)
    root = answered(city, "K1")
    (one,) = planned(city, date(2021, 4, 8))
    result(city, one, "relapsed", date(2021, 4, 20))
    assert wanted(city, date(2031, 12, 31)) == []
    enter(office, lambda w: cases.take_step(w, root, "word", on=date(2021, 4, 21), what="not-satisfied"))
    enter(office, lambda w: cases.take_step(w, root, "answered", on=date(2021, 5, 1), what="solved"))
    assert wanted(city, date(2021, 12, 31)) == [("K1", "2021-05-31"), ("K1", "2021-10-28")]
    enter(office, lambda w: cases.take_step(w, root, "withdrawn", on=date(2021, 5, 2), note="停产"))
    assert wanted(city, date(2021, 12, 31)) == []


def test_parties_are_taken_from_the_matter_and_none_of_them_judges_it(office: Actor) -> None:
    city = build(office)
    answered(city, "K1")
    (one,) = planned(city, date(2021, 4, 8))
    held = FollowUp.objects.get(root=one)
    assert (held.supporter_id, held.recipient_id, held.handler_id) == (None, city.enterprise, city.clinic)
    for party in (city.enterprise, city.clinic):
        with pytest.raises(refusals.NotIndependent):
            enter(
                city.acting(party), lambda w: follow_ups.take_step(w, one, "result", on=date(2021, 4, 9), what="holds")
            )
    enter(office, lambda w: follow_ups.take_step(w, one, "asked", on=date(2021, 4, 8), to=city.outsider))
    moved = FollowUp(number="F9", plan="plan", target=held.target, target_kind="case", planned_on=held.planned_on)
    enter(office, lambda w: follow_ups.correct(w, one, moved, "编号写错"))
    assert Head.objects.get(matter=one).state == "asked" and findings() == []


def test_a_follow_up_speaks_of_a_matter_that_stands(office: Actor) -> None:
    city = build(office)
    root = answered(city, "K1")
    for values, refusal in (
        ({"target": city.clinic}, NotInForce),
        ({"target_kind": "weather"}, NotOneOf),
        ({"due": date(2020, 1, 1)}, DatesOutOfOrder),
    ):
        given: dict[str, Any] = {"number": "F1", "plan": "x", "target": root, "target_kind": "case", "planned_on": DAY}
        with pytest.raises(refusal):
            enter(office, lambda w, given=given | values: follow_ups.plan(w, FollowUp(**given)))


def fixed(city: City, take: dict[str, int], **how: Any) -> Frame:
    made: list[Frame] = []
    given: dict[str, Any] = {
        "number": "Q1",
        "plan": "draw",
        "target_kind": "case",
        "items": frames.strata("case", city.office.office, by="topic"),
        "take": take,
        "source": "示例彩票第 8 期",
        "number_on": date(2030, 6, 10),
    }
    enter(city.office, lambda w: made.append(follow_ups.fix_frame(w, **given | how)))
    return made[0]


def drawn(city: City, frame: Frame, number: str = "D1", **how: Any) -> tuple[Draw, Sequence[UUID]]:
    made: list[tuple[Draw, Sequence[UUID]]] = []
    given: dict[str, Any] = {"number": number, "public_number": NUMBER, "published_on": date(2030, 6, 10)}
    enter(city.office, lambda w: made.append(follow_ups.draw(w, frame, **given | how)))
    return made[0]


def test_a_draw_is_decided_after_its_frame_is_fixed_and_found_out_stratum_by_stratum(office: Actor) -> None:
    city = build(office)
    for n in range(12):
        answered(city, f"K{n}", "financing" if n < 8 else "land")
    with time_machine.travel("2030-06-01T02:00:00Z"):
        frame = fixed(city, {"financing": 4, "land": 4})
        for change, refusal in (
            ({"number_on": date(2030, 6, 1)}, follow_ups.NumberAlreadyOut),
            ({"items": {"land": []}}, draws.TakesTooMany),
            ({"target_kind": "roster"}, NotOneOf),
        ):
            with pytest.raises(refusal):
                fixed(city, {"land": 1}, number="Q2", **change)
        with pytest.raises(follow_ups.NumberNotOut):
            drawn(city, frame)
    with time_machine.travel("2030-06-11T02:00:00Z"):
        for change, refusal in (
            ({"published_on": date(2030, 6, 9)}, follow_ups.NumberNotOut),
            ({"public_number": " "}, draws.NumberMissing),
        ):
            with pytest.raises(refusal):
                drawn(city, frame, **change)
        draw, planned = drawn(city, frame)
        with pytest.raises(follow_ups.DrawnAlready):
            drawn(city, frame, "D2", public_number="another")
    assert [stratum.name for stratum in draws.read_frame(frame.items)] == ["financing", "land"]
    assert lookback.repeats(draw, frame) and len(planned) == 8
    result(city, planned[0], "holds", date(2030, 6, 20))
    result(city, planned[1], "relapsed", date(2030, 6, 20))
    result(city, planned[2], "no-answer", date(2030, 6, 20))
    enter(office, lambda w: follow_ups.take_step(w, planned[3], "withdrawn", on=None, note="撤并"))
    for at in range(4, 8):
        result(city, planned[at], "holds", date(2030, 6, 21))
    found = lookback.found(draw)
    financing, land = found.strata
    assert (financing.size, financing.drawn, financing.states["holds"], financing.states["withdrawn"]) == (8, 4, 1, 1)
    assert financing.interval is not None and financing.interval.share == Decimal("0.25")
    assert land.interval == (Decimal(1),) * 3 and found.overall == Decimal("0.5") and found.waiting == 0
    assert findings() == []


def test_a_draw_that_doesnt_follow_from_its_frame_is_told_from_one_that_does(office: Actor) -> None:
    city = build(office)
    for n in range(3):
        answered(city, f"K{n}")
    with time_machine.travel("2030-06-01T02:00:00Z"):
        frame = fixed(city, {"financing": 1})
    with time_machine.travel("2030-06-11T02:00:00Z"):
        draw, _ = drawn(city, frame)
    for field, value in (("public_number", "other"), ("seed", "0" * 64), ("chosen", "[]")):
        assert not lookback.repeats(Draw(**{**_values(draw), field: value}), frame)
    assert not lookback.repeats(draw, Frame(**_values(frame) | {"items": "[]"}))


def _values(record: Any) -> dict[str, Any]:
    names = ("public_number", "seed", "chosen", "items", "digest")
    return {name: getattr(record, name) for name in names if hasattr(record, name)}


def test_strata_are_told_by_any_public_field_and_by_what_was_answered(office: Actor) -> None:
    city = build(office)
    answered(city, "K1", "land")
    answered(city, "K2", "", what="planned")
    entered(office, lambda w: cases.receive(w, cast.case(city, number="K3", place_id=None)))
    mine = office.office
    count = {name: len(roots) for name, roots in frames.strata("case", mine).items()}
    assert count == {"all": 3}
    assert set(frames.strata("case", mine, by="topic")) == {"land", "-", "financing"}
    assert set(frames.strata("case", mine, by="place")) == {"450222", "-"}
    assert set(frames.strata("case", mine, by="outcome", states=["answered"])) == {"solved", "planned"}
    for field in ("subject", "words", "nothing"):
        with pytest.raises(frames.NoSuchStratum) as refused:
            frames.strata("case", mine, by=field)
        assert "topic" in refused.value.remedy("en")


def test_the_command_plans_fixes_draws_and_reports(office: Actor, run: Any, tmp_path: Any) -> None:
    city = build(office)
    for n in range(6):
        answered(city, f"K{n}", "land" if n else "financing")
    assert run("lookback", "plan")[0] == 2, "no book holds yet"
    adopt_book(office, shipped("city"))
    assert run("lookback", "plan", "gifts", "--until", "2021-04-30", "--json")[:2] == (0, "[]\n")
    assert run("lookback", "plan", "whims", "--until", "2021-04-30")[0] == 2
    code, out, _ = run("lookback", "plan", "--until", "2021-04-30", "--json")
    assert code == 0 and [one["on"] for one in json.loads(out)] == ["2021-04-08"] * 6
    assert run("lookback", "plan", "--until", "2021-04-30", "--lang", "en")[1].endswith("0 look-backs were planned.\n")
    words = ["--by", "topic", "--source", "示例彩票", "--number-on", "2030-06-10"]
    with time_machine.travel("2030-06-01T02:00:00Z"):
        assert run("lookback", "frame", "Q1", "--take", "many", *words)[0] == 2
        assert run("lookback", "frame", "Q1", "--take", "sea=1", *words)[0] == 2
        code, out, _ = run("lookback", "frame", "Q1", "--take", "2", *words, "--out", str(tmp_path / "frame"))
        digest = draws.digest((tmp_path / "frame").read_text(encoding="utf-8"))
        assert code == 0 and digest in out
    asked = ["--frame", "Q1", "--public", NUMBER, "--published-on", "2030-06-10"]
    with time_machine.travel("2030-06-11T02:00:00Z"):
        assert run("lookback", "draw", "D1", "--frame", "Q9", *asked[2:])[0] == 2
        code, out, _ = run("lookback", "draw", "D1", *asked, "--json")
        assert code == 0 and json.loads(out)["seed"] == draws.seed_of(digest, NUMBER)
    code, out, _ = run("lookback", "report", "D1", "--json")
    found = json.loads(out)
    assert code == 0 and found["repeats"] and found["waiting"] == 3
    assert [one["drawn"] for one in found["strata"]] == [1, 2]
    code, out, _ = run("lookback", "report", "D1", "--lang", "en")
    assert code == 0 and "hold" in out and digest in out
    assert run("lookback", "report", "D7")[0] == 2
    assert findings() == []
