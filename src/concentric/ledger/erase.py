"""Erasing sealed values, as the law may demand. The log stays whole: it only ever held their commitments."""

from __future__ import annotations

from uuid import UUID

from concentric.ledger import clock
from concentric.ledger.lock import writing
from concentric.ledger.models import SealedValue


def erase(record: UUID, field: str, *, because: str) -> bool:
    """Erase one sealed value and its salt for good. `verify` then says "lawfully erased". False: nothing to erase.

    ValueError without a reason: an erasure nobody can explain looks like tampering.
    """
    if not because.strip():
        raise ValueError("an erasure needs its reason")
    with writing():
        held = SealedValue.objects.filter(record=record, field=field, erased_at=None)
        return bool(held.update(value=None, salt=None, erased_at=clock.now(), erased_because=because.strip()))
