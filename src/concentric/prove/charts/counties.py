"""A map of symbols at the places' centres. No outlines: the ledger holds points, and an outline would be invented.

Areas are true: a disc's area is its value; of a share the ring's area is the whole and the disc's the part. Symbols
that would lie on one another move apart, each tied to its true place by a line.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import cos, hypot, pi, radians, sqrt

from concentric.core.terms.words import say
from concentric.prove.charts.bars import rows
from concentric.prove.charts.canvas import Sheet, fill, mark, text
from concentric.prove.charts.chart import Chart, Row
from concentric.prove.picture.frame import width_of

KM = 111.2  # kilometres to a degree of latitude
LARGEST, SMALLEST = 40.0, 3.0  # units: radii
LABEL, ROOM = 12.0, 1.15  # a label, and the room it gets: typefaces differ, and the number is bold


@dataclass
class Symbol:
    """A place on the map: where it truly is, where its symbol stands, the radii of the whole and of the part."""

    row: Row
    home: tuple[float, float]
    x: float
    y: float
    whole: float
    part: float
    reach: float  # half the room it needs, its label included


def counties(chart: Chart, sheet: Sheet) -> tuple[str, float]:
    """The map, with the same places as bars beside it; under it on a phone. Bars alone where no place has a centre."""
    placed = [row for row in chart.rows if row.at is not None]
    shown = sorted(chart.rows, key=lambda row: (row.printed.value is None, -(row.printed.value or 0)))
    most = Decimal(100) if chart.share else max((row.printed.value or Decimal(0) for row in shown), default=Decimal(0))
    if len(placed) < 2:
        return rows(chart, sheet, shown, sheet.width, most)
    width = sheet.width if sheet.narrow else sheet.width * 0.54
    drawn, height = _map(chart, sheet, placed, width)
    if sheet.narrow:
        listed, more = rows(chart, sheet, shown, sheet.width, most)
        return drawn + f'<g transform="translate(0 {height + 24:.1f})">{listed}</g>', height + 24 + more
    x = width + 28
    listed, more = rows(chart, sheet, shown, sheet.width - x, most)
    top = max(0.0, (height - more) / 2)
    return drawn + f'<g transform="translate({x:.1f} {top:.1f})">{listed}</g>', max(height, more + top)


def _map(chart: Chart, sheet: Sheet, placed: list[Row], width: float) -> tuple[str, float]:
    symbols, scale = _symbols(chart, placed, width)
    _apart(symbols, width)
    left, right = min(s.x - s.reach for s in symbols), max(s.x + s.reach for s in symbols)
    top = min(s.y - max(s.whole, s.part) for s in symbols) - 6
    bottom = max(s.y + max(s.whole, s.part) for s in symbols) + 2.6 * LABEL
    shift = (width - (left + right)) / 2
    out = [f'<g transform="translate({shift:.1f} {-top:.1f})">']
    for one in symbols:
        if hypot(one.x - one.home[0], one.y - one.home[1]) > 6:
            out.append(f'<path class="tie" d="M{one.home[0]:.1f} {one.home[1]:.1f}L{one.x:.1f} {one.y:.1f}"/>')
            out.append(f'<circle class="home" cx="{one.home[0]:.1f}" cy="{one.home[1]:.1f}" r="1.8"/>')
    out += [_symbol(chart, sheet, one) for one in sorted(symbols, key=lambda s: -max(s.whole, s.part))]
    out.append("</g>" + _bar_of_scale(chart, scale, bottom - top))
    return "".join(out), bottom - top + 26


def _symbols(chart: Chart, placed: list[Row], width: float) -> tuple[list[Symbol], float]:
    """Symbols at their true places; and how many units a kilometre is."""
    lats, lons = [float(row.at[0]) for row in placed if row.at], [float(row.at[1]) for row in placed if row.at]
    middle = cos(radians((min(lats) + max(lats)) / 2))
    high, wide = max(max(lats) - min(lats), 0.02), max((max(lons) - min(lons)) * middle, 0.02)
    unit = min((width - 130) / wide, 330 / high)
    largest = max((max(_areas(chart, row)) for row in placed), default=Decimal(0))
    found = []
    for row, lat, lon in zip(placed, lats, lons, strict=True):
        home = ((lon - min(lons)) * middle * unit, (max(lats) - lat) * unit)
        whole, part = (_radius(area, largest) for area in _areas(chart, row))
        label = ROOM * max(width_of(row.label, LABEL), width_of(row.printed.shown, LABEL)) / 2
        found.append(Symbol(row, home, *home, whole, part, max(whole, part, label) + 3))
    return found, unit / KM


def _areas(chart: Chart, row: Row) -> tuple[Decimal, Decimal]:
    """Whole and part: of a count there is no whole."""
    number = row.printed
    if chart.share and number.numerator is not None and number.denominator is not None:
        return number.denominator, number.numerator
    return Decimal(0), Decimal(0) if chart.share else number.value or Decimal(0)


def _radius(area: Decimal, largest: Decimal) -> float:
    return 0.0 if area <= 0 or largest <= 0 else max(SMALLEST, LARGEST * sqrt(float(area / largest)))


def _apart(symbols: list[Symbol], width: float, rounds: int = 300) -> None:
    """Move symbols apart until none covers another or its label, and pull each gently home. Always the same way."""
    for turn in range(rounds):
        for i, one in enumerate(symbols):
            for other in symbols[i + 1 :]:
                dx, dy = other.x - one.x, other.y - one.y
                need_x = one.reach + other.reach
                need_y = max(one.whole, one.part) + max(other.whole, other.part) + 2.7 * LABEL
                away = max(abs(dx) / need_x, abs(dy) / need_y)
                if away >= 1:
                    continue
                angle = (dx, dy) if hypot(dx, dy) > 0.5 else (cos(i * 2 * pi / 7), 0.4 + 0.1 * i)
                long = hypot(*angle)
                push = (1 - away) * min(need_x, need_y) * 0.22
                one.x, one.y = one.x - angle[0] / long * push, one.y - angle[1] / long * push
                other.x, other.y = other.x + angle[0] / long * push, other.y + angle[1] / long * push
        pull = 0.04 * (1 - turn / rounds)
        for one in symbols:
            one.x += (one.home[0] - one.x) * pull
            one.y += (one.home[1] - one.y) * pull


def _symbol(chart: Chart, sheet: Sheet, one: Symbol) -> str:
    number, out = one.row.printed, ""
    place = f'cx="{one.x:.1f}" cy="{one.y:.1f}"'
    if one.whole:
        out += f'<circle class="whole" {place} r="{one.whole:.1f}"/>'
    if one.part:
        out += f'<circle {place} r="{one.part:.1f}" {fill(sheet, chart.hue, _shade(one.row))}/>'
    if number.value is None:
        out += f'<circle class="unknown" {place} r="9"/>'
    elif not one.part:
        out += f'<circle class="none" {place} r="{SMALLEST:g}"/>'
    y = one.y + max(one.whole, one.part, 9 if number.value is None else SMALLEST)
    out += text("cl over", one.x, y + LABEL * 1.15, one.row.label, size=LABEL, anchor="middle")
    out += text("cv over", one.x, y + LABEL * 2.3, number.shown, size=LABEL, anchor="middle")
    return mark(sheet, number.ref, say("chart-part", chart.lang, label=one.row.label, value=number.shown), out)


def _shade(row: Row) -> str:
    return row.printed.strength or "confirmed"


def _bar_of_scale(chart: Chart, scale: float, y: float) -> str:
    km = next((km for km in (100, 50, 20, 10, 5, 2, 1) if km * scale <= 90), 1)
    length = km * scale
    line = f'<path class="scale" d="M0.5 {y + 8:.1f}V{y + 14:.1f}H{length:.1f}V{y + 8:.1f}"/>'
    return line + text("q", length + 8, y + 14, say("chart-kilometres", chart.lang, km=km), size=11.5)
