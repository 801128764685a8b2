"""Organisations: whoever helps, is helped, or speaks."""

from __future__ import annotations

from django.db import models

from concentric.ledger.models import Record
from concentric.register.models.place import Place

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
    "chain",
    "project",
    "other",
)
ORGANISATION_SIZES = ("micro", "small", "medium", "large")
"""Classes of size, the smallest first: of enterprises the statistical ones, of villages as the office has them."""


class Organisation(Record):
    """Whoever helps, is helped, or speaks: an enterprise, a chamber, a village's committee, an office.

    An industry chain, and a key project under its owner, stand here too: they are on rosters and have commissioners.
    `size_class` is one of the classes, empty where nobody has said. Contacts are sealed: they live in the erasable
    store, the ledger holds their commitment.
    """

    KIND = "organisation"
    VERSION = 2
    NATURAL_KEY = "number"
    SEALED = ("contact_name", "contact_phone")
    DISCLOSURE = {
        "number": "public",
        "name": "public",
        "kind": "public",
        "uscc": "public",
        "place": "public",
        "size_class": "public",
    }

    number = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=16)
    uscc = models.CharField(max_length=32, default="", blank=True)
    place = models.ForeignKey(Place, models.PROTECT, null=True, related_name="+")
    size_class = models.CharField(max_length=8, default="", blank=True)
