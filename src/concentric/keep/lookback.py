"""What a draw found: for each stratum how many hold, with an exact interval, and an estimate of the whole."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from decimal import Decimal

from concentric.core import draws
from concentric.core.courses.follow_up import RESULTS
from concentric.core.estimates import Counted, Interval, interval, overall
from concentric.keep.models import Draw, FollowUp, Frame
from concentric.ledger.models import Head

WAITING = ("planned", "asked")
STATES = (*RESULTS, "withdrawn", *WAITING)
"""Everything a follow-up that was drawn can have come to. All of them are in the denominator."""


@dataclass(frozen=True)
class Stratum:
    """One stratum: how many it holds, how many were drawn, what they came to, and what that says of all."""

    name: str
    size: int
    drawn: int
    states: dict[str, int]
    interval: Interval | None


@dataclass(frozen=True)
class Found:
    """What a draw found. `overall` is an estimate; None while a stratum has nothing drawn from it."""

    draw: Draw
    frame: Frame
    strata: list[Stratum]
    overall: Decimal | None

    @property
    def waiting(self) -> int:
        """How many have no result yet. Until then the share that holds can only grow."""
        return sum(stratum.states[state] for stratum in self.strata for state in WAITING)


def found(draw: Draw) -> Found:
    """What a draw has found as of now. Three queries."""
    frame: Frame = Frame.objects.in_force().get(root=draw.frame_id)
    roots = dict(FollowUp.objects.in_force().filter(draw_id=draw.root).values_list("root", "stratum"))
    states: dict[str, Counter[str]] = defaultdict(Counter)
    for root, state in Head.objects.filter(matter__in=list(roots)).values_list("matter", "state"):
        states[roots[root]][state] += 1
    strata = []
    counted = []
    for stratum in draws.read_frame(frame.items):
        came = states[stratum.name]
        # What was drawn is what the frame says, even if a follow-up was voided since.
        one = Counted(stratum.name, len(stratum.items), stratum.take, came["holds"])
        counted.append(one)
        strata.append(
            Stratum(one.stratum, one.size, one.drawn, {state: came[state] for state in STATES}, interval(one))
        )
    return Found(draw, frame, strata, overall(counted))


def repeats(draw: Draw, frame: Frame) -> bool:
    """Whether the frame and the public number give exactly what the draw says was chosen."""
    if draws.digest(frame.items) != frame.digest or draws.seed_of(frame.digest, draw.public_number) != draw.seed:
        return False
    return draws.chosen_text(draws.drawn(draws.read_frame(frame.items), draw.seed)) == draw.chosen
