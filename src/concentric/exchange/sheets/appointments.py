"""Appointments: a row is one person in one post. Name and telephone are sealed."""

from __future__ import annotations

from concentric.exchange.rows.look import Look
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import Fields, RecordSheet, Values
from concentric.register.models import Appointment, Post
from concentric.register.posts import check_appointment


def build(values: Values, look: Look) -> Fields:
    own, post, person_name, person_phone, since, until, _ = values
    look.in_order(since, until, "until")
    return {
        "number": own,
        "post_id": look.thing(Post, post, "post"),
        "since": since,
        "until": until,
        "person_name": person_name or "",
        "person_phone": person_phone or "",
    }


SHEET = RecordSheet(
    "appointments",
    (
        number("number"),
        Column("post", "reference", required=True),
        Column("person_name", "text", words="person-name", length=100, width=12),
        Column("person_phone", "phone", words="person-phone", length=60, width=16),
        Column("since", "date", required=True, words="appointed-since", width=13),
        Column("until", "date", words="appointed-until", width=13),
    ),
    model=Appointment,
    build=build,
    check=check_appointment,
    told_at={"entry-dates-out-of-order": "until"},
)
