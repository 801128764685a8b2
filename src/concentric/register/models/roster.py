"""Dated lists that coverages are measured against."""

from __future__ import annotations

from django.db import models

from concentric.ledger.models import Record
from concentric.register.models.organisation import Organisation
from concentric.register.models.programme import Programme


class Roster(Record):
    """A dated list that a coverage is measured against. A new list is a new version, with its own date."""

    KIND = "roster"
    NATURAL_KEY = "code"
    DISCLOSURE = {"code": "public", "name": "public", "programme": "public", "as_of": "public"}

    code = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    programme = models.ForeignKey(Programme, models.PROTECT, null=True, related_name="+")
    as_of = models.DateField()


class RosterEntry(Record):
    """One organisation on a roster, from `since` until before `until`."""

    KIND = "roster-entry"
    NATURAL_KEY = "number"
    DISCLOSURE = {"number": "public", "roster": "public", "member": "public", "since": "public", "until": "public"}

    number = models.CharField(max_length=64)
    roster = models.ForeignKey(Roster, models.PROTECT, related_name="+")
    member = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    since = models.DateField(null=True)
    until = models.DateField(null=True)
