"""How the points are spread over the pairs: this run, as by hand, as it stands. Small bars over the same steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

WIDTH, HIGH, GAP = 640.0, 78.0, 30.0
STEPS = 24


def draw(worths: Mapping[str, Sequence[int]], words: Mapping[str, str], title: str) -> str:
    """Rows of bars, one for each way of pairing, under its words. Empty where there is nothing to spread."""
    every = [each for held in worths.values() for each in held]
    if not every:
        return ""
    low, high = min(0, min(every)), max(every)
    step = max(1, -(-(high - low + 1) // STEPS))
    counts = {how: _counted(held, low, step) for how, held in worths.items()}
    most = max(max(row) for row in counts.values())
    height = len(counts) * (HIGH + GAP) + 18
    out = [f'<svg class="spread" viewBox="0 0 {WIDTH:.0f} {height:.0f}" role="img" aria-label="{escape(title)}">']
    wide = WIDTH / STEPS
    for n, (how, row) in enumerate(counts.items()):
        base = (n + 1) * (HIGH + GAP)
        out.append(f'<text x="0" y="{base - HIGH - 8:.0f}">{escape(words[how])}</text>')
        for at, count in enumerate(row):
            tall = HIGH * count / most
            label = f"{low + at * step:,}–{low + (at + 1) * step - 1:,}: {count}"
            out.append(
                f'<rect class="{"mine" if n == 0 else "other"}" x="{at * wide + 1:.1f}" y="{base - tall:.1f}" '
                f'width="{wide - 2:.1f}" height="{tall:.1f}"><title>{label}</title></rect>'
            )
        out.append(f'<line class="floor" x1="0" y1="{base:.0f}" x2="{WIDTH:.0f}" y2="{base:.0f}"/>')
    out.append(f'<text class="end" x="0" y="{height - 3:.0f}">{low:,}</text>')
    out.append(f'<text class="end last" x="{WIDTH:.0f}" y="{height - 3:.0f}">{low + STEPS * step:,}</text></svg>')
    return "".join(out)


def _counted(held: Sequence[int], low: int, step: int) -> list[int]:
    row = [0] * STEPS
    for each in held:
        row[min(STEPS - 1, (each - low) // step)] += 1
    return row
