"""Places by their codes."""

from __future__ import annotations

from django.db import models

from concentric.ledger.fields import ExactField
from concentric.ledger.models import Record

PLACE_LEVELS = ("province", "prefecture", "county", "township", "village")


class Place(Record):
    """A place by its code (GB/T 2260, or 12 digits to the village). Merged and abolished ones have an end date."""

    KIND = "place"
    NATURAL_KEY = "code"
    DISCLOSURE = {
        "code": "public",
        "name": "public",
        "level": "public",
        "parent": "public",
        "latitude": "public",
        "longitude": "public",
        "valid_from": "public",
        "valid_until": "public",
    }

    code = models.CharField(max_length=32)
    name = models.CharField(max_length=200)
    level = models.CharField(max_length=16)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    latitude = ExactField(null=True)
    longitude = ExactField(null=True)
    valid_from = models.DateField(null=True)
    valid_until = models.DateField(null=True)
