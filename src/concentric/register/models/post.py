"""Posts, and who holds them. Persons appear in their official role only, and their names are sealed."""

from __future__ import annotations

from django.db import models

from concentric.ledger.models import Record
from concentric.register.models.organisation import Organisation


class Post(Record):
    """An office that somebody can hold in an organisation."""

    KIND = "post"
    NATURAL_KEY = "number"
    DISCLOSURE = {
        "number": "public",
        "organisation": "public",
        "title": "public",
    }

    number = models.CharField(max_length=64)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)


class Appointment(Record):
    """One person in one post, from `since` until before `until`. The name and the telephone are sealed."""

    KIND = "appointment"
    NATURAL_KEY = "number"
    SEALED = ("person_name", "person_phone")
    DISCLOSURE = {
        "number": "public",
        "post": "public",
        "since": "public",
        "until": "public",
    }

    number = models.CharField(max_length=64)
    post = models.ForeignKey(Post, models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True)
