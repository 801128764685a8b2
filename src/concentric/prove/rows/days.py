"""How long something took: in days, and in working days of the calendar that comes with the program."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from concentric.core.terms.working_days import calendar
from concentric.prove.views import relation

if TYPE_CHECKING:
    import ibis.expr.types as ir

FIRST, LAST = date(2010, 1, 1), date(2039, 12, 31)
"""Days that are numbered; what happened before or after has no working days."""


def workdays() -> ir.Table:
    """One row for each day, with `clock`: how many working days there were up to and with it."""
    import ibis  # 0.7 seconds: only processes that compute figures pay them

    known = calendar()
    span = (FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1))
    # Holidays on weekdays, and weekends that are worked: everything else goes by the week.
    unlike = [day for day in span if known.is_working(day) != (day.weekday() < 5)]
    first, last = (ibis.literal(day.isoformat()).cast("timestamp") for day in (FIRST, LAST + timedelta(1)))
    days = ibis.range(first, last, ibis.interval(days=1)).unnest()
    t = days.name("day").as_table()
    t = t.mutate(day=t["day"].cast("date"))
    weekday = t["day"].day_of_week.index() < 5
    # Not `weekday != unlike`: written out for Spark, that loses its brackets.
    works = ibis.cases((t["day"].isin(unlike), ~weekday), else_=weekday)
    return t.select("day", clock=works.ifelse(1, 0).sum().over(ibis.cumulative_window(order_by=t["day"])))


def taken(t: ir.Table, since: str, until: str) -> ir.Table:
    """`t` with `days` and `working_days`: after the day in the column `since`, up to and with that in `until`.

    Null where one of the two is not known.
    """
    clocks = relation("workdays")
    for name, column in (("since_clock", since), ("until_clock", until)):
        clock = clocks.select(clock_day="day", **{name: clocks["clock"]})
        t = t.left_join(clock, t[column] == clock["clock_day"]).drop("clock_day")
    return t.mutate(days=t[until].delta(t[since], unit="day"), working_days=t["until_clock"] - t["since_clock"])
