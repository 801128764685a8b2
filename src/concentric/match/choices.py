"""Other choices than a run's: what each would cost the whole, and who would lose their partner by it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from concentric.core.pairing import CannotPair, cost_of_forcing
from concentric.match.instances import Pair
from concentric.match.runs import Found, find

EXACT_UP_TO = 60_000
"""Possible pairs up to which a choice is tried out; beyond, the prices' "at least" has to do."""
NEXT = 3
"""How many are named as next best."""


@dataclass(frozen=True)
class Trial:
    """A pairing tried out beside another: what it costs in points and in recipients covered, and what changes."""

    found: Found
    cost: int
    uncovered: int
    gone: tuple[Pair, ...]
    new: tuple[Pair, ...]

    @property
    def losers(self) -> tuple[str, ...]:
        """Recipients that would have nobody any more."""
        left = {recipient for _, recipient, _ in self.found.pairs}
        return tuple(sorted({recipient for _, recipient in self.gone} - left))


@dataclass(frozen=True)
class Choice:
    """One other partner: what the pair is worth, what choosing it costs at least, and exactly where it was tried."""

    supporter: str
    recipient: str
    worth: int
    at_least: int
    trial: Trial | None = None


def tried(found: Found, pinned: tuple[Pair, ...] = (), forbidden: tuple[Pair, ...] = ()) -> Trial:
    """The same problem with more pairs set by hand, compared. CannotPair where the rules don't allow it."""
    rules = found.instance.rules
    pins = tuple(sorted({*(set(rules.pinned) - set(forbidden)), *pinned}))
    bans = tuple(sorted({*(set(rules.forbidden) - set(pinned)), *forbidden}))
    instance = replace(found.instance, rules=replace(rules, pinned=pins, forbidden=bans))
    asked = replace(
        found.asked,
        pinned=tuple(sorted({*(set(found.asked.pinned) - set(forbidden)), *pinned})),
        forbidden=tuple(sorted({*(set(found.asked.forbidden) - set(pinned)), *forbidden})),
    )
    return compared(found, find(asked, instance=instance))


def compared(before: Found, after: Found) -> Trial:
    """What another pairing changes."""
    old, new = ({(s, r) for s, r, _ in one.pairs} for one in (before, after))
    return Trial(
        after,
        cost=before.benefit - after.benefit,
        uncovered=len(after.lone) - len(before.lone),
        gone=tuple(sorted(old - new)),
        new=tuple(sorted(new - old)),
    )


def for_recipient(found: Found, recipient: str, *, exact: bool = True) -> list[Choice]:
    """The next best supporters of a recipient: those whom the prices make the cheapest choice."""
    scores = found.scores
    worth = scores.column(scores.recipient[recipient])
    made = {supporter for supporter, other, _ in found.pairs if other == recipient}
    ids = found.instance.supporters.ids
    order = np.argsort(found.pairing.price - worth, kind="stable").tolist()
    others = [i for i in order if worth[i] > scores.forbidden and ids[i] not in made][:NEXT]
    return [_choice(found, (ids[i], recipient), int(worth[i]), exact=exact) for i in others]


def for_supporter(found: Found, supporter: str, *, exact: bool = True) -> list[Choice]:
    """The next best recipients of a supporter, by what the pair is worth."""
    scores = found.scores
    worth = scores.row(scores.supporter[supporter])
    made = {other for one, other, _ in found.pairs if one == supporter}
    ids = found.instance.recipients.ids
    order = np.argsort(-worth, kind="stable").tolist()
    others = [j for j in order if worth[j] > scores.forbidden and ids[j] not in made][:NEXT]
    return [_choice(found, (supporter, ids[j]), int(worth[j]), exact=exact) for j in others]


def _choice(found: Found, pair: Pair, worth: int, *, exact: bool) -> Choice:
    instance, trial = found.instance, None
    at = (found.scores.supporter[pair[0]], found.scores.recipient[pair[1]])
    sides = (instance.supporters, instance.recipients, instance.rules)
    at_least = cost_of_forcing(found.pairing, *sides, at, centres=instance.centres, exactly=False).at_least
    if exact and len(instance.supporters) * len(instance.recipients) <= EXACT_UP_TO:
        try:
            trial = tried(found, pinned=(pair,))
        except CannotPair:
            trial = None
    return Choice(*pair, worth, at_least, trial)
