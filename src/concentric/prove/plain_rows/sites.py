"""The view `sites` in plain Python."""

from __future__ import annotations

from concentric.core.courses.strength import PLEDGED
from concentric.prove.plain_rows.known import Known, Row
from concentric.prove.plain_rows.matters import Folded, opening_of


def sites(known: Known) -> list[Row]:
    """One row for each site."""
    found = []
    for row in known.once("site"):
        one = Folded(known, "site", row, opening_of(row, row["supporter"], row["keeper"]))
        opened = one.last("opened")
        moved = opened or one.last("started")
        begun = [one.steps[kept.n] for kept in one.said("opened")] or [
            one.steps[kept.n] for kept in one.said("started")
        ]
        best = row if one.state.strength == PLEDGED or moved is None else moved
        found.append(
            {
                **one.begin(row["supporter"], row["keeper"], row["place"], known.place_root(row["keeper"])),
                **{name: row[name] for name in ("kind", "category", "name", "planned_on", "due")},
                "started_on": one.on("started"),
                "opened_on": one.on("opened"),
                "closed_on": one.on("closed"),
                **one.words(),
                **one.backed(one.backing(best)),
                "entered_at": begun[-1]["recorded_at"] if begun else row["entered_at"],
            }
        )
    return found
