"""Quotas as trees of groups, one tree a side: then pairing stays a flow, and its prices still prove it.

Two groups of a side have to be nested or apart. Groups that overlap in part leave the network, where whole pairs and
exact prices can't be had together; they are refused with both names.
"""

from __future__ import annotations

from dataclasses import dataclass
from numbers import Integral

import numpy as np

from concentric.core.pairing.certificate import Ints
from concentric.core.pairing.checking import Checking
from concentric.core.pairing.rules import Quota, Rules
from concentric.core.pairing.sides import Side

UNLIMITED = np.int64(1) << 40
LARGE = 1 << 28
"""A quota of at most this is no limit: there never are as many pairs."""


@dataclass(frozen=True)
class Tree:
    """Groups of one side. `quota` is each group's position in the rules, `parent` and `leaf` are -1 for the whole side.

    Positions are the caller's until `sorted_by`; `most` and `least` are what pinned pairs leave of the quotas.
    """

    quota: Ints
    parent: Ints
    most: Ints
    least: Ints
    leaf: Ints

    def sorted_by(self, order: Ints) -> Tree:
        """The same groups for organisations in another order."""
        return Tree(self.quota, self.parent, self.most, self.least, self.leaf[order])

    def within(self, leaf: int) -> list[int]:
        """A group and all those around it."""
        found = []
        while leaf >= 0:
            found.append(leaf)
            leaf = int(self.parent[leaf])
        return found


def tree_of(check: Checking, rules: Rules, side: Side, places: Ints, name: str, pinned: Ints) -> Tree:
    """The groups of one side, from the largest to the smallest, by codes of places as the caller ordered them.

    `pinned` are positions of pinned organisations.
    """
    known = {id_: n for n, id_ in enumerate(side.ids)}
    codes = np.char.mod("%06d", places) if len(side) else np.zeros(0, str)
    groups: list[tuple[int, Quota, Ints]] = []
    for at, quota in enumerate(rules.quotas):
        if quota.side == name:
            members = _members(check, quota, known, codes)
            if members.size:
                groups.append((at, quota, members))
    groups.sort(key=lambda each: (-each[2].size, each[1].name, each[0]))
    leaf = np.full(len(side), -1, np.int64)
    parent = np.full(len(groups), -1, np.int64)
    for n, (_, quota, members) in enumerate(groups):
        around = np.unique(leaf[members])
        if around.size > 1:
            other = groups[int(around.max())][1]
            check.error("pairing-quotas-overlap", name=quota.name, other=other.name)
            continue
        parent[n] = around[0]
        leaf[members] = n
    most = np.array(
        [UNLIMITED if q.at_most is None or q.at_most >= LARGE else q.at_most for _, q, _ in groups], np.int64
    )
    least = np.array([min(q.at_least or 0, LARGE) for _, q, _ in groups], np.int64)
    for n, (_, quota, members) in enumerate(groups):
        already = int(np.isin(pinned, members).sum())
        if already > most[n]:
            check.error("pairing-pinned-over-quota", name=quota.name, most=int(most[n]), count=already)
        most[n] -= already if most[n] < UNLIMITED else 0
        least[n] = max(0, least[n] - already)
    return Tree(np.array([at for at, _, _ in groups], np.int64), parent, most, least, leaf)


def _members(check: Checking, quota: Quota, known: dict[str, int], codes: np.ndarray) -> Ints:
    none = np.zeros(0, np.int64)
    bounds = [each for each in (quota.at_most, quota.at_least) if each is not None]
    if not bounds or not all(isinstance(each, Integral) for each in bounds) or min(bounds) < 0:
        check.error("pairing-quota-bounds", name=quota.name)
        return none
    if quota.at_most is not None and (quota.at_least or 0) > quota.at_most:
        check.error("pairing-quota-crossed", name=quota.name, most=quota.at_most, least=quota.at_least or 0)
        return none
    if quota.place:
        members = np.flatnonzero(np.char.startswith(codes, quota.place))
    else:
        strangers = sorted(set(quota.members) - set(known))
        if strangers:
            check.error("pairing-quota-stranger", name=quota.name, id=strangers[0])
            return none
        members = np.array(sorted(known[id_] for id_ in set(quota.members)), np.int64)
    if not members.size:
        if quota.at_least:
            check.error("pairing-quota-empty", name=quota.name)
        else:
            check.notice("pairing-quota-empty", name=quota.name)
    return members.astype(np.int64)


def check_sides(check: Checking, rules: Rules) -> None:
    """A quota belongs to one side, and its name to one quota."""
    names: set[str] = set()
    for quota in rules.quotas:
        if quota.side not in ("supporters", "recipients"):
            check.error("pairing-quota-side", name=quota.name)
        if quota.name in names:
            check.error("pairing-quota-twice", name=quota.name)
        names.add(quota.name)
