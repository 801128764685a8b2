"""Year after year: which of the pairs that stand go on, which part, why, and who comes instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from concentric.match.instances import Instance, Pair
from concentric.match.scores import Scores
from concentric.match.sending import holder


@dataclass(frozen=True)
class Change:
    """One pair that stands and is not made again. `why` is the key of the words; `now` who comes instead.

    `worth` is what it would bring, with the points for staying together; None where a side left.
    """

    supporter: str
    recipient: str
    why: str
    worth: int | None = None
    now: tuple[str, ...] = ()


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
    parted = []
    for supporter, recipient in sorted(before - made):
        instead = tuple(now.get(recipient, ()))
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
        worth = None
        if supporter in listed and recipient in others:
            parts = scores.parts((listed[supporter], recipient))
            worth = parts.total - (sum(points for _, points in parts.categories) if sent else 0)
        parted.append(Change(supporter, recipient, f"match-change-{why}", worth, instead))
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
