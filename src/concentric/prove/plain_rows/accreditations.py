"""The view `accreditations` in plain Python."""

from __future__ import annotations

from concentric.prove.plain_rows.known import Known, Row
from concentric.prove.plain_rows.matters import Folded, attested, opening_of


def accreditations(known: Known) -> list[Row]:
    """One row for each accreditation."""
    found = []
    for row in known.once("accreditation"):
        opening = opening_of(row, "", row["candidate"], amount=row["threshold"])
        one = Folded(known, "accreditation", row, opening)
        named, renewed = one.last("named"), one.last("renewed")
        holds = renewed or named
        best = named or one.last("assessed") or row
        found.append(
            {
                **one.begin(None, row["candidate"], known.place_root(row["candidate"])),
                **{name: row[name] for name in ("scheme", "level", "applied_on", "threshold")},
                "batch": "" if named is None else named["what"],
                "assessed_on": one.on("assessed"),
                "named_on": one.on("named"),
                "holds_until": None if holds is None else holds["until"],
                "lapsed_on": one.on("lapsed"),
                "points": one.state.amounts["points"],
                "items": len(one.said("assessed")),
                "strength": one.state.strength,
                "attested": attested(opening, best),
                "channel": best["channel"],
            }
        )
    return found
