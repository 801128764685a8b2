"""Files that back a record, known by their content."""

from __future__ import annotations

from django.db import models

from concentric.ledger.models import Record

EVIDENCE_ACCESS = ("public", "office")


class Evidence(Record):
    """A file about a record: `sha256` is its name in the store. The ledger holds no byte of it, only what it must be.

    `about` is the id of the record or step that it backs. Who may open it is `access`. Who handed it in may be the
    raiser of a case.
    """

    KIND = "evidence"
    NATURAL_KEY = "number"
    ATTESTATION = "office"
    DISCLOSURE = {
        "number": "public",
        "about": "public",
        "about_kind": "public",
        "sha256": "public",
        "media_type": "public",
        "size": "public",
        "access": "public",
        "taken_on": "public",
        "name": "office",
        "note": "office",
    }

    number = models.CharField(max_length=64)
    about = models.UUIDField(db_index=True)
    about_kind = models.CharField(max_length=32)
    sha256 = models.CharField(max_length=64)
    media_type = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    access = models.CharField(max_length=16)
    taken_on = models.DateField(null=True)
    note = models.TextField(default="", blank=True)
