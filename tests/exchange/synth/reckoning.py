"""The year reckoned from the rows alone, by hand: what every figure has to come to, without a database or an import.

Rows that the story spoils are left out, as the tray would; an import that is undone takes its matters and steps along.
What a public draw finds isn't in any row: of it the figures in the ledger speak. The year before is left out unless
it is asked for.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from concentric.core.courses import COURSES, Opening, Step
from concentric.core.courses.strength import strength_of
from concentric.exchange.synth.rows import Row
from concentric.exchange.synth.scene import Scene
from concentric.exchange.synth.story import ADOPTED, SPOILT

PARTIES = {
    "pairing": ("supporter", "recipient"),
    "commitment": ("supporter", "recipient"),
    "case": ("", "raiser"),
    "project": ("owner", "host"),
    "site": ("supporter", "keeper"),
    "activity": ("organiser", "host"),
    "assignment": ("", "recipient"),
    "accreditation": ("", "candidate"),
}
"""Of each kind, the columns of its supporter and its recipient."""
OPENS = {f"{kind}s": kind for kind in PARTIES} | {"activities": "activity"}
"""Sheets whose rows open a matter."""
STEPS = {
    "agreements": "pairing",
    "deliveries": "commitment",
    "case-routings": "case",
    "case-extensions": "case",
    "case-answers": "case",
    "case-words": "case",
    "case-closings": "case",
    "adoptions": "case",
    "project-progress": "project",
    "site-progress": "site",
    "assignment-changes": "assignment",
    "assessments": "accreditation",
    "namings": "accreditation",
}
"""Sheets whose rows are steps, and the column that names their matter."""
NAMED = {
    "deliveries": "delivered",
    "case-answers": "answered",
    "case-words": "word",
    "adoptions": "adopted",
    "assessments": "assessed",
}
"""Sheets whose steps are always the same; of the others a row says it itself."""


@dataclass
class Matter:
    """A matter with the row that opened it, and each row that moved it: (sheet, row, who says so)."""

    kind: str
    row: Row
    steps: list[tuple[str, Row, str]] = field(default_factory=list)

    def state(self):
        supporter, recipient = PARTIES[self.kind]
        opening = Opening(
            supporter=str(self.row.get(supporter, "")),
            recipient=str(self.row.get(recipient, "")),
            office="office",
            on=None,
            amount=self._amount(),
            due=self.row.get("due", self.row.get("until")),
            kind=self.row.get("kind", ""),
        )
        numbers = {row["number"]: n for n, (_, row, _) in enumerate(self.steps, start=1)}
        steps = [self._step(numbers, *told) for told in self.steps]
        return COURSES[self.kind].fold(opening, steps)

    def _amount(self) -> Decimal | None:
        if self.kind == "commitment":
            return Decimal(self.row.get("amount", self.row.get("quantity", 0)))
        threshold = self.row.get("threshold")
        return None if threshold is None else Decimal(threshold)

    def _step(self, numbers, sheet: str, row: Row, who: str) -> Step:
        name = "verified" if sheet == "verifications" else NAMED.get(sheet) or row.get("what") or row["outcome"]
        says = row.get("batch", "") if sheet == "namings" else row.get("what", "") if sheet in NAMED else ""
        amount = Decimal(row["amount"]) if "amount" in row else None
        of = numbers.get(row.get("subject"))
        return Step(
            numbers[row["number"]], name, row["on"], who, amount, of, "-", row.get("until"), says, row.get("party", "")
        )


def by(account: str) -> str:
    """The organisation that an account speaks for."""
    return account if account == "office" else account.partition("-")[2]


class Reckoned:
    """Every matter as it stood at a moment, by its number; and the rows of plain records, by sheet."""

    def __init__(self, scenes: list[Scene], until: datetime, since: date = ADOPTED) -> None:
        self.matters: dict[str, Matter] = {}
        self.plain: dict[str, dict[str, Row]] = defaultdict(dict)
        self._of_step: dict[str, str] = {}
        by_key = {scene.key: scene for scene in scenes}
        for scene in scenes:
            if scene.at >= until:
                break
            if scene.at.date() < since:
                continue
            if scene.action == "undo":
                for row in dict(by_key[scene.undoes].workbook.sheets)["commitments"]:
                    del self.matters[row["number"]]
            for number, name, on, _ in scene.ends:
                self._move(number, "ends", {"number": f"{name}-{number}", "what": name, "on": on}, by(scene.account))
            for stem, rows in scene.workbook.sheets if scene.workbook is not None else ():
                for row in rows:
                    if not any(row.get(name) == cell for fault in SPOILT for name, cell in fault.items()):
                        self._enter(stem, row, by(scene.account))

    def _enter(self, stem: str, row: Row, who: str) -> None:
        if stem in OPENS:
            if row["number"] in self.matters:
                self.matters[row["number"]].row = row
            else:
                self.matters[row["number"]] = Matter(OPENS[stem], row)
        elif stem in STEPS:
            self._move(row[STEPS[stem]], stem, row, who)
        elif stem in ("confirmations", "verifications"):
            self._move(self._of_step.get(row["subject"], row["subject"]), stem, row, who)
        else:
            self.plain[stem][row["number"]] = row

    def _move(self, matter: str, stem: str, row: Row, who: str) -> None:
        self._of_step[row["number"]] = matter
        steps = self.matters[matter].steps
        again = [at for at, (_, known, _) in enumerate(steps) if known["number"] == row["number"]]
        if again:
            steps[again[0]] = (stem, row, who)
        else:
            steps.append((stem, row, who))

    def of(self, noun: str, /, **cells) -> list[Matter]:
        """The matters of a kind whose rows hold these cells."""
        return [
            matter
            for matter in self.matters.values()
            if matter.kind == noun and all(matter.row.get(name, "") == cell for name, cell in cells.items())
        ]

    def ladder(self, programme: str, kind: str, currency: str = "") -> list[int]:
        """What the commitments of a programme come to at each rung."""
        rungs = ("pledged", "reported", "confirmed", "verified")
        states = [matter.state() for matter in self.of("commitment", programme=programme, kind=kind, currency=currency)]
        return [int(sum(state.amounts[rung] for state in states)) for rung in rungs]

    def parties(self, party: str, rung: str, *, kind: str = "pairing", programme: str = "villages") -> set[str]:
        """Who takes part in matters that have come at least to a rung."""
        return {
            matter.row[party]
            for matter in self.of(kind, programme=programme)
            if matter.state().strength >= strength_of(rung)
        }

    def rungs(self, noun: str, /, **cells) -> list[int]:
        """How many matters have come at least to each rung."""
        strengths = [matter.state().strength for matter in self.of(noun, **cells)]
        return [sum(strength >= rung for strength in strengths) for rung in (1, 2, 3, 4)]
