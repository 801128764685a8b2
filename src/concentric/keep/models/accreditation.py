"""Accreditations: applied for, assessed by points, named until a day, renewed or lapsed."""

from __future__ import annotations

from django.db import models

from concentric.core.courses import Opening
from concentric.ledger.fields import ExactField
from concentric.ledger.models import Matter, WideStep
from concentric.register.models import Organisation, Programme


class Accreditation(Matter):
    """A candidate's way to a naming under a scheme of the book. `threshold` is the points that the scheme asks for."""

    KIND = "accreditation"
    COURSE = "accreditation"
    NATURAL_KEY = "number"
    DISCLOSURE = {
        "number": "public",
        "programme": "public",
        "scheme": "public",
        "level": "public",
        "candidate": "public",
        "applied_on": "public",
        "threshold": "public",
    }

    number = models.CharField(max_length=64)
    programme = models.ForeignKey(Programme, models.PROTECT, db_index=False, related_name="+")
    scheme = models.CharField(max_length=64)
    level = models.CharField(max_length=16, default="", blank=True)
    candidate = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    applied_on = models.DateField()
    threshold = ExactField(null=True)

    def opening(self) -> Opening:
        return Opening(
            supporter="",
            recipient=str(self.candidate_id),
            office=str(self.office or ""),
            on=self.applied_on,
            amount=self.threshold,
            kind=self.scheme,
        )


class AccreditationStep(WideStep):
    """A step of an accreditation. `what` is an assessed item or the batch; `until` how long the naming holds."""

    KIND = "accreditation-step"
    NATURAL_KEY = "number"
    DISCLOSURE = {
        "matter": "public",
        "n": "public",
        "name": "public",
        "number": "public",
        "amount": "public",
        "of": "public",
        "note": "office",
        "state": "public",
        "until": "public",
        "what": "public",
    }

    matter = models.ForeignKey(Accreditation, models.PROTECT, db_index=False, related_name="+")
    amount = ExactField(null=True)
