"""Follow-ups: a row plans that somebody looks back, later, at one thing. Who has a part in it is taken over."""

from __future__ import annotations

from uuid import UUID

from concentric.exchange.look import Look
from concentric.exchange.nouns import FOLLOWED
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import Fields, RecordSheet, Values
from concentric.exchange.subjects import Subject, subject
from concentric.keep.models import Accreditation, Activity, Case, FollowUp, Project, Site
from concentric.ledger.models import Matter

_PARTIES: dict[type[Matter], tuple[str, str]] = {
    Case: ("", "raiser_id"),
    Project: ("owner_id", "host_id"),
    Activity: ("organiser_id", "host_id"),
    Site: ("supporter_id", "keeper_id"),
    Accreditation: ("", "candidate_id"),
}
"""Which attributes name its supporter and its recipient, where they aren't called so."""


def build(values: Values, look: Look) -> Fields:
    own, target, plan, stratum, planned_on, due, _ = values
    found = subject(look, target, "target", FOLLOWED, "reference-target", "subject-several")
    look.in_order(planned_on, due, "due")
    return {
        "number": own,
        "plan": look.code("follow-up", plan, "plan"),
        "stratum": stratum or "",
        "target": None if found is None else found.matter,
        "target_kind": "" if found is None else found.matters.KIND,
        **_parties(look, found),
        "draw_id": None,
        "planned_on": planned_on,
        "due": due,
    }


def _parties(look: Look, found: Subject | None) -> dict[str, UUID | None]:
    if found is None:
        return dict.fromkeys(("supporter_id", "recipient_id", "handler_id"))
    facts = look.facts(found.matters, found.matter)
    supporter, recipient = _PARTIES.get(found.matters, ("supporter_id", "recipient_id"))
    return {
        "supporter_id": facts[supporter] if supporter else None,
        "recipient_id": facts[recipient],
        "handler_id": facts.get("handler_id"),
    }


SHEET = RecordSheet(
    "follow-ups",
    (
        number("number"),
        Column("target", "reference", required=True, words="followed"),
        Column("plan", "reference", required=True, words="follow-up-plan", length=32, width=14),
        Column("stratum", "text", length=64, width=14),
        Column("planned_on", "date", required=True, words="look-back-on", width=13),
        Column("due", "date", words="look-back-until", width=13),
    ),
    model=FollowUp,
    build=build,
)
