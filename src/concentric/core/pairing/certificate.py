"""What proves a pairing: its pairs, and whole prices. Read `check.py` for what the prices prove."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from concentric.core.terms.findings import Finding

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Certificate:
    """Pairs as (supporter, recipient) indices in the caller's order, ordered by recipient; a price for each supporter.

    `miss` is what a recipient without any partner costs in the proof. `quota_price` has one price for each quota:
    at least 0 where it says "at most", at most 0 where it says "at least".
    """

    pairs: Ints
    price: Ints
    miss: int
    quota_price: Ints = field(default_factory=lambda: np.zeros(0, np.int64))


@dataclass(frozen=True)
class Verdict:
    """What a certificate shows. `gap` is by how much, at most, any pairing could be better."""

    says: str  # "optimal", "gap" or "wrong"
    covered: int = 0
    benefit: int = 0
    bound: int = 0
    gap: int = 0
    coverage_proved: bool = False
    wrong: str = ""  # the key of the words for what is wrong
    at: tuple[tuple[str, Any], ...] = ()  # and where


@dataclass(frozen=True)
class Progress:
    """Where a search stands. `gap` is by how much, at most, any pairing could be worth more than the present one."""

    stage: str  # "coarse" or "exact"
    round: int
    seconds: float
    edges: int
    covered: int
    benefit: int
    gap: int


@dataclass(frozen=True)
class Assignment:
    """The result of `assign`. Coverage first, then benefit; `gap` is 0 when it is proved to be the best."""

    pairs: Ints
    covered: int
    benefit: int
    price: Ints
    gap: int
    certificate: Certificate


@dataclass(frozen=True)
class Pairing:
    """The result of `pair`. `pairs` are (supporter, recipient) positions as given, ordered by recipient.

    `gap` is by how much, at most, another pairing could be worth more, where a recipient more counts `miss`; 0 is
    proved the best. `findings` are notices: what was assumed. `stopped` says that the caller ended the search early.
    """

    pairs: Ints
    worth: Ints  # the benefit of each pair
    covered: int
    benefit: int
    price: Ints
    gap: int
    certificate: Certificate
    rounds: int
    edges: int
    stopped: bool = False
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Explanation:
    """One pair in points. `parts` names what brought them; a next best one is a position and its benefit, or None."""

    supporter: int
    recipient: int
    parts: dict[str, int]
    categories: dict[int, int]  # points by category, only those that brought some
    worth: int
    next_supporter: tuple[int, int] | None
    next_recipient: tuple[int, int] | None


@dataclass(frozen=True)
class Forced:
    """What forcing a pair costs the whole, in points, where a recipient less counts `miss` of the certificate.

    Below 0 where the whole gains, which it can only where the two break a rule (forbidden, apart, under the minimum).
    `moved` are recipients with their partners before and after; `lost` those that would have nobody any more.
    """

    at_least: int
    exactly: int | None = None
    covered_less: int = 0
    moved: tuple[tuple[int, tuple[int, ...], tuple[int, ...]], ...] = ()
    lost: tuple[int, ...] = ()
