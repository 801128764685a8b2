"""What was promised and how much of it came: a stream through the rungs, and at each what did not get any further."""

from __future__ import annotations

from decimal import Decimal

from concentric.core.terms.words import say
from concentric.prove.charts.canvas import Sheet, fill, lines, mark, text
from concentric.prove.charts.chart import Chart, Row
from concentric.prove.charts.plan import VALUE
from concentric.prove.picture.frame import width_of

NODE = 12.0  # thickness of a node across the stream
WIDER = 1.25  # by how much a typeface may be wider than was reckoned with


def sankey(chart: Chart, sheet: Sheet) -> tuple[str, float]:
    """From left to right; on a phone from the top down."""
    most = max((number.value for row in chart.rows if (number := row.printed).value is not None), default=Decimal(0))
    if most <= 0 or len(chart.rows) < 2:
        return nothing(chart)
    return _down(chart, sheet, most) if sheet.narrow else _across(chart, sheet, most)


def nothing(chart: Chart) -> tuple[str, float]:
    """What stands in place of a drawing that would be empty."""
    return text("q", 0, 16, say("chart-nothing", chart.lang)), 26.0


def _size(row: Row, most: Decimal, whole: float) -> float:
    value = row.printed.value
    return 0.0 if value is None or value <= 0 else max(float(value / most) * whole, 1.5)


def _across(chart: Chart, sheet: Sheet, most: Decimal) -> tuple[str, float]:
    whole, top, n = 132.0, 48.0, len(chart.rows)
    flows: list[str] = []
    nodes: list[str] = []
    last = max(width_of(chart.rows[-1].printed.shown, 15), width_of(chart.rows[-1].label, 13)) + 4
    pitch = (sheet.width - max(NODE, last)) / (n - 1)
    bottom = top + whole
    # "CNY 6.548 million" is long, and some typefaces are wide: amounts side by side must not run into each other.
    widest = max(width_of(row.printed.shown, 15) for row in chart.rows) * WIDER
    size = 15 * min(1.0, (pitch - 8) / widest)
    for k, row in enumerate(chart.rows):
        x, height = k * pitch, _size(row, most, whole)
        nodes.append(_node(chart, sheet, row, (x, top, NODE, height or whole), bool(height)))
        # The last words end at the edge: a wider typeface than was reckoned with must not be cut.
        at, anchor = (sheet.width, "end") if k + 1 == n else (x, "start")
        nodes.append(text("q", at, top - 27, row.label, anchor=anchor))
        nodes.append(text("cv", at, top - 8, row.printed.shown, size=size, anchor=anchor))
        if k + 1 == n or not height:
            continue
        after = chart.rows[k + 1]
        go = min(_size(after, most, whole), height)
        shade = fill(sheet, chart.hue, _rung(after))
        if go:
            band = f'<rect x="{x + NODE:.1f}" y="{top:.1f}" width="{pitch - NODE:.1f}" height="{go:.1f}" {shade}/>'
            flows.append(f'<g class="flow">{band}</g>')
        rest = _rest(row, after)
        if rest is None or rest <= 0:
            continue
        # What stays behind bends down and ends where it is named.
        thick, x0, x1 = height - go, x + NODE, x + NODE + min(pitch * 0.36, 70)
        end = top + whole + 18
        path = _bend(x0, top + go, top + height, x1, end, thick)
        flows.append(f'<g class="stay"><path d="{path}" {fill(sheet, chart.hue, _rung(row))}/></g>')
        said, count = lines("q", x + NODE, end + 17, _stayed(chart, after), pitch - NODE - 8, size=12, most=2)
        flows.append(said + text("cl", x + NODE, end + 17 + count * 15, chart.difference(*_pair(row, after)), size=13))
        bottom = max(bottom, end + 17 + count * 15 + 6)
    return "".join(flows + nodes), bottom


def _down(chart: Chart, sheet: Sheet, most: Decimal) -> tuple[str, float]:
    whole, pitch = sheet.width * 0.52, 96.0
    flows: list[str] = []
    nodes: list[str] = []
    y = 0.0
    for k, row in enumerate(chart.rows):
        width = _size(row, most, whole)
        nodes.append(_node(chart, sheet, row, (0, y, width or whole, NODE), bool(width)))
        nodes.append(text("q", width + 10, y + 1, row.label, size=12.5) if width < whole - 1 else "")
        at = width + 10
        if width >= whole - 1:
            nodes.append(text("q", at, y + 1 + 9, row.label, size=12.5))
            nodes.append(text("cv", at, y + 27, row.printed.shown, size=14))
        else:
            nodes.append(text("cv", at, y + 18, row.printed.shown, size=14))
        if k + 1 == len(chart.rows):
            return "".join(flows + nodes), y + 30
        after = chart.rows[k + 1]
        go = min(_size(after, most, whole), width)
        if go:
            shade = fill(sheet, chart.hue, _rung(after))
            band = f'<rect x="0" y="{y + NODE:.1f}" width="{go:.1f}" height="{pitch - NODE:.1f}" {shade}/>'
            flows.append(f'<g class="flow">{band}</g>')
        rest = _rest(row, after)
        if width and rest is not None and rest > 0:
            end = y + NODE + 30
            stub = f'<rect x="{go:.1f}" y="{y + NODE:.1f}" width="{width - go:.1f}" height="30" '
            flows.append(f'<g class="stay">{stub}{fill(sheet, chart.hue, _rung(row))}/></g>')
            at = min(go + 10, sheet.width * 0.55)
            flows.append(text("q", at, end + 14, _stayed(chart, after), size=12))
            flows.append(text("cl", at, end + 30, chart.difference(*_pair(row, after)), size=13))
        y += pitch
    return "".join(flows + nodes), y


def _node(chart: Chart, sheet: Sheet, row: Row, box: tuple[float, float, float, float], known: bool) -> str:
    x, y, width, height = box
    place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    shape = f'<rect {place} class="f-{chart.hue}-4"/>' if known else f'<rect {place} class="unknown"/>'
    says = say("chart-part", chart.lang, label=row.label, value=row.printed.shown)
    return mark(sheet, row.printed.ref, says, shape)


def _bend(x0: float, y0: float, y1: float, x1: float, end: float, thick: float) -> str:
    """A band that leaves to the right between `y0` and `y1` and runs down to `end`, as thick all the way."""
    width = min(thick, 34.0)
    inner, outer = x1, x1 + width
    return (
        f"M{x0:.1f} {y0:.1f}C{outer:.1f} {y0:.1f} {outer:.1f} {y0:.1f} {outer:.1f} {end:.1f}"
        f"H{inner:.1f}C{inner:.1f} {y1:.1f} {inner:.1f} {y1:.1f} {x0:.1f} {y1:.1f}Z"
    )


def _rung(row: Row) -> str:
    return row.numbers[VALUE].ref.rung


def _pair(row: Row, after: Row) -> tuple[Decimal, Decimal]:
    return row.printed.value or Decimal(0), after.printed.value or Decimal(0)


def _rest(row: Row, after: Row) -> Decimal | None:
    """What did not reach the next rung; None where either is not known."""
    if row.printed.value is None or after.printed.value is None:
        return None
    return row.printed.value - after.printed.value


def _stayed(chart: Chart, after: Row) -> str:
    return say(f"chart-not-{_rung(after)}", chart.lang)
