"""Runs: a pairing as the engine found it, with all that is needed to find it again and to check that it is the best."""

from __future__ import annotations

from django.db import models

from concentric.ledger.models import Record
from concentric.register.models import Programme

RUN_KINDS = ("pairing", "commissioner")


class Run(Record):
    """One run of the engine over a programme, as the ledger stood at `position`, for the day `for_day`.

    `rules` is canonical JSON: the book's rules as they were, with the pairs that were pinned and forbidden by hand.
    `result` is canonical JSON: the pairs with what each is worth. `certificate` is the file that proves it.
    """

    KIND = "run"
    NATURAL_KEY = "number"
    DISCLOSURE = {
        "number": "public",
        "programme": "public",
        "kind": "public",
        "for_day": "public",
        "position": "public",
        "rules": "public",
        "covered": "public",
        "wanting": "public",
        "benefit": "public",
        "gap": "public",
        "result": "public",
        "certificate": "public",
    }

    number = models.CharField(max_length=64)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16)
    for_day = models.DateField()
    position = models.BigIntegerField()
    rules = models.TextField()
    covered = models.PositiveIntegerField()
    wanting = models.PositiveIntegerField()
    benefit = models.BigIntegerField()
    gap = models.BigIntegerField()
    result = models.TextField()
    certificate = models.TextField()
