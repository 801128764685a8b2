"""The view `sites`: one row for each site in force. The twin of `core.courses.site`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concentric.core.courses.strength import CONFIRMED, PLEDGED, REPORTED, VERIFIED
from concentric.prove.rows.follow_ups import looked_back
from concentric.prove.rows.matters import between, lying, matters
from concentric.prove.rows.roles import attested, last, role, spoken_steps, spread
from concentric.prove.rows.said import backed, judged, on_whose_word, said

if TYPE_CHECKING:
    import ibis.expr.types as ir

MOVES = ("started", "opened", "closed")


def _moves(steps: ir.Table) -> ir.Table:
    """One row for each site with work on it: when it was started, opened, closed, and who said the furthest of it."""
    t = steps.filter(steps["name"].isin(MOVES))
    said_of = {"n": "n", "on": "occurred_on", "by": "attested_by", "channel": "channel", "at": "recorded_at"}
    moves = t.group_by(moved_matter=t["matter"]).aggregate(
        **{name: last(t, t["name"] == name, **said_of) for name in MOVES}
    )
    return spread(moves, *MOVES)


def sites() -> ir.Table:
    """One row for each site in force. It lies where it is entered, else where its keeper is."""
    import ibis  # 0.7 seconds: only processes that compute figures pay them

    held = matters("site", recipient="keeper")
    steps = spoken_steps("site", "supporter", "keeper")
    words, moves = said(steps), _moves(steps)
    t = held.left_join(words, held["root"] == words["said_matter"])
    t = t.left_join(moves, t["root"] == moves["moved_matter"])
    t = backed(judged(t))
    is_open, started = t["opened_n"].notnull(), t["started_n"].notnull()
    t = t.mutate(strength=ibis.cases((is_open, t["strength"]), (started, REPORTED), else_=PLEDGED))
    t = t.mutate(
        state=ibis.cases(
            (t["closed_n"].notnull(), "closed"),
            (is_open & t["denial_n"].notnull(), "disputed"),
            (is_open & (t["strength"] == VERIFIED), "verified"),
            (is_open & (t["strength"] == CONFIRMED), "confirmed"),
            (is_open, "opened"),
            (started, "building"),
            else_="planned",
        ),
    )
    by = ibis.cases((is_open, t["opened_by"]), (started, t["started_by"]), else_=t["attested_by"])
    channel = ibis.cases((is_open, t["opened_channel"]), (started, t["started_channel"]), else_=t["channel"])
    t = t.mutate(entered_at=t["opened_at"].coalesce(t["started_at"], t["entered_at"]))
    t = looked_back(on_whose_word(t, attested(role(by, t)), channel))
    return between(lying(t, "recipient"))
