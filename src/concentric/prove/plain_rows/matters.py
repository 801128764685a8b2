"""Matters in plain Python: folded by their courses one by one, with who backs them and what looking back found."""

from __future__ import annotations

from collections.abc import Iterable

from concentric.core.courses import COURSES, Opening, State, Step
from concentric.core.courses.base import Kept, role_of
from concentric.core.courses.strength import CONFIRMED, VERIFIED
from concentric.prove.plain_rows.follow_ups import backed
from concentric.prove.plain_rows.known import Known, Row

_WHO = {"recipient": "recipient", "supporter": "supporter", "other": "independent"}


class Folded:
    """One matter with its state, its standing steps in their order, and its rows by number."""

    def __init__(self, known: Known, kind: str, row: Row, opening: Opening) -> None:
        self.known = known
        self.row = row
        self.opening = opening
        self.steps = {step["n"]: step for step in known.steps(f"{kind}_step", row["root"])}
        self.state: State = COURSES[kind.replace("_", "-")].fold(opening, map(as_step, self.steps.values()))

    def said(self, *names: str) -> list[Kept]:
        """The standing steps of these names."""
        return [kept for kept in self.state.standing if kept.name in names]

    def last(self, *names: str) -> Row | None:
        """The record of the last standing step of these names."""
        said = self.said(*names)
        return self.steps[said[-1].n] if said else None

    def on(self, *names: str) -> object:
        """The day of that step."""
        last = self.last(*names)
        return None if last is None else last["occurred_on"]

    def own(self) -> Row | None:
        """The recipient's latest own word."""
        said = [kept for kept in self.said("confirmed", "disputed") if kept.role == "recipient"]
        return self.steps[said[-1].n] if said else None

    def backing(self, else_: Row) -> Row:
        """The record on which the strength rests; `else_` below confirmed."""
        best = {VERIFIED: self.last("verified"), CONFIRMED: self.own()}.get(self.state.strength)
        return best or else_

    def begin(self, supporter: str | None, recipient: str | None, *places: str | None) -> Row:
        """What every view of matters has: the record, the programme, the two sides, the first place there is."""
        place = next((root for root in places if root is not None), None)
        return {
            **self.known.base(self.row, "number"),
            **self.known.in_programme(self.row["programme"]),
            **self.known.party("supporter", supporter),
            **self.known.party("recipient", recipient),
            **self.known.place(place),
            "state": self.state.name,
        }

    def backed(self, best: Row, who: str = "") -> Row:
        """Strength, who attests it and how, once it was looked back on. `who` where the course knows better."""
        who = who or attested(self.opening, best)
        return backed(self.known, self.row["root"], self.state.strength, who, best["channel"])

    def words(self) -> Row:
        """On which days it was confirmed and verified, as far as that counts now."""
        own = self.own()
        strength, denied = self.state.strength, "disputed" in self.state.marks
        confirmed = own is not None and own["name"] == "confirmed" and not denied
        return {
            "confirmed_on": own["occurred_on"] if own is not None and confirmed else None,
            "verified_on": self.on("verified") if strength == VERIFIED else None,
        }


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


def opening_of(row: Row, supporter: str | None, recipient: str | None, **more: object) -> Opening:
    """What a matter opens with, as far as its course reads it."""
    return Opening(
        supporter or "",
        recipient or "",
        row["office"] or "",
        None,
        due=row.get("due"),
        **more,  # type: ignore[arg-type]
    )


def sides_of(row: Row) -> Opening:
    """What a matter between a supporter and a recipient opens with."""
    return opening_of(row, row["supporter"], row["recipient"])


def between(known: Known, row: Row) -> Row:
    """What every view of matters between a supporter and a recipient has; it lies where the recipient does."""
    return {
        **known.base(row, "number"),
        **known.in_programme(row["programme"]),
        **known.party("supporter", row["supporter"]),
        **known.party("recipient", row["recipient"]),
        **known.place_of(row["recipient"]),
        "attested": attested(sides_of(row), row),
    }


def latest(days: Iterable[object]) -> object:
    """The last of some days; None where there is none."""
    return max((day for day in days if day is not None), default=None)  # type: ignore[type-var]
