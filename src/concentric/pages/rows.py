"""The records behind a figure as a table: which columns a reader sees of each view, and how a cell reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from concentric.core.courses.strength import RUNGS
from concentric.core.courses.strength import rung as rung_of
from concentric.core.terms.dates import show_date
from concentric.core.terms.scripts import localized
from concentric.core.terms.steps import state_word as course_word
from concentric.core.terms.words import say
from concentric.pages import showing
from concentric.pages.fields import choice, kind_word, unit_word
from concentric.prove.listing import EvidenceColumn
from concentric.register.book import Book, Names

# View -> its columns for a reader, the first ones also on a card. "sum" is the amount or the quantity, with its unit;
# "county" the part of the asked place that the row lies in.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "pairings": ("supporter_name", "recipient_name", "agreed_on", "strength", "county", "number", "attested"),
    "commitments": (
        "supporter_name",
        "recipient_name",
        "sum",
        "strength",
        "what",
        "county",
        "committed_on",
        "number",
        "attested",
    ),
    "deliveries": (
        "supporter_name",
        "recipient_name",
        "sum",
        "strength",
        "what",
        "county",
        "delivered_on",
        "commitment_number",
        "attested",
    ),
    "roster": ("member_name", "county", "since", "covered", "member_number", "roster_name", "until"),
    "statistics": ("source", "value", "published_on", "scope", "place_name", "number"),
    "organisations": ("name", "kind", "place_name", "number", "uscc"),
    "places": ("name", "level", "number", "valid_from"),
    "projects": ("name", "supporter_name", "sum", "strength", "state", "county", "signed_on", "number", "attested"),
    "arrivals": ("project_name", "sum", "arrived_on", "strength", "county", "project_number", "attested"),
    "signings": ("project_name", "event", "signed_on", "sum", "county", "project_number"),
    "cases": (
        "number",
        "topic",
        "outcome",
        "strength",
        "handler_name",
        "received_on",
        "answered_on",
        "county",
        "state",
    ),
    "answers": ("case_number", "outcome", "answered_on", "due", "handler_name", "county"),
    "adoptions": ("case_number", "level", "points", "adopted_on", "county"),
    "assignments": ("recipient_name", "title", "since", "strength", "visits", "supporter_name", "county", "number"),
    "activities": ("title", "recipient_name", "held_on", "strength", "setting", "supporter_name", "county", "number"),
    "sites": ("name", "recipient_name", "state", "strength", "opened_on", "county", "number", "attested"),
    "accreditations": ("scheme", "recipient_name", "named_on", "strength", "holds_until", "state", "number"),
    "honours": ("title", "organisation_name", "awarded_by", "awarded_on", "county", "source"),
    "needs": ("organisation_name", "category", "what", "since", "county", "number"),
    "offers": ("organisation_name", "category", "what", "since", "county", "number"),
    "follow_ups": ("target_number", "result", "asked_name", "result_on", "planned_on", "county", "number"),
}
KINDS = {
    "organisations": "organisation",
    "commitments": "commitment",
    "deliveries": "commitment",
    "projects": "project",
    "cases": "case",
    "answers": "case",
    "assignments": "assignment",
    "activities": "activity",
    "sites": "site",
    "honours": "honour",
}
LISTED = {"topic": "class", "setting": "setting", "category": "category", "level": "adoption", "scheme": "scheme"}
"""Columns whose codes stand in a list of the book, and that list."""
CHOSEN = ("kind", "level", "nature", "firmness", "outcome", "setting", "size_class")
TONES: Mapping[str, str] = {
    **dict.fromkeys(("disputed", "lapsed", "nothing-came", "relapsed", "overdue"), "bad"),
    **dict.fromkeys(("verified", "confirmed", "holds", "named", "renewed"), "ok"),
    **dict.fromkeys(("part-delivered", "part-confirmed", "part-verified", "agreed", "partly", "asked"), "warn"),
    **dict.fromkeys(("delivered", "active", "answered", "accepted", "routed", "started", "opened"), "info"),
}
"""State -> its colour; any other is calm. Answered is not solved, so it is never green."""
COURSES_OF = {"activities": "activity", "follow_ups": "follow-up"}
ON_CARD = {"statistics": 3}
RIGHT = ("sum", "value")
MADE = {
    "indicator": ("pages-field-indicator", "indicator"),
    "sum": ("views-column-amount", "amount"),
    "county": ("pages-rows-place", "path"),
}
"""Columns that are made here: the word of their heading, and the column to sort by."""
SUMS = ("amount", "quantity")
ALWAYS = {
    "idx",
    "strength",
    "circle",
    "channel",
    "path",
    "place_name",
    "amount",
    "currency",
    "quantity",
    "unit",
    "indicator",
}
"""Columns that stand behind what is shown of others: colours, units, counties."""


@dataclass(frozen=True)
class Heading:
    """A column's heading; `order` is what to sort by, empty where it can't be."""

    name: str
    label: str
    order: str = ""
    right: bool = False


@dataclass(frozen=True)
class Cell:
    """One cell. `rung` names a strength to show as a swatch, `mark` is "yes" or "no"; `tone` colours a state."""

    name: str
    text: str
    label: str = ""
    right: bool = False
    rung: str = ""
    mark: str = ""
    tone: str = ""


@dataclass(frozen=True)
class Row:
    """One record and its cells, the first of which opens it; `hue` is that of its circle, where it has one."""

    idx: int
    cells: tuple[Cell, ...]
    strength: str = ""
    hue: str = ""


def columns_of(view: str, held: Iterable[str], *, few: bool = False, wanted: Sequence[str] = ()) -> list[str]:
    """The names of a view's columns for a reader, of those that the evidence holds; those `wanted`, if any are."""
    known = set(held)
    listed = (
        tuple(wanted) or COLUMNS.get(view) or tuple(name for name in ("number", "name", "place_name") if name in known)
    )
    made = {"sum": known & set(SUMS), "county": known & {"path"}}
    there = [name for name in listed if made.get(name, name in known)]
    return there[: ON_CARD.get(view, 4)] if few else there


def needed(view: str, columns: Sequence[EvidenceColumn], *, few: bool = False, wanted: Sequence[str] = ()) -> list[str]:
    """The columns of the evidence that `shown` looks at."""
    held = [column.name for column in columns]
    names = set(columns_of(view, held, few=few, wanted=wanted)) | ALWAYS
    return [name for name in held if name in names]


def headings(
    view: str, columns: Sequence[EvidenceColumn], lang: str, *, few: bool = False, wanted: Sequence[str] = ()
) -> list[Heading]:
    """The headings of a table of a view's rows."""
    labels = {column.name: column.label for column in columns}
    found = []
    for name in columns_of(view, labels, few=few, wanted=wanted):
        key = MADE[name][0] if name in MADE else labels[name]
        order = MADE[name][1] if name in MADE else name
        found.append(Heading(name, say(key, lang), order, name in RIGHT))
    return found


def shown(
    rows: Iterable[Mapping[str, Any]],
    view: str,
    lang: str,
    book: Book,
    *,
    few: bool = True,
    counties: Mapping[str, str] | None = None,
    wanted: Sequence[str] = (),
) -> list[Row]:
    """Rows of the evidence as cells in the reader's language; `counties` names the codes in their paths."""
    found = []
    for row in rows:
        names = columns_of(view, row, few=few, wanted=wanted)
        strength = row.get("strength")
        found.append(
            Row(
                int(row["idx"]),
                tuple(_cell(name, row, view, lang, book, counties or {}) for name in names),
                rung_of(int(strength)) if strength else "",
                _hue(row, book),
            )
        )
    return found


def _place(row: Mapping[str, Any], lang: str, book: Book) -> str:
    code = str(row.get("path") or "").strip("/").rpartition("/")[2]
    return book.place_name(code, str(row["place_name"] or showing.NONE), lang)


def _hue(row: Mapping[str, Any], book: Book) -> str:
    circle = book.circles.get(str(row.get("circle") or ""))
    return circle.hue if circle else ""


def _cell(name: str, row: Mapping[str, Any], view: str, lang: str, book: Book, counties: Mapping[str, str]) -> Cell:
    label = say(MADE[name][0] if name in MADE else f"views-column-{name.replace('_', '-')}", lang)
    if name == "county":
        known = [counties[code] for code in str(row["path"] or "").split("/") if code in counties]
        return Cell(name, known[-1] if known else _place(row, lang, book), label)
    if name == "place_name":
        return Cell(name, _place(row, lang, book), label)
    if name == "sum":
        return Cell(name, _sum(row, lang), label, right=True)
    value = row[name]
    if name == "strength" and value:
        rung = rung_of(int(value))
        return Cell(name, say(f"picture-{rung}", lang), label, rung=rung)
    if name == "state" and value:
        return Cell(name, state_word(str(value), view, lang), label, tone=TONES.get(str(value), "calm"))
    if name == "covered":
        return Cell(name, say("pages-yes" if value else "pages-no", lang), label, mark="yes" if value else "no")
    if name == "attested" and value:
        who = say(f"pages-who-{value}", lang)
        channel = choice("", "channel", str(row.get("channel") or ""), lang)
        return Cell(name, say("pages-attested-by", lang, who=who, channel=channel), label)
    return Cell(name, _text(name, value, row, view, lang, book), label, right=name in RIGHT)


def _text(name: str, value: Any, row: Mapping[str, Any], view: str, lang: str, book: Book) -> str:
    if value is None or value == "":
        return showing.NONE
    if isinstance(value, datetime):
        return showing.moment(value, book.time_zone, lang)
    if isinstance(value, date):
        return show_date(value, lang)
    if isinstance(value, Decimal):
        of, entered = str(row.get("indicator") or ""), str(row.get("unit") or "")
        unit = unit_word(of, entered, lang, book) if name == "value" else ""
        return showing.quantity(Decimal(value).normalize() + 0, unit, lang)
    if (names := named(name, str(value), book)) is not None:
        return localized(names, lang)
    listed = book.lists.get(LISTED.get(name, ""), {}).get(str(value))
    return localized(listed.names, lang) if listed else value_word(name, str(value), view, lang)


def named(name: str, code: str, book: Book) -> Names | None:
    """What the book calls a programme, an indicator or a plan; None where it has none of that code."""
    if name == "programme" and code in book.programmes:
        return book.programmes[code].names
    if name == "indicator" and code in book.indicators:
        names: Names = book.indicators[code]["name"]
        return names
    return book.plans[code].names if name == "plan" and code in book.plans else None


def value_word(name: str, value: str, view: str, lang: str) -> str:
    """The word for a value of one of the columns that have few; the text itself of any other."""
    if name == "state":
        return state_word(value, view, lang)
    if name == "thing_kind":
        return kind_word(value, lang)
    if name == "result":
        return choice("follow-up-step", "what", value, lang)
    return choice(KINDS.get(view, ""), name, value, lang) if name in CHOSEN else value


def state_word(state: str, view: str, lang: str) -> str:
    """What a state of a matter is called, by the words of its own course."""
    return course_word(COURSES_OF.get(view, view.removesuffix("s")), state, lang)


def _sum(row: Mapping[str, Any], lang: str) -> str:
    for name, unit in (("amount", "currency"), ("quantity", "unit")):
        value = row.get(name)
        if value is not None:
            return showing.quantity(Decimal(value).normalize() + 0, str(row.get(unit) or ""), lang)
    return showing.NONE


def ladder(view_ladder: Sequence[str]) -> list[str]:
    """The rungs that a list can be narrowed to, from the weakest."""
    return [rung for rung in RUNGS if rung in view_ladder]
