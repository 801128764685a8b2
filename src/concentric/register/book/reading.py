"""From the text of a programme book to a `Book`, or to everything that is wrong with it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from concentric.core.terms.codes import is_place_code
from concentric.core.terms.findings import Finding, Unreadable
from concentric.core.terms.money import CURRENCIES
from concentric.core.terms.periods import read_period
from concentric.core.terms.words import LANGS
from concentric.register.book.charts import check_charts
from concentric.register.book.checking import REQUIRED_LANGS, Checking
from concentric.register.book.clocks import check_calendar, check_deadlines, check_plans
from concentric.register.book.indicators import check_indicators
from concentric.register.book.lines import line_map
from concentric.register.book.lists import LISTS, check_lists
from concentric.register.book.pairing import check_pairings
from concentric.register.book.spec import HUES, Book, CircleSpec, ProgrammeSpec
from concentric.register.book.syntax import syntax_finding

TABLES = (
    *("book", "circle", "programme", "indicator", "chart", "review"),
    *("calendar", "deadline", "follow-up", "pairing", *LISTS),
)
LARGEST = 1_000_000  # characters: a book is written by hand, anything longer is another file
TARGET = re.compile(r"[0-9]{1,14}(?:\.[0-9]{1,4})?")


def read_book(text: str) -> tuple[Book | None, list[Finding]]:
    """The book that `text` says, and all findings in the order of their lines; no book where one is an error."""
    text = text.removeprefix("\ufeff")
    if len(text) > LARGEST:
        return None, [Finding("book-too-long", {"most": LARGEST}, line=1)]
    try:
        parsed = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        return None, [syntax_finding(text, wrong)]
    except RecursionError:
        return None, [Finding("book-too-deep", line=1)]
    check = Checking(line_map(text.replace("\r\n", "\n")))
    check.keys(parsed, (), TABLES)
    head = _head(check, parsed)
    circles = _circles(check, check.table(parsed.get("circle", {}), ("circle",)))
    indicators = check_indicators(check, check.table(parsed.get("indicator", {}), ("indicator",)))
    programmes = _programmes(check, check.table(parsed.get("programme", {}), ("programme",)), circles, indicators)
    charts = check_charts(check, check.table(parsed.get("chart", {}), ("chart",)), indicators)
    review = _review(check, check.table(parsed.get("review", {}), ("review",)))
    days = check_calendar(check, parsed)
    deadlines = check_deadlines(check, check.table(parsed.get("deadline", {}), ("deadline",)))
    plans = check_plans(check, check.table(parsed.get("follow-up", {}), ("follow-up",)))
    lists = check_lists(check, parsed)
    rules = check.table(parsed.get("pairing", {}), ("pairing",))
    pairings = check_pairings(check, rules, programmes, lists["category"])
    for key in ("circle", "programme", "indicator"):
        if key not in parsed:
            check.add("book-no-table", (), table=key)
    findings = sorted(check.findings, key=lambda finding: finding.line or 0)
    if any(finding.severity == "error" for finding in findings):
        return None, findings
    return Book(**head, circles=circles, programmes=programmes, indicators=indicators, review=review, source=text,
                lines=check.lines, charts=charts, calendar=days, deadlines=deadlines, plans=plans,
                lists=lists, pairings=pairings), findings  # fmt: skip


def _head(check: Checking, parsed: Mapping[str, Any]) -> dict[str, Any]:
    path = ("book",)
    if "book" not in parsed:
        check.add("book-no-table", (), table="book")
        return {}
    table = check.table(parsed["book"], path)
    known = ("code", "title", "place", "period", "time_zone", "currency", "suppress_below")
    check.keys(table, path, known)
    code = check.text(table, "code", path)
    if code.strip():
        check.code(code, (*path, "code"))
    place = check.text(table, "place", path)
    if place.strip() and not is_place_code(place):
        check.add("book-place", (*path, "place"), value=place)
    period = check.text(table, "period", path)
    if period.strip():
        try:
            read_period(period)
        except Unreadable as wrong:
            check.findings.append(wrong.finding(line=check.lines[(*path, "period")]))
    zone = check.text(table, "time_zone", path)
    if zone.strip() and not _is_zone(zone):
        check.add("book-time-zone", (*path, "time_zone"), value=zone)
    currency = check.text(table, "currency", path)
    if currency.strip() and currency not in CURRENCIES:
        check.near("book-currency", (*path, "currency"), currency, CURRENCIES)
    return {
        "code": code,
        "title": check.names(table, "title", path),
        "place": place,
        "period": period,
        "time_zone": zone,
        "currency": currency,
        "suppress_below": check.whole(table, "suppress_below", path, least=0, most=100, default=0),
    }


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _circles(check: Checking, tables: Mapping[str, Any]) -> dict[str, CircleSpec]:
    found: dict[str, CircleSpec] = {}
    ranks: dict[int, str] = {}
    hues: dict[str, str] = {}
    for code, value in tables.items():
        path = ("circle", code)
        check.code(code, path)
        table = check.table(value, path)
        check.keys(table, path, ("names", "rank", "hue"))
        rank = check.whole(table, "rank", path, least=1, most=len(HUES), default=0)
        if rank and ranks.setdefault(rank, code) != code:
            check.add("book-rank-taken", (*path, "rank"), rank=rank, other=ranks[rank])
        hue = check.text(table, "hue", path)
        if hue and hue not in HUES:
            check.near("book-hue", (*path, "hue"), hue, HUES)
        elif hue and hues.setdefault(hue, code) != code:
            check.add("book-hue-taken", (*path, "hue"), value=hue, other=hues[hue])
        found[code] = CircleSpec(code, check.names(table, "names", path), rank, hue)
    return found


def _programmes(
    check: Checking, tables: Mapping[str, Any], circles: Mapping[str, CircleSpec], indicators: Mapping[str, Any]
) -> dict[str, ProgrammeSpec]:
    found: dict[str, ProgrammeSpec] = {}
    ranks: dict[tuple[str, int], str] = {}
    for code, value in tables.items():
        path = ("programme", code)
        check.code(code, path)
        table = check.table(value, path)
        check.keys(table, path, ("circle", "names", "rank", "reach", "base", "target"))
        circle = check.text(table, "circle", path)
        if circle and circle not in circles:
            check.near("book-no-circle", (*path, "circle"), circle, circles)
        rank = check.whole(table, "rank", path, least=1, most=99, default=0)
        if rank and ranks.setdefault((circle, rank), code) != code:
            check.add("book-rank-taken", (*path, "rank"), rank=rank, other=ranks[circle, rank])
        named = {}
        for key in ("reach", "base"):
            named[key] = check.text(table, key, path, required=False)
            if named[key] and named[key] not in indicators:
                check.near("book-no-indicator", (*path, key), named[key], indicators)
        names = check.names(table, "names", path)
        target = _target(check, table, path)
        if target is not None and named["base"]:
            check.add("book-base-and-target", (*path, "target"))
        if not named["reach"] and (named["base"] or target is not None):
            check.add("book-no-reach", path)
        found[code] = ProgrammeSpec(code, circle, names, rank, named["reach"], named["base"], target)
    for code in circles:
        if not any(one.circle == code for one in found.values()):
            check.warn("book-circle-empty", ("circle", code))
    return found


def _target(check: Checking, table: Mapping[str, Any], path: tuple[str, ...]) -> Decimal | None:
    if "target" not in table:
        return None
    value = table["target"]
    if not isinstance(value, str) or not TARGET.fullmatch(value) or Decimal(value) == 0:
        check.add("book-target", (*path, "target"))
        return None
    return Decimal(value)


def _review(check: Checking, tables: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    check.keys(tables, ("review",), LANGS)
    for lang in LANGS:
        if lang not in tables:
            continue
        path = ("review", lang)
        table = check.table(tables[lang], path)
        check.keys(table, path, ("text",))
        found[lang] = check.text(table, "text", path)
    if tables:
        for lang in REQUIRED_LANGS:
            if lang not in tables:
                check.warn("book-missing-review", ("review",), lang=lang)
    return found
