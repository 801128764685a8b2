"""Small drawings that stand in a line of text or a cell: icons, swatches, bars, rings. Each is one svg element."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from html import escape

from concentric.prove.picture.arc import HUES, RUNGS
from concentric.prove.picture.rings import textures

ICONS: Mapping[str, str] = {
    "down": '<path d="M12 4v13m-5.5-5.5L12 17l5.5-5.5M5 20.5h14"/>',
    "up": '<path d="M12 17V4m-5.5 5.5L12 4l5.5 5.5M5 20.5h14"/>',
    "seek": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.5 15.5L21 21"/>',
    "check": '<path d="M4.5 12.5l5 5 10-11"/>',
    "cross": '<circle cx="12" cy="12" r="9"/><path d="M8.5 8.5l7 7m0-7l-7 7"/>',
    "edit": '<path d="M4 20l1-4L16 5l3 3L8 19z"/>',
    "alert": '<path d="M12 3l10 18H2zM12 10v5M12 18v.4"/>',
    "back": '<path d="M9 14L4 9l5-5M4 9h10a6 6 0 010 12h-3"/>',
    "clock": '<circle cx="12" cy="12" r="9"/><path d="M12 6.5V12l3.5 2.5"/>',
    "lock": '<rect x="5" y="10.5" width="14" height="10" rx="1.5"/><path d="M8 10.5V7.5a4 4 0 018 0v3"/>',
    "page": '<path d="M6 3h8l4 4v14H6zM14 3v4h4"/>',
    "hash": '<path d="M9 3L7 21M17 3l-2 18M4 8.5h17M3 15.5h17"/>',
}
PREFIX = "s-"


@cache
def sprite() -> str:
    """The patterns that swatches and bars refer to. Once a page."""
    return f'<svg class="sprite" aria-hidden="true">{textures(PREFIX, HUES)}</svg>'


def _fill(hue: str, rung: str) -> str:
    return f' fill="url(#{PREFIX}{hue}-{rung})"' if rung in ("pledged", "reported") else ""


def swatch(hue: str, rung: str) -> str:
    """A sample of one rung's shade. KeyError for an unknown rung, so that no name from outside gets into the page."""
    level = {"pledged": 1, "reported": 2, "confirmed": 3, "verified": 4}[rung]
    paint = _fill(hue, rung) or f' class="f-{hue}-{level}"'
    return (
        f'<svg class="swatch" viewBox="0 0 22 12" aria-hidden="true">'
        f'<rect x=".5" y=".5" width="21" height="11"{paint}/></svg>'
    )


@dataclass(frozen=True)
class Bar:
    """Cumulative values at the rungs against a base, drawn as an arc of the picture is, but straight.

    `only`: one rung alone. No base, or no value: an outline. A true zero: a stroke at the start.
    """

    hue: str
    at: Mapping[str, Decimal | None]
    base: Decimal | None
    says: str = ""
    only: str = ""
    width: int = 220

    def svg(self) -> str:
        """The bar; `says` is its text, without one it is for the eye only."""
        role = f'role="img" aria-label="{escape(self.says)}"' if self.says else 'aria-hidden="true"'
        return (
            f'<svg class="bar {self.hue}" viewBox="0 0 {self.width} 12" preserveAspectRatio="none" {role}>'
            f"{self._inside()}</svg>"
        )

    def _inside(self) -> str:
        rungs = [self.only] if self.only else list(RUNGS)
        known = [(rung, value) for rung in rungs if (value := self.at.get(rung)) is not None]
        if self.base is None or self.base <= 0 or not known:
            return f'<rect class="unknown" x=".5" y=".5" width="{self.width - 1}" height="11"/>'
        parts, start = [f'<rect class="track" width="{self.width}" height="12"/>'], 0.0
        for rung, value in known:
            end = min(1.0, max(0.0, float(value / self.base))) * self.width
            if value > 0:
                end = max(end, 1.5)
            if end - start > 0.05:
                place = f'x="{start:.1f}" width="{end - start:.1f}" height="12"'
                parts.append(f'<rect class="{rung}" {place}{_fill(self.hue, rung)}/>')
                start = end
        if start == 0:
            parts.append('<path class="zero" d="M1.2 -2V14"/>')
        return "".join(parts)


def ring(place: int, of: int) -> str:
    """Rings from the outermost in, the `place`-th (counted from 1) drawn strongly."""
    of = max(1, of)
    radii = [7.6 - 5.4 * i / max(1, of - 1) if of > 1 else 7.6 for i in range(of)]
    circles = "".join(
        f'<circle cx="9" cy="9" r="{r:.1f}"{" class=" + chr(34) + "me" + chr(34) if i + 1 == place else ""}/>'
        for i, r in enumerate(radii)
    )
    return f'<svg viewBox="0 0 18 18" aria-hidden="true">{circles}</svg>'
