"""Numbers from outside."""

from __future__ import annotations

from django.db import models

from concentric.ledger.fields import ExactField
from concentric.ledger.models import Record
from concentric.register.models import Place


class Statistic(Record):
    """A number from outside, printed with its source. `indicator` is the code under which the book names it.

    `period` is a period code such as "2021"; `scope` says what the number covers and how it was rounded.
    """

    KIND = "statistic"
    NATURAL_KEY = "number"
    DISCLOSURE = {
        "number": "public",
        "indicator": "public",
        "value": "public",
        "unit": "public",
        "period": "public",
        "place": "public",
        "scope": "public",
        "source": "public",
        "published_on": "public",
    }

    number = models.CharField(max_length=64)
    indicator = models.CharField(max_length=64)
    value = ExactField()
    unit = models.CharField(max_length=32)
    period = models.CharField(max_length=32)
    place = models.ForeignKey(Place, models.PROTECT, null=True, related_name="+")
    scope = models.CharField(max_length=400, default="", blank=True)
    source = models.CharField(max_length=400)
    published_on = models.DateField(null=True)
