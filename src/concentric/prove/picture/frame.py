"""Geometry of the picture: rings, spans and paths. Angles are degrees, clockwise from twelve o'clock."""

from dataclasses import dataclass
from math import asin, cos, degrees, radians, sin

LANE, BAND = 0.36, 0.40  # shares of a ring's pitch: the text lane outside, the band; the rest is air


@dataclass(frozen=True)
class Ring:
    """One circle's band, in drawing units from the centre, and the height of the text lane outside it."""

    inner: float
    outer: float
    lane: float

    @property
    def middle(self) -> float:
        """Radius on which lengths along the band are measured."""
        return (self.inner + self.outer) / 2


@dataclass(frozen=True)
class Frame:
    """A square drawing: its side, the rings from the outermost in, label size, gap between arcs, centre disc."""

    side: float
    rings: tuple[Ring, ...]
    font: float
    gap: float
    disc: float

    def xy(self, r: float, angle: float) -> tuple[float, float]:
        """The point at radius `r` and `angle`."""
        return self.side / 2 + r * sin(radians(angle)), self.side / 2 - r * cos(radians(angle))

    def point(self, r: float, angle: float) -> str:
        """The same, as path data."""
        x, y = self.xy(r, angle)
        return f"{x:.2f} {y:.2f}"

    def sector(self, r0: float, r1: float, a: float, b: float) -> str:
        """Path of the closed piece of a ring between two radii and two angles."""
        big = int(b - a > 180)
        return (
            f"M{self.point(r1, a)}A{r1:.2f} {r1:.2f} 0 {big} 1 {self.point(r1, b)}"
            f"L{self.point(r0, b)}A{r0:.2f} {r0:.2f} 0 {big} 0 {self.point(r0, a)}Z"
        )

    def curve(self, r: float, a: float, b: float, *, back: bool = False) -> str:
        """Path of an arc from `a` to `b`; `back` runs it the other way, for text in the lower half."""
        big = int(b - a > 180)
        if back:
            return f"M{self.point(r, b)}A{r:.2f} {r:.2f} 0 {big} 0 {self.point(r, a)}"
        return f"M{self.point(r, a)}A{r:.2f} {r:.2f} 0 {big} 1 {self.point(r, b)}"


def wide_frame(n: int) -> Frame:
    """The 720-unit drawing for `n` circles (1 to 5): home page, cover, and the small one beside a title."""
    outer, inner = 352.0, 98.0
    pitch = min((outer - inner) / n, 118.0)
    font = min(13.5 if n > 2 else 16.0, 0.21 * pitch)
    tops = [outer - (i + LANE) * pitch for i in range(n)]
    rings = tuple(Ring(top - BAND * pitch, top, LANE * pitch) for top in tops)
    return Frame(720.0, rings, font, 20.0, min(outer - n * pitch, 168.0) - 8)


def phone_frame(n: int) -> Frame:
    """The 360-unit drawing for a phone: about one unit a pixel, so lanes keep their height and bands take the rest."""
    outer, inner = 178.0, 54.0
    pitch = min((outer - inner) / n, 58.0)
    font = 13.0 if n < 4 else 12.0 if n == 4 else 11.0
    lane, air = font * 1.25, 1.0 + 0.06 * pitch
    rings = tuple(Ring(outer - (i + 1) * pitch + air, outer - i * pitch - lane, lane) for i in range(n))
    return Frame(360.0, rings, font, 9.0, min(outer - n * pitch, 84.0) - 3)


def spans(m: int, radius: float, seam: float, gap: float) -> list[tuple[float, float]]:
    """Start and end of `m` equal arcs. The seam at twelve is `seam` units wide; gaps are `gap` units on every ring.

    Gaps narrow where `m` is so large that they would eat more than a third of the ring.
    """
    half = degrees(asin(min(0.9, seam / 2 / radius)))
    free = 360 - 2 * half
    step = min(degrees(gap / radius), free / 3 / m)
    sweep = (free - (m - 1) * step) / m
    return [(half + j * (sweep + step), half + j * (sweep + step) + sweep) for j in range(m)]


def width_of(text: str, size: float) -> float:
    """A cautious guess of a text's width: a Han character is one em, any other 0.56 em."""
    return sum(size if ord(c) > 0x2E80 else size * 0.56 for c in text)


def broken(text: str, size: float, width: float) -> list[str]:
    """Lines of at most `width`, broken at spaces, or anywhere between Han characters."""
    pieces = text.split(" ") if " " in text.strip() else list(text) if ord(text[:1] or " ") > 0x2E80 else [text]
    joint = " " if " " in text.strip() else ""
    lines: list[str] = []
    for piece in pieces:
        if lines and width_of(lines[-1] + joint + piece, size) <= width:
            lines[-1] += joint + piece
        else:
            lines.append(piece)
    return lines
