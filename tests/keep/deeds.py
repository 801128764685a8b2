"""Deeds of a random year that are no step on a course: corrections, statistics, signings, plans and draws.

Each enters what it needs first, so that it can happen in any order. What a verb refuses is part of the life.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from types import ModuleType
from typing import Any, Protocol
from uuid import UUID

from tests.ledger.cast import DAY, City, enter, entered

from concentric.keep import (
    accreditations,
    activities,
    cases,
    commitments,
    evidence,
    follow_ups,
    frames,
    honours,
    plans,
    projects,
    same_as,
    sites,
    statistics,
    store,
)
from concentric.keep.models import HONOUR_LEVELS, Evidence, FollowUp, Frame, Statistic
from concentric.ledger.clock import example_time, now
from concentric.ledger.models import Commit
from concentric.register.book import PlanSpec, read_book, shipped

from . import cast

MODULES: tuple[ModuleType, ...] = (
    *(accreditations, activities, cases, commitments, evidence, follow_ups, honours, plans, projects, same_as, sites),
    statistics,
)
BOOK = read_book(shipped("city"))[0]
PLAN = PlanSpec("after", {}, outcomes=("solved",), after=(0, 30))


class Life(Protocol):
    """What a deed knows of the year in which it is done."""

    city: City

    def number(self) -> str:
        """A number that nothing bears yet."""
        ...


def verbs() -> set[str]:
    """Every verb of the room: a function that takes the writer first."""
    found = set()
    for module in MODULES:
        for name, one in inspect.getmembers(module, inspect.isfunction):
            if one.__module__ == module.__name__ and not name.startswith("_"):
                first = next(iter(inspect.signature(one).parameters), "")
                found |= {named(one)} if first == "writer" else set()
    return found


def named(verb: Callable[..., Any]) -> str:
    """ "cases.adopt" """
    return f"{verb.__module__.rsplit('.', 1)[-1]}.{verb.__name__}"


def _case(life: Life, kind: str = "problem") -> UUID:
    one = cast.case(life.city, number=life.number(), kind=kind)
    return entered(life.city.office, lambda w: cases.receive(w, one))


def _answered(life: Life) -> UUID:
    root = _case(life)

    def write(writer: Any) -> None:
        cases.take_step(writer, root, "routed", on=DAY, to=life.city.clinic)
        cases.take_step(writer, root, "answered", on=DAY, what="solved")

    enter(life.city.office, write)
    return root


def _adopt(life: Life, dice: Random) -> None:
    root = _case(life, dice.choice(["opinion", "research"]))
    for level in dice.sample(sorted(BOOK.lists["adoption"] if BOOK else ()), 3):
        enter(life.city.office, lambda w, level=level: cases.adopt(w, BOOK, root, level, on=DAY))


def _mend_commitment(life: Life, dice: Random) -> None:
    number = life.number()
    root = life.city.pledged(number)
    one = life.city.pledge(number, due=DAY + timedelta(days=dice.randint(0, 400)))
    enter(life.city.office, lambda w: commitments.correct(w, root, one, "期限写错"))


def _mend_evidence(life: Life, dice: Random) -> None:
    about = _case(life)

    def piece(number: str, access: str, byte: int) -> Evidence:
        one = Evidence(number=number, about=about, name="收据", access=access)
        return evidence.about(one, store.put(b"%PDF-" + bytes([byte])))

    number = life.number()
    root = entered(life.city.office, lambda w: evidence.attach(w, piece(number, "office", 1)))
    again = piece(number, "public", dice.randrange(4))
    again.about_kind = "case"
    enter(life.city.office, lambda w: evidence.correct(w, root, again, "可以公开"))


def _mend_follow_up(life: Life, dice: Random) -> None:
    about, number = _case(life), life.number()
    given: dict[str, Any] = {"number": number, "plan": "plan", "target": about, "target_kind": "case"}
    root = entered(life.city.office, lambda w: follow_ups.plan(w, FollowUp(**given, planned_on=DAY)))
    later = FollowUp(**given, planned_on=DAY + timedelta(days=dice.randint(0, 90)))
    enter(life.city.office, lambda w: follow_ups.correct(w, root, later, "改期"))


def _mend_honour(life: Life, dice: Random) -> None:
    number = life.number()
    root = entered(life.city.office, lambda w: honours.record(w, cast.honour(life.city, number=number)))
    one = cast.honour(life.city, number=number, level=dice.choice(HONOUR_LEVELS))
    enter(life.city.office, lambda w: honours.correct(w, root, one, "级别写错"))


def _sign(life: Life, dice: Random) -> None:
    project = cast.project(life.city, number=life.number())
    root = entered(life.city.office, lambda w: projects.open_lead(w, project))
    number = life.number()

    def signing(day: date) -> Any:
        return cast.signing(life.city, number=number, project_id=root, signed_on=day)

    held = entered(life.city.office, lambda w: projects.show(w, signing(DAY)))
    later = signing(DAY + timedelta(days=dice.randint(0, 30)))
    enter(life.city.office, lambda w: projects.correct_signing(w, held, later, "日期写错"))


def _publish(life: Life, dice: Random) -> None:
    given: dict[str, Any] = {"number": life.number(), "indicator": "incomes", "unit": "万元", "period": "2021"}
    given |= {"source": "统计公报", "published_on": date(2022, 3, 1)}
    root = entered(life.city.office, lambda w: statistics.publish(w, Statistic(**given, value=Decimal(1))))
    again = Statistic(**given, value=Decimal(dice.randint(0, 9)))
    enter(life.city.office, lambda w: statistics.correct(w, root, again, "公报更正"))


def _plan(life: Life, dice: Random) -> None:
    _answered(life)
    asked = list(plans.wanted(PLAN, life.city.office.office, DAY + timedelta(days=dice.choice([0, 60]))))
    enter(life.city.office, lambda w: plans.enter(w, PLAN, asked))


def _draw(life: Life, dice: Random) -> None:
    """The frame today, the number some days later: the example's clock goes on by itself."""
    for _ in range(3):
        _case(life)
    held = max(now(), Commit.objects.latest("size").at)
    out = held.date() + timedelta(days=dice.randint(2, 5))
    items = frames.strata("case", life.city.office.office, by=dice.choice(["", "topic"]))
    take = {name: min(2, len(roots)) for name, roots in items.items()}
    given: dict[str, Any] = {"number": life.number(), "plan": "draw", "target_kind": "case", "source": "示例彩票"}
    made: list[Frame] = []
    with example_time(held):
        enter(
            life.city.office,
            lambda w: made.append(follow_ups.fix_frame(w, **given, items=items, take=take, number_on=out)),
        )
    told = {"number": life.number(), "public_number": str(dice.random()), "published_on": out}
    with example_time(held + timedelta(days=7)):
        enter(life.city.office, lambda w: follow_ups.draw(w, made[0], **told))


DEEDS: dict[str, Callable[[Any, Random], None]] = {
    "adopt": _adopt,
    "mend a commitment": _mend_commitment,
    "mend evidence": _mend_evidence,
    "mend a follow-up": _mend_follow_up,
    "mend an honour": _mend_honour,
    "sign": _sign,
    "publish": _publish,
    "plan": _plan,
    "draw": _draw,
}


class Watched:
    """Notes which verbs came to an end, while the year passes. A verb that was refused did not."""

    def __init__(self) -> None:
        self.done: set[str] = set()

    def over(self, monkeypatch: Any) -> Watched:
        """Watch every verb of the room."""
        for module, name, verb in _all():
            monkeypatch.setattr(module, name, self._watching(verb))
        return self

    def _watching(self, verb: Callable[..., Any]) -> Callable[..., Any]:
        def watching(*given: Any, **how: Any) -> Any:
            came = verb(*given, **how)
            self.done.add(named(verb))
            return came

        return watching


def _all() -> Iterator[tuple[ModuleType, str, Callable[..., Any]]]:
    wanted = verbs()
    for module in MODULES:
        for name, verb in inspect.getmembers(module, inspect.isfunction):
            if verb.__module__ == module.__name__ and named(verb) in wanted:
                yield module, name, verb
