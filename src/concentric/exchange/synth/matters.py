"""What is kept, before it is rows: pairings and promises with everything that came of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass
class Pair:
    """A supporter and a village. `village_agreed` is the day the village agreed through its own account."""

    number: str
    supporter: str
    recipient: str
    batch: int
    proposed_on: date
    help_types: str
    office_agreed: date | None = None
    village_agreed: date | None = None
    declined: date | None = None
    verified_on: date | None = None


@dataclass
class Part:
    """A delivery and the words on it. `answer`: "" (nobody spoke), confirmed, nothing-came, disputed or noted.

    `noted` is a confirmation that the office typed: it leaves the delivery reported. `entered` and `heard` are the days
    on which the delivery and the word on it were entered; `checked` the day a verifier was there. `late`: the word
    came after the year's account was drawn up.
    """

    number: str
    on: date
    amount: int
    answer: str = ""
    received: int | None = None
    answered_on: date | None = None
    note: str = ""
    verified: int | None = None
    checked: date | None = None
    entered: date | None = None
    heard: date | None = None
    late: bool = False


@dataclass
class Promise:
    """A commitment: `amount` is money in `currency`, or a quantity in `unit`. `end`: "", lapsed or written-off."""

    number: str
    programme: str
    supporter: str
    recipient: str
    kind: str
    nature: str
    firmness: str
    amount: int
    currency: str
    unit: str
    committed_on: date
    due: date | None
    what: str
    parts: list[Part] = field(default_factory=list)
    end: str = ""
    end_on: date | None = None
    end_note: str = ""
    again: bool = False
    """Whether it repeats another promise: the county entered a gift that a chamber had entered before."""


@dataclass(frozen=True)
class Ladder:
    """What a family of promises comes to at each rung, when the year's account is drawn up."""

    pledged: int
    reported: int
    confirmed: int
    verified: int

    def bands(self) -> tuple[int, int, int, int]:
        """What stops at each rung, from the strongest to the weakest: verified, confirmed, reported, pledged only."""
        return (
            self.verified,
            self.confirmed - self.verified,
            self.reported - self.confirmed,
            self.pledged - self.reported,
        )

    def less(self, *told: Promise) -> Ladder:
        """What is left for others when these promises are told one by one."""
        parts = [part for promise in told for part in promise.parts]
        heard = [part for part in parts if not part.late]
        return Ladder(
            self.pledged - sum(promise.amount for promise in told),
            self.reported - sum(part.amount for part in parts),
            self.confirmed - sum(part.received or 0 for part in heard),
            self.verified - sum(part.verified or 0 for part in heard),
        )


GIFTS = Ladder(10_680_000, 8_126_000, 6_548_000, 3_012_000)
JOBS = Ladder(1_860, 1_512, 1_304, 706)
TRAINING = Ladder(5_200, 4_730, 4_210, 2_050)
FINANCE = Ladder(36, 12, 0, 0)
CLINICS = Ladder(116, 110, 104, 61)
VILLAGES = Ladder(133, 130, 126, 84)
