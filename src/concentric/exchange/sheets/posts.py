"""Posts: a row is an office that somebody can hold in an organisation."""

from __future__ import annotations

from concentric.exchange.rows.look import Look
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import Fields, RecordSheet, Values
from concentric.register.models import Post


def build(values: Values, look: Look) -> Fields:
    own, organisation, title, _ = values
    return {"number": own, "organisation_id": look.organisation(organisation, "organisation"), "title": title}


SHEET = RecordSheet(
    "posts",
    (
        number("number"),
        Column("organisation", "reference", required=True),
        Column("title", "text", required=True, words="post-title", width=24),
    ),
    model=Post,
    build=build,
)
