"""Other choices than a run's: what each would cost the whole, and who would lose their partner by it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from concentric.core.pairing import CannotPair, cost_of_forcing
from concentric.match.instances import Pair
from concentric.match.loads import loads
from concentric.match.runs import Found, find
from concentric.match.sending import holder, sent_by_hand

EXACT_UP_TO = 60_000
"""Possible pairs up to which a choice is tried out; beyond, the prices' "at least" has to do."""
NEXT = 3
"""How many are named as next best."""


@dataclass(frozen=True)
class Trial:
    """A pairing tried out beside another: what it costs in points and in recipients covered, and what changes.

    Of commissioners `evened` says how the loads change: whether less even, and the least and the most that one has.
    """

    found: Found
    cost: int
    uncovered: int
    gone: tuple[Pair, ...]
    new: tuple[Pair, ...]
    evened: tuple[bool, int, int] | None = None

    @property
    def gain(self) -> int:
        """What it brings, where it costs less than nothing: a fuller or less even pairing can score more."""
        return -self.cost

    @property
    def losers(self) -> tuple[str, ...]:
        """Recipients that would have nobody any more."""
        left = {recipient for _, recipient, _ in self.found.pairs}
        return tuple(sorted({recipient for _, recipient in self.gone} - left))


@dataclass(frozen=True)
class Choice:
    """One other partner: what the pair is worth, what choosing it costs at least, and exactly where it was tried.

    `at_least` is None where prices say nothing of it: of commissioners, and of a pair that breaks a rule.
    """

    supporter: str
    recipient: str
    worth: int
    at_least: int | None
    trial: Trial | None = None

    @property
    def given_up(self) -> tuple[Pair, ...]:
        """Pairs of these two that make room; with several partners, it needn't be the one that was asked about."""
        gone = self.trial.gone if self.trial else ()
        return tuple(pair for pair in gone if pair[0] == self.supporter or pair[1] == self.recipient)

    @property
    def moved(self) -> tuple[str, ...]:
        """Other recipients that would have another partner, each once."""
        gone = self.trial.gone if self.trial else ()
        losers = self.trial.losers if self.trial else ()
        return tuple(sorted({r for _, r in gone} - {self.recipient, *losers}))


def tried(
    found: Found, pinned: tuple[Pair, ...] = (), forbidden: tuple[Pair, ...] = (), freed: tuple[Pair, ...] = ()
) -> Trial:
    """The same problem with more pairs set by hand, or `freed` again, compared. CannotPair where the rules don't allow.

    Of commissioners pairs are of a post and whom it serves.
    """
    asked = replace(
        found.asked,
        pinned=tuple(sorted({*(set(found.asked.pinned) - {*forbidden, *freed}), *pinned})),
        forbidden=tuple(sorted({*(set(found.asked.forbidden) - {*pinned, *freed}), *forbidden})),
    )
    if found.asked.spec.kind == "commissioner":
        instance = sent_by_hand(found.instance, asked.pinned, asked.forbidden)
    else:
        rules, spec = found.instance.rules, found.asked.spec
        # What the book sets can be overruled by hand; freed again, it is as the book has it.
        pins = {*(set(rules.pinned) - {*forbidden, *freed}), *pinned, *(set(spec.pinned) & set(freed))}
        bans = {*(set(rules.forbidden) - {*pinned, *freed}), *forbidden, *(set(spec.forbidden) & set(freed))}
        hand = replace(rules, pinned=tuple(sorted(pins)), forbidden=tuple(sorted(bans)))
        instance = replace(found.instance, rules=hand)
    return compared(found, find(asked, instance=instance, start=found.pairing))


def compared(before: Found, after: Found) -> Trial:
    """What another pairing changes."""
    old, new = ({(s, r) for s, r, _ in one.pairs} for one in (before, after))
    return Trial(
        after,
        cost=before.benefit - after.benefit,
        uncovered=len(after.lone) - len(before.lone),
        gone=tuple(sorted(old - new)),
        new=tuple(sorted(new - old)),
        evened=_evened(before, after) if before.asked.spec.kind == "commissioner" else None,
    )


def _evened(before: Found, after: Found) -> tuple[bool, int, int]:
    counts = [
        [len(each.members) for each in loads(one.instance, [(s, r) for s, r, _ in one.pairs])]
        for one in (before, after)
    ]
    squares = [sum(count * count for count in each) for each in counts]
    return squares[1] > squares[0], min(counts[1]), max(counts[1])


def for_recipient(found: Found, recipient: str, *, exact: bool = True) -> list[Choice]:
    """The next best supporters of a recipient: those whom the prices make the cheapest choice."""
    scores = found.scores
    worth = scores.column(scores.recipient[recipient])
    made = {supporter for supporter, other, _ in found.pairs if other == recipient}
    cost = found.pairing.price - worth
    order = np.argsort(cost, kind="stable").tolist()
    taken: dict[str, int] = {}
    for i in order:
        one = _who(found, i)
        if worth[i] > scores.forbidden and one not in made and one not in taken:
            taken[one] = i
            if len(taken) == NEXT:
                break
    j = scores.recipient[recipient]
    return [_choice(found, (one, recipient), (i, j), int(worth[i]), exact=exact) for one, i in taken.items()]


def for_supporter(found: Found, supporter: str, *, exact: bool = True) -> list[Choice]:
    """The next best recipients of a supporter, by what the pair is worth."""
    scores = found.scores
    i = next(n for n in range(len(found.instance.supporters)) if _who(found, n) == supporter)
    worth = scores.row(i)
    made = {other for one, other, _ in found.pairs if one == supporter}
    ids = found.instance.recipients.ids
    order = np.argsort(-worth, kind="stable").tolist()
    others = [j for j in order if worth[j] > scores.forbidden and ids[j] not in made][:NEXT]
    return [_choice(found, (supporter, ids[j]), (i, j), int(worth[j]), exact=exact) for j in others]


def _who(found: Found, i: int) -> str:
    """The supporter at a position; of commissioners the post that the slot belongs to."""
    id_ = found.instance.supporters.ids[i]
    return holder(id_) if found.asked.spec.kind == "commissioner" else id_


def _choice(found: Found, pair: Pair, at: tuple[int, int], worth: int, *, exact: bool) -> Choice:
    instance = found.instance
    trial: Trial | None = None
    at_least: int | None = None
    if found.asked.spec.kind == "commissioner":
        # A slot's price is mostly that of even loads: it says nothing of points. Its bonus is nobody's worth.
        worth -= instance.rules.weights[0] * int(instance.supporters.categories[at[0]][0])
    else:
        sides = (instance.supporters, instance.recipients, instance.rules)
        forced = cost_of_forcing(found.pairing, *sides, at, centres=instance.centres, exactly=False)
        at_least = forced.at_least if forced.at_least >= 0 else None
    if exact and len(instance.supporters) * len(instance.recipients) <= EXACT_UP_TO:
        try:
            trial = tried(found, pinned=(pair,))
        except CannotPair:
            trial = None
    return Choice(*pair, worth, at_least, trial)
