"""Year after year: how much staying together has to count. What a re-pairing changes is told by `changes`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from concentric.core import pairing as engine
from concentric.core.pairing import CannotPair
from concentric.match.changes import stood
from concentric.match.instances import Instance, Pair
from concentric.match.runs import Asked, Found
from concentric.match.sending import holder

MOST_BONUS = 1 << 20
"""Points for staying together that are tried at most; more than any other rule can weigh."""


@dataclass(frozen=True)
class Kept:
    """The question with the smallest bonus found, how many present pairs it keeps, and of how many."""

    asked: Asked
    bonus: int
    kept: int
    of: int


def with_bonus(asked: Asked, bonus: int) -> Asked:
    """The same question with other points for staying together."""
    return replace(asked, spec=replace(asked.spec, continuity=bonus))


def present(instance: Instance) -> set[Pair]:
    """Pairs that stand and both of whose sides are still listed; of commissioners by their posts."""
    sent = instance.spec.kind == "commissioner"
    one = {holder(s) if sent else s for s in instance.supporters.ids}
    other = set(instance.recipients.ids)
    return {(s, r) for s, r in stood(instance) if s in one and r in other}


def kept_by(found: Found) -> int:
    """How many standing pairs a pairing makes again."""
    instance = found.instance
    return engine.kept(found.pairing, instance.supporters, instance.recipients, instance.rules)


def smallest_bonus(asked: Asked, wished: int) -> Kept:
    """The fewest points for staying together that keep so many of the standing pairs; some twenty searches.

    Where not even the greatest bonus keeps so many, the fewest points that keep as many as can be kept.
    """
    instance = asked.instance()
    sides = (instance.supporters, instance.recipients, instance.rules)
    try:
        bonus, found = engine.smallest_continuity(*sides, wished, centres=instance.centres, most=MOST_BONUS)
    except CannotPair as refused:
        raise CannotPair([*instance.findings, *refused.findings]) from None
    return Kept(with_bonus(asked, bonus), bonus, engine.kept(found, *sides), len(present(instance)))
