"""In what order the rows of a change are written: what others point at goes first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from django.db import models

from concentric.ledger.actor import Actor
from concentric.ledger.append import append
from concentric.ledger.behind import Behind
from concentric.ledger.models import Record
from concentric.register.models import Organisation, Place


def test_what_others_point_at_is_written_first_whatever_was_entered_first(
    office: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[type[models.Model]] = []
    insert = Behind.insert

    def seen(self: Behind, model: type[models.Model], rows: Sequence[Any]) -> None:
        if rows and issubclass(model, Record):
            written.append(model)
        insert(self, model, rows)

    def change(writer: Any) -> None:
        writer.add(Organisation(number="O0", name="nowhere", kind="village"))
        for n in range(1, 4):
            place = writer.add(Place(code=f"P{n}", name="place", level="county"))
            writer.add(Organisation(number=f"O{n}", name="there", kind="village", place_id=place))

    monkeypatch.setattr(Behind, "insert", seen)
    append(office, change, request_id="order")
    # One organisation was first; written before the places it would leave the others pointing at nothing.
    assert written == [Place, Organisation]
    assert Organisation.objects.in_force().filter(place_id__isnull=False).count() == 3
