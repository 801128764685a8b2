"""Commitments with their steps."""

from __future__ import annotations

from django.db import models

from concentric.core.courses import Opening
from concentric.ledger.fields import ExactField
from concentric.ledger.models import Matter, Step
from concentric.register.models import Organisation, Programme

COMMITMENT_KINDS = ("money", "goods", "work", "jobs", "training", "facility", "investment")
NATURES = ("welfare", "business")
FIRMNESS = ("pledged", "signed")


class Commitment(Matter):
    """What a supporter commits to a recipient: an amount of money, or a quantity of something, until a date.

    `amount` and `currency` go together; so do `quantity` and `unit`. The course runs on the amount where there is one,
    else on the quantity. `pairing` is the root of the pairing under which it was made, where it was made under one.
    """

    KIND = "commitment"
    VERSION = 2
    COURSE = "commitment"
    NATURAL_KEY = "number"
    DISCLOSURE = {
        "number": "public",
        "programme": "public",
        "supporter": "public",
        "recipient": "public",
        "kind": "public",
        "nature": "public",
        "firmness": "public",
        "amount": "public",
        "currency": "public",
        "value_on": "public",
        "quantity": "public",
        "unit": "public",
        "committed_on": "public",
        "due": "public",
        "what": "public",
        "pairing": "public",
    }

    number = models.CharField(max_length=64)
    programme = models.ForeignKey(Programme, models.PROTECT, db_index=False, related_name="+")
    supporter = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    recipient = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16)
    nature = models.CharField(max_length=16)
    firmness = models.CharField(max_length=16)
    amount = ExactField(null=True)
    currency = models.CharField(max_length=3, default="", blank=True)
    value_on = models.DateField(null=True)
    quantity = ExactField(null=True)
    unit = models.CharField(max_length=32, default="", blank=True)
    committed_on = models.DateField()
    due = models.DateField(null=True)
    what = models.CharField(max_length=400, default="", blank=True)
    pairing = models.UUIDField(null=True, db_index=True)

    def opening(self) -> Opening:
        return Opening(
            supporter=str(self.supporter_id),
            recipient=str(self.recipient_id),
            office=str(self.office or ""),
            on=self.committed_on,
            amount=self.amount if self.amount is not None else self.quantity,
            due=self.due,
            firmness=self.firmness,
        )


class CommitmentStep(Step):
    """A step of a commitment. `amount` is money where the commitment is money, else a quantity in its unit."""

    KIND = "commitment-step"
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

    matter = models.ForeignKey(Commitment, models.PROTECT, db_index=False, related_name="+")
    amount = ExactField(null=True)
