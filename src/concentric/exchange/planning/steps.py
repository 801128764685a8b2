"""Planning rows that are steps of matters: new, unchanged, or taken back and entered anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from concentric.exchange.planning.desk import Desk
from concentric.exchange.planning.parse import Parsed, Row
from concentric.exchange.planning.plan import MatterPlan, Stepping
from concentric.exchange.rows.held import chunks, in_force, values_of
from concentric.exchange.rows.steps import Answer, KnownStep
from concentric.exchange.rows.undone import undone_ranges
from concentric.exchange.sheets.sheet import StepSheet
from concentric.ledger.ids import new_id
from concentric.ledger.matters import matter_model
from concentric.ledger.models import Step

_STEP_FIELDS = ("matter_id", "name", "occurred_on", "amount", "of", "note", "n", "attested_by")
_WIDE_FIELDS = ("until", "what", "party_id")
"""What only some kinds of steps hold."""


class StepPlanner:
    """Plans the sheets of steps. Whether a course takes them is asked later, when all of a matter's are known."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def plan(self, parsed: Parsed, sheet: StepSheet, rank: int) -> None:
        look = self.desk.look
        numbers = [row.values[0] for row in parsed.rows if row.values[0] is not None]
        for model in sheet.models:
            look.fetch(model, numbers)
        stored = {model: self._stored_steps(model, numbers) for model in sheet.models}
        taken_back = self._taken_back(parsed, sheet)
        if sheet.prepare is not None:
            sheet.prepare([row.values for row in parsed.rows if not row.bad], look)
        for row in parsed.rows:
            if row.bad:
                self.desk.check_references(parsed, row)
                self.desk.bad(parsed, row)
                continue
            look.begin()
            answer = sheet.build(row.values, look)
            if not self.desk.judged(parsed, row) or answer is None or answer.matter is None:
                continue
            number = answer.number
            former = next((found for model in sheet.models if (found := stored[model].get(number))), None)
            gone = None if former is not None else taken_back[answer.model].get(number)
            if gone is not None and _says(answer) == {name: gone[name] for name in _says(answer)}:
                # It was taken back since, and the row still says what it said: an old file, or one that keeps all.
                row.status = "unchanged"
                words = {"number": number}
                parsed.findings.append(parsed.finding("row-number-taken-back", "number", row.at, words, "notice"))
                continue
            self._check_number(sheet, answer, former, gone is not None)
            if not self.desk.judged(parsed, row):
                continue
            if former is not None:
                self._step_again(parsed, sheet, row, answer, former, rank)
            else:
                self._ask(parsed, row, answer, rank)

    def _stored_steps(self, model: type[Step], numbers: Sequence[str]) -> dict[str, dict[str, Any]]:
        known = self.desk.look.steps[model]
        held = in_force(model, self.desk.actor.office, {number for number in numbers if number in known})
        names = (*_STEP_FIELDS, *_wide(model))
        values = values_of(model, [latest for _, latest in held.values()], names)
        return {
            number: dict(zip(names, values[latest], strict=True)) | {"model": model}
            for number, (_, latest) in held.items()
        }

    def _taken_back(self, parsed: Parsed, sheet: StepSheet) -> dict[type[Step], dict[str, dict[str, Any]]]:
        """What was taken back under the numbers of this sheet, or is spoken of there: by model and number."""
        slots = [0, *(slot for slot, column in enumerate(sheet.columns) if column.name in ("subject", "step"))]
        wanted = {row.values[slot] for row in parsed.rows for slot in slots} - {None}
        found = {model: _taken_back(model, self.desk.actor.office, wanted) for model in sheet.models}
        for model, steps in found.items():
            for number, held in steps.items():
                known = (held[name] for name in ("occurred_on", "amount", "n", "attested_by"))
                self.desk.look.gone[model][number] = KnownStep(model, held["matter_id"], held["name"], number, *known)
        return found

    def _check_number(
        self, sheet: StepSheet, answer: Answer, former: Mapping[str, Any] | None, taken_back: bool
    ) -> None:
        look, number = self.desk.look, answer.number
        if former is None:
            if self._is_taken(number, sheet.models):
                look.wrong("row-number-of-other-step", "number", number=number)
            elif taken_back:
                look.wrong("row-number-taken-back", "number", number=number)
        elif former["name"] not in sheet.names_of_steps:
            look.wrong("row-number-of-other-step", "number", number=number)
        elif former["attested_by"] != self.desk.actor.organisation and self.desk.role != "office":
            look.wrong("row-number-of-other-account", "number", number=number)

    def _is_taken(self, number: str, models: Sequence[type[Step]]) -> bool:
        steps = self.desk.look.steps
        for model in models:  # noqa: SIM110 - a loop: this is asked of every row
            if number in steps[model]:
                return True
        return False

    def _step_again(
        self, parsed: Parsed, sheet: StepSheet, row: Row, answer: Answer, former: Mapping[str, Any], rank: int
    ) -> None:
        """A step that is in the ledger: the same, or to be taken back and entered anew."""
        now = _says(answer)
        if parsed.absent:
            for name, column in _columns_of(sheet).items():
                if column in parsed.absent and name in now:
                    now[name] = former[name]
        changed = [name for name, value in now.items() if value != former[name]]
        if not changed:
            row.status = "unchanged"
            return
        if former["attested_by"] != self.desk.actor.organisation:
            self.desk.look.wrong("row-number-of-other-account", "number", number=answer.number)
            self.desk.judged(parsed, row)
            return
        if former["matter_id"] != answer.matter or former["model"] is not answer.model:
            self.desk.look.wrong("step-to-another-matter", "number", number=answer.number)
            self.desk.judged(parsed, row)
            return
        reason = self.desk.reason(parsed, row, answer.because)
        if reason is None:
            return
        for name in changed:
            if name == "of":
                self._speaks_of_another(parsed, row, answer, former)
                continue
            self.desk.differs(parsed, row, _columns_of(sheet).get(name, name), former[name], now[name])
        answer.on, answer.amount, answer.note = now["occurred_on"], now["amount"], now["note"]
        answer.until, answer.what, answer.to = now.get("until"), now.get("what", ""), now.get("party_id")
        self._ask(parsed, row, answer, rank, back=former["n"], back_on=former["occurred_on"], reason=reason)
        row.status = "changed"

    def _speaks_of_another(self, parsed: Parsed, row: Row, answer: Answer, former: Mapping[str, Any]) -> None:
        """The step spoken of is another one; or only the same, entered anew by this very import."""
        taken: Any = answer.model.objects
        steps = taken.filter(matter_id=former["matter_id"], n=former["of"])
        before = steps.values_list("number", flat=True).first() or ""
        now = answer.of.number if answer.of is not None else ""
        if before != now:
            column = next(one.name for one in parsed.sheet.columns if one.kind == "reference")
            self.desk.differs(parsed, row, column, before, now)

    def _ask(
        self,
        parsed: Parsed,
        row: Row,
        answer: Answer,
        rank: int,
        *,
        back: int | None = None,
        back_on: date | None = None,
        reason: str = "",
    ) -> None:
        assert answer.matter is not None
        matter = self.desk.matters.get(answer.matter)
        if matter is None:
            matter = self.desk.matters[answer.matter] = MatterPlan(
                matter_model(answer.model), answer.matter, None, None
            )
        fields: dict[str, Any] = {
            "id": new_id(),
            "matter_id": answer.matter,
            "name": answer.name,
            "occurred_on": answer.on,
            "amount": answer.amount,
            "number": answer.number,
            "note": answer.note,
            **_wide_values(answer),
        }
        known = self.desk.look.steps[answer.model].get(answer.number)
        if known is None or back is None:
            known = KnownStep(
                answer.model,
                answer.matter,
                answer.name,
                answer.number,
                answer.on,
                answer.amount,
                None,
                self.desk.actor.organisation,
                fields["id"],
            )
            self.desk.look.steps[answer.model][answer.number] = known
        else:
            known.on, known.amount, known.name, known.n = answer.on, answer.amount, answer.name, None
            known.root = fields["id"]
        matter.asked.append(Stepping(fields, known, answer.of, parsed, row, rank, back, back_on, reason))
        row.status = "new"


_COLUMN_OF_FIELD = {"occurred_on": "on", "amount": "amount", "note": "note", "until": "until", "party_id": "party"}
"""Which column a field of a step usually stands in."""


def _columns_of(sheet: StepSheet) -> dict[str, str]:
    """Which column of this sheet each field stands in."""
    return {**_COLUMN_OF_FIELD, **sheet.said_in}


@cache
def _wide(model: type[Step]) -> tuple[str, ...]:
    held = {field.attname for field in model._meta.concrete_fields}
    return tuple(name for name in _WIDE_FIELDS if name in held)


def _wide_values(answer: Answer) -> dict[str, Any]:
    values = {"until": answer.until, "what": answer.what, "party_id": answer.to}
    return {name: values[name] for name in _wide(answer.model)}


def _says(answer: Answer) -> dict[str, Any]:
    """The row as the fields of a step."""
    return {
        "matter_id": answer.matter,
        "name": answer.name,
        "occurred_on": answer.on,
        "amount": answer.amount,
        "of": answer.of.n if answer.of is not None else None,
        "note": answer.note,
        **_wide_values(answer),
    }


def _taken_back(model: Any, office: UUID | None, wanted: set[str]) -> dict[str, dict[str, Any]]:
    """Steps that somebody took back on purpose, by number. Those of an undone import may come again."""
    ranges = undone_ranges()
    names = (*_STEP_FIELDS, *_wide(model))
    back = model.objects.of_office(office).filter(name="reversed").values_list("matter_id", "of", "idx")
    found: dict[str, dict[str, Any]] = {}
    for part in chunks(back.iterator(10_000)):
        reversed_ = {(matter, of) for matter, of, idx in part if not any(first <= idx < size for first, size in ranges)}
        if not reversed_:
            continue
        steps = model._base_manager.filter(matter_id__in={matter for matter, _ in reversed_})
        for number, *values in steps.values_list("number", *names):
            held = dict(zip(names, values, strict=True))
            if number in wanted and (held["matter_id"], held["n"]) in reversed_:
                found[number] = held
    return found
