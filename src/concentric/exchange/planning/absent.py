"""What an account entered before and does not bring any more. Only reported: nothing is voided by being left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from concentric.exchange.planning.parse import Parsed
from concentric.exchange.planning.plan import Plan, Tally
from concentric.exchange.sheets.sheet import RecordSheet, StepSheet
from concentric.ledger.actor import Actor
from concentric.register.models import Organisation, Place

NAMED = 20


def count_absent(plan: Plan, actor: Actor) -> None:
    """What this account entered from such a sheet before, and the file doesn't hold any more. Only reported."""
    by_sheet: dict[str, list[tuple[Parsed, Tally]]] = {}
    for parsed, tally in zip(plan.parsed, plan.tallies, strict=True):
        if parsed.layout.usable and parsed.rows and not parsed.partial:
            by_sheet.setdefault(parsed.sheet.stem, []).append((parsed, tally))
    for pairs in by_sheet.values():
        there = {row.values[0] for parsed, _ in pairs for row in parsed.rows if row.values[0] is not None}
        tally = pairs[-1][1]
        sheet = pairs[0][0].sheet
        if not isinstance(sheet, RecordSheet | StepSheet):
            continue
        for number in _entered(sheet, actor):
            if number not in there:
                tally.absent += 1
                if len(tally.absent_numbers) < NAMED:
                    tally.absent_numbers.append(number)


def _entered(sheet: RecordSheet | StepSheet, actor: Actor) -> Iterator[str]:
    """Numbers in force that this account entered through workbooks."""
    models: Sequence[Any] = sheet.models if isinstance(sheet, StepSheet) else [sheet.model]
    for model in models:
        held = model.objects.in_force().of_office(actor.office).filter(recorded_by=actor.key, channel="workbook")
        if isinstance(sheet, StepSheet):
            held = held.filter(name__in=sheet.names_of_steps).exclude(number="")
        elif model is Organisation:
            held = held.filter(kind="village") if sheet.stem == "villages" else held.exclude(kind="village")
        elif model is Place:
            held = held.exclude(level="village")
        yield from held.order_by().values_list(model.NATURAL_KEY, flat=True).iterator(10_000)
