"""Planning the sheets of one import, in the order in which they build on each other, whatever their order in a file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from concentric.core.terms.findings import Finding
from concentric.exchange.planning.absent import count_absent
from concentric.exchange.planning.courses import run_courses
from concentric.exchange.planning.desk import Desk
from concentric.exchange.planning.parse import Parsed
from concentric.exchange.planning.plan import Plan, Tally
from concentric.exchange.planning.records import RecordPlanner
from concentric.exchange.planning.steps import StepPlanner
from concentric.exchange.rows.nouns import NOUN_OF_COLUMN
from concentric.exchange.sheets.registry import SHEETS
from concentric.exchange.sheets.sheet import RecordSheet, StepSheet
from concentric.keep.models import Case
from concentric.ledger.actor import Actor


class Planner:
    """Plans one import of one account at ledger position `position`. The book's lists are named in `lang`.

    `beside`: files that lie beside a workbook may be kept as evidence.
    """

    def __init__(
        self, actor: Actor, role: str, today: date, reason: str, position: int, lang: str, *, beside: bool
    ) -> None:
        self.desk = Desk(actor, role, today, reason, position, lang)
        self.records = RecordPlanner(self.desk)
        self.steps = StepPlanner(self.desk)
        self.beside = beside

    def run(self, parsed: Sequence[Parsed]) -> Plan:
        """Plan everything. Costs a few queries for each 500 rows."""
        self.desk.plan.parsed = list(parsed)
        for rank, sheet in enumerate(SHEETS):
            for one in parsed:
                if one.sheet is sheet and one.layout.usable:
                    self._sheet(one, rank)
        run_courses(self.desk.actor, self.desk.role, self.desk.look, list(self.desk.matters.values()))
        self.records.let_go()
        self._tell_of_cases_nowhere()
        self.desk.plan.files = self.desk.look.beside.found
        self.desk.plan.matters = [matter for matter in self.desk.matters.values() if matter.opens or matter.taken]
        self._conclude()
        return self.desk.plan

    def _sheet(self, parsed: Parsed, rank: int) -> None:
        sheet = parsed.sheet
        if self.desk.role != "office" and self.desk.role not in sheet.writers:
            parsed.rows = []
            parsed.findings.append(Finding("rights-sheet", {}, file=parsed.raw.file.name, sheet=parsed.raw.name))
            return
        self._fetch(parsed)
        self.desk.look.beside.folder = parsed.raw.file.parent if self.beside else None
        if isinstance(sheet, RecordSheet):
            self.records.plan(parsed, sheet)
        elif isinstance(sheet, StepSheet):
            self.steps.plan(parsed, sheet, rank)

    def _fetch(self, parsed: Parsed) -> None:
        """Read everything that the sheet's references may name."""
        for slot, column in enumerate(parsed.sheet.columns):
            if column.kind != "reference":
                continue
            for model in NOUN_OF_COLUMN.get(column.name, ()):
                self.desk.look.fetch(model, {row.values[slot] for row in parsed.rows if row.values[slot] is not None})
        self.desk.look.currency_of_heading = next(iter(parsed.layout.currencies.values()), "")

    def _tell_of_cases_nowhere(self) -> None:
        """A new case lies at its place, or at that of its handler: with neither it is in no county's figures."""
        routed = self.desk.look.routed
        for root, matter in self.desk.matters.items():
            opens = matter.opens
            if matter.model is not Case or opens is None or opens.reason is not None or root in routed:
                continue
            if opens.fields["place_id"] is None and opens.fields["handler_id"] is None:
                assert matter.parsed is not None
                found = matter.parsed.finding("case-lies-nowhere", "place", opens.row.at, {}, "warning")
                matter.parsed.findings.append(found)

    def _conclude(self) -> None:
        plan = self.desk.plan
        for parsed in plan.parsed:
            tally = Tally(parsed.sheet.stem, parsed.raw.name, parsed.raw.file.name)
            for row in parsed.rows:
                tally.rows[row.status if not row.bad and row.status else "waiting"] += 1
                if row.bad:
                    plan.bad.append((parsed, row))
            tally.rows["skipped"] = parsed.skipped
            plan.tallies.append(tally)
            plan.findings.extend(sorted(parsed.findings, key=lambda finding: finding.row or 0))
        count_absent(plan, self.desk.actor)
