"""The views in plain Python: the obvious way, from records as dictionaries. What the engines must agree with.

Matters are folded by `core.courses` itself, one by one; nothing here is shared with the relational views.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from concentric.core.courses import COURSES, CommitmentCourse, CommitmentState, Opening, PairingState, Step
from concentric.core.courses.base import Kept, role_of
from concentric.core.courses.strength import CONFIRMED, REPORTED, VERIFIED
from concentric.prove.plain_rows.follow_ups import is_raised, last_result, strength_after

Row = dict[str, Any]
Records = dict[str, list[Row]]
"""Every version of every record by the name of its table in the lake; ids are text, times are UTC without a zone."""

NOWHERE: Row = dict.fromkeys(("place", "place_name", "place_level", "path"))
"""The place columns of what lies in no place."""

_WHO = {"recipient": "recipient", "supporter": "supporter", "other": "independent"}


class Known:
    """What was in force at a position, and the views on it."""

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

    # -- plain records -------------------------------------------------------------------------------------------

    def base(self, row: Row, number: str) -> Row:
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
        return self.programmes.get(root or "", {"programme": None, "circle": None})

    def party(self, role: str, root: str | None) -> Row:
        party = self.parties.get(root or "", {})
        return {role: root, **{f"{role}_{name}": party.get(name) for name in ("number", "name", "kind")}}

    def place_of(self, root: str) -> Row:
        party = self.parties.get(root, {})
        return {name: party.get(name) for name in ("place", "place_name", "place_level", "path")}

    def place_root(self, party: str | None) -> str | None:
        """The root of the place of an organisation."""
        return self.place_roots.get(party or "")

    def places(self) -> list[Row]:
        rows = self.in_force("place")
        above = {root: row["code"] for root, row in self.place_rows.items()}
        return [
            {
                **self.base(row, "code"),
                **{name: row[name] for name in ("name", "level", "valid_from", "valid_until")},
                "parent": above.get(row["parent"] or ""),
                **self.place(row["root"]),
            }
            for row in rows
        ]

    def organisations(self) -> list[Row]:
        return [
            {
                **self.base(row, "number"),
                **{name: row[name] for name in ("name", "kind", "uscc")},
                **self.place(row["place"]),
            }
            for row in self.in_force("organisation")
        ]

    def rosters(self) -> list[Row]:
        found = []
        for row in self.in_force("roster"):
            oldest = min(one["as_of"] for one in self.records["roster"] if one["root"] == row["root"])
            found.append(
                {"number": row["code"], "name": row["name"], "root": row["root"], "roster_from": oldest, **row}
            )
        return found

    def roster(self) -> list[Row]:
        lists = {row["root"]: row for row in self.rosters()}
        found = []
        for row in self.in_force("roster_entry"):
            if (of := lists.get(row["roster"])) is not None:
                found.append(
                    {
                        **self.base(row, "number"),
                        "roster": of["code"],
                        "roster_name": of["name"],
                        "roster_from": of["roster_from"],
                        **self.in_programme(of["programme"]),
                        **self.party("member", row["member"]),
                        "since": row["since"] or of["roster_from"],
                        "until": row["until"],
                        **self.place_of(row["member"]),
                    }
                )
        return found

    def statistics(self) -> list[Row]:
        names = ("indicator", "value", "unit", "period", "scope", "source", "published_on")
        return [
            {**self.base(row, "number"), **{name: row[name] for name in names}, **self.place(row["place"])}
            for row in self.in_force("statistic")
        ]

    # -- matters -------------------------------------------------------------------------------------------------

    def steps(self, name: str, matter: str) -> list[Row]:
        return sorted((row for row in self.records.get(name, []) if row["matter"] == matter), key=lambda row: row["n"])

    def _opening(self, row: Row, *, amount: Decimal | None = None) -> Opening:
        return Opening(
            supporter=row["supporter"],
            recipient=row["recipient"],
            office=row["office"] or "",
            on=None,
            amount=amount,
            due=row.get("due"),
        )

    def _matter(self, row: Row) -> Row:
        return {
            **self.base(row, "number"),
            **self.in_programme(row["programme"]),
            **self.party("supporter", row["supporter"]),
            **self.party("recipient", row["recipient"]),
            **self.place_of(row["recipient"]),
            "attested": attested(self._opening(row), row),
        }

    def pairings(self) -> list[Row]:
        found = []
        for row in self.once("pairing"):
            steps = self.steps("pairing_step", row["root"])
            state: PairingState = COURSES["pairing"].fold(self._opening(row), map(as_step, steps))
            by_n = {step["n"]: step for step in steps}
            said = {name: [kept for kept in state.standing if kept.name == name] for name in COURSES["pairing"].steps}
            agreed = [by_n[kept.n] for kept in said["agreed"]]
            backing: list[Kept] = []
            if state.strength == VERIFIED:
                backing = said["verified"]
            elif state.strength == CONFIRMED:
                backing = [kept for kept in said["agreed"] if kept.role == "recipient"]
            elif state.strength == REPORTED:
                backing = said["agreed"]
            best = by_n[backing[-1].n] if backing else row
            days = [step["occurred_on"] for step in agreed if step["occurred_on"] is not None]
            ends = [kept.on for kept in said["ended"] if kept.on is not None]
            found.append(
                {
                    **self._matter(row),
                    "state": state.name,
                    **{name: row[name] for name in ("batch", "help_types", "proposed_on")},
                    "agreed_on": min(days, default=None),
                    "verified_on": said["verified"][-1].on if said["verified"] else None,
                    "holds_until": state.due,
                    "ended_on": max(ends, default=None),
                    **self.backed(row["root"], state.strength, attested(self._opening(row), best), best["channel"]),
                    "entered_at": min((step["recorded_at"] for step in agreed), default=row["entered_at"]),
                }
            )
        return found

    def backed(self, root: str, strength: int, attested: str, channel: str) -> Row:
        """Strength, who attests it and how, once a matter was looked back on."""
        result = last_result(self, root)
        raised = is_raised(strength, result)
        return {
            "followed": result.result,
            "strength": strength_after(strength, result.result),
            "attested": "independent" if raised else attested,
            "channel": result.channel if raised else channel,
        }

    def _folded(self, row: Row) -> tuple[CommitmentState, dict[int, Row]]:
        steps = self.steps("commitment_step", row["root"])
        amount = row["amount"] if row["amount"] is not None else row["quantity"]
        state = CommitmentCourse().fold(self._opening(row, amount=amount), map(as_step, steps))
        return state, {step["n"]: step for step in steps}

    def _committed(self, row: Row) -> Row:
        names = ("kind", "nature", "firmness", "what", "currency", "unit", "committed_on", "due")
        return {**self._matter(row), **{name: row[name] for name in names}}

    def _backing(self, row: Row, state: CommitmentState, steps: dict[int, Row]) -> list[Row]:
        """Each part with the step that its strength rests on, and what is verified once it was looked back on."""
        found = []
        result = last_result(self, row["root"])
        for part in state.parts:
            about = [kept for kept in state.standing if kept.of == part.n]
            checks = [kept for kept in about if kept.name == "verified"]
            own = [kept for kept in about if kept.role == "recipient" and kept.name != "verified"]
            best = steps[part.n]
            if part.strength == VERIFIED:
                best = steps[checks[-1].n]
            elif part.strength == CONFIRMED:
                best = steps[own[-1].n]
            raised = is_raised(part.strength, result)
            found.append(
                {
                    "part": part,
                    "best": best,
                    "held": part.confirmed if raised else part.verified,
                    "confirmed_on": own[-1].on if part.answer == "confirmed" else None,
                    "verified_on": checks[-1].on if part.strength == VERIFIED else None,
                    "attested": attested(self._opening(row), best),
                }
            )
        return found

    def commitments(self) -> list[Row]:
        found = []
        for row in self.once("commitment"):
            state, steps = self._folded(row)
            backing = self._backing(row, state, steps)
            best = max(backing, key=lambda one: (one["part"].strength, one["best"]["idx"]), default=None)
            days = [steps[part.n]["occurred_on"] for part in state.parts]
            amounts = {name: state.amounts[name] for name in ("pledged", "reported", "confirmed")}
            amounts["verified"] = sum((one["held"] for one in backing), Decimal(0))
            made = {
                **self._committed(row),
                "state": state.name,
                "amount": row["amount"],
                "quantity": row["quantity"],
                **_measures(row, amounts, tuple(amounts)),
                "value_on": row["value_on"],
                "delivered_on": max((day for day in days if day is not None), default=None),
                "deliveries": len(state.parts),
            }
            who, how = made["attested"], made["channel"]
            if best is not None:
                who, how = best["attested"], best["best"]["channel"]
            found.append({**made, **self.backed(row["root"], state.strength, who, how)})
        return found

    def deliveries(self) -> list[Row]:
        found = []
        for row in self.once("commitment"):
            state, steps = self._folded(row)
            for one in self._backing(row, state, steps):
                part, step = one["part"], steps[one["part"].n]
                money = row["amount"] is not None
                amounts = {"reported": part.reported, "confirmed": part.confirmed, "verified": one["held"]}
                found.append(
                    {
                        **self._committed(row),
                        "idx": step["idx"],
                        "record": step["id"],
                        "root": step["id"],
                        "number": step["number"],
                        "commitment": row["root"],
                        "commitment_number": row["number"],
                        "answer": part.answer,
                        "amount": part.delivered if money else None,
                        "quantity": None if money else part.delivered,
                        **_measures(row, amounts, tuple(amounts)),
                        "delivered_on": step["occurred_on"],
                        "confirmed_on": one["confirmed_on"],
                        "verified_on": one["verified_on"],
                        **self.backed(row["root"], part.strength, one["attested"], one["best"]["channel"]),
                        "recorded_at": step["recorded_at"],
                        "entered_at": step["recorded_at"],
                        "reason": None,
                    }
                )
        return found


def attested(opening: Opening, row: Row) -> str:
    """Who says so: recipient, supporter, independent, else the office."""
    return _WHO.get(role_of(opening, row["attested_by"] or ""), "office")


def as_step(row: Row) -> Step:
    """A step as its course reads it."""
    return Step(
        row["n"],
        row["name"],
        row["occurred_on"],
        row["attested_by"] or "",
        row["amount"],
        row["of"],
        row["note"],
        row.get("until"),
        row.get("what") or "",
        row.get("party") or "",
    )


def _measures(row: Row, amounts: dict[str, Decimal], rungs: Iterable[str]) -> Row:
    money = row["amount"] is not None
    found: Row = {}
    for rung in rungs:
        found[f"amount_{rung}"] = amounts[rung] if money else None
        found[f"quantity_{rung}"] = None if money else amounts[rung]
    return found
