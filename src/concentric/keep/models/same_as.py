"""Stars that join what was entered twice."""

from __future__ import annotations

from django.db import models

from concentric.ledger.models import Record


class SameAs(Record):
    """Says that `thing` is the same as its `representative`, which counts for both. A star: no chains, one arm a thing.

    `arm` is the number under which the office joined them; where it gave none, the id of `thing` as text.
    """

    KIND = "same-as"
    NATURAL_KEY = "arm"
    DISCLOSURE = {
        "arm": "public",
        "thing": "public",
        "thing_kind": "public",
        "representative": "public",
        "note": "office",
    }

    arm = models.CharField(max_length=64)
    thing = models.UUIDField()
    thing_kind = models.CharField(max_length=32)
    representative = models.UUIDField(db_index=True)
    note = models.TextField(default="", blank=True)
