"""What every chart is drawn with: texts, fills by rung, links. Colours come from classes, as in the picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from concentric.prove.manuscript import Reference
from concentric.prove.picture.arc import safe_link, safe_text
from concentric.prove.picture.frame import broken, width_of

Href = Callable[[Reference], str]
SIZE = 13.0
"""Of labels, in drawing units: a drawing is as wide as its column, so that is also the size on the page."""


@dataclass(frozen=True)
class Sheet:
    """How one drawing differs from another: its width in units, the prefix of its ids, where a number leads.

    `printed`: for paper, where a tall chart would leave half a page empty before it.
    """

    width: float
    ids: str
    href: Href
    printed: bool = False

    @property
    def narrow(self) -> bool:
        """Whether this is the phone's drawing."""
        return self.width < 480


def text(css: str, x: float, y: float, words: str, *, size: float = SIZE, anchor: str = "start") -> str:
    """One line of text; `anchor` is start, middle or end."""
    at = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text class="{css}" x="{x:.1f}" y="{y:.1f}" font-size="{size:g}"{at}>{safe_text(words)}</text>'


def lines(
    css: str, x: float, y: float, words: str, room: float, *, size: float = SIZE, anchor: str = "start", most: int = 2
) -> tuple[str, int]:
    """Words broken to fit `room`, at most `most` lines, the last cut short; the drawing, and how many lines it has."""
    found = cut(words, size, room, most)
    drawn = [text(css, x, y + n * size * 1.25, line, size=size, anchor=anchor) for n, line in enumerate(found)]
    return "".join(drawn), len(found)


def cut(words: str, size: float, room: float, most: int) -> list[str]:
    """Words in at most `most` lines of `room`; what is too much gives way to an ellipsis."""
    found = broken(words, size, room)
    if len(found) > most:
        found = [*found[: most - 1], found[most - 1] + "…"]
    out = []
    for line in found:
        while len(line) > 2 and width_of(line, size) > room + size:
            line = line.rstrip("…")[:-1] + "…"
        out.append(line)
    return out


def fill(sheet: Sheet, hue: str, rung: str) -> str:
    """The attribute that fills a shape in a rung's shade and texture."""
    if rung in ("pledged", "reported"):
        return f'fill="url(#{sheet.ids}{hue}-{rung})"'
    return f'class="f-{hue}-{4 if rung == "verified" else 3}"'


def mark(sheet: Sheet, ref: Reference | None, says: str, inner: str) -> str:
    """Shapes that stand for a number, leading to where it comes from."""
    link = safe_link(sheet.href(ref)) if ref is not None else ""
    title = f"<title>{safe_text(says)}</title>"
    if not link:
        return f"<g>{title}{inner}</g>"
    return f'<a class="mark" href="{safe_text(link)}" aria-label="{safe_text(says)}">{title}{inner}</a>'


def legend(sheet: Sheet, hue: str, rungs: Sequence[tuple[str, str]], y: float) -> tuple[str, float]:
    """Swatches with the names of the rungs, on as many lines as they need; the drawing and the height used."""
    x, top, out = 0.0, y, []
    for rung, name in rungs:
        width = 30 + width_of(name, 12) + 16
        if x and x + width > sheet.width:
            x, top = 0.0, top + 20
        swatch = f'<rect x="{x + 0.5:.1f}" y="{top + 0.5:.1f}" width="22" height="11" {fill(sheet, hue, rung)}/>'
        edge = f'<rect class="edge" x="{x + 0.5:.1f}" y="{top + 0.5:.1f}" width="22" height="11"/>'
        out.append(swatch + edge + text("q", x + 29, top + 10.5, name, size=12))
        x += width
    return "".join(out), top + 20 - y
