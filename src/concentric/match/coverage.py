"""Who on a roster has no commissioner today, and since when."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from concentric.match.models import AssignmentStep
from concentric.match.sending import sent_now
from concentric.match.standing import Standing
from concentric.register.book import PairingSpec
from concentric.register.models import Appointment


@dataclass(frozen=True)
class Uncovered:
    """One that nobody serves. `since` is the day the last one went, or its first on the roster; None: not known."""

    root: UUID
    number: str
    name: str
    since: date | None


@dataclass(frozen=True)
class Coverage:
    """How many are on the roster, and who of them has nobody, the longest first."""

    of: int
    uncovered: tuple[Uncovered, ...]

    @property
    def covered(self) -> int:
        """How many have somebody."""
        return self.of - len(self.uncovered)


def coverage(spec: PairingSpec, standing: Standing) -> Coverage | None:
    """The roster of a programme of commissioners on the day; None where there is no such roster. Seven queries."""
    members = standing.members(spec.roster)
    if members is None:
        return None
    served = {one.recipient_id for one in sent_now(spec.kind, standing)}
    alone = {root: since for root, since in members.items() if root not in served and root in standing.organisations}
    last = _last_days(spec, standing, set(alone)) if alone else {}
    found = []
    for root, listed in alone.items():
        known = [day for day in (listed, last.get(root)) if day is not None]
        one = standing.organisations[root]
        found.append(Uncovered(root, one.number, one.name, max(known, default=None)))
    found.sort(key=lambda one: (one.since is not None, one.since or date.min, one.number))
    return Coverage(sum(root in standing.organisations for root in members), tuple(found))


def _last_days(spec: PairingSpec, standing: Standing, alone: set[UUID]) -> dict[UUID, date]:
    """When the last commissioner of each went: the assignment ended or ran out, or its holder left the post."""
    steps = AssignmentStep.objects.as_of(standing.position).of_office(standing.office).filter(name="ended")
    ended = dict(steps.values_list("matter_id", "occurred_on"))
    holders = Appointment.objects.as_of(standing.position).of_office(standing.office)
    left = dict(holders.values_list("root", "until"))
    days: dict[UUID, list[date]] = defaultdict(list)
    for one, _ in standing.assignments(spec.kind):
        if one.recipient_id in alone:
            ends = [day for day in (one.until, ended.get(one.root), left.get(one.appointment_id)) if day is not None]
            if ends and min(ends) <= standing.day:
                days[one.recipient_id].append(min(ends))
    return {root: max(each) for root, each in days.items()}
