"""The ledger's tables: what a record is, the log's entries and commits, and the three projections.

A noun is a concrete model that derives from `Record`; a step of a matter derives from `Step`. Neither is ever changed
or deleted: Python refuses here, the database by the triggers of `triggers.py`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any, ClassVar, Literal, NoReturn, Self
from uuid import UUID

from django.db import models
from django.db.models.base import ModelState

from concentric.core.courses import Opening
from concentric.core.courses import Step as CourseStep
from concentric.ledger.fields import WrittenField

Disclosure = Literal["public", "office", "sealed"]


class RecordsNeverChange(TypeError):
    """Somebody tried to update or delete a record. Append a correction, a void or a counter-step instead."""


def _refuse(what: str) -> NoReturn:
    raise RecordsNeverChange(f"{what}: records never change; append a correction, a void or a counter-step")


@cache
def _defaults(model: type[Record]) -> dict[str, Any]:
    return {field.attname: field.get_default() for field in model._meta.concrete_fields}


class RecordQuerySet(models.QuerySet["Any"]):
    """Records to read. Every way to change or delete them is refused."""

    def in_force(self) -> Self:
        """Versions neither superseded nor voided, as of now, by the projection `InForce`.

        Each row is looked up there: as a list of ids, a database would go through all that is in force of the kind,
        for however few rows.
        """
        own = InForce.objects.filter(kind=self.model.KIND, root=models.OuterRef("root"), latest=models.OuterRef("id"))
        return self.filter(models.Exists(own))

    def as_of(self, position: int) -> Self:
        """Versions in force when the log had `position` entries."""
        known = self.model._base_manager.filter(idx__lt=position, supersedes=models.OuterRef("id"))
        voids = Void.objects.filter(idx__lt=position, target=models.OuterRef("root"))
        found = self.filter(~models.Exists(known), ~models.Exists(voids), idx__lt=position)
        if issubclass(self.model, Step):
            back = self.model._base_manager.filter(
                idx__lt=position, matter=models.OuterRef("matter"), name="reversed", of=models.OuterRef("n")
            )
            found = found.filter(~models.Exists(back))
        return found

    def of_office(self, office: UUID | None) -> Self:
        """Records of one office: every page's queryset starts here, so that a foreign id is simply not found."""
        return self.filter(office=office)

    def update(self, **_: Any) -> NoReturn:
        _refuse("update")

    def delete(self) -> NoReturn:
        _refuse("delete")

    def bulk_create(self, *_: Any, **__: Any) -> NoReturn:
        _refuse("bulk_create outside append")

    def bulk_update(self, *_: Any, **__: Any) -> NoReturn:
        _refuse("bulk_update")


class Record(models.Model):
    """An insert-only row. `root` is the id of its first version: *the thing*, and what foreign keys point at.

    Class attributes of a noun: KIND names it in the log; VERSION counts the shapes of its payload; DISCLOSURE gives
    each of its fields a class; SEALED names values that have no column, because they live in the erasable store;
    NATURAL_KEY is the field that is unique among records in force of one office; ATTESTATION is the class of
    `attested_by`: "office" where whoever speaks may be somebody whom the public doesn't get to know.
    """

    KIND: ClassVar[str]
    VERSION: ClassVar[int] = 1
    DISCLOSURE: ClassVar[dict[str, Disclosure]]
    SEALED: ClassVar[tuple[str, ...]] = ()
    NATURAL_KEY: ClassVar[str | None] = None
    ATTESTATION: ClassVar[Disclosure] = "public"

    id = models.UUIDField(primary_key=True, editable=False)
    idx = models.BigIntegerField(unique=True, editable=False)
    root = models.UUIDField(db_index=True, editable=False)
    supersedes = models.ForeignKey("self", models.PROTECT, null=True, db_index=False, related_name="+")
    reason = models.TextField(default="", blank=True)
    office = models.UUIDField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=200)
    channel = models.CharField(max_length=16)
    attested_by = models.UUIDField(null=True)
    occurred_on = models.DateField(null=True)

    supersedes_id: UUID | None
    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True
        # Partial: most records supersede nothing, and an index of empty values costs every insert.
        constraints = [
            models.UniqueConstraint(
                fields=["supersedes"], condition=models.Q(supersedes__isnull=False), name="%(class)s_superseded_once"
            )
        ]

    @classmethod
    def fresh(cls, **values: Any) -> Self:
        """A new record, as `cls(**values)` makes it, ten times as fast: for batches.

        Foreign keys are given by their attribute (`place_id`). Names are checked, values are not.
        """
        record = cls.__new__(cls)
        held = record.__dict__
        held.update(_defaults(cls))
        count = len(held)
        held.update(values)
        if len(held) != count:
            raise TypeError(f"{cls.KIND} has no {', '.join(sorted(values.keys() - _defaults(cls).keys()))}")
        held["_state"] = ModelState()
        return record

    def save(self, *_: Any, **__: Any) -> NoReturn:
        _refuse("save")

    def delete(self, *_: Any, **__: Any) -> NoReturn:
        _refuse("delete")


class Matter(Record):
    """A record that opens a matter: it runs on the course `COURSE` of `core.courses`."""

    COURSE: ClassVar[str]

    class Meta(Record.Meta):
        abstract = True

    def opening(self) -> Opening:
        """What the course needs to know of this version."""
        raise NotImplementedError(f"{type(self).__name__} must say how its course opens")


class Step(Record):
    """One step of a matter: its number `n` there, and the state after it.

    A concrete step adds `matter`, a foreign key to its matter's first version. A step is never voided; a wrong one is
    taken back by a counter-step.
    """

    n = models.PositiveIntegerField()
    name = models.CharField(max_length=24)
    number = models.CharField(max_length=64, default="", blank=True)
    amount: Any
    of = models.PositiveIntegerField(null=True)
    note = models.TextField(default="", blank=True)
    state = models.CharField(max_length=24, editable=False)
    matter_id: UUID

    class Meta(Record.Meta):
        abstract = True
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(fields=["matter", "n"], name="%(class)s_taken_once"),
        ]

    def as_course_step(self) -> CourseStep:
        """This step as its course reads it."""
        return CourseStep(
            n=self.n,
            name=self.name,
            on=self.occurred_on,
            by=str(self.attested_by or ""),
            amount=self.amount,
            of=self.of,
            note=self.note,
        )


class WideStep(Step):
    """A step that may also say until when something holds or is due, and what was found or decided (a code).

    A concrete one may add `party`, a foreign key to the organisation that the matter goes to.
    """

    until = models.DateField(null=True)
    what = models.CharField(max_length=32, default="", blank=True)

    class Meta(Step.Meta):
        abstract = True

    def as_course_step(self) -> CourseStep:
        party: UUID | None = getattr(self, "party_id", None)
        return replace(super().as_course_step(), until=self.until, what=self.what, to=str(party or ""))


class Charter(Record):
    """The first record: what this ledger is. `origin` is its name in checkpoints; `example` marks invented data."""

    KIND = "charter"
    DISCLOSURE = {"origin": "public", "title": "public", "time_zone": "public", "example": "public"}

    origin = models.CharField(max_length=200)
    title = models.JSONField()
    time_zone = models.CharField(max_length=64)
    example = models.BooleanField(default=False)


class Void(Record):
    """Takes a plain record (all its versions) out of force from here on. The record itself stays readable."""

    KIND = "void"
    DISCLOSURE = {"target": "public", "target_kind": "public"}

    target = models.UUIDField(db_index=True)
    target_kind = models.CharField(max_length=32)


class Entry(models.Model):
    """The log: entry `idx` commits to one record. `payload` is canonical JSON, stored and never written again."""

    idx = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=32)
    version = models.PositiveSmallIntegerField()
    record = models.UUIDField()
    payload = models.BinaryField()
    salt = models.BinaryField()
    leaf = models.BinaryField()


class Commit(models.Model):
    """One transaction: the tree after it (`size`, RFC 6962 `root`, `frontier`), when, by whom, on whose request."""

    size = models.BigIntegerField(primary_key=True)
    first = models.BigIntegerField()
    root = models.BinaryField()
    frontier = models.BinaryField()
    at = models.DateTimeField(db_index=True)
    actor = models.CharField(max_length=200)
    channel = models.CharField(max_length=16)
    request_id = models.CharField(max_length=200, unique=True)
    request_digest = models.BinaryField()


class InForce(models.Model):
    """Projection: the version of each thing that is in force. `verify` rebuilds it."""

    root = models.UUIDField(primary_key=True)
    kind = models.CharField(max_length=32)
    office = models.UUIDField(null=True)
    key = models.CharField(max_length=200, null=True)
    latest = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "office", "key"], name="one_in_force"),
            models.UniqueConstraint(fields=["kind", "latest"], name="in_force_of_kind"),
        ]


class Head(models.Model):
    """Projection: where each matter stands, so that lists are quick. Written by `append`, rebuilt by `verify`."""

    matter = models.UUIDField(primary_key=True)
    kind = models.CharField(max_length=32)
    state = models.CharField(max_length=24)
    n = models.PositiveIntegerField()
    holder = models.CharField(max_length=24, blank=True)
    due = models.DateField(null=True)
    strength = models.PositiveSmallIntegerField()
    amounts = WrittenField()
    detail = WrittenField()

    class Meta:
        indexes = [
            models.Index(fields=["kind", "state", "due"], name="head_by_state"),
            models.Index(fields=["kind", "holder", "due"], name="head_by_holder"),
        ]


class SealedValue(models.Model):
    """The erasable store. The ledger holds only the salted commitment to `value`; erasing leaves a dated mark."""

    record = models.UUIDField()
    field = models.CharField(max_length=64)
    value = models.TextField(null=True)
    salt = models.BinaryField(null=True)
    erased_at = models.DateTimeField(null=True)
    erased_because = models.TextField(default="", blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["record", "field"], name="one_sealed_value")]
