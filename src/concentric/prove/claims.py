"""The ledger's figures as a catalogue for the claim checker: every name, by period and place, computed when needed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from concentric.core.claims.catalogue import Figure, class_of
from concentric.core.claims.checking import Checker
from concentric.core.claims.units import UnitClass
from concentric.core.terms.periods import Period, read_period
from concentric.ledger.positions import size
from concentric.prove.book import current_book
from concentric.prove.charts import Grounds
from concentric.prove.checks import learned
from concentric.prove.editions import book_of, period_of
from concentric.prove.figures import figures
from concentric.prove.indicators import Count, Coverage, Indicator, Ratio, indicators_of
from concentric.prove.manuscript import Reference
from concentric.prove.models import Edition
from concentric.prove.narrowing import code_of, narrowed
from concentric.prove.references import ladder_of
from concentric.prove.sayings import spoken_in
from concentric.prove.shown import quantity
from concentric.register.book import Book
from concentric.register.book.checking import REQUIRED_LANGS
from concentric.register.models import Place

_PEOPLE = frozenset("人 名 位 口 people persons jobs workers".split())
_PERSON_TIMES = frozenset("人次 attendances person-times".split())


@dataclass(frozen=True)
class Asked:
    """Which figure of the book an entry of the catalogue is; `rung` where it isn't the one that is printed.

    `ref` is the reference of a text that asks for it, where no name does: for some of the rows, or for a denominator.
    """

    code: str
    period: Period
    place: str
    rung: str = ""
    ref: Reference | None = None


def ledger_checker(*, period: Period | None = None, place: str | None = None, position: int | None = None) -> Checker:
    """A checker over the book in force. Naming the figures costs two queries; values are asked for when linked:

    a set of queries for each period and place that a text speaks of. NoBook when there is none.
    """
    at = size() if position is None else position
    book, _ = current_book(position)
    return _checker(book, period or book.when(), place or book.place, at)


def edition_checker(edition: Edition) -> Checker:
    """A checker over the figures that an edition was frozen from: what quotes a published review is held against it."""
    return _checker(book_of(edition), period_of(edition), edition.place, edition.position)


def _checker(book: Book, period: Period, place: str, at: int) -> Checker:
    catalogue, asked = named_figures(book, period, place)
    taught = learned(at)
    if taught:
        catalogue = [_taught(one, taught.get(asked[one.id].code, ())) for one in catalogue]

    # An edition is entered after the position that it was frozen at, and speaks of it.
    editions = Edition.objects.in_force().filter(position__lte=at)
    spoken = spoken_in(book, lambda lang: Grounds(book, lang, period, place, at), editions)
    known = {one.id: one for one in catalogue}
    for id_, ref in spoken.references.items():
        if id_ not in known:
            base = known[ref.figure]
            names, strength = spoken.names.get(id_, base.names), ref.rung or base.strength
            catalogue.append(replace(base, id=id_, names=names, place=ref.place, strength=strength, silent=True))
            asked[id_] = Asked(code_of(ref), period, ref.place or place, ref=ref)

    def values(needed: Sequence[Figure]) -> Mapping[str, Decimal | None]:
        return _values(book, [(one.id, asked[one.id]) for one in needed], at)

    return Checker(catalogue, values, spoken.sayings)


def named_figures(
    book: Book, period: Period, place: str, *, within: bool = True
) -> tuple[list[Figure], dict[str, Asked]]:
    """Every figure under its names, without values: for the period and the one before it, and for each place within.

    Without the places `within` the ledger is not asked.
    """
    known = indicators_of(book)
    printed = _printed_at(known)
    found: list[Figure] = []
    asked: dict[str, Asked] = {}
    periods = [period, *([before] if (before := _before(period)) else [])]
    for when in periods:
        places = [("", place, ""), *(_within(book, place) if within and when is period else ())]
        for name, code, key in places:
            for indicator in known.values():
                figure = _named(book, indicator, when, period, key, name)
                found.append(figure)
                asked[figure.id] = Asked(indicator.code, when, code)
                if when is period and not name:
                    for rung, other in _at_rungs(book, indicator, figure, printed):
                        found.append(other)
                        asked[other.id] = Asked(indicator.code, when, code, rung)
    return found, asked


def _at_rungs(
    book: Book, indicator: Indicator, figure: Figure, printed: Mapping[object, frozenset[str]]
) -> Iterator[tuple[str, Figure]]:
    """The figure at its other rungs: reviews say "of these, so many were verified".

    Where another indicator counts the same and prints just that rung, a text means the other: jobs filled are jobs
    pledged that were confirmed. Shares have other rungs in tables, and hardly ever in a sentence.
    """
    own = printed.get(_counted(indicator), frozenset())
    for rung in ladder_of(book, indicator.code):
        if rung != figure.strength:
            silent = rung in own or isinstance(indicator.means, Ratio)
            yield rung, replace(figure, id=f"{figure.id}:{rung}", strength=rung, aside=True, silent=silent)


def _printed_at(known: Mapping[str, Indicator]) -> dict[object, frozenset[str]]:
    """For each thing that is counted, at which rungs some indicator prints it."""
    found: dict[object, set[str]] = defaultdict(set)
    for indicator in known.values():
        count = indicator.means.counted if isinstance(indicator.means, Coverage) else indicator.means
        if isinstance(count, Count):
            found[_counted(indicator)].add(count.headline)
    return {key: frozenset(rungs) for key, rungs in found.items()}


def _counted(indicator: Indicator) -> object:
    """What an indicator counts, whatever rung it prints."""
    means = indicator.means
    if isinstance(means, Coverage):
        return repr(replace(means, counted=replace(means.counted, headline="")))
    return repr(replace(means, headline="")) if isinstance(means, Count) else indicator.code


def catalogue_entries(
    *, period: Period | None = None, place: str | None = None, position: int | None = None
) -> list[dict[str, Any]]:
    """The catalogue of the contract with every value of the period and place: for writing to a file."""
    from concentric.core.claims.catalogue import as_entries

    book, _ = current_book(position)
    catalogue, asked = named_figures(book, period or book.when(), place or book.place)
    mine = [one for one in catalogue if not one.place]
    values = _values(book, [(one.id, asked[one.id]) for one in mine], size() if position is None else position)
    return as_entries(replace(one, value=values.get(one.id), pending=False) for one in mine)


def _named(book: Book, indicator: Indicator, when: Period, main: Period, key: str, place: str) -> Figure:
    spec = book.indicators[indicator.code]
    names: list[str] = []
    for value in [spec["name"], *([spec["aliases"]] if "aliases" in spec else [])]:
        for text in value.values():
            names += [text] if isinstance(text, str) else list(text)
    units = (indicator.unit,) if isinstance(indicator.unit, str) else tuple(indicator.unit.values())
    unit = units[0] if units else ""
    parts: tuple[str, ...] = ()
    suffix = (f"@{when.code}" if when is not main else "") + (f"@{key}" if place else "")
    if isinstance(indicator.means, Ratio):
        parts = (indicator.means.numerator + suffix, indicator.means.denominator + suffix)
    strength = getattr(indicator.means, "headline", "") or getattr(
        getattr(indicator.means, "counted", None), "headline", ""
    )
    return Figure(
        id=indicator.code + suffix,
        names=tuple(names),
        unit=unit,
        unit_class=_class(unit),
        value=None,
        period=when.code,
        strength=strength,
        place=place,
        parts=parts,
        pending=True,
        units=units[1:],
    )


def _taught(figure: Figure, phrases: Sequence[str]) -> Figure:
    """A figure with the names that people taught; those of a place keep its name before them."""
    if not phrases:
        return figure
    names = [f"{figure.place}{phrase}" for phrase in phrases] if figure.place else list(phrases)
    return replace(figure, names=tuple(dict.fromkeys((*figure.names, *names))))


def _class(unit: str) -> UnitClass:
    if unit in _PERSON_TIMES:
        return "person_times"
    return "people" if unit in _PEOPLE else class_of(unit)


def _before(period: Period) -> Period | None:
    """The period of the same length a year earlier; None where the code doesn't say a year."""
    year = period.code[:4]
    return read_period(f"{int(year) - 1}{period.code[4:]}") if year.isdigit() and ".." not in period.code else None


def _within(book: Book, place: str) -> Iterator[tuple[str, str, str]]:
    """Name and code of each place in force right below, and a key; once for each name that it has in the book."""
    today = date.today() + timedelta(days=1)  # noqa: DTZ011 - a place that ends today still stands
    if place:
        for one in Place.objects.in_force().filter(parent__code=place).order_by("code"):
            if one.valid_until is None or one.valid_until > today:
                named = (book.place_name(one.code, one.name, lang) for lang in REQUIRED_LANGS)
                for n, name in enumerate(dict.fromkeys(named)):
                    yield name, one.code, f"{one.code}.{n}" if n else one.code


def _values(book: Book, needed: Sequence[tuple[str, Asked]], position: int) -> dict[str, Decimal | None]:
    """The values, asked for in one go for each period and place."""
    groups: dict[tuple[Period, str], list[tuple[str, Asked]]] = defaultdict(list)
    for id_, one in needed:
        groups[one.period, one.place].append((id_, one))
    found: dict[str, Decimal | None] = {}
    wide = narrowed(book, (one.ref for _, one in needed if one.ref is not None))
    for (period, place), members in groups.items():
        codes = list(dict.fromkeys(one.code for _, one in members))
        values = {
            one.code: one for one in figures(wide, period=period, place=place or None, position=position, codes=codes)
        }
        for id_, one in members:
            figure = values[one.code]
            if one.ref is not None:
                found[id_] = quantity(wide, figure, one.ref).value
            else:
                found[id_] = figure.rungs.get(one.rung) if one.rung else figure.value
    return found
