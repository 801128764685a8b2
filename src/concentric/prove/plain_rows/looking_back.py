"""The views `follow_ups` and `draws` in plain Python."""

from __future__ import annotations

from concentric.core.courses import COURSES, Opening
from concentric.prove.plain_rows.known import NOWHERE, Known, Row
from concentric.prove.plain_rows.matters import as_step

_TARGET = ("programme", "circle", *NOWHERE)


def follow_ups(known: Known, targets: list[Row]) -> list[Row]:
    """One row for each follow-up; `targets` are the rows of all views of what can be looked back on."""
    there = {row["root"]: row for row in targets}
    draws_ = {row["root"]: row["number"] for row in known.in_force("draw")}
    found = []
    for row in known.in_force("follow_up"):
        sides = (row["supporter"] or "", row["recipient"] or "", row["office"] or "")
        opening = Opening(*sides, None, due=row["due"], handler=row["handler"] or "")
        steps = [as_step(step) for step in known.steps("follow_up_step", row["root"])]
        state = COURSES["follow-up"].fold(opening, steps)
        asked, results, gone = (
            [kept for kept in state.standing if kept.name == name] for name in ("asked", "result", "withdrawn")
        )
        target = there.get(row["target"], {})
        found.append(
            {
                **known.base(row, "number"),
                **{name: target.get(name) for name in _TARGET},
                **{name: row[name] for name in ("plan", "stratum", "target", "target_kind", "draw")},
                "target_number": target.get("number"),
                "state": state.name,
                "result": results[-1].what if results else "",
                **known.party("supporter", row["supporter"]),
                **known.party("handler", row["handler"]),
                **known.party("asked", asked[-1].to if asked else None),
                "draw_number": draws_.get(row["draw"] or ""),
                "planned_on": row["planned_on"],
                "due": row["due"],
                "asked_on": asked[-1].on if asked else None,
                "result_on": results[-1].on if results else None,
                "withdrawn_on": gone[-1].on if gone else None,
            }
        )
    return found


def draws(known: Known) -> list[Row]:
    """One row for each draw."""
    frames = {row["root"]: row for row in known.in_force("frame")}
    found = []
    for row in known.in_force("draw"):
        frame = frames.get(row["frame"], {})
        of_frame = ("plan", "target_kind", "source", "digest", "fixed_on", "number_on")
        found.append(
            {
                **known.base(row, "number"),
                **{name: frame.get(name) for name in of_frame},
                "frame_number": frame.get("number"),
                "frame_size": frame.get("size"),
                **{name: row[name] for name in ("public_number", "seed", "published_on", "size")},
                **NOWHERE,
            }
        )
    return found
