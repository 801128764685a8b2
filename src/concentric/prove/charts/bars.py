"""Rows of bars: a ladder of indicators, a breakdown, the places of a map. Length is the value, shade the strength."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from concentric.core.courses import RUNGS
from concentric.core.terms.words import say
from concentric.prove.charts.canvas import SIZE, Sheet, fill, legend, lines, mark, text
from concentric.prove.charts.chart import Chart, Row
from concentric.prove.charts.plan import VALUE
from concentric.prove.freezing import Frozen
from concentric.prove.picture.frame import width_of

BAR = 13.0
ROW = 34.0


def bars(chart: Chart, sheet: Sheet) -> tuple[str, float]:
    """The rows on one scale, or each against its own largest number where they are different things; with a legend."""
    own = chart.kind == "ladder"
    most = max((_longest(row) for row in chart.rows), default=Decimal(0))
    drawn, height = rows(chart, sheet, chart.rows, sheet.width, None if own else most)
    shades = seen(chart)
    if shades:
        names = [(rung, say(f"picture-{rung}", chart.lang)) for rung in shades]
        drawn_legend, more = legend(sheet, chart.hue, names, height + 8)
        drawn, height = drawn + drawn_legend, height + 8 + more
    return drawn, height


def seen(chart: Chart) -> list[str]:
    """The rungs whose shade is anywhere in the bars: one that reaches no further than a stronger one is behind it."""
    found = set()
    for row in chart.rows:
        longest = Decimal(0)
        for rung in reversed(RUNGS):
            number = row.numbers.get(rung)
            if number is not None and number.value is not None and number.value > longest:
                longest = number.value
                found.add(rung)
    return [rung for rung in chart.rungs if rung in found]


def rows(
    chart: Chart, sheet: Sheet, shown: Sequence[Row], width: float, most: Decimal | None, x: float = 0.0
) -> tuple[str, float]:
    """Bars with their label and number; beside the label where there is room, under it where there is none."""
    out, y = [], 0.0
    wide = width >= 520
    label = min(190.0, max((width_of(row.label, SIZE) for row in shown), default=0.0) + 14) if wide else 0.0
    number = max((width_of(headline(chart, row).shown, SIZE) for row in shown), default=0.0) + 12
    for row in shown:
        said = headline(chart, row)
        inner, n = lines("cl", x, y + 14, row.label, label - 10 if wide else width - number)
        top = y + 4 if wide else y + 8 + n * SIZE * 1.25
        room = width - label - number if wide else width
        inner += _bar(chart, sheet, row, x + label, top, room, most if most is not None else _longest(row))
        place = y + 14
        inner += text("cv", x + width, place, said.shown, anchor="end")
        says = say("chart-part", chart.lang, label=row.label, value=said.shown)
        out.append(mark(sheet, said.ref, says, inner))
        y = max(y + ROW, top + BAR + 14) if not wide else y + max(ROW, n * SIZE * 1.25 + 12)
    return "".join(out), y


def headline(chart: Chart, row: Row) -> Frozen:
    """The number that the text would print of a row."""
    return row.numbers.get(chart.strength) or row.numbers.get(VALUE) or row.printed


def _longest(row: Row) -> Decimal:
    return max((number.value for number in row.numbers.values() if number.value is not None), default=Decimal(0))


def _bar(chart: Chart, sheet: Sheet, row: Row, x: float, y: float, room: float, most: Decimal) -> str:
    if all(number.value is None for number in row.numbers.values()):
        return (
            f'<rect class="unknown" x="{x + 0.5:.1f}" y="{y + 0.5:.1f}" width="{room - 1:.1f}" height="{BAR - 1:g}"/>'
        )
    out = [f'<rect class="track" x="{x:.1f}" y="{y:.1f}" width="{room:.1f}" height="{BAR:g}"/>']
    start = 0.0
    # Strongest first, each longer one behind it: as along an arc of the picture.
    for rung in (*reversed(RUNGS), VALUE):
        number = row.numbers.get(rung)
        if number is None or number.value is None or number.value <= 0 or most <= 0:
            continue
        end = max(min(1.0, float(number.value / most)) * room, 1.6)
        if end - start > 0.05:
            shade = fill(sheet, chart.hue, "confirmed" if rung == VALUE else rung)
            out.append(f'<rect x="{x + start:.1f}" y="{y:.1f}" width="{end - start:.1f}" height="{BAR:g}" {shade}/>')
            start = end
    said = row.numbers.get(chart.strength)
    if said is not None and said.value is not None and most > 0:
        at = x + min(1.0, float(said.value / most)) * room
        out.append(f'<path class="printed" d="M{at:.1f} {y - 3:.1f}V{y + BAR + 3:.1f}"/>')
    if start == 0:
        out.append(f'<path class="zero {chart.hue}" d="M{x + 1:.1f} {y - 2:.1f}V{y + BAR + 2:.1f}"/>')
    return "".join(out)
