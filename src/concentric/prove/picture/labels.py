"""The words in the picture: each text takes the first of its forms that fits its place."""

from math import degrees, pi, radians

from concentric.prove.picture.arc import Arc, Centre, safe_text
from concentric.prove.picture.frame import Frame, Ring, broken, width_of

Part = tuple[str, str]  # class and text of one piece of a label
Form = tuple[float, list[list[Part]]]  # size and lines


def arc_label(frame: Frame, ring: Ring, arc: Arc, a: float, b: float, *, names: bool, path_id: str) -> str:
    """Number, name and value in the lane outside the band; in the lower half it runs the other way, to stay upright."""
    size, lines = next(
        (form for form in _forms(frame, ring, arc, names) if _room(ring, form, b - a)), _bare(frame, arc)
    )
    back = 95 < (a + b) / 2 < 265
    out = []
    for k, line in enumerate(lines):
        level = 1.08 * (k if back else len(lines) - 1 - k)
        r = ring.outer + (1.2 + level if back else 0.4 + level) * size
        # The path is a little longer than the arc: a width is only a guess, and text beyond its path is not drawn.
        spare = max(0.0, min(degrees(2 * size / r), (360 - (b - a)) / 2 - 1))
        pieces = [(css, text, f' dx="{size * 0.42:.1f}"' if n else "") for n, (css, text) in enumerate(line)]
        spans = "".join(f'<tspan class="{css}"{dx}>{safe_text(text)}</tspan>' for css, text, dx in pieces)
        path = frame.curve(r, a - spare, b + spare, back=back)
        out.append(
            f'<path id="{path_id}-{k}" class="base" d="{path}" fill="none"/><text class="lbl" font-size="{size:.1f}">'
            f'<textPath href="#{path_id}-{k}" startOffset="50%" text-anchor="middle">{spans}</textPath></text>'
        )
    return "".join(out)


def fits(frame: Frame, ring: Ring, arc: Arc, sweep: float) -> bool:
    """Whether number, name and value find room on one line."""
    return _room(ring, _forms(frame, ring, arc, True)[0], sweep * 0.9)


def _forms(frame: Frame, ring: Ring, arc: Arc, names: bool) -> list[Form]:
    """Best first: one line; two lines; smaller; without the value; without the name; the number alone."""
    f, number, name = frame.font, ("no", str(arc.no)), ("nm", arc.name)
    value = [("vl", arc.shown)] if arc.shown else []
    forms: list[Form] = []
    if names and arc.name:
        forms.append((f, [[number, name, *value]]))
        if value:
            forms += [(f * k, [[number, name], value]) for k in (1.0, 0.86) if f * k * 2.2 <= ring.lane + 1]
        forms += [(f * k, [[number, name]]) for k in (1.0, 0.86)]
    return [*forms, (f, [[number, *value]]), _bare(frame, arc)]


def _bare(frame: Frame, arc: Arc) -> Form:
    return frame.font, [[("no", str(arc.no))]]


def _room(ring: Ring, form: Form, sweep: float) -> bool:
    size, lines = form
    length = radians(sweep) * (ring.outer + 0.4 * size)
    return all(width_of(" ".join(text for _, text in line), size) <= length for line in lines)


def circle_name(frame: Frame, ring: Ring, name: str, *, small: bool) -> tuple[float, str]:
    """The seam's width in units, and the circle's name in it: one line, else several, else smaller, else cut short."""
    phone = frame.side < 400
    least, most = (34.0 if phone else 62.0), ring.middle * 0.92
    height = ring.outer - ring.inner + ring.lane * 0.5
    full = frame.font * (1.7 if small else 1.3)
    lines, size = [name], full
    for size, rows in ((full, 1), (full, 2), (full * 0.8, 2), (full * 0.65, 3)):
        room = most if rows > 1 else min(most, max(least, frame.side * 0.17))
        lines = broken(name, size, room - 10)
        if len(lines) <= rows and len(lines) * size * 1.15 <= height and max(width_of(t, size) for t in lines) <= room:
            break
    else:
        while len(name) > 1 and width_of(name + "…", size) > most:
            name = name[:-1]
        lines = [name.rstrip() + "…"]
    seam = max(least, max(width_of(t, size) for t in lines) + 0.9 * size)
    x, y = frame.xy(ring.middle, 0)
    top = y + size * 0.36 - (len(lines) - 1) * size * 0.56
    return seam, "".join(_middle("circle-name", x, top + k * size * 1.12, size, text) for k, text in enumerate(lines))


def centre_text(frame: Frame, centre: Centre, *, small: bool, ids: str) -> str:
    """The disc with year, lines and state; the root runs around it where there is room to read it."""
    c, disc, phone = frame.side / 2, frame.disc, frame.side < 400
    out = [f'<g class="centre"><circle class="disc" cx="{c:.0f}" cy="{c:.0f}" r="{disc:.1f}"/>']
    if centre.root and not small and not phone:
        out.append(_root(c, disc * 0.9, min(disc * 0.082, 9.5), centre.root, ids))
    room = 2 * disc * (0.9 if phone else 0.78)
    lines = [("sub", text) for text in centre.lines if text] + ([("good", centre.good)] if centre.good else [])
    if small:
        lines = []
    year = min(disc * (0.62 if small else 0.5), room / max(1.0, width_of(centre.year, 1)))
    line = max(11.0, disc * 0.2) if phone else min(disc * 0.155, 22.0)
    y = c - (year * 0.72 + len(lines) * line * 1.5) / 2 + year * 0.72
    out.append(_middle("year", c, y, year, centre.year))
    for k, (css, text) in enumerate(lines, 1):
        size = min(line, room / max(1.0, width_of(text, 1)))
        out.append(_middle(css, c, y + k * line * 1.5 + line * 0.1, size, text))
    return "".join(out) + "</g>"


def _root(c: float, r: float, size: float, root: str, ids: str) -> str:
    length = f'textLength="{2 * pi * r - 6:.1f}"'
    circle = f"M{c:.0f} {c - r:.2f}A{r:.2f} {r:.2f} 0 1 1 {c - 0.01:.2f} {c - r:.2f}"
    return (
        f'<path id="{ids}root" d="{circle}" fill="none"/><text class="root" font-size="{size:.1f}" {length} '
        f'aria-hidden="true"><textPath href="#{ids}root" {length}>{safe_text(root)}</textPath></text>'
    )


def _middle(css: str, x: float, y: float, size: float, text: str) -> str:
    place = f'x="{x:.0f}" y="{y:.1f}" font-size="{size:.1f}" text-anchor="middle"'
    return f'<text class="{css}" {place}>{safe_text(text)}</text>'
