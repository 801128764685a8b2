"""Annual reviews, their editions, and texts that were checked. An edition is a review frozen with its numbers."""

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
    what `prove.freezing.Frozen` holds. `n` counts the editions of one book, language and audience from 1. `typed` lists
    numbers that were typed by hand and that the ledger did not bear out, with why it was published all the same.
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
        "typed": "public",
        "typed_reason": "public",
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
    typed = models.JSONField(default=list)
    typed_reason = models.TextField(default="", blank=True)


DECISIONS = ("confirm", "another", "not-a-claim", "new-figure", "keep")


class TextCheck(Record):
    """A text that was held against the ledger at `position`. The text itself is sealed: it may be a draft.

    `number` is the start of the text's SHA-256 and the position.
    """

    KIND = "text-check"
    NATURAL_KEY = "number"
    SEALED = ("text",)
    DISCLOSURE = {
        "number": "office",
        "name": "office",
        "sha256": "office",
        "position": "office",
        "period": "office",
        "place": "office",
    }

    number = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    position = models.BigIntegerField()
    period = models.CharField(max_length=32)
    place = models.CharField(max_length=32, default="", blank=True)


class ClaimDecision(Record):
    """What a person decided about one claim of a checked text, at `start` to `end` of it.

    `figure` is the indicator that is meant, where one is; `phrase` the words that spoke of it, which the checker knows
    it by from then on. `verdict` is what the checker had said.
    """

    KIND = "claim-decision"
    NATURAL_KEY = "number"
    DISCLOSURE = {
        "number": "office",
        "checked": "office",
        "start": "office",
        "end": "office",
        "verdict": "office",
        "decision": "office",
        "figure": "office",
        "phrase": "office",
        "note": "office",
    }

    number = models.CharField(max_length=100)
    checked = models.ForeignKey(TextCheck, models.PROTECT, related_name="+")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    verdict = models.CharField(max_length=24)
    decision = models.CharField(max_length=16)
    figure = models.CharField(max_length=100, default="", blank=True)
    phrase = models.CharField(max_length=100, default="", blank=True)
    note = models.CharField(max_length=400, default="", blank=True)
