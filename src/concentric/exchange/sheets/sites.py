"""Sites: a row is a place that is built, upgraded or named: a culture site, a clinic, a base, a brand."""

from __future__ import annotations

from concentric.exchange.rows.look import Look
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import Fields, RecordSheet, Values
from concentric.keep.models import SITE_KINDS, Site
from concentric.keep.sites import check


def build(values: Values, look: Look) -> Fields:
    own, programme, name, kind, category, place, supporter, keeper, planned_on, due, _ = values
    parties = look.organisation(supporter, "supporter"), look.organisation(keeper, "keeper")
    look.not_yet(planned_on, "planned_on")
    look.in_order(planned_on, due, "due")
    look.own("keeper", *parties)
    return {
        "number": own,
        "programme_id": look.programme(programme, "programme"),
        "name": name,
        "kind": kind,
        "category": look.code("site", category, "category"),
        "place_id": look.place(place, "place"),
        "supporter_id": parties[0],
        "keeper_id": parties[1],
        "planned_on": planned_on,
        "due": due,
    }


SHEET = RecordSheet(
    "sites",
    (
        number("number"),
        Column("programme", "reference", required=True, table="programme", width=16),
        Column("name", "text", required=True, words="site-name", width=28),
        Column("kind", "choice", required=True, words="site-kind", choices=SITE_KINDS, terms="choice-site"),
        Column("category", "reference", words="site-category", length=32, table="site", width=12),
        Column("place", "reference", width=14),
        Column("supporter", "reference", words="site-supporter"),
        Column("keeper", "reference", required=True),
        Column("planned_on", "date", required=True, words="planned-on", width=13),
        Column("due", "date", words="site-due", width=13),
    ),
    writers=frozenset({"supporter", "recipient"}),
    model=Site,
    build=build,
    check=check,
    told_at={"keep-keeper-is-supporter": "supporter"},
)
