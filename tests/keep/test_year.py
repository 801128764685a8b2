"""A whole year of everything that is kept, at random: whoever does what in whatever order, verify finds nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from tests.conftest import _use
from tests.ledger.cast import DAY, City, build, enter, entered, findings

from concentric.access.founding import found
from concentric.core.courses import COURSES
from concentric.core.terms.findings import Refused
from concentric.keep import (
    accreditations,
    activities,
    cases,
    commitments,
    evidence,
    follow_ups,
    frames,
    honours,
    projects,
    same_as,
    sites,
    store,
)
from concentric.keep.models import Evidence, FollowUp
from concentric.ledger.matters import load, steps_of
from concentric.ledger.models import Head, Matter
from concentric.ledger.payload import kinds
from concentric.match import assignments, pairings

from . import cast
from .deeds import DEEDS, Watched, verbs

SOME = (None, *map(Decimal, ("0", "0.5", "30", "60", "95")))
DAYS = (None, DAY, date(2021, 3, 8), date(2021, 6, 1), date(2022, 1, 3), date(2027, 1, 1))
WHAT = (
    "",
    "solved",
    "under-way",
    "planned",
    "explained",
    "satisfied",
    "not-satisfied",
    "papers",
    "visit",
    "city",
    "holds",
    "relapsed",
)
OPENS: dict[str, Any] = {
    "case": (cases, "receive", cast.case),
    "opinion": (cases, "receive", lambda city, **given: cast.case(city, kind="opinion", **given)),
    "project": (projects, "open_lead", cast.project),
    "activity": (activities, "report", cast.activity),
    "site": (sites, "plan", cast.site),
    "accreditation": (accreditations, "apply", cast.accreditation),
    "commitment": (commitments, "pledge", lambda city, number: city.pledge(number)),
    "pairing": (pairings, "propose", lambda city, number: city.pairing(number)),
    "assignment": (assignments, "assign", cast.assignment),
    "honour": (honours, "record", cast.honour),
}
"""Where the verb stands that opens a matter, its name, and a sound record."""
KEPT: dict[str, Any] = {
    "case": cases,
    "project": projects,
    "activity": activities,
    "site": sites,
    "accreditation": accreditations,
    "commitment": commitments,
    "pairing": pairings,
    "assignment": assignments,
    "follow-up": follow_ups,
}
"""Where the verbs stand that take a step of a course and correct its opening."""
CORRECTED = ("case", "project", "activity", "site", "accreditation")
SEEDS = st.integers(0, 2**32 - 1)


class Year(RuleBasedStateMachine):
    """An office with its cast. Each rule is an append of its own by one of them; refusals are part of the life."""

    databases: Any

    def __init__(self) -> None:
        super().__init__()
        self.name = self.databases.fresh()
        _use(self.name)
        self.matters: list[tuple[str, UUID]] = []
        self.count = 0

    @initialize(seed=SEEDS)
    def founded(self, seed: int) -> None:
        office = found(
            origin="tests.example/year",
            title={"en": "Year"},
            office_name="办公室",
            time_zone="Asia/Shanghai",
            example=True,
        )
        self.city: City = build(office)
        self.held = cast.appointed(self.city)
        for at, kind in enumerate(OPENS):
            self.opens(kind, seed + at)
        for at, deed in enumerate(DEEDS):
            DEEDS[deed](self, Random(seed + at))

    def number(self) -> str:
        self.count += 1
        return f"Y{self.count}"

    def _somebody(self, dice: Random) -> Any:
        city = self.city
        people = [city.chamber, city.enterprise, city.village, city.clinic, city.outsider]
        return city.office if dice.random() < 0.5 else city.acting(dice.choice(people))

    @rule(kind=st.sampled_from(sorted(OPENS)), seed=SEEDS)
    def opens(self, kind: str, seed: int) -> None:
        module, name, make = OPENS[kind]
        held = {"appointment": self.held} if kind == "assignment" else {}
        one = make(self.city, number=self.number(), **held)
        root = entered(self.city.office, lambda w: getattr(module, name)(w, one))
        if kind != "honour":
            self.matters.append((kind, root))
            self._lives(root, Random(seed))

    @rule(seed=SEEDS)
    def steps(self, seed: int) -> None:
        dice = Random(seed)
        self._lives(dice.choice(self.matters)[1], dice)

    def _lives(self, root: UUID, dice: Random) -> None:
        """Several tries on one matter: steps that its course allows now, by anybody, with whatever may come to mind."""
        for _ in range(12):
            live = load(Head.objects.get(matter=root))
            if live.voided:
                return
            course = COURSES[live.kind]
            name = dice.choice(course.allowed(live.state, live.opening) or course.steps)
            verb, how = KEPT[live.kind].take_step, self._how(live.kind, root, name, dice)
            try:
                enter(self._somebody(dice), lambda w, verb=verb, name=name, how=how: verb(w, root, name, **how))
            except Refused:
                continue

    def _how(self, course: str, root: UUID, name: str, dice: Random) -> dict[str, Any]:
        known = range(1, Head.objects.get(matter=root).n + 1)
        given: dict[str, Any] = {
            "on": dice.choice(DAYS),
            "amount": dice.choice(SOME) if dice.random() < 0.6 else None,
            "of": dice.choice(known) if known and dice.random() < 0.5 else None,
            "until": dice.choice(DAYS),
            "what": dice.choice(WHAT),
            "to": dice.choice([None, self.city.outsider, self.city.clinic]),
            "number": dice.choice(["", self.number()]),
            "note": "说明",
        }
        wanted = _wanted(course, name)
        return {key: value for key, value in given.items() if key not in _OPTIONAL or key in wanted}

    @rule(seed=SEEDS)
    def corrects(self, seed: int) -> None:
        dice = Random(seed)
        known = [(kind, root) for kind, root in self.matters if kind in CORRECTED]
        if not known:
            return
        kind, root = dice.choice(known)
        day = "due" if kind in ("case", "project", "site") else ""
        change: dict[str, Any] = {day: DAY + timedelta(days=dice.randint(0, 400))} if day else {}
        if kind == "case" and dice.random() < 0.5:
            change["handler_id"] = self.city.outsider
        one = OPENS[kind][2](self.city, number=self.number(), **change)
        try:
            enter(self._somebody(dice), lambda w: KEPT[kind].correct(w, root, one, "更正"))
        except Refused:
            return

    @rule(seed=SEEDS)
    def looks_back(self, seed: int) -> None:
        dice = Random(seed)
        _, root = dice.choice(self.matters)
        one = FollowUp(
            number=self.number(),
            plan="plan",
            target=root,
            target_kind=Head.objects.get(matter=root).kind,
            planned_on=DAY,
        )
        try:
            planned = entered(self.city.office, lambda w: follow_ups.plan(w, one))
        except Refused:  # a look-back isn't looked back on
            return
        self.matters.append(("follow-up", planned))
        self._lives(planned, dice)

    @rule(seed=SEEDS)
    def joins(self, seed: int) -> None:
        dice = Random(seed)
        (_, one), (_, other) = dice.choice(self.matters), dice.choice(self.matters)
        course = Head.objects.get(matter=one).kind
        try:
            arm = entered(self._somebody(dice), lambda w: same_as.join(w, course, one, other))
            if dice.random() < 0.5:
                enter(self.city.office, lambda w: same_as.part(w, arm, "两件事"))
        except Refused:
            return

    @rule(seed=SEEDS)
    def attaches(self, seed: int) -> None:
        dice = Random(seed)
        _, root = dice.choice(self.matters)
        held = store.put(b"%PDF-" + bytes([dice.randrange(4)]))
        piece = evidence.about(Evidence(number=self.number(), about=root, name="收据", access="office"), held)
        try:
            entered(self._somebody(dice), lambda w: evidence.attach(w, piece))
        except Refused:
            return

    @rule(seed=SEEDS)
    def fixes_a_frame(self, seed: int) -> None:
        dice = Random(seed)
        kind = dice.choice(["case", "site", "project"])
        items = frames.strata(kind, self.city.office.office, by=dice.choice(["", "place", "kind"]))
        given: dict[str, Any] = {"plan": "draw", "target_kind": kind, "items": items, "source": "示例彩票"}
        take = {name: dice.randint(0, len(roots)) for name, roots in items.items()}
        ahead = datetime.now(UTC).date() + timedelta(days=dice.randint(0, 9))
        try:
            enter(
                self.city.office,
                lambda w: follow_ups.fix_frame(w, number=self.number(), take=take, number_on=ahead, **given),
            )
        except Refused:
            return

    @rule(deed=st.sampled_from(sorted(DEEDS)), seed=SEEDS)
    def does(self, deed: str, seed: int) -> None:
        try:
            DEEDS[deed](self, Random(seed))
        except Refused:
            return

    @rule(seed=SEEDS)
    def voids(self, seed: int) -> None:
        dice = Random(seed)
        _, root = dice.choice(self.matters)
        kind = _matter_of(Head.objects.get(matter=root).kind).KIND
        try:
            enter(self.city.office, lambda w: w.void(root, kind, "重复"))
        except Refused:
            return

    @invariant()
    def every_head_is_what_its_steps_come_to(self) -> None:
        for _, root in self.matters[-3:]:
            head = Head.objects.get(matter=root)
            live = load(head)
            assert len(list(steps_of(_matter_of(head.kind), root))) == head.n == live.state.n

    def teardown(self) -> None:
        try:
            assert findings() == []
        finally:
            self.databases.drop(self.name)


_OPTIONAL = {"amount", "of", "until", "what", "to"}
_TAKES = {
    "case": {
        "routed": {"to", "until"},
        "extension-asked": {"until"},
        "extension-approved": {"until"},
        "answered": {"what", "until"},
        "word": {"what"},
        "adopted": {"what", "amount"},
    },
    "project": {"signed": {"amount"}, "increased": {"amount"}, "arrived": {"amount"}},
    "accreditation": {"assessed": {"what", "amount"}, "named": {"until"}, "renewed": {"until"}},
    "assignment": {"renewed": {"until"}},
    "follow-up": {"asked": {"to"}, "result": {"what"}},
    "commitment": {"delivered": {"amount"}, "disputed": {"of"}, "nothing-came": {"of"}},
}
_BOTH = {"confirmed": {"amount", "of"}, "verified": {"amount", "of"}}


def _wanted(course: str, name: str) -> set[str]:
    if name == "reversed":
        return {"of"}
    if course in ("commitment", "project") and name in _BOTH:
        return _BOTH[name]
    return _TAKES.get(course, {}).get(name, set())


def _matter_of(course: str) -> type[Matter]:
    found: Any = kinds()[course]
    return found


@pytest.mark.database
def test_a_year_at_random_leaves_nothing_for_verify_to_find(
    ledger_db: str, _databases: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched = Watched().over(monkeypatch)
    run_state_machine_as_test(
        type("Year", (Year,), {"databases": _databases}),
        settings=settings(
            max_examples=6,
            stateful_step_count=25,
            deadline=None,
            # A year that fails is told by its seeds; making it shorter would take minutes.
            phases=(Phase.explicit, Phase.reuse, Phase.generate),
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )
    _use(ledger_db)
    assert verbs() - watched.done == set()
