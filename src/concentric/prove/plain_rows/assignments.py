"""The view `assignments` in plain Python."""

from __future__ import annotations

from datetime import date
from typing import Any

from concentric.prove.plain_rows.activities import activities
from concentric.prove.plain_rows.known import Known, Row
from concentric.prove.plain_rows.matters import Folded, latest, opening_of
from concentric.prove.plain_rows.register import appointments


def assignments(known: Known) -> list[Row]:
    """One row for each assignment, with the visits that its supporter paid its recipient while it held."""
    made = {row["root"]: row for row in appointments(known)}
    visits = [row for row in activities(known) if row["kind"] == "visit"]
    found = []
    for row in known.once("assignment"):
        opening = opening_of({**row, "due": row["until"]}, row["supporter"], row["recipient"])
        one = Folded(known, "assignment", row, opening)
        until: Any = one.on("ended")
        if until is None:
            renewed = one.last("renewed")
            until = row["until"] if renewed is None else renewed["until"]
        paid = [visit["held_on"] for visit in visits if _is_under(visit, row, until)]
        post = made.get(row["appointment"], {})
        found.append(
            {
                **one.begin(row["supporter"], row["recipient"], known.place_root(row["recipient"])),
                **{name: row[name] for name in ("kind", "appointment", "since", "rhythm")},
                "appointment_number": post.get("number"),
                "post_number": post.get("post_number"),
                "title": post.get("title"),
                "holds_until": until,
                "ended_on": one.on("ended"),
                "visits": len(paid),
                "visited_on": latest(paid),
                **one.words(),
                **one.backed(one.backing(row)),
            }
        )
    return found


def _is_under(visit: Row, row: Row, until: date | None) -> bool:
    sides = visit["supporter"] == row["supporter"] and visit["recipient"] == row["recipient"]
    return sides and row["since"] <= visit["held_on"] and (until is None or visit["held_on"] < until)
