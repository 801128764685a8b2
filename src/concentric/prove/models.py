"""Annual reviews and their editions. An edition is a review frozen with every number it prints."""

from __future__ import annotations

from django.db import models

from concentric.ledger.models import Record
from concentric.register.models import ProgrammeBook

AUDIENCES = ("public", "internal")


class Review(Record):
    """The text of a review of one period in one language; numbers in it are references. A redraft is a new version."""

    KIND = "review"
    NATURAL_KEY = "code"
    DISCLOSURE = {"code": "public", "period": "public", "lang": "public", "text": "public", "book": "public"}

    code = models.CharField(max_length=200)
    period = models.CharField(max_length=32)
    lang = models.CharField(max_length=16)
    text = models.TextField()
    book = models.ForeignKey(ProgrammeBook, models.PROTECT, related_name="+")


class Edition(Record):
    """A review as it was published: its text, and each figure as the ledger gave it at `position`.

    `book` is the id of the *version* of the programme book that the figures were computed by. `figures` is a list of
    what `prove.freezing.Frozen` holds. `n` counts the editions of one book, language and audience from 1.
    """

    KIND = "edition"
    NATURAL_KEY = "number"
    DISCLOSURE = {
        "number": "public",
        "n": "public",
        "review": "public",
        "audience": "public",
        "lang": "public",
        "period": "public",
        "place": "public",
        "position": "public",
        "ledger_root": "public",
        "known_on": "public",
        "text": "public",
        "book": "public",
        "figures": "public",
        "approved_by": "public",
        "published_on": "public",
    }

    number = models.CharField(max_length=200)
    n = models.PositiveIntegerField()
    review = models.ForeignKey(Review, models.PROTECT, related_name="+")
    audience = models.CharField(max_length=16)
    lang = models.CharField(max_length=16)
    period = models.CharField(max_length=32)
    place = models.CharField(max_length=32)
    position = models.BigIntegerField()
    ledger_root = models.CharField(max_length=64)
    known_on = models.DateField()
    text = models.TextField()
    book = models.UUIDField()
    figures = models.JSONField()
    approved_by = models.CharField(max_length=200)
    published_on = models.DateField()
