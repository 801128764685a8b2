"""What stands at a position: organisations with their places, who is on a roster, which matters are in which state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from concentric.ledger.models import Matter, Step
from concentric.match.models import Assignment, AssignmentStep, Pairing, PairingStep
from concentric.register.models import Organisation, Place, Roster, RosterEntry

HOLDS = ("agreed", "active")
"""States of a pairing in which the two work together."""
COUNTY = 6
"""Digits of a county's code."""


@dataclass(frozen=True)
class Standing:
    """The ledger of one office as it stood at a position, for a day. Each property costs one query, once."""

    office: UUID | None
    position: int
    day: date

    @cached_property
    def organisations(self) -> Mapping[UUID, Organisation]:
        """Every organisation by its root."""
        return {one.root: one for one in self._of(Organisation)}

    @cached_property
    def places(self) -> Mapping[UUID, Place]:
        """Every place by its root."""
        return {one.root: one for one in self._of(Place)}

    @cached_property
    def centres(self) -> dict[int, tuple[float, float]]:
        """Latitude and longitude of each place that has six digits, by its code."""
        return {
            int(place.code): (float(place.latitude), float(place.longitude))
            for place in self.places.values()
            if len(place.code) == COUNTY and place.code.isdigit() and place.latitude is not None
            if place.longitude is not None
        }

    @cached_property
    def counties(self) -> dict[int, str]:
        """The name of each place that has six digits, by its code."""
        return {
            int(place.code): place.name
            for place in self.places.values()
            if len(place.code) == COUNTY and place.code.isdigit()
        }

    def above(self, place: Place | None) -> list[Place]:
        """The place, the one it lies in, and so on up."""
        found: list[Place] = []
        while place is not None and place not in found:
            found.append(place)
            place = self.places.get(place.parent_id) if place.parent_id else None
        return found

    def members(self, roster: str) -> dict[UUID, date | None] | None:
        """Who is on a roster on the day, and since when; None where there is no such roster."""
        entries = self._entries(roster)
        return None if entries is None else {entry.member_id: entry.since for entry in entries}

    def twice(self, roster: str) -> set[UUID]:
        """Who stands on a roster more than once on the day."""
        counts = Counter(entry.member_id for entry in self._entries(roster) or ())
        return {member for member, count in counts.items() if count > 1}

    def _entries(self, roster: str) -> list[RosterEntry] | None:
        held = self._of(Roster).filter(code=roster).first()
        if held is None:
            return None
        return [
            entry
            for entry in self._of(RosterEntry).filter(roster_id=held.root).order_by("idx")
            if (entry.since is None or entry.since <= self.day) and (entry.until is None or entry.until > self.day)
        ]

    def pairings(self, programme: UUID) -> list[tuple[Pairing, str]]:
        """Pairings of a programme, each with its state."""
        return self._matters(Pairing, PairingStep, {"programme_id": programme}, "proposed")

    def together(self, programme: UUID) -> list[tuple[UUID, UUID]]:
        """Supporter and recipient of each pairing in which the two work together. A province has a hundred thousand."""
        held = self._of(Pairing).filter(programme_id=programme).values_list("root", "supporter_id", "recipient_id")
        states = self._states(PairingStep)
        return [(one, other) for root, one, other in held.iterator() if states.get(root) in HOLDS]

    def assignments(self, kind: str) -> list[tuple[Assignment, str]]:
        """Assignments of a kind, each with its state."""
        return self._matters(Assignment, AssignmentStep, {"kind": kind}, "in-force")

    def _of(self, model: Any) -> Any:
        return model.objects.as_of(self.position).of_office(self.office)

    def _matters(
        self, model: type[Matter], steps: type[Step], where: dict[str, Any], opens: str
    ) -> list[tuple[Any, str]]:
        found = list(self._of(model).filter(**where).order_by("number"))
        states = self._states(steps)
        return [(one, states.get(one.root, opens)) for one in found]

    def _states(self, steps: type[Step]) -> dict[UUID, str]:
        """The state after the last step of each matter that has taken one."""
        taken: Any = steps._base_manager.filter(idx__lt=self.position, office=self.office).order_by("idx")
        return dict(taken.values_list("matter_id", "state").iterator())
