"""Projects: a row is one investment or industry-chain project, however often it was signed."""

from __future__ import annotations

import re

from concentric.exchange.rows.look import Look
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import Fields, RecordSheet, Values
from concentric.keep.models import PROJECT_KINDS, Project
from concentric.keep.projects import check

_INDUSTRY = re.compile(r"[A-T]?[0-9]{2,4}|[A-T]")


def build(values: Values, look: Look) -> Fields:
    own, programme, name, kind, industry, owner, host, place, chain, currency, lead_on, due, _ = values
    parties = look.organisation(owner, "owner"), look.organisation(host, "host")
    industry = (industry or "").upper()
    if industry and not _INDUSTRY.fullmatch(industry):
        look.wrong("project-industry", "industry", code=industry)
    look.not_yet(lead_on, "lead_on")
    look.in_order(lead_on, due, "due")
    look.own("owner", *parties)
    return {
        "number": own,
        "programme_id": look.programme(programme, "programme"),
        "name": name,
        "kind": kind,
        "industry": industry,
        "owner_id": parties[0],
        "host_id": parties[1],
        "place_id": look.place(place, "place"),
        "chain_id": look.organisation(chain, "chain"),
        "currency": currency or look.default_currency,
        "lead_on": lead_on,
        "due": due,
    }


SHEET = RecordSheet(
    "projects",
    (
        number("number"),
        Column("programme", "reference", required=True, table="programme", width=16),
        Column("name", "text", required=True, words="project-name", width=28),
        Column("kind", "choice", required=True, words="project-kind", choices=PROJECT_KINDS, terms="choice-project"),
        Column("industry", "reference", length=8, width=10),
        Column("owner", "reference", required=True),
        Column("host", "reference"),
        Column("place", "reference", width=14),
        Column("chain", "reference"),
        Column("currency", "currency", width=8),
        Column("lead_on", "date", required=True, words="lead-on", width=13),
        Column("due", "date", words="project-due", width=13),
    ),
    writers=frozenset({"supporter"}),
    model=Project,
    build=build,
    check=check,
    told_at={"keep-owner-is-host": "host"},
)
