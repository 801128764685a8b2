"""Places, organisations, circles, programmes, rosters and the programme book. All are plain records."""

from __future__ import annotations

from django.db import models

from concentric.ledger.fields import ExactField
from concentric.ledger.models import Record

PLACE_LEVELS = ("province", "prefecture", "county", "township", "village")
ORGANISATION_KINDS = (
    "enterprise",
    "chamber",
    "party",
    "department",
    "village",
    "clinic",
    "school",
    "foundation",
    "office",
    "other",
)


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


class Organisation(Record):
    """Whoever helps, is helped, or speaks: an enterprise, a chamber, a village's committee, an office.

    Contacts are sealed: they live in the erasable store, the ledger holds their commitment.
    """

    KIND = "organisation"
    NATURAL_KEY = "number"
    SEALED = ("contact_name", "contact_phone")
    DISCLOSURE = {"number": "public", "name": "public", "kind": "public", "uscc": "public", "place": "public"}

    number = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=16)
    uscc = models.CharField(max_length=32, default="", blank=True)
    place = models.ForeignKey(Place, models.PROTECT, null=True, related_name="+")


class ProgrammeBook(Record):
    """Everything local, as TOML: circles, programmes, indicators, outline. Each figure knows its book."""

    KIND = "book"
    NATURAL_KEY = "code"
    DISCLOSURE = {"code": "public", "title": "public", "toml": "public"}

    code = models.CharField(max_length=64)
    title = models.JSONField()
    toml = models.TextField()


class Circle(Record):
    """A circle of programmes: one ring of the picture, `rank` 1 outermost. Configuration, entered from the book."""

    KIND = "circle"
    NATURAL_KEY = "code"
    DISCLOSURE = {"code": "public", "names": "public", "rank": "public"}

    code = models.CharField(max_length=64)
    names = models.JSONField()
    rank = models.PositiveSmallIntegerField()


class Programme(Record):
    """A programme of a circle: one arc of the picture."""

    KIND = "programme"
    NATURAL_KEY = "code"
    DISCLOSURE = {"code": "public", "circle": "public", "names": "public", "rank": "public"}

    code = models.CharField(max_length=64)
    circle = models.ForeignKey(Circle, models.PROTECT, related_name="+")
    names = models.JSONField()
    rank = models.PositiveSmallIntegerField()


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
