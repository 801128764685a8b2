"""Which sheet is meant, in which row its headings stand, and which column is which."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Any

from concentric.core.terms.codes import clean
from concentric.core.terms.findings import Finding, Refused
from concentric.core.terms.guards import person_level
from concentric.core.terms.money import unit_factor
from concentric.core.terms.numbers import FACTORS
from concentric.core.terms.words import DEFAULT_LANG, LANGS, say
from concentric.exchange.sheets.cells import shown
from concentric.exchange.sheets.column import Column
from concentric.exchange.sheets.registry import SHEETS
from concentric.exchange.sheets.sheet import Sheet
from concentric.exchange.workbook.raw import RawSheet, column_letter

ASKED = "concentric-asked"
"""The hidden sheet by which a workbook that went out is known when it comes back."""
SEARCHED = 30  # rows in which headings are looked for: titles and remarks stand above them
BRACKET = re.compile(r"[(\[【〔](.*?)[)\]】〕]")
_NOISE = re.compile(r"[\s*:#_\-、,.]+")


@dataclass
class Layout:
    """Where things are on a sheet: `header` row (from 0), and for each column of the sheet its place in a row.

    `factors`, `currencies` and `units` come from units in headings, such as 金额（万元）. What a mapping has `made`
    stands in no cell of the file.
    """

    sheet: Sheet
    header: int = -1
    places: dict[str, int] = field(default_factory=dict)
    headings: dict[int, str] = field(default_factory=dict)
    factors: dict[str, Decimal] = field(default_factory=dict)
    currencies: dict[str, str] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    personal: set[int] = field(default_factory=set)
    made: set[int] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)
    lang: str = DEFAULT_LANG

    @property
    def usable(self) -> bool:
        """Whether rows may be read."""
        return self.header >= 0 and not any(finding.severity == "error" for finding in self.findings)


def folded(text: str) -> str:
    """A heading or a sheet's name as it is compared: width, case, blanks, stars and numbering don't matter."""
    return _NOISE.sub("", clean(text).casefold())


@cache
def sheet_names() -> dict[str, Sheet]:
    """Every name under which a sheet is known."""
    return {folded(name): sheet for sheet in SHEETS for name in sheet.names()}


@cache
def passed_over() -> frozenset[str]:
    """Names of sheets that the template and the copy with findings bring along."""
    keys = ("sheet-guide", "sheet-lists", "sheet-findings")
    return frozenset((folded(ASKED), *(folded(say(key, lang)) for key in keys for lang in LANGS)))


@cache
def _columns(sheet: Sheet) -> dict[str, Column]:
    found: dict[str, Column] = {}
    # What a column is called goes before what another may also be called: 承诺编号 is the number of a commitment on one
    # sheet, and a reference to it on the next.
    # The row's own number comes last: its words are those of every sheet, 兑现编号 among them.
    others = [column for column in sheet.columns if column.kind != "number"]
    numbers = [column for column in sheet.columns if column.kind == "number"]
    for headings in (Column.own_headings, Column.aliases):
        for column in (*others, *numbers):
            for heading in headings(column):
                found.setdefault(folded(heading), column)
    return found


@cache
def own_headings() -> frozenset[str]:
    """Headings that this program writes itself, and passes over when they come back."""
    about = ("from", "to", "what", "state", "whole", "so-far", "said", "said-on", "due")
    context = (say("asked-context", lang, what=say(f"asked-context-{key}", lang)) for lang in LANGS for key in about)
    return frozenset(map(folded, (*(say("column-findings", lang) for lang in LANGS), *context)))


def column_of(sheet: Sheet, heading: str) -> tuple[Column | None, str]:
    """The column a heading means, and the unit in its brackets, if any."""
    tidy = clean(heading)
    known = _columns(sheet)
    whole = known.get(folded(tidy))
    if whole is not None:
        return whole, ""
    bracketed = BRACKET.findall(tidy)
    return known.get(folded(BRACKET.sub("", tidy))), bracketed[-1].strip() if bracketed else ""


def sheet_of(raw: RawSheet, given: str = "") -> Sheet | None:
    """The sheet that is meant: as `given`, by its name, or by its headings where they fit one sheet alone."""
    by_name = sheet_names().get(folded(given or raw.name))
    if by_name is not None or given:
        return by_name
    # A file's own name may say more than that it is the deliveries: 2021-deliveries-north
    for name, sheet in sorted(sheet_names().items(), key=lambda item: -len(item[0])):
        if len(name) > 1 and name in folded(raw.name) and _best_row(raw, sheet)[1] >= 2:
            return sheet
    fitting = []
    for sheet in SHEETS:
        row, score = _best_row(raw, sheet)
        if row < 0:
            continue
        there = {column.name for cell in raw.rows[row] if (column := column_of(sheet, shown(cell))[0])}
        if all(column.name in there for column in sheet.columns if column.required):
            fitting.append((score, sheet))
    fitting.sort(key=lambda item: -item[0])
    if fitting and (len(fitting) == 1 or fitting[0][0] > fitting[1][0]):
        return fitting[0][1]
    return None


def _best_row(raw: RawSheet, sheet: Sheet) -> tuple[int, int]:
    """The row with most headings of the sheet, and how many."""
    best, score = -1, 0
    for at, row in enumerate(raw.rows[:SEARCHED]):
        found = len({column.name for cell in row if isinstance(cell, str) and (column := column_of(sheet, cell)[0])})
        if found > score:
            best, score = at, found
    return best, score


def layout_of(raw: RawSheet, sheet: Sheet, lang: str) -> Layout:
    """Find the headings of `sheet`. What is wrong stands in the layout's findings; columns are named in `lang`."""
    layout = Layout(sheet, lang=lang)
    layout.header, score = _best_row(raw, sheet)
    if score < 2:
        layout.header = -1
        if any(any(shown(cell).strip() for cell in row) for row in raw.rows[:SEARCHED]):
            layout.findings.append(_at(raw, Finding("sheet-no-headings", {"searched": SEARCHED})))
        return layout
    for place, cell in enumerate(raw.rows[layout.header]):
        _take(layout, raw, place, shown(cell).strip(), lang)
    missing = [column for column in sheet.columns if column.required and column.name not in layout.places]
    for column in missing:
        finding = Finding("sheet-column-missing", {"heading": column.heading(lang)}, column=column.heading(lang))
        layout.findings.append(_at(raw, finding, row=layout.header + 1))
    return layout


def _take(layout: Layout, raw: RawSheet, place: int, heading: str, lang: str) -> None:
    if heading == "":
        return
    layout.headings[place] = heading

    def tell(finding: Finding) -> None:
        layout.findings.append(_at(raw, finding, row=layout.header + 1, column=heading, place=place))

    reason = person_level(heading)
    if reason is not None:
        layout.personal.add(place)
        tell(Finding(reason, {"heading": heading}))
        return
    column, unit = column_of(layout.sheet, heading)
    if column is None:
        if folded(heading) not in own_headings():
            tell(Finding("sheet-column-unknown", {"heading": heading}, "notice"))
        return
    if column.name in layout.places:
        tell(Finding("sheet-column-twice", {"heading": heading, "first": column_letter(layout.places[column.name])}))
        return
    layout.places[column.name] = place
    if unit and column.kind == "amount":
        take_unit(layout, column, unit, heading, tell)


def take_unit(layout: Layout, column: Column, unit: str, heading: str, tell: Any) -> None:
    """Read the unit in a heading's brackets, such as 金额（万元） or （万元，含税）.

    What is no unit is told; where it may yet be one of 万 or 亿, nothing is read: it would be wrong ten thousand times.
    """
    if unit and all(sign in FACTORS for sign in unit):
        factor = Decimal(1)
        for sign in unit:
            factor *= FACTORS[sign]
        layout.factors[column.name], layout.units[column.name] = factor, unit
        return
    if not column.money:
        return
    for part in (unit, *re.split(r"[,，、;；\s]+", unit)):
        try:
            layout.factors[column.name], layout.currencies[column.name] = unit_factor(part)
        except Refused:
            continue
        layout.units[column.name] = part
        return
    words = {"heading": heading, "unit": unit}
    large = any(sign in unit for sign in "万萬亿億")
    tell(Finding("sheet-unit-unclear", words) if large else Finding("sheet-unit-unknown", words, "warning"))


def _at(
    raw: RawSheet, finding: Finding, *, row: int | None = None, column: str = "", place: int | None = None
) -> Finding:
    return Finding(
        finding.key,
        finding.args,
        finding.severity,
        file=raw.file.name,
        sheet=raw.name,
        row=row,
        column=column or finding.column,
        cell="" if place is None or row is None else f"{column_letter(place)}{row}",
    )


def first_text(row: Sequence[Any]) -> str:
    """The first cell of a row that holds something, as text."""
    for cell in row:
        if cell != "" and (text := shown(cell).strip()):
            return text
    return ""
