"""The view `activities` in plain Python."""

from __future__ import annotations

from concentric.prove.plain_rows.known import Known, Row
from concentric.prove.plain_rows.matters import Folded, opening_of


def activities(known: Known) -> list[Row]:
    """One row for each activity."""
    sites = {row["root"]: row for row in known.in_force("site")}
    found = []
    for row in known.once("activity"):
        one = Folded(known, "activity", row, opening_of(row, row["organiser"], row["host"]))
        site = sites.get(row["site"] or "", {})
        place = known.place_root(row["host"])
        found.append(
            {
                **one.begin(row["organiser"], row["host"], row["place"], site.get("place"), place),
                **{name: row[name] for name in ("kind", "setting", "title", "site", "held_on", "people")},
                "person_times": row["person_times"],
                "site_number": site.get("number"),
                "site_name": site.get("name"),
                **one.words(),
                **one.backed(one.backing(row)),
            }
        )
    return found
