"""What is asked of projects, sites, visits and assignments: how far they came, and whether it is so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from concentric.core.courses.project import ProjectState
from concentric.core.terms.steps import state_word
from concentric.exchange.asking.rows import AskedRow, Names, numbered, steps_of, waiting_for
from concentric.keep.models import Activity, Project, ProjectStep, Site
from concentric.ledger.matters import load
from concentric.ledger.models import Head
from concentric.match.models import Assignment


def projects(organisation: UUID, names: Names) -> Iterator[tuple[str, AskedRow]]:
    """The owner is asked how far a project came, the host what arrived."""
    for one, head in waiting_for(Project, "supporter", owner_id=organisation):
        context = {
            "what": one.name,
            "state": state_word("project", head.state, names.lang),
            "so-far": names.quantity(load(head).state.amounts["arrived"], one.currency),
            "due": _day(head.due),
        }
        known = {"number": numbered(one.number, "J", head.n), "project": one.number}
        yield "project-progress", AskedRow(known, context)
    theirs = waiting_for(Project, "recipient", host_id=organisation)
    names.know(one.owner_id for one, _ in theirs)
    open_ = {one.root: _open_parts(head) for one, head in theirs}
    steps = steps_of(ProjectStep, open_)
    for one, _ in theirs:
        for step in steps[one.root]:
            context = {
                "from": names.of(one.owner_id),
                "what": one.name,
                "said": names.quantity(open_[one.root][step.n], one.currency),
                "said-on": _day(step.occurred_on),
            }
            yield "confirmations", AskedRow({"number": numbered(step.number, "R"), "subject": step.number}, context)


def _open_parts(head: Head) -> dict[int, Decimal | None]:
    """What arrived and the host has not confirmed, by the number of its step."""
    state = load(head).state
    assert isinstance(state, ProjectState)
    return {part.n: part.arrived for part in state.parts if part.answer != "confirmed"}


def sites(organisation: UUID, names: Names) -> Iterator[tuple[str, AskedRow]]:
    """Whoever builds a site is asked how far it came; its keeper, once it is open, whether it is in use."""
    for holder, part in (("supporter", "supporter_id"), ("recipient", "keeper_id")):
        mine = waiting_for(Site, holder, **{part: organisation})
        names.know(one.supporter_id for one, _ in mine)
        for one, head in mine:
            if head.state == "opened":
                yield _word(one, head, {"from": names.of(one.supporter_id), "what": one.name})
                continue
            context = {
                "what": one.name,
                "state": state_word("site", head.state, names.lang),
                "due": _day(head.due),
            }
            known = {"number": numbered(one.number, "J", head.n), "site": one.number}
            yield "site-progress", AskedRow(known, context)


def activities(organisation: UUID, names: Names) -> Iterator[tuple[str, AskedRow]]:
    """Where something was held is asked whether it was."""
    mine = waiting_for(Activity, "recipient", host_id=organisation)
    names.know(one.organiser_id for one, _ in mine)
    for one, head in mine:
        context = {"from": names.of(one.organiser_id), "what": one.title, "said-on": _day(one.held_on)}
        yield _word(one, head, context)


def assignments(organisation: UUID, names: Names) -> Iterator[tuple[str, AskedRow]]:
    """Who is served is asked whether somebody serves it."""
    mine = waiting_for(Assignment, "recipient", recipient_id=organisation)
    names.know(one.supporter_id for one, _ in mine)
    for one, head in mine:
        yield _word(one, head, {"from": names.of(one.supporter_id), "said-on": _day(one.since)})


def _word(one: Any, head: Head, context: dict[str, str]) -> tuple[str, AskedRow]:
    known = {"number": numbered(one.number, "R", head.n), "subject": one.number}
    return "confirmations", AskedRow(known, context)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
