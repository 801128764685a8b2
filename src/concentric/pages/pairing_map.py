"""A run as a map with lines. Its counties are schematic, as the page says: what lies nearest to each centre."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from html import escape
from math import cos, isnan, pi, radians, sin

from concentric.core.pairing.sides import Side
from concentric.match.instances import Instance, Pair

Point = tuple[float, float]
WIDTH, MARGIN, TALLEST = 640.0, 46.0, 760.0
ROUND = 26.0
"""How far the land reaches around those who stand at its edge."""
MOST_LINES = 800
"""Pairs up to which each has its line; beyond, counties are joined by lines as thick as their pairs are many."""


@dataclass(frozen=True)
class Spot:
    """Somebody on the map."""

    id: str
    name: str
    x: float
    y: float


def draw(
    instance: Instance,
    counties: dict[int, str],
    pairs: list[Pair],
    title: str,
    new: Collection[Pair] = (),
    hidden: Collection[str] = (),
) -> str:
    """The map as SVG; empty where fewer than two places have coordinates.

    Pairs that are `new` stand out; whoever is `hidden` is not drawn.
    """
    gone = set(hidden)
    degrees = [_placed(side, instance, gone) for side in (instance.supporters, instance.recipients)]
    used = {int(code) for side in (instance.supporters, instance.recipients) for code in side.place}
    centres = {code: instance.centres[code] for code in sorted(used) if code in instance.centres}
    every = [*degrees[0].values(), *degrees[1].values(), *centres.values()]
    if len(set(every)) < 2:
        return ""
    scale = _Scale(every)
    spots = [{id_: Spot(id_, instance.names.get(id_, id_), *scale(at)) for id_, at in side.items()} for side in degrees]
    out = [
        f'<svg class="pairmap" viewBox="0 0 {WIDTH:.0f} {scale.height:.0f}" role="img" aria-label="{escape(title)}">'
    ]
    land = around([scale(at) for at in every])
    out += _cells({code: scale(at) for code, at in centres.items()}, land, counties)
    fresh = set(new)
    known = [(spots[0][s], spots[1][r], (s, r) in fresh) for s, r in pairs if s in spots[0] and r in spots[1]]
    known.sort(key=lambda each: each[2])  # what is new lies on top
    out += _lines(known) if len(known) <= MOST_LINES else _thick([(one, two) for one, two, _ in known])
    for side, mark in ((spots[1], "to"), (spots[0], "from")):
        out += [_mark(spot, mark) for spot in side.values()] if len(side) <= MOST_LINES else []
    names = {counties.get(code, str(code)): scale(at) for code, at in centres.items()}
    out += [*_labels(names), "</svg>"]
    return "".join(out)


def _placed(side: Side, instance: Instance, hidden: set[str]) -> dict[str, Point]:
    """Where each stands. Several on one spot lie on a small spiral, so that each can be seen."""
    found: dict[str, Point] = {}
    seen: Counter[Point] = Counter()
    for id_, code, lat, lon in zip(side.ids, side.place, side.latitude, side.longitude, strict=True):
        if id_ in hidden:
            continue
        at = (float(lat), float(lon))
        if isnan(at[0]) or isnan(at[1]):
            centre = instance.centres.get(int(code))
            if centre is None:
                continue
            at = centre
        n = seen[at]
        seen[at] += 1
        turn, far = 2.39996 * n, 0.011 * n**0.5
        found[id_] = (at[0] + far * cos(turn), at[1] + far * cos(turn - 1.5708))
    return found


class _Scale:
    """From degrees to the drawing."""

    def __init__(self, every: list[Point]) -> None:
        lats, lons = [at[0] for at in every], [at[1] for at in every]
        self.middle = cos(radians((min(lats) + max(lats)) / 2))
        self.top, self.left = max(lats), min(lons)
        wide = max((max(lons) - min(lons)) * self.middle, 0.05)
        high = max(max(lats) - min(lats), 0.05)
        self.unit = min((WIDTH - 2 * MARGIN) / wide, (TALLEST - 2 * MARGIN) / high)
        self.shift = (WIDTH - wide * self.unit) / 2
        self.height = high * self.unit + 2 * MARGIN

    def __call__(self, at: Point) -> Point:
        return (self.shift + (at[1] - self.left) * self.middle * self.unit, MARGIN + (self.top - at[0]) * self.unit)


def around(points: list[Point], far: float = ROUND) -> list[Point]:
    """A convex outline with round corners, `far` around all points."""
    turns = [(far * cos(n * pi / 8), far * sin(n * pi / 8)) for n in range(16)]
    wide = sorted({(x + dx, y + dy) for x, y in _hull(sorted(set(points))) for dx, dy in turns})
    return _hull(wide)


def _hull(points: list[Point]) -> list[Point]:
    """The convex hull of sorted points, in turn."""
    if len(points) < 3:
        return points

    def half(way: list[Point]) -> list[Point]:
        found: list[Point] = []
        for x, y in way:
            while len(found) > 1:
                (ax, ay), (bx, by) = found[-2:]
                if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0:
                    break
                found.pop()
            found.append((x, y))
        return found[:-1]

    return half(points) + half(points[::-1])


def _cells(centres: dict[int, Point], land: list[Point], names: dict[int, str]) -> list[str]:
    """For each county what is nearer to its centre than to any other's, within the land."""
    out = []
    for n, (code, at) in enumerate(centres.items()):
        shape = land
        for other in centres.values():
            if other != at:
                shape = _nearer(shape, at, other)
        corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in shape)
        name = escape(names.get(code, str(code)))
        out.append(f'<polygon class="cell c{n % 3}" points="{corners}"><title>{name}</title></polygon>')
    return out


def _labels(centres: dict[str, Point]) -> list[str]:
    """Names that would lie on one another are left to the cells' titles: the first in the list is written."""
    taken: list[tuple[float, float, float]] = []
    out = []
    for name, (x, y) in centres.items():
        half = sum(6.5 if sign > "\u2e7f" else 3.8 for sign in name)
        if any(abs(x - other) < half + reach and abs(y - above) < 14 for other, above, reach in taken):
            continue
        taken.append((x, y, half))
        out.append(f'<text class="county" x="{x:.1f}" y="{y - 9:.1f}">{escape(name)}</text>')
    return out


def _nearer(shape: list[Point], at: Point, other: Point) -> list[Point]:
    """The part of a convex shape that is nearer to `at` than to `other`."""
    a, b = other[0] - at[0], other[1] - at[1]
    limit = (other[0] ** 2 + other[1] ** 2 - at[0] ** 2 - at[1] ** 2) / 2

    def side(point: Point) -> float:
        return a * point[0] + b * point[1] - limit

    out: list[Point] = []
    for n, here in enumerate(shape):
        there = shape[(n + 1) % len(shape)]
        one, two = side(here), side(there)
        if one <= 0:
            out.append(here)
        if (one < 0 < two) or (two < 0 < one):
            part = one / (one - two)
            out.append((here[0] + part * (there[0] - here[0]), here[1] + part * (there[1] - here[1])))
    return out


def _lines(pairs: list[tuple[Spot, Spot, bool]]) -> list[str]:
    return [
        f'<line class="tie{" new" if new else ""}" x1="{one.x:.1f}" y1="{one.y:.1f}" x2="{two.x:.1f}" y2="{two.y:.1f}">'
        f"<title>{escape(one.name)} — {escape(two.name)}</title></line>"
        for one, two, new in pairs
    ]


def _thick(pairs: list[tuple[Spot, Spot]]) -> list[str]:
    near = Counter(((round(one.x, -1), round(one.y, -1)), (round(two.x, -1), round(two.y, -1))) for one, two in pairs)
    most = max(near.values())
    return [
        f'<line class="tie" x1="{a[0]:.1f}" y1="{a[1]:.1f}" x2="{b[0]:.1f}" y2="{b[1]:.1f}" '
        f'stroke-width="{0.6 + 5 * n / most:.1f}"><title>{n}</title></line>'
        for (a, b), n in near.most_common(MOST_LINES)
    ]


def _mark(spot: Spot, kind: str) -> str:
    title = f"<title>{escape(spot.id)} {escape(spot.name)}</title>"
    if kind == "from":
        return f'<rect class="from" x="{spot.x - 3:.1f}" y="{spot.y - 3:.1f}" width="6" height="6">{title}</rect>'
    return f'<circle class="to" cx="{spot.x:.1f}" cy="{spot.y:.1f}" r="3.2">{title}</circle>'
