"""Entries of the log as the public may see them: open fields with their salts, everything else by its digest."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any
from uuid import UUID

from concentric.ledger.models import Entry, Record
from concentric.ledger.payload import field_digest, kinds, salts
from concentric.prove.behind import parts
from concentric.register.models import Organisation, Place, Programme, Roster

ALWAYS = frozenset(["reason", "occurred_on"])
"""Fields of every record that are public, whatever its noun declares."""
NAMED = (Organisation, Place, Programme, Roster)
"""Nouns whose names a reader needs to understand a record that points at them."""


def disclosed(entry: Entry) -> dict[str, Any]:
    """One entry: its header, public fields with value and salt, the digests of all others."""
    held = json.loads(bytes(entry.payload))
    model = kinds()[entry.kind]
    opened: dict[str, list[Any]] = {}
    closed: dict[str, str] = dict(held["sealed"])
    for (name, value), salt in zip(held["fields"].items(), salts(bytes(entry.salt), len(held["fields"])), strict=True):
        if _is_public(model, name, value, held["header"]):
            opened[name] = [salt.hex(), value]
        else:
            closed[name] = field_digest(salt, name, value).hex()
    return {"header": held["header"], "open": opened, "closed": closed}


def _is_public(model: type[Record], name: str, value: Any, header: dict[str, str]) -> bool:
    """Whether a field may leave. The office may always be told as the one that says so; its accounts never are."""
    if name == "attested_by":
        return model.ATTESTATION == "public" or value == header.get("office")
    return name in ALWAYS or model.DISCLOSURE.get(name) == "public"


def entries_of(records: Collection[UUID], indices: Iterable[int]) -> dict[int, Entry]:
    """The entries of some records by their ids, and of some indices. A query for each 500."""
    found: dict[int, Entry] = {}
    for ids in parts(records):
        found |= {entry.idx: entry for entry in Entry.objects.filter(record__in=ids)}
    for some in parts(set(indices) - set(found)):
        found |= {entry.idx: entry for entry in Entry.objects.filter(idx__in=some)}
    return found


def pointed_at(entries: Iterable[Entry], position: int) -> set[UUID]:
    """The versions, as they stood, of the organisations, places, programmes and rosters that public fields name."""
    roots = {root for entry in entries for root in _ids(entry)}
    found: set[UUID] = set()
    for some in parts(roots):
        for model in NAMED:
            found |= set(model.objects.as_of(position).filter(root__in=some).values_list("id", flat=True))
    return found


def _ids(entry: Entry) -> Iterator[UUID]:
    for _, value in disclosed(entry)["open"].values():
        if isinstance(value, str) and len(value) == 36:
            try:
                yield UUID(value)
            except ValueError:
                continue
