"""Which expression makes which view, and having an engine keep it."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from functools import cache, partial
from typing import TYPE_CHECKING

from concentric.lake.pruned import Pruned, pruned
from concentric.lake.snapshot import Engine
from concentric.lake.statements import kept, named
from concentric.prove.rows import (
    accreditations,
    activities,
    assignments,
    case_steps,
    cases,
    commitments,
    days,
    follow_ups,
    honours,
    needs,
    pairings,
    posts,
    projects,
    same_as,
    sites,
    tables,
)
from concentric.prove.view import View
from concentric.prove.views import IBIS_TYPES, VIEWS

if TYPE_CHECKING:
    import ibis.expr.types as ir

EXPRESSIONS: dict[str, Callable[[], ir.Table]] = {
    "places": tables.places,
    "organisations": tables.organisations,
    "programmes": tables.programmes,
    "rosters": tables.rosters,
    "roster": tables.roster,
    "statistics": tables.statistics,
    "results": follow_ups.results,
    "posts": posts.posts,
    "appointments": posts.appointments,
    "needs": needs.needs,
    "offers": needs.offers,
    "honours": honours.honours,
    "joined": same_as.joined,
    "pairings": pairings.pairings,
    "parts": commitments.parts,
    "commitments": commitments.commitments,
    "deliveries": commitments.deliveries,
    "stages": projects.stages,
    "projects": projects.projects,
    "arrivals": projects.arrivals,
    "signings": projects.signings,
    "workdays": days.workdays,
    "case_steps": case_steps.case_steps,
    "cases": cases.cases,
    "answers": cases.answers,
    "adoptions": cases.adoptions,
    "assignments": assignments.assignments,
    "activities": activities.activities,
    "sites": sites.sites,
    "accreditations": accreditations.accreditations,
    "targets": follow_ups.targets,
    "follow_ups": follow_ups.follow_ups,
    "draws": follow_ups.draws,
}
"""What makes each view; those that a view is made of stand before it."""


def settle(engine: Engine, name: str, columns: Collection[str] | None = None) -> View:
    """Have the engine keep the view; of the views that it is made of, what it reads of them. See `settle_all`."""
    settle_all(engine, {name: columns})
    return VIEWS[name]


def settle_all(engine: Engine, wanted: Mapping[str, Collection[str] | None]) -> None:
    """Have the engine keep these views, each whole (None) or with these columns at least.

    For counting a few columns do: names and places are most of a view. The first call in a snapshot computes, later
    ones are free; a call that wants more of a view makes it anew, with what it had and what is wanted.
    """
    asked: dict[str, Collection[str] | None] = dict(wanted)
    made: dict[str, tuple[str, ...] | None] = {}
    # Nobody may make a table anew between this call's choice of its columns and its use of them.
    with engine.lock:
        for name in reversed(EXPRESSIONS):
            if name not in asked:
                continue
            made[name] = _together(VIEWS[name], asked[name], engine.columns(VIEWS[name].table))
            for used, taken in beneath(name, made[name]).items():
                known = asked.get(used, ())
                asked[used] = None if known is None else {*known, *taken}
        for name, columns in reversed(made.items()):
            engine.materialise(VIEWS[name].table, partial(exact, VIEWS[name], columns), columns)


def _together(view: View, wanted: Collection[str] | None, held: Collection[str] | None) -> tuple[str, ...] | None:
    """What is wanted and what is held of a view, in the view's order; None where that is all of it."""
    names = view.names()
    if wanted is None or held is None:
        return None
    few = tuple(name for name in names if name in wanted or name in held)
    return None if len(few) == len(names) else few


@cache
def beneath(name: str, columns: tuple[str, ...] | None = None) -> dict[str, frozenset[str]]:
    """Which columns of which other views are read to make these columns of a view (None: all of them)."""
    text = kept(named("beneath", name, columns) + ".json", lambda: json.dumps(_beneath(VIEWS[name], columns)))
    return {used: frozenset(taken) for used, taken in json.loads(text).items()}


def _beneath(view: View, columns: tuple[str, ...] | None) -> dict[str, list[str]]:
    tables = {one.table: name for name, one in VIEWS.items()}
    return {tables[t]: sorted(taken) for t, taken in _pruned(view, columns).reads.items() if t in tables}


def exact(view: View, columns: tuple[str, ...] | None = None) -> ir.Table:
    """The view's expression with exactly its columns, or a few, in their order and types, on every engine."""
    return _pruned(view, columns).table


@cache
def _pruned(view: View, columns: tuple[str, ...] | None) -> Pruned:
    table = EXPRESSIONS[view.name]()
    wanted = [column for column in view.columns if columns is None or column.name in columns]
    return pruned(table.select(**{one.name: table[one.name].cast(IBIS_TYPES[one.type]) for one in wanted}))
