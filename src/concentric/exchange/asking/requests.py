"""Requests as records: whom a workbook went to, in which round; and who has not answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from concentric.core.terms.dates import show_date
from concentric.core.terms.findings import Refused
from concentric.core.terms.words import say
from concentric.exchange.asking.asks import Ask, asks_of
from concentric.exchange.asking.workbook import Letter, write_asked
from concentric.exchange.models import WorkbookImport, WorkbookRequest
from concentric.exchange.rows.book_words import BookWords
from concentric.ledger import clock
from concentric.ledger.actor import Actor
from concentric.ledger.append import append
from concentric.ledger.positions import charter
from concentric.ledger.writer import Writer
from concentric.prove.listing import disarmed
from concentric.register.models import Organisation


class NobodyToAsk(Refused):
    """The organisation is not known, or nothing waits for it."""


@dataclass(frozen=True)
class Sent:
    """One workbook that was written."""

    organisation: Organisation
    request: str
    rows: int
    path: Path


@dataclass(frozen=True)
class Waiting:
    """One organisation that was asked and has not answered."""

    organisation: Organisation
    request: WorkbookRequest
    days: int
    late: bool


def organisation_of(actor: Actor, text: str) -> Organisation:
    """The organisation of this number, or of this name where only one bears it. NobodyToAsk otherwise."""
    held = Organisation.objects.in_force().of_office(actor.office)
    found = list(held.filter(number=text)) or list(held.filter(name=text)[:2])
    if len(found) != 1:
        raise NobodyToAsk("asked-no-such" if not found else "asked-ambiguous", text=text)
    return found[0]


def ask(actor: Actor, organisation: Organisation, path: Path, *, round_: str, due: date | None, lang: str) -> Sent:
    """Write the workbook of one organisation and record that it was asked. NobodyToAsk when nothing waits for it."""
    asks = asks_of(organisation.root, actor.office, lang)
    if not asks:
        raise NobodyToAsk("asked-nothing", name=organisation.name)
    return _ask(actor, organisation, asks, path, round_, due, lang)


def ask_all(
    actor: Actor, folder: Path, *, round_: str, due: date | None, lang: str, kinds: Sequence[str] = ()
) -> Iterator[Sent]:
    """A workbook for each organisation for which something waits, in the folder; of these kinds, if any are named."""
    held = Organisation.objects.in_force().of_office(actor.office).order_by("number")
    if actor.office is not None:
        held = held.exclude(root=actor.office)
    if kinds:
        held = held.filter(kind__in=list(kinds))
    folder.mkdir(parents=True, exist_ok=True)
    for organisation in held:
        asks = asks_of(organisation.root, actor.office, lang)
        if asks:
            name = "".join(sign if sign.isalnum() or sign in "._-（）()" else "_" for sign in organisation.name)[:60]
            path = folder / f"{organisation.number.replace('/', '_')}-{name}.xlsx"
            yield _ask(actor, organisation, asks, path, round_, due, lang)


def _ask(
    actor: Actor,
    organisation: Organisation,
    asks: Sequence[Ask],
    path: Path,
    round_: str,
    due: date | None,
    lang: str,
) -> Sent:
    held = charter()
    own = Organisation.objects.in_force().filter(root__in=[actor.office])
    office = own.values_list("name", flat=True).first() or ""
    number = f"{round_}/{organisation.number}"
    shown = show_date(due, lang) if due else ""
    write_asked(
        path, Letter(held.origin, number, office, organisation.name, shown), asks, BookWords(actor.office), lang
    )
    rows = sum(len(one.rows) for one in asks)
    _record(actor, organisation, number, round_, due, {one.stem: len(one.rows) for one in asks})
    return Sent(organisation, number, rows, path)


def _record(
    actor: Actor, organisation: Organisation, number: str, round_: str, due: date | None, sheets: dict[str, int]
) -> None:
    """Once for each round and organisation, however often its workbook is written."""
    if WorkbookRequest.objects.in_force().of_office(actor.office).filter(number=number).exists():
        return

    def change(writer: Writer) -> None:
        writer.add(
            WorkbookRequest(
                number=number,
                organisation_id=organisation.root,
                round=round_,
                asked_on=today(),
                due=due,
                sheets=sheets,
            )
        )

    append(actor, change, request_id=f"asked:{actor.office}:{number}", request=number.encode())


def today() -> date:
    """Today, on the office's calendar."""
    return clock.now().astimezone(ZoneInfo(charter().time_zone)).date()


def rounds(actor: Actor) -> list[str]:
    """The rounds in which was asked, the latest first."""
    held = WorkbookRequest.objects.in_force().of_office(actor.office).order_by("-idx").values_list("round", flat=True)
    return list(dict.fromkeys(held))


def waiting(actor: Actor, round_: str = "") -> list[Waiting]:
    """Who was asked, in one round or ever, and has not answered: the longest due first. Three queries."""
    held = WorkbookRequest.objects.in_force().of_office(actor.office)
    if round_:
        held = held.filter(round=round_)
    answers = {
        number
        for numbers in WorkbookImport.objects.of_office(actor.office).values_list("answers", flat=True)
        for number in numbers
    }
    open_ = [one for one in held if one.number not in answers]
    roots = [one.organisation_id for one in open_]
    names = {one.root: one for one in Organisation.objects.in_force().filter(root__in=roots)}
    now = today()
    found = [
        Waiting(names[one.organisation_id], one, (now - one.asked_on).days, one.due is not None and one.due < now)
        for one in open_
        if one.organisation_id in names
    ]
    return sorted(found, key=lambda one: (one.request.due or date.max, one.request.asked_on, one.organisation.number))


def message(found: Sequence[Waiting], lang: str) -> str:
    """A text to paste into a message to all who have not answered."""
    joint = say("sheets-joint", lang)
    names = joint.join(dict.fromkeys(one.organisation.name for one in found))
    dues = sorted({one.request.due for one in found if one.request.due is not None})
    text = say("asked-message", lang, count=len(found), names=names)
    if dues:
        text += say("asked-message-due", lang, due=show_date(dues[0], lang))
    return text + say("asked-message-end", lang)


HEADS = ("number", "name", "round", "asked-on", "due", "days")


def table(found: Sequence[Waiting], lang: str) -> list[list[str]]:
    """Who has not answered, as rows of text with their headings. Text that a spreadsheet would run is disarmed."""
    rows = [[say(f"asked-head-{head}", lang) for head in HEADS]]
    for one in found:
        due = one.request.due.isoformat() if one.request.due else ""
        told = [one.organisation.number, one.organisation.name, one.request.round]
        rows.append([*map(disarmed, told), one.request.asked_on.isoformat(), due, str(one.days)])
    return rows
