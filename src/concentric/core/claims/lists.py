"""分别 and "respectively": the first thing goes with the first number, the second with the second."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from concentric.core.claims.reading import Reading

_RESPECTIVELY = re.compile(r"分别|respectively", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:[、,，和及与]|以及|and|,\s*and)?\s*(?:了|约|近|超|超过|逾)?\s*", re.IGNORECASE)
_ITEM = re.compile(r"[、,，]\s*(?:and\s+)?|和|与|及|以及|\s+and\s+")
_STOP = re.compile(r"[。；;！？\n]|[.](?=\s)")
_CLAUSE = re.compile(r"[，,]")


def items_of(text: str, readings: Sequence[Reading]) -> dict[int, tuple[int, int]]:
    """For each claim of such a list, by its place: where its own item stands."""
    found: dict[int, tuple[int, int]] = {}
    for match in _RESPECTIVELY.finditer(text):
        run = _after(text, readings, match.end()) if match[0] == "分别" else _before(text, readings, match.start())
        if len(run) < 2:
            continue
        end = match.start() if match[0] == "分别" else readings[run[0]].whole[0]
        items = _items(text, end, len(run), english=match[0] != "分别")
        if len(items) == len(run):
            found |= dict(zip(run, items, strict=True))
    return found


def _start(one: Reading) -> int:
    return one.start


def _after(text: str, readings: Sequence[Reading], at: int) -> list[int]:
    """The claims that follow 分别, as long as only commas stand between them."""
    run: list[int] = []
    for n in range(bisect_left(readings, at, key=_start), len(readings)):
        one = readings[n]
        start = one.whole[0] if one.whole[1] else one.start
        gap = text[(readings[run[-1]].whole[1] or readings[run[-1]].end) if run else at : start]
        if (not run and len(gap) <= 12 and not _STOP.search(gap)) or (
            run and len(gap) <= 4 and _BETWEEN.fullmatch(gap)
        ):
            run.append(n)
        else:
            break
    return run


def _before(text: str, readings: Sequence[Reading], at: int) -> list[int]:
    run: list[int] = []
    for n in range(bisect_left(readings, at, key=_start) - 1, -1, -1):
        one = readings[n]
        gap = text[one.end : readings[run[-1]].start if run else at]
        if (not run and len(gap) <= 40 and not _STOP.search(gap)) or (
            run and len(gap) <= 25 and re.search(r",|\band\b", gap)
        ):
            run.append(n)
        else:
            break
    return run[::-1]


def _items(text: str, end: int, count: int, *, english: bool) -> list[tuple[int, int]]:
    """The last `count` things named before `end`, in their order; none when there are fewer."""
    start = max([match.end() for match in _STOP.finditer(text, max(0, end - 160), end)], default=max(0, end - 160))
    stretch = text[start:end]
    cuts = [(match.start(), match.end()) for match in _ITEM.finditer(stretch)]
    if not english:
        # A comma before the first thing ends the clause that came before.
        cuts = [cut for cut in cuts if not _CLAUSE.match(stretch[cut[0]]) or len(cuts) <= count - 1]
    if len(cuts) < count - 1:
        return []
    chosen = cuts[len(cuts) - count + 1 :]
    edges = [0, *(edge for cut in chosen for edge in cut), len(stretch)]
    if len(cuts) >= count:
        edges[0] = cuts[len(cuts) - count][1]
    clause = max([match.end() for match in _CLAUSE.finditer(stretch, 0, edges[1])], default=0)
    edges[0] = max(edges[0], clause)
    return [(start + edges[n], start + edges[n + 1]) for n in range(0, len(edges), 2)]
