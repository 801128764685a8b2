"""A commitment opened under a pairing to which both sides have agreed: what is filled in beforehand, and the verb.

A form is read as a row of the sheet of commitments is, cell by cell, with the same words for what is wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from concentric.core.terms.findings import Finding, Refused
from concentric.core.terms.money import Priced
from concentric.core.terms.steps import state_word
from concentric.exchange.rows.book_words import BookWords
from concentric.exchange.sheets.cells import compiled, is_blank
from concentric.exchange.sheets.commitments import ACTIVE, SHEET, mismeasured
from concentric.keep import commitments
from concentric.keep.models import Commitment
from concentric.ledger.actor import Actor
from concentric.ledger.append import append
from concentric.ledger.ids import new_id
from concentric.ledger.models import Head
from concentric.ledger.writer import Writer
from concentric.match.models import Need, Offer, Pairing

FIELDS = (
    *("number", "kind", "nature", "firmness", "amount", "currency", "quantity", "unit"),
    *("committed_on", "due", "what"),
)
"""What a form asks for, by the columns of the sheet; the two sides are the pairing's."""


class PairingNotAgreed(Refused):
    """Not both sides have agreed, or the pairing is over."""


class OpenedBefore(Refused):
    """The same commitment was opened under this pairing already."""


class NoSuchPairing(Refused):
    """No pairing in force bears this number."""


@dataclass(frozen=True)
class Form:
    """What was typed, and what is wrong with it. `commitment` where nothing is."""

    texts: Mapping[str, str]
    commitment: Commitment | None = None
    findings: tuple[Finding, ...] = ()


def pairing_of(number: str, office: UUID | None) -> Pairing:
    """The pairing of this number. NoSuchPairing where there is none."""
    found: Pairing | None = Pairing.objects.in_force().of_office(office).filter(number=number).first()
    if found is None:
        raise NoSuchPairing("opening-no-pairing", number=number)
    return found


def state_of(pairing: Pairing) -> str:
    """In which state it is now."""
    return str(Head.objects.filter(matter=pairing.root).values_list("state", flat=True)[0])


def opened_under(pairing: Pairing) -> list[Commitment]:
    """The commitments in force under a pairing, by number."""
    return list(Commitment.objects.in_force().filter(pairing=pairing.root).order_by("number"))


def prefilled(pairing: Pairing, words: BookWords, day: date) -> dict[str, str]:
    """A form as the pairing's needs and offers suggest it: the need that the supporter can meet, the most urgent first.

    What help of its category comes to is the book's to say; nothing is chosen beforehand where it doesn't. Two queries.
    The number counts on from the commitments that there are under the pairing.
    """
    met = _met(pairing, day)
    category = met[0].category if met else next(iter(filter(None, pairing.help_types.split(","))), "")
    listed = words.listed("category", category)
    kind = listed.comes_to if listed is not None else ""
    counted = bool(met) and met[0].quantity is not None and kind != "money"
    taken = set(
        Commitment.objects.in_force().filter(number__startswith=f"{pairing.number}-C").values_list("number", flat=True)
    )
    n = next(n for n in range(1, len(taken) + 2) if f"{pairing.number}-C{n}" not in taken)
    return {
        "number": f"{pairing.number}-C{n}",
        "kind": kind,
        "nature": listed.nature if listed is not None else "",
        "firmness": "signed",
        "amount": "",
        "currency": words.currency if kind in ("money", "investment") else "",
        "quantity": f"{met[0].quantity.normalize():f}" if counted and met[0].quantity is not None else "",
        "unit": met[0].unit if counted else "",
        "committed_on": day.isoformat(),
        "due": "",
        "what": met[0].what if met else "",
    }


def _met(pairing: Pairing, day: date) -> list[Need]:
    """Needs of the recipient in categories that the supporter holds out, on the day."""

    def holding(model: type[Need] | type[Offer], root: UUID) -> list[Any]:
        held: Any = model.objects.in_force().of_office(pairing.office).filter(organisation_id=root).order_by("number")
        return [
            one
            for one in held
            if one.programme_id in (pairing.programme_id, None)
            and one.since <= day
            and (one.until is None or one.until > day)
        ]

    offered = {one.category for one in holding(Offer, pairing.supporter_id)}
    met = [one for one in holding(Need, pairing.recipient_id) if one.category in offered]
    return sorted(met, key=lambda one: (-one.urgency, one.number))


def read_form(texts: Mapping[str, str], pairing: Pairing, default_currency: str, lang: str, today: date) -> Form:
    """What was typed as a commitment, or everything that is wrong with it."""
    given = {name: texts.get(name, "")[:500] for name in FIELDS}
    columns = {column.name: column for column in SHEET.own}
    values: dict[str, object] = {}
    findings: list[Finding] = []

    def wrong(key: str, name: str, **words: str) -> None:
        findings.append(Finding(key, words, column=columns[name].heading(lang)))

    for name in FIELDS:
        column = columns[name]
        try:
            values[name] = None if is_blank(given[name]) else compiled(column, lang=lang)(given[name])
        except Refused as refused:
            values[name] = None
            findings.append(refused.finding(column=column.heading(lang)))
            continue
        if column.required and values[name] is None:
            wrong("opening-missing", name, column=column.heading(lang))
    amount, quantity, on, due = (values[name] for name in ("amount", "quantity", "committed_on", "due"))
    if not findings:
        for key, name in mismeasured(values["kind"], amount, quantity, values["unit"]):
            wrong(key, name, number=given["number"], unit=given["unit"])
        named = amount.currency if type(amount) is Priced else ""
        if named and values["currency"] and named != values["currency"]:
            wrong("cell-currency-differs", "amount", text=str(amount), currency=str(values["currency"]))
        if isinstance(on, date) and on > today:
            wrong("row-in-future", "committed_on", on=on.isoformat())
        if isinstance(on, date) and isinstance(due, date) and due < on:
            wrong("row-dates-backwards", "due", first=on.isoformat(), last=due.isoformat())
    if findings:
        return Form(given, findings=tuple(findings))
    made = {name: values[name] if values[name] is not None else "" for name in ("what", "unit", "currency")}
    if quantity is not None:
        made["currency"] = ""
    else:
        made |= {"currency": values["currency"] or named or default_currency, "unit": ""}
    plain = {name: values[name] for name in FIELDS if name not in made}
    commitment = Commitment(
        programme_id=pairing.programme_id,
        supporter_id=pairing.supporter_id,
        recipient_id=pairing.recipient_id,
        pairing=pairing.root,
        **plain,
        **made,
    )
    return Form(given, commitment)


def open_under(actor: Actor, pairing: Pairing, commitment: Commitment, lang: str) -> UUID:
    """Enter a commitment under a pairing. PairingNotAgreed, OpenedBefore, or what the commitment's verb refuses."""
    made: list[UUID] = []

    def change(writer: Writer) -> None:
        state = writer.matter(pairing.root).state.name
        if state != ACTIVE:
            raise not_agreed(pairing, state, lang)
        for other in opened_under(pairing):
            if _same(other, commitment):
                raise OpenedBefore("opening-twice", number=pairing.number, other=other.number)
        made.append(commitments.pledge(writer, commitment))

    append(actor, change, request_id=f"open-{new_id()}")
    return made[0]


def not_agreed(pairing: Pairing, state: str, lang: str) -> PairingNotAgreed:
    """Why nothing can be opened under a pairing in this state."""
    return PairingNotAgreed("opening-not-agreed", number=pairing.number, state=state_word("pairing", state, lang))


def _same(one: Commitment, other: Commitment) -> bool:
    names = ("kind", "amount", "currency", "quantity", "unit", "committed_on", "what")
    return all(getattr(one, name) == getattr(other, name) for name in names)
