"""Erasing sealed values, as the law may demand. The log stays whole: it only ever held their commitments."""

from __future__ import annotations

from uuid import UUID

from django.db import connection

from concentric.ledger import clock
from concentric.ledger.lock import settle, writing
from concentric.ledger.models import SealedValue


def erase(record: UUID, field: str, *, because: str) -> bool:
    """Erase one sealed value and its salt for good. `verify` then says "lawfully erased". False: nothing to erase.

    `record` is the id of one version: each version keeps sealed values of its own. ValueError without a reason: an
    erasure nobody can explain looks like tampering. On SQLite the bytes are overwritten in the file as well; on
    PostgreSQL old row versions stay in its files until VACUUM, and in its archives as long as those are kept.
    """
    if not because.strip():
        raise ValueError("an erasure needs its reason")
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            # Freed bytes would otherwise stay in the file, to be read with any editor.
            cursor.execute("PRAGMA secure_delete = ON")
    with writing():
        held = SealedValue.objects.filter(record=record, field=field, erased_at=None)
        erased = bool(held.update(value=None, salt=None, erased_at=clock.now(), erased_because=because.strip()))
    settle()  # the WAL holds the value too
    return erased
