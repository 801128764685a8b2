"""Erasing sealed values, as the law may demand. The log stays whole: it only ever held their commitments."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db import connection

from concentric.core.terms.findings import Refused
from concentric.ledger import clock
from concentric.ledger.lock import settle, writing
from concentric.ledger.models import Record, SealedValue


class NotSealed(Refused):
    """The noun doesn't seal such a value: what stands in the open can't be erased."""


def erase(record: UUID, field: str, *, because: str) -> bool:
    """Erase one sealed value and its salt for good. `verify` then says "lawfully erased". False: nothing to erase.

    `record` is the id of one version: each version keeps sealed values of its own. ValueError without a reason: an
    erasure nobody can explain looks like tampering. On SQLite the bytes are overwritten in the file as well; on
    PostgreSQL old row versions stay in its files until VACUUM, and in its archives as long as those are kept.
    """
    return bool(_erased([record], [field], because))


def erase_thing(model: type[Record], root: UUID, fields: Collection[str] = (), *, because: str) -> int:
    """`erase`, for every version of a thing: these fields, or all that its noun seals. Returns how many were erased.

    NotSealed for a field that the noun doesn't seal.
    """
    for field in fields:
        if field not in model.SEALED:
            raise NotSealed("ledger-not-sealed", kind=model.KIND, field=field, sealed=", ".join(model.SEALED) or "—")
    versions: list[UUID] = list(model.objects.filter(root=root).values_list("id", flat=True))
    return _erased(versions, list(fields or model.SEALED), because)


def _erased(records: list[UUID], fields: list[str], because: str) -> int:
    if not because.strip():
        raise ValueError("an erasure needs its reason")
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            # Freed bytes would otherwise stay in the file, to be read with any editor.
            cursor.execute("PRAGMA secure_delete = ON")
    with writing():
        held = SealedValue.objects.filter(record__in=records, field__in=fields, erased_at=None)
        erased = held.update(value=None, salt=None, erased_at=clock.now(), erased_because=because.strip())
    settle()  # the WAL holds the value too
    return erased
