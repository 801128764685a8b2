"""Commitments: a row is what a supporter commits to a recipient, in money or in kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from uuid import UUID

from concentric.exchange.rows.look import Look
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import Fields, RecordSheet, Values
from concentric.keep.models import COMMITMENT_KINDS, FIRMNESS, NATURES, Commitment
from concentric.match.models import Pairing

ACTIVE = "active"
"""The state of a pairing to which both sides have agreed."""


def build(values: Values, look: Look) -> Fields:
    (
        own,
        programme,
        supporter,
        recipient,
        kind,
        nature,
        firmness,
        amount,
        currency,
        value_on,
        quantity,
        unit,
        committed_on,
        due,
        what,
        pairing,
        _,
    ) = values
    parties = look.parties(supporter, recipient, "keep-supporter-is-recipient", own)
    currency = look.currency(amount, currency or "")
    if amount is not None:
        currency = currency or look.default_currency
    for key, column in mismeasured(kind, amount, quantity, unit):
        look.wrong(key, column, number=own, unit=unit or "")
    look.not_yet(committed_on, "committed_on")
    look.in_order(committed_on, due, "due")
    return {
        "number": own,
        "programme_id": look.programme(programme, "programme"),
        **parties,
        "kind": kind,
        "nature": nature,
        "firmness": firmness,
        "amount": amount,
        "currency": currency,
        "value_on": value_on,
        "quantity": quantity,
        "unit": unit or "",
        "committed_on": committed_on,
        "due": due,
        "what": what or "",
        "pairing": _under(pairing, parties, look),
    }


def _under(pairing: str | None, parties: Mapping[str, UUID | None], look: Look) -> UUID | None:
    """The pairing of the same two under which it was made; one that isn't agreed yet is warned of."""
    root = look.thing(Pairing, pairing, "pairing")
    if root is None:
        return None
    held = look.facts(Pairing, root)
    if any(held[name] != parties[name] for name in ("supporter_id", "recipient_id")):
        look.wrong("commitment-other-pairing", "pairing", pairing=str(pairing))
    elif look.live(Pairing, root).state.name != ACTIVE:
        look.warn("commitment-pairing-open", "pairing", pairing=str(pairing))
    return root


def mismeasured(kind: object, amount: object, quantity: object, unit: object) -> Iterator[tuple[str, str]]:
    """What is wrong where not just one of an amount and a quantity with its unit is given: the key, and the column."""
    if amount is None and quantity is None:
        yield "commitment-nothing", "amount"
    elif amount is not None and quantity is not None:
        yield "commitment-both", "quantity"
    elif quantity is not None and not unit:
        yield "commitment-without-unit", "unit"
    elif quantity is None and unit:
        yield "commitment-unit-alone", "unit"
    if kind == "money" and amount is None and quantity is not None:
        yield "commitment-money-without-amount", "amount"


SHEET = RecordSheet(
    "commitments",
    (
        number("number"),
        Column("programme", "reference", required=True, table="programme", width=16),
        Column("supporter", "reference", required=True),
        Column("recipient", "reference", required=True),
        Column(
            "kind",
            "choice",
            required=True,
            words="commitment-kind",
            choices=COMMITMENT_KINDS,
            terms="choice-commitment",
        ),
        Column("nature", "choice", required=True, choices=NATURES, terms="choice-nature", width=10),
        Column("firmness", "choice", required=True, choices=FIRMNESS, terms="choice-firmness", width=10),
        Column("amount", "amount", money=True, words="amount", width=16),
        Column("currency", "currency", width=8),
        Column("value_on", "date", words="value-on", width=13),
        Column("quantity", "amount", width=10),
        Column("unit", "text", length=32, width=8),
        Column("committed_on", "date", required=True, words="committed-on", width=13),
        Column("due", "date", width=13),
        Column("what", "text", length=400, width=28),
        Column("pairing", "reference", words="under-pairing", width=14),
    ),
    writers=frozenset({"supporter"}),
    model=Commitment,
    build=build,
)
