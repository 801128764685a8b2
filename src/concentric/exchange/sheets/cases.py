"""Cases: a row is what an enterprise or anybody else asks for. Who asks and in what words is sealed."""

from __future__ import annotations

from datetime import date

from concentric.exchange.rows.look import Look
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import Fields, RecordSheet, Values
from concentric.keep.cases import check
from concentric.keep.models import CASE_KINDS, ORIGINS, URGENCIES, Case


def build(values: Values, look: Look) -> Fields:
    (
        own,
        programme,
        kind,
        topic,
        urgency,
        origin,
        raiser,
        place,
        handler,
        received_on,
        due,
        subject,
        words,
        raiser_name,
        raiser_contact,
        _,
    ) = values
    parties = look.organisation(raiser, "raiser"), look.organisation(handler, "handler")
    look.not_yet(received_on, "received_on")
    look.in_order(received_on, due, "due")
    look.own("raiser", parties[0])
    return {
        "number": own,
        "programme_id": look.programme(programme, "programme"),
        "kind": kind,
        "topic": look.code("class", topic, "topic"),
        "urgency": urgency or "normal",
        "origin": origin or "raised",
        "raiser_id": parties[0],
        "place_id": look.place(place, "place"),
        "handler_id": parties[1],
        "received_on": received_on,
        "due": due or _due(kind, urgency or "normal", received_on, look),
        "subject": subject or "",
        "words": words or "",
        "raiser_name": raiser_name or "",
        "raiser_contact": raiser_contact or "",
    }


def _due(kind: str, urgency: str, received_on: date, look: Look) -> date | None:
    """The day that the book sets where the row names none. It stays, while what it was reckoned from does."""
    former = look.former
    if former is not None and (former["kind"], former["urgency"], former["received_on"]) == (
        kind,
        urgency,
        received_on,
    ):
        found: date | None = former["due"]
        return found
    deadline = look.book.answer_due(kind, urgency, received_on)
    if deadline is None:
        return None
    if deadline.provisional:
        look.warn("case-due-provisional", "due", due=deadline.day.isoformat())
    return deadline.day


SHEET = RecordSheet(
    "cases",
    (
        number("number"),
        Column("programme", "reference", required=True, table="programme", width=16),
        Column("kind", "choice", required=True, words="case-kind", choices=CASE_KINDS, terms="choice-case", width=10),
        Column("topic", "reference", words="case-topic", length=32, table="class", width=12),
        Column("urgency", "choice", words="case-urgency", choices=URGENCIES, terms="choice-case-urgency", width=10),
        Column("origin", "choice", words="case-origin", choices=ORIGINS, terms="choice-origin", width=10),
        Column("raiser", "reference"),
        Column("place", "reference", width=14),
        Column("handler", "reference"),
        Column("received_on", "date", required=True, words="received-on", width=13),
        Column("due", "date", words="case-due", width=13),
        Column("subject", "text", words="case-subject", width=28),
        Column("words", "text", words="case-words", length=5000, width=36),
        Column("raiser_name", "text", words="raiser-name", length=100, width=12),
        Column("raiser_contact", "text", words="raiser-contact", length=100, width=16),
    ),
    writers=frozenset({"recipient"}),
    model=Case,
    build=build,
    check=check,
    told_at={"keep-nobody-raised": "raiser"},
)
