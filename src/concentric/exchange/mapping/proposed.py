"""What is proposed for each sheet of a file: as the template names it, as it was remembered, as chosen, or guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal
from uuid import UUID

from concentric.core.terms.findings import Refused
from concentric.core.terms.words import DEFAULT_LANG
from concentric.exchange.mapping.guess import Guessed, guess
from concentric.exchange.mapping.mapping import SheetMapping, Source, headings_at, shape_of
from concentric.exchange.mapping.remembered import Known, mapping_for, remembered
from concentric.exchange.mapping.sender import sender_of
from concentric.exchange.planning.headings import folded, layout_of, passed_over, sheet_names, sheet_of
from concentric.exchange.rows.look import Look
from concentric.exchange.sheets.sheet import Sheet
from concentric.exchange.workbook.raw import RawFile, RawSheet
from concentric.ledger.actor import Actor
from concentric.register.models import Organisation

Origin = Literal["template", "remembered", "guessed", "nothing"]


class NoSuchColumn(Refused):
    """A column or a sheet was named that there is not."""


@dataclass(frozen=True)
class Proposed:
    """One foreign sheet and how it would be read; `why` tells how each column was guessed. None where nothing fits.

    `sender` is who sent the file, as it was said or stands in it.
    """

    raw: RawSheet
    origin: Origin
    mapping: SheetMapping | None = None
    headings: tuple[str, ...] = ()
    why: Mapping[str, Guessed] = field(default_factory=dict)
    sender: Organisation | None = None


def propose(
    file: RawFile,
    actor: Actor,
    look: Look | None = None,
    *,
    sheets: Mapping[str, str] | None = None,
    changes: Mapping[str, Mapping[str, Source | None]] | None = None,
    sender: Organisation | None = None,
) -> list[Proposed]:
    """A proposal for each visible sheet with something in it.

    `sheets` says of foreign sheets, by their names, which of ours they are; `changes` sets or (None) unsets columns.
    NoSuchColumn for a sheet or a column that there is none of.
    """
    chosen, changed = dict(sheets or {}), dict(changes or {})
    known, sender = remembered(actor), sender or sender_of(file, actor)
    found = []
    for raw in file.sheets:
        if raw.hidden or not any(raw.rows) or folded(raw.name) in passed_over():
            continue
        one = _proposed(raw, known, look, chosen.pop(raw.name, ""), sender.root if sender else None)
        found.append(_changed(replace(one, sender=sender), changed.pop(raw.name, {})))
    for name in (*chosen, *changed):
        raise NoSuchColumn("mapping-no-sheet", name=name)
    return found


def _proposed(raw: RawSheet, known: Known, look: Look | None, given: str, sender: UUID | None) -> Proposed:
    sheet = _named(given) if given else None
    if sheet is None:
        kept = mapping_for(raw, known, sender)
        if kept is not None:
            return Proposed(raw, "remembered", kept, tuple(headings_at(raw, kept.header, kept.depth)))
    own = sheet_of(raw)
    if own is not None and sheet in (None, own):
        layout = layout_of(raw, own, DEFAULT_LANG)
        if layout.usable:
            headings = tuple(headings_at(raw, layout.header, 1))
            columns = {name: Source((place,)) for name, place in layout.places.items()}
            mapping = SheetMapping(own.stem, layout.header, 1, columns, shape_of(headings), name=raw.name)
            return Proposed(raw, "template", mapping, headings)
    guessed = guess(raw, look, sheet=sheet)
    if guessed is None:
        return Proposed(raw, "nothing")
    why = {one.column: one for one in guessed.columns}
    return Proposed(raw, "guessed", guessed.mapping(), guessed.headings, why)


def _named(name: str) -> Sheet:
    sheet = sheet_names().get(folded(name))
    if sheet is None:
        raise NoSuchColumn("import-no-such-sheet", name=name)
    return sheet


def _changed(one: Proposed, changes: Mapping[str, Source | None]) -> Proposed:
    if not changes:
        return one
    if one.mapping is None:
        raise NoSuchColumn("mapping-no-sheet", name=one.raw.name)
    names = {column.name for column in one.mapping.sheet.columns}
    columns = dict(one.mapping.columns)
    for name, source in changes.items():
        if name not in names:
            raise NoSuchColumn("mapping-no-column", name=name, known=", ".join(sorted(names)))
        if source is None:
            columns.pop(name, None)
        else:
            columns[name] = source
    return replace(one, mapping=replace(one.mapping, columns=columns))


def column_named(sheet: Sheet, text: str) -> str:
    """The column of a sheet that a person names: by its own name, or by a heading in any language."""
    for column in sheet.columns:
        if folded(text) in {folded(name) for name in (column.name, *column.own_headings(), *column.aliases())}:
            return column.name
    raise NoSuchColumn("mapping-no-column", name=text, known=", ".join(column.name for column in sheet.columns))
