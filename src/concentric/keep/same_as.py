"""Double counts: what two reporters seem to have entered both, and the verb by which a person joins them.

Joined things form a star: each points at one representative, which counts for all. There are no chains, so whoever
counts needs to look one step far only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Count, QuerySet

from concentric.core.terms.findings import Refused
from concentric.keep.models import SameAs
from concentric.ledger.models import InForce
from concentric.ledger.payload import kinds
from concentric.ledger.writer import Writer

ALIKE: dict[str, tuple[str, ...]] = {
    "commitment": (
        "supporter_id",
        "recipient_id",
        "kind",
        "amount",
        "currency",
        "quantity",
        "unit",
        "committed_on",
    ),
    "project": ("owner_id", "host_id", "place_id", "kind", "currency"),
    "activity": ("organiser_id", "host_id", "kind", "setting", "held_on"),
    "site": ("keeper_id", "kind", "category", "name"),
    "case": ("raiser_id", "kind", "topic", "received_on"),
    "honour": ("organisation_id", "title", "level", "awarded_on"),
}
"""What two records of a kind have in common when they may be one thing: parties, amount, date."""
_NEEDED = {"case": "raiser_id", "activity": "host_id", "project": "host_id"}
"""Without this nothing is known of the other side, and everything anonymous would look alike."""


class SameThing(Refused):
    """Something is joined with itself."""


class NotOfOneKind(Refused):
    """The two are of different kinds, or one isn't kept by this office, or is out of force."""


class ThingIsJoined(Refused):
    """What should no longer count points at a representative already."""


class RepresentativeIsJoined(Refused):
    """What should count for both counts for nothing itself: it is joined with another."""


class ThingRepresents(Refused):
    """What should no longer count counts for others already."""


class One(NamedTuple):
    """One of several records that may be the same thing."""

    root: UUID
    number: str
    attested_by: UUID | None
    idx: int


@dataclass(frozen=True)
class Suspected:
    """Records of a kind that have everything in common which two entries of one thing would."""

    kind: str
    ones: tuple[One, ...]

    @property
    def reporters(self) -> int:
        """How many organisations said so. Two that report one gift are the usual double count."""
        return len({one.attested_by for one in self.ones})


def suspected(kind: str, office: UUID | None) -> Iterator[Suspected]:
    """What may have been entered twice and nobody has joined yet; those of several reporters come first.

    Three queries, one of which groups every record of the kind. It proposes; only a person joins.
    """
    model: Any = kinds()[kind]
    alike = ALIKE[kind]
    mine = model.objects.in_force().of_office(office)
    if kind in _NEEDED:
        mine = mine.filter(**{f"{_NEEDED[kind]}__isnull": False})
    keys = mine.values_list(*alike).annotate(count=Count("id")).filter(count__gt=1)
    wanted = {row[:-1] for row in keys}
    if not wanted:
        return
    joined = set(SameAs.objects.in_force().filter(thing_kind=kind).values_list("thing", flat=True))
    found: dict[tuple[Any, ...], list[One]] = defaultdict(list)
    for root, number, by, idx, *key in _candidates(mine, alike, wanted):
        if tuple(key) in wanted and root not in joined:
            found[tuple(key)].append(One(root, number, by, idx))
    groups = [Suspected(kind, tuple(sorted(ones, key=lambda one: one.idx))) for ones in found.values() if len(ones) > 1]
    yield from sorted(groups, key=lambda group: (-group.reporters, group.ones[0].idx))


def join(writer: Writer, kind: str, thing: UUID, representative: UUID, *, note: str = "") -> UUID:
    """Say that a thing is the same as its representative, which counts for both. Returns the arm's root."""
    held = InForce.objects.filter(root__in=[thing, representative], kind=kind, office=writer.actor.office)
    if thing != representative and (kind not in ALIKE or held.count() != 2):
        raise NotOfOneKind("same-not-of-one-kind", kind=kind)
    star(arms(writer.actor.office), thing, representative)
    arm = SameAs(arm=str(thing), thing=thing, thing_kind=kind, representative=representative, note=note)
    return writer.add(arm)


def arms(office: UUID | None) -> dict[UUID, UUID]:
    """Thing -> representative, for everything that is joined. One query; there are few."""
    return dict(SameAs.objects.in_force().of_office(office).values_list("thing", "representative"))


def star(joined: Mapping[UUID, UUID], thing: UUID, representative: UUID) -> None:
    """Whether one more arm leaves stars. Refuses a thing that points at itself, has an arm, or would make a chain."""
    if thing == representative:
        raise SameThing("same-thing")
    if thing in joined:
        raise ThingIsJoined("same-thing-is-joined")
    if representative in joined:
        raise RepresentativeIsJoined("same-representative-is-joined")
    if thing in joined.values():
        raise ThingRepresents("same-thing-represents")


def part(writer: Writer, arm: UUID, reason: str) -> UUID:
    """Say that the two are not the same after all: both count again."""
    return writer.void(arm, SameAs.KIND, reason)


def _candidates(mine: QuerySet[Any], alike: tuple[str, ...], wanted: set[tuple[Any, ...]]) -> Iterator[Any]:
    """Rows that share the first of what is alike with a suspected group: the rest is compared where they are read."""
    firsts = list({key[0] for key in wanted})
    for start in range(0, len(firsts), 500):
        part_ = mine.filter(**{f"{alike[0]}__in": firsts[start : start + 500]})
        yield from part_.values_list("root", "number", "attested_by", "idx", *alike).iterator(2_000)
