"""Assignments: a commissioner, expert or chain leader for an organisation, a key project or a chain."""

from __future__ import annotations

from django.db import models

from concentric.core.courses import Opening
from concentric.ledger.fields import ExactField
from concentric.ledger.models import Matter, WideStep
from concentric.register.models import Appointment, Organisation, Programme

ASSIGNMENT_KINDS = ("commissioner", "expert", "chain-leader")


class Assignment(Matter):
    """One post-holder for one recipient. One-sided: it holds as soon as it is made; the recipient may confirm it.

    `supporter` is the post's organisation. `rhythm` is the number of days within which the next visit is expected.
    """

    KIND = "assignment"
    COURSE = "assignment"
    NATURAL_KEY = "number"
    DISCLOSURE = {
        "number": "public",
        "programme": "public",
        "kind": "public",
        "appointment": "public",
        "supporter": "public",
        "recipient": "public",
        "since": "public",
        "until": "public",
        "rhythm": "public",
    }

    number = models.CharField(max_length=64)
    programme = models.ForeignKey(Programme, models.PROTECT, db_index=False, related_name="+")
    kind = models.CharField(max_length=16)
    appointment = models.ForeignKey(Appointment, models.PROTECT, related_name="+")
    supporter = models.ForeignKey(Organisation, models.PROTECT, db_index=False, related_name="+")
    recipient = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True)
    rhythm = models.PositiveSmallIntegerField(null=True)

    def opening(self) -> Opening:
        return Opening(
            supporter=str(self.supporter_id),
            recipient=str(self.recipient_id),
            office=str(self.office or ""),
            on=self.since,
            due=self.until,
            kind=self.kind,
        )


class AssignmentStep(WideStep):
    """A step of an assignment: confirmed, verified, renewed (`until`), ended or reversed."""

    KIND = "assignment-step"
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
        "until": "public",
        "what": "public",
    }

    matter = models.ForeignKey(Assignment, models.PROTECT, db_index=False, related_name="+")
    amount = ExactField(null=True)
