"""Sites: culture sites, clinics, bases, brands, from planned to confirmed."""

from __future__ import annotations

from django.db import models

from concentric.core.courses import Opening
from concentric.ledger.fields import ExactField
from concentric.ledger.models import Matter, Step
from concentric.register.models import Organisation, Place, Programme

SITE_KINDS = ("culture", "clinic", "base", "brand", "other")


class Site(Matter):
    """A place that is built, upgraded or named. `keeper` runs it and is the one who says that it is in use.

    `category` tells bases apart (research, education, medical aid) as the book names them.
    """

    KIND = "site"
    COURSE = "site"
    NATURAL_KEY = "number"
    DISCLOSURE = {
        "number": "public",
        "programme": "public",
        "name": "public",
        "kind": "public",
        "category": "public",
        "place": "public",
        "supporter": "public",
        "keeper": "public",
        "planned_on": "public",
        "due": "public",
    }

    number = models.CharField(max_length=64)
    programme = models.ForeignKey(Programme, models.PROTECT, db_index=False, related_name="+")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=16)
    category = models.CharField(max_length=32, default="", blank=True)
    place = models.ForeignKey(Place, models.PROTECT, null=True, db_index=False, related_name="+")
    supporter = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    keeper = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    planned_on = models.DateField()
    due = models.DateField(null=True)

    def opening(self) -> Opening:
        return Opening(
            supporter=str(self.supporter_id or ""),
            recipient=str(self.keeper_id),
            office=str(self.office or ""),
            on=self.planned_on,
            due=self.due,
            kind=self.kind,
        )


class SiteStep(Step):
    """A step of a site: started, opened, confirmed, disputed, verified, closed or reversed."""

    KIND = "site-step"
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
    }

    matter = models.ForeignKey(Site, models.PROTECT, db_index=False, related_name="+")
    amount = ExactField(null=True)
