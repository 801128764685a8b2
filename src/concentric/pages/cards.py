"""The card of a figure: everything a reader needs to judge one number. The same for a printed number and a live one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any

from django.urls import reverse

from concentric.core.courses.strength import RUNGS
from concentric.core.terms.english import counted as beside_number
from concentric.core.terms.money import CURRENCIES
from concentric.core.terms.periods import read_period, show_period
from concentric.core.terms.scripts import localized, to_traditional
from concentric.core.terms.words import say
from concentric.pages import rows, showing
from concentric.pages.drawing import Bar
from concentric.pages.fields import choice, kind_word
from concentric.pages.naming import place_name
from concentric.pages.points import Point, called, is_held_back, places, shown_quantity
from concentric.prove.comparing import Before, Compared
from concentric.prove.editions import Correction
from concentric.prove.freezing import Frozen
from concentric.prove.hues import hue_of
from concentric.prove.manuscript import DEFAULTS, OPTIONS, Reference
from concentric.prove.shown import Quantity, is_share, machine_unit, show
from concentric.register.book import Book
from concentric.register.models import Roster


def slug(ref: Reference) -> str:
    """A reference as a piece of an address: culture-sites, culture-sites.verified, clinics-share.denominator.

    A condition is there by its digest, a change by that word.
    """
    options = [getattr(ref, name) for name in OPTIONS if getattr(ref, name) != DEFAULTS[name] and name != "where"]
    if ref.where:
        options.append(f"part-{sha256(ref.where.encode()).hexdigest()[:12]}")
    if ref.what != "figure":
        options.append(ref.what)
    return ".".join([ref.figure, *options])


@dataclass(frozen=True)
class Rung:
    """One rung of the ladder. `there` is false where the figure has no such rung."""

    name: str
    shown: str
    bar: Bar
    printed: bool
    there: bool


@dataclass(frozen=True)
class Whole:
    """What a number is a part of. `href` opens its records, or the roster."""

    shown: str
    name: str = ""
    href: str = ""
    share: str = ""
    source: str = ""


@dataclass(frozen=True)
class Voice:
    """Who says so, and through which channels how often."""

    who: str
    parts: str


@dataclass(frozen=True)
class Later:
    """A record that changed a printed number since."""

    idx: int
    kind: str
    number: str
    reason: str
    when: datetime


@dataclass(frozen=True)
class Amended:
    """What a printed number would be now. `same`: only the records behind it changed."""

    was: str
    now: str
    same: bool
    since: datetime | None
    changes: tuple[Later, ...] = ()


@dataclass(frozen=True)
class Beside:
    """One of two years that a change stands between; `href` opens the edition that printed it."""

    says: str
    shown: str
    href: str = ""


@dataclass(frozen=True)
class Card:
    """A figure's card. Texts are in the reader's language; `rungs` is empty for what has no ladder."""

    code: str
    name: str
    number: str
    unit: str
    state: str
    state_says: str
    strength: str
    definition: str
    hue: str
    place: str
    period: str
    position: int
    rungs: tuple[Rung, ...] = ()
    whole: Whole | None = None
    part: str = ""
    count: int = 0
    median: int | None = None
    most: int | None = None
    voices: tuple[Voice, ...] = ()
    outside: bool = False
    amended: Amended | None = None
    rows_url: str = ""
    own_url: str = ""
    first: tuple[rows.Row, ...] = ()
    headings: tuple[rows.Heading, ...] = ()
    digest: str = ""
    left_out: int = 0
    where: str = ""
    beside: tuple[Beside, ...] = ()
    why: str = ""


def name_of(book: Book, code: str, lang: str) -> str:
    """An indicator's name."""
    names = book.indicators[code].get("name", {})
    return localized(names, lang) if names else code


def live_card(point: Point, code: str, lang: str, *, query: str = "") -> Card:
    """The card of a figure as it is at a point."""
    figure = point.figures[code]
    number = shown_quantity(point, figure)
    return _card(
        point,
        Reference(code),
        lang,
        state=number.state,
        value=number.value,
        shown=show(number, lang, style="plain", below=point.book.suppress_below),
        strength=figure.strength,
        rungs=figure.rungs,
        numerator=figure.numerator,
        denominator=figure.denominator,
        rows_url=reverse("figure-rows", args=[code]) + query,
        own_url=reverse("figure", args=[code]) + query,
        closed=is_held_back(figure),
        left_out=figure.left_out,
    )


def in_script(text: str, lang: str) -> str:
    """A printed number for who reads Traditional characters: 1,068 万元 becomes 1,068 萬元."""
    return to_traditional(text) if lang == "zh-Hant" else text


def printed_card(point: Point, frozen: Frozen, number: str, lang: str, correction: Correction | None) -> Card:
    """The card of a number that edition `number` prints, with what was corrected since."""
    at = point.at(frozen.place)
    code = frozen.ref.figure
    return _card(
        at,
        frozen.ref,
        lang,
        state=frozen.state,
        value=frozen.value,
        shown=in_script(frozen.shown, lang),
        strength=frozen.strength,
        rungs=frozen.rungs,
        numerator=frozen.numerator,
        denominator=frozen.denominator,
        rows_url=reverse("review-rows", args=[number, slug(frozen.ref)]),
        own_url=reverse("review-figure", args=[number, slug(frozen.ref)]),
        amended=amended_of(correction, lang) if correction else None,
        digest=frozen.digest,
        left_out=frozen.left_out,
        closed=frozen.state == "suppressed" or is_held_back(at.figures[code]),
    )


def change_card(card: Card, compared: Compared, before: Before | None, now: str, lang: str) -> Card:
    """The card of a change: beside the phrase both years' numbers, or why they can't be compared."""
    years = [Beside(say("compare-card-now", lang), in_script(compared.now.shown, lang), now)]
    if compared.then is not None and before is not None:
        there = reverse("review", args=[before.edition.number]) if before.edition.audience == "public" else ""
        then = in_script(compared.then.shown, lang)
        years.append(Beside(show_period(read_period(before.edition.period), lang), then, there))
    return replace(card, beside=tuple(years), why=say(compared.why, lang) if compared.why else "")


def _card(
    point: Point,
    ref: Reference,
    lang: str,
    *,
    state: str,
    value: Decimal | None,
    shown: str,
    strength: str,
    rungs: Mapping[str, Decimal | None],
    numerator: Decimal | None,
    denominator: Decimal | None,
    rows_url: str,
    own_url: str,
    closed: bool,
    left_out: int,
    amended: Amended | None = None,
    digest: str = "",
) -> Card:
    book, code = point.book, ref.figure
    spec = book.indicators[code]
    change = ref.what == "change"
    counted = machine_unit(spec) == "" and ref.of == "value" and not change
    summary = None if closed else point.summary(code, ref.rung, ref.where)
    hue = hue_of(book, code)
    counties = dict(called(point, places(point.place)[1:], lang)) if summary else {}
    whole, base = (None, None) if change else whole_of(point, ref, lang, value, numerator, denominator)
    return Card(
        code=code,
        name=name_of(book, code, lang),
        number=shown,
        unit=beside_number(book.unit(code, lang), shown, lang) if counted else "",
        state=state,
        state_says="" if change else state_says(state, value, lang),
        strength=strength,
        definition=localized(spec["definition"], lang) if spec.get("definition") else "",
        hue=hue,
        place=place_name(book, point.place, lang),
        period=show_period(point.period, lang),
        position=point.position,
        rungs=_ladder(book, code, rungs, base, hue, strength, lang),
        whole=whole,
        part="" if change else _part(book, code, numerator, lang),
        count=summary.count if summary else 0,
        median=summary.lateness.median_days if summary else None,
        most=summary.lateness.max_days if summary else None,
        voices=voices(summary.attestation, lang) if summary else (),
        outside="statistic" in spec,
        amended=amended,
        rows_url="" if closed else rows_url,
        own_url=own_url,
        first=tuple(rows.shown(summary.first, summary.view, lang, book, counties=counties)) if summary else (),
        headings=tuple(rows.headings(summary.view, summary.columns, lang, few=True)) if summary else (),
        digest=digest,
        left_out=left_out,
        where=ref.where,
    )


def state_says(state: str, value: Decimal | None, lang: str) -> str:
    """Why there is no number, or that its zero is one; nothing where the number speaks for itself."""
    if state == "value":
        return say("pages-state-zero", lang) if value == 0 else ""
    return say(f"pages-state-{state}", lang)


def _ladder(
    book: Book,
    code: str,
    rungs: Mapping[str, Decimal | None],
    base: Decimal | None,
    hue: str,
    strength: str,
    lang: str,
) -> tuple[Rung, ...]:
    known = [value for value in rungs.values() if value is not None]
    if not known:
        return ()
    unit = machine_unit(book.indicators[code])
    most = Decimal(100) if unit == "%" else max([*known, *([base] if base is not None else [])])
    shown, word = showing.columns([rungs.get(rung) for rung in RUNGS], unit, lang)
    return tuple(
        Rung(
            rung,
            f"{text} {word}" if unit in CURRENCIES and rungs.get(rung) is not None else text,
            Bar(hue, rungs, most if most > 0 else Decimal(1), only=rung, width=180),
            rung == strength,
            rungs.get(rung) is not None,
        )
        for rung, text in zip(RUNGS, shown, strict=True)
    )


def _part(book: Book, code: str, numerator: Decimal | None, lang: str) -> str:
    """The numerator of a share, with its unit."""
    spec = book.indicators[code]
    if numerator is None or not is_share(spec):
        return ""
    if "ratio" in spec:
        top = spec["ratio"]["numerator"]
        return showing.quantity(numerator, machine_unit(book.indicators[top]) or book.unit(top, lang), lang)
    return showing.quantity(numerator, "", lang)


def whole_of(
    point: Point,
    ref: Reference,
    lang: str,
    value: Decimal | None,
    numerator: Decimal | None,
    denominator: Decimal | None,
) -> tuple[Whole | None, Decimal | None]:
    """What a number is a part of, and its size where the number itself is measured against it."""
    book, spec = point.book, point.book.indicators[ref.figure]
    if "ratio" in spec:
        code = spec["ratio"]["denominator"]
        unit = machine_unit(book.indicators[code]) or book.unit(code, lang)
        return Whole(showing.quantity(denominator, unit, lang), name_of(book, code, lang)), None
    if "coverage" in spec:
        name, href = _roster(spec["coverage"]["roster"])
        return Whole(showing.quantity(denominator, "", lang), name, href), None
    if ref.of != "value" or ref.rung or ref.where:
        return None, None
    for programme in book.programmes.values():
        if programme.reach == ref.figure:
            return _against(point, programme.base, programme.target, ref.figure, lang, value)
    return None, None


def _against(
    point: Point, base: str, target: Decimal | None, code: str, lang: str, value: Decimal | None
) -> tuple[Whole | None, Decimal | None]:
    book = point.book
    unit = machine_unit(book.indicators[code]) or book.unit(code, lang)
    size = point.figures[base].value if base else target
    if size is None:
        return None, None
    share = showing.quantity(value * 100 / size, "%", lang) if value is not None and size > 0 else ""
    if not base:
        return Whole(showing.quantity(size, unit, lang), say("pages-card-target", lang), share=share), size
    whole_unit = machine_unit(book.indicators[base]) or book.unit(base, lang)
    return Whole(showing.quantity(size, whole_unit, lang), name_of(book, base, lang), share=share), size


def _roster(code: str) -> tuple[str, str]:
    """A roster's name and the address of its record. One query."""
    found = Roster.objects.in_force().filter(code=code).first()
    return (found.name, reverse("record", args=[found.idx])) if found else (code, "")


def voices(attestation: Sequence[Any], lang: str) -> tuple[Voice, ...]:
    """Who says so, each once, with the channels behind it."""
    by: dict[str, list[str]] = {}
    for one in attestation:
        channel = choice("", "channel", one.channel, lang)
        by.setdefault(one.who, []).append(say("pages-card-attested-count", lang, channel=channel, count=one.n))
    joint = say("pages-list-joint", lang)
    return tuple(Voice(say(f"pages-who-{who}", lang), joint.join(parts)) for who, parts in by.items())


def amended_of(correction: Correction, lang: str) -> Amended:
    """What a correction says beside the printed number."""
    changes = tuple(
        Later(one.idx, kind_word(one.kind, lang), one.number, one.reason, one.when) for one in correction.changes
    )
    since = max((one.when for one in correction.changes), default=None)
    return Amended(*printed_and_now(correction, lang), not correction.value_changed, since, changes)


def printed_and_now(correction: Correction, lang: str) -> tuple[str, str]:
    """What was printed and what would be printed now; of what rounds to the same, its parts or all digits as well."""
    then, now = correction.then, correction.now
    if then.shown != now.shown or not correction.value_changed:
        return in_script(then.shown, lang), in_script(now.shown, lang)
    return _told_apart(then, lang), _told_apart(now, lang)


def _told_apart(one: Frozen, lang: str) -> str:
    shown = in_script(one.shown, lang)
    if one.numerator is not None and one.denominator is not None:
        return f"{shown} ({one.numerator:,f}/{one.denominator:,f})"
    exact = show(Quantity(one.value, "value", one.unit if one.unit in CURRENCIES else ""), lang, style="plain")
    return f"{shown} ({exact})" if one.value is not None and one.ref.what == "figure" else shown
