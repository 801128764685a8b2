"""The view `pairings` in plain Python."""

from __future__ import annotations

from concentric.core.courses import COURSES, PairingState
from concentric.core.courses.base import Kept
from concentric.core.courses.strength import CONFIRMED, REPORTED, VERIFIED
from concentric.prove.plain_rows.follow_ups import backed
from concentric.prove.plain_rows.known import Known, Row
from concentric.prove.plain_rows.matters import as_step, attested, between, sides_of


def pairings(known: Known) -> list[Row]:
    """One row for each pairing."""
    found = []
    for row in known.once("pairing"):
        steps = known.steps("pairing_step", row["root"])
        state: PairingState = COURSES["pairing"].fold(sides_of(row), map(as_step, steps))
        by_n = {step["n"]: step for step in steps}
        said = {name: [kept for kept in state.standing if kept.name == name] for name in COURSES["pairing"].steps}
        agreed = [by_n[kept.n] for kept in said["agreed"]]
        backing: list[Kept] = []
        if state.strength == VERIFIED:
            backing = said["verified"]
        elif state.strength == CONFIRMED:
            backing = [kept for kept in said["agreed"] if kept.role == "recipient"]
        elif state.strength == REPORTED:
            backing = said["agreed"]
        best = by_n[backing[-1].n] if backing else row
        days = [step["occurred_on"] for step in agreed if step["occurred_on"] is not None]
        ends = [kept.on for kept in said["ended"] if kept.on is not None]
        found.append(
            {
                **between(known, row),
                "state": state.name,
                **{name: row[name] for name in ("batch", "help_types", "proposed_on")},
                "agreed_on": min(days, default=None),
                "verified_on": said["verified"][-1].on if said["verified"] else None,
                "holds_until": state.due,
                "ended_on": max(ends, default=None),
                **backed(known, row["root"], state.strength, attested(sides_of(row), best), best["channel"]),
                "entered_at": min((step["recorded_at"] for step in agreed), default=row["entered_at"]),
            }
        )
    return found
