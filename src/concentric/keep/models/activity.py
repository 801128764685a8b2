"""Activities: visits, trainings, outreach in a setting."""

from __future__ import annotations

from django.db import models

from concentric.core.courses import Opening
from concentric.keep.models.site import Site
from concentric.ledger.fields import ExactField
from concentric.ledger.models import Matter, Step
from concentric.register.models import Organisation, Place, Programme

ACTIVITY_KINDS = ("visit", "training", "outreach", "meeting")


class Activity(Matter):
    """Something that was held. `host` is where or for whom: the visited enterprise, the school, the trained side.

    People and person-times are two numbers: who came twice is one person and two person-times.
    """

    KIND = "activity"
    COURSE = "activity"
    NATURAL_KEY = "number"
    DISCLOSURE = {
        "number": "public",
        "programme": "public",
        "kind": "public",
        "setting": "public",
        "title": "public",
        "organiser": "public",
        "host": "public",
        "site": "public",
        "place": "public",
        "held_on": "public",
        "people": "public",
        "person_times": "public",
    }

    number = models.CharField(max_length=64)
    programme = models.ForeignKey(Programme, models.PROTECT, db_index=False, related_name="+")
    kind = models.CharField(max_length=16)
    setting = models.CharField(max_length=32, default="", blank=True)
    title = models.CharField(max_length=200)
    organiser = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    host = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    site = models.ForeignKey(Site, models.PROTECT, null=True, db_index=False, related_name="+")
    place = models.ForeignKey(Place, models.PROTECT, null=True, db_index=False, related_name="+")
    held_on = models.DateField()
    people = ExactField(null=True)
    person_times = ExactField(null=True)

    def opening(self) -> Opening:
        return Opening(
            supporter=str(self.organiser_id),
            recipient=str(self.host_id or ""),
            office=str(self.office or ""),
            on=self.held_on,
            kind=self.kind,
        )


class ActivityStep(Step):
    """A step of an activity: confirmed, disputed, verified or reversed."""

    KIND = "activity-step"
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

    matter = models.ForeignKey(Activity, models.PROTECT, db_index=False, related_name="+")
    amount = ExactField(null=True)
