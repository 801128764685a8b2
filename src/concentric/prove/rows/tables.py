"""The views without a ladder: places with their paths, organisations, programmes, rosters, statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from concentric.lake.relations import standing_now, versions
from concentric.prove.view import PLACE
from concentric.prove.views import relation

if TYPE_CHECKING:
    import ibis.expr.types as ir

DEPTH = 6  # generations of a place's path; the deepest known chain has five (province to village)


def entered(table: ir.Table) -> dict[str, Any]:
    """The columns that say who entered a plain record. What nobody else attested is the office's word."""
    import ibis  # 0.7 seconds: only processes that compute figures pay them

    said = table["attested_by"]
    own = said.isnull() | (said == table["office"])
    return {
        "attested": ibis.ifelse(own.fill_null(False), "office", "independent"),
        "channel": table["channel"],
        "recorded_at": table["recorded_at"],
        "entered_at": table["entered_at"],
        "recorded_by": table["recorded_by"],
        "reason": table["reason"],
    }


def nowhere() -> dict[str, Any]:
    """The place columns of what lies in no place."""
    import ibis  # see entered

    return {column.name: ibis.null("string") for column in PLACE}


def places() -> ir.Table:
    """One row for each place in force. `path` lists the codes from the widest place down: /450200/450222/."""
    here = standing_now("place")
    found = here.mutate(path="/" + here["code"] + "/", above=here["parent"], parent_code=here["parent"])
    for generation in range(DEPTH):
        up = here.select(up_root="root", up_code="code", up_above="parent")
        joined = found.left_join(up, found["above"] == up["up_root"])
        known = joined["up_code"].notnull()
        changed = {"path": known.ifelse("/" + joined["up_code"] + joined["path"], joined["path"])}
        if generation == 0:
            changed["parent_code"] = joined["up_code"]
        found = joined.mutate(**changed, above=joined["up_above"]).drop("up_root", "up_code", "up_above")
    return found.mutate(
        record=found["id"],
        number=found["code"],
        parent=found["parent_code"],
        place=found["code"],
        place_name=found["name"],
        place_level=found["level"],
        **entered(found),
    )


def placed(table: ir.Table, root: str) -> ir.Table:
    """`table` with the place columns of the place whose root is in the column `root`; nulls where there is none."""
    where = relation("places").select("place", "place_name", "place_level", "path", placed_root="root")
    return table.left_join(where, table[root] == where["placed_root"])


def organisations() -> ir.Table:
    """One row for each organisation in force."""
    found = placed(standing_now("organisation").rename(place_root="place", record="id"), "place_root")
    return found.mutate(**entered(found))


def programmes() -> ir.Table:
    """One row for each programme in force, with its circle."""
    held = standing_now("programme").rename(circle_root="circle", record="id", number="code")
    circle = standing_now("circle").select(circle="code", joined_root="root")
    return held.left_join(circle, held["circle_root"] == circle["joined_root"])


def in_programme(table: ir.Table) -> ir.Table:
    """`table` with the codes of its programme and circle; its own column `programme` holds a root."""
    table = table.rename(programme_root="programme")
    programme = relation("programmes").select("circle", programme="number", joined_programme="root")
    return table.left_join(programme, table["programme_root"] == programme["joined_programme"])


def party(table: ir.Table, role: str, *, placed: bool = False) -> ir.Table:
    """`table` with the number, name and kind of the organisation in its column `role`; with its place when `placed`."""
    there = relation("organisations")
    columns = {f"{role}_{name}": there[name] for name in ("number", "name", "kind")}
    if placed:
        columns |= {name: there[name] for name in ("place", "place_name", "place_level", "path")}
    joined = there.select(**columns, **{f"{role}_root": there["root"]})
    return table.left_join(joined, table[role] == joined[f"{role}_root"])


def rosters() -> ir.Table:
    """One row for each roster in force. `roster_from`: the day of the oldest list that is known under it."""
    known = versions("roster")
    # A newer list of the same roster doesn't unmake the older one: an earlier year still has its denominator.
    oldest = known.group_by(oldest_root=known["root"]).aggregate(roster_from=known["as_of"].min())
    held = in_programme(standing_now("roster").rename(record="id", number="code"))
    return held.inner_join(oldest, held["root"] == oldest["oldest_root"])


def roster() -> ir.Table:
    """One row for each entry of a roster in force."""
    entries = standing_now("roster_entry").rename(roster_root="roster", record="id")
    lists = relation("rosters").select(
        "roster_from", "programme", "circle", roster="number", roster_name="name", list_root="root"
    )
    found = entries.inner_join(lists, entries["roster_root"] == lists["list_root"])
    found = party(found, "member", placed=True)
    # An entry without a day of its own counts from the day of its list.
    return found.mutate(since=found["since"].coalesce(found["roster_from"]), **entered(found))


def statistics() -> ir.Table:
    """One row for each statistic in force."""
    found = placed(standing_now("statistic").rename(place_root="place", record="id"), "place_root")
    return found.mutate(**entered(found))
