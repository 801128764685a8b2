"""Which expression makes which view, and having an engine keep it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache, partial
from typing import TYPE_CHECKING

from concentric.lake.snapshot import Engine
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
    "results": follow_ups.results,
    "targets": follow_ups.targets,
    "follow_ups": follow_ups.follow_ups,
    "draws": follow_ups.draws,
}


def settle(engine: Engine, name: str, columns: Collection[str] | None = None) -> View:
    """Have the engine keep the view and those it uses. The first call in a snapshot computes, later ones are free.

    Where only some `columns` are wanted, as for counting, the others need not be made: names and places are most of a
    view. Whoever asks for more gets the whole view.
    """
    view = VIEWS[name]
    few = None if columns is None else tuple(one for one in view.names() if one in _taken()[name] or one in columns)
    for used in view.uses:
        settle(engine, used, view.takes.get(used))
    engine.materialise(view.table, partial(exact, view, few), few)
    return view


@cache
def _taken() -> dict[str, set[str]]:
    """For each view the columns that others take of it: they are always made."""
    found: dict[str, set[str]] = {name: set() for name in VIEWS}
    for view in VIEWS.values():
        for used, columns in view.takes.items():
            found[used].update(columns)
    return found


@cache
def exact(view: View, few: tuple[str, ...] | None = None) -> ir.Table:
    """The view's expression with exactly its columns, or a few, in their order and types, on every engine."""
    table = EXPRESSIONS[view.name]()
    wanted = [column for column in view.columns if few is None or column.name in few]
    return table.select(**{column.name: table[column.name].cast(IBIS_TYPES[column.type]) for column in wanted})
