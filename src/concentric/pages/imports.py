"""A workbook comes in through the browser: given, looked at, its columns set where they were guessed, entered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from concentric.core.terms.findings import Finding, Refused
from concentric.core.terms.words import say
from concentric.exchange.importing.copy import write_copy
from concentric.exchange.importing.imports import Imported, NoSheetRecognised, enter_files, plan_import
from concentric.exchange.mapping.mapping import SheetMapping, Source, read_source
from concentric.exchange.mapping.proposed import Proposed, propose
from concentric.exchange.mapping.remembered import MappingIncomplete, MappingNotSaved, remember
from concentric.exchange.mapping.telling import lines_of, look_of, unread_of
from concentric.exchange.models import WorkbookImport
from concentric.exchange.planning.parse import Parsed
from concentric.exchange.sheets.cells import shown, value_shown
from concentric.exchange.sheets.column import Column
from concentric.exchange.sheets.registry import SHEETS
from concentric.exchange.sheets.sheet import Sheet
from concentric.exchange.workbook.raw import RawFile, RawSheet, column_letter
from concentric.exchange.workbook.reading import read_file
from concentric.ledger.actor import Actor
from concentric.pages import uploads
from concentric.pages.desk import desk, desk_actor

FIRST = 6
"""Rows of a sheet that are shown as they would be read."""
TOLD = 40
"""Findings on the page; all of them stand in the copy."""
LATEST = 8


@dataclass(frozen=True)
class Choosing:
    """One of our columns in the form: what it may come from, what is chosen, and the text to give instead."""

    column: Column
    heading: str
    required: bool
    options: tuple[tuple[str, str], ...]
    chosen: str
    text: str
    why: str
    sample: str


@dataclass(frozen=True)
class Shown:
    """One foreign sheet in the form. `stem` is empty where it is not to be read."""

    at: int
    name: str
    origin: str
    stem: str
    header: int
    choosing: tuple[Choosing, ...]
    unread: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...], bool], ...]
    counts: Mapping[str, int]


@desk
def start(request: HttpRequest) -> HttpResponseBase:
    """Where a workbook is given, and what came in last."""
    refused: Refused | None = None
    if request.method == "POST":
        try:
            return redirect("import-look", uploads.keep(request, "file"))
        except Refused as found:
            refused = found
    lang: str = request.lang  # type: ignore[attr-defined]
    context = {
        "says": refused.says(lang) if refused else "",
        "remedy": refused.remedy(lang) if refused else "",
        "latest": WorkbookImport.objects.order_by("-idx")[:LATEST],
    }
    return render(request, "imports/start.html", context, status=400 if refused else 200)


@desk
def look(request: HttpRequest, token: str) -> HttpResponseBase:
    """How the file would be read, as asked in the address; entered, when the form is sent."""
    lang: str = request.lang  # type: ignore[attr-defined]
    path, actor = uploads.kept(token), desk_actor("workbook")
    context: dict[str, Any] = {"token": token, "file": path.name, "sheets": SHEETS}
    asked = request.POST if request.method == "POST" else request.GET
    try:
        raw = read_file(path)
        found = _proposals(raw, actor, asked)
    except Refused as refused:
        return _refused(request, context, refused)
    mappings = {one.raw.name: one.mapping for one in found if one.mapping is not None and not one.mapping.missing}
    reason = asked.get("reason", "")[:1000]
    context["reason"] = reason
    context["names"] = [(sheet.stem, sheet.name(lang)) for sheet in SHEETS]
    if request.method == "POST" and mappings:
        return _entered(request, context, path, found, mappings, reason)
    planned = _planned(raw, actor, mappings, reason, lang)
    context |= _shown(found, planned, lang) | _told(planned, lang)
    context["ready"] = bool(mappings)
    context["missing"] = [one.raw.name for one in found if one.mapping is not None and one.mapping.missing]
    return render(request, "imports/look.html", context)


def _refused(request: HttpRequest, context: dict[str, Any], refused: Refused) -> HttpResponse:
    lang: str = request.lang  # type: ignore[attr-defined]
    said = {"says": refused.says(lang), "remedy": refused.remedy(lang)}
    return render(request, "imports/look.html", context | said, status=400)


@desk
def copy(request: HttpRequest, token: str) -> FileResponse:
    """The copy of the file with its findings, after it was entered."""
    path = uploads.kept(token)
    found = path.with_name(f"copy-of-{path.stem}.xlsx")
    if not found.exists():
        raise Http404("copy")
    return FileResponse(found.open("rb"), as_attachment=True, filename=f"{path.stem}-findings.xlsx")


def _proposals(raw: RawFile, actor: Actor, asked: QueryDict) -> list[Proposed]:
    """As proposed, with what the form says: s<n> is which sheet, was<n> the one that its columns are meant for."""
    ledger = look_of(actor)
    first = propose(raw, actor, ledger)
    stems = {sheet.stem: sheet for sheet in SHEETS}
    sheets, changes, left = {}, {}, set()
    for at, one in enumerate(first):
        stem = asked.get(f"s{at}")
        if stem is None:
            continue
        if stem not in stems:
            left.add(one.raw.name)
            continue
        if one.mapping is None or one.mapping.stem != stem:
            sheets[one.raw.name] = stem
        if asked.get(f"was{at}") == stem:
            changes[one.raw.name] = _asked_columns(asked, at, stems[stem])
    found = propose(raw, actor, ledger, sheets=sheets, changes=changes) if sheets or changes else first
    return [Proposed(one.raw, "nothing") if one.raw.name in left else one for one in found]


def _asked_columns(asked: QueryDict, at: int, sheet: Sheet) -> dict[str, Source | None]:
    found: dict[str, Source | None] = {}
    for column in sheet.columns:
        text = " ".join(asked.get(f"t{at}.{column.name}", "").replace("'", "’").replace("+", " ").split())[:60]
        parts = [f"'{text}'"] if text else []
        chosen = asked.get(f"c{at}.{column.name}", "")
        written = "+".join([*parts, *([chosen] if chosen else [])])
        found[column.name] = read_source(written) if written else None
    return found


def _planned(
    raw: RawFile, actor: Actor, mappings: Mapping[str, SheetMapping], reason: str, lang: str
) -> Imported | None:
    if not mappings:
        return None
    try:
        return plan_import([_only(raw, mappings)], actor, reason=reason, lang=lang, mappings=mappings)
    except NoSheetRecognised:
        return None


def _only(raw: RawFile, mappings: Mapping[str, SheetMapping]) -> RawFile:
    """The file with the sheets that are to be read: one that was set aside must not be recognised by its name."""
    return RawFile(raw.path, raw.sha256, [sheet for sheet in raw.sheets if sheet.name in mappings], raw.findings)


def _entered(
    request: HttpRequest,
    context: dict[str, Any],
    path: Path,
    found: list[Proposed],
    mappings: Mapping[str, SheetMapping],
    reason: str,
) -> HttpResponse:
    lang: str = request.lang  # type: ignore[attr-defined]
    actor = desk_actor("workbook")
    aside = [one.raw.name for one in found if one.raw.name not in mappings]
    try:
        done = enter_files([path], actor, reason=reason, lang=lang, mappings=mappings, aside=aside)
    except Refused as refused:
        return _refused(request, context, refused)
    kept = []
    if request.POST.get("remember"):
        for one in found:
            if one.mapping is not None and one.origin != "template" and one.raw.name in mappings:
                try:
                    why = reason or say("import-page-reason", lang)
                    remember(actor, one.mapping, one.headings, reason=why, sender=one.sender)
                    kept.append(one.raw.name)
                except (MappingNotSaved, MappingIncomplete):
                    continue
    has_copy = any(finding.severity != "notice" for finding in done.findings)
    if has_copy:
        write_copy(done.files[0], done.plan, done.findings, path.with_name(f"copy-of-{path.stem}.xlsx"), lang)
    context |= _told(done, lang) | {"done": done, "kept": kept, "has_copy": has_copy}
    context["tallies"] = [
        (tally.name, {name: tally.rows[name] for name in ("new", "changed", "unchanged", "waiting", "skipped")})
        for tally in done.plan.tallies
        if not tally.idle
    ]
    context["idle"] = sum(tally.idle for tally in done.plan.tallies)
    context["import_record"] = WorkbookImport.objects.filter(number=done.number).first() if done.number else None
    return render(request, "imports/done.html", context)


def _told(done: Imported | None, lang: str) -> dict[str, Any]:
    if done is None:
        return {"findings": [], "errors": 0}
    real = [finding for finding in done.findings if finding.severity != "notice"]
    real.sort(key=lambda finding: finding.severity != "error")
    told = [(one.severity, _where(one), one.says(lang), one.remedy(lang)) for one in real[:TOLD]]
    differences = done.plan.differences[:TOLD]
    return {"findings": told, "more": max(0, len(real) - TOLD), "errors": done.errors, "differences": differences}


def _where(finding: Finding) -> str:
    return " ".join(part for part in (finding.sheet, finding.cell or (str(finding.row) if finding.row else "")) if part)


def _shown(found: list[Proposed], planned: Imported | None, lang: str) -> dict[str, Any]:
    parsed = {one.raw.name: one for one in planned.plan.parsed} if planned else {}
    counts = {tally.name: tally.rows for tally in planned.plan.tallies} if planned else {}
    shown_ = [
        _sheet(at, one, parsed.get(one.raw.name), counts.get(one.raw.name, {}), lang) for at, one in enumerate(found)
    ]
    return {"shown": shown_, "guessed": any(one.origin == "guessed" for one in found)}


def _sheet(at: int, one: Proposed, parsed: Parsed | None, counts: Mapping[str, int], lang: str) -> Shown:
    mapping = one.mapping
    if mapping is None:
        return Shown(at, one.raw.name, one.origin, "", 0, (), (), (), (), {})
    read = [column for column in mapping.sheet.columns if column.name in mapping.columns]
    rows = []
    for row in parsed.rows[:FIRST] if parsed else []:
        values = dict(zip((column.name for column in mapping.sheet.columns), row.values, strict=True))
        rows.append((row.at, tuple(value_shown(column, values[column.name], lang) for column in read), row.bad))
    return Shown(
        at,
        one.raw.name,
        one.origin,
        mapping.stem,
        mapping.header + mapping.depth,
        tuple(_choosing(column, one, mapping, lang) for column in mapping.sheet.columns),
        tuple(unread_of(one)),
        tuple(column.heading(lang) for column in read),
        tuple(rows),
        counts,
    )


def _choosing(column: Column, one: Proposed, mapping: SheetMapping, lang: str) -> Choosing:
    source = mapping.columns.get(column.name, Source())
    options = [
        (column_letter(place), f"{column_letter(place)} {heading}")
        for place, heading in enumerate(one.headings)
        if heading
    ]
    chosen = "+".join(map(column_letter, source.places))
    if chosen and chosen not in dict(options):
        options.append((chosen, chosen))
    why = next((line.why for line in lines_of(one, lang) if line.column is column), "")
    return Choosing(
        column,
        column.heading(lang),
        column.required,
        tuple(options),
        chosen,
        source.text,
        why,
        _sample(one.raw, mapping, source),
    )


def _sample(raw: RawSheet, mapping: SheetMapping, source: Source) -> str:
    first = mapping.header + mapping.depth
    if not source.places or first >= len(raw.rows):
        return ""
    row = raw.rows[first]
    return " ".join(shown(row[place])[:24] for place in source.places if place < len(row))
