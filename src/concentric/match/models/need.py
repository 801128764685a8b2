"""Needs and offers: what is asked for and what is held out, by category of the book."""

from __future__ import annotations

from django.db import models

from concentric.ledger.fields import ExactField
from concentric.ledger.models import Record
from concentric.register.models import Organisation, Programme


class Need(Record):
    """What an organisation asks for, from `since` until before `until`. `urgency` 0 to 3."""

    KIND = "need"
    NATURAL_KEY = "number"
    DISCLOSURE = {
        "number": "public",
        "programme": "public",
        "organisation": "public",
        "category": "public",
        "what": "public",
        "quantity": "public",
        "unit": "public",
        "since": "public",
        "until": "public",
        "urgency": "public",
    }

    number = models.CharField(max_length=64)
    programme = models.ForeignKey(Programme, models.PROTECT, null=True, db_index=False, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    category = models.CharField(max_length=32)
    what = models.CharField(max_length=400, default="", blank=True)
    quantity = ExactField(null=True)
    unit = models.CharField(max_length=32, default="", blank=True)
    since = models.DateField()
    until = models.DateField(null=True)
    urgency = models.PositiveSmallIntegerField(default=0)


class Offer(Record):
    """What an organisation holds out. `capacity` is how many recipients it can take on."""

    KIND = "offer"
    NATURAL_KEY = "number"
    DISCLOSURE = {
        "number": "public",
        "programme": "public",
        "organisation": "public",
        "category": "public",
        "what": "public",
        "quantity": "public",
        "unit": "public",
        "since": "public",
        "until": "public",
        "capacity": "public",
    }

    number = models.CharField(max_length=64)
    programme = models.ForeignKey(Programme, models.PROTECT, null=True, db_index=False, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    category = models.CharField(max_length=32)
    what = models.CharField(max_length=400, default="", blank=True)
    quantity = ExactField(null=True)
    unit = models.CharField(max_length=32, default="", blank=True)
    since = models.DateField()
    until = models.DateField(null=True)
    capacity = models.PositiveSmallIntegerField(null=True)
