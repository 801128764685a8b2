"""One filled record of each noun, always the same, and its golden payload.

    python -m tests.ledger.samples

writes the golden files that are missing. One that is there is never written again: its bytes may stand in a ledger.
"""

from __future__ import annotations

import json
import os
from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

import django
from django.apps import apps
from django.db import models

if not apps.ready:  # run as a program
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "concentric.config.settings")
    django.setup()

from concentric.ledger.fields import ExactField
from concentric.ledger.models import Record
from concentric.ledger.payload import Sealed, encode, kinds

GOLDEN = Path(__file__).with_name("golden")


def salt(kind: str) -> bytes:
    """A salt that is always the same."""
    return sha256(kind.encode()).digest()[:16]


def value(field: Any) -> Any:
    """A value that is always the same for a field."""
    target = field
    while isinstance(target, models.ForeignKey):
        target = target.target_field
    seed = sha256(field.name.encode()).digest()
    if isinstance(target, models.UUIDField):
        return UUID(bytes=seed[:16])
    if isinstance(target, ExactField):
        return Decimal(int.from_bytes(seed[:4])).scaleb(-4)
    if isinstance(target, models.BooleanField):
        return False
    if isinstance(target, models.IntegerField):
        return seed[0]
    if isinstance(target, models.JSONField):
        return {"zh-Hans": "同心", "en": 'a "line"\n', "list": [{"b": "2", "a": "1"}, True, None, 7]}
    if isinstance(target, models.DateTimeField):
        return datetime(2021, 3, 1, 8, 30, 0, 250_000, tzinfo=UTC)
    if isinstance(target, models.DateField):
        return date(2021, 3, 1 + seed[0] % 28)
    return f'{field.name} é é 𠮷\u2028/\\"'[: target.max_length or 99]


def sample(model: type[Record]) -> tuple[Record, dict[str, Sealed]]:
    """A record with every field filled, as a second version."""
    record = model.fresh(**{field.attname: value(field) for field in model._meta.concrete_fields})
    return record, {name: Sealed(f"密封 {name}", salt(name)) for name in model.SEALED}


def golden(model: type[Record]) -> Path:
    """Where the golden payload of a noun's present version stands."""
    return GOLDEN / f"{model.KIND}-{model.VERSION}.json"


def main() -> None:
    for model in kinds().values():
        if not golden(model).exists():
            record, sealed = sample(model)
            payload, leaf = encode(record, salt(model.KIND), sealed)
            held = {"payload": payload.decode(), "salt": salt(model.KIND).hex(), "leaf": leaf.hex()}
            golden(model).write_text(json.dumps(held, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
            print(f"written: {golden(model).name}")


if __name__ == "__main__":
    main()
