"""The concentric picture: plain data in, SVG text out.

Rings are circles, arcs are programmes. An arc's filled length is its reach, lightness and texture are the strength
reached. Every text is escaped; a link that is neither relative nor http(s) is not drawn as one. No style attributes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from math import degrees, pi, radians
from urllib.parse import urlsplit

from concentric.prove.arcs import Frame, Ring, broken, phone_frame, spans, wide_frame, width_of

RUNGS = ("verified", "confirmed", "reported", "pledged")  # strongest first: their order along the arc
HUES = ("hz", "hq", "tj", "sl", "zs")  # azurite, ochre, madder, malachite, sepia: the circles from the outermost in
LEAST = 1.4  # units: a value above zero is never drawn shorter than this

Value = Decimal | int | None


@dataclass(frozen=True)
class Arc:
    """One programme. `at` holds the cumulative value at each rung; a rung missing or None is unknown, 0 is a true zero.

    `base` is the roster's or the target's size; None says that there is none yet. `counts`: the base counts things, so
    that one cell is one thing. `shown` is the label's value ("126/139"), `printed` the rung it stands for.
    """

    no: int
    name: str
    at: Mapping[str, Value]
    base: Value
    href: str = ""
    counts: bool = True
    note: str = ""
    shown: str = ""
    printed: str = "confirmed"

    @property
    def known(self) -> bool:
        """Whether a length can be drawn at all."""
        return self.base is not None and self.base > 0 and any(v is not None for v in self.at.values())

    def share(self, rung: str) -> float | None:
        """How much of the base the rung reaches, 0 to 1; above 100 % is 1 (the label says the value)."""
        value = self.at.get(rung)
        if value is None or self.base is None or self.base <= 0:
            return None
        return min(1.0, max(0.0, float(value / self.base)))


@dataclass(frozen=True)
class Circle:
    """One ring; `hue` is one of HUES."""

    hue: str
    name: str
    arcs: tuple[Arc, ...] = ()


@dataclass(frozen=True)
class Centre:
    """What the middle says: the year, up to two lines, the state of the check, and the ledger's root around it."""

    year: str
    lines: tuple[str, ...] = ()
    good: str = ""
    root: str = ""


@dataclass(frozen=True)
class Way:
    """How one kind of drawing differs from another."""

    ids: str
    names: bool = True  # labels carry programme names
    labels: bool = True
    links: bool = True
    hits: bool = False  # a touch area as high as the whole ring


def draw(circles: Sequence[Circle], centre: Centre, lang: str, *, title: str, description: str, ids: str = "c-") -> str:
    """The picture of the home page, 720 units wide. `title` and `description` are its text alternative."""
    frame = wide_frame(len(circles))
    return _svg(_body(frame, circles, centre, Way(ids)), frame, "pic wide", lang, title, description, ids)


def draw_phone(
    circles: Sequence[Circle], centre: Centre, lang: str, *, title: str, description: str, ids: str = "p-"
) -> str:
    """The picture on a phone, 360 units wide: thicker bands, numbers and values, no names (the table has them)."""
    frame = phone_frame(len(circles))
    body = _body(frame, circles, centre, Way(ids, names=False, hits=True))
    return _svg(body, frame, "pic phone-pic", lang, title, description, ids)


def draw_mini(
    circles: Sequence[Circle], centre: Centre, lang: str, *, title: str, description: str, ids: str = "m-"
) -> str:
    """The small picture beside a review's title: one image, no labels, no links."""
    frame = wide_frame(len(circles))
    body = _body(frame, circles, centre, Way(ids, labels=False, links=False))
    return _svg(body, frame, "pic mini", lang, title, description, ids)


def _svg(body: str, frame: Frame, css: str, lang: str, title: str, description: str, ids: str) -> str:
    role = "img" if css.endswith("mini") else "group"
    return (
        f'<svg class="{css}" viewBox="0 0 {frame.side:.0f} {frame.side:.0f}" role="{role}" lang="{escape(lang)}" '
        f'aria-labelledby="{ids}title {ids}desc"><title id="{ids}title">{escape(title)}</title>'
        f'<desc id="{ids}desc">{escape(description)}</desc>\n{body}\n</svg>'
    )


def textures(ids: str, hues: Sequence[str]) -> str:
    """Fill patterns `<ids><hue>-reported` (hatch) and `-pledged` (dots); colours come from classes f-<hue>-<1..4>."""
    out = []
    for hue in dict.fromkeys(hues):
        for name, step, marks in (
            (
                "reported",
                5,
                f'<rect width="5" height="5" class="f-{hue}-2"/><rect width="1.7" height="5" class="f-{hue}-4"/>',
            ),
            (
                "pledged",
                5.5,
                f'<rect width="5.5" height="5.5" class="f-{hue}-1"/><circle cx="2.75" cy="2.75" r=".95" class="f-{hue}-3"/>',
            ),
        ):
            out.append(
                f'<pattern id="{ids}{hue}-{name}" width="{step}" height="{step}" patternUnits="userSpaceOnUse" '
                f'patternTransform="rotate(45)">{marks}</pattern>'
            )
    return "<defs>" + "".join(out) + "</defs>"


def _body(frame: Frame, circles: Sequence[Circle], centre: Centre, way: Way) -> str:
    out = [textures(way.ids, [c.hue for c in circles])]
    for i, (ring, circle) in enumerate(zip(frame.rings, circles, strict=True)):
        seam, name = _circle_name(frame, ring, circle.name, way)
        out.append(f'<g class="ring {circle.hue}">')
        for j, (arc, (a, b)) in enumerate(
            zip(circle.arcs, spans(len(circle.arcs), ring.middle, seam, frame.gap), strict=True) if circle.arcs else ()
        ):
            out.append(_arc(frame, ring, circle.hue, arc, a, b, way, f"{way.ids}t{i}-{j}"))
        out.append(name + "</g>")
    out.append(_centre(frame, centre, way))
    return "\n".join(out)


def _circle_name(frame: Frame, ring: Ring, name: str, way: Way) -> tuple[float, str]:
    """The seam's width and the circle's name in it: one line, else two, else smaller, else cut."""
    least = 62.0 if frame.side > 400 else 34.0
    most = ring.middle * 0.92
    height = ring.outer - ring.inner + (ring.lane * 0.5)
    full = frame.font * (1.3 if way.labels else 1.7)
    for size, rows in ((full, 1), (full, 2), (full * 0.8, 2), (full * 0.65, 3)):
        room = most if rows > 1 else min(most, max(least, frame.side * 0.17))
        lines = broken(name, size, room - 10)
        if len(lines) <= rows and len(lines) * size * 1.15 <= height and all(width_of(t, size) <= room for t in lines):
            break
    else:
        cut = name
        while len(cut) > 1 and width_of(cut + "…", size) > most:
            cut = cut[:-1]
        lines = [cut + "…"]
    seam = max(least, max(width_of(t, size) for t in lines) + 0.9 * size)
    x, y = frame.xy(ring.middle, 0)
    y += size * 0.36 - (len(lines) - 1) * size * 0.56
    return seam, "".join(
        f'<text class="circle-name" x="{x:.1f}" y="{y + k * size * 1.12:.1f}" text-anchor="middle" '
        f'font-size="{size:.1f}">{escape(t)}</text>'
        for k, t in enumerate(lines)
    )


def _arc(frame: Frame, ring: Ring, hue: str, arc: Arc, a: float, b: float, way: Way, path_id: str) -> str:
    says = escape(" ".join(part for part in (str(arc.no), arc.name, arc.shown, arc.note) if part))
    link = safe_link(arc.href) if way.links else ""
    out = [
        f'<a class="arc" href="{escape(link)}" aria-label="{says}"><title>{says}</title>' if link else '<g class="arc">'
    ]
    r0, r1 = ring.inner, ring.outer
    out.append(f'<path class="track{"" if arc.known else " unknown"}" d="{frame.sector(r0, r1, a, b)}"/>')
    if arc.known:
        out += _filled(frame, ring, hue, arc, a, b, way)
    pad = degrees(2.5 / ring.middle)
    out.append(f'<path class="edge" d="{frame.sector(r0 - 2.5, r1 + 2.5, a - pad, b + pad)}"/>')
    if way.hits:
        out.append(f'<path class="hit" d="{frame.sector(r0, r1 + ring.lane, a, b)}"/>')
    if way.labels:
        out.append(_label(frame, ring, arc, a, b, way, path_id))
    out.append("</a>" if link else "</g>")
    return "".join(out)


def _filled(frame: Frame, ring: Ring, hue: str, arc: Arc, a: float, b: float, way: Way) -> list[str]:
    r0, r1, rm = ring.inner, ring.outer, ring.middle
    out, start = [], a
    for rung in RUNGS:
        share = arc.share(rung)
        if not share:  # unknown or zero: nothing to fill, and the difference is told below
            continue
        end = min(b, max(a + (b - a) * share, a + degrees(LEAST / rm)))
        if end - start > 0.05:
            fill = f' fill="url(#{way.ids}{hue}-{rung})"' if rung in ("reported", "pledged") else ""
            out.append(f'<path class="{rung}" d="{frame.sector(r0, r1, start, end)}"{fill}/>')
            start = end
    cell = radians(b - a) * rm / float(arc.base or 1)
    if arc.counts and cell >= 2.6:
        cut = min(1.6, max(0.7, cell * 0.16))
        out.append(
            f'<path class="cells" d="{frame.curve(rm, a, b)}" stroke-width="{r1 - r0 + 1:.1f}" '
            f'stroke-dasharray="{cut:.3f} {cell - cut:.3f}" stroke-dashoffset="{cut / 2:.3f}"/>'
        )
    elif not arc.counts:
        depth = min(5.0, (r1 - r0) * 0.15)
        quarters = [a + (b - a) * q / 4 for q in (1, 2, 3)]
        out += [f'<path class="tick" d="M{frame.point(r0, t)}L{frame.point(r0 + depth, t)}"/>' for t in quarters]
    head = arc.share(arc.printed)
    if head:
        t = a + (b - a) * head
        out.append(f'<path class="printed" d="M{frame.point(r1 - 1, t)}L{frame.point(r1 + 4.5, t)}"/>')
    if start == a:  # known, and nothing: a stop at the start, so that it isn't taken for an empty track
        out.append(f'<path class="zero" d="M{frame.point(r0 - 3, a)}L{frame.point(r1 + 3, a)}"/>')
    return out


def _label(frame: Frame, ring: Ring, arc: Arc, a: float, b: float, way: Way, path_id: str) -> str:
    """The first form of the label that fits its arc: one line, two lines, smaller, without value, the number alone."""
    f = frame.font
    no, name, value = str(arc.no), arc.name if way.names else "", arc.shown
    forms: list[tuple[float, list[list[tuple[str, str]]]]] = []
    numbered, valued = [("no", no), ("nm", name)], [("vl", value)]
    if name:
        forms.append((f, [numbered + valued]))
        if value:
            forms += [(f * k, [numbered, valued]) for k in (1.0, 0.86) if f * k * 2.2 <= ring.lane + 1]
        forms += [(f * k, [numbered]) for k in (1.0, 0.86)]
    forms += [(f, [[("no", no), *valued]]), (f, [[("no", no)]])]
    for size, lines in forms:
        room = radians(b - a) * (ring.outer + 0.4 * size)
        if all(width_of(" ".join(t for _, t in line if t), size) <= room for line in lines):
            break
    mid = (a + b) / 2
    back = 95 < mid < 265
    out = []
    for k, line in enumerate(lines):
        level = k if back else len(lines) - 1 - k
        r = ring.outer + (1.2 + 1.08 * level if back else 0.4 + 1.08 * level) * size
        spread = min(30.0, (360 - (b - a)) / 2 - 1)
        spread = max(0.0, min(spread, degrees(2 * size / r)))
        text = "".join(
            f'<tspan class="{css}"{f""" dx="{size * 0.42:.1f}" """.rstrip() if n else ""}>{escape(t)}</tspan>'
            for n, (css, t) in enumerate([(css, t) for css, t in line if t])
        )
        out.append(
            f'<path id="{path_id}-{k}" class="base" d="{frame.curve(r, a - spread, b + spread, back=back)}" fill="none"/>'
            f'<text class="lbl" font-size="{size:.1f}"><textPath href="#{path_id}-{k}" startOffset="50%" '
            f'text-anchor="middle">{text}</textPath></text>'
        )
    return "".join(out)


def _centre(frame: Frame, centre: Centre, way: Way) -> str:
    c, disc = frame.side / 2, frame.disc
    out = [f'<g class="centre"><circle class="disc" cx="{c:.0f}" cy="{c:.0f}" r="{disc:.1f}"/>']
    if centre.root and way.labels and frame.side > 400:
        r = disc - 9
        length = 2 * pi * r - 6
        out.append(
            f'<path id="{way.ids}root" d="M{c:.0f} {c - r:.2f}A{r:.2f} {r:.2f} 0 1 1 {c - 0.01:.2f} {c - r:.2f}" fill="none"/>'
            f'<text class="root" font-size="7.4" textLength="{length:.1f}" aria-hidden="true">'
            f'<textPath href="#{way.ids}root" textLength="{length:.1f}">{escape(centre.root)}</textPath></text>'
        )
    room = 2 * disc * (0.78 if frame.side > 400 else 0.9)
    year = min(disc * (0.5 if way.labels else 0.62), room / max(1.0, width_of(centre.year, 1)))
    small = min(disc * 0.155, 22.0) if frame.side > 400 else max(11.0, disc * 0.2)
    lines = [("sub", t) for t in centre.lines if t] + ([("good", centre.good)] if centre.good else [])
    lines = lines if way.labels else []
    height = year * 0.72 + len(lines) * small * 1.5
    y = c - height / 2 + year * 0.72
    out.append(_middle("year", c, y, year, centre.year))
    for k, (css, text) in enumerate(lines):
        size = min(small, room / max(1.0, width_of(text, 1)))
        out.append(_middle(css, c, y + (k + 1) * small * 1.5 + small * 0.1, size, text))
    return "".join(out) + "</g>"


def _middle(css: str, x: float, y: float, size: float, text: str) -> str:
    return (
        f'<text class="{css}" x="{x:.0f}" y="{y:.1f}" font-size="{size:.1f}" text-anchor="middle">{escape(text)}</text>'
    )


def safe_link(href: str) -> str:
    """The address, or nothing where its scheme could run code."""
    return href if urlsplit(href.strip()).scheme.lower() in ("", "http", "https") else ""
