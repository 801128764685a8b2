"""The book's plans of looking back: some days after an answer, and again after a "yes", which can still relapse."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from concentric.core.courses.follow_up import FINDINGS
from concentric.keep import follow_ups
from concentric.keep.models import FollowUp, FollowUpStep
from concentric.ledger.matters import load
from concentric.ledger.models import Head, InForce, Matter
from concentric.ledger.payload import kinds
from concentric.ledger.writer import Writer
from concentric.register.book.clocks import PlanSpec

AT_ONCE = 500  # matters read at once


@dataclass(frozen=True)
class Wanted:
    """A follow-up that the plan asks for and nobody has entered yet: of the matter with this number, from a day on."""

    matter: UUID
    number: str
    on: date


def days(plan: PlanSpec, answered_on: date, held: Sequence[date | None]) -> Iterator[date]:
    """The days on which a matter is looked back on, as far as they are known: pure, without any ledger.

    `held` is, for each look-back in turn, the day on which it was found to hold; None where that wasn't found.
    """
    for after in plan.after:
        yield answered_on + timedelta(days=after)
    for found_on in held[max(len(plan.after) - 1, 0) :]:
        if found_on is None or plan.again <= 0:
            return
        yield found_on + timedelta(days=plan.again)


def wanted(plan: PlanSpec, office: UUID | None, until: date) -> Iterator[Wanted]:
    """What the plan asks for up to a day. Four queries for each 500 matters that have been answered."""
    model: Any = kinds()[plan.kind]
    mine = InForce.objects.filter(kind=plan.kind, office=office).order_by("root")
    part: list[tuple[UUID, str]] = []
    for row in mine.values_list("root", "key").iterator(AT_ONCE):
        part.append((row[0], row[1] or str(row[0])))
        if len(part) == AT_ONCE:
            yield from _wanted(plan, model, part, until)
            part = []
    if part:
        yield from _wanted(plan, model, part, until)


def enter(writer: Writer, plan: PlanSpec, asked: Iterable[Wanted]) -> list[UUID]:
    """Enter the follow-ups that a plan asks for. Returns their roots."""
    asked = list(asked)
    writer.prefetch_matters(one.matter for one in asked)
    return [
        follow_ups.plan(
            writer,
            FollowUp(
                number=f"{plan.code}-{one.number}-{one.on:%Y%m%d}",
                plan=plan.code,
                target=one.matter,
                target_kind=plan.kind,
                planned_on=one.on,
                due=one.on + timedelta(days=plan.window),
            ),
        )
        for one in asked
    ]


def _wanted(plan: PlanSpec, model: type[Matter], part: Sequence[tuple[UUID, str]], until: date) -> Iterator[Wanted]:
    numbers = dict(part)
    answered = _answered(plan, model, list(numbers))
    planned: dict[UUID, list[UUID]] = defaultdict(list)
    of_plan = FollowUp.objects.in_force().filter(plan=plan.code, draw=None, target__in=list(answered))
    for target, root, on in of_plan.order_by("planned_on", "idx").values_list("target", "root", "planned_on"):
        if on > answered[target]:  # those before belong to an earlier answer
            planned[target].append(root)
    found = _findings([root for roots in planned.values() for root in roots])
    for matter, on in answered.items():
        turns = planned[matter]
        results = [found.get(root, (None, "")) for root in turns]
        # What relapsed, or holds in part only, goes back to its handler: the next answer begins a plan of its own.
        if any(what in ("partly", "relapsed") for _, what in results):
            continue
        for turn, day in enumerate(days(plan, on, [day for day, _ in results]), 1):
            if turn > len(turns) and day <= until:
                yield Wanted(matter, numbers[matter], day)


def _answered(plan: PlanSpec, model: type[Matter], roots: Sequence[UUID]) -> dict[UUID, date]:
    """The day of the last standing step that starts the plan, for matters that are not out of force."""
    found: dict[UUID, date] = {}
    for head in Head.objects.filter(matter__in=roots).exclude(state__in=["voided", "withdrawn", "declined"]):
        for kept in load(head).state.standing:
            starts = kept.name == plan.step and (not plan.outcomes or not kept.what or kept.what in plan.outcomes)
            if starts and kept.on is not None:
                found[head.matter] = kept.on
    return found


def _findings(roots: Sequence[UUID]) -> dict[UUID, tuple[date | None, str]]:
    """The last standing finding of each follow-up that has one: its day and what was found."""
    found: dict[UUID, tuple[date | None, str]] = {}
    for start in range(0, len(roots), AT_ONCE):
        steps = FollowUpStep.objects.in_force().filter(matter__in=roots[start : start + AT_ONCE], name="result")
        for matter, on, what in steps.order_by("n").values_list("matter_id", "occurred_on", "what"):
            if what in FINDINGS:
                found[matter] = (on, what)
    return found
