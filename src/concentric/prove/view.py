"""What a view declares: its columns, what can be summed, on which rungs its rows stand; and the columns many share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from concentric.core.courses import RUNGS

if TYPE_CHECKING:
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

    def kept_in(self) -> Column:
        """The same column where only the office sees it."""
        return replace(self, disclosure="office")


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

    `labels` are the columns a reader knows a row by, and searches in.
    """

    name: str
    columns: tuple[Column, ...]
    ladder: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()
    dated: str = ""
    labels: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The word key of the view's name; with "-means" appended, of what one row is."""
        return "views-" + self.name.replace("_", "-")

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


def columns(text: str, type_: Type = "text", disclosure: Disclosure = "public") -> tuple[Column, ...]:
    """Columns of one type, by their names with spaces between."""
    return tuple(Column(name, type_, disclosure) for name in text.split())


# What the columns of most views begin and end with.
RECORD = (Column("idx", "integer"), *columns("record root number"))
PLACE = columns("place place_name place_level path")
ENTERED = (
    *columns("attested channel"),
    *columns("recorded_at entered_at", "time"),
    *columns("recorded_by", disclosure="office"),
    *columns("reason"),
)
PROGRAMME = columns("programme circle")
SUPPORTER = columns("supporter supporter_number supporter_name supporter_kind")
RECIPIENT = columns("recipient recipient_number recipient_name recipient_kind")
PARTIES = (*SUPPORTER, *RECIPIENT)
ORGANISATION = columns("organisation organisation_number organisation_name organisation_kind")
STRENGTH = (Column("strength", "integer"),)


def amounts(name: str, rungs: str) -> tuple[Column, ...]:
    """The column of an amount as entered, and one for each rung named."""
    return (Column(name, "decimal"), *columns(" ".join(f"{name}_{rung}" for rung in rungs.split()), "decimal"))


def rungs_of(name: str, first: int) -> tuple[str | None, str | None, str | None, str | None]:
    """The columns of `amounts` for a `Measure`, from the rung `first` (0 is pledged) up."""
    one, two, three, four = (f"{name}_{rung}" if n >= first else None for n, rung in enumerate(RUNGS))
    return one, two, three, four
