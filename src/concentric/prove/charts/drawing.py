"""One chart as one svg element: for a page, where classes get their colours from its stylesheet; or for paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from concentric.prove.charts.bars import bars
from concentric.prove.charts.canvas import Href, Sheet
from concentric.prove.charts.chart import Chart
from concentric.prove.charts.counties import counties
from concentric.prove.charts.sankey import nothing, sankey
from concentric.prove.charts.years import years
from concentric.prove.picture.arc import safe_text
from concentric.prove.picture.cover import INKS, PALETTE, SANS
from concentric.prove.picture.rings import textures

WIDE, NARROW = 608.0, 340.0
_DRAWN: Mapping[str, Callable[[Chart, Sheet], tuple[str, float]]] = {
    "sankey": sankey,
    "ladder": bars,
    "outcomes": bars,
    "map": counties,
    "years": years,
}


def draw(chart: Chart, href: Href, *, narrow: bool = False, ids: str = "k-") -> str:
    """The drawing for a page, as wide as a column of text; `narrow` is the phone's own. Each number leads to `href`."""
    sheet = Sheet(NARROW if narrow else WIDE, ids, href)
    inner, height = _drawn(chart, sheet)
    css = f"chart {chart.kind} {'phone-chart' if narrow else 'wide-chart'}"
    return _svg(chart, sheet, inner, height, f'class="{css}"', "")


def draw_printed(chart: Chart) -> str:
    """The drawing for Word and PDF: literal colours, no links; black and white tell the rungs apart by texture."""
    sheet = Sheet(WIDE, "w-", lambda ref: "", printed=True)
    inner, height = _drawn(chart, sheet)
    # Without a ground of its own a picture is see-through, and blends with whatever a program lays under it.
    ground = f'<rect x="-9" y="-9" width="{WIDE + 18:g}" height="{height + 18:.0f}" fill="#ffffff"/>'
    return _svg(chart, sheet, ground + inner, height, f'width="{WIDE:g}" height="{height:.0f}"', _css(chart))


def _drawn(chart: Chart, sheet: Sheet) -> tuple[str, float]:
    if not chart.rows:
        return nothing(chart)
    return _DRAWN[chart.kind](chart, sheet)


def _svg(chart: Chart, sheet: Sheet, inner: str, height: float, how: str, style: str) -> str:
    ids = sheet.ids + chart.code
    # Half a unit of air, so that no stroke is cut at the edge.
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {how} viewBox="-1 -1 {sheet.width + 2:g} {height + 2:.0f}" '
        f'role="group" lang="{safe_text(chart.lang)}" aria-labelledby="{ids}-t {ids}-d">'
        f'<title id="{ids}-t">{safe_text(chart.title)}</title><desc id="{ids}-d">{safe_text(chart.sentence)}</desc>'
        f"{style}{textures(sheet.ids, [chart.hue])}\n{inner}\n</svg>"
    )


def _css(chart: Chart) -> str:
    rules = [
        f"text{{font-family:{SANS[chart.lang]};fill:{INKS['ink']}}}",
        f".q{{fill:{INKS['ink-3']}}} .cv{{font-weight:700}}",
        ".over{paint-order:stroke;stroke:#ffffff;stroke-width:3px}",
        f".track{{fill:{INKS['track']}}} .edge,.whole{{fill:none;stroke:{INKS['edge']};stroke-width:1}}",
        f".unknown{{fill:none;stroke:{INKS['edge']};stroke-dasharray:2 4}}",
        f".printed{{stroke:{INKS['ink']};stroke-width:1.6}}",
        f".tie,.scale{{fill:none;stroke:{INKS['edge']};stroke-width:.8}} .home{{fill:{INKS['edge']}}}",
        f".none{{fill:#ffffff;stroke:{INKS['ink-3']};stroke-width:1.2}} .flow{{opacity:.8}} .stay{{opacity:.75}}",
    ]
    hue = PALETTE[chart.hue]
    rules += [f".f-{chart.hue}-{n}{{fill:{colour}}}" for n, colour in enumerate(hue, 1)]
    rules.append(f".zero{{stroke:{hue[3]};stroke-width:2.5}}")
    return f"<style>{''.join(rules)}</style>"
