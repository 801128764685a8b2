"""The programme book, and the circles and programmes that are entered from it."""

from __future__ import annotations

from django.db import models

from concentric.ledger.models import Record


class ProgrammeBook(Record):
    """Everything local, as TOML: circles, programmes, indicators, outline. Each figure knows its book."""

    KIND = "book"
    NATURAL_KEY = "code"
    DISCLOSURE = {"code": "public", "title": "public", "toml": "public"}

    code = models.CharField(max_length=64)
    title = models.JSONField()
    toml = models.TextField()


class Circle(Record):
    """A circle of programmes: one ring of the picture, `rank` 1 outermost. Configuration, entered from the book."""

    KIND = "circle"
    NATURAL_KEY = "code"
    DISCLOSURE = {"code": "public", "names": "public", "rank": "public"}

    code = models.CharField(max_length=64)
    names = models.JSONField()
    rank = models.PositiveSmallIntegerField()


class Programme(Record):
    """A programme of a circle: one arc of the picture."""

    KIND = "programme"
    NATURAL_KEY = "code"
    DISCLOSURE = {"code": "public", "circle": "public", "names": "public", "rank": "public"}

    code = models.CharField(max_length=64)
    circle = models.ForeignKey(Circle, models.PROTECT, related_name="+")
    names = models.JSONField()
    rank = models.PositiveSmallIntegerField()
