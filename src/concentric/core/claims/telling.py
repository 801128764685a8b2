"""Numbers of which it is known beforehand what they are: a known sentence says so, or the headings of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from concentric.core.claims.catalogue import Figure
from concentric.core.claims.found import Found
from concentric.core.claims.headings import Headings, Meant, told_in
from concentric.core.claims.intervals import interval
from concentric.core.claims.kin import Kin
from concentric.core.claims.link import Candidate, fits
from concentric.core.claims.numerals import Numeral
from concentric.core.claims.reading import NoClaim, Reading
from concentric.core.claims.sayings import Sayings, slots
from concentric.core.claims.tables import Row
from concentric.core.claims.years import When

_PLAIN = re.compile(r"\d[\d,]*(?:\.\d+)?")
_HAN = re.compile("[\u3400-\u9fff]")


@dataclass(frozen=True)
class Told:
    """The figure that a number is, whether the number is how much that changed, and whether its year is known, too."""

    figure: Figure
    change: bool = False
    dated: bool = False


class Telling:
    """Known sentences and the names of tables over a catalogue."""

    def __init__(self, figures: Sequence[Figure], sayings: Sayings, kin: Kin) -> None:
        self.figures = {figure.id: figure for figure in figures}
        self.headings = Headings(figures, sayings.rows)
        self.sayings = sayings
        self.kin = kin

    def of(
        self, text: str, found: Found, rows: Sequence[Row], places: re.Pattern[str] | None = None
    ) -> tuple[Found, dict[int, Told]]:
        """The text's numbers, bare ones of which it is known what they count among them; and what is known, by place."""
        spoken = self.sayings.of(text, found.readings, found.others, places)
        said = {start: Meant(*told) for start, told in spoken.items()}
        if rows:
            starts = sorted(at for _, _, at in slots(found.readings, found.others))
            said |= told_in(self.headings.of(text, rows), starts)
        told = {
            start: Told(self.figures[one.figure], one.change, one.dated)
            for start, one in said.items()
            if one.figure in self.figures
        }
        if not said:
            return found, {}
        beside = [one for one in found.readings if one.start in said and not said[one.start].figure and _is_plain(one)]
        others = [NoClaim(one.start, one.end, "column") for one in beside]
        readings = [_counted(text, one, told.get(one.start)) for one in found.readings if one not in beside]
        for one in found.others:
            reading = _read(text, one) if one.reason == "bare" and one.start in told else None
            if reading is None:
                others.append(one)
            else:
                readings.append(reading)
        others.sort(key=lambda one: one.start)
        return Found(sorted(readings, key=lambda one: one.start), others), told

    def candidate(self, told: Told, when: When, others: Sequence[Candidate]) -> Candidate:
        """The figure as the first to choose: of the year that is spoken of, where it is known for that year."""
        figure, year = told.figure, when.year
        timely = True
        # "On the year before" is what a change is compared with, not when it was.
        hows = ("said",) if told.change else ("said", "text", "before", "last")
        if not told.dated and when.how in hows and year and figure.years[0]:
            first, last = figure.years
            if not first <= year <= last:
                other = self.kin.earlier(figure) if year < first else self.kin.later(figure)
                fitting = other is not None and other.years[0] <= year <= other.years[1]
                figure = other if fitting and other is not None else figure
                timely = fitting or when.how == "text"
        score = max((one.score for one in others), default=0.0) or 1.0
        return Candidate(figure, score, 1.0, 1.0, 1.0, 1.0, figure.names[0], timely, told=True)


def misfits(reading: Reading, figure: Figure) -> bool:
    """Whether a number comes in a unit that its figure isn't in: people for person-times, dollars for yuan."""
    if reading.change and figure.unit_class == "percent":
        return reading.unit_class != "points"
    if {reading.unit_class, figure.unit_class} == {"people", "person_times"}:
        return True
    return fits(reading, figure.unit_class, figure.unit) == 0.0


def _is_plain(one: Reading) -> bool:
    """Whether a number only counts something or measures time, as columns beside a figure do."""
    return one.unit_class in ("count", "time") and (one.loose or one.unit_class == "time")


def _counted(text: str, one: Reading, told: Told | None) -> Reading:
    """154 points of a score are counted, and are no percentage points."""
    if told is None or one.unit_class != "points" or told.figure.unit_class != "count" or one.value is None:
        return one
    word = text[one.start : one.end].rpartition(" ")[2].lower()
    if word not in (unit.lower() for unit in (told.figure.unit, *told.figure.units)):
        return one
    return replace(one, unit=word, unit_class="count", interval=interval(Numeral(one.value), one.hedge, "count"))


def _read(text: str, one: NoClaim) -> Reading | None:
    """A number with nothing beside it, as a count of what it is known to count."""
    digits = text[one.start : one.end]
    if not _PLAIN.fullmatch(digits):
        return None
    value = Decimal(digits.replace(",", ""))
    span = interval(Numeral(value, len(digits.partition(".")[2])), "", "count")
    line = text[text.rfind("\n", 0, one.start) + 1 : one.start + 40]
    lang = "zh" if _HAN.search(line) else "en"
    return Reading(one.start, one.end, value, span, "", "count", loose=True, whole=(one.start, one.end), lang=lang)
