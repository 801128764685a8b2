"""Mappings that were decided, as records: the next file of the same shape from the same account is read alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from concentric.core.terms.findings import Refused
from concentric.exchange.mapping.mapping import SheetMapping, read_source, shapes
from concentric.exchange.models import WorkbookMapping
from concentric.exchange.sheets.registry import BY_STEM
from concentric.exchange.workbook.raw import RawSheet
from concentric.ledger.actor import Actor
from concentric.ledger.append import Receipt, append
from concentric.ledger.writer import Writer
from concentric.register.models import Organisation


class MappingIncomplete(Refused):
    """Nothing is mapped to a column without which no row can be entered."""


class MappingNotSaved(Refused):
    """The mapping is the one that is kept already."""


Known = Mapping[tuple[str, UUID | None], SheetMapping]
"""Mappings by the shape of the headings and the sender; None where they hold for whoever has none of its own."""


def remembered(actor: Actor) -> Known:
    """The mappings of an account. One query. A sheet that is no more is left out."""
    held = WorkbookMapping.objects.in_force().of_office(actor.office).filter(account=actor.key)
    return {(one.shape, one.sender_id): _mapping(one) for one in held if one.sheet in BY_STEM}


def _mapping(one: WorkbookMapping) -> SheetMapping:
    columns = {name: read_source(written) for name, written in one.columns.items()}
    return SheetMapping(one.sheet, -1, one.depth, columns, one.shape)


def mapping_for(raw: RawSheet, known: Known, sender: UUID | None = None) -> SheetMapping | None:
    """The mapping that fits a sheet's headings, with the row where they stand in it; the sender's own goes first."""
    if not known:
        return None
    for shape, header, depth in shapes(raw):
        found = known.get((shape, sender)) or known.get((shape, None))
        if found is not None and found.depth == depth:
            return SheetMapping(found.stem, header, depth, found.columns, shape, name=raw.name)
    return None


def remember(
    actor: Actor,
    mapping: SheetMapping,
    headings: Sequence[str],
    *,
    reason: str,
    sender: Organisation | None = None,
) -> Receipt:
    """Keep a mapping for the account's next file of this shape, or for that of one sender.

    A changed one supersedes the one before, for `reason`.

    MappingIncomplete when a required column has no source; MappingNotSaved when nothing would change.
    """
    if mapping.missing:
        names = ", ".join(mapping.missing)
        raise MappingIncomplete("mapping-incomplete", sheet=mapping.stem, columns=names)
    of = f":{sender.number}" if sender is not None else ""
    number = f"{mapping.shape}:{actor.key}{of}"[:240]
    columns = {name: str(source) for name, source in mapping.columns.items()}
    held = WorkbookMapping.objects.in_force().of_office(actor.office).filter(number=number).first()
    if held is not None and (held.sheet, held.depth, held.columns) == (mapping.stem, mapping.depth, columns):
        raise MappingNotSaved("mapping-same")

    def change(writer: Writer) -> None:
        one = WorkbookMapping(
            number=number,
            account=actor.key,
            shape=mapping.shape,
            sheet=mapping.stem,
            depth=mapping.depth,
            columns=columns,
            headings=list(headings),
            sender_id=None if sender is None else sender.root,
        )
        if held is None:
            writer.add(one)
        else:
            writer.supersede(held.root, one, reason)

    before = WorkbookMapping.objects.filter(number=number).count()
    return append(actor, change, request_id=f"mapping:{number}:{before}", request=str(columns).encode())
