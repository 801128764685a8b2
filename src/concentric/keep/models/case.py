"""Cases: what an enterprise or anybody else asks for, with every answer until the raiser's own word."""

from __future__ import annotations

from django.db import models

from concentric.core.courses import Opening
from concentric.ledger.fields import ExactField
from concentric.ledger.models import Matter, WideStep
from concentric.register.models import Organisation, Place, Programme

CASE_KINDS = ("consultation", "problem", "proposal", "opinion", "research")
URGENCIES = ("normal", "urgent", "complaint")
ORIGINS = ("raised", "hotline", "visit", "look-back", "transferred")
OUTCOMES = ("solved", "under-way", "planned", "explained")
"""What an answer says: A, B, C and D of the forms in use."""
RAISER_WORDS = ("satisfied", "not-satisfied", "no-answer")


class Case(Matter):
    """Something that was raised. `topic` is a class of the book; `due` the day by which it must be answered.

    Who raised it is the office's to know; the words and contacts are sealed. The raiser is the course's recipient: the
    one who says that it is solved. `handler` is the department that answers until a routing names another.
    """

    KIND = "case"
    COURSE = "case"
    NATURAL_KEY = "number"
    SEALED = ("words", "raiser_name", "raiser_contact")
    ATTESTATION = "office"
    DISCLOSURE = {
        "number": "public",
        "programme": "public",
        "kind": "public",
        "topic": "public",
        "urgency": "public",
        "origin": "public",
        "place": "public",
        "handler": "public",
        "received_on": "public",
        "due": "public",
        "raiser": "office",
        "subject": "office",
    }

    number = models.CharField(max_length=64)
    programme = models.ForeignKey(Programme, models.PROTECT, db_index=False, related_name="+")
    kind = models.CharField(max_length=16)
    topic = models.CharField(max_length=32, default="", blank=True)
    urgency = models.CharField(max_length=16)
    origin = models.CharField(max_length=16)
    raiser = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    place = models.ForeignKey(Place, models.PROTECT, null=True, db_index=False, related_name="+")
    handler = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    received_on = models.DateField()
    due = models.DateField(null=True)
    subject = models.CharField(max_length=200, default="", blank=True)

    def opening(self) -> Opening:
        return Opening(
            supporter="",
            recipient=str(self.raiser_id or ""),
            office=str(self.office or ""),
            on=self.received_on,
            due=self.due,
            kind=self.kind,
            handler=str(self.handler_id or ""),
        )


class CaseStep(WideStep):
    """A step of a case. `party`: whom it is routed to; `what`: an outcome, the raiser's word, a level of adoption."""

    KIND = "case-step"
    NATURAL_KEY = "number"
    ATTESTATION = "office"
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
        "party": "public",
    }

    matter = models.ForeignKey(Case, models.PROTECT, db_index=False, related_name="+")
    amount = ExactField(null=True)
    party = models.ForeignKey(Organisation, models.PROTECT, null=True, db_index=False, related_name="+")
