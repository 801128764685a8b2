"""Follow-ups: a row plans that somebody looks back, later, at one thing. Who has a part in it is taken over."""

from __future__ import annotations

from uuid import UUID

from concentric.exchange.rows.look import Look
from concentric.exchange.rows.nouns import FOLLOWED
from concentric.exchange.rows.subjects import Subject, subject
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import Fields, RecordSheet, Values
from concentric.keep.follow_ups import check, parties
from concentric.keep.models import FollowUp

PARTIES = ("supporter_id", "recipient_id", "handler_id")


def build(values: Values, look: Look) -> Fields:
    own, target, plan, stratum, planned_on, due, _ = values
    found = subject(look, target, "target", FOLLOWED, "reference-target", "subject-several")
    look.in_order(planned_on, due, "due")
    fields = {
        "number": own,
        "plan": look.code("follow-up", plan, "plan"),
        "stratum": stratum or "",
        "draw_id": look.former["draw_id"] if look.former is not None else None,
        "planned_on": planned_on,
        "due": due,
    }
    if found is not None:
        fields |= {"target": found.matter, "target_kind": found.matters.KIND, **_parties(look, found)}
    return fields


def _parties(look: Look, found: Subject) -> dict[str, UUID | None]:
    """Who may not look back. As they were when it was planned, while it speaks of the same thing."""
    former = look.former
    if former is not None and former["target"] == found.matter:
        return {name: former[name] for name in PARTIES}
    held = parties(look.live(found.matters, found.matter))
    handler = look.routed.get(found.matter, held.handler_id)
    return {"supporter_id": held.supporter_id, "recipient_id": held.recipient_id, "handler_id": handler}


SHEET = RecordSheet(
    "follow-ups",
    (
        number("number"),
        Column("target", "reference", required=True, words="followed"),
        Column("plan", "reference", required=True, words="follow-up-plan", length=32, table="follow-up", width=14),
        Column("stratum", "text", length=64, width=14),
        Column("planned_on", "date", required=True, words="look-back-on", width=13),
        Column("due", "date", words="look-back-until", width=13),
    ),
    model=FollowUp,
    build=build,
    check=check,
)
