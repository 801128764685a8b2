"""Follow-ups: somebody independent looks back, later, whether it holds; and the public draws that choose whom."""

from __future__ import annotations

from django.db import models

from concentric.core.courses import Opening
from concentric.ledger.fields import ExactField
from concentric.ledger.models import Matter, Record, WideStep
from concentric.register.models import Organisation

FOLLOW_UP_RESULTS = ("holds", "partly", "relapsed", "unclear", "no-answer")


class Frame(Record):
    """The list from which a draw will choose, fixed and digested before the public number exists.

    `items` is canonical JSON, stratum -> sorted root ids; `digest` its SHA-256. `source` names the outside number that
    will decide, and `number_on` the day it is published.
    """

    KIND = "frame"
    NATURAL_KEY = "number"
    DISCLOSURE = {
        "number": "public",
        "plan": "public",
        "target_kind": "public",
        "items": "public",
        "digest": "public",
        "size": "public",
        "source": "public",
        "fixed_on": "public",
        "number_on": "public",
    }

    number = models.CharField(max_length=64)
    plan = models.CharField(max_length=32)
    target_kind = models.CharField(max_length=32)
    items = models.TextField()
    digest = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    source = models.CharField(max_length=400)
    fixed_on = models.DateField()
    number_on = models.DateField()


class Draw(Record):
    """What a frame and a public number together choose. `seed` = SHA-256(frame digest || public number), in hex.

    `chosen` is canonical JSON, stratum -> root ids in the order in which they were drawn. Anybody can repeat it.
    """

    KIND = "draw"
    NATURAL_KEY = "number"
    DISCLOSURE = {
        "number": "public",
        "frame": "public",
        "public_number": "public",
        "published_on": "public",
        "seed": "public",
        "chosen": "public",
        "size": "public",
    }

    number = models.CharField(max_length=64)
    frame = models.ForeignKey(Frame, models.PROTECT, related_name="+")
    public_number = models.CharField(max_length=200)
    published_on = models.DateField()
    seed = models.CharField(max_length=64)
    chosen = models.TextField()
    size = models.PositiveIntegerField()


class FollowUp(Matter):
    """One look-back at one matter. Its supporter, recipient and handler are kept, as none of them may judge it."""

    KIND = "follow-up"
    COURSE = "follow-up"
    NATURAL_KEY = "number"
    DISCLOSURE = {
        "number": "public",
        "plan": "public",
        "stratum": "public",
        "target": "public",
        "target_kind": "public",
        "supporter": "public",
        "handler": "public",
        "draw": "public",
        "planned_on": "public",
        "due": "public",
        "recipient": "office",
    }

    number = models.CharField(max_length=64)
    plan = models.CharField(max_length=32)
    stratum = models.CharField(max_length=64, default="", blank=True)
    target = models.UUIDField(db_index=True)
    target_kind = models.CharField(max_length=32)
    supporter = models.ForeignKey(Organisation, models.PROTECT, null=True, db_index=False, related_name="+")
    recipient = models.ForeignKey(Organisation, models.PROTECT, null=True, db_index=False, related_name="+")
    handler = models.ForeignKey(Organisation, models.PROTECT, null=True, db_index=False, related_name="+")
    draw = models.ForeignKey(Draw, models.PROTECT, null=True, db_index=False, related_name="+")
    planned_on = models.DateField()
    due = models.DateField(null=True)

    def opening(self) -> Opening:
        return Opening(
            supporter=str(self.supporter_id or ""),
            recipient=str(self.recipient_id or ""),
            office=str(self.office or ""),
            on=self.planned_on,
            due=self.due,
            kind=self.target_kind,
            handler=str(self.handler_id or ""),
        )


class FollowUpStep(WideStep):
    """A step of a follow-up. `party` is who was asked to look back; `what` the result."""

    KIND = "follow-up-step"
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
        "party": "public",
    }

    matter = models.ForeignKey(FollowUp, models.PROTECT, db_index=False, related_name="+")
    amount = ExactField(null=True)
    party = models.ForeignKey(Organisation, models.PROTECT, null=True, db_index=False, related_name="+")
