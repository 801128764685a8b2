"""The year reckoned from the rows alone, by hand: what every figure has to come to, without a database or an import.

Rows that the story spoils are left out, as the tray would; an import that is undone takes its matters and steps along.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from concentric.core.courses import COURSES, Opening, Step
from concentric.core.courses.strength import strength_of
from concentric.exchange.synth.rows import Row
from concentric.exchange.synth.story import SPOILT, Scene


@dataclass
class Matter:
    """A pairing or a commitment with its steps: (name, day, by, amount, number of the step it speaks of)."""

    kind: str
    row: Row
    steps: dict[str, tuple[str, date | None, str, Decimal | None, str]] = field(default_factory=dict)

    def state(self):
        opening = Opening(
            supporter=str(self.row["supporter"]),
            recipient=str(self.row["recipient"]),
            office="office",
            on=None,
            amount=Decimal(self.row.get("amount", self.row.get("quantity", 0))) if self.kind == "commitment" else None,
            due=self.row.get("due"),
        )
        numbers = {number: n for n, number in enumerate(self.steps, start=1)}
        steps = [
            Step(numbers[number], name, on, who, amount, numbers[of] if of else None, "-")
            for number, (name, on, who, amount, of) in self.steps.items()
        ]
        return COURSES[self.kind].fold(opening, steps)


def by(account: str) -> str:
    """The organisation that an account speaks for."""
    return account if account == "office" else account.partition("-")[2]


def reckon(scenes: list[Scene], until: datetime) -> dict[str, Matter]:
    """Every matter as it stood at `until`, by its number."""
    held: dict[str, Matter] = {}
    deliveries: dict[str, str] = {}
    by_key = {scene.key: scene for scene in scenes}
    for scene in scenes:
        if scene.at >= until:
            break
        if scene.action == "undo":
            for stem, rows in by_key[scene.undoes].workbook.sheets:
                for row in rows if stem == "commitments" else ():
                    del held[row["number"]]
        for number, name, on, _ in scene.ends:
            held[number].steps[f"{name}-{number}"] = (name, on, by(scene.account), None, "")
        if scene.workbook is None:
            continue
        for stem, rows in scene.workbook.sheets:
            for row in rows:
                if any(row.get(name) == cell for fault in SPOILT for name, cell in fault.items()):
                    continue
                enter(held, deliveries, stem, row, by(scene.account))
    return held


def enter(held: dict[str, Matter], deliveries: dict[str, str], stem: str, row: Row, who: str) -> None:
    number = row["number"]
    amount = Decimal(row["amount"]) if "amount" in row else None
    if stem in ("pairings", "commitments"):
        if number in held:
            held[number].row = row
        else:
            held[number] = Matter(stem.removesuffix("s"), row)
    elif stem == "agreements":
        held[row["pairing"]].steps[number] = (row["what"], row["on"], who, None, "")
    elif stem == "deliveries":
        deliveries[number] = row["commitment"]
        held[row["commitment"]].steps[number] = ("delivered", row["on"], who, amount, "")
    elif stem == "confirmations":
        told = (row["outcome"], row["on"], who, amount, row["subject"])
        held[deliveries[row["subject"]]].steps[number] = told
    elif stem == "verifications":
        subject = row["subject"]
        matter = held[deliveries.get(subject, subject)]
        matter.steps[number] = ("verified", row["on"], who, amount, subject if subject in deliveries else "")


def ladder(held: dict[str, Matter], programme: str, kind: str, currency: str = "") -> list[int]:
    """What the commitments of a programme come to at each rung."""
    rungs = ("pledged", "reported", "confirmed", "verified")
    states = [
        matter.state()
        for matter in held.values()
        if matter.kind == "commitment"
        and (matter.row["programme"], matter.row["kind"], matter.row.get("currency", "")) == (programme, kind, currency)
    ]
    return [int(sum(state.amounts[rung] for state in states)) for rung in rungs]


def parties(
    held: dict[str, Matter], party: str, rung: str, *, kind: str = "pairing", programme: str = "villages"
) -> set[str]:
    """Who takes part in matters that have come at least to a rung."""
    return {
        matter.row[party]
        for matter in held.values()
        if matter.kind == kind and matter.row["programme"] == programme and matter.state().strength >= strength_of(rung)
    }
