"""The view `pairings`: one row for each pairing in force, as far as the standing steps have brought it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from concentric.core.courses.strength import CONFIRMED, PLEDGED, REPORTED, VERIFIED
from concentric.prove.rows.follow_ups import looked_back
from concentric.prove.rows.roles import attested, last, role, spoken_steps, spread
from concentric.prove.rows.same_as import once
from concentric.prove.rows.tables import in_programme, party

if TYPE_CHECKING:
    import ibis.expr.types as ir


def _steps() -> ir.Table:
    """One row for each pairing with steps: when what happened, and whose word is the strongest."""
    steps = spoken_steps("pairing")
    name = steps["name"]
    agreed = name == "agreed"
    # The classes a later step may replace; an agreement is replaced by a later one at most on the reported rung.
    classed = steps.mutate(
        own=(agreed & (steps["role"] == "recipient")),
        helper=(agreed & steps["role"].isin(["supporter", "office"])),
    )
    said_of = {"by": "attested_by", "channel": "channel"}
    facts = classed.group_by("matter").aggregate(
        agreements=classed["n"].count(where=classed["name"] == "agreed"),
        owns=classed["n"].count(where=classed["own"]),
        helpers=classed["n"].count(where=classed["helper"]),
        verifications=classed["n"].count(where=classed["name"] == "verified"),
        declines=classed["n"].count(where=classed["name"] == "declined"),
        ends=classed["n"].count(where=classed["name"] == "ended"),
        agreed_on=classed["occurred_on"].min(where=classed["name"] == "agreed"),
        agreed_at=classed["recorded_at"].min(where=classed["name"] == "agreed"),
        ended_on=classed["occurred_on"].max(where=classed["name"] == "ended"),
        own=last(classed, classed["own"], **said_of),
        agreed=last(classed, classed["name"] == "agreed", **said_of),
        verified=last(classed, classed["name"] == "verified", on="occurred_on", **said_of),
        renewed=last(classed, classed["name"] == "renewed", until="occurred_on"),
    )
    return spread(facts, "own", "agreed", "verified", "renewed")


def pairings() -> ir.Table:
    """One row for each pairing in force. It is agreed on the day of the first agreement that stands."""
    import ibis  # 0.7 seconds: only processes that compute figures pay them

    held = once("pairing")
    steps = _steps()
    found = held.left_join(steps, held["root"] == steps["matter"])

    def some(column: str) -> ir.BooleanValue:
        return found[column].fill_null(0) > 0

    ended, declined = some("ends"), some("declines") & ~some("ends")
    strength = ibis.cases(
        (declined, PLEDGED),
        (some("agreements") & some("verifications"), VERIFIED),
        (some("owns"), CONFIRMED),
        (some("agreements"), REPORTED),
        else_=PLEDGED,
    )
    found = found.mutate(
        strength=strength,
        state=ibis.cases(
            (ended, "ended"),
            (declined, "declined"),
            (some("owns") & some("helpers"), "active"),
            (some("agreements"), "agreed"),
            else_="proposed",
        ),
        holds_until=(ended | declined).ifelse(ibis.null("date"), found["renewed_until"]),
        entered_at=found["agreed_at"].coalesce(found["entered_at"]),
        matter_office=found["office"],
    )

    def backed(column: str, opened: str) -> Any:
        steps = zip((VERIFIED, CONFIRMED, REPORTED), ("verified", "own", "agreed"), strict=True)
        return ibis.cases(*((strength == rung, found[f"{step}_{column}"]) for rung, step in steps), else_=found[opened])

    found = found.mutate(
        attested=attested(role(backed("by", "attested_by"), found)), channel=backed("channel", "channel")
    )
    found = in_programme(looked_back(found))
    found = party(found, "supporter")
    return party(found, "recipient", placed=True)
