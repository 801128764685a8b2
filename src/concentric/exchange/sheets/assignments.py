"""Assignments: a row is a commissioner, expert or chain leader for an organisation, a key project or a chain."""

from __future__ import annotations

from concentric.exchange.rows.look import Look
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import Fields, RecordSheet, Values
from concentric.match.assignments import check
from concentric.match.models import ASSIGNMENT_KINDS, Assignment
from concentric.register.models import Appointment, Post

MOST = 3_660


def build(values: Values, look: Look) -> Fields:
    own, programme, kind, appointment, recipient, since, until, rhythm, _ = values
    holder = look.thing(Appointment, appointment, "appointment")
    served = look.organisation(recipient, "recipient")
    look.in_order(since, until, "until")
    sent_by = None
    if holder is not None:
        facts = look.facts(Appointment, holder)
        sent_by = look.facts(Post, facts["post_id"])["organisation_id"]
        look.in_order(facts["since"], since, "since")
        if facts["until"] is not None:
            look.in_order(since, facts["until"], "since")
        look.own("appointment", sent_by)
    return {
        "number": own,
        "programme_id": look.programme(programme, "programme"),
        "kind": kind,
        "appointment_id": holder,
        "supporter_id": sent_by,
        "recipient_id": served,
        "since": since,
        "until": until,
        "rhythm": rhythm,
    }


SHEET = RecordSheet(
    "assignments",
    (
        number("number"),
        Column("programme", "reference", required=True, table="programme", width=16),
        Column(
            "kind",
            "choice",
            required=True,
            words="assignment-kind",
            choices=ASSIGNMENT_KINDS,
            terms="choice-assignment",
        ),
        Column("appointment", "reference", required=True),
        Column("recipient", "reference", required=True, words="served"),
        Column("since", "date", required=True, words="assigned-since", width=13),
        Column("until", "date", words="assigned-until", width=13),
        Column("rhythm", "count", most=MOST, width=12),
    ),
    writers=frozenset({"supporter"}),
    model=Assignment,
    build=build,
    check=check,
    told_at={"match-assigned-to-itself": "recipient", "entry-too-small": "rhythm"},
)
