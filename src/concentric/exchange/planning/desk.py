"""What planning records and planning steps share: the lookups, the plan so far, and what is said of rows."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from concentric.exchange.planning.parse import Parsed, Row
from concentric.exchange.planning.plan import Difference, MatterPlan, Plan
from concentric.exchange.rows.look import Look
from concentric.exchange.rows.nouns import NOUN_OF_COLUMN
from concentric.exchange.sheets.cells import shown, value_shown
from concentric.exchange.sheets.column import Column
from concentric.ledger.actor import Actor
from concentric.ledger.models import InForce
from concentric.register.models import Organisation, Place


class Desk:
    """One import being worked out: who imports, what is known, and the plan so far."""

    def __init__(self, actor: Actor, role: str, today: date, given_reason: str, position: int, lang: str) -> None:
        self.actor = actor
        self.role = role
        self.given_reason = given_reason
        self.look = Look(actor, today, lang)
        self.plan = Plan(position, [])
        self.matters: dict[UUID, MatterPlan] = {}

    def judged(self, parsed: Parsed, row: Row) -> bool:
        """Turn the problems of the row into findings. True when the row is still good."""
        for problem in self.look.problems:
            parsed.findings.append(parsed.finding(problem.key, problem.column, row.at, problem.words, problem.severity))
            if problem.severity == "error":
                row.bad = True
        self.look.problems = []
        if row.bad:
            self.bad(parsed, row)
        return not row.bad

    def bad(self, parsed: Parsed, row: Row) -> None:
        """Remember the row's number, so that rows that speak of it are told."""
        row.status = ""
        if row.values[0]:
            for model in parsed.sheet.enters():
                self.look.bad.setdefault((model, row.values[0]), (parsed.raw.name, row.at))

    def check_references(self, parsed: Parsed, row: Row) -> None:
        """A row with a bad cell is checked to its end: its other references too."""
        look = self.look
        look.begin()
        for slot, column in enumerate(parsed.sheet.columns):
            text = row.values[slot]
            if column.kind != "reference" or text is None:
                continue
            nouns = NOUN_OF_COLUMN.get(column.name, ())
            if nouns == (Place,):
                look.place(text, column.name)
            elif nouns == (Organisation,):
                look.organisation(text, column.name)
            elif column.name == "programme":
                look.programme(text, column.name)
            elif len(nouns) == 1:
                look.thing(nouns[0], text, column.name)
        for problem in look.problems:
            parsed.findings.append(parsed.finding(problem.key, problem.column, row.at, problem.words, problem.severity))
        look.problems = []

    def reason(self, parsed: Parsed, row: Row, because: str = "") -> str | None:
        """Why the row is corrected: its own word, else the one given for the whole import, else `because`.

        None where there is none, which is told to the row.
        """
        reason: str = row.values[-1] or self.given_reason or because
        if reason:
            return reason
        self.look.wrong("row-changed-without-reason", "number", number=row.values[0])
        self.judged(parsed, row)
        return None

    def differs(self, parsed: Parsed, row: Row, column: str, old: Any, new: Any) -> None:
        """Note what changed, for people to see before and after."""
        place = parsed.layout.places.get(column)
        heading = parsed.layout.headings[place] if place is not None else column
        mine = next((one for one in parsed.sheet.columns if one.name == column), None)
        now = shown(row.cells[place]) if place is not None and isinstance(new, UUID) else self._name(new, mine)
        found = Difference(parsed.raw.name, row.at, row.values[0], heading, self._name(old, mine), now)
        if found not in self.plan.differences[-4:]:  # a village's name is also its place's
            self.plan.differences.append(found)

    def _name(self, value: Any, column: Column | None) -> str:
        """A value for people: a choice by its words, what a root stands for by its number or code."""
        if not isinstance(value, UUID):
            known = column is not None and column.choices and isinstance(value, str)
            return value_shown(column, value, self.look.lang) if known and column is not None else _shown(value)
        found = InForce.objects.filter(root=value).values_list("key", flat=True).first()
        if found is not None:
            return found
        return next((name for name, root in self.look.book.programmes.items() if root == value), str(value))


def _shown(value: Any) -> str:
    return format(value, "f") if hasattr(value, "is_finite") else shown(value)
