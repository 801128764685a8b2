"""Roster: a row is one organisation on a dated list; the list itself comes with its first row."""

from __future__ import annotations

from collections.abc import Iterator

from concentric.exchange.rows.look import Look
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import Fields, RecordSheet, Values
from concentric.ledger.models import Record
from concentric.register.models import Roster, RosterEntry


def companions(values: Values) -> Iterator[tuple[type[Record], str]]:
    if values[1]:
        yield Roster, values[1]


def build(values: Values, look: Look) -> Fields:
    entry, code, name, programme, as_of, member, since, until, _ = values
    look.in_order(since, until, "until")
    head = {"code": code, "name": name, "programme_id": look.programme(programme, "programme"), "as_of": as_of}
    return {
        "number": entry,
        "roster_id": look.roster(head),
        "member_id": look.organisation(member, "member"),
        "since": since,
        "until": until,
    }


SHEET = RecordSheet(
    "roster",
    (
        number("number"),
        Column("roster", "reference", required=True, words="roster-code", width=14),
        Column("roster_name", "text", required=True, words="roster-name", width=24),
        Column("programme", "reference", table="programme", width=16),
        Column("as_of", "date", required=True, words="as-of", width=13),
        Column("member", "reference", required=True, width=14),
        Column("since", "date", width=13),
        Column("until", "date", width=13),
    ),
    model=RosterEntry,
    build=build,
    companions=companions,
)
