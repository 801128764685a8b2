"""The documented tables that figures are counted on. Each is a pure function of a snapshot, one row for each thing.

`docs/views.md` lists them. A view without a ladder says nothing of strength: its rows are simply there.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from concentric.core.courses import RUNGS

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from concentric.ledger.models import Disclosure

Type = Literal["text", "integer", "decimal", "date", "time"]


@dataclass(frozen=True)
class Column:
    """A column of a view. `key` names its heading, `key` + "-means" its explanation."""

    name: str
    type: Type = "text"
    disclosure: Disclosure = "public"

    @property
    def key(self) -> str:
        """The word key of the heading."""
        return "views-column-" + self.name.replace("_", "-")


@dataclass(frozen=True)
class Measure:
    """What can be summed. `rungs` gives the column that holds it at each rung of the ladder; None where it has none.

    A measure of money is summed in one `currency` (that column's) at a time.
    """

    name: str
    rungs: tuple[str | None, str | None, str | None, str | None]
    currency: str = ""


@dataclass(frozen=True, eq=False)
class View:
    """A view: `ladder` are the rungs its rows can stand on; `dated` is the day a row happened, for lateness.

    `labels` are the columns a reader knows a row by, and searches in. It is built from the snapshot and from the views
    in `uses`.
    """

    name: str
    columns: tuple[Column, ...]
    uses: tuple[str, ...] = ()
    ladder: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()
    dated: str = ""
    labels: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The word key of the view's name; with "-means" appended, of what one row is."""
        return f"views-{self.name}"

    def column(self, name: str) -> Column | None:
        """The column of that name."""
        return _by_name(self).get(name)

    def measure(self, name: str) -> Measure | None:
        """The measure of that name."""
        return next((measure for measure in self.measures if measure.name == name), None)

    def names(self, *types: Type) -> list[str]:
        """The names of the columns of these types; of all when none is given."""
        return [column.name for column in self.columns if not types or column.type in types]

    @property
    def table(self) -> str:
        """The name under which a snapshot keeps the view."""
        return f"view_{self.name}"


@cache
def _by_name(view: View) -> dict[str, Column]:
    return {column.name: column for column in view.columns}


def _columns(text: str, type_: Type = "text", disclosure: Disclosure = "public") -> tuple[Column, ...]:
    return tuple(Column(name, type_, disclosure) for name in text.split())


_RECORD = (Column("idx", "integer"), *_columns("record root number"))
_PLACE = _columns("place place_name place_level path")
_ENTERED = (
    *_columns("attested channel"),
    *_columns("recorded_at entered_at", "time"),
    *_columns("recorded_by", disclosure="office"),
    *_columns("reason"),
)
_PROGRAMME = _columns("programme circle")
_PARTIES = _columns(
    "supporter supporter_number supporter_name supporter_kind recipient recipient_number recipient_name recipient_kind"
)
_STRENGTH = (Column("strength", "integer"),)


def _amounts(name: str, rungs: str) -> tuple[Column, ...]:
    return (Column(name, "decimal"), *_columns(" ".join(f"{name}_{rung}" for rung in rungs.split()), "decimal"))


def _rungs(name: str, first: int) -> tuple[str | None, str | None, str | None, str | None]:
    one, two, three, four = (f"{name}_{rung}" if n >= first else None for n, rung in enumerate(RUNGS))
    return one, two, three, four


# Deliveries as far as they are backed: what both commitments and deliveries are made of. Not for figures.
_PART = (
    *_columns("idx n", "integer"),
    *_columns("record matter number answer note attested channel recorded_by"),
    *_columns("recorded_at", "time"),
    *_columns("backed_by", "integer"),
    *_columns("delivered reported confirmed verified came", "decimal"),
    *_columns("delivered_on confirmed_on verified_on", "date"),
)

_ALL = (
    View(
        "places",
        (
            *_RECORD,
            *_columns("name level parent"),
            *_columns("valid_from valid_until", "date"),
            *_PLACE,
            *_ENTERED,
        ),
        labels=("number", "name"),
    ),
    View(
        "organisations",
        (*_RECORD, *_columns("name kind uscc"), *_PLACE, *_ENTERED),
        uses=("places",),
        labels=("number", "name", "place_name"),
    ),
    View(
        "programmes",
        (*_RECORD, *_columns("circle")),
        labels=("number",),
    ),
    View(
        "rosters",
        (*_RECORD, *_columns("name"), Column("roster_from", "date"), *_PROGRAMME),
        uses=("programmes",),
        labels=("number", "name"),
    ),
    View(
        "roster",
        (
            *_RECORD,
            *_columns("roster roster_name"),
            Column("roster_from", "date"),
            *_PROGRAMME,
            *_columns("member member_number member_name member_kind"),
            *_columns("since until", "date"),
            *_PLACE,
            *_ENTERED,
        ),
        uses=("organisations", "rosters"),
        labels=("number", "roster_name", "member_number", "member_name", "place_name"),
    ),
    View(
        "statistics",
        (
            *_RECORD,
            *_columns("indicator"),
            Column("value", "decimal"),
            *_columns("unit period scope source"),
            Column("published_on", "date"),
            *_PLACE,
            *_ENTERED,
        ),
        uses=("places",),
        measures=(Measure("value", (None, None, None, None)),),
        dated="published_on",
        labels=("number", "indicator", "scope", "source", "place_name"),
    ),
    View("parts", (*_PART, *_STRENGTH)),
    View(
        "pairings",
        (
            *_RECORD,
            *_PROGRAMME,
            *_PARTIES,
            *_columns("state batch help_types"),
            *_columns("proposed_on agreed_on verified_on holds_until ended_on", "date"),
            *_STRENGTH,
            *_PLACE,
            *_columns("note", disclosure="office"),
            *_ENTERED,
        ),
        uses=("organisations", "programmes"),
        ladder=RUNGS,
        dated="agreed_on",
        labels=("number", "supporter_name", "recipient_name", "place_name", "batch"),
    ),
    View(
        "commitments",
        (
            *_RECORD,
            *_PROGRAMME,
            *_PARTIES,
            *_columns("state kind nature firmness what currency unit"),
            *_amounts("amount", "pledged reported confirmed verified"),
            *_amounts("quantity", "pledged reported confirmed verified"),
            *_columns("committed_on value_on due delivered_on", "date"),
            Column("deliveries", "integer"),
            *_STRENGTH,
            *_PLACE,
            *_ENTERED,
        ),
        uses=("organisations", "programmes", "parts"),
        ladder=RUNGS,
        measures=(
            Measure("amount", _rungs("amount", 0), "currency"),
            Measure("quantity", _rungs("quantity", 0)),
        ),
        dated="committed_on",
        labels=("number", "supporter_name", "recipient_name", "what", "place_name"),
    ),
    View(
        "deliveries",
        (
            *_RECORD,
            *_columns("commitment commitment_number"),
            *_PROGRAMME,
            *_PARTIES,
            *_columns("answer kind nature firmness what currency unit"),
            *_amounts("amount", "reported confirmed verified"),
            *_amounts("quantity", "reported confirmed verified"),
            *_columns("committed_on due delivered_on confirmed_on verified_on", "date"),
            *_STRENGTH,
            *_PLACE,
            *_columns("note", disclosure="office"),
            *_ENTERED,
        ),
        uses=("commitments", "parts"),
        ladder=RUNGS[1:],
        measures=(
            Measure("amount", _rungs("amount", 1), "currency"),
            Measure("quantity", _rungs("quantity", 1)),
        ),
        dated="delivered_on",
        labels=("number", "commitment_number", "supporter_name", "recipient_name", "what", "place_name"),
    ),
)

VIEWS: dict[str, View] = {view.name: view for view in _ALL}
"""Every view by its name."""

INTERNAL = ("parts", "programmes", "rosters")
"""Tables that views are made of and no indicator counts."""


def countable() -> dict[str, View]:
    """The views that an indicator may count, by name."""
    return {name: view for name, view in VIEWS.items() if name not in INTERNAL}


IBIS_TYPES = {"text": "string", "integer": "int64", "decimal": "decimal(38, 4)", "date": "date", "time": "timestamp(6)"}


def relation(name: str) -> ir.Table:
    """A view as an unbound table: what other expressions are built on."""
    import ibis  # 0.7 seconds: only processes that compute figures pay them

    view = VIEWS[name]
    return ibis.table({column.name: IBIS_TYPES[column.type] for column in view.columns}, name=view.table)
