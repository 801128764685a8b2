"""The list from which a draw will choose: the matters of a kind, in strata by one of their fields."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any
from uuid import UUID

from concentric.core.courses.case_reading import Reading
from concentric.core.terms.findings import Refused
from concentric.ledger.matters import VOIDED, load
from concentric.ledger.models import Head, Record
from concentric.ledger.payload import kinds

ALL = "all"
"""The one stratum where none are asked for."""
NONE = "-"
"""The stratum of those that say nothing."""
OUTCOME = "outcome"
"""What the last answer of a case came to: in no field, but told by its steps."""


class NoSuchStratum(Refused):
    """The noun has no such field that is public, so it can't tell strata apart."""


def strata(kind: str, office: UUID | None, *, by: str = "", states: Collection[str] = ()) -> dict[str, list[UUID]]:
    """The matters in force of a kind, by stratum; only those in one of `states`, if any are named.

    Places, programmes and organisations are told by their code or number. Two queries, and one for what is pointed at.
    """
    model: Any = kinds()[kind]
    known = [name for name, held in model.DISCLOSURE.items() if held == "public"]
    if kind == "case":
        known.append(OUTCOME)
    if by and by not in known:
        raise NoSuchStratum("draw-no-such-stratum", field=by, known=", ".join(sorted(known)))
    heads = {head.matter: head for head in Head.objects.filter(kind=kind).exclude(state=VOIDED)}
    names = _names(model, by) if by and by != OUTCOME else {}
    found: dict[str, list[UUID]] = defaultdict(list)
    for record in model.objects.in_force().of_office(office).iterator(2_000):
        head = heads.get(record.root)
        if head is None or (states and head.state not in states):
            continue
        found[_stratum(record, head, by, names)].append(record.root)
    return dict(found)


def _stratum(record: Any, head: Head, by: str, names: dict[UUID, str]) -> str:
    if not by:
        return ALL
    if by == OUTCOME:
        live = load(head)
        return Reading(live.state.standing, live.opening).outcome or NONE
    field = record._meta.get_field(by)
    value = getattr(record, field.attname)
    if field.is_relation:
        return names.get(value, NONE)
    return str(value) if value not in (None, "") else NONE


def _names(model: type[Record], by: str) -> dict[UUID, str]:
    field: Any = model._meta.get_field(by)
    if not field.is_relation:
        return {}
    target: Any = field.related_model
    return dict(target.objects.in_force().values_list("root", target.NATURAL_KEY))
