"""Plain records in plain Python: places, rosters, statistics, posts, needs and offers, honours, what was joined."""

from __future__ import annotations

from concentric.prove.plain_rows.known import NOWHERE, Known, Row


def places(known: Known) -> list[Row]:
    """One row for each place."""
    rows = known.in_force("place")
    above = {root: row["code"] for root, row in known.place_rows.items()}
    return [
        {
            **known.base(row, "code"),
            **{name: row[name] for name in ("name", "level", "valid_from", "valid_until")},
            "parent": above.get(row["parent"] or ""),
            **known.place(row["root"]),
        }
        for row in rows
    ]


def rosters(known: Known) -> list[Row]:
    """One row for each roster."""
    found = []
    for row in known.in_force("roster"):
        oldest = min(one["as_of"] for one in known.records["roster"] if one["root"] == row["root"])
        found.append({"number": row["code"], "name": row["name"], "root": row["root"], "roster_from": oldest, **row})
    return found


def roster(known: Known) -> list[Row]:
    """One row for each organisation on a roster."""
    lists = {row["root"]: row for row in rosters(known)}
    found = []
    for row in known.in_force("roster_entry"):
        if (of := lists.get(row["roster"])) is not None:
            found.append(
                {
                    **known.base(row, "number"),
                    "roster": of["code"],
                    "roster_name": of["name"],
                    "roster_from": of["roster_from"],
                    **known.in_programme(of["programme"]),
                    **known.party("member", row["member"]),
                    "since": row["since"] or of["roster_from"],
                    "until": row["until"],
                    **known.place_of(row["member"]),
                }
            )
    return found


def statistics(known: Known) -> list[Row]:
    """One row for each statistic from elsewhere."""
    names = ("indicator", "value", "unit", "period", "scope", "source", "published_on")
    return [
        {**known.base(row, "number"), **{name: row[name] for name in names}, **known.place(row["place"])}
        for row in known.in_force("statistic")
    ]


def posts(known: Known) -> list[Row]:
    """One row for each post."""
    return [
        {**known.base(row, "number"), "title": row["title"], **_organisation(known, row["organisation"])}
        for row in known.in_force("post")
    ]


def appointments(known: Known) -> list[Row]:
    """One row for each appointment, with its post where that is in force."""
    there = {row["root"]: row for row in posts(known)}
    names = ("title", *_NAMES, *NOWHERE)
    found = []
    for row in known.in_force("appointment"):
        post = there.get(row["post"], {})
        found.append(
            {
                **known.base(row, "number"),
                "post": row["post"],
                "post_number": post.get("number"),
                **{name: post.get(name) for name in names},
                "since": row["since"],
                "until": row["until"],
            }
        )
    return found


def needs(known: Known) -> list[Row]:
    """One row for each need."""
    return _held(known, "need", "category", "what", "quantity", "unit", "since", "until", "urgency")


def offers(known: Known) -> list[Row]:
    """One row for each offer."""
    return _held(known, "offer", "category", "what", "quantity", "unit", "since", "until", "capacity")


def honours(known: Known) -> list[Row]:
    """One row for each honour."""
    return _held(known, "honour", "title", "kind", "level", "batch", "awarded_by", "source", "awarded_on")


def joined(known: Known) -> list[Row]:
    """One row for each star."""
    names = ("thing", "thing_kind", "representative")
    return [
        {**known.base(row, "arm"), **{name: row[name] for name in names}, **NOWHERE}
        for row in known.in_force("same_as")
    ]


_NAMES = ("organisation", "organisation_number", "organisation_name", "organisation_kind")


def _organisation(known: Known, root: str) -> Row:
    return {**known.party("organisation", root), **known.place_of(root)}


def _held(known: Known, kind: str, *names: str) -> list[Row]:
    return [
        {
            **known.base(row, "number"),
            **known.in_programme(row["programme"]),
            **{name: row[name] for name in names},
            **_organisation(known, row["organisation"]),
        }
        for row in known.once(kind)
    ]
