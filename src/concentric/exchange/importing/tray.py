"""The tray: rows that could not be entered wait here until a later import brings them good, or somebody drops them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Q

from concentric.core.terms.findings import Finding, Refused
from concentric.core.terms.words import Word
from concentric.exchange.models import TrayRow
from concentric.exchange.planning.plan import Plan
from concentric.exchange.planning.waiting import cells_of, kept
from concentric.exchange.rows.held import chunks
from concentric.ledger import clock
from concentric.ledger.actor import Actor
from concentric.ledger.lock import writing


class NotInTray(Refused):
    """No row waits under this number."""


def waiting(actor: Actor) -> list[TrayRow]:
    """The rows of this account's tray, sheet by sheet."""
    return list(TrayRow.objects.filter(account=actor.key, office=actor.office).order_by("sheet", "id"))


def findings_of(row: TrayRow) -> list[Finding]:
    """Why the row waits, as it was found."""
    return [
        Finding(
            held["key"],
            {name: _word(value) for name, value in held["words"].items()},
            held["severity"],
            file=row.file,
            sheet=row.name,
            row=row.row,
            column=held["column"],
            cell=held["cell"],
        )
        for held in row.findings
    ]


def settle(actor: Actor, plan: Plan, digests: Mapping[str, str], import_number: str) -> None:
    """Put the plan's bad rows into the tray; take out those that came good. The write lock must be held."""
    held = TrayRow.objects.filter(account=actor.key, office=actor.office)
    sheets = {parsed.sheet.stem for parsed in plan.parsed}
    there: dict[tuple[str, str], list[int]] = {}
    for id_, sheet, number in held.filter(sheet__in=sheets).exclude(number="").values_list("id", "sheet", "number"):
        there.setdefault((sheet, number), []).append(id_)
    gone: list[int] = []
    if there:
        for parsed in plan.parsed:
            for row in parsed.rows:
                gone.extend(there.pop((parsed.sheet.stem, row.number), ()))
    # A row without a number is known by its file, and by what stands in it: the same file again replaces it, also
    # when it was only saved again.
    rows = _rows(actor, plan, digests, import_number)
    said = {(row.sheet, str(row.cells)) for row in rows if row.number == ""}
    files = set(digests.values())
    unnumbered = held.filter(number="").filter(Q(sha256__in=files) | Q(sheet__in=sheets))
    for id_, sheet, digest, cells in unnumbered.values_list("id", "sheet", "sha256", "cells"):
        if digest in files or (sheet, str(cells)) in said:
            gone.append(id_)
    for part in chunks(gone):
        TrayRow.objects.filter(id__in=part).delete()
    TrayRow.objects.bulk_create(rows, batch_size=500)


def _rows(actor: Actor, plan: Plan, digests: Mapping[str, str], import_number: str) -> list[TrayRow]:
    found: dict[tuple[str, str, int], list[Finding]] = {}
    for finding in plan.findings:
        if finding.row is not None and finding.severity != "notice":
            found.setdefault((finding.file, finding.sheet, finding.row), []).append(finding)
    now = clock.now()
    headings = {id(one): {held.typed: held.heading for held in kept(one.layout)} for one, _ in plan.bad}
    return [
        TrayRow(
            office=actor.office,
            account=actor.key,
            sheet=parsed.sheet.stem,
            number=row.number[:200],
            file=parsed.raw.file.name[:400],
            sha256=digests[str(parsed.raw.file)],
            import_number=import_number,
            name=parsed.raw.name[:200],
            row=row.at,
            cells=[list(pair) for pair in cells_of(parsed, row)],
            findings=[
                _kept(one, headings[id(parsed)])
                for one in found.get((parsed.raw.file.name, parsed.raw.name, row.at), ())
            ],
            since=now,
        )
        for parsed, row in plan.bad
    ]


def _kept(finding: Finding, headings: Mapping[str, str]) -> dict[str, Any]:
    return {
        "key": finding.key,
        "words": {name: value if isinstance(value, str | int) else str(value) for name, value in finding.args.items()},
        "severity": finding.severity,
        "column": headings.get(finding.column, finding.column),
        "cell": finding.cell,
    }


def _word(value: Any) -> Word:
    return value if isinstance(value, int) else str(value)


def drop(actor: Actor, which: Sequence[str], *, everything: bool = False) -> int:
    """Drop rows by their sheet's stem, their number, or `sheet:number`. NotInTray when none waits under one."""
    with writing():
        held = TrayRow.objects.filter(account=actor.key, office=actor.office)
        if everything:
            return held.delete()[0]
        count = 0
        for one in which:
            sheet, _, number = one.rpartition(":")
            chosen = held.filter(sheet=sheet, number=number) if sheet else held.filter(Q(number=one) | Q(sheet=one))
            dropped = chosen.delete()[0]
            if dropped == 0:
                raise NotInTray("tray-nothing-there", what=one)
            count += dropped
    return count


def by_sheet(rows: Iterable[TrayRow]) -> dict[str, list[TrayRow]]:
    """Rows grouped by the stem of their sheet."""
    found: dict[str, list[TrayRow]] = {}
    for row in rows:
        found.setdefault(row.sheet, []).append(row)
    return found
