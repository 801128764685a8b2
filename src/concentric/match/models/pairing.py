"""Pairings: a supporter and a recipient who agreed to work together."""

from __future__ import annotations

from django.db import models

from concentric.core.courses import Opening
from concentric.ledger.fields import ExactField
from concentric.ledger.models import Matter, Step
from concentric.register.models import Organisation, Programme

HELP_LENGTH = 200


class Pairing(Matter):
    """One supporter and one recipient in one programme. Many to many: each may stand in several pairings.

    `help_types` are categories of the programme book, by their codes, with commas between them.
    """

    KIND = "pairing"
    COURSE = "pairing"
    NATURAL_KEY = "number"
    DISCLOSURE = {
        "number": "public",
        "programme": "public",
        "supporter": "public",
        "recipient": "public",
        "proposed_on": "public",
        "batch": "public",
        "help_types": "public",
        "note": "office",
    }

    number = models.CharField(max_length=64)
    programme = models.ForeignKey(Programme, models.PROTECT, db_index=False, related_name="+")
    supporter = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    recipient = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    proposed_on = models.DateField()
    batch = models.CharField(max_length=64, default="", blank=True)
    help_types = models.CharField(max_length=HELP_LENGTH, default="", blank=True)
    note = models.TextField(default="", blank=True)

    def opening(self) -> Opening:
        return Opening(
            supporter=str(self.supporter_id),
            recipient=str(self.recipient_id),
            office=str(self.office or ""),
            on=self.proposed_on,
        )


class PairingStep(Step):
    """A step of a pairing: agreed, declined, verified, renewed, ended, reversed."""

    KIND = "pairing-step"
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

    matter = models.ForeignKey(Pairing, models.PROTECT, db_index=False, related_name="+")
    amount = ExactField(null=True)
