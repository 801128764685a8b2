"""The view `pairings`: one row for each pairing in force, as far as the standing steps have brought it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concentric.core.courses.strength import CONFIRMED, PLEDGED, REPORTED, VERIFIED
from concentric.lake.relations import standing_now
from concentric.prove.rows.follow_ups import looked_back
from concentric.prove.rows.roles import attested, latest, only, role, spoken_steps
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
        own_n=classed["n"].max(where=classed["own"]),
        agreed_n=classed["n"].max(where=classed["name"] == "agreed"),
        verified_n=classed["n"].max(where=classed["name"] == "verified"),
    )
    dated = latest(steps.filter(name.isin(["verified", "renewed"])), ["matter", "name"])
    dates = dated.group_by(dated_matter=dated["matter"]).aggregate(
        verified_on=only(dated["occurred_on"], dated["name"] == "verified"),
        renewed_until=only(dated["occurred_on"], dated["name"] == "renewed"),
    )
    return facts.left_join(dates, facts["matter"] == dates["dated_matter"])


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
        backed_n=ibis.cases(
            (strength == VERIFIED, found["verified_n"]),
            (strength == CONFIRMED, found["own_n"]),
            (strength == REPORTED, found["agreed_n"]),
        ),
        pair_entered=found["agreed_at"].coalesce(found["entered_at"]),
    )
    backing = standing_now("pairing_step").select(
        back_matter="matter", back_n="n", back_by="attested_by", back_channel="channel"
    )
    found = found.left_join(backing, [found["root"] == backing["back_matter"], found["backed_n"] == backing["back_n"]])
    found = found.mutate(matter_office=found["office"])
    stepped = found["back_matter"].notnull()
    found = found.mutate(
        attested=attested(role(stepped.ifelse(found["back_by"], found["attested_by"]), found)),
        channel=stepped.ifelse(found["back_channel"], found["channel"]),
        entered_at=found["pair_entered"],
    )
    found = in_programme(looked_back(found))
    found = party(found, "supporter")
    return party(found, "recipient", placed=True)
