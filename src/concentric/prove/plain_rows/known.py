"""What was in force at a position, from records as dictionaries; the places, sides and programmes that rows name."""

from __future__ import annotations

from typing import Any

Row = dict[str, Any]
Records = dict[str, list[Row]]
"""Every version of every record by the name of its table in the lake; ids are text, times are UTC without a zone."""

NOWHERE: Row = dict.fromkeys(("place", "place_name", "place_level", "path"))
"""The place columns of what lies in no place."""


class Known:
    """What was in force at a position; `made` keeps the views already made of it."""

    def __init__(self, records: Records, position: int) -> None:
        self.records = {name: [row for row in rows if row["idx"] < position] for name, rows in records.items()}
        self.gone = {mark["target"] for mark in self.records.get("void", [])}
        self.made: dict[str, list[Row]] = {}
        self.place_rows = {row["root"]: row for row in self.in_force("place")}
        self.programmes = {row["root"]: self._programme(row) for row in self.in_force("programme")}
        self.parties = {row["root"]: row for row in self.organisations()}
        self.place_roots = {row["root"]: row["place"] for row in self.in_force("organisation")}

    def in_force(self, name: str) -> list[Row]:
        """The latest version of each thing that wasn't voided, with `entered_at` of its first version."""
        rows = self.records.get(name, [])
        first = {row["root"]: row["recorded_at"] for row in rows if row["id"] == row["root"]}
        replaced = {row["supersedes"] for row in rows if row["supersedes"] is not None}
        found = [row for row in rows if row["id"] not in replaced and row["root"] not in self.gone]
        return [{**row, "entered_at": first.get(row["root"], row["recorded_at"])} for row in found]

    def once(self, name: str) -> list[Row]:
        """What is in force, without what was joined to another of its kind that is in force."""
        rows = self.in_force(name)
        there = {row["root"] for row in rows}
        joined = {star["thing"] for star in self.in_force("same_as") if star["representative"] in there}
        return [row for row in rows if row["root"] not in joined]

    def base(self, row: Row, number: str) -> Row:
        """What every view has: the record, its number, who says so and when it was entered."""
        own = row["attested_by"] is None or row["attested_by"] == row["office"]
        return {
            "idx": row["idx"],
            "record": row["id"],
            "root": row["root"],
            "number": row[number],
            "attested": "office" if own else "independent",
            "channel": row["channel"],
            "recorded_at": row["recorded_at"],
            "entered_at": row["entered_at"],
            "reason": row.get("reason"),
        }

    def place(self, root: str | None) -> Row:
        """The place columns; `NOWHERE` where it lies in no place."""
        row = self.place_rows.get(root or "")
        if row is None:
            return NOWHERE
        codes, up, seen = [row["code"]], self.place_rows.get(row["parent"] or ""), 0
        while up is not None and seen < 6:
            codes.insert(0, up["code"])
            up, seen = self.place_rows.get(up["parent"] or ""), seen + 1
        path = "/" + "/".join(codes) + "/"
        return {"place": row["code"], "place_name": row["name"], "place_level": row["level"], "path": path}

    def _programme(self, row: Row) -> Row:
        circle = next((one["code"] for one in self.in_force("circle") if one["root"] == row["circle"]), None)
        return {"programme": row["code"], "circle": circle}

    def in_programme(self, root: str | None) -> Row:
        """The programme and the circle."""
        return self.programmes.get(root or "", {"programme": None, "circle": None})

    def party(self, role: str, root: str | None) -> Row:
        """One side of a matter: who, by number, name and kind."""
        party = self.parties.get(root or "", {})
        return {role: root, **{f"{role}_{name}": party.get(name) for name in ("number", "name", "kind")}}

    def place_of(self, root: str) -> Row:
        """The place columns of an organisation."""
        party = self.parties.get(root, {})
        return {name: party.get(name) for name in ("place", "place_name", "place_level", "path")}

    def place_root(self, party: str | None) -> str | None:
        """The root of the place of an organisation."""
        return self.place_roots.get(party or "")

    def organisations(self) -> list[Row]:
        """One row for each organisation."""
        return [
            {
                **self.base(row, "number"),
                **{name: row[name] for name in ("name", "kind", "uscc", "size_class")},
                **self.place(row["place"]),
            }
            for row in self.in_force("organisation")
        ]

    def steps(self, name: str, matter: str) -> list[Row]:
        """The steps of a matter, in their order."""
        return sorted((row for row in self.records.get(name, []) if row["matter"] == matter), key=lambda row: row["n"])
