"""Year after year: which of the pairs that stand go on, which part, why, and who comes instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from concentric.match.instances import Instance, Pair
from concentric.match.scores import Scores
from concentric.match.sending import holder


@dataclass(frozen=True)
class Change:
    """One pair that stands and is not made again. The words for `why` are `match-change-<why>`.

    `worth` is what it would bring, with the points for staying together; None where it can't be made any more.
    """

    supporter: str
    recipient: str
    why: str
    worth: int | None = None


@dataclass(frozen=True)
class Turn:
    """What a re-pairing made of what stood: how many pairs stood, how many go on, and each that parts.

    `arrived` counts recipients that had nobody and now have somebody, `more` the new pairs of those that had.
    """

    stood: int
    kept: int
    parted: tuple[Change, ...]
    arrived: int
    more: int


def stood(instance: Instance) -> set[Pair]:
    """The pairs that stand when a run begins, also those of which a side has left; of commissioners by their posts."""
    sent = instance.spec.kind == "commissioner"
    return {(holder(s) if sent else s, r) for s, r in instance.rules.last_year}


def turn(instance: Instance, pairs: Iterable[Pair], scores: Scores) -> Turn:
    """Every standing pair that is not made again, and why: somebody left, a rule forbids it, or better was found."""
    sent = instance.spec.kind == "commissioner"
    listed = {holder(s) if sent else s: s for s in reversed(instance.supporters.ids)}
    others, made, before = set(instance.recipients.ids), set(pairs), stood(instance)
    away = {(holder(s) if sent else s, r) for s, r in instance.rules.forbidden}
    now: dict[str, list[str]] = {}
    for supporter, recipient in sorted(made):
        now.setdefault(recipient, []).append(supporter)
    gone = sorted(before - made)
    worths = _worths(instance, scores, [(listed.get(s, ""), r) for s, r in gone])
    parted = []
    for (supporter, recipient), worth in zip(gone, worths, strict=True):
        if recipient not in others:
            why = "recipient-left"
        elif supporter not in listed:
            why = "post-vacant" if sent else "supporter-left"
        elif (supporter, recipient) in away:
            why = "forbidden"
        elif all((each, recipient) in before for each in now.get(recipient, ("",))):
            why = "full"
        else:
            why = "better"
        parted.append(Change(supporter, recipient, why, worth))
    had = {recipient for _, recipient in before}
    new = made - before
    arrived = {recipient for _, recipient in new if recipient not in had}
    return Turn(
        stood=len(before),
        kept=len(before & made),
        parted=tuple(parted),
        arrived=len(arrived),
        more=sum(recipient in had for _, recipient in new),
    )


def _worths(instance: Instance, scores: Scores, pairs: list[Pair]) -> list[int | None]:
    """What pairs would bring; None where it can't be made. Of commissioners without what the slot brings."""
    at = [(scores.supporter.get(s, -1), scores.recipient.get(r, -1)) for s, r in pairs]
    known = np.array([each for each in at if min(each) >= 0], np.int64).reshape(-1, 2)
    worths = scores.of(known[:, 0], known[:, 1]).tolist()
    if instance.spec.kind == "commissioner":
        bonus = instance.rules.weights[0]
        slots = [int(instance.supporters.categories[i][0]) for i in known[:, 0].tolist()]
        worths = [
            worth - bonus * slot if worth > scores.forbidden else worth
            for worth, slot in zip(worths, slots, strict=True)
        ]
    found = iter(worths)
    told = (next(found) if min(each) >= 0 else scores.forbidden for each in at)
    return [worth if worth > scores.forbidden else None for worth in told]


def as_plain(one: Turn) -> dict[str, Any]:
    """For a run's record: short, as a province may have a hundred thousand that part."""
    parted = [(each.supporter, each.recipient, each.why, each.worth) for each in one.parted]
    return {"stood": one.stood, "kept": one.kept, "arrived": one.arrived, "more": one.more, "parted": parted}
