"""What rows need to know of the things they name, beyond their root: read in bulk the first time one is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast
from uuid import UUID

from concentric.core.courses import COURSES, Course
from concentric.exchange.rows.draft import draft
from concentric.exchange.rows.held import chunks, heads_of, values_of
from concentric.keep.models import Accreditation, Activity, Case, Commitment, Project, Site
from concentric.ledger.matters import Live, load
from concentric.ledger.models import Head, InForce, Matter, Record
from concentric.match.models import Assignment, Pairing
from concentric.register.models import Appointment, Post

FACTS: Mapping[type[Record], tuple[str, ...]] = {
    Post: ("organisation_id",),
    Appointment: ("post_id", "since", "until"),
    Pairing: ("supporter_id", "recipient_id", "proposed_on"),
    Assignment: ("supporter_id", "recipient_id", "since"),
    Commitment: ("supporter_id", "recipient_id", "currency", "committed_on"),
    Case: ("raiser_id", "handler_id", "received_on", "kind", "urgency"),
    Project: ("owner_id", "host_id", "currency", "lead_on"),
    Activity: ("organiser_id", "host_id", "held_on"),
    Site: ("supporter_id", "keeper_id", "planned_on"),
    Accreditation: ("candidate_id", "applied_on"),
}
"""Attributes that may be asked for."""


class Facts:
    """Facts of things by their roots: those of this import as they were planned, the others as they are in force."""

    def __init__(self) -> None:
        self._planned: dict[UUID, Mapping[str, Any]] = {}
        self._stood: dict[UUID, Head | None] = {}
        self._stored: dict[type[Record], dict[UUID, dict[str, Any]]] = {}

    def know(self, root: UUID, fields: Mapping[str, Any]) -> None:
        """The fields of a thing that this import enters or corrects."""
        self._planned[root] = fields

    def of(self, model: type[Record], root: UUID, near: Callable[[], set[UUID]]) -> Mapping[str, Any]:
        """The facts of one thing. Where it must be read, those `near` it are read in the same go."""
        found = self._planned.get(root)
        if found is not None:
            return found
        stored = self._stored.setdefault(model, {})
        if root not in stored:
            self._read(model, {root, *near()} - stored.keys() - self._planned.keys())
        return stored[root]

    def live(self, model: type[Matter], root: UUID, near: Callable[[], set[UUID]]) -> Live:
        """A matter as it stands before this import, or as this import opens it. Read in bulk as facts are."""
        if root not in self._stood:
            wanted = {root, *near()} - self._stood.keys()
            self._stood |= dict.fromkeys(wanted) | heads_of(wanted)
        head, fields = self._stood[root], self._planned.get(root)
        course: Course[Any] = COURSES[model.COURSE]
        if fields is None:
            assert head is not None
            return load(head)
        opening = cast(Any, model).opening(draft(fields))
        if head is None:
            return Live(root, model.COURSE, opening, course.open(opening))
        before = load(head).state
        return Live(root, model.COURSE, opening, course.derive(opening, before.n, before.standing))

    def _read(self, model: type[Record], roots: Iterable[UUID]) -> None:
        latest: dict[UUID, UUID] = {}
        for part in chunks(roots):
            latest.update(InForce.objects.filter(root__in=part).values_list("latest", "root"))
        names = FACTS[model]
        for id_, values in values_of(model, list(latest), names).items():
            self._stored[model][latest[id_]] = dict(zip(names, values, strict=True))
