"""Numbers from outside: which statistic stands for an indicator in a place and period."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from concentric.core.terms.periods import Period
from concentric.lake.snapshot import Engine
from concentric.lake.statements import named
from concentric.prove.counting import exact
from concentric.prove.settling import settle
from concentric.prove.views import relation

if TYPE_CHECKING:
    import ibis.expr.types as ir


class Statistic(NamedTuple):
    """The row that was chosen."""

    idx: int
    value: Decimal


def candidates(code: str, period: Period, place: str | None, own: str) -> ir.Table:
    """Statistics under a code for exactly this period and place. One without a place is for the book's own."""
    table = relation("statistics")
    table = table.filter(table["indicator"] == code, table["period"] == period.code)
    if place is None:
        return table.filter(table["place"].isnull())
    here = table["place"] == place
    return table.filter(here | table["place"].isnull() if place == own else here)


def latest_statistic(engine: Engine, code: str, period: Period, place: str | None, own: str) -> Statistic | None:
    """The one published last; of several without a date, or of one day, the one entered last. None: unknown."""
    settle(engine, "statistics")
    name = named("statistic", code, period.code, place, own)
    found = engine.asked(name, lambda: candidates(code, period, place, own).select("idx", "value", "published_on"))
    if not found:
        return None
    idx, value, _ = max(found, key=lambda row: (row[2] or date.min, row[0]))
    return Statistic(idx, exact(value))
