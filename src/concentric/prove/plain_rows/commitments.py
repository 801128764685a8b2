"""The views `commitments` and `deliveries` in plain Python."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from concentric.core.courses import CommitmentCourse, CommitmentState
from concentric.core.courses.strength import CONFIRMED, VERIFIED
from concentric.prove.plain_rows.follow_ups import backed, is_raised, last_result
from concentric.prove.plain_rows.known import Known, Row
from concentric.prove.plain_rows.matters import as_step, attested, between, opening_of, sides_of


def commitments(known: Known) -> list[Row]:
    """One row for each commitment."""
    found = []
    for row in known.once("commitment"):
        state, steps = _folded(known, row)
        backing = _backing(known, row, state, steps)
        best = max(backing, key=lambda one: (one["part"].strength, one["best"]["idx"]), default=None)
        days = [steps[part.n]["occurred_on"] for part in state.parts]
        amounts = {name: state.amounts[name] for name in ("pledged", "reported", "confirmed")}
        amounts["verified"] = sum((one["held"] for one in backing), Decimal(0))
        made = {
            **_committed(known, row),
            "state": state.name,
            "amount": row["amount"],
            "quantity": row["quantity"],
            **_measures(row, amounts, tuple(amounts)),
            "value_on": row["value_on"],
            "delivered_on": max((day for day in days if day is not None), default=None),
            "deliveries": len(state.parts),
            "pairing": row["pairing"],
        }
        who, how = made["attested"], made["channel"]
        if best is not None:
            who, how = best["attested"], best["best"]["channel"]
        found.append({**made, **backed(known, row["root"], state.strength, who, how)})
    return found


def deliveries(known: Known) -> list[Row]:
    """One row for each part delivered."""
    found = []
    for row in known.once("commitment"):
        state, steps = _folded(known, row)
        for one in _backing(known, row, state, steps):
            part, step = one["part"], steps[one["part"].n]
            money = row["amount"] is not None
            amounts = {"reported": part.reported, "confirmed": part.confirmed, "verified": one["held"]}
            found.append(
                {
                    **_committed(known, row),
                    "idx": step["idx"],
                    "record": step["id"],
                    "root": step["id"],
                    "number": step["number"],
                    "commitment": row["root"],
                    "commitment_number": row["number"],
                    "answer": part.answer,
                    "amount": part.delivered if money else None,
                    "quantity": None if money else part.delivered,
                    **_measures(row, amounts, tuple(amounts)),
                    "delivered_on": step["occurred_on"],
                    "confirmed_on": one["confirmed_on"],
                    "verified_on": one["verified_on"],
                    **backed(known, row["root"], part.strength, one["attested"], one["best"]["channel"]),
                    "recorded_at": step["recorded_at"],
                    "entered_at": step["recorded_at"],
                    "reason": None,
                }
            )
    return found


def _folded(known: Known, row: Row) -> tuple[CommitmentState, dict[int, Row]]:
    steps = known.steps("commitment_step", row["root"])
    amount = row["amount"] if row["amount"] is not None else row["quantity"]
    state = CommitmentCourse().fold(
        opening_of(row, row["supporter"], row["recipient"], amount=amount), map(as_step, steps)
    )
    return state, {step["n"]: step for step in steps}


def _committed(known: Known, row: Row) -> Row:
    names = ("kind", "nature", "firmness", "what", "currency", "unit", "committed_on", "due")
    return {**between(known, row), **{name: row[name] for name in names}}


def _backing(known: Known, row: Row, state: CommitmentState, steps: dict[int, Row]) -> list[Row]:
    """Each part with the step that its strength rests on, and what is verified once it was looked back on."""
    found = []
    result = last_result(known, row["root"])
    for part in state.parts:
        about = [kept for kept in state.standing if kept.of == part.n]
        checks = [kept for kept in about if kept.name == "verified"]
        own = [kept for kept in about if kept.role == "recipient" and kept.name != "verified"]
        best = steps[part.n]
        if part.strength == VERIFIED:
            best = steps[checks[-1].n]
        elif part.strength == CONFIRMED:
            best = steps[own[-1].n]
        raised = is_raised(part.strength, result)
        found.append(
            {
                "part": part,
                "best": best,
                "held": part.confirmed if raised else part.verified,
                "confirmed_on": own[-1].on if part.answer == "confirmed" else None,
                "verified_on": checks[-1].on if part.strength == VERIFIED else None,
                "attested": attested(sides_of(row), best),
            }
        )
    return found


def _measures(row: Row, amounts: dict[str, Decimal], rungs: Iterable[str]) -> Row:
    money = row["amount"] is not None
    found: Row = {}
    for rung in rungs:
        found[f"amount_{rung}"] = amounts[rung] if money else None
        found[f"quantity_{rung}"] = None if money else amounts[rung]
    return found
