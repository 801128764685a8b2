"""When things are entered: the office by month and quarter, recipients on days of their own, the verifier in rounds."""

from __future__ import annotations

from datetime import date, timedelta

from concentric.exchange.synth.dice import between, dice, workday
from concentric.exchange.synth.matters import Pair, Part, Promise

YEAR_END = date(2021, 12, 31)
COMMITMENTS = (
    date(2021, 5, 6),
    date(2021, 6, 4),
    date(2021, 7, 5),
    date(2021, 8, 5),
    date(2021, 9, 6),
    date(2021, 10, 11),
    date(2021, 11, 4),
    date(2021, 12, 6),
)
DELIVERIES = (date(2021, 7, 8), date(2021, 10, 12), date(2021, 12, 21), date(2022, 1, 13))
AGREEMENTS = (date(2021, 5, 18), date(2021, 7, 20), date(2021, 10, 14), date(2021, 12, 14))
ROUNDS = (date(2021, 12, 2), date(2022, 1, 27))
ENDS = date(2021, 12, 15)
COUNTY = date(2021, 10, 20)
"""The day on which a county's own workbook is entered."""
EDITION = date(2022, 1, 28)
LATE = date(2022, 2, 22)
"""The day on which two villages answer that had not answered when the review was published."""


def entered_on(days: tuple[date, ...], day: date) -> date:
    """The first of `days` on or after `day`. ValueError when there is none."""
    for found in days:
        if found >= day:
            return found
    raise ValueError(f"nothing is entered after {day}")


class Visits:
    """The days on which a recipient sits down to answer: one in autumn, one in January, for some one in summer too."""

    def __init__(self, seed: int, recipient: str) -> None:
        rng = dice(seed, f"visits {recipient}")
        days = [
            workday(between(rng, date(2021, 10, 18), date(2021, 11, 26))),
            workday(between(rng, date(2022, 1, 14), date(2022, 1, 24))),
        ]
        if rng.random() < 0.2:
            days.insert(0, workday(between(rng, date(2021, 7, 26), date(2021, 8, 20))))
        self.days = tuple(days)
        self.rng = rng

    def after(self, day: date) -> date:
        """The first visit after `day`."""
        return entered_on(self.days, day + timedelta(days=1))


def settle(seed: int, pairs: list[Pair], promises: list[Promise]) -> dict[tuple[str, date], list[Pair | Part]]:
    """Set the days of entering, answering and verifying. Returns what each recipient says on each of its days."""
    said: dict[tuple[str, date], list[Pair | Part]] = {}
    visits: dict[str, Visits] = {}

    def visited(recipient: str) -> Visits:
        return visits.setdefault(recipient, Visits(seed, recipient))

    rng = dice(seed, "rounds")
    for pair in pairs:
        if pair.village_agreed is None and pair.declined is None:
            continue
        known = AGREEMENTS[pair.batch - 1]
        heard = visited(pair.recipient).after(known)
        said.setdefault((pair.recipient, heard), []).append(pair)
        if pair.verified_on is not None:
            round_ = entered_on(ROUNDS, heard + timedelta(days=1))
            pair.verified_on = workday(
                between(rng, max(heard, round_ - timedelta(days=14)), round_ - timedelta(days=2))
            )
    for promise in promises:
        for part in promise.parts:
            part.entered = COUNTY if promise.again else entered_on(DELIVERIES, max(part.on, _known(promise)))
            if part.answer in ("", "noted"):
                continue
            visit = visited(promise.recipient)
            part.heard = LATE if part.late else visit.after(part.entered)
            part.answered_on = between(
                visit.rng, part.on + timedelta(days=1), min(part.heard, part.on + timedelta(days=25))
            )
            said.setdefault((promise.recipient, part.heard), []).append(part)
            if part.verified is not None:
                round_ = entered_on(ROUNDS, part.heard + timedelta(days=1))
                first = max(part.heard, round_ - timedelta(days=14))
                part.checked = workday(between(rng, first, round_ - timedelta(days=2)))
    return said


def _known(promise: Promise) -> date:
    return entered_on(COMMITMENTS, promise.committed_on)
