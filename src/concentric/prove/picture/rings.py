"""The body of the picture: textures, bands, strengths, cells and marks. Labels and the middle are in `labels.py`."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import degrees, radians

from concentric.prove.picture.arc import RUNGS, Arc, Centre, Circle, safe_link, safe_text
from concentric.prove.picture.frame import Frame, Ring, spans
from concentric.prove.picture.labels import arc_label, centre_text, circle_name, fits

LEAST = 1.4  # units: a value above zero is never drawn shorter than this
CELL = 2.6  # units: cells narrower than this would be a grey blur


@dataclass(frozen=True)
class Way:
    """How one kind of drawing differs from another. `ids` keeps ids apart where a page carries several pictures."""

    ids: str
    labels: bool = True
    names: bool = True  # programme names in the labels; False: only where all of them fit
    links: bool = True
    hits: bool = False  # a touch area as high as lane and band together


def body(frame: Frame, circles: Sequence[Circle], centre: Centre, way: Way) -> str:
    """Everything inside the svg element but title and description."""
    rows = []
    for ring, circle in zip(frame.rings, circles, strict=True):
        seam, name = circle_name(frame, ring, circle.name, small=not way.labels)
        places = spans(len(circle.arcs), ring.middle, seam, frame.gap) if circle.arcs else []
        rows.append((ring, circle, name, list(zip(circle.arcs, places, strict=True))))
    names = way.names or all(fits(frame, ring, arc, b - a) for ring, _, _, arcs in rows for arc, (a, b) in arcs)
    out = [textures(way.ids, [circle.hue for circle in circles])]
    for i, (ring, circle, name, arcs) in enumerate(rows):
        out.append(f'<g class="ring {circle.hue}">')
        for j, (arc, (a, b)) in enumerate(arcs):
            inner = _band(frame, ring, circle.hue, arc, a, b, way)
            if way.labels:
                inner += arc_label(frame, ring, arc, a, b, names=names, path_id=f"{way.ids}t{i}-{j}")
            out.append(_linked(arc, inner, way))
        out.append(name + "</g>")
    out.append(centre_text(frame, centre, small=not way.labels, ids=way.ids))
    return "\n".join(out)


def textures(ids: str, hues: Sequence[str]) -> str:
    """Fill patterns `<ids><hue>-reported` (hatch) and `-pledged` (dots); colours come from classes f-<hue>-<1..4>."""

    def pattern(name: str, step: float, marks: str) -> str:
        return (
            f'<pattern id="{ids}{name}" width="{step}" height="{step}" patternUnits="userSpaceOnUse" '
            f'patternTransform="rotate(45)">{marks}</pattern>'
        )

    out = []
    for hue in dict.fromkeys(hues):
        ground, line = f'<rect width="5" height="5" class="f-{hue}-2"/>', f'class="f-{hue}-4"/>'
        out.append(pattern(f"{hue}-reported", 5, f'{ground}<rect width="1.7" height="5" {line}'))
        ground, dot = f'<rect width="5.5" height="5.5" class="f-{hue}-1"/>', f'class="f-{hue}-3"/>'
        out.append(pattern(f"{hue}-pledged", 5.5, f'{ground}<circle cx="2.75" cy="2.75" r=".95" {dot}'))
    return "<defs>" + "".join(out) + "</defs>"


def _linked(arc: Arc, inner: str, way: Way) -> str:
    link = safe_link(arc.href) if way.links else ""
    if not link:
        return f'<g class="arc">{inner}</g>'
    says = safe_text(arc.says)
    return f'<a class="arc" href="{safe_text(link)}" aria-label="{says}"><title>{says}</title>{inner}</a>'


def _band(frame: Frame, ring: Ring, hue: str, arc: Arc, a: float, b: float, way: Way) -> str:
    r0, r1 = ring.inner, ring.outer
    out = [f'<path class="track{"" if arc.known else " unknown"}" d="{frame.sector(r0, r1, a, b)}"/>']
    if arc.known:
        strengths = _strengths(frame, ring, hue, arc, a, b, way.ids)
        out += strengths + _divisions(frame, ring, arc, a, b)
        if head := arc.share(arc.printed):
            t = a + (b - a) * head
            out.append(f'<path class="printed" d="M{frame.point(r1 - 1, t)}L{frame.point(r1 + 4.5, t)}"/>')
        if not strengths:  # known, and nothing: a stop at the start, so that it isn't taken for an empty track
            out.append(f'<path class="zero" d="M{frame.point(r0 - 3, a)}L{frame.point(r1 + 3, a)}"/>')
    pad = degrees(2.5 / ring.middle)
    out.append(f'<path class="edge" d="{frame.sector(r0 - 2.5, r1 + 2.5, a - pad, b + pad)}"/>')
    if way.hits:
        out.append(f'<path class="hit" d="{frame.sector(r0, r1 + ring.lane, a, b)}"/>')
    return "".join(out)


def _strengths(frame: Frame, ring: Ring, hue: str, arc: Arc, a: float, b: float, ids: str) -> list[str]:
    """One path for each rung that adds length to the stronger ones before it; an unknown rung is passed over."""
    out, start = [], a
    for rung in RUNGS:
        share = arc.share(rung)
        if share is None or share == 0:
            continue
        end = min(b, max(a + (b - a) * share, a + degrees(LEAST / ring.middle)))
        if end - start > 0.05:
            fill = f' fill="url(#{ids}{hue}-{rung})"' if rung in ("reported", "pledged") else ""
            out.append(f'<path class="{rung}" d="{frame.sector(ring.inner, ring.outer, start, end)}"{fill}/>')
            start = end
    return out


def _divisions(frame: Frame, ring: Ring, arc: Arc, a: float, b: float) -> list[str]:
    """Cells, one for each thing counted, where they are wide enough; ticks at the quarters of a quantity."""
    height = ring.outer - ring.inner
    if not arc.counts:
        depth = min(5.0, height * 0.15)
        quarters = [a + (b - a) * q / 4 for q in (1, 2, 3)]
        tips = [(frame.point(ring.inner, t), frame.point(ring.inner + depth, t)) for t in quarters]
        return [f'<path class="tick" d="M{foot}L{tip}"/>' for foot, tip in tips]
    cell = radians(b - a) * ring.middle / float(arc.base or 1)
    if cell < CELL:
        return []
    cut = min(1.6, max(0.7, cell * 0.16))
    dashes = f'stroke-dasharray="{cut:.3f} {cell - cut:.3f}" stroke-dashoffset="{cut / 2:.3f}"'
    path = frame.curve(ring.middle, a, b)
    return [f'<path class="cells" d="{path}" stroke-width="{height + 1:.1f}" {dashes}/>']
