"""This year beside last year: two bars an indicator, each pair on a scale of its own."""

from __future__ import annotations

from decimal import Decimal

from concentric.core.terms.words import say
from concentric.prove.charts.canvas import SIZE, Sheet, fill, lines, mark, text
from concentric.prove.charts.chart import Chart, Row
from concentric.prove.comparing import says
from concentric.prove.freezing import Frozen
from concentric.prove.picture.frame import width_of

BAR, GAP = 11.0, 3.0
BOLD = 1.3  # a bold number in a wide typeface, against what was reckoned: it must not run off the edge


def years(chart: Chart, sheet: Sheet) -> tuple[str, float]:
    """Rows of a name, how it changed, and the two bars with their years and numbers."""
    out, y = [], 0.0
    tag = max((width_of(year, 12) for year in chart.years), default=0.0) + 10
    for row in chart.rows:
        beside = row.beside
        if beside is None:
            continue
        change = says(beside, chart.lang)
        room = sheet.width - width_of(change, SIZE) - 16
        head, n = lines("cl", 0, y + 14, row.label, room)
        out.append(head + text("q", sheet.width, y + 14, change, anchor="end"))
        y += 14 + n * SIZE * 1.25 - 9
        most = max(beside.now.value or Decimal(0), beside.then.value or Decimal(0) if beside.then else Decimal(0))
        shown = max(width_of(one.shown, SIZE) for one in (beside.now, beside.then) if one is not None)
        number = shown * BOLD + 12
        for year, one, shade in ((chart.years[0], beside.then, "pledged"), (chart.years[1], beside.now, "verified")):
            if one is None:
                continue
            out.append(_bar(chart, sheet, row, year, one, shade, (tag, y, sheet.width - tag - number), most))
            y += BAR + GAP
        y += 16
    return "".join(out), y


def _bar(
    chart: Chart,
    sheet: Sheet,
    row: Row,
    year: str,
    one: Frozen,
    shade: str,
    box: tuple[float, float, float],
    most: Decimal,
) -> str:
    x, y, room = box
    share = 0.0 if one.value is None or most <= 0 else max(0.0, float(one.value / most))
    inner = text("q", 0, y + BAR - 1, year, size=12)
    inner += f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(share * room, 1.5):.1f}" height="{BAR:g}" '
    inner += f"{fill(sheet, chart.hue, shade)}/>"
    if shade == "pledged" and share:
        inner += f'<rect class="edge" x="{x + 0.5:.1f}" y="{y + 0.5:.1f}" width="{share * room - 1:.1f}" height="10"/>'
    inner += text("cv", x + share * room + 8, y + BAR - 1, one.shown)
    says_it = say("chart-part", chart.lang, label=f"{row.label} {year}", value=one.shown)
    return mark(sheet, one.ref if shade == "verified" else None, says_it, inner)
