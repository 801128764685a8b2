"""The views `projects`, `arrivals` and `signings` in plain Python."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from concentric.core.courses import Opening
from concentric.core.courses.project import ProjectState
from concentric.core.courses.strength import CONFIRMED, REPORTED, VERIFIED
from concentric.prove.plain_rows.follow_ups import is_raised, last_result, strength_after
from concentric.prove.plain_rows.known import Known, Row
from concentric.prove.plain_rows.matters import Folded, attested, latest, opening_of

STAGES = ("signed", "started", "producing", "at-capacity")
ZERO = Decimal(0)


def _stages(one: Folded) -> list[Row]:
    """The stages and arrivals, each with its own strength and the record that backs it."""
    found = []
    for kept in one.said(*STAGES, "arrived"):
        about = [other for other in one.said("confirmed", "verified") if other.of == kept.n]
        checks = [other for other in about if other.name == "verified"]
        own = [other for other in about if other.name == "confirmed" and other.role == "recipient"]
        verified = (checks[-1].amount or ZERO) if checks else ZERO
        confirmed = max(own[-1].amount or ZERO, verified) if own else verified
        money = kept.name == "arrived"
        if verified > 0 if money else bool(checks):
            strength, best = VERIFIED, one.steps[checks[-1].n]
        elif confirmed > 0 if money else bool(own):
            strength, best = CONFIRMED, one.steps[own[-1].n]
        else:
            strength, best = REPORTED, one.steps[kept.n]
        found.append(
            {
                "step": one.steps[kept.n],
                "money": money,
                "strength": strength,
                "best": best,
                "arrived": kept.amount or ZERO,
                "confirmed": confirmed,
                "verified": verified,
                "confirmed_on": own[-1].on if own else None,
                "verified_on": checks[-1].on if strength == VERIFIED else None,
            }
        )
    return found


def _opening(row: Row) -> Opening:
    return opening_of(row, row["owner"], row["host"])


def _project(known: Known, row: Row) -> tuple[Row, list[Row]]:
    """A project's row, and its stages."""
    one = Folded(known, "project", row, _opening(row))
    state: Any = one.state
    assert isinstance(state, ProjectState)
    stages = _stages(one)
    for arrival, part in zip([stage for stage in stages if stage["money"]], state.parts, strict=True):
        held = (part.arrived, part.confirmed, part.verified, part.strength)
        assert held == tuple(arrival[name] for name in ("arrived", "confirmed", "verified", "strength"))
        arrival["answer"] = part.answer
    result = last_result(known, row["root"])
    raised = {id(stage): is_raised(stage["strength"], result) for stage in stages}
    best = max(stages, key=lambda stage: (stage["strength"], stage["best"]["idx"]), default=None)
    signed = one.last("signed")
    chain = known.parties.get(row["chain"] or "", {})
    shown = [event for event in known.once("signing") if event["project"] == row["root"]]
    amounts = state.amounts
    held_amount = sum((s["confirmed"] if raised[id(s)] else s["verified"] for s in stages), ZERO)
    return {
        **one.begin(row["owner"], row["host"], row["place"], known.place_root(row["host"])),
        **{name: row[name] for name in ("kind", "name", "industry", "chain", "currency", "lead_on", "due")},
        "chain_number": chain.get("number"),
        "chain_name": chain.get("name"),
        "amount": amounts["contract"],
        "amount_pledged": amounts["contract"],
        "amount_reported": amounts["arrived"],
        "amount_confirmed": amounts["confirmed"],
        "amount_verified": held_amount,
        **{f"{name.replace('-', '_')}_on": one.on(name) for name in (*STAGES, "ended")},
        "arrived_on": latest(stage["step"]["occurred_on"] for stage in stages if stage["money"]),
        "signings": len(shown),
        "arrivals": sum(stage["money"] for stage in stages),
        **one.backed(row if best is None else best["best"]),
        "entered_at": row["entered_at"] if signed is None else signed["recorded_at"],
    }, stages


def projects(known: Known) -> list[Row]:
    """One row for each project, however often it was signed."""
    return [_project(known, row)[0] for row in known.once("project")]


_OF = ("programme", "circle", "place", "place_name", "place_level", "path")
_SIDES = tuple(f"{side}{name}" for side in ("supporter", "recipient") for name in ("", "_number", "_name", "_kind"))


def _of(project: Row) -> Row:
    named = {"project": project["root"], "project_number": project["number"], "project_name": project["name"]}
    return {**named, **{name: project[name] for name in (*_OF, *_SIDES)}}


def arrivals(known: Known) -> list[Row]:
    """One row for each arrival that stands."""
    found = []
    for row in known.once("project"):
        project, stages = _project(known, row)
        result = last_result(known, row["root"])
        for part in (stage for stage in stages if stage["money"]):
            step, raised = part["step"], is_raised(part["strength"], result)
            found.append(
                {
                    **_of(project),
                    **{name: project[name] for name in ("kind", "industry", "currency", "followed")},
                    **{name: step[name] for name in ("idx", "number", "recorded_at")},
                    "record": step["id"],
                    "root": step["id"],
                    "answer": part["answer"],
                    "amount": part["arrived"],
                    "amount_reported": part["arrived"],
                    "amount_confirmed": part["confirmed"],
                    "amount_verified": part["confirmed"] if raised else part["verified"],
                    "arrived_on": step["occurred_on"],
                    "confirmed_on": part["confirmed_on"],
                    "verified_on": part["verified_on"],
                    "strength": strength_after(part["strength"], result.result),
                    "attested": "independent" if raised else attested(_opening(row), part["best"]),
                    "channel": result.channel if raised else part["best"]["channel"],
                    "entered_at": step["recorded_at"],
                    "reason": None,
                }
            )
    return found


def signings(known: Known) -> list[Row]:
    """One row for each signing event."""
    of = {row["root"]: row for row in projects(known)}
    names = ("event", "signed_on", "amount", "currency")
    return [
        {**known.base(row, "number"), **_of(of[row["project"]]), **{name: row[name] for name in names}}
        for row in known.once("signing")
        if row["project"] in of
    ]
