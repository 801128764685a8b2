"""Which references a chart stands on: a pure function of the book, the period, the place and the ledger's position.

So an edition need not keep its charts: their numbers are among its figures, and the rest follows again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from concentric.core.terms.periods import Period
from concentric.core.terms.scripts import localized
from concentric.core.terms.words import say
from concentric.prove.evidence import evidence
from concentric.prove.manuscript import Reference
from concentric.prove.references import ladder_of
from concentric.register.book import Book
from concentric.register.book.charts import MOST, ChartSpec
from concentric.register.models import Place

VALUE = "value"
_UNSAYABLE = re.compile('["“”„‘’{}\n\r]')  # can't stand in a reference; counted among the others


@dataclass(frozen=True)
class Grounds:
    """What a chart is planned on."""

    book: Book
    lang: str
    period: Period
    place: str
    position: int


@dataclass(frozen=True)
class Line:
    """One row of a chart: a reference for each of its columns (a rung, or "value"). `at` is latitude and longitude.

    `rest`: the row of what the others leave over, drawn only where there is any.
    """

    label: str
    refs: Mapping[str, Reference]
    at: tuple[Decimal, Decimal] | None = None
    rest: bool = False


def plan(spec: ChartSpec, grounds: Grounds) -> list[Line]:
    """The rows of a chart. One query for the map's places, one for the values of a breakdown that names none."""
    return _PLANS[spec.kind](spec, grounds)


def references_of(codes: Sequence[str], grounds: Grounds) -> tuple[Reference, ...]:
    """Every reference of some charts once, in the order in which they are drawn."""
    lines = [line for code in codes for line in plan(grounds.book.charts[code], grounds)]
    return tuple(dict.fromkeys(ref for line in lines for ref in line.refs.values()))


def _sankey(spec: ChartSpec, grounds: Grounds) -> list[Line]:
    code = spec.indicators[0]
    return [
        Line(say(f"picture-{rung}", grounds.lang), {VALUE: Reference(code, rung=rung)})
        for rung in ladder_of(grounds.book, code)
    ]


def _each(spec: ChartSpec, grounds: Grounds) -> list[Line]:
    return [Line(_name(grounds, code), _at_rungs(grounds.book, code)) for code in spec.indicators]


def _years(spec: ChartSpec, grounds: Grounds) -> list[Line]:
    return [Line(_name(grounds, code), {VALUE: Reference(code)}) for code in spec.indicators]


def _name(grounds: Grounds, code: str) -> str:
    return localized(grounds.book.indicators[code]["name"], grounds.lang)


def _at_rungs(book: Book, code: str, where: str = "") -> dict[str, Reference]:
    """A reference at each rung there is; one without a rung where there is no ladder."""
    ladder = ladder_of(book, code)
    if not ladder:
        return {VALUE: Reference(code, where=where)}
    return {rung: Reference(code, rung=rung, where=where) for rung in ladder}


def _outcomes(spec: ChartSpec, grounds: Grounds) -> list[Line]:
    code, by, lang = spec.indicators[0], spec.by, grounds.lang
    values = {value: localized(names, lang) for value, names in spec.values.items()} or _found(spec, grounds)
    lines = [Line(name, _at_rungs(grounds.book, code, f"{by} = '{value}'")) for value, name in values.items()]
    if values:
        listed = ", ".join(f"'{value}'" for value in values)
        rest = f"NOT ({by} IN ({listed}))"
        lines.append(Line(say("chart-others", lang), _at_rungs(grounds.book, code, rest), rest=True))
    lines.append(Line(say("chart-unsaid", lang), _at_rungs(grounds.book, code, f"{by} IS NULL"), rest=True))
    return lines


def _found(spec: ChartSpec, grounds: Grounds) -> dict[str, str]:
    """The values that there are, the most frequent first, at most `MOST`."""
    ladder = ladder_of(grounds.book, spec.indicators[0])
    proof = evidence(
        grounds.book,
        spec.indicators[0],
        period=grounds.period,
        place=grounds.place,
        position=grounds.position,
        rung=ladder[0] if ladder else None,
    )
    rows = sorted(((value, n) for (value,), n in proof.parts(spec.by).items()), key=lambda row: (-row[1], str(row[0])))
    values = [str(value) for value, _ in rows if value is not None and not _UNSAYABLE.search(str(value))]
    # A quote in a value is doubled where it stands in a condition.
    return {value.replace("'", "''"): value or say("chart-blank", grounds.lang) for value in values[:MOST]}


def _map(spec: ChartSpec, grounds: Grounds) -> list[Line]:
    code = spec.indicators[0]
    known = Place.objects.as_of(grounds.position)
    own = known.filter(code=grounds.place).first()
    if own is None:
        return []
    below = known.filter(parent=own.root).order_by("code")
    return [
        Line(
            _called(one, spec, grounds),
            {VALUE: Reference(code, place=one.code)},
            (one.latitude, one.longitude) if one.latitude is not None and one.longitude is not None else None,
        )
        for one in below[:MOST]
        if re.fullmatch(r"\d{6}|\d{9}|\d{12}", one.code)
    ]


def _called(place: Place, spec: ChartSpec, grounds: Grounds) -> str:
    """By the chart's own name for it, else by the book's."""
    if place.code in spec.values:
        return localized(spec.values[place.code], grounds.lang)
    return grounds.book.place_name(place.code, place.name, grounds.lang)


_PLANS: Mapping[str, Callable[[ChartSpec, Grounds], list[Line]]] = {
    "sankey": _sankey,
    "ladder": _each,
    "outcomes": _outcomes,
    "map": _map,
    "years": _years,
}
