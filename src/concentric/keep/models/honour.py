"""Honours that organisations received."""

from __future__ import annotations

from django.db import models

from concentric.ledger.models import Record
from concentric.register.models import Organisation, Programme

HONOUR_KINDS = ("collective", "post", "brand", "naming")
HONOUR_LEVELS = ("national", "province", "prefecture", "county")


class Honour(Record):
    """An honour with its source. Persons appear in their post only: the organisation bears the honour."""

    KIND = "honour"
    NATURAL_KEY = "number"
    DISCLOSURE = {
        "number": "public",
        "programme": "public",
        "organisation": "public",
        "title": "public",
        "kind": "public",
        "level": "public",
        "batch": "public",
        "awarded_by": "public",
        "awarded_on": "public",
        "source": "public",
    }

    number = models.CharField(max_length=64)
    programme = models.ForeignKey(Programme, models.PROTECT, null=True, db_index=False, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=16)
    level = models.CharField(max_length=16)
    batch = models.CharField(max_length=64, default="", blank=True)
    awarded_by = models.CharField(max_length=200)
    awarded_on = models.DateField()
    source = models.CharField(max_length=400)
