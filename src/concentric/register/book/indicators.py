"""The form of an indicator: which keys go together, and that what it refers to is in the book.

What its view, columns and condition mean is checked by `prove.indicators`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from concentric.core.terms.money import CURRENCIES
from concentric.core.terms.words import LANGS
from concentric.register.book.checking import Checking
from concentric.register.book.lines import Path
from concentric.register.book.spec import IndicatorSpec

WAYS = ("counts", "ratio", "coverage", "statistic")
RUNGS = ("pledged", "reported", "confirmed", "verified")
SAID = ("name", "aliases", "definition", "unit", "decimals")
COUNTED = ("distinct", "sum", "currency", "during", "at_end", "where", "headline")
ALLOWED = {
    "counts": ("counts", *COUNTED),
    "ratio": ("ratio",),
    "coverage": ("coverage", "headline"),
    "statistic": ("statistic",),
}
COVERAGE = ("roster", "counts", "member", "during", "at_end", "where")


def check_indicators(check: Checking, tables: Mapping[str, Any]) -> dict[str, IndicatorSpec]:
    """Every indicator of the book, in its order; complaints go to `check`."""
    found: dict[str, IndicatorSpec] = {}
    for code, value in tables.items():
        path = ("indicator", code)
        check.code(code, path)
        table = check.table(value, path)
        found[code] = table
        _words(check, table, path)
        ways = [way for way in WAYS if way in table]
        if len(ways) != 1:
            known = (*SAID, *WAYS, *COUNTED)
            check.keys(table, path, known)
            check.add("book-one-way", path, known=", ".join(WAYS))
            continue
        way = ways[0]
        _keys(check, table, path, way)
        _CHECKS[way](check, table, path)
        _headline(check, table, path)
    _references(check, found)
    _aliases_once(check, found)
    return found


def _words(check: Checking, table: Mapping[str, Any], path: Path) -> None:
    check.names(table, "name", path)
    check.names(table, "definition", path, required=False)
    if isinstance(table.get("unit"), str):
        check.text(table, "unit", path)
    else:
        check.names(table, "unit", path, required=False)
    check.whole(table, "decimals", path, least=0, most=4, default=0)
    check.aliases(table, path)


def _keys(check: Checking, table: Mapping[str, Any], path: Path, way: str) -> None:
    """A key of another way is known, but means nothing here; that is another complaint than a misspelt one."""
    for key in table:
        if key in SAID or key in ALLOWED[way]:
            continue
        if any(key in allowed for allowed in ALLOWED.values()):
            check.add("book-key-of-another", (*path, key), key=key, way=way)
        else:
            check.near("book-unknown-key", (*path, key), key, (*SAID, *ALLOWED[way]))


def _counts(check: Checking, table: Mapping[str, Any], path: Path) -> None:
    for key in ("counts", "distinct", "sum", "during", "where"):
        check.text(table, key, path, required=False)
    if "distinct" in table and "sum" in table:
        check.add("book-distinct-and-sum", (*path, "sum"))
    _span(check, table, path)
    currency = table.get("currency")
    if currency is None:
        return
    if "sum" not in table:
        check.add("book-currency-without-sum", (*path, "currency"))
    if not isinstance(currency, str):
        check.add("book-not-text", (*path, "currency"))
    elif currency not in CURRENCIES:
        check.near("book-currency", (*path, "currency"), currency, CURRENCIES)


def _span(check: Checking, table: Mapping[str, Any], path: Path) -> None:
    """Flows name the date that must fall in the period, stocks the two dates that stand around its end."""
    if "during" in table and "at_end" in table:
        check.add("book-during-and-at-end", (*path, "at_end"))
    if "during" not in table and "at_end" not in table:
        check.add("book-no-time", path)
    at_end = table.get("at_end")
    if at_end is not None and not (
        isinstance(at_end, list) and len(at_end) == 2 and all(isinstance(one, str) and one for one in at_end)
    ):
        check.add("book-at-end", (*path, "at_end"))


def _ratio(check: Checking, table: Mapping[str, Any], path: Path) -> None:
    here = (*path, "ratio")
    ratio = check.table(table["ratio"], here)
    check.keys(ratio, here, ("numerator", "denominator"))
    for key in ("numerator", "denominator"):
        check.text(ratio, key, here)


def _coverage(check: Checking, table: Mapping[str, Any], path: Path) -> None:
    here = (*path, "coverage")
    coverage = check.table(table["coverage"], here)
    check.keys(coverage, here, COVERAGE)
    for key in ("roster", "counts", "member"):
        check.text(coverage, key, here)
    for key in ("during", "where"):
        check.text(coverage, key, here, required=False)
    _span(check, coverage, here)


def _statistic(check: Checking, table: Mapping[str, Any], path: Path) -> None:
    check.text(table, "statistic", path)


_CHECKS = {"counts": _counts, "ratio": _ratio, "coverage": _coverage, "statistic": _statistic}


def _headline(check: Checking, table: Mapping[str, Any], path: Path) -> None:
    headline = check.text(table, "headline", path, required=False)
    if headline and headline not in RUNGS:
        check.near("book-headline", (*path, "headline"), headline, RUNGS)


def _references(check: Checking, found: Mapping[str, IndicatorSpec]) -> None:
    """The indicators of a ratio exist, and are no ratios themselves: a share of shares hides its denominator."""
    for code, table in found.items():
        ratio = table.get("ratio")
        if not isinstance(ratio, dict):
            continue
        for key in ("numerator", "denominator"):
            path = ("indicator", code, "ratio", key)
            other = ratio.get(key)
            if not isinstance(other, str) or not other.strip():
                continue
            if other not in found:
                check.near("book-no-indicator", path, other, (one for one in found if one != code))
            elif "ratio" in found[other] or "coverage" in found[other]:
                check.add("book-ratio-of-ratio", path, value=other)


def _aliases_once(check: Checking, found: Mapping[str, IndicatorSpec]) -> None:
    """One name for two indicators: a reader of texts could never tell which is meant."""
    taken: dict[tuple[str, str], str] = {}
    for code, table in found.items():
        for lang in LANGS:
            words: list[tuple[object, Path]] = []
            name = table.get("name")
            if isinstance(name, dict) and lang in name:
                words.append((name[lang], ("indicator", code, "name", lang)))
            aliases = table.get("aliases")
            if isinstance(aliases, dict) and isinstance(aliases.get(lang), list):
                path: Path = ("indicator", code, "aliases", lang)
                words += [(word, (*path, n)) for n, word in enumerate(aliases[lang])]
            for word, path in words:
                if isinstance(word, str) and taken.setdefault((lang, word.casefold()), code) != code:
                    check.add("book-alias-taken", path, value=word, other=taken[lang, word.casefold()])
