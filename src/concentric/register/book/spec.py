"""What a programme book says, once it is known to be well formed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from concentric.core.terms.periods import Period, read_period
from concentric.core.terms.scripts import localized, to_traditional
from concentric.register.book.charts import ChartSpec
from concentric.register.book.clocks import CalendarSpec, DeadlineSpec, PlanSpec
from concentric.register.book.lines import LineMap
from concentric.register.book.lists import ListedSpec
from concentric.register.book.pairing import PairingSpec

Names = Mapping[str, str]
IndicatorSpec = Mapping[str, Any]
"""An indicator as the book writes it: its keys are known and of the right type; what they mean is `prove`'s to say."""

HUES = ("hz", "hq", "tj", "sl", "zt")  # the picture's hues; a test holds them to those that the picture can draw


@dataclass(frozen=True)
class CircleSpec:
    """One circle: a ring of the picture, `rank` 1 outermost."""

    code: str
    names: Names
    rank: int
    hue: str


@dataclass(frozen=True)
class ProgrammeSpec:
    """One programme: an arc. `reach` is measured against `base` or `target`; with neither, there is no roster yet."""

    code: str
    circle: str
    names: Names
    rank: int
    reach: str = ""
    base: str = ""
    target: Decimal | None = None


@dataclass(frozen=True)
class Book:
    """A book that was read without an error. `source` is its text, byte for byte; all codes it names exist in it.

    `place` and `period` are what is printed when nobody asks for another. `review` holds the outline by language,
    `lists` the place's own lists by the name of their tables (class, setting, category ...).
    """

    code: str
    title: Names
    place: str
    period: str
    time_zone: str
    currency: str
    suppress_below: int
    circles: dict[str, CircleSpec]
    programmes: dict[str, ProgrammeSpec]
    indicators: dict[str, IndicatorSpec]
    review: dict[str, str]
    source: str
    lines: LineMap = field(repr=False, compare=False)
    charts: dict[str, ChartSpec] = field(default_factory=dict)
    calendar: CalendarSpec = field(default_factory=CalendarSpec)
    deadlines: dict[str, DeadlineSpec] = field(default_factory=dict)
    plans: dict[str, PlanSpec] = field(default_factory=dict)
    lists: dict[str, dict[str, ListedSpec]] = field(default_factory=dict)
    pairings: dict[str, PairingSpec] = field(default_factory=dict)

    def when(self) -> Period:
        """The period that is printed when none is asked for."""
        return read_period(self.period)

    def working_days(self, step: str, kind: str, urgency: str = "normal") -> int | None:
        """Within how many working days a case of this kind takes a step; the urgency's own deadline goes first.

        None where the book sets none.
        """
        set_ = {
            one.urgency: one.working_days for one in self.deadlines.values() if (one.kind, one.step) == (kind, step)
        }
        return set_.get(urgency, set_.get(""))

    def rings(self) -> list[tuple[CircleSpec, list[ProgrammeSpec]]]:
        """The circles from the outermost in, each with its programmes in their order."""
        found = []
        for circle in sorted(self.circles.values(), key=lambda one: one.rank):
            mine = [one for one in self.programmes.values() if one.circle == circle.code]
            found.append((circle, sorted(mine, key=lambda one: one.rank)))
        return found

    def unit(self, code: str, lang: str) -> str:
        """The unit that is printed after the indicator's number; an ISO code for money; empty where there is none."""
        unit = self.indicators[code].get("unit", "")
        return unit if isinstance(unit, str) else localized(unit, lang)

    def place_name(self, code: str, entered: str, lang: str) -> str:
        """What a place is called in `lang` by the book; as it was `entered` in its own language, or where none is."""
        named = self.lists.get("place", {}).get(code)
        return entered if named is None or lang == "zh-Hans" else localized(named.names, lang)

    def outline(self, lang: str) -> str:
        """The review's outline in `lang`; Traditional is made from Simplified. Empty where the book has none."""
        if lang in self.review:
            return self.review[lang]
        return to_traditional(self.review.get("zh-Hans", "")) if lang == "zh-Hant" else ""
