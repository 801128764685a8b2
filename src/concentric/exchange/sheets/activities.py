"""Activities: a row is a visit, a training, an outreach in a setting. People and person-times are two numbers."""

from __future__ import annotations

from decimal import Decimal

from concentric.exchange.rows.look import Look
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import Fields, RecordSheet, Values
from concentric.keep.activities import check
from concentric.keep.models import ACTIVITY_KINDS, Activity, Site

MOST = 100_000_000


def build(values: Values, look: Look) -> Fields:
    own, programme, kind, setting, title, organiser, host, site, place, held_on, people, person_times, _ = values
    parties = look.organisation(organiser, "organiser"), look.organisation(host, "host")
    look.not_yet(held_on, "held_on")
    look.own("organiser", *parties)
    return {
        "number": own,
        "programme_id": look.programme(programme, "programme"),
        "kind": kind,
        "setting": look.code("setting", setting, "setting"),
        "title": title,
        "organiser_id": parties[0],
        "host_id": parties[1],
        "site_id": look.thing(Site, site, "site"),
        "place_id": look.place(place, "place"),
        "held_on": held_on,
        "people": None if people is None else Decimal(people),
        "person_times": None if person_times is None else Decimal(person_times),
    }


SHEET = RecordSheet(
    "activities",
    (
        number("number"),
        Column("programme", "reference", required=True, table="programme", width=16),
        Column("kind", "choice", required=True, words="activity-kind", choices=ACTIVITY_KINDS, terms="choice-activity"),
        Column("setting", "reference", length=32, table="setting", width=12),
        Column("title", "text", required=True, words="activity-title", width=28),
        Column("organiser", "reference", required=True),
        Column("host", "reference", words="activity-host"),
        Column("site", "reference", words="activity-site"),
        Column("place", "reference", width=14),
        Column("held_on", "date", required=True, words="held-on", width=13),
        Column("people", "count", most=MOST, width=10),
        Column("person_times", "count", words="person-times", most=MOST, width=10),
    ),
    writers=frozenset({"supporter"}),
    model=Activity,
    build=build,
    check=check,
    told_at={"keep-more-people-than-times": "person_times"},
)
