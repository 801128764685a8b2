"""Signings: a row is one event at which a project was signed. A project counts once, its events are counted apart."""

from __future__ import annotations

from concentric.exchange.rows.look import Look
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import Fields, RecordSheet, Values
from concentric.keep.models import Project, Signing
from concentric.keep.projects import check_signing


def build(values: Values, look: Look) -> Fields:
    own, project, event, signed_on, amount, currency, _ = values
    root = look.thing(Project, project, "project")
    look.not_yet(signed_on, "signed_on")
    currency = look.currency(amount, currency or "")
    if root is not None:
        facts = look.facts(Project, root)
        look.own("project", facts["owner_id"], facts["host_id"])
        if amount is not None:
            currency = currency or facts["currency"]
    return {
        "number": own,
        "project_id": root,
        "event": event,
        "signed_on": signed_on,
        "amount": amount,
        "currency": currency,
    }


SHEET = RecordSheet(
    "signings",
    (
        number("number"),
        Column("project", "reference", required=True),
        Column("event", "text", required=True, words="signing-event", width=28),
        Column("signed_on", "date", required=True, words="signed-on", width=13),
        Column("amount", "amount", money=True, words="signed-amount", width=16),
        Column("currency", "currency", words="signed-currency", width=8),
    ),
    writers=frozenset({"supporter"}),
    model=Signing,
    build=build,
    check=check_signing,
)
