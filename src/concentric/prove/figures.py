"""A figure: an indicator for a place and a period at a position of the ledger.

Zero, unknown and not applicable are three states.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any, Literal

from concentric.core.courses import RUNGS
from concentric.core.terms.findings import Refused
from concentric.core.terms.periods import Period
from concentric.lake.engines import engine_at
from concentric.lake.snapshot import Engine
from concentric.ledger.fields import plain
from concentric.prove.counting import LISTED
from concentric.prove.indicators import Count, Coverage, Indicator, Names, Outside, Ratio, indicators_of
from concentric.prove.outside import latest_statistic
from concentric.prove.settling import settle_all
from concentric.prove.tally import Tally, cover, tally
from concentric.register.book import Book

State = Literal["value", "unknown", "not_applicable"]
PLACES = 10
"""Decimals of a quotient. Cut, not rounded: rounding half up to fewer then prints what the exact quotient would."""

_EXACT = Context(prec=60)


class NoSuchIndicator(Refused):
    """The book has no indicator of that code."""


@dataclass(frozen=True)
class Figure:
    """One value with its rungs and its parts. `value` is None unless `state` is "value"; `strength` names its rung.

    `rungs` holds the rungs that the view has; it is empty without a ladder, and where there is no value. For a ratio
    and a coverage `numerator` and `denominator` are the two exact totals (a coverage's: members covered, members on the
    roster). `row_count` is the number of evidence rows: of a ratio those of its numerator, of a coverage the members.
    `left_out` rows would have been summed were they not in another currency.
    """

    code: str
    state: State
    value: Decimal | None
    unit: str
    strength: str
    rungs: dict[str, Decimal | None]
    numerator: Decimal | None
    denominator: Decimal | None
    row_count: int
    period: str
    place: str
    position: int
    decimals: int = 0
    left_out: int = 0
    units: str | Names = field(default="", repr=False)

    def printed(self) -> Decimal | None:
        """A quotient with the decimals the book asks for, rounded half up; totals are exact and stay as they are."""
        if self.value is None or self.denominator is None:
            return self.value
        return self.value.quantize(Decimal(1).scaleb(-self.decimals), ROUND_HALF_UP)

    def as_json(self) -> dict[str, Any]:
        """The figure for programs. Decimals are strings: a JSON number may be read as a binary fraction."""
        return {
            "code": self.code,
            "state": self.state,
            "value": _text(self.value),
            "unit": self.unit,
            "strength": self.strength,
            "rungs": {rung: _text(value) for rung, value in self.rungs.items()},
            "numerator": _text(self.numerator),
            "denominator": _text(self.denominator),
            "row_count": self.row_count,
            "period": self.period,
            "place": self.place,
            "position": self.position,
        }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)


def figures(
    book: Book,
    *,
    period: Period,
    place: str | None = None,
    position: int | None = None,
    codes: Sequence[str] | None = None,
    engine: str | Engine = "duckdb",
    lang: str = "zh-Hans",
) -> list[Figure]:
    """The figures of a book, in its order or in that of `codes`.

    `place` is a code (none given: the book's own place; where it has none, everything). `position` None is now. One
    query for each view and distinct column, two for each coverage; the first call at a position builds the views.
    NoSuchIndicator for an unknown code, BadIndicator when the book wasn't checked; `lang` is that of the unit.
    """
    known = indicators_of(book)
    asked = list(known) if codes is None else list(codes)
    for code in asked:
        if code not in known:
            raise NoSuchIndicator("figures-no-such-indicator", value=code, known=", ".join(known))
    counter = Counter(book, engine_at(engine, position), period, place or book.place or None, lang)
    return counter.figures([known[code] for code in asked], known)


class Counter:
    """Computes figures of one book at one position, for one place and period."""

    def __init__(self, book: Book, engine: Engine, period: Period, place: str | None, lang: str) -> None:
        self.book = book
        self.engine = engine
        self.period = period
        self.place = place
        self.lang = lang

    def figures(self, asked: Iterable[Indicator], known: dict[str, Indicator]) -> list[Figure]:
        """The figures asked for; those that ratios are made of are computed along.

        Of each view that they count, the columns that any of the `known` reads are made at once.
        """
        asked = list(asked)
        wanted = with_parts(asked, known)
        reads = read_by(known.values())
        settle_all(self.engine, {view: reads[view] for view in read_by(wanted.values())})
        found = self.simple(wanted.values())
        for code, indicator in wanted.items():
            if isinstance(indicator.means, Ratio):
                found[code] = self.ratio(
                    indicator, found[indicator.means.numerator], found[indicator.means.denominator]
                )
        return [found[indicator.code] for indicator in asked]

    def simple(self, wanted: Iterable[Indicator]) -> dict[str, Figure]:
        """Every figure that is no ratio."""
        counts = [(one, one.means) for one in wanted if isinstance(one.means, Count)]
        tallies = tally(self.engine, [count for _, count in counts], self.period, self.place)
        found = {one.code: self.counted(one, count, held) for (one, count), held in zip(counts, tallies, strict=True)}
        for one in wanted:
            if isinstance(one.means, Coverage):
                found[one.code] = self.coverage(one, one.means)
            elif isinstance(one.means, Outside):
                found[one.code] = self.outside(one, one.means)
        return found

    def blank(self, indicator: Indicator, state: State = "unknown", strength: str = "") -> Figure:
        """A figure without a value."""
        return Figure(
            code=indicator.code,
            state=state,
            value=None,
            unit=indicator.unit_in(self.lang),
            strength=strength,
            rungs={},
            numerator=None,
            denominator=None,
            row_count=0,
            period=self.period.code,
            place=self.place or "",
            position=self.engine.position,
            decimals=indicator.decimals,
            units=indicator.unit,
        )

    def counted(self, indicator: Indicator, count: Count, held: Tally) -> Figure:
        """Nothing counted is a true zero: the ledger holds everything there is to count."""
        return replace(
            self.blank(indicator, "value", count.headline),
            value=held.rungs[count.headline],
            rungs=_rungs(held.rungs),
            row_count=held.rows,
            left_out=held.left_out,
        )

    def coverage(self, indicator: Indicator, means: Coverage) -> Figure:
        """Unknown without a list that reaches back to the period; not applicable when the list is empty."""
        headline = means.counted.headline
        blank = self.blank(indicator, strength=headline)
        found = cover(self.engine, means, self.period, self.place)
        if found is None:
            return blank
        held, members = found
        return self.share(replace(blank, row_count=held.rows), held.rungs[headline], Decimal(members), held.rungs)

    def ratio(self, indicator: Indicator, numerator: Figure, denominator: Figure) -> Figure:
        """Each rung of the numerator over the denominator's printed value."""
        blank = self.blank(indicator, strength=numerator.strength)
        blank = replace(blank, row_count=numerator.row_count, left_out=numerator.left_out)
        if numerator.value is None or denominator.value is None:
            either: State = "unknown" if "unknown" in (numerator.state, denominator.state) else "not_applicable"
            return replace(blank, state=either, numerator=numerator.value, denominator=denominator.value)
        return self.share(blank, numerator.value, denominator.value, numerator.rungs)

    def share(
        self, blank: Figure, numerator: Decimal, denominator: Decimal, rungs: Mapping[str, Decimal | None]
    ) -> Figure:
        """Two exact totals divided once; not applicable over nothing."""
        figure = replace(blank, numerator=numerator, denominator=denominator)
        if denominator == 0:
            return replace(figure, state="not_applicable")
        percent = blank.units == "%"
        divided = {
            rung: None if value is None else quotient(value, denominator, percent) for rung, value in rungs.items()
        }
        return replace(figure, state="value", value=quotient(numerator, denominator, percent), rungs=_rungs(divided))

    def outside(self, indicator: Indicator, means: Outside) -> Figure:
        """The statistic that was published last for this place and period; unknown when there is none."""
        blank = self.blank(indicator)
        row = latest_statistic(self.engine, means.statistic, self.period, self.place, self.book.place)
        return blank if row is None else replace(blank, state="value", value=row.value, row_count=1)


def with_parts(asked: Iterable[Indicator], known: Mapping[str, Indicator]) -> dict[str, Indicator]:
    """By code the indicators asked for, and those that ratios among them are made of."""
    wanted: dict[str, Indicator] = {}
    for indicator in asked:
        wanted[indicator.code] = indicator
        if isinstance(indicator.means, Ratio):
            for code in (indicator.means.numerator, indicator.means.denominator):
                wanted.setdefault(code, known[code])
    return wanted


def read_by(indicators: Iterable[Indicator]) -> dict[str, set[str]]:
    """For each view that the indicators count, the columns that counting reads."""
    found: dict[str, set[str]] = defaultdict(set)
    for indicator in indicators:
        means = indicator.means
        if isinstance(means, Count | Coverage):
            counted = means.counted if isinstance(means, Coverage) else means
            found[counted.view.name] |= means.reads()
            if isinstance(means, Coverage):
                found["roster"].update(LISTED)
    return found


def quotient(numerator: Decimal, denominator: Decimal, percent: bool) -> Decimal:
    """numerator / denominator, times 100 for a percentage, cut to `PLACES` decimals."""
    whole = _EXACT.multiply(numerator, 100) if percent else numerator
    scaled = _EXACT.divide_int(_EXACT.multiply(whole, 10**PLACES), denominator)
    return Decimal(plain(scaled.scaleb(-PLACES, _EXACT)))


def _rungs(held: Mapping[str, Decimal | None]) -> dict[str, Decimal | None]:
    """The rungs there are. What has no ladder has none."""
    return {rung: held[rung] for rung in RUNGS if rung in held}
