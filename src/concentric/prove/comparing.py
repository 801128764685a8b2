"""This edition beside last year's: which edition that is, and whether a number of the one may stand beside the other's.

The year before is the same span one year earlier (2021-H1 beside 2020-H1), as the edition of that span says: its number
as it printed it, or where it printed none, what its own book gives on the ledger it was frozen on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from hashlib import sha256
from typing import Any
from uuid import UUID

from concentric.core.terms.findings import Refused
from concentric.core.terms.periods import Period, read_period
from concentric.core.terms.words import say
from concentric.prove.book import parsed_book
from concentric.prove.freezing import Frozen, freeze_numbers
from concentric.prove.manuscript import Reference
from concentric.prove.models import Edition
from concentric.prove.shown import PERCENT, is_share, machine_unit
from concentric.register.book import Book
from concentric.register.models import ProgrammeBook

_YEAR = re.compile(r"\d{4}")
_ROSTER = re.compile(r"\broster\s*=\s*'[^']*'")
COUNTED = ("counts", "distinct", "sum", "currency", "during", "at_end", "where", "headline", "coverage", "statistic")


@dataclass(frozen=True)
class Before:
    """The edition of the year before, with its book and its numbers."""

    edition: Edition
    book: Book
    numbers: Mapping[Reference, Frozen]


@dataclass(frozen=True)
class Compared:
    """One number beside last year's. `why` names the word for why they can't be compared; empty where they can.

    `change` is in percent, or in percentage points where `points`; None where there is none. It is what the two printed
    numbers say: of shares as they were rounded, so that a reader who subtracts finds the same.
    """

    ref: Reference
    now: Frozen
    then: Frozen | None
    why: str = ""
    change: Decimal | None = None
    points: bool = False


def year_before(period: Period) -> str:
    """The code of the same span one year earlier."""
    return _YEAR.sub(lambda year: f"{int(year[0]) - 1:04}", period.code)


def edition_before(
    period: Period, place: str, audience: str, lang: str, *, until: int | None = None, number: str = ""
) -> Before | None:
    """The newest edition of the year before at the same place and for the same audience; None where there is none.

    `until`: entered before this position of the log, so that an edition always stands beside the same one. In the
    same language where there is one: its numbers are the same in all. `number` names another edition to compare with.
    """
    found = Edition.objects.in_force().filter(audience=audience).order_by("-idx")
    if number:
        found = found.filter(number=number)
    else:
        try:
            found = found.filter(period=read_period(year_before(period)).code, place=place)
        except Refused:  # 29 February has no year before
            return None
    if until is not None:
        found = found.filter(idx__lt=until)
    known = list(found)
    own = [one for one in known if one.lang == lang]
    edition = next(iter(own or known), None)
    return _before(edition.id) if edition is not None else None


@lru_cache(maxsize=8)
def _before(version: UUID) -> Before:
    edition = Edition.objects.get(id=version)
    book = parsed_book(ProgrammeBook.objects.get(id=edition.book))
    numbers = (Frozen.from_json(held) for held in edition.figures)
    return Before(edition, book, {_plain(one.ref): one for one in numbers if one.ref.what == "figure"})


def _plain(ref: Reference) -> Reference:
    """The reference without how it is written: the same number for a comparison."""
    return replace(ref, style=Reference.style, what="figure")


def compare(now: Sequence[Frozen], book: Book, before: Before | None) -> list[Compared]:
    """Each number beside last year's. One computation of those that last year's edition didn't print."""
    then = numbers_before([number.ref for number in now], before)
    return [_compared(number, then.get(_plain(number.ref)), book, before) for number in now]


def numbers_before(refs: Sequence[Reference], before: Before | None) -> dict[Reference, Frozen]:
    """Last year's numbers for the references that its book knows."""
    if before is None:
        return {}
    wanted = [ref for ref in dict.fromkeys(map(_plain, refs)) if ref.figure in before.book.indicators]
    found = {ref: before.numbers[ref] for ref in wanted if ref in before.numbers}
    missing = tuple(ref for ref in wanted if ref not in found)
    edition = before.edition
    try:
        computed = freeze_numbers(
            before.book,
            missing,
            edition.lang,
            period=read_period(edition.period),
            place=edition.place,
            position=edition.position,
            public=edition.audience == "public",
        )
    except Refused:  # a rung or a column that last year's book has not
        computed = []
    return found | {_plain(number.ref): number for number in computed}


def freeze_references(
    book: Book,
    refs: Sequence[Reference],
    lang: str,
    *,
    period: Period,
    place: str,
    position: int,
    audience: str,
    until: int | None = None,
) -> list[Frozen]:
    """Every reference of a text with what it prints: numbers, and changes against the edition of the year before.

    `until` as for `edition_before`. One computation of all numbers, those that changes stand on among them.
    """
    wanted = tuple(dict.fromkeys(_plain(ref) if ref.what == "change" else ref for ref in refs))
    found = freeze_numbers(
        book, wanted, lang, period=period, place=place, position=position, public=audience == "public"
    )
    numbers = {number.ref: number for number in found}
    changes = [ref for ref in refs if ref.what == "change"]
    before = edition_before(period, place, audience, lang, until=until) if changes else None
    compared = compare([numbers[_plain(ref)] for ref in changes], book, before)
    said = {ref: frozen_change(one, ref, lang) for ref, one in zip(changes, compared, strict=True)}
    return [said[ref] if ref in said else numbers[ref] for ref in refs]


def stands_on(edition: Edition, ref: Reference) -> tuple[Compared, Before | None]:
    """The two numbers that a change of an edition stands on. One computation of them."""
    book, period = parsed_book(ProgrammeBook.objects.get(id=edition.book)), read_period(edition.period)
    before = edition_before(period, edition.place, edition.audience, edition.lang, until=edition.idx)
    now = freeze_numbers(
        book,
        (_plain(ref),),
        edition.lang,
        period=period,
        place=edition.place,
        position=edition.position,
        public=edition.audience == "public",
    )
    [compared] = compare(now, book, before)
    return compared, before


def _compared(now: Frozen, then: Frozen | None, book: Book, before: Before | None) -> Compared:
    if before is None:
        return Compared(now.ref, now, None, "compare-no-edition")
    if then is None:
        return Compared(now.ref, now, None, "compare-absent")
    differs = difference(before.book, book, now.ref.figure)
    if differs:
        return Compared(now.ref, now, then, differs)
    if now.value is None or then.value is None:
        return Compared(now.ref, now, then, "compare-no-value")
    spec = book.indicators[now.ref.figure]
    if is_share(spec) and now.ref.of == "value" and machine_unit(spec) == PERCENT:
        step = Decimal(1).scaleb(-int(spec.get("decimals", 1)))
        one, other = (value.quantize(step, ROUND_HALF_UP) for value in (now.value, then.value))
        return Compared(now.ref, now, then, change=one - other, points=True)
    if then.value == 0:
        return Compared(now.ref, now, then, change=Decimal(0) if now.value == 0 else None)
    change = (now.value - then.value) * 100 / then.value
    return Compared(now.ref, now, then, change=change)


def difference(then: Book, now: Book, code: str) -> str:
    """The word for how two books count an indicator differently: another roster, or another definition. Or nothing."""
    if code not in then.indicators:
        return "compare-absent"
    if _meaning(then, code, whole=True) == _meaning(now, code, whole=True):
        return ""
    same_but = _meaning(then, code, whole=False) == _meaning(now, code, whole=False)
    return "compare-roster" if same_but else "compare-definition"


def _meaning(book: Book, code: str, *, whole: bool) -> Any:
    """What decides an indicator's number; without `whole`, whichever roster it is counted on."""
    spec = book.indicators.get(code, {})
    found = {key: spec[key] for key in COUNTED if key in spec}
    if not whole:
        found["where"] = _ROSTER.sub("roster", str(found.get("where", "")))
        if "coverage" in found:
            found["coverage"] = {**found["coverage"], "roster": ""}
    parts = spec.get("ratio", {})
    return [found, machine_unit(spec), {part: _meaning(book, parts[part], whole=whole) for part in sorted(parts)}]


def says(one: Compared, lang: str) -> str:
    """The change as a phrase that ends a clause: 比上年增长 8.5%, 与上年持平, 上年无可比数."""
    if one.why:
        return say("compare-nothing", lang)
    if one.change is None:
        return say("compare-from-zero", lang)
    if one.now.value == (one.then.value if one.then else None) or (one.points and one.change == 0):
        return say("compare-flat", lang)
    size = abs(one.change)
    shown = size if one.points else size.quantize(Decimal("0.1"), ROUND_HALF_UP)
    if shown == 0:
        return say("compare-nearly", lang)
    way = "up" if one.change > 0 else "down"
    return say(f"compare-{way}-points" if one.points else f"compare-{way}", lang, change=f"{shown:,f}")


def frozen_change(one: Compared, ref: Reference, lang: str) -> Frozen:
    """A change as an edition keeps it: the phrase, the change as value, both digests behind it.

    Of a growth, `numerator` is what came on top and `denominator` last year's value.
    """
    known = one.change is not None and not one.why
    growth = known and not one.points and one.then is not None and one.now.value is not None
    digests = "".join(f"{side.digest if side else 'none'}\n" for side in (one.then, one.now))
    return replace(
        one.now,
        ref=ref,
        shown=says(one, lang),
        state="value" if known else "unknown",
        value=_stored(one.change) if known else None,
        unit=PERCENT,
        rungs={},
        numerator=one.now.value - one.then.value if growth else None,  # type: ignore[operator,union-attr]  # growth
        denominator=one.then.value if growth and one.then else None,
        digest=sha256(digests.encode()).hexdigest(),
    )


def _stored(change: Decimal | None) -> Decimal | None:
    """Four decimals: a quotient never ends."""
    return None if change is None else change.quantize(Decimal("0.0001"), ROUND_HALF_UP)
