"""The charts that a book declares: which numbers each one draws. A review says `{{ chart "CODE" }}` to print one.

What the indicators and columns mean is checked by `prove.drawable`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from concentric.register.book.checking import Checking
from concentric.register.book.lines import Path

Names = Mapping[str, str]

KINDS = ("sankey", "ladder", "outcomes", "map", "years")
SEVERAL = ("ladder", "years")
"""Kinds that draw several indicators; the others draw one."""
MOST = 24  # rows of one chart: more is a table


@dataclass(frozen=True)
class ChartSpec:
    """One chart. `by` is the column that `outcomes` breaks its indicator down by; `values` names those to draw, in
    their order (none named: all that there are); of a map they say what the places of these codes are called.
    `note` is printed under the drawing.
    """

    code: str
    kind: str
    names: Names
    indicators: tuple[str, ...]
    by: str = ""
    values: Mapping[str, Names] = field(default_factory=dict)
    note: Names = field(default_factory=dict)


def check_charts(check: Checking, tables: Mapping[str, Any], indicators: Mapping[str, Any]) -> dict[str, ChartSpec]:
    """Every chart of the book, in its order; complaints go to `check`."""
    found: dict[str, ChartSpec] = {}
    for code, value in tables.items():
        path: Path = ("chart", code)
        check.code(code, path)
        table = check.table(value, path)
        kind = check.text(table, "kind", path)
        if kind not in KINDS:
            if kind:
                check.near("chart-kind", (*path, "kind"), kind, KINDS)
            continue
        said = ("kind", "name", "note", "indicators" if kind in SEVERAL else "indicator")
        more = {"outcomes": ("by", "values"), "map": ("values",)}.get(kind, ())
        check.keys(table, path, (*said, *more))
        found[code] = ChartSpec(
            code,
            kind,
            check.names(table, "name", path),
            _indicators(check, table, path, kind, indicators),
            check.text(table, "by", path) if kind == "outcomes" else "",
            _values(check, table, path) if kind in ("outcomes", "map") else {},
            check.names(table, "note", path, required=False),
        )
    return found


def _indicators(
    check: Checking, table: Mapping[str, Any], path: Path, kind: str, known: Mapping[str, Any]
) -> tuple[str, ...]:
    if kind not in SEVERAL:
        named = [check.text(table, "indicator", path)]
        places: list[Path] = [(*path, "indicator")]
    else:
        here = (*path, "indicators")
        listed = table.get("indicators")
        if not isinstance(listed, list) or not listed or not all(isinstance(one, str) for one in listed):
            check.add("book-not-a-list" if "indicators" in table else "book-missing", here, key="indicators")
            return ()
        named, places = listed, [(*here, n) for n in range(len(listed))]
    for code, place in zip(named, places, strict=True):
        if code and code not in known:
            check.near("book-no-indicator", place, code, known)
    if len(set(named)) < len(named) or len(named) > MOST:
        check.add("chart-indicators", (*path, "indicators"), most=MOST)
    return tuple(named)


def _values(check: Checking, table: Mapping[str, Any], path: Path) -> dict[str, Names]:
    if "values" not in table:
        return {}
    here = (*path, "values")
    values = check.table(table["values"], here)
    for value in values:
        if "'" in value or '"' in value or not value.strip():
            check.add("chart-value", (*here, value), value=value)
    if len(values) > MOST:
        check.add("chart-values", here, most=MOST)
    return {value: check.names(values, value, here) for value in values}
