"""A foreign sheet as it is read by a mapping: its rows with what the mapping adds, and the layout of its columns."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from concentric.core.terms.codes import clean
from concentric.core.terms.findings import Finding
from concentric.core.terms.guards import person_level
from concentric.exchange.mapping.mapping import JOINT, SheetMapping, Source, headings_at
from concentric.exchange.planning.around import is_remark, merged_across
from concentric.exchange.planning.headings import BRACKET, Layout, first_text, folded, take_unit
from concentric.exchange.planning.parse import totals
from concentric.exchange.sheets.cells import is_blank, shown
from concentric.exchange.workbook.raw import RawSheet, column_letter

LONGEST = 60  # characters of a number that is put together


def applied(raw: RawSheet, mapping: SheetMapping, lang: str) -> tuple[RawSheet, Layout]:
    """The sheet with a column more for each value that is joined or given, and the layout that reads it.

    A heading that asks for something personal is refused here as everywhere, whatever the mapping says.
    """
    headings = headings_at(raw, mapping.header, mapping.depth)
    width = max([len(headings), *(len(row) for row in raw.rows)])
    layout = Layout(mapping.sheet, header=mapping.header + mapping.depth - 1, lang=lang)
    made: list[tuple[str, Source]] = []
    for place, heading in enumerate(headings):
        if heading == "":
            continue
        layout.headings[place] = heading
        reason = person_level(heading)
        if reason is not None:
            layout.personal.add(place)
            layout.findings.append(_finding(raw, layout, Finding(reason, {"heading": heading}), place))
    for column in mapping.sheet.columns:
        source = mapping.columns.get(column.name)
        if source is None:
            if column.required:
                heading = column.heading(lang)
                missing = Finding("sheet-column-missing", {"heading": heading}, column=heading)
                layout.findings.append(replace(missing, file=raw.file.name, sheet=raw.name, row=layout.header + 1))
            continue
        if source.made:
            layout.places[column.name] = width + len(made)
            layout.headings[width + len(made)] = column.heading(lang)
            layout.made.add(width + len(made))
            made.append((column.name, source))
            continue
        place = source.places[0]
        layout.places[column.name] = place
        unit = BRACKET.findall(clean(layout.headings.get(place, "")))
        if unit and column.kind == "amount":
            heading = layout.headings[place]
            take_unit(layout, column, unit[-1].strip(), heading, lambda finding: layout.findings.append(finding))
    return (_with(raw, layout, [source for _, source in made], width) if made else raw), layout


def _with(raw: RawSheet, layout: Layout, made: list[Source], width: int) -> RawSheet:
    rows: list[list[Any]] = []
    across = merged_across(raw)
    for at, row in enumerate(raw.rows):
        no_row = at <= layout.header or _is_no_row(row, alone=at in across)
        more = [""] * len(made) if no_row else [_value(row, one) for one in made]
        rows.append([*row, *[""] * (width - len(row)), *more])
    return replace(raw, rows=rows)


def _is_no_row(row: list[Any], *, alone: bool) -> bool:
    """Blank, a total, or a remark: nothing is put together of it."""
    filled = sum(not is_blank(cell) for cell in row)
    return filled == 0 or (alone and filled == 1) or folded(first_text(row)) in totals() or is_remark(row)


def _value(row: list[Any], one: Source) -> str:
    parts = [shown(row[place]).strip() for place in one.places if place < len(row) and not is_blank(row[place])]
    # Half a number would be the number of something else.
    return JOINT.join(filter(None, [one.text, *parts]))[:LONGEST] if len(parts) == len(one.places) else ""


def _finding(raw: RawSheet, layout: Layout, finding: Finding, place: int) -> Finding:
    at = layout.header + 1
    heading = layout.headings[place]
    return replace(
        finding, file=raw.file.name, sheet=raw.name, row=at, column=heading, cell=f"{column_letter(place)}{at}"
    )
