"""From the ledger to what the engine computes with: needs, offers, coordinates, who is paired already.

Whatever cannot be taken as it is becomes a finding with the record's number; nothing is guessed in silence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

import numpy as np

from concentric.core.pairing import CannotPair, Quota, Recipients, Rules, Supporters
from concentric.core.terms.findings import Finding
from concentric.core.terms.words import Word
from concentric.match.models import Need, Offer
from concentric.match.standing import COUNTY, Standing
from concentric.register.book import PairingSpec
from concentric.register.models import ORGANISATION_SIZES, Organisation

Pair = tuple[str, str]


@dataclass(frozen=True)
class Instance:
    """One problem for the engine. Ids are the organisations' numbers (of slots: number of the post's holder, #, n)."""

    spec: PairingSpec
    supporters: Supporters
    recipients: Recipients
    rules: Rules
    centres: Mapping[int, tuple[float, float]]
    names: Mapping[str, str]
    roots: Mapping[str, UUID]
    categories: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    def with_hand(self, pinned: Collection[Pair], forbidden: Collection[Pair]) -> Instance:
        """The same with pairs that are pinned and forbidden by hand, beside those of the book.

        The hand goes before the book: a pair that the book pins can be forbidden by hand, and the other way round.
        """
        book = self.rules
        return replace(
            self,
            rules=replace(
                book,
                pinned=tuple(sorted({*pinned, *(set(book.pinned) - set(forbidden))})),
                forbidden=tuple(sorted({*forbidden, *(set(book.forbidden) - set(pinned))})),
            ),
        )


@dataclass
class Gathering:
    """One side while it is read: a row for each organisation, and what is wrong."""

    standing: Standing
    findings: list[Finding]
    ids: list[str] = field(default_factory=list)
    place: list[int] = field(default_factory=list)
    at: list[tuple[float, float]] = field(default_factory=list)
    roots: dict[str, UUID] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    size: list[str] = field(default_factory=list)
    nearby: int = 0

    def take(self, organisation: Organisation, id_: str = "") -> bool:
        """Add one, unless its place can't be told."""
        place = self.standing.places.get(organisation.place_id) if organisation.place_id else None
        above = self.standing.above(place)
        code = next((one.code[:COUNTY] for one in above if one.code[:COUNTY].isdigit() and len(one.code) >= COUNTY), "")
        if not code:
            self.findings.append(Finding("match-no-place", {"number": organisation.number, "name": organisation.name}))
            return False
        where, own = (float("nan"), float("nan")), True
        for one in above:
            if len(one.code) == COUNTY:  # from here on up the engine takes the county's centre, and says so
                break
            if one.latitude is not None and one.longitude is not None:
                where = (float(one.latitude), float(one.longitude))
                self.nearby += 0 if own else 1
                break
            own = False
        id_ = id_ or organisation.number
        self.ids.append(id_)
        self.place.append(int(code))
        self.at.append(where)
        self.size.append(organisation.size_class)
        self.roots[id_] = organisation.root
        self.names[id_] = organisation.name
        return True

    def columns(self) -> dict[str, Any]:
        """What the engine's sides have in common."""
        at = np.array(self.at, np.float64).reshape(-1, 2)
        return {"ids": self.ids, "place": np.array(self.place, np.int64), "latitude": at[:, 0], "longitude": at[:, 1]}


def instance_of(spec: PairingSpec, weights: Mapping[str, int], programme: UUID, standing: Standing) -> Instance:
    """The problem of one programme; `weights` are the book's, by category. CannotPair with all that is wrong."""
    findings: list[Finding] = []
    categories = tuple(weights)
    if not categories:
        findings.append(Finding("match-no-categories"))
    offers = _in_force(standing, Offer, programme)
    needs = _in_force(standing, Need, programme)
    offered = _amounts(standing, offers, categories, findings)
    needed = _amounts(standing, needs, categories, findings)
    members = _members(standing, spec, findings)
    wanting: Iterable[UUID] = needed if members is None else members
    if members is not None and (off := len(needed.keys() - set(members))):
        findings.append(Finding("match-off-roster", {"count": off, "roster": spec.roster}, "notice"))
    supporters, recipients = Gathering(standing, findings), Gathering(standing, findings)
    rows: tuple[list[Sequence[int]], list[Sequence[int]]] = ([], [])
    takes: list[int] = []
    capacity = _capacity(offers, spec)
    for root in _ordered(standing, offered):
        if supporters.take(standing.organisations[root]):
            rows[0].append(offered[root])
            takes.append(capacity[root])
    for root in _ordered(standing, wanting):
        if recipients.take(standing.organisations[root]):
            rows[1].append(needed.get(root, [0] * len(categories)))
    for side, one in (("supporters", supporters), ("recipients", recipients)):
        if one.nearby:
            findings.append(Finding("match-township-used", {"side": side, "count": one.nearby}, "notice"))
    sizes = [
        sized(one.size, side, findings) if spec.size and one.ids else None
        for side, one in (("supporters", supporters), ("recipients", recipients))
    ]
    if any(each.severity == "error" for each in findings):
        raise CannotPair(findings)
    shape = (-1, len(categories))
    numbers = {root: number for gathered in (supporters, recipients) for number, root in gathered.roots.items()}
    rules = rules_of(spec, list(weights.values()), categories, _present(standing, programme, numbers))
    # Who helps and is helped is nobody's own partner.
    own = [(number, number) for number in supporters.ids if number in recipients.roots]
    return Instance(
        spec,
        Supporters(
            **supporters.columns(), categories=np.array(rows[0], np.int64).reshape(shape), size=sizes[0], takes=takes
        ),
        Recipients(
            **recipients.columns(),
            categories=np.array(rows[1], np.int64).reshape(shape),
            size=sizes[1],
            takes=[spec.wants] * len(recipients.ids),
        ),
        replace(rules, forbidden=tuple(sorted({*rules.forbidden, *own}))),
        standing.centres,
        supporters.names | recipients.names,
        supporters.roots | recipients.roots,
        categories,
        tuple(findings),
    )


def sized(classes: Sequence[str], side: str, findings: list[Finding]) -> list[int]:
    """Classes of size as numbers. Where one is missing the middle of the side's others stands in, and a notice says so.

    An error where nobody has one: what stands in would be made up.
    """
    said = sorted(ORGANISATION_SIZES.index(one) for one in classes if one in ORGANISATION_SIZES)
    if not said:
        findings.append(Finding("match-no-sizes", {"side": side}))
        return [0] * len(classes)
    middle = said[(len(said) - 1) // 2]
    if missing := len(classes) - len(said):
        words: dict[str, Word] = {"side": side, "count": missing, "class": ORGANISATION_SIZES[middle]}
        findings.append(Finding("match-size-used", words, "notice"))
    return [ORGANISATION_SIZES.index(one) if one in ORGANISATION_SIZES else middle for one in classes]


def rules_of(
    spec: PairingSpec, weights: Sequence[int], categories: Sequence[str], last_year: Collection[Pair]
) -> Rules:
    """The engine's rules, as the book has them. A category's weight is the book's, unless the rules give another."""
    own = [spec.weights.get(code, weight) for code, weight in zip(categories, weights, strict=True)]
    return Rules(
        weights=tuple(weight * spec.points for weight in own),
        near=spec.near,
        per_km=spec.per_km,
        same_county=spec.same_county,
        same_prefecture=spec.same_prefecture,
        size_step=spec.size,
        continuity=spec.continuity,
        last_year=tuple(sorted(last_year)),
        forbidden=spec.forbidden,
        pinned=spec.pinned,
        within=spec.within,
        minimum=spec.minimum,
        quotas=tuple(
            Quota(
                name=one.code,
                side="supporters" if one.side == "supporters" else "recipients",
                at_most=one.at_most,
                at_least=one.at_least,
                place=one.place,
            )
            for one in spec.quotas
        ),
    )


def _in_force(standing: Standing, model: type[Need] | type[Offer], programme: UUID) -> list[Any]:
    """Needs or offers that hold on the day: of this programme, or of none in particular."""
    held: Any = model.objects.as_of(standing.position).of_office(standing.office)
    return [
        one
        for one in held.order_by("number")
        if one.programme_id in (programme, None)
        and one.since <= standing.day
        and (one.until is None or one.until > standing.day)
    ]


def _amounts(
    standing: Standing, held: Iterable[Any], categories: Sequence[str], findings: list[Finding]
) -> dict[UUID, list[int]]:
    """How much of each category an organisation offers or needs: one, and one more for each step of urgency."""
    found: dict[UUID, list[int]] = {}
    for one in held:
        if one.organisation_id not in standing.organisations:
            findings.append(Finding("match-organisation-gone", {"number": one.number}, "warning"))
            continue
        if one.category not in categories:
            words = {"number": one.number, "category": one.category, "known": ", ".join(categories) or "—"}
            findings.append(Finding("match-unknown-category", words))
            continue
        row = found.setdefault(one.organisation_id, [0] * len(categories))
        at = categories.index(one.category)
        row[at] = max(row[at], 1 + getattr(one, "urgency", 0))
    return found


def _capacity(offers: Iterable[Offer], spec: PairingSpec) -> dict[UUID, int]:
    """How many recipients a supporter takes: the most that any of its offers says, else what the rules say."""
    said: dict[UUID, list[int]] = defaultdict(list)
    for one in offers:
        said[one.organisation_id] += [] if one.capacity is None else [one.capacity]
    return {root: max(each, default=spec.takes) for root, each in said.items()}


def _members(standing: Standing, spec: PairingSpec, findings: list[Finding]) -> list[UUID] | None:
    if not spec.roster:
        return None
    members = standing.members(spec.roster)
    if members is None:
        findings.append(Finding("match-no-roster", {"roster": spec.roster}))
        return []
    findings += listed_twice(spec, standing)
    return list(members)


def listed_twice(spec: PairingSpec, standing: Standing) -> list[Finding]:
    """Who stands on the roster more than once, which counts once."""
    known = standing.organisations
    twice = sorted(known[root].number for root in standing.twice(spec.roster) if root in known)
    words: dict[str, Word] = {"roster": spec.roster, "count": len(twice), "members": ", ".join(twice[:8])}
    return [Finding("match-listed-twice", words, "warning")] if twice else []


def _ordered(standing: Standing, roots: Iterable[UUID]) -> list[UUID]:
    known = standing.organisations
    return sorted((root for root in roots if root in known), key=lambda root: known[root].number)


def _present(standing: Standing, programme: UUID, numbers: Mapping[UUID, str]) -> set[Pair]:
    """Those who work together now. Who is no longer listed bears the organisation's number, so that it can be told."""

    def number(root: UUID) -> str:
        if root in numbers:
            return numbers[root]
        known = standing.organisations.get(root)
        return known.number if known else str(root)

    return {(number(one), number(other)) for one, other in standing.together(programme)}
