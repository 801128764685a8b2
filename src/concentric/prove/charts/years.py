"""This year beside last year: two bars an indicator, each pair on a scale of its own."""

from __future__ import annotations

from decimal import Decimal

from concentric.core.terms.words import say
from concentric.prove.charts.canvas import SIZE, Sheet, fill, lines, mark, text
from concentric.prove.charts.chart import Chart, Row
from concentric.prove.comparing import says
from concentric.prove.freezing import Frozen
from concentric.prove.picture.frame import width_of

BAR, GAP, AIR = 11.0, 3.0, 16.0
PRINTED_BAR, PRINTED_GAP, PRINTED_AIR = 10.0, 5.0, 9.0
COLUMNS, BETWEEN = 2, 36.0
"""On paper, where a tall chart would leave half a page empty before it."""
BOLD = 1.3  # a bold number in a wide typeface, against what was reckoned: it must not run off the edge


def years(chart: Chart, sheet: Sheet) -> tuple[str, float]:
    """Rows of a name, how it changed, and the two bars with their years and numbers; two rows beside on paper."""
    columns = COLUMNS if sheet.printed and len(chart.rows) > COLUMNS else 1
    width = (sheet.width - (columns - 1) * BETWEEN) / columns
    rows = [row for row in chart.rows if row.beside is not None]
    out, y = [], 0.0
    for n in range(0, len(rows), columns):
        drawn = [_row(chart, sheet, row, width) for row in rows[n : n + columns]]
        for column, (inner, _) in enumerate(drawn):
            out.append(f'<g transform="translate({column * (width + BETWEEN):.1f} {y:.1f})">{inner}</g>')
        y += max(height for _, height in drawn)
    return "".join(out), y


def _row(chart: Chart, sheet: Sheet, row: Row, width: float) -> tuple[str, float]:
    beside = row.beside
    if beside is None:
        return "", 0.0
    bar, gap, air = (PRINTED_BAR, PRINTED_GAP, PRINTED_AIR) if sheet.printed else (BAR, GAP, AIR)
    tag = max((width_of(year, 12) for year in chart.years), default=0.0) + 10
    change = says(beside, chart.lang)
    room = width - width_of(change, SIZE) - 16
    below = width_of(row.label, SIZE) > room
    head, n = lines("cl", 0, 14, row.label, width if below else room)
    y = 14 + n * SIZE * 1.25 - 9
    if below:
        head += text("q", 0, y + 9, change)
        y += SIZE * 1.25
    else:
        head += text("q", width, 14, change, anchor="end")
    out = [head]
    most = max(beside.now.value or Decimal(0), beside.then.value or Decimal(0) if beside.then else Decimal(0))
    shown = max(width_of(one.shown, SIZE) for one in (beside.now, beside.then) if one is not None)
    number = shown * BOLD + 12
    for year, one, shade in ((chart.years[0], beside.then, "pledged"), (chart.years[1], beside.now, "verified")):
        if one is not None:
            out.append(_bar(chart, sheet, row, year, one, shade, (tag, y, width - tag - number, bar), most))
            y += bar + gap
    return "".join(out), y + air


def _bar(
    chart: Chart,
    sheet: Sheet,
    row: Row,
    year: str,
    one: Frozen,
    shade: str,
    box: tuple[float, float, float, float],
    most: Decimal,
) -> str:
    x, y, room, bar = box
    share = 0.0 if one.value is None or most <= 0 else max(0.0, float(one.value / most))
    inner = text("q", 0, y + (bar + 9) / 2, year, size=12)
    inner += f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(share * room, 1.5):.1f}" height="{bar:g}" '
    inner += f"{fill(sheet, chart.hue, shade)}/>"
    if shade == "pledged" and share:
        edge = f'x="{x + 0.5:.1f}" y="{y + 0.5:.1f}" width="{max(share * room - 1, 0.5):.1f}" height="{bar - 1:g}"'
        inner += f'<rect class="edge" {edge}/>'
    inner += text("cv", x + share * room + 8, y + (bar + 9) / 2, one.shown)
    says_it = say("chart-part", chart.lang, label=f"{row.label} {year}", value=one.shown)
    return mark(sheet, one.ref if shade == "verified" else None, says_it, inner)
