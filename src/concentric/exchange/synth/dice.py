"""Chance that falls the same way for the same seed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from typing import TypeVar
from zoneinfo import ZoneInfo

T = TypeVar("T")
ZONE = ZoneInfo("Asia/Shanghai")


def dice(seed: int, stem: str) -> Random:
    """A stream of its own for each part, so that a change in one part leaves the others as they were."""
    return Random(f"{seed}:{stem}")  # noqa: S311 - example data, no secret


def partition(rng: Random, total: int, parts: int, *, low: int, high: int, step: int = 1) -> list[int]:
    """`parts` numbers from `low` to `high` that add up to exactly `total`: multiples of `step`, but for one.

    What `total` is over a multiple of `step` falls to the smallest. ValueError when there are no such numbers.
    """
    over = total % step
    total -= over
    if parts == 0 or not parts * low <= total <= parts * high or low % step or high % step:
        raise ValueError(f"{total} does not fall into {parts} parts of {low} to {high} by {step}")
    found: list[int] = []
    for left in range(parts, 0, -1):
        rest = total - sum(found)
        least = max(low, rest - (left - 1) * high)
        most = min(high, rest - (left - 1) * low)
        # Around the mean of what is left, so that no part ends up at a bound only because it is the last.
        mean = rest / left
        drawn = step * round(rng.triangular(least, most, min(max(mean, least), most)) / step)
        found.append(min(max(drawn, least), most))
    found[found.index(min(found))] += over
    rng.shuffle(found)
    return found


def workday(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= 5 else 0)


def between(rng: Random, first: date, last: date) -> date:
    """A day from `first` to `last`, both included; `first` when they are the wrong way round."""
    return first + timedelta(days=rng.randint(0, max(0, (last - first).days)))


def office_hours(rng: Random, day: date) -> datetime:
    """A minute of the office's working day."""
    return datetime.combine(day, time(rng.choice((8, 9, 10, 14, 15, 16)), rng.randint(0, 59)), tzinfo=ZONE)


def distinct(rng: Random, firsts: Sequence[str], seconds: Sequence[str], count: int) -> list[str]:
    """`count` different joins of a first and a second word, in the order they were drawn."""
    return rng.sample([first + second for first in firsts for second in seconds if first != second], count)
