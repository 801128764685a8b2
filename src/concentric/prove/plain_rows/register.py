"""Plain records in plain Python: posts, appointments, needs, offers, honours, and what was joined."""

from __future__ import annotations

from concentric.prove.plain_rows.known import NOWHERE, Known, Row


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
