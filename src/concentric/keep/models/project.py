"""Investment and industry-chain projects, and the signing events at which they were shown."""

from __future__ import annotations

from django.db import models

from concentric.core.courses import Opening
from concentric.ledger.fields import ExactField
from concentric.ledger.models import Matter, Record, Step
from concentric.register.models import Organisation, Place, Programme

PROJECT_KINDS = ("investment", "chain")


class Project(Matter):
    """One project, however often it was signed. `owner` invests; `host` is who receives it and can say what arrived.

    Contract and arrived amounts are sums of its steps; an increase counts the increment.
    """

    KIND = "project"
    COURSE = "project"
    NATURAL_KEY = "number"
    DISCLOSURE = {
        "number": "public",
        "programme": "public",
        "name": "public",
        "kind": "public",
        "industry": "public",
        "owner": "public",
        "host": "public",
        "place": "public",
        "chain": "public",
        "currency": "public",
        "lead_on": "public",
        "due": "public",
    }

    number = models.CharField(max_length=64)
    programme = models.ForeignKey(Programme, models.PROTECT, db_index=False, related_name="+")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=16)
    industry = models.CharField(max_length=8, default="", blank=True)
    owner = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    host = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    place = models.ForeignKey(Place, models.PROTECT, null=True, db_index=False, related_name="+")
    chain = models.ForeignKey(Organisation, models.PROTECT, null=True, db_index=False, related_name="+")
    currency = models.CharField(max_length=3)
    lead_on = models.DateField()
    due = models.DateField(null=True)

    def opening(self) -> Opening:
        return Opening(
            supporter=str(self.owner_id),
            recipient=str(self.host_id or ""),
            office=str(self.office or ""),
            on=self.lead_on,
            due=self.due,
            kind=self.kind,
        )


class ProjectStep(Step):
    """A step of a project. `amount` is contracted, added or arrived money in the project's currency."""

    KIND = "project-step"
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

    matter = models.ForeignKey(Project, models.PROTECT, db_index=False, related_name="+")
    amount = ExactField(null=True)


class Signing(Record):
    """One signing event. A project may be signed at several; it counts once, its events are counted apart."""

    KIND = "signing"
    NATURAL_KEY = "number"
    DISCLOSURE = {
        "number": "public",
        "project": "public",
        "event": "public",
        "signed_on": "public",
        "amount": "public",
        "currency": "public",
    }

    number = models.CharField(max_length=64)
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    event = models.CharField(max_length=200)
    signed_on = models.DateField()
    amount = ExactField(null=True)
    currency = models.CharField(max_length=3, default="", blank=True)
